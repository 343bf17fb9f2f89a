// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/geometry.h"

#include <QString>
#include <memory>
#include <optional>
#include <span>

namespace loci::formats {

/// From geocentric WGS 84 (EPSG:4978) to metres on a map around a place: UTM, near the poles UPS, with heights above
/// the ellipsoid. One thread.
class EarthFrame
{
public:
    /// The frame for what lies around `centre`; empty when that is not near the surface of the earth.
    static std::optional<EarthFrame> around(const Vec3 &centre);
    static bool isNearSurface(const Vec3 &geocentric); ///< at most 100 km above or below the ellipsoid

    EpsgCode crs() const { return m_crs; }
    QString name() const { return m_name; } ///< "WGS 84 / UTM zone 18N"
    void toMap(std::span<Vec3> points) const;
    Vec3 toMap(const Vec3 &point) const;

private:
    struct Transformation;
    EarthFrame(EpsgCode crs, QString name, std::shared_ptr<Transformation> transformation);

    EpsgCode m_crs;
    QString m_name;
    std::shared_ptr<Transformation> m_transformation;
};

} // namespace loci::formats
