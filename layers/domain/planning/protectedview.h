// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

/// A protected view: from each eye the edge of the landmark must stay visible over everything between, and free of
/// what would rise behind it. Heights are absolute, in the system of the model.
struct ProtectedView
{
    QString id, name, standard, clause;
    std::vector<Vec3> eyes; ///< points of view; several for a path or a place
    /// Lower edge of the part that must stay visible, from one end to the other; two points or more.
    std::vector<Vec3> edge;
    QString landmark;        ///< id of the landmark's own object, which hides nothing
    double consultation = 0; ///< metres by which the wider consultation area goes beyond either end of the edge
    double background = 0;   ///< metres behind the edge in which nothing may rise above the plane
    std::optional<double> refraction; ///< coefficient k; with it the curvature of the earth counts, 0.13 is usual
    QString datum;                    ///< name of the height system that its heights count in; empty: that of the model
    QDate from, to;

    QJsonObject toJson() const; ///< as ViewSet::fromJson() reads it
    bool isInForce(const QDate &day) const { return (!from.isValid() || from <= day) && (!to.isValid() || day <= to); }
};

struct ViewSet
{
    EpsgCode crs;
    std::vector<ProtectedView> views;

    /// {"crs": "EPSG:28992", "views": [{"id", "eyes": [[x, y, z]], "edge": [[x, y, z], ...], ...}]}. One sentence that
    /// names the view when something is missing or no number or date.
    static Result<ViewSet> fromJson(const QByteArray &json);
    Result<> transform(EpsgCode target, const std::function<std::optional<Vec2>(const Vec2 &)> &place);
};

} // namespace loci::planning
