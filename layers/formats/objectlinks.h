// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/formats/readcontext.h"

#include <string>
#include <string_view>
#include <vector>

namespace loci::formats {

/// Collects "children" and "parents" while objects are read, and links them when all ids are known.
class ObjectLinks
{
public:
    void addChild(city::ObjectIndex object, std::string_view id) { add(object, id, true); }
    void addParent(city::ObjectIndex object, std::string_view id) { add(object, id, false); }

    /// Sets objectParent, objectChildren and children of the model; needs its index of ids. Links that only one side
    /// states are made, and reported; links to nobody, to oneself and circles are left out, and reported.
    void resolve(ReadContext &context);

private:
    struct Link
    {
        city::ObjectIndex object;
        std::uint32_t text, length;
        bool child;
    };
    struct Pair
    {
        city::ObjectIndex parent, child;
        std::uint32_t order;
        bool stated; ///< by the parent
    };
    void add(city::ObjectIndex object, std::string_view id, bool child);
    std::vector<Pair> pairs(ReadContext &context) const;
    static void reportOneSided(ReadContext &context, const std::vector<Pair> &pairs);
    static void breakCircles(ReadContext &context);

    std::string m_text;
    std::vector<Link> m_links;
};

} // namespace loci::formats
