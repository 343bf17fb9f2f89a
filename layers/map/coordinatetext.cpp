// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/coordinatetext.h"

#include "layers/map/mapdocument.h"

#include <qgscoordinatetransform.h>
#include <qgsexception.h>
#include <qgsproject.h>

#include <QCoreApplication>
#include <QRegularExpression>
#include <cmath>

namespace loci::map {

namespace {

QString plain(QString text)
{
    static const std::pair<QChar, QChar> folded[] = {
        {QChar(0xFF0C), u','},  {QChar(0x3001), u','}, {QChar(0xFF1A), u':'},  {QChar(0x2212), u'-'},
        {QChar(0x2032), u'\''}, {QChar(0x2033), u'"'}, {QChar(0x2019), u'\''}, {QChar(0x201D), u'"'},
        {QChar(0x00BA), u'°'},  {QChar(0xFF1B), u';'}};
    for (const auto &[from, to] : folded) {
        text.replace(from, to);
    }
    text.replace(QStringLiteral("''"), QStringLiteral("\""));
    text.replace(QStringLiteral("北纬"), QStringLiteral("N ")).replace(QStringLiteral("东经"), QStringLiteral("E "));
    text.replace(QStringLiteral("南纬"), QStringLiteral("S ")).replace(QStringLiteral("西经"), QStringLiteral("W "));
    return text.trimmed();
}

struct Angle
{
    double value;
    QChar letter; ///< null when none
    bool marked;  ///< a degree sign stood there
};

std::vector<Angle> angles(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral("([NSEWO])?\\s*([+-]?\\d+(?:\\.\\d+)?)\\s*(°|d\\b)?\\s*(?:(\\d+(?:\\.\\d+)?)\\s*'\\s*)?(?:(\\d+("
                       "?:\\.\\d+)?)\\s*\"\\s*)?([NSEWO])?"),
        QRegularExpression::CaseInsensitiveOption);
    std::vector<Angle> found;
    auto it = pattern.globalMatch(text);
    while (it.hasNext()) {
        const auto match = it.next();
        const double degrees = match.captured(2).toDouble();
        const double rest = match.captured(4).toDouble() / 60 + match.captured(5).toDouble() / 3600;
        double value = degrees < 0 || match.captured(2).startsWith(u'-') ? degrees - rest : degrees + rest;
        QString letter = (match.captured(1) + match.captured(6)).toUpper();
        if (letter == QLatin1String("S") || letter == QLatin1String("W")) {
            value = -value;
        }
        found.push_back({value, letter.isEmpty() ? QChar() : letter.at(0), !match.captured(3).isEmpty()});
    }
    return found;
}

bool isLatitude(QChar letter)
{
    return letter == u'N' || letter == u'S';
}

} // namespace

std::optional<WrittenPlace> readPlace(const QString &text, bool mapIsInDegrees)
{
    QString rest = plain(text);
    WrittenPlace place;
    static const QRegularExpression code(QStringLiteral("(?:EPSG\\s*:?\\s*|@)(\\d{4,6})"),
                                         QRegularExpression::CaseInsensitiveOption);
    if (const auto match = code.match(rest); match.hasMatch()) {
        place.crs = EpsgCode(match.captured(1).toInt());
        rest.remove(match.capturedStart(), match.capturedLength());
    }
    // Letters beyond compass points and axis names mean that this is a name, not a place in numbers.
    static const QRegularExpression foreign(QStringLiteral("[^\\d\\s.,;:+\\-°'\"NSEWOd]"),
                                            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression axis(QStringLiteral("\\b(x|y|lat|lon|lng)\\s*[=:]?"),
                                         QRegularExpression::CaseInsensitiveOption);
    rest.remove(axis);
    if (foreign.match(rest).hasMatch()) {
        return std::nullopt;
    }
    const std::vector<Angle> found = angles(rest);
    if (found.size() != 2) {
        return std::nullopt;
    }
    const Angle &a = found[0];
    const Angle &b = found[1];
    const bool letters = !a.letter.isNull() && !b.letter.isNull() && isLatitude(a.letter) != isLatitude(b.letter);
    const bool small =
        std::abs(a.value) <= 180 && std::abs(b.value) <= 180 && (std::abs(a.value) <= 90 || std::abs(b.value) <= 90);
    if (letters || a.marked || b.marked || (small && !place.crs.isKnown())) {
        if (!small) {
            return std::nullopt;
        }
        place.crs = EpsgCode(4326);
        const bool latitudeFirst = letters ? isLatitude(a.letter) : std::abs(a.value) <= 90;
        place.orderOpen = !letters && std::abs(a.value) <= 90 && std::abs(b.value) <= 90;
        place.first = latitudeFirst ? b.value : a.value;
        place.second = latitudeFirst ? a.value : b.value;
        return place;
    }
    if (mapIsInDegrees && !place.crs.isKnown()) {
        return std::nullopt;
    }
    place.first = a.value;
    place.second = b.value;
    return place;
}

std::optional<Vec2> placeOnMap(const MapDocument &document, const QString &text, const Vec2 &near)
{
    const QgsProject &project = document.project();
    const auto place = readPlace(text, project.crs().isGeographic());
    if (!place) {
        return std::nullopt;
    }
    const auto onMap = [&](double x, double y) -> std::optional<Vec2> {
        if (!place->crs.isKnown()) {
            return Vec2{x, y};
        }
        const QgsCoordinateReferenceSystem from(QStringLiteral("EPSG:%1").arg(place->crs.value()));
        if (!from.isValid() || !project.crs().isValid()) {
            return std::nullopt;
        }
        try {
            const QgsPointXY point =
                QgsCoordinateTransform(from, project.crs(), project.transformContext()).transform(QgsPointXY(x, y));
            return std::isfinite(point.x()) && std::isfinite(point.y()) ? std::optional<Vec2>({point.x(), point.y()})
                                                                        : std::nullopt;
        } catch (const QgsCsException &) {
            return std::nullopt;
        }
    };
    const auto straight = onMap(place->first, place->second);
    if (!place->orderOpen) {
        return straight;
    }
    const auto swapped = onMap(place->second, place->first);
    const auto away = [&near](const std::optional<Vec2> &at) {
        return at ? std::hypot(at->x - near.x, at->y - near.y) : 1e300;
    };
    return away(swapped) < away(straight) * 0.2 ? swapped : straight;
}

QString placeText(const Vec2 &place, bool degrees, double unitsPerPixel)
{
    if (degrees) {
        const QString north = place.y >= 0 ? QStringLiteral("N") : QStringLiteral("S");
        const QString east = place.x >= 0 ? QStringLiteral("E") : QStringLiteral("W");
        return QStringLiteral("%1° %2, %3° %4")
            .arg(std::abs(place.y), 0, 'f', 5)
            .arg(north)
            .arg(std::abs(place.x), 0, 'f', 5)
            .arg(east);
    }
    const int digits = unitsPerPixel < 0.05 ? 2 : unitsPerPixel < 5 ? 1 : 0;
    return QStringLiteral("%1, %2").arg(place.x, 0, 'f', digits).arg(place.y, 0, 'f', digits);
}

} // namespace loci::map
