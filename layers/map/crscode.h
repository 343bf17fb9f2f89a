// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qgscoordinatereferencesystem.h>

namespace loci::map {

/// The same system under its EPSG code, where there is one. Files often state a system by name only, and QGIS then
/// takes the first authority that knows it ("IGNF:LAMB93" for EPSG:2154, "OGC:CRS84" for EPSG:4326): the same place on
/// the map, but a name that no list of the city's data shows. Only systems that PROJ finds equivalent are replaced
/// (the axis order of degrees does not count: maps draw x before y); all others come back as they are. Any thread.
QgsCoordinateReferenceSystem withEpsgCode(const QgsCoordinateReferenceSystem &crs);

} // namespace loci::map
