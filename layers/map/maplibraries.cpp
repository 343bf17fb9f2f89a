// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/maplibraries.h"

#include <qgis.h>
#include <gdal.h>
#include <geos_c.h>
#include <proj.h>

namespace loci::map {

LibraryVersions libraries()
{
    return {{QStringLiteral("QGIS core"), Qgis::version()},
            {QStringLiteral("GDAL"), QString::fromUtf8(GDALVersionInfo("RELEASE_NAME"))},
            {QStringLiteral("PROJ"), QString::fromUtf8(proj_info().version)},
            {QStringLiteral("GEOS"), QString::fromUtf8(GEOSversion())}};
}

} // namespace loci::map
