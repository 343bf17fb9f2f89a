// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <gdal_priv.h>
#include <memory>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

namespace loci::formats {

/// Once a process, in any thread.
void prepareOgr();

/// While it lives, what GDAL says in this thread is kept instead of printed.
class OgrMessages
{
public:
    OgrMessages();
    ~OgrMessages();
    OgrMessages(const OgrMessages &) = delete;
    OgrMessages &operator=(const OgrMessages &) = delete;
    QString last() const { return m_last; }

private:
    static void handle(CPLErr kind, int number, const char *text);
    QString m_last;
};

/// "EPSG:2154", or WKT; empty for none.
QString crsName(const OGRSpatialReference *system);
/// For the names crsName() gives, longitude or easting first; null when it is not known.
std::unique_ptr<OGRSpatialReference> crsOf(const QString &name);

/// WKT with at most `decimals` digits after the point, without blanks that nobody needs.
QString wktOf(const OGRGeometry &geometry, int decimals);

} // namespace loci::formats
