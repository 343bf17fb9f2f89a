// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/citymodel.h"
#include "layers/formats/export/geoplacer.h"

#include <memory>
#include <optional>
#include <span>
#include <string>

namespace loci::formats {

/// Metres around the middle of a model, z up: what formats with single precision can hold. Projected coordinates are
/// only shifted; longitude and latitude are laid on the plane that touches the ellipsoid there.
class MeshFrame
{
public:
    explicit MeshFrame(const city::CityModel &model);

    bool place(std::span<Vec3> points) const;       ///< in place; false when a point is nowhere on Earth
    const Vec3 &origin() const { return m_origin; } ///< world coordinates of (0,0,0)
    std::string crs() const;                        ///< "EPSG:7415", or empty

private:
    const city::CityModel &m_model;
    Vec3 m_origin;
    std::unique_ptr<GeoPlacer> m_placer; // for degrees only
    std::optional<TangentFrame> m_tangent;
};

} // namespace loci::formats
