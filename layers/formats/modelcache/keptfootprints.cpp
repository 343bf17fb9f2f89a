// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/modelcache/keptfootprints.h"

#include <algorithm>
#include <numeric>

namespace loci::formats::modelcache {

namespace {

using city::Footprint;

enum Rows : std::uint32_t { Objects, Polygons };
enum Ends : std::uint32_t { Rings, Points };
enum Places : std::uint32_t { Corners, Heights };

std::uint64_t sumOf(const std::vector<std::uint32_t> &counts)
{
    return std::accumulate(counts.begin(), counts.end(), std::uint64_t(0));
}

/// The arrays as they lie in the file.
struct Flat
{
    std::vector<std::uint32_t> objects, polygons; ///< by footprint
    std::vector<std::uint32_t> rings;             ///< by polygon
    std::vector<std::uint32_t> points;            ///< by ring
    std::vector<Vec2> corners, heights;

    bool isConsistent(std::uint32_t objectCount) const
    {
        return polygons.size() == objects.size() && heights.size() == objects.size() &&
               sumOf(polygons) == rings.size() && sumOf(rings) == points.size() && sumOf(points) == corners.size() &&
               std::all_of(objects.begin(), objects.end(), [objectCount](auto o) { return o < objectCount; });
    }
};

} // namespace

bool writeFootprints(CacheWriter &out, const std::vector<Footprint> &footprints)
{
    Flat flat;
    flat.objects.reserve(footprints.size());
    flat.polygons.reserve(footprints.size());
    flat.heights.reserve(footprints.size());
    for (const Footprint &footprint : footprints) {
        flat.objects.push_back(footprint.object);
        flat.heights.push_back({footprint.groundHeight, footprint.roofHeight});
        flat.polygons.push_back(static_cast<std::uint32_t>(footprint.polygons.size()));
        for (const auto &polygon : footprint.polygons) {
            flat.rings.push_back(static_cast<std::uint32_t>(polygon.size()));
            for (const std::vector<Vec2> &ring : polygon) {
                flat.points.push_back(static_cast<std::uint32_t>(ring.size()));
                flat.corners.insert(flat.corners.end(), ring.begin(), ring.end());
            }
        }
    }
    out.array(Section::FootprintRows, flat.objects, Objects);
    out.array(Section::FootprintRows, flat.polygons, Polygons);
    out.array(Section::FootprintEnds, flat.rings, Rings);
    out.array(Section::FootprintEnds, flat.points, Points);
    out.array(Section::FootprintPoints, flat.corners, Corners);
    out.array(Section::FootprintPoints, flat.heights, Heights);
    return flat.corners.size() < city::kNone;
}

std::shared_ptr<const std::vector<Footprint>> readFootprints(const CacheFile &file, const city::CityModel &model)
{
    Flat flat;
    if (file.find(Section::FootprintRows, Objects) == nullptr ||
        !file.read(Section::FootprintRows, Objects, flat.objects) ||
        !file.read(Section::FootprintRows, Polygons, flat.polygons) ||
        !file.read(Section::FootprintEnds, Rings, flat.rings) ||
        !file.read(Section::FootprintEnds, Points, flat.points) ||
        !file.read(Section::FootprintPoints, Corners, flat.corners) ||
        !file.read(Section::FootprintPoints, Heights, flat.heights) || !flat.isConsistent(model.objectCount())) {
        return nullptr;
    }
    auto footprints = std::make_shared<std::vector<Footprint>>(flat.objects.size());
    auto rings = flat.rings.begin();
    auto points = flat.points.begin();
    auto corner = flat.corners.begin();
    for (std::size_t f = 0; f < footprints->size(); ++f) {
        Footprint &footprint = (*footprints)[f];
        footprint.object = flat.objects[f];
        footprint.groundHeight = flat.heights[f].x;
        footprint.roofHeight = flat.heights[f].y;
        footprint.polygons.resize(flat.polygons[f]);
        for (auto &polygon : footprint.polygons) {
            polygon.resize(*rings++);
            for (std::vector<Vec2> &ring : polygon) {
                ring.assign(corner, corner + *points);
                corner += *points++;
            }
        }
    }
    return footprints;
}

} // namespace loci::formats::modelcache
