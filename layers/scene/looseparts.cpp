// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/scene/looseparts.h"

#include "layers/scene/owncolours.h"
#include "layers/scene/scenecolours.h"

#include <algorithm>

namespace loci::scene {

namespace {

vtkSmartPointer<vtkFloatArray> toVtk(const std::vector<float> &positions)
{
    auto array = vtkSmartPointer<vtkFloatArray>::New();
    array->SetNumberOfComponents(3);
    array->SetNumberOfTuples(static_cast<vtkIdType>(positions.size() / 3));
    std::copy(positions.begin(), positions.end(), array->GetPointer(0));
    return array;
}

class Gatherer
{
public:
    Gatherer(const city::CityModel &model, const OwnColours &colours, TileMesh &tile)
        : m_model(model)
        , m_colours(colours)
        , m_tile(tile)
    {}

    void add(city::ObjectIndex object, const city::Geometry &geometry)
    {
        for (city::SurfaceIndex s = geometry.surfaces.begin; s < geometry.surfaces.end; ++s) {
            const city::IndexRange rings = m_model.geometry.rings(s);
            for (std::uint32_t r = rings.begin; r < rings.end; ++r) {
                if (geometry.type == city::GeometryType::MultiPoint) {
                    addPoints(object, s, m_model.geometry.ring(r));
                } else {
                    addLine(object, m_model.geometry.ring(r));
                }
            }
        }
    }
    void finish()
    {
        if (!m_points.empty()) {
            m_tile.pointPositions = toVtk(m_points);
        }
        if (!m_tile.lineObject.empty()) {
            m_tile.linePositions = toVtk(m_lines);
        }
    }

private:
    void put(std::uint32_t vertex, std::vector<float> &into) const
    {
        const Vec3 place = m_model.vertices.at(vertex) - m_tile.origin;
        into.insert(into.end(),
                    {static_cast<float>(place.x), static_cast<float>(place.y), static_cast<float>(place.z)});
    }
    void addPoints(city::ObjectIndex object, city::SurfaceIndex surface, std::span<const std::uint32_t> ids)
    {
        for (const std::uint32_t vertex : ids) {
            put(vertex, m_points);
            m_tile.pointObject.push_back(object);
            m_tile.pointColour.push_back(m_colours.of(surface));
        }
    }
    void addLine(city::ObjectIndex object, std::span<const std::uint32_t> ids)
    {
        const SurfaceClass surface = classify({}, m_model.typeOf(object), 0);
        const auto first = static_cast<std::int32_t>(m_lines.size() / 3);
        for (std::size_t i = 0; i < ids.size(); ++i) {
            put(ids[i], m_lines);
            if (i > 0) {
                m_tile.lineEnds.push_back(first + static_cast<std::int32_t>(i) - 1);
                m_tile.lineEnds.push_back(first + static_cast<std::int32_t>(i));
                m_tile.lineObject.push_back(object);
                m_tile.lineClass.push_back(surface);
            }
        }
    }

    const city::CityModel &m_model;
    const OwnColours &m_colours;
    TileMesh &m_tile;
    std::vector<float> m_points, m_lines;
};

/// Keeps the nearest of what lies within the ray's spread.
class Search
{
public:
    Search(const Ray &ray, double before, double farthest) : m_ray(ray), m_before(before), m_farthest(farthest) {}

    void look(city::ObjectIndex object, const Vec3 &place)
    {
        const double along = dot(place - m_ray.from, m_ray.direction);
        if (along < 0 || along > m_farthest) {
            return;
        }
        const Vec3 beside = place - m_ray.from - m_ray.direction * along;
        if (length(beside) <= m_ray.spread * (m_before + along)) {
            m_farthest = along;
            m_best = LooseHit{object, along};
        }
    }
    /// At the place of the line that is nearest to the ray.
    void look(city::ObjectIndex object, const Vec3 &a, const Vec3 &b)
    {
        const Vec3 line = b - a;
        const Vec3 between = a - m_ray.from;
        const double lineLine = dot(line, line);
        const double rayLine = dot(m_ray.direction, line);
        const double gap = lineLine - rayLine * rayLine;
        double share = 0; // parallel: its beginning will do
        if (gap > 1e-12 * std::max(lineLine, 1e-12)) {
            share = std::clamp((rayLine * dot(between, m_ray.direction) - dot(between, line)) / gap, 0.0, 1.0);
        }
        look(object, a + line * share);
    }
    const std::optional<LooseHit> &best() const { return m_best; }

private:
    const Ray &m_ray;
    double m_before, m_farthest;
    std::optional<LooseHit> m_best;
};

} // namespace

void addLooseParts(const city::CityModel &model, std::span<const city::ObjectIndex> objects, const QString &lod,
                   const OwnColours &colours, TileMesh &tile)
{
    Gatherer gatherer(model, colours, tile);
    for (const city::ObjectIndex object : objects) {
        for (const city::GeometryIndex g : city::chooseGeometries(model, object, {lod})) {
            const city::Geometry &geometry = model.geometry.geometries[g];
            if (geometry.type == city::GeometryType::MultiPoint ||
                geometry.type == city::GeometryType::MultiLineString) {
                gatherer.add(object, geometry);
            }
        }
    }
    gatherer.finish();
}

std::optional<LooseHit> nearestLoose(const TileMesh &tile, const Ray &ray, double before, double farthest,
                                     const std::function<bool(city::ObjectIndex)> &hidden)
{
    Search search(ray, before, farthest);
    const auto placeOf = [](vtkFloatArray *positions, std::size_t i) {
        const float *p = positions->GetPointer(3 * static_cast<vtkIdType>(i));
        return Vec3{p[0], p[1], p[2]};
    };
    for (std::size_t i = 0; i < tile.pointObject.size(); ++i) {
        if (!hidden || !hidden(tile.pointObject[i])) {
            search.look(tile.pointObject[i], placeOf(tile.pointPositions, i));
        }
    }
    for (std::size_t i = 0; i < tile.lineObject.size(); ++i) {
        if (!hidden || !hidden(tile.lineObject[i])) {
            search.look(tile.lineObject[i], placeOf(tile.linePositions, static_cast<std::size_t>(tile.lineEnds[2 * i])),
                        placeOf(tile.linePositions, static_cast<std::size_t>(tile.lineEnds[2 * i + 1])));
        }
    }
    return search.best();
}

} // namespace loci::scene
