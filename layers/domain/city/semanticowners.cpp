// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/semanticowners.h"

#include <algorithm>

namespace loci::city {

namespace {

void widen(IndexRange &range, std::uint32_t number)
{
    if (range.isEmpty()) {
        range = {number, number + 1};
    } else {
        range.begin = std::min(range.begin, number);
        range.end = std::max(range.end, number + 1);
    }
}

/// Owners of the semantics from the ranges; the first geometry wins where they overlap.
void paint(const std::vector<IndexRange> &ranges, std::vector<GeometryIndex> &owner)
{
    for (GeometryIndex g = 0; g < ranges.size(); ++g) {
        for (std::uint32_t i = ranges[g].begin; i < ranges[g].end; ++i) {
            owner[i] = owner[i] == kNone ? g : owner[i];
        }
    }
}

} // namespace

std::vector<IndexRange> semanticRanges(const GeometryStore &store)
{
    std::vector<IndexRange> ranges(store.geometries.size());
    for (SurfaceIndex s = 0; s < store.surfaceSemantic.size(); ++s) {
        if (store.surfaceSemantic[s] != kNone) {
            widen(ranges[store.surfaceGeometry[s]], store.surfaceSemantic[s]);
        }
    }
    const auto count = static_cast<std::uint32_t>(store.semantics.size());
    std::vector<GeometryIndex> owner(count, kNone);
    paint(ranges, owner);
    for (std::uint32_t i = 0; i < count; ++i) { // families stay together
        const std::uint32_t parent = store.semantics[i].parent;
        if (parent < count && owner[i] == kNone && owner[parent] != kNone) {
            widen(ranges[owner[parent]], i);
        } else if (parent < count && owner[i] != kNone && owner[parent] == kNone) {
            widen(ranges[owner[i]], parent);
        }
    }
    paint(ranges, owner);
    GeometryIndex near = kNone;
    for (GeometryIndex g = 0; g < store.geometries.size() && near == kNone; ++g) {
        near = ranges[g].isEmpty() && !(store.geometries[g].surfaces.isEmpty()) ? g : kNone;
    }
    const auto first = std::find_if(owner.begin(), owner.end(), [](GeometryIndex g) { return g != kNone; });
    near = first == owner.end() ? near : *first;
    for (std::uint32_t i = 0; i < count && near != kNone; ++i) {
        if (owner[i] == kNone) {
            widen(ranges[near], i);
        } else {
            near = owner[i];
        }
    }
    return ranges;
}

} // namespace loci::city
