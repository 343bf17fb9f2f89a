// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/print/printrequest.h"

#include <qgscoordinatereferencesystem.h>
#include <qgscoordinatetransform.h>
#include <qgsexception.h>
#include <qgsproject.h>
#include <qgsrectangle.h>

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cmath>

namespace loci::map {

namespace {
constexpr double kTitleHeight = 26;
constexpr double kGap = 3;
constexpr double kLargestPicture = 180e6; // pixels; an A0 sheet at 300 dpi has 140 million
constexpr double kMillimetresPerInch = 25.4;

QgsCoordinateReferenceSystem utmOf(const QgsPointXY &lonLat)
{
    const int zone = std::clamp(int(std::floor((lonLat.x() + 180.0) / 6.0)) + 1, 1, 60);
    return QgsCoordinateReferenceSystem::fromEpsgId((lonLat.y() < 0 ? 32700 : 32600) + zone);
}

bool isTrueMetre(const QgsCoordinateReferenceSystem &crs)
{
    if (!crs.isValid()) {
        return true; // no CRS: plan coordinates in metres
    }
    const bool mercator =
        crs.projectionAcronym() == QLatin1String("merc") || crs.projectionAcronym() == QLatin1String("webmerc");
    return !crs.isGeographic() && crs.mapUnits() == Qgis::DistanceUnit::Meters && !mercator;
}

Vec2 transformed(const Vec2 &point, const QgsCoordinateReferenceSystem &from, const QgsCoordinateReferenceSystem &to,
                 const QgsProject &project)
{
    if (from == to || !from.isValid() || !to.isValid()) {
        return point;
    }
    try {
        const QgsCoordinateTransform transform(from, to, project.transformContext());
        const QgsPointXY result = transform.transform(point.x, point.y);
        return {result.x(), result.y()};
    } catch (const QgsCsException &) {
        return point;
    }
}
} // namespace

const std::vector<PaperSize> &paperSizes()
{
    static const std::vector<PaperSize> sizes{{QStringLiteral("A4"), {210, 297}},
                                              {QStringLiteral("A3"), {297, 420}},
                                              {QStringLiteral("A2"), {420, 594}},
                                              {QStringLiteral("A1"), {594, 841}},
                                              {QStringLiteral("A0"), {841, 1189}}};
    return sizes;
}

const std::vector<double> &usualScales()
{
    static const std::vector<double> scales{100,   200,   500,   1000,  2000,   2500,   5000,   10000,
                                            15000, 20000, 25000, 50000, 100000, 200000, 500000, 1000000};
    return scales;
}

PrintTexts PrintTexts::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    PrintTexts texts;
    texts.title = object.value(QLatin1String("title")).toString();
    texts.subtitle = object.value(QLatin1String("subtitle")).toString();
    texts.organisation = object.value(QLatin1String("organisation")).toString();
    texts.author = object.value(QLatin1String("author")).toString();
    texts.source = object.value(QLatin1String("source")).toString();
    texts.date = QDate::fromString(object.value(QLatin1String("date")).toString(), Qt::ISODate);
    return texts;
}

