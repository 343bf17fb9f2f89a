// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/heritage/wkt.h"

#include <QRegularExpression>
#include <algorithm>
#include <cmath>
#include <numbers>

namespace loci::heritage {

namespace {
bool isGeometryWord(const QString &word)
{
    static const QStringList words = {QStringLiteral("POINT"),
                                      QStringLiteral("LINESTRING"),
                                      QStringLiteral("POLYGON"),
                                      QStringLiteral("MULTIPOINT"),
                                      QStringLiteral("MULTILINESTRING"),
                                      QStringLiteral("MULTIPOLYGON"),
                                      QStringLiteral("GEOMETRYCOLLECTION"),
                                      QStringLiteral("Z"),
                                      QStringLiteral("M"),
                                      QStringLiteral("ZM")};
    return words.contains(word.toUpper());
}

/// Adds the coordinates between two commas or brackets; false when they are no numbers.
bool include(QStringView tuple, Box3 &box)
{
    const auto parts = tuple.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (parts.size() < 2 || parts.size() > 4) {
        return false;
    }
    bool isX = false;
    bool isY = false;
    const double x = parts[0].toDouble(&isX);
    const double y = parts[1].toDouble(&isY);
    if (!isX || !isY || !std::isfinite(x) || !std::isfinite(y)) {
        return false;
    }
    box.include(Vec3{x, y, 0});
    return true;
}
} // namespace

std::optional<Box3> boxOfWkt(const QString &wkt)
{
    static const QRegularExpression number(QStringLiteral("[0-9]"));
    const QString text = wkt.simplified();
    const qsizetype open = text.indexOf(QLatin1Char('('));
    if (open <= 0 || !text.endsWith(QLatin1Char(')')) || text.count(QLatin1Char('(')) != text.count(QLatin1Char(')'))) {
        return std::nullopt;
    }
    const QStringList head = text.left(open).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (head.isEmpty() || head.first().size() < 5 || !std::all_of(head.begin(), head.end(), isGeometryWord)) {
        return std::nullopt;
    }
    Box3 box;
    static const QRegularExpression stops(QStringLiteral("[(),]"));
    const auto tuples = QStringView(text).mid(open).split(stops, Qt::SkipEmptyParts);
    for (const QStringView tuple : tuples) {
        const QString plain = tuple.toString().trimmed();
        const bool isWord = !number.match(plain).hasMatch();
        if (plain.isEmpty() || (isWord && isGeometryWord(plain.section(QLatin1Char(' '), 0, 0)))) {
            continue;
        }
        if (!include(tuple, box)) {
            return std::nullopt;
        }
    }
    return box.isEmpty() ? std::nullopt : std::optional(box);
}

QString multiPolygonWkt(const std::vector<std::vector<std::vector<Vec2>>> &polygons)
{
    QStringList texts;
    for (const auto &rings : polygons) {
        QStringList parts;
        for (const std::vector<Vec2> &ring : rings) {
            QStringList points;
            points.reserve(static_cast<qsizetype>(ring.size()) + 1);
            for (std::size_t i = 0; i <= ring.size() && !ring.empty(); ++i) {
                const Vec2 &point = ring[i % ring.size()];
                points << QStringLiteral("%1 %2").arg(point.x, 0, 'f', 3).arg(point.y, 0, 'f', 3);
            }
            parts << QStringLiteral("(%1)").arg(points.join(QLatin1Char(',')));
        }
        texts << QStringLiteral("(%1)").arg(parts.join(QLatin1Char(',')));
    }
    return texts.isEmpty() ? QString() : QStringLiteral("MULTIPOLYGON(%1)").arg(texts.join(QLatin1Char(',')));
}

double metresBetween(Vec2 first, Vec2 second)
{
    constexpr double kRadius = 6'371'008.8;
    constexpr double kDegree = std::numbers::pi / 180;
    const double a = std::sin((second.y - first.y) * kDegree / 2);
    const double b = std::sin((second.x - first.x) * kDegree / 2);
    const double h = a * a + std::cos(first.y * kDegree) * std::cos(second.y * kDegree) * b * b;
    return 2 * kRadius * std::asin(std::min(1.0, std::sqrt(h)));
}

} // namespace loci::heritage
