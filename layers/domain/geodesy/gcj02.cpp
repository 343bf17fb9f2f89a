// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/geodesy/gcj02.h"

#include <cmath>
#include <numbers>

namespace loci::geodesy {

namespace {

using std::numbers::pi;

// Krassowsky's ellipsoid, as the published formula has it.
constexpr double kAxis = 6378245.0;
constexpr double kEccentricitySquared = 0.00669342162296594323;
constexpr double kBaiduTurn = 3000 * pi / 180; ///< of degrees
constexpr Vec2 kBaiduShift{0.0065, 0.006};

double waves(double x)
{
    return (20 * std::sin(6 * pi * x) + 20 * std::sin(2 * pi * x)) * 2 / 3;
}

/// What GCJ-02 adds to a place.
Vec2 gcjShift(const Vec2 &p)
{
    const double x = p.x - 105, y = p.y - 35;
    const double north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * std::sqrt(std::abs(x)) + waves(x) +
                         (20 * std::sin(pi * y) + 40 * std::sin(pi * y / 3)) * 2 / 3 +
                         (160 * std::sin(pi * y / 12) + 320 * std::sin(pi * y / 30)) * 2 / 3;
    const double east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * std::sqrt(std::abs(x)) + waves(x) +
                        (20 * std::sin(pi * x) + 40 * std::sin(pi * x / 3)) * 2 / 3 +
                        (150 * std::sin(pi * x / 12) + 300 * std::sin(pi * x / 30)) * 2 / 3;
    const double latitude = p.y * pi / 180;
    const double m = 1 - kEccentricitySquared * std::sin(latitude) * std::sin(latitude);
    const double meridian = kAxis * (1 - kEccentricitySquared) / (m * std::sqrt(m));
    const double parallel = kAxis / std::sqrt(m) * std::cos(latitude);
    return {east * 180 / (parallel * pi), north * 180 / (meridian * pi)};
}

Vec2 gcjFormula(const Vec2 &p)
{
    const Vec2 shift = gcjShift(p);
    return {p.x + shift.x, p.y + shift.y};
}

Vec2 baiduFormula(const Vec2 &p)
{
    const double length = std::hypot(p.x, p.y) + 2e-5 * std::sin(p.y * kBaiduTurn);
    const double angle = std::atan2(p.y, p.x) + 3e-6 * std::cos(p.x * kBaiduTurn);
    return {length * std::cos(angle) + kBaiduShift.x, length * std::sin(angle) + kBaiduShift.y};
}

template <class Formula>
Vec2 inverse(const Vec2 &shifted, Formula formula)
{
    constexpr double kEnough = 1e-12; // degrees
    constexpr int kMostSteps = 30;
    Vec2 q = shifted;
    for (int step = 0; step < kMostSteps; ++step) {
        const Vec2 there = formula(q);
        const Vec2 change{there.x - shifted.x, there.y - shifted.y};
        q = {q.x - change.x, q.y - change.y};
        if (std::abs(change.x) < kEnough && std::abs(change.y) < kEnough) {
            break;
        }
    }
    return q;
}

Vec2 formulaOf(WebDatum datum, const Vec2 &p)
{
    return datum == WebDatum::Bd09 ? baiduFormula(gcjFormula(p)) : gcjFormula(p);
}

} // namespace

QString webDatumKey(WebDatum datum)
{
    return datum == WebDatum::Gcj02  ? QStringLiteral("gcj02")
           : datum == WebDatum::Bd09 ? QStringLiteral("bd09")
                                     : QString();
}

WebDatum webDatumFromKey(const QString &key)
{
    return key == QLatin1String("gcj02")  ? WebDatum::Gcj02
           : key == QLatin1String("bd09") ? WebDatum::Bd09
                                          : WebDatum::None;
}

QString webDatumName(WebDatum datum)
{
    return datum == WebDatum::Gcj02  ? QStringLiteral("GCJ-02")
           : datum == WebDatum::Bd09 ? QStringLiteral("BD-09")
                                     : QStringLiteral("WGS 84");
}

bool isInChinaBox(const Vec2 &p)
{
    return p.x > 73.66 && p.x < 135.05 && p.y > 3.86 && p.y < 53.55;
}

Vec2 toWebDatum(WebDatum datum, const Vec2 &wgs84)
{
    return datum == WebDatum::None || !isInChinaBox(wgs84) ? wgs84 : formulaOf(datum, wgs84);
}

Vec2 fromWebDatum(WebDatum datum, const Vec2 &shifted)
{
    if (datum == WebDatum::None || !std::isfinite(shifted.x) || !std::isfinite(shifted.y)) {
        return shifted;
    }
    constexpr double kAround = 0.05; // degrees; no shift is longer
    const bool near = shifted.x > 73.66 - kAround && shifted.x < 135.05 + kAround && shifted.y > 3.86 - kAround &&
                      shifted.y < 53.55 + kAround;
    if (!near) {
        return shifted;
    }
    const Vec2 gcj = datum == WebDatum::Bd09 ? inverse(shifted, baiduFormula) : shifted;
    const Vec2 truth = inverse(gcj, gcjFormula);
    return isInChinaBox(truth) ? truth : shifted; // beside the box nothing was moved
}

} // namespace loci::geodesy
