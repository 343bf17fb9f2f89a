// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/subsetchoice.h"

#include <algorithm>

namespace loci::city {

namespace {

bool isGroup(const CityModel &model, ObjectIndex o)
{
    return model.typeOf(o) == "CityObjectGroup";
}

/// The building a part belongs to. Members of a group are no parts of it: a group may span the whole city.
ObjectIndex familyOf(const CityModel &model, ObjectIndex o)
{
    constexpr int kDeepest = 64;
    for (int level = 0; level < kDeepest; ++level) {
        const ObjectIndex parent = model.objectParent[o];
        if (parent == kNone || isGroup(model, parent)) {
            break;
        }
        o = parent;
    }
    return o;
}

void keepInWindow(const CityModel &model, const Box3 &window, std::vector<bool> &wanted)
{
    std::vector<Box3> bounds(model.objectCount());
    std::vector<ObjectIndex> family(model.objectCount());
    for (ObjectIndex o = 0; o < model.objectCount(); ++o) {
        family[o] = familyOf(model, o);
        bounds[family[o]].include(model.boundsOf(o));
    }
    for (ObjectIndex o = 0; o < model.objectCount(); ++o) {
        wanted[o] = wanted[o] && bounds[family[o]].intersects2d(window);
    }
}

/// `start` and all that descends from it.
std::vector<bool> closure(const CityModel &model, std::vector<ObjectIndex> start)
{
    std::vector<bool> reached(model.objectCount(), false);
    for (const ObjectIndex o : start) {
        reached[o] = true;
    }
    for (std::size_t i = 0; i < start.size(); ++i) {
        for (const ObjectIndex child : model.childrenOf(start[i])) {
            if (!reached[child]) {
                reached[child] = true;
                start.push_back(child);
            }
        }
    }
    return reached;
}

void keepClosure(const CityModel &model, std::vector<ObjectIndex> start, std::vector<bool> &wanted)
{
    const std::vector<bool> reached = closure(model, std::move(start));
    for (ObjectIndex o = 0; o < model.objectCount(); ++o) {
        wanted[o] = wanted[o] && reached[o];
    }
}

std::vector<std::vector<ObjectIndex>> parentsOf(const CityModel &model)
{
    std::vector<std::vector<ObjectIndex>> parents(model.objectCount());
    for (ObjectIndex o = 0; o < model.objectCount(); ++o) {
        if (model.objectParent[o] != kNone) {
            parents[o].push_back(model.objectParent[o]);
        }
        for (const ObjectIndex child : model.childrenOf(o)) {
            if (model.objectParent[child] != o) {
                parents[child].push_back(o);
            }
        }
    }
    return parents;
}

bool lodFits(std::string_view name, std::string_view wanted)
{
    return wanted.empty() || name == wanted ||
           (wanted.find('.') == std::string_view::npos && name.size() > wanted.size() && name.starts_with(wanted) &&
            name[wanted.size()] == '.');
}

} // namespace

std::vector<Kept> chooseObjects(const CityModel &model, const SubsetCriteria &criteria)
{
    std::vector<bool> wanted(model.objectCount(), true);
    if (criteria.window) {
        keepInWindow(model, *criteria.window, wanted);
    }
    if (!criteria.types.empty()) {
        std::vector<ObjectIndex> fitting;
        for (ObjectIndex o = 0; o < model.objectCount(); ++o) {
            if (std::find(criteria.types.begin(), criteria.types.end(), model.typeOf(o)) != criteria.types.end()) {
                fitting.push_back(o);
            }
        }
        keepClosure(model, std::move(fitting), wanted);
    }
    if (criteria.objects) {
        std::vector<ObjectIndex> known;
        std::copy_if(criteria.objects->begin(), criteria.objects->end(), std::back_inserter(known),
                     [&](ObjectIndex o) { return o < model.objectCount(); });
        keepClosure(model, std::move(known), wanted);
    }
    std::vector<Kept> kept(model.objectCount(), Kept::No);
    std::vector<ObjectIndex> up;
    for (ObjectIndex o = 0; o < model.objectCount(); ++o) {
        if (wanted[o]) {
            kept[o] = Kept::Whole;
            up.push_back(o);
        }
    }
    const std::vector<std::vector<ObjectIndex>> parents = parentsOf(model);
    for (std::size_t i = 0; i < up.size(); ++i) {
        for (const ObjectIndex parent : parents[up[i]]) {
            if (kept[parent] == Kept::No) {
                kept[parent] = Kept::Bare;
                up.push_back(parent);
            }
        }
    }
    return kept;
}

std::vector<GeometryIndex> chooseSubsetGeometries(const CityModel &model, const std::vector<Kept> &kept,
                                                  const std::string &lod)
{
    std::vector<GeometryIndex> chosen;
    for (GeometryIndex g = 0; g < model.geometry.geometries.size(); ++g) {
        const Geometry &geometry = model.geometry.geometries[g];
        if (geometry.object >= kept.size() || kept[geometry.object] != Kept::Whole) {
            continue;
        }
        std::uint32_t number = geometry.lod;
        if (number == kNone && geometry.instance != kNone) {
            const std::uint32_t shape = model.instances[geometry.instance].templateGeometry;
            number = shape < model.templates.geometries.size() ? model.templates.geometries[shape].lod : kNone;
        }
        if (lod.empty() || (number != kNone && lodFits(model.lodNames.at(number), lod))) {
            chosen.push_back(g);
        }
    }
    return chosen;
}

} // namespace loci::city
