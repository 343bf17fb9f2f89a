// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/modelshift.h"

#include "layers/domain/city/modelfinish.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>

namespace loci::city {

namespace {

/// Moves one object: its vertices are doubled, so that neighbours that share them stay.
class Mover
{
public:
    Mover(CityModel &model, double dz) : m_model(model)
    {
        const double steps = std::round(dz / model.vertices.scale[2]);
        m_steps = static_cast<std::int64_t>(std::clamp(steps, -4e9, 4e9));
    }

    void move(ObjectIndex object)
    {
        GeometryStore &store = m_model.geometry;
        const IndexRange range = m_model.objectGeometries[object];
        for (GeometryIndex g = range.begin; g < range.end; ++g) {
            const Geometry &geometry = store.geometries[g];
            if (geometry.instance != kNone) {
                std::uint32_t &reference = m_model.instances[geometry.instance].referenceVertex;
                reference = reference < m_model.vertices.size() ? moved(reference) : reference;
            }
            if (geometry.surfaces.isEmpty()) {
                continue;
            }
            const std::uint32_t first = store.ringVertices[store.surfaceRings[geometry.surfaces.begin]];
            const std::uint32_t last = store.ringVertices[store.surfaceRings[geometry.surfaces.end]];
            for (std::uint32_t i = first; i < last; ++i) {
                store.vertexIds[i] = moved(store.vertexIds[i]);
            }
        }
    }

private:
    std::uint32_t moved(std::uint32_t id)
    {
        const auto [entry, isNew] = m_twins.try_emplace(id, m_model.vertices.size());
        if (isNew) {
            std::vector<std::int32_t> &xyz = m_model.vertices.xyz;
            const std::size_t at = 3 * static_cast<std::size_t>(id);
            const std::int64_t z = xyz[at + 2] + m_steps;
            const std::int32_t x = xyz[at], y = xyz[at + 1];
            xyz.push_back(x);
            xyz.push_back(y);
            xyz.push_back(static_cast<std::int32_t>(std::clamp<std::int64_t>(
                z, std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::max())));
        }
        return entry->second;
    }

    CityModel &m_model;
    std::int64_t m_steps = 0;
    std::unordered_map<std::uint32_t, std::uint32_t> m_twins;
};

} // namespace

CityModelPtr withHeights(const CityModel &model, double dz, const std::vector<ObjectShift> &shifts)
{
    const std::shared_ptr<CityModel> shifted = model.copy();
    shifted->vertices.translate[2] += dz;
    for (const ObjectShift &shift : shifts) {
        Mover mover(*shifted, shift.dz);
        for (const ObjectIndex part : model.withDescendants(shift.object)) {
            mover.move(part);
        }
    }
    computeExtent(*shifted);
    return shifted;
}

CityModelPtr adjusted(const CityModelPtr &model, const ModelAdjustment &adjustment)
{
    ModelAdjustment written = adjustment;
    written.webDatum = geodesy::WebDatum::None;
    if (!model || written.isNone()) {
        return model;
    }
    const std::shared_ptr<CityModel> copy = model->copy();
    VertexStore &vertices = copy->vertices;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        vertices.scale[axis] *= adjustment.unit;
        vertices.translate[axis] *= adjustment.unit;
    }
    if (adjustment.swapAxes) {
        std::swap(vertices.scale[0], vertices.scale[1]);
        std::swap(vertices.translate[0], vertices.translate[1]);
        for (std::size_t i = 0; i + 2 < vertices.xyz.size(); i += 3) {
            std::swap(vertices.xyz[i], vertices.xyz[i + 1]);
        }
    }
    vertices.translate[2] += adjustment.dz;
    if (adjustment.crs.isKnown()) {
        copy->crs = adjustment.crs;
        copy->crsText = QStringLiteral("EPSG:%1").arg(adjustment.crs.value());
    }
    computeExtent(*copy);
    return copy;
}

} // namespace loci::city
