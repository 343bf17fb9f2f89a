// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/scene/fargroups.h"

#include <algorithm>
#include <cstring>

namespace loci::scene {

namespace {

constexpr std::size_t kWorthIt = 64; ///< tiles: fewer cost nothing
constexpr std::size_t kMembers = 16; ///< of a group, at most
constexpr std::size_t kCornersOfBox = 8;

using Tiles = std::vector<CityTile *>;

/// Halves along the longer side until the parts are small enough.
void halve(Tiles::iterator begin, Tiles::iterator end, std::vector<Tiles> &parts)
{
    if (static_cast<std::size_t>(end - begin) <= kMembers) {
        parts.emplace_back(begin, end);
        return;
    }
    Box3 centres;
    std::for_each(begin, end, [&centres](const CityTile *tile) { centres.include(tile->mesh().origin); });
    const bool alongX = centres.max.x - centres.min.x >= centres.max.y - centres.min.y;
    const auto middle = begin + (end - begin) / 2;
    std::nth_element(begin, middle, end, [alongX](const CityTile *a, const CityTile *b) {
        return alongX ? a->mesh().origin.x < b->mesh().origin.x : a->mesh().origin.y < b->mesh().origin.y;
    });
    halve(begin, middle, parts);
    halve(middle, end, parts);
}

/// The largest buildings of the tiles, as boxes, in one mesh.
std::shared_ptr<const TileMesh> meshOf(const Tiles &members)
{
    auto mesh = std::make_shared<TileMesh>();
    for (const CityTile *tile : members) {
        mesh->bounds.include(tile->mesh().bounds);
        mesh->objectCount += tile->mesh().objectCount;
    }
    mesh->origin = mesh->bounds.centre();
    std::vector<float> positions;
    std::vector<std::int32_t> triangles;
    for (const CityTile *tile : members) {
        const TileMesh &from = tile->mesh();
        const std::size_t boxes = tile->boxes(TileLevel::Fewest);
        const auto base = static_cast<std::int32_t>(positions.size() / 3);
        const Vec3 shift = from.origin - mesh->origin;
        for (std::size_t corner = 0; corner < boxes * kCornersOfBox; ++corner) {
            const float *p = from.boxPositions->GetPointer(static_cast<vtkIdType>(3 * corner));
            positions.insert(positions.end(), {static_cast<float>(p[0] + shift.x), static_cast<float>(p[1] + shift.y),
                                               static_cast<float>(p[2] + shift.z)});
        }
        for (std::size_t i = 0; i < boxes * kBoxTriangles * 3; ++i) {
            triangles.push_back(base + from.boxTriangles->GetValue(static_cast<vtkIdType>(i)));
        }
        for (std::size_t t = 0; t < boxes * kBoxTriangles; ++t) {
            mesh->object.push_back(from.boxObject[t / kBoxTriangles]);
            mesh->surfaceClass.push_back(t % kBoxTriangles < 2 ? SurfaceClass::Roof : SurfaceClass::Wall);
        }
    }
    mesh->surface.assign(mesh->object.size(), city::kNone);
    mesh->positions = vtkSmartPointer<vtkFloatArray>::New();
    mesh->positions->SetNumberOfComponents(3);
    mesh->positions->SetNumberOfTuples(static_cast<vtkIdType>(positions.size() / 3));
    std::copy(positions.begin(), positions.end(), mesh->positions->GetPointer(0));
    mesh->triangles = vtkSmartPointer<vtkTypeInt32Array>::New();
    mesh->triangles->SetNumberOfValues(static_cast<vtkIdType>(triangles.size()));
    std::copy(triangles.begin(), triangles.end(), mesh->triangles->GetPointer(0));
    return mesh;
}

} // namespace

void FarGroups::rebuild(const std::vector<std::unique_ptr<CityTile>> &tiles, vtkProperty *material,
                        const Vec3 &sceneOrigin, const std::function<void(CityTile &)> &prepare)
{
    clear();
    Tiles simple;
    for (const auto &tile : tiles) {
        if (tile->usable(TileLevel::Fewest) == TileLevel::Fewest) {
            simple.push_back(tile.get());
        }
    }
    if (simple.size() < kWorthIt) {
        return;
    }
    std::vector<Tiles> parts;
    halve(simple.begin(), simple.end(), parts);
    m_groups.reserve(parts.size());
    for (Tiles &members : parts) {
        auto together = std::make_unique<CityTile>(meshOf(members), nullptr, material, sceneOrigin);
        prepare(*together);
        m_groups.push_back({std::move(members), std::move(together)});
    }
}

void FarGroups::clear()
{
    m_groups.clear();
}

void FarGroups::show(const std::unordered_map<const CityTile *, TileLevel *> &wanted)
{
    for (const Group &group : m_groups) {
        std::vector<TileLevel *> seen;
        seen.reserve(group.members.size());
        for (const CityTile *tile : group.members) {
            if (const auto found = wanted.find(tile); found != wanted.end()) {
                seen.push_back(found->second);
            }
        }
        const bool instead = !seen.empty() && std::all_of(seen.begin(), seen.end(), [](const TileLevel *level) {
            return *level <= TileLevel::Fewest;
        });
        group.together->setLevel(instead ? TileLevel::Full : TileLevel::None);
        for (TileLevel *level : seen) {
            *level = instead ? TileLevel::None : *level;
        }
    }
}

std::vector<CityTile *> FarGroups::all() const
{
    std::vector<CityTile *> groups;
    groups.reserve(m_groups.size());
    for (const Group &group : m_groups) {
        groups.push_back(group.together.get());
    }
    return groups;
}

} // namespace loci::scene
