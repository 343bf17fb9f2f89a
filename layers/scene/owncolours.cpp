// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/scene/owncolours.h"

#include "layers/scene/tilemesh.h"

#include <algorithm>
#include <cmath>

namespace loci::scene {

OwnColours::OwnColours(const city::CityModel &model)
{
    const auto &themes = model.geometry.materialThemes;
    const auto chosen = std::find_if(themes.begin(), themes.end(),
                                     [&](const auto &theme) { return theme.name == model.defaultMaterialTheme; });
    m_theme = chosen != themes.end() ? &*chosen : themes.empty() ? nullptr : &themes.front();
    if (!m_theme) {
        return;
    }
    for (const city::Material &material : model.materials) {
        std::uint32_t packed = city::kNone;
        if (material.diffuse) {
            packed = 0;
            for (const double channel : *material.diffuse) {
                const double part = std::isfinite(channel) ? std::clamp(channel, 0.0, 1.0) : 0;
                packed = (packed << 8) | static_cast<std::uint32_t>(std::lround(part * 255));
            }
        }
        m_byMaterial.push_back(packed);
    }
}

std::uint32_t OwnColours::of(city::SurfaceIndex surface) const
{
    const std::uint32_t material =
        m_theme && surface < m_theme->surface.size() ? m_theme->surface[surface] : city::kNone;
    return material < m_byMaterial.size() ? m_byMaterial[material] : city::kNone;
}

void addPoints(const city::CityModel &model, std::span<const city::ObjectIndex> objects, const QString &lod,
               const OwnColours &colours, TileMesh &tile)
{
    std::vector<float> positions;
    for (const city::ObjectIndex object : objects) {
        for (const city::GeometryIndex g : city::chooseGeometries(model, object, {lod})) {
            const city::Geometry &geometry = model.geometry.geometries[g];
            if (geometry.type != city::GeometryType::MultiPoint) {
                continue;
            }
            for (city::SurfaceIndex s = geometry.surfaces.begin; s < geometry.surfaces.end; ++s) {
                const city::IndexRange rings = model.geometry.rings(s);
                for (std::uint32_t r = rings.begin; r < rings.end; ++r) {
                    for (const std::uint32_t vertex : model.geometry.ring(r)) {
                        const Vec3 place = model.vertices.at(vertex) - tile.origin;
                        positions.insert(positions.end(), {static_cast<float>(place.x), static_cast<float>(place.y),
                                                           static_cast<float>(place.z)});
                        tile.pointObject.push_back(object);
                        tile.pointColour.push_back(colours.of(s));
                    }
                }
            }
        }
    }
    if (positions.empty()) {
        return;
    }
    tile.pointPositions = vtkSmartPointer<vtkFloatArray>::New();
    tile.pointPositions->SetNumberOfComponents(3);
    tile.pointPositions->SetNumberOfTuples(static_cast<vtkIdType>(positions.size() / 3));
    std::copy(positions.begin(), positions.end(), tile.pointPositions->GetPointer(0));
}

} // namespace loci::scene
