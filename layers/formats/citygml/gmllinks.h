// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/formats/readcontext.h"

#include <string>
#include <string_view>
#include <vector>

namespace loci::formats {

/// Parents, children and groups; ids that must be unique.
class GmlLinks
{
public:
    explicit GmlLinks(ReadContext &context) : m_context(context) {}

    void addGroupMember(city::ObjectIndex group, std::string_view id, std::string_view role, std::uint32_t line);
    void addPart(city::ObjectIndex parent, std::string_view id, std::uint32_t line);
    void addMemberRow(city::ObjectIndex group, city::ObjectIndex member) { m_pairs.push_back({group, member}); }
    /// Makes ids unique (a finding each), builds the model's index and its lists of children. Members of a group are
    /// its children but keep their own parent, or none: a building in a group stays a building by itself.
    void finish();

private:
    struct Named
    {
        city::ObjectIndex object;
        std::string id, role;
        std::uint32_t line;
        bool isMember;
    };
    struct Pair
    {
        city::ObjectIndex parent, child;
    };
    void makeIdsUnique();
    void resolve();
    void writeChildren();

    ReadContext &m_context;
    std::vector<Named> m_named;
    std::vector<Pair> m_pairs;
};

} // namespace loci::formats
