// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/export/tilequadtree.h"

#include "layers/domain/city/mesh.h"

#include <numeric>

namespace loci::formats {

using namespace loci::city;

namespace {

constexpr std::size_t kMostCorners = 60000; ///< of a tile; about a megabyte
constexpr int kDeepest = 12;

ObjectIndex familyOf(const CityModel &model, ObjectIndex o)
{
    for (int level = 0; level < 64; ++level) {
        const ObjectIndex parent = model.objectParent[o];
        if (parent == kNone || model.typeOf(parent) == "CityObjectGroup") {
            break;
        }
        o = parent;
    }
    return o;
}

std::size_t cornersOf(const CityModel &model, ObjectIndex o, const QString &lod)
{
    std::size_t corners = 0;
    for (const GeometryIndex g : chooseGeometries(model, o, {lod})) {
        const Geometry &geometry = model.geometry.geometries[g];
        const bool placed = geometry.instance != kNone;
        const std::uint32_t shape = placed ? model.instances[geometry.instance].templateGeometry : kNone;
        const GeometryStore &store = placed ? model.templates : model.geometry;
        if (placed && shape >= store.geometries.size()) {
            continue;
        }
        const IndexRange surfaces = placed ? store.geometries[shape].surfaces : geometry.surfaces;
        corners += store.ringVertices[store.surfaceRings[surfaces.end]] -
                   store.ringVertices[store.surfaceRings[surfaces.begin]];
    }
    return corners;
}

std::unique_ptr<TileNode> build(const std::vector<TileUnit> &units, std::vector<std::size_t> inside, const Box3 &box,
                                const std::string &name, int depth)
{
    auto node = std::make_unique<TileNode>();
    node->name = name;
    std::size_t cost = 0;
    for (const std::size_t u : inside) {
        cost += units[u].cost;
    }
    if (cost <= kMostCorners || inside.size() < 2 || depth == kDeepest) {
        node->units = std::move(inside);
        return node;
    }
    const Vec3 middle = box.centre();
    std::array<std::vector<std::size_t>, 4> quarters;
    for (const std::size_t u : inside) {
        const Vec3 c = units[u].bounds.centre();
        quarters[(c.x >= middle.x ? 1U : 0U) + (c.y >= middle.y ? 2U : 0U)].push_back(u);
    }
    for (std::size_t q = 0; q < quarters.size(); ++q) {
        if (quarters[q].empty()) {
            continue;
        }
        Box3 quarter = box;
        (q % 2 == 1 ? quarter.min.x : quarter.max.x) = middle.x;
        (q / 2 == 1 ? quarter.min.y : quarter.max.y) = middle.y;
        node->children[q] = build(units, std::move(quarters[q]), quarter, name + '-' + std::to_string(q), depth + 1);
    }
    return node;
}

} // namespace

std::vector<TileUnit> tileUnits(const CityModel &model, const QString &lod)
{
    std::vector<std::uint32_t> number(model.objectCount(), kNone);
    std::vector<TileUnit> units;
    for (ObjectIndex o = 0; o < model.objectCount(); ++o) {
        const std::size_t corners = cornersOf(model, o, lod);
        const Box3 bounds = model.boundsOf(o);
        if (corners == 0 || bounds.isEmpty()) {
            continue;
        }
        const ObjectIndex family = familyOf(model, o);
        if (number[family] == kNone) {
            number[family] = static_cast<std::uint32_t>(units.size());
            units.emplace_back();
        }
        TileUnit &unit = units[number[family]];
        unit.objects.push_back(o);
        unit.bounds.include(bounds);
        unit.cost += corners;
    }
    return units;
}

std::unique_ptr<TileNode> tileTree(const std::vector<TileUnit> &units)
{
    std::vector<std::size_t> all(units.size());
    std::iota(all.begin(), all.end(), std::size_t(0));
    Box3 box;
    for (const TileUnit &unit : units) {
        box.include(unit.bounds.centre());
    }
    return build(units, std::move(all), box, "0", 0);
}

} // namespace loci::formats
