// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/geometry.h"

#include <QString>
#include <optional>

namespace loci::map {

class MapDocument;

/// A place as a person writes it: "78680.1, 457940", "52.07 4.31", "4°18'30"E 52°4'12"N", "EPSG:2056 2682000 1247500",
/// full-width signs too. Degrees without letters are latitude first, unless the other order lies nearer to `near`.
struct WrittenPlace
{
    double first = 0, second = 0; ///< as x, y of `crs`
    EpsgCode crs;                 ///< 4326 for degrees; unknown: the system of the map
    bool orderOpen = false;       ///< degrees whose order the text leaves open (first is taken as longitude here)
};
std::optional<WrittenPlace> readPlace(const QString &text, bool mapIsInDegrees);
/// The same in the project's CRS.
std::optional<Vec2> placeOnMap(const MapDocument &document, const QString &text, const Vec2 &near);
/// For the read-out: "78680.1, 457940.1" or "52.078812° N, 4.312401° E".
QString placeText(const Vec2 &place, bool degrees, double unitsPerPixel);

} // namespace loci::map
