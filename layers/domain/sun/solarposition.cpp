// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/sun/solarposition.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace loci::sun {

namespace {

constexpr double kDegree = std::numbers::pi / 180;

double sinDegrees(double angle)
{
    return std::sin(angle * kDegree);
}

double cosDegrees(double angle)
{
    return std::cos(angle * kDegree);
}

double wrapped(double value, double period)
{
    const double rest = std::fmod(value, period);
    return rest < 0 ? rest + period : rest;
}

/// What depends on the instant alone: declination in degrees, equation of time in minutes.
struct Ephemeris
{
    double declination = 0, equationOfTime = 0;
};

Ephemeris ephemeris(double julianDay)
{
    const double t = (julianDay - 2451545.0) / 36525.0;
    const double meanLongitude = wrapped(280.46646 + t * (36000.76983 + 0.0003032 * t), 360);
    const double anomaly = 357.52911 + t * (35999.05029 - 0.0001537 * t);
    const double eccentricity = 0.016708634 - t * (0.000042037 + 0.0000001267 * t);
    const double centre = sinDegrees(anomaly) * (1.914602 - t * (0.004817 + 0.000014 * t)) +
                          sinDegrees(2 * anomaly) * (0.019993 - 0.000101 * t) + sinDegrees(3 * anomaly) * 0.000289;
    const double node = 125.04 - 1934.136 * t;
    const double apparentLongitude = meanLongitude + centre - 0.00569 - 0.00478 * sinDegrees(node);
    const double meanObliquity = 23 + (26 + (21.448 - t * (46.815 + t * (0.00059 - t * 0.001813))) / 60) / 60;
    const double obliquity = meanObliquity + 0.00256 * cosDegrees(node);

    const double tangent = std::tan(obliquity / 2 * kDegree);
    const double y = tangent * tangent;
    const double equation = y * sinDegrees(2 * meanLongitude) - 2 * eccentricity * sinDegrees(anomaly) +
                            4 * eccentricity * y * sinDegrees(anomaly) * cosDegrees(2 * meanLongitude) -
                            0.5 * y * y * sinDegrees(4 * meanLongitude) -
                            1.25 * eccentricity * eccentricity * sinDegrees(2 * anomaly);
    return {std::asin(sinDegrees(obliquity) * sinDegrees(apparentLongitude)) / kDegree, 4 * equation / kDegree};
}

double julianDayOf(const QDateTime &utc)
{
    return static_cast<double>(utc.toMSecsSinceEpoch()) / 86400000.0 + 2440587.5;
}

} // namespace

SolarPosition solarPosition(const QDateTime &when, const GeoPlace &place)
{
    const QDateTime utc = when.toUTC();
    const Ephemeris sun = ephemeris(julianDayOf(utc));
    const double minutes = utc.time().msecsSinceStartOfDay() / 60000.0;

    SolarPosition result;
    result.declination = sun.declination;
    result.equationOfTime = sun.equationOfTime;
    result.trueSolarTime = wrapped(minutes + sun.equationOfTime + 4 * place.longitude, 1440);
    const double hourAngle = result.trueSolarTime / 4 - 180;

    const double sinElevation = sinDegrees(place.latitude) * sinDegrees(sun.declination) +
                                cosDegrees(place.latitude) * cosDegrees(sun.declination) * cosDegrees(hourAngle);
    result.elevation = std::asin(std::clamp(sinElevation, -1.0, 1.0)) / kDegree;
    // atan2 keeps full accuracy near noon and near the zenith, where the arc cosine of the textbook loses it.
    const double east = -cosDegrees(sun.declination) * sinDegrees(hourAngle);
    const double north = sinDegrees(sun.declination) * cosDegrees(place.latitude) -
                         cosDegrees(sun.declination) * sinDegrees(place.latitude) * cosDegrees(hourAngle);
    result.azimuth = wrapped(std::atan2(east, north) / kDegree, 360);
    return result;
}

DayLight dayLight(const QDate &day, const GeoPlace &place)
{
    const QDateTime midnight(day, QTime(0, 0), Qt::UTC);
    // The first guess uses noon's ephemeris; the second that of the event itself.
    const auto event = [&](double sign) {
        double minutes = 720 - 4 * place.longitude;
        for (int round = 0; round < 3; ++round) {
            const Ephemeris sun = ephemeris(julianDayOf(midnight) + minutes / 1440);
            const double cosine = cosDegrees(90.833) / (cosDegrees(place.latitude) * cosDegrees(sun.declination)) -
                                  std::tan(place.latitude * kDegree) * std::tan(sun.declination * kDegree);
            if (std::abs(cosine) > 1) {
                return QDateTime();
            }
            const double hourAngle = std::acos(cosine) / kDegree;
            minutes = 720 - 4 * (place.longitude - sign * hourAngle) - sun.equationOfTime;
        }
        return midnight.addMSecs(qRound64(minutes * 60000));
    };
    return {event(-1), event(1)};
}

} // namespace loci::sun
