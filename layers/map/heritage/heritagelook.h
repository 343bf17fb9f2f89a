// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/geometry.h"

#include <QByteArray>
#include <QColor>
#include <QString>
#include <vector>

namespace loci::map {

/// One value of what colours the records (a grade, a state of preservation), as the legend words it.
struct HeritageClass
{
    QString code;
    QString label;
    QColor colour;
};

/// The small white sign in a symbol, by category. The picture is drawn in currentColor.
struct HeritageSign
{
    QString code;
    QByteArray svg;
};

enum class ZonePattern { Solid, Hatched, CrossHatched, Dashed, Dotted };

struct HeritageZoneClass
{
    QString code;
    QString label;
    ZonePattern pattern = ZonePattern::Solid;
    QColor colour;
};

/// How the layers of the catalogue look; one family of symbols for map, 3D, list and legend.
struct HeritageLook
{
    std::vector<HeritageClass> classes;
    std::vector<HeritageSign> signs;
    std::vector<HeritageZoneClass> zones;
    QByteArray defaultSign;
    QColor text, halo, cluster;
    QString placesName, areasName, zonesName; ///< of the layers, translated
    bool operator==(const HeritageLook &) const;
};

/// A shape as records hold it: WKT with x (easting, longitude) first. Empty: none.
struct HeritageShape
{
    QString wkt;
    EpsgCode crs{4326};
};

/// A record as the map shows it. Without a point it stands on its body.
struct HeritagePlace
{
    QString id;
    QString name;
    QString classCode, category;
    HeritageShape point, body;
};

struct HeritageZone
{
    QString id;      ///< of the zone
    QString ownerId; ///< the record's
    QString name;
    QString kind;
    HeritageShape shape;
};

} // namespace loci::map
