// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/scene/crispedges.h"

#include "layers/scene/scenetypes.h"

#include <algorithm>

namespace loci::scene {

namespace {

constexpr double kFlat = -0.94; ///< cosine of 160 degrees between the two sides

/// One side of a triangle: keys of its ends, smaller first, and the direction in which the triangle lies of it.
struct Side
{
    std::uint64_t low = 0, high = 0;
    std::int32_t from = 0, to = 0;
    Vec3 inward;
};

Vec3 cornerOf(std::span<const float> positions, std::int32_t vertex)
{
    const float *p = positions.data() + 3 * static_cast<std::size_t>(vertex);
    return {p[0], p[1], p[2]};
}

std::uint64_t keyOf(const Vec3 &p)
{
    std::uint64_t key = 0x9e3779b97f4a7c15ULL;
    for (const double value : {p.x, p.y, p.z}) {
        key ^= static_cast<std::uint64_t>(std::llround(value * 1000));
        key *= 0xff51afd7ed558ccdULL;
        key ^= key >> 32;
    }
    return key;
}

void addSides(std::span<const float> positions, std::span<const std::int32_t> corners, std::vector<Side> &sides)
{
    const std::array<Vec3, 3> p{cornerOf(positions, corners[0]), cornerOf(positions, corners[1]),
                                cornerOf(positions, corners[2])};
    const std::array<std::uint64_t, 3> keys{keyOf(p[0]), keyOf(p[1]), keyOf(p[2])};
    for (std::size_t i = 0; i < 3; ++i) {
        const std::size_t j = (i + 1) % 3;
        if (keys[i] == keys[j]) {
            continue;
        }
        const Vec3 along = normalised(p[j] - p[i]);
        const Vec3 across = p[(i + 2) % 3] - p[i];
        Side side{keys[i], keys[j], corners[i], corners[j], normalised(across - along * dot(across, along))};
        if (side.low > side.high) {
            std::swap(side.low, side.high);
            std::swap(side.from, side.to);
        }
        sides.push_back(side);
    }
}

/// Whether one of the surfaces along this line does not go on flatly beyond it.
bool isCrisp(std::span<const Side> sides)
{
    return std::any_of(sides.begin(), sides.end(), [sides](const Side &side) {
        return std::none_of(sides.begin(), sides.end(),
                            [&side](const Side &other) { return dot(side.inward, other.inward) < kFlat; });
    });
}

} // namespace

EdgeLines crispEdges(std::span<const float> positions, std::span<const std::int32_t> triangles,
                     std::span<const city::ObjectIndex> object)
{
    EdgeLines lines;
    std::vector<Side> sides;
    for (std::size_t begin = 0; begin < object.size();) {
        std::size_t end = begin;
        sides.clear();
        for (; end < object.size() && object[end] == object[begin]; ++end) {
            addSides(positions, triangles.subspan(3 * end, 3), sides);
        }
        std::sort(sides.begin(), sides.end(),
                  [](const Side &a, const Side &b) { return a.low != b.low ? a.low < b.low : a.high < b.high; });
        for (std::size_t first = 0; first < sides.size();) {
            std::size_t last = first + 1;
            while (last < sides.size() && sides[last].low == sides[first].low &&
                   sides[last].high == sides[first].high) {
                ++last;
            }
            if (isCrisp({sides.data() + first, last - first})) {
                lines.ends.push_back(sides[first].from);
                lines.ends.push_back(sides[first].to);
                lines.object.push_back(object[begin]);
            }
            first = last;
        }
        begin = end;
    }
    return lines;
}

} // namespace loci::scene
