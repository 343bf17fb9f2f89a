// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/citymodel.h"

#include <cstdint>
#include <span>

namespace loci::formats::modelcache {

/// Checks of numbers read from a file before they serve as indices. Each is called with one part after the other and
/// says whether all is well so far. Without branches, so that the compiler takes several numbers at once.

struct Below ///< each < limit
{
    std::uint32_t limit;
    bool operator()(std::span<const std::uint32_t> values) const
    {
        std::uint32_t bad = 0;
        for (const std::uint32_t v : values) {
            bad |= static_cast<std::uint32_t>(v >= limit);
        }
        return bad == 0;
    }
};

struct BelowOrNone ///< each < limit, or kNone
{
    std::uint32_t limit;
    bool operator()(std::span<const std::uint32_t> values) const
    {
        std::uint32_t bad = 0;
        for (const std::uint32_t v : values) {
            bad |= static_cast<std::uint32_t>(v + 1U > limit); // kNone becomes 0
        }
        return bad == 0;
    }
};

struct Ascending ///< each at least the one before, the last at most `limit`
{
    std::uint32_t limit;
    std::uint32_t last = 0;
    bool operator()(std::span<const std::uint32_t> values)
    {
        if (values.empty()) {
            return true;
        }
        std::uint32_t bad = static_cast<std::uint32_t>(values.front() < last);
        for (std::size_t i = 1; i < values.size(); ++i) {
            bad |= static_cast<std::uint32_t>(values[i] < values[i - 1]);
        }
        last = values.back();
        return bad == 0 && last <= limit;
    }
};

struct Rows ///< strictly ascending, each < limit
{
    std::uint32_t limit;
    std::uint64_t next = 0; ///< the least that may come
    bool operator()(std::span<const std::uint32_t> values)
    {
        for (const std::uint32_t v : values) {
            if (v < next || v >= limit) {
                return false;
            }
            next = static_cast<std::uint64_t>(v) + 1;
        }
        return true;
    }
};

inline bool isRangeIn(const city::IndexRange &range, std::uint32_t limit)
{
    return range.begin <= range.end && range.end <= limit;
}

struct RangesIn ///< begin <= end <= limit
{
    std::uint32_t limit;
    bool operator()(std::span<const city::IndexRange> values) const
    {
        std::uint32_t bad = 0;
        for (const city::IndexRange &range : values) {
            bad |= static_cast<std::uint32_t>(range.begin > range.end) | static_cast<std::uint32_t>(range.end > limit);
        }
        return bad == 0;
    }
};

/// What a geometry's numbers must stay below.
struct GeometryLimits
{
    std::uint32_t objects = 0, lods = 0, surfaces = 0, shells = 0, instances = 0;
    bool templates = false; ///< they belong to no object

    bool allows(const city::Geometry &g) const
    {
        const bool owned = templates ? g.object == city::kNone : g.object < objects;
        return owned && g.type <= city::GeometryType::GeometryInstance && (g.lod == city::kNone || g.lod < lods) &&
               isRangeIn(g.surfaces, surfaces) && isRangeIn(g.shells, shells) &&
               (g.instance == city::kNone || g.instance < instances);
    }
};

} // namespace loci::formats::modelcache
