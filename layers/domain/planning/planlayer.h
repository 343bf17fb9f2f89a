// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/finding.h"
#include "layers/base/geometry.h"
#include "layers/base/result.h"

#include <QByteArray>
#include <QDate>
#include <QJsonObject>
#include <QString>
#include <functional>
#include <optional>
#include <vector>

namespace loci::planning {

using Ring = std::vector<Vec2>;    ///< open: the first point is not repeated
using Polygon = std::vector<Ring>; ///< first ring exterior
using Line = std::vector<Vec2>;

/// One feature that rules speak about: a height zone, a protection area, a street, a parcel, a hill, a building line.
/// `kind` is its property "kind"; a feature without one is of kind "zone".
struct PlanArea
{
    QString id, kind, name;
    std::vector<Polygon> polygons;
    std::vector<Line> lines;
    std::vector<Vec2> points;
    QJsonObject properties;
    QDate from, to;            ///< of its document, properties "from" and "to"; invalid: not bounded
    bool datesReadable = true; ///< false when one of them is written and no date

    bool isInForce(const QDate &day) const { return (!from.isValid() || from <= day) && (!to.isValid() || day <= to); }
    /// A property as a number; absent when it is missing, no number, or text that is none.
    std::optional<double> number(const QString &property) const;
};

/// The features of one file, in one CRS.
struct PlanLayer
{
    EpsgCode crs; ///< unknown when the file names one that is not EPSG
    std::vector<PlanArea> areas;

    /// GeoJSON; without the member "crs" it is WGS 84 in degrees, as RFC 7946 says. Features that cannot be read are
    /// findings (code zone_unreadable), repeated ids too (zone_id_twice); the others stay. An area with dates that
    /// nobody can read stays as well (zone_dates): whether it is in force is not known.
    static Result<Loaded<PlanLayer>> fromGeoJson(const QByteArray &json, const QString &source);

    /// All coordinates through one function, which answers nothing where it has no place; then it fails.
    Result<> transform(EpsgCode target, const std::function<std::optional<Vec2>(const Vec2 &)> &place);
};

} // namespace loci::planning
