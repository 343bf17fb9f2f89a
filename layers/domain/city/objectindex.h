// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/citymodel.h"

#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace loci::city {

/// A box seen from above, in the model's CRS.
struct Box2
{
    double minX = 0, minY = 0, maxX = 0, maxY = 0;

    bool intersects(const Box2 &o) const
    {
        return minX <= o.maxX && o.minX <= maxX && minY <= o.maxY && o.minY <= maxY;
    }
    bool operator==(const Box2 &) const = default;
};

/// The levels of a packed tree of so many items: level 0 holds the items, the last one the root. All nodes but the last
/// of a level have kWidth children; node k of level l + 1 covers the nodes [k * kWidth, (k + 1) * kWidth) of level l.
struct PackedLevels
{
    static constexpr std::uint32_t kWidth = 16;

    explicit PackedLevels(std::uint32_t items);
    std::uint32_t boxes() const { return start.back(); } ///< of all levels together

    std::vector<std::uint32_t> start; ///< level l has the boxes [start[l], start[l + 1])
};

/// Where the objects of a model are, seen from above: a packed Hilbert R-tree over the bounds of their own geometries.
/// Objects without geometry (buildings that are only parts) are not in it. Immutable; any thread.
///
///     const ObjectIndexTree tree = ObjectIndexTree::build(*model);
///     for (const ObjectIndex o : tree.query(window)) ...
class ObjectIndexTree
{
public:
    ObjectIndexTree() = default;
    static ObjectIndexTree build(const CityModel &model); ///< n log n
    /// From what boxes() and objects() gave; nothing when the arrays do not fit together or an object is not below
    /// `objectCount`.
    static std::optional<ObjectIndexTree> fromArrays(std::vector<Box2> boxes, std::vector<ObjectIndex> objects,
                                                     std::uint32_t objectCount);

    std::size_t size() const { return m_objects.size(); }
    bool isEmpty() const { return m_objects.empty(); }
    Box2 bounds() const { return m_boxes.empty() ? Box2{0, 0, -1, -1} : m_boxes.back(); }

    /// Objects whose bounds touch the window, ascending. Heights do not matter.
    std::vector<ObjectIndex> query(const Box3 &window) const;
    /// The objects whose bounds are nearest to a place, at most `count`, nearest first; those around it come at
    /// distance 0. Equal distances come in the objects' order.
    std::vector<ObjectIndex> nearest(Vec2 place, std::size_t count = 1,
                                     double farthest = std::numeric_limits<double>::infinity()) const;

    const std::vector<Box2> &boxes() const { return m_boxes; }            ///< level by level, as PackedLevels says
    const std::vector<ObjectIndex> &objects() const { return m_objects; } ///< of the first boxes, in their order

private:
    std::vector<Box2> m_boxes;
    std::vector<ObjectIndex> m_objects;
};

/// Searches a packed tree wherever its boxes are kept: `fetch(first, count)` gives a range of them as a std::span,
/// empty when they cannot be had; `found(item)` is called for each item that touches the window. False when a fetch
/// failed.
template <class Fetch, class Found>
bool searchPacked(std::uint32_t items, const Box2 &window, const Fetch &fetch, const Found &found)
{
    if (items == 0) {
        return true;
    }
    struct Place
    {
        std::size_t level;
        std::uint32_t first; // in its level
    };
    const PackedLevels levels(items);
    std::vector<Place> open{{levels.start.size() - 2, 0}};
    while (!open.empty()) {
        const Place place = open.back();
        open.pop_back();
        const std::uint32_t inLevel = levels.start[place.level + 1] - levels.start[place.level];
        const std::uint32_t count = std::min(PackedLevels::kWidth, inLevel - place.first);
        const std::span<const Box2> boxes = fetch(levels.start[place.level] + place.first, count);
        if (boxes.size() != count) {
            return false;
        }
        for (std::uint32_t i = 0; i < count; ++i) {
            if (!boxes[i].intersects(window)) {
                continue;
            }
            if (place.level == 0) {
                found(place.first + i);
            } else {
                open.push_back({place.level - 1, (place.first + i) * PackedLevels::kWidth});
            }
        }
    }
    return true;
}

} // namespace loci::city