QByteArray PrintTexts::toJson() const
{
    QJsonObject object{{QStringLiteral("title"), title},
                       {QStringLiteral("subtitle"), subtitle},
                       {QStringLiteral("organisation"), organisation},
                       {QStringLiteral("author"), author},
                       {QStringLiteral("source"), source}};
    if (date.isValid()) {
        object.insert(QStringLiteral("date"), date.toString(Qt::ISODate));
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<> checkRequest(const PrintRequest &request)
{
    LOCI_EXPECT(request.project,
                return fail(ErrorCode::Internal, QCoreApplication::translate("Print", "There is no map to print."),
                            "no project"));
    if (request.page.width() < 50 || request.page.height() < 50 || request.page.width() > 5000 ||
        request.page.height() > 5000) {
        return fail(ErrorCode::Usage,
                    QCoreApplication::translate("Print", "The paper must be between 50 mm and 5 000 mm on each side."));
    }
    if (!(request.scale >= 1) || request.scale > 1e8) {
        return fail(ErrorCode::Usage,
                    QCoreApplication::translate("Print", "The scale must be between 1:1 and 1:100 000 000."));
    }
    if (request.dpi < 30 || request.dpi > 1200) {
        return fail(ErrorCode::Usage,
                    QCoreApplication::translate("Print", "The resolution must be between 30 and 1 200 dots per inch."));
    }
    const QRectF area = mapArea(request);
    if (area.width() < 20 || area.height() < 20) {
        return fail(ErrorCode::Usage,
                    QCoreApplication::translate(
                        "Print", "The margins leave no room for the map. Choose a larger paper or a smaller margin."));
    }
    const double dots = request.page.width() * request.page.height() * request.dpi * request.dpi /
                        (kMillimetresPerInch * kMillimetresPerInch);
    if (dots > kLargestPicture) {
        return fail(
            ErrorCode::Usage,
            QCoreApplication::translate(
                "Print", "A picture of this paper at %1 dots per inch would be too large. Choose a lower resolution.")
                .arg(request.dpi));
    }
    return {};
}

QRectF titleArea(const PrintRequest &request)
{
    if (!request.titleBlock) {
        return {};
    }
    const double m = request.margin;
    return {m, request.page.height() - m - kTitleHeight, request.page.width() - 2 * m, kTitleHeight};
}

QRectF mapArea(const PrintRequest &request)
{
    const double m = request.margin;
    const double below = request.titleBlock ? kTitleHeight + kGap : 0;
    return {m, m, request.page.width() - 2 * m, request.page.height() - 2 * m - below};
}

QgsCoordinateReferenceSystem paperCrs(const PrintRequest &request)
{
    const QgsCoordinateReferenceSystem crs = request.project->crs();
    if (isTrueMetre(crs)) {
        return crs;
    }
    const QgsCoordinateReferenceSystem world = QgsCoordinateReferenceSystem::fromEpsgId(4326);
    const Vec2 lonLat = transformed(request.centre, crs, world, *request.project);
    return utmOf({lonLat.x, lonLat.y});
}

Box3 paperExtent(const PrintRequest &request)
{
    const Vec2 centre = transformed(request.centre, request.project->crs(), paperCrs(request), *request.project);
    const QRectF area = mapArea(request);
    const double halfWidth = area.width() / 2000.0 * request.scale;
    const double halfHeight = area.height() / 2000.0 * request.scale;
    return {{centre.x - halfWidth, centre.y - halfHeight, 0}, {centre.x + halfWidth, centre.y + halfHeight, 0}};
}

std::vector<Vec2> frameOutline(const PrintRequest &request, int pointsPerSide)
{
    const Box3 box = paperExtent(request);
    const QgsCoordinateReferenceSystem paper = paperCrs(request);
    const Vec2 corners[] = {
        {box.min.x, box.min.y}, {box.max.x, box.min.y}, {box.max.x, box.max.y}, {box.min.x, box.max.y}};
    std::vector<Vec2> outline;
    for (int side = 0; side < 4; ++side) {
        const Vec2 &a = corners[side];
        const Vec2 &b = corners[(side + 1) % 4];
        for (int i = 0; i < pointsPerSide; ++i) {
            const double t = double(i) / pointsPerSide;
            outline.push_back(transformed({a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t}, paper, request.project->crs(),
                                          *request.project));
        }
    }
    return outline;
}

double fittingScale(const PrintRequest &request, const Box3 &extent)
{
    if (extent.isEmpty()) {
        return request.scale;
    }
    PrintRequest centred = request;
    centred.centre = {extent.centre().x, extent.centre().y};
    const QgsCoordinateReferenceSystem paper = paperCrs(centred);
    Box3 onPaper;
    for (const Vec2 &corner : {Vec2{extent.min.x, extent.min.y}, Vec2{extent.max.x, extent.min.y},
                               Vec2{extent.max.x, extent.max.y}, Vec2{extent.min.x, extent.max.y}}) {
        const Vec2 p = transformed(corner, request.project->crs(), paper, *request.project);
        onPaper.include(Vec3{p.x, p.y, 0});
    }
    const QRectF area = mapArea(request);
    const double needed = std::max((onPaper.max.x - onPaper.min.x) * 1000.0 / area.width(),
                                   (onPaper.max.y - onPaper.min.y) * 1000.0 / area.height());
    for (const double scale : usualScales()) {
        if (scale >= needed) {
            return scale;
        }
    }
    return std::ceil(needed / 1e6) * 1e6;
}

} // namespace loci::map
