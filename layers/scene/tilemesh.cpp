// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/scene/tilemesh.h"

#include "layers/scene/boxes.h"
#include "layers/scene/looseparts.h"
#include "layers/scene/owncolours.h"
#include "layers/scene/scenecolours.h"

#include <algorithm>
#include <cstring>
#include <unordered_map>

namespace loci::scene {

namespace {

template <class Array, class Value>
vtkSmartPointer<Array> toVtk(const std::vector<Value> &values, int components)
{
    auto array = vtkSmartPointer<Array>::New();
    array->SetNumberOfComponents(components);
    array->SetNumberOfTuples(static_cast<vtkIdType>(values.size()) / components);
    if (!values.empty()) {
        std::memcpy(array->GetPointer(0), values.data(), values.size() * sizeof(Value));
    }
    return array;
}

TilePlan::Kind kindOf(std::string_view type)
{
    if (isTerrain(type)) {
        return TilePlan::Kind::Terrain;
    }
    switch (classify({}, type, 0)) {
    case SurfaceClass::Water:
    case SurfaceClass::Road:
    case SurfaceClass::Rail:
    case SurfaceClass::Vegetation:
    case SurfaceClass::LandUse:
        return TilePlan::Kind::Cover;
    default:
        return TilePlan::Kind::Built;
    }
}

struct Rooted
{
    city::ObjectIndex root;
    Box3 bounds;
};
using RootedIterator = std::vector<Rooted>::iterator;

void halve(RootedIterator begin, RootedIterator end, TilePlan::Kind kind, std::size_t most,
           std::vector<TilePlan> &plans)
{
    if (static_cast<std::size_t>(end - begin) > most) {
        Box3 centres;
        std::for_each(begin, end, [&](const Rooted &r) { centres.include(r.bounds.centre()); });
        const bool alongX = centres.max.x - centres.min.x >= centres.max.y - centres.min.y;
        const auto middle = begin + (end - begin) / 2;
        std::nth_element(begin, middle, end, [alongX](const Rooted &a, const Rooted &b) {
            const Vec3 p = a.bounds.centre();
            const Vec3 q = b.bounds.centre();
            return alongX ? p.x < q.x : p.y < q.y;
        });
        halve(begin, middle, kind, most, plans);
        halve(middle, end, kind, most, plans);
        return;
    }
    TilePlan plan;
    plan.kind = kind;
    for (auto it = begin; it != end; ++it) {
        plan.roots.push_back(it->root);
        plan.bounds.include(it->bounds);
    }
    plans.push_back(std::move(plan));
}

/// Classes by (semantic type, object type), so that names are compared once and not for every triangle.
class Classifier
{
public:
    explicit Classifier(const city::CityModel &model) : m_model(model) {}

