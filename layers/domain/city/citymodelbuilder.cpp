// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/citymodelbuilder.h"

#include "layers/domain/city/modelfinish.h"

#include <algorithm>

namespace loci::city {

CityModelBuilder::CityModelBuilder(std::array<double, 3> scale, std::array<double, 3> translate)
    : m_model(std::make_shared<CityModel>())
{
    m_model->vertices.scale = scale;
    m_model->vertices.translate = translate;
    m_model->format = QStringLiteral("CityJSON");
    m_model->version = QStringLiteral("2.0");
}

ObjectIndex CityModelBuilder::beginObject(std::string_view id, std::string_view type, ObjectIndex parent)
{
    CityModel &m = *m_model;
    const ObjectIndex object = m.objectCount();
    const auto geometries = static_cast<std::uint32_t>(m.geometry.geometries.size());
    m.objectIds.emplace_back(id);
    m.objectType.push_back(m.typeNames.intern(type));
    m.objectGeometries.push_back({geometries, geometries});
    m.objectParent.push_back(parent);
    m_firstVertexOfObject = m.vertices.size();
    return object;
}

void CityModelBuilder::attribute(std::string_view name, std::int64_t value)
{
    m_model->attributes.column(name).append(m_model->objectCount() - 1, value);
}

void CityModelBuilder::attribute(std::string_view name, double value)
{
    m_model->attributes.column(name).append(m_model->objectCount() - 1, value);
}

void CityModelBuilder::attribute(std::string_view name, bool value)
{
    m_model->attributes.column(name).append(m_model->objectCount() - 1, value);
}

void CityModelBuilder::attribute(std::string_view name, std::string_view text)
{
    m_model->attributes.column(name).appendText(m_model->objectCount() - 1, text);
}

GeometryIndex CityModelBuilder::beginGeometry(GeometryType type, std::string_view lod)
{
    GeometryStore &store = m_model->geometry;
    Geometry geometry;
    geometry.object = m_model->objectCount() - 1;
    geometry.type = type;
    geometry.lod = lod.empty() ? kNone : m_model->lodNames.intern(lod);
    geometry.surfaces = {store.surfaceCount(), store.surfaceCount()};
    const auto shells = static_cast<std::uint32_t>(store.shells.size());
    geometry.shells = {shells, shells};
    store.geometries.push_back(geometry);
    m_model->objectGeometries.back().end = static_cast<std::uint32_t>(store.geometries.size());
    return static_cast<GeometryIndex>(store.geometries.size() - 1);
}

void CityModelBuilder::beginShell(std::uint32_t solid)
{
    GeometryStore &store = m_model->geometry;
    store.shells.push_back({{store.surfaceCount(), store.surfaceCount()}, solid});
    store.geometries.back().shells.end = static_cast<std::uint32_t>(store.shells.size());
}

void CityModelBuilder::beginSurface(std::string_view semantic)
{
    GeometryStore &store = m_model->geometry;
    std::uint32_t number = kNone;
    if (!semantic.empty()) {
        number = static_cast<std::uint32_t>(store.semantics.size());
        store.semantics.push_back({m_model->typeNames.intern(semantic), kNone, {}});
    }
    store.surfaceRings.push_back(store.surfaceRings.back());
    store.surfaceSemantic.push_back(number);
    store.surfaceGeometry.push_back(static_cast<GeometryIndex>(store.geometries.size() - 1));
    store.geometries.back().surfaces.end = store.surfaceCount();
    if (!store.geometries.back().shells.isEmpty()) {
        store.shells.back().surfaces.end = store.surfaceCount();
    }
}

void CityModelBuilder::addRing(std::span<const Vec3> ring)
{
    GeometryStore &store = m_model->geometry;
    for (const Vec3 &point : ring) {
        store.vertexIds.push_back(vertex(point));
    }
    store.ringVertices.push_back(static_cast<std::uint32_t>(store.vertexIds.size()));
    ++store.surfaceRings.back();
}

SurfaceIndex CityModelBuilder::surface(std::initializer_list<std::vector<Vec3>> rings, std::string_view semantic)
{
    return surface(std::span<const std::vector<Vec3>>(rings.begin(), rings.size()), semantic);
}

SurfaceIndex CityModelBuilder::surface(std::span<const std::vector<Vec3>> rings, std::string_view semantic)
{
    beginSurface(semantic);
    for (const std::vector<Vec3> &ring : rings) {
        addRing(ring);
    }
    return m_model->geometry.surfaceCount() - 1;
}

SurfaceIndex CityModelBuilder::surface(std::span<const Vec3> ring, std::string_view semantic)
{
    beginSurface(semantic);
    addRing(ring);
    return m_model->geometry.surfaceCount() - 1;
}

std::uint32_t CityModelBuilder::vertex(const Vec3 &world)
{
    VertexStore &store = m_model->vertices;
    const std::array<double, 3> value{world.x, world.y, world.z};
    std::array<std::int32_t, 3> cell{};
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const double steps = std::round((value[axis] - store.translate[axis]) / store.scale[axis]);
        cell[axis] = static_cast<std::int32_t>(std::clamp(steps, -2147483647.0, 2147483647.0));
    }
    constexpr std::uint32_t kLookBack = 64; // of one building; a terrain does not search all it has
    const std::uint32_t size = store.size();
    const std::uint32_t from = std::max(m_firstVertexOfObject, size > kLookBack ? size - kLookBack : 0);
    for (std::uint32_t i = from; i < size; ++i) {
        if (std::equal(cell.begin(), cell.end(), store.xyz.begin() + 3 * static_cast<std::ptrdiff_t>(i))) {
            return i;
        }
    }
    store.xyz.insert(store.xyz.end(), cell.begin(), cell.end());
    return size;
}

CityModelPtr CityModelBuilder::finish()
{
    linkChildren(*m_model);
    computeExtent(*m_model);
    m_model->buildIndex();
    const CityModelPtr done = std::move(m_model);
    m_model = std::make_shared<CityModel>();
    return done;
}

} // namespace loci::city
