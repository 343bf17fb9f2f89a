// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/selection.h"

#include <QHash>
#include <algorithm>
#include <unordered_map>

namespace loci::widgets {

namespace {

/// Each thing once, in the order they came.
std::vector<SelectedThing> unique(std::vector<SelectedThing> things)
{
    std::vector<SelectedThing> result;
    result.reserve(things.size());
    const auto hash = [](const SelectedThing &thing) {
        if (const auto *object = std::get_if<CityObjectRef>(&thing)) {
            return qHashMulti(0, object->modelId, object->object, object->surface);
        }
        const auto &feature = std::get<FeatureRef>(thing);
        return qHashMulti(1, feature.layerId, feature.featureId);
    };
    std::unordered_multimap<std::size_t, std::size_t> index;
    index.reserve(things.size());
    for (SelectedThing &thing : things) {
        const std::size_t key = hash(thing);
        const auto [first, last] = index.equal_range(key);
        const bool known = std::any_of(first, last, [&](const auto &entry) { return result[entry.second] == thing; });
        if (!known) {
            index.emplace(key, result.size());
            result.push_back(std::move(thing));
        }
    }
    return result;
}

} // namespace

bool Selection::contains(const SelectedThing &thing) const
{
    return std::find(m_things.begin(), m_things.end(), thing) != m_things.end();
}

void Selection::set(std::vector<SelectedThing> things)
{
    things = unique(std::move(things));
    if (things != m_things) {
        m_things = std::move(things);
        emit changed();
    }
}

void Selection::toggle(const SelectedThing &thing)
{
    const auto it = std::find(m_things.begin(), m_things.end(), thing);
    if (it == m_things.end()) {
        m_things.push_back(thing);
    } else {
        m_things.erase(it);
    }
    emit changed();
}

void Selection::add(const std::vector<SelectedThing> &things)
{
    std::vector<SelectedThing> all = m_things;
    all.insert(all.end(), things.begin(), things.end());
    set(std::move(all));
}

} // namespace loci::widgets