    SurfaceClass operator()(std::uint32_t semantic, std::uint32_t type, double normalZ)
    {
        const std::uint64_t key = (static_cast<std::uint64_t>(semantic) << 32) | type;
        auto found = m_known.find(key);
        if (found == m_known.end()) {
            const std::string_view name = semantic == city::kNone ? std::string_view() : m_model.typeNames.at(semantic);
            const std::string_view object = m_model.typeNames.at(type);
            found = m_known
                        .emplace(key, std::array{classify(name, object, 1), classify(name, object, 0),
                                                 classify(name, object, -1)})
                        .first;
        }
        return found->second[normalZ > 0.2 ? 0 : (normalZ < -0.8 ? 2 : 1)];
    }

private:
    const city::CityModel &m_model;
    std::unordered_map<std::uint64_t, std::array<SurfaceClass, 3>> m_known;
};

double normalZ(const city::TriangleMesh &mesh, std::size_t triangle)
{
    const auto corner = [&](int i) {
        const float *p = mesh.positions.data() + 3 * static_cast<std::size_t>(mesh.triangles[3 * triangle + i]);
        return Vec3{p[0], p[1], p[2]};
    };
    const Vec3 a = corner(0);
    return normalised(cross(corner(1) - a, corner(2) - a)).z;
}

double lodNumber(const city::CityModel &model, city::GeometryIndex g)
{
    const std::uint32_t lod = model.geometry.geometries[g].lod;
    return lod == city::kNone ? 1 : std::strtod(std::string(model.lodNames.at(lod)).c_str(), nullptr);
}

} // namespace

std::size_t TileMesh::memoryBytes() const
{
    const auto bytes = [](const auto &array) {
        return array ? static_cast<std::size_t>(array->GetNumberOfValues()) * 4 : std::size_t(0);
    };
    return bytes(positions) + bytes(triangles) + bytes(uv) + bytes(boxPositions) + bytes(boxTriangles) +
           object.capacity() * 4 + surface.capacity() * 4 + texture.capacity() * 4 + surfaceClass.capacity() +
           boxObject.capacity() * 4 + bvh.memoryBytes() + ownColour.capacity() * 4 + bytes(pointPositions) +
           pointObject.capacity() * 4 + pointColour.capacity() * 4 + edges.ends.capacity() * 4 +
           edges.object.capacity() * 4 + bytes(linePositions) + lineEnds.capacity() * 4 + lineObject.capacity() * 5;
}

std::vector<TilePlan> planTiles(const city::CityModel &model, const TileOptions &options, const CancelToken &cancel)
{
    std::array<std::vector<Rooted>, 3> byKind;
    for (city::ObjectIndex o = 0; o < model.objectCount(); ++o) {
        if ((o & 1023U) == 0 && cancel.isCancelled()) {
            return {};
        }
        const city::ObjectIndex parent = model.objectParent[o];
        // A circle of parents has no root: its members stand for themselves.
        if (parent != city::kNone && model.objectParent[model.rootOf(o)] == city::kNone) {
            continue;
        }
        const Box3 bounds = parent == city::kNone ? model.boundsWithDescendants(o) : model.boundsOf(o);
        if (!bounds.isEmpty()) {
            byKind[static_cast<std::size_t>(kindOf(model.typeOf(o)))].push_back({o, bounds});
        }
    }
    std::vector<TilePlan> plans;
    for (std::size_t kind = 0; kind < byKind.size(); ++kind) {
        if (!byKind[kind].empty()) {
            halve(byKind[kind].begin(), byKind[kind].end(), static_cast<TilePlan::Kind>(kind), options.objectsPerTile,
                  plans);
        }
    }
    return plans;
}

std::vector<city::ObjectIndex> drawnObjects(const city::CityModel &model, city::ObjectIndex root, const QString &lod)
{
    if (model.objectChildren[root].isEmpty()) {
        return {root};
    }
    struct Candidate
    {
        city::ObjectIndex object;
        double lod;
    };
    std::vector<Candidate> candidates;
    double highest = -1;
    for (const city::ObjectIndex o : model.withDescendants(root)) {
        const auto geometries = city::chooseGeometries(model, o, {lod});
        if (!geometries.empty()) {
            candidates.push_back({o, lodNumber(model, geometries.front())});
            highest = std::max(highest, candidates.back().lod);
        }
    }
    std::vector<city::ObjectIndex> drawn;
    for (const Candidate &c : candidates) {
        if (c.lod >= 1 || highest < 1) {
            drawn.push_back(c.object);
        }
    }
    return drawn;
}

Result<std::shared_ptr<const TileMesh>> buildTile(const city::CityModel &model, const TilePlan &plan,
                                                  const TileOptions &options, const CancelToken &cancel)
{
    std::vector<city::ObjectIndex> objects;
    std::unordered_map<city::ObjectIndex, city::ObjectIndex> rootOf;
    for (const city::ObjectIndex root : plan.roots) {
        for (const city::ObjectIndex o : drawnObjects(model, root, options.lod)) {
            objects.push_back(o);
            rootOf.emplace(o, root);
        }
    }
    auto tile = std::make_shared<TileMesh>();
    tile->kind = plan.kind;
    tile->origin = plan.bounds.centre();
    tile->bounds = plan.bounds;
    tile->objectCount = objects.size();

    city::MeshOptions meshOptions;
    meshOptions.objects = objects;
    meshOptions.all = false;
    meshOptions.lod = {options.lod};
    meshOptions.origin = tile->origin;
    meshOptions.textureTheme = options.textureTheme;
    LOCI_TRY(city::TriangleMesh mesh, city::triangulate(model, meshOptions, cancel));

    Classifier classifier(model);
    tile->surfaceClass.reserve(mesh.triangleCount());
    for (std::size_t t = 0; t < mesh.triangleCount(); ++t) {
        tile->surfaceClass.push_back(
            classifier(mesh.triangleSemantic[t], model.objectType[mesh.triangleObject[t]], normalZ(mesh, t)));
    }
    if (plan.kind == TilePlan::Kind::Built) {
        const std::vector<TurnedBox> boxes = turnedBoxes(mesh, tile->surfaceClass, rootOf);
        for (const TurnedBox &box : boxes) {
            tile->groundPoints.push_back(Vec3{box.x, box.y, box.bottom} + tile->origin);
        }
        const BoxMesh boxMesh = meshOf(boxes);
        tile->boxPositions = toVtk<vtkFloatArray>(boxMesh.positions, 3);
        tile->boxTriangles = toVtk<vtkTypeInt32Array>(boxMesh.triangles, 1);
        tile->boxObject = boxMesh.object;
    }
    const OwnColours own(model);
    for (std::size_t t = 0; t < mesh.triangleCount() && !own.isEmpty(); ++t) {
        tile->ownColour.push_back(own.of(mesh.triangleSurface[t]));
    }
    addLooseParts(model, objects, options.lod, own, *tile);
    tile->positions = toVtk<vtkFloatArray>(mesh.positions, 3);
    tile->triangles = toVtk<vtkTypeInt32Array>(mesh.triangles, 1);
    if (plan.kind == TilePlan::Kind::Built) {
        tile->edges = crispEdges({tile->positions->GetPointer(0), mesh.positions.size()},
                                 {tile->triangles->GetPointer(0), mesh.triangles.size()}, mesh.triangleObject);
    }
    if (!mesh.uv.empty()) {
        tile->uv = toVtk<vtkFloatArray>(mesh.uv, 2);
        tile->texture = std::move(mesh.triangleTexture);
    }
    tile->object = std::move(mesh.triangleObject);
    tile->surface = std::move(mesh.triangleSurface);
    tile->bvh = TriangleBvh({tile->positions->GetPointer(0), static_cast<std::size_t>(mesh.positions.size())},
                            {tile->triangles->GetPointer(0), mesh.triangles.size()});
    if (cancel.isCancelled()) {
        return fail(ErrorCode::Cancelled, {});
    }
    return tile;
}

} // namespace loci::scene
