// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/finding.h"
#include "layers/base/result.h"

#include <QJsonObject>
#include <QString>

namespace loci::map {

/// What `loci info` says of a map file: {format, crs, bbox, layers[{name, geometry, features, crs, bbox, fields}]} and
/// the findings of reading. Needs a QgisRuntime; blocks.
///
/// `geometry` is what the opened layer promises of its features, in QGIS's words: "Polygon", "MultiPointZ", "Raster",
/// "None" for a table. A shapefile does not tell one part from several and is always "Multi"; a GeoJSON file that mixes
/// both goes by the single name; Z and M are told when the file has them. `crs` is the EPSG code where there is one
/// (GeoJSON's CRS84 is EPSG:4326); boxes have x (longitude) first whatever the axis order of the system.
Result<Loaded<QJsonObject>> inspectLayers(const QString &path);
/// The same with the findings inside, as member "findings".
Result<QJsonObject> describeLayers(const QString &path);

} // namespace loci::map
