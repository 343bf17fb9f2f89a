// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/citygml/gmllinks.h"

#include "layers/domain/city/jsontext.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace loci::formats {

using namespace loci::city;

void GmlLinks::addGroupMember(ObjectIndex group, std::string_view id, std::string_view role, std::uint32_t line)
{
    m_named.push_back({group, std::string(id), std::string(role), line, true});
}

void GmlLinks::addPart(ObjectIndex parent, std::string_view id, std::uint32_t line)
{
    m_named.push_back({parent, std::string(id), {}, line, false});
}

void GmlLinks::makeIdsUnique()
{
    CityModel &m = m_context.model;
    m.buildIndex();
    std::vector<ObjectIndex> repeated;
    for (ObjectIndex o = 0; o < m.objectCount(); ++o) {
        if (m.find(m.objectIds[o]) != o) {
            repeated.push_back(o);
        }
    }
    if (repeated.empty()) {
        return;
    }
    std::unordered_map<std::string, std::uint32_t> uses;
    for (const ObjectIndex o : repeated) {
        m_context.currentObject = m.objectIds[o];
        m_context.report(Severity::Error, "duplicate_id",
                         QCoreApplication::translate("loci::formats", "The id is used more than once."));
        std::uint32_t &use = uses[m.objectIds[o]];
        std::string made;
        do {
            made = m.objectIds[o] + '_' + std::to_string(++use + 1);
        } while (m.find(made) != kNone);
        m.objectIds[o] = std::move(made); // the index looks at the strings: it is made anew below
    }
    m.buildIndex();
}

void GmlLinks::resolve()
{
    CityModel &m = m_context.model;
    std::map<ObjectIndex, std::string> roles;
    for (const Named &named : m_named) {
        const ObjectIndex other = m.find(named.id);
        m_context.currentObject = m.objectIds[named.object];
        if (other == kNone || other == named.object) {
            m_context.report(Severity::Error, "xlink",
                             (named.isMember
                                  ? QCoreApplication::translate("loci::formats", "Its member \"%1\" does not exist.")
                                  : QCoreApplication::translate("loci::formats", "Its child \"%1\" does not exist."))
                                 .arg(toText(named.id)),
                             QStringLiteral("line %1").arg(named.line));
            continue;
        }
        m_pairs.push_back({named.object, other});
        if (!named.isMember && m.objectParent[other] == kNone && m.rootOf(named.object) != other) {
            m.objectParent[other] = named.object;
        }
        if (named.isMember) {
            std::string &list = roles[named.object];
            list += (list.empty() ? "" : ",") + jsonString(named.role);
        }
    }
    for (const auto &[group, list] : roles) {
        if (list.find_first_not_of("\",") != std::string::npos) {
            std::string extra;
            appendJsonMember(extra, "children_roles", '[' + list + ']');
            closeJsonObject(extra);
            m.objectExtra.emplace_back(group, std::move(extra));
        }
    }
}

void GmlLinks::writeChildren()
{
    CityModel &m = m_context.model;
    for (ObjectIndex o = 0; o < m.objectCount(); ++o) {
        if (m.objectParent[o] != kNone) {
            m_pairs.push_back({m.objectParent[o], o});
        }
    }
    // In the order they are stated: the roles of a group's members follow it.
    std::stable_sort(m_pairs.begin(), m_pairs.end(), [](const Pair &a, const Pair &b) { return a.parent < b.parent; });
    m.objectChildren.assign(m.objectCount(), {});
    m.children.reserve(m_pairs.size());
    std::unordered_set<ObjectIndex> seen;
    for (const Pair &pair : m_pairs) {
        IndexRange &range = m.objectChildren[pair.parent];
        if (range.isEmpty()) {
            seen.clear();
            range.begin = static_cast<std::uint32_t>(m.children.size());
        }
        if (!seen.insert(pair.child).second) {
            continue;
        }
        m.children.push_back(pair.child);
        range.end = static_cast<std::uint32_t>(m.children.size());
    }
}

void GmlLinks::finish()
{
    makeIdsUnique();
    resolve();
    writeChildren();
    m_named = {};
    m_pairs = {};
}

} // namespace loci::formats
