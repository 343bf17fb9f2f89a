// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/feeds/observation.h"

#include <QHash>
#include <QSet>

namespace loci::formats {

/// What the timetable (static GTFS) knows; empty parts are not checked against.
struct TransitReference
{
    QSet<QString> trips;
    QSet<QString> routes;
    QSet<QString> stops;
    QHash<QString, std::vector<feeds::GeoPoint>> shapes; ///< way of a trip
};

/// Metres from a place to a way, on a sphere small enough to be flat.
double metresToWay(const feeds::GeoPoint &place, const std::vector<feeds::GeoPoint> &way);

} // namespace loci::formats
