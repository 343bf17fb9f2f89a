// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace loci::sun {

/// A place on the earth in degrees, WGS 84: latitude north positive, longitude east positive.
struct GeoPlace
{
    double latitude = 0, longitude = 0;
};

/// Where the sun stands: degrees, geometric (without refraction). Azimuth clockwise from true north, 0 to 360.
struct SolarPosition
{
    double elevation = 0, azimuth = 0;
    double declination = 0;    ///< degrees
    double equationOfTime = 0; ///< minutes, apparent minus mean solar time
    double trueSolarTime = 0;  ///< minutes after true solar midnight, 0 to 1440
};

/// NOAA's form of Meeus' low-accuracy series: within 0.01 degree of NREL's SPA for 1901 to 2099, away from the zenith.
/// Pure; any thread. `when` may have any time zone.
SolarPosition solarPosition(const QDateTime &when, const GeoPlace &place);

/// Sunrise and sunset of the UTC day of `day` at `place`, upper limb with standard refraction (zenith 90.833 degrees).
/// Both invalid in polar day or night.
struct DayLight
{
    QDateTime sunrise, sunset;
};
DayLight dayLight(const QDate &day, const GeoPlace &place);

} // namespace loci::sun
