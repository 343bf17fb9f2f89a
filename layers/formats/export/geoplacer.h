// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/geometry.h"

#include <array>
#include <memory>
#include <span>

namespace loci::formats {

/// From a model's CRS to the globe (WGS 84), by PROJ without the network. One thread at a time.
class GeoPlacer
{
public:
    static std::unique_ptr<GeoPlacer> create(EpsgCode crs); ///< null when the register does not know the CRS
    ~GeoPlacer();

    bool isGeographic() const; ///< x and y are longitude and latitude in degrees
    /// Whether heights above a vertical datum could be turned into heights above the ellipsoid at this place. When not
    /// (no geoid grid on this computer, or the CRS has no heights), they are taken as they are.
    bool hasHeights() const;
    /// World points to longitude and latitude (radians) and height; false when one is outside of what can be placed.
    bool toGeographic(std::span<Vec3> points) const;

private:
    GeoPlacer();
    struct Private;
    std::unique_ptr<Private> d;
};

Vec3 earthCentred(const Vec3 &geographic); ///< EPSG:4978 metres from longitude, latitude (radians), height

/// East, north and up at a place on the ellipsoid: where a tile's own coordinates are at home.
class TangentFrame
{
public:
    explicit TangentFrame(const Vec3 &geographic);
    Vec3 local(const Vec3 &earthCentred) const; ///< metres east, north, up
    std::array<double, 16> columnMajor() const; ///< local to earth-centred, as 3D Tiles writes it

private:
    Vec3 m_origin, m_east, m_north, m_up;
};

} // namespace loci::formats
