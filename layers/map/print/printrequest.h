// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/geometry.h"
#include "layers/base/result.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <vector>

class QgsCoordinateReferenceSystem;
class QgsMapLayer;
class QgsProject;

namespace loci::map {

/// A sheet of paper, portrait, in millimetres.
struct PaperSize
{
    QString name; ///< "A4"; shown as it is
    QSizeF millimetres;
};
/// A4 to A0.
const std::vector<PaperSize> &paperSizes();

/// What the title block says; kept in the workspace as "print/texts".
struct PrintTexts
{
    QString title;
    QString subtitle;
    QString organisation;
    QString author;
    QString source; ///< where the data are from, with their licence
    QDate date;     ///< invalid: the day of printing

    static PrintTexts fromJson(const QByteArray &json);
    QByteArray toJson() const;
    bool operator==(const PrintTexts &) const = default;
};

/// One map on one sheet, true to scale. Millimetres on paper, metres in the world.
struct PrintRequest
{
    QgsProject *project = nullptr; ///< must be set
    QList<QgsMapLayer *> layers;   ///< top first; empty: what the project's layer tree shows
    Vec2 centre;                   ///< of the map picture, in the project's CRS
    double scale = 1000;           ///< denominator
    QSizeF page{297, 210};         ///< as it lies, orientation applied
    double margin = 10;
    PrintTexts texts;
    bool titleBlock = true;
    bool legend = true;
    bool northArrow = true;
    bool scaleBar = true;
    int dpi = 300;
    QString fontFamily; ///< empty: the application's font
    QString language;   ///< BCP 47, for dates; empty: the application's
};

/// Says in a sentence why a request cannot be printed.
Result<> checkRequest(const PrintRequest &request);
/// The map picture on the page, in millimetres from the top left.
QRectF mapArea(const PrintRequest &request);
/// The title block below the map; empty when there is none.
QRectF titleArea(const PrintRequest &request);
/// The CRS of the paper: the project's own when its unit is a true metre, else the UTM zone of the centre, because
/// degrees and Web Mercator metres are not lengths.
QgsCoordinateReferenceSystem paperCrs(const PrintRequest &request);
/// The extent of the map picture in paperCrs().
Box3 paperExtent(const PrintRequest &request);
/// The outline of the map picture in the project's CRS, as a ring of `4 * pointsPerSide` points, for drawing on the
/// map.
std::vector<Vec2> frameOutline(const PrintRequest &request, int pointsPerSide = 1);
/// The smallest usual scale at which `extent` (in the project's CRS) fits onto the page of the request.
double fittingScale(const PrintRequest &request, const Box3 &extent);
/// Usual denominators, ascending: 100 ... 1 000 000.
const std::vector<double> &usualScales();

} // namespace loci::map
