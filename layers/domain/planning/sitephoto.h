// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/geometry.h"
#include "layers/base/result.h"

#include <QJsonObject>
#include <QString>
#include <array>
#include <optional>
#include <vector>

namespace loci::planning {

/// A point of the town and where a photograph shows it, pixels from the upper left corner.
struct ControlPoint
{
    Vec2 pixel;
    Vec3 place; ///< in the coordinates of the model
    bool operator==(const ControlPoint &) const = default;
};

/// A pinhole camera with square pixels and its principal point in the middle of the picture.
struct PhotoCamera
{
    Vec3 eye;
    std::array<Vec3, 3> axes{Vec3{1, 0, 0}, Vec3{0, 0, -1}, Vec3{0, 1, 0}}; ///< right, down, forward; length 1
    double focal = 1;                                                       ///< pixels
    int width = 0, height = 0;                                              ///< of the picture, pixels

    /// Pixel of a place; nothing behind the eye.
    std::optional<Vec2> project(const Vec3 &place) const;
    Vec3 direction(const Vec2 &pixel) const; ///< length 1, from the eye
    PhotoCamera scaledTo(int newWidth) const;
    double fieldOfView() const; ///< across, degrees
};

/// A photograph of the site with its control points, kept in the workspace with the stored view it was taken from.
struct SitePhoto
{
    static constexpr int kLeastPoints = 6;

    QString id, name;
    QString file; ///< relative to the folder of the workspace, or absolute
    QString view; ///< id of the protected view that it was taken from; empty: none
    int width = 0, height = 0;
    EpsgCode crs; ///< of the places
    std::vector<ControlPoint> points;

    /// {"name", "path", "view", "width", "height", "crs", "points": [{"pixel": [x, y], "place": [x, y, z]}]}.
    static Result<SitePhoto> fromJson(const QString &id, const QJsonObject &object);
    QJsonObject toJson() const;
    bool operator==(const SitePhoto &) const = default;
};

} // namespace loci::planning
