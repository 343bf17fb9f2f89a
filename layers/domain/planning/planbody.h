// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/geometry.h"
#include "layers/base/result.h"
#include "layers/domain/city/citymodel.h"
#include "layers/domain/planning/planlayer.h"

#include <QJsonObject>
#include <QString>
#include <memory>
#include <string>
#include <vector>

namespace loci::planning {

/// The shape of a building that came from a model file, as its surfaces: metres, from the middle of its outline and its
/// lowest point, north along y. What the file does not say of a surface (roof, wall) stays unsaid.
struct PlanBody
{
    struct Surface
    {
        std::vector<std::vector<Vec3>> rings; ///< first exterior
        std::string semantic;                 ///< "RoofSurface" and the like; empty: not said
        bool operator==(const Surface &) const = default;
    };
    QString file; ///< name of the file that it came from
    std::vector<Surface> surfaces;
    Ring outline;      ///< the ground that it covers, for drawing; counter-clockwise
    double height = 0; ///< metres

    /// Content of the same body is the same text: SHA-256 of its JSON, shortened.
    QString id() const;
    bool hasGround() const; ///< some surface says that it is the floor on the ground

    /// {"file", "outline": [[x, y]...], "surfaces": [{"semantic", "rings": [[x, y, z, ...]...]}]}.
    static Result<std::shared_ptr<const PlanBody>> fromJson(const QJsonObject &object);
    QJsonObject toJson() const;
    bool operator==(const PlanBody &) const = default;
};

/// A body with the place that it had in its file, in the coordinates of the file.
struct PlacedBody
{
    PlanBody body;
    Vec3 at;      ///< middle of the outline's box, lowest point
    EpsgCode crs; ///< of the file; unknown: the numbers mean nothing on the map
};

/// Everything that a model file holds as one body, terrain and the like left out. One sentence when it holds nothing
/// that stands up, or when its size says that its numbers are no metres. The outline is the box around it until
/// somebody knows better.
Result<PlacedBody> bodyOf(const city::CityModel &model, const QString &fileName);

/// Turned counter-clockwise by degrees about the middle, and put to a place.
Vec3 placedPoint(const Vec3 &local, const Vec2 &at, double base, double turn);

} // namespace loci::planning
