// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/analysis/rays/rayscene.h"
#include "layers/base/canceltoken.h"
#include "layers/domain/city/terrainsurface.h"
#include "layers/domain/sun/solarposition.h"

#include <QDate>
#include <QDateTime>
#include <QString>
#include <map>
#include <optional>
#include <vector>

namespace loci::analysis {

/// How lit minutes are added up: local rules differ.
enum class SunAccumulation { Sum, LongestRun, TwoLongestRuns };

/// What is counted. Hours are true solar time, as the law counts them: noon is when the sun stands highest, so neither
/// longitude nor the equation of time come in.
struct SunCount
{
    double latitude = 0, declination = 0; ///< degrees
    double begin = 8, end = 16;           ///< hours of true solar time
    double step = 1;                      ///< minutes between looks, at most
    double sweep = 0;                     ///< least angle between sun and wall, degrees
    double leastRun = 0;                  ///< minutes; shorter runs do not count
    SunAccumulation accumulation = SunAccumulation::Sum;
};

struct SunReceiver
{
    QString id;
    Vec3 place;
    std::optional<double> facing; ///< azimuth of the wall's outward normal, degrees; absent: open to all sides
};

struct SunInterval
{
    double begin = 0, end = 0; ///< hours of true solar time
};

struct SunHours
{
    double minutes = 0; ///< by the accumulation of the count
    std::vector<SunInterval> runs;
    std::map<std::uint32_t, double> lostTo; ///< minutes that were there before, by the owner of what hides the sun now
};

/// Direction to the sun: x east, y north, z up; length 1. The north of the map counts as true north.
Vec3 sunDirection(double latitude, double declination, double hour);
/// "night" or "day" where the sun does not rise or set at that declination, else empty.
QString polarState(double latitude, double declination);
/// Whether the sun is above the horizon at any time of the window that is counted.
bool isEverUp(const SunCount &count);
/// Declination at true solar noon of a day at a longitude.
double declinationAtNoon(const QDate &day, double longitude);
/// The instant, UTC, of an hour of true solar time on a day: what a clock shows depends on the time zone alone.
QDateTime utcOf(const QDate &day, double solarHour, double longitude);

/// Lit time of each receiver. Ends of runs are exact to a second. Below the horizon nothing is lit. One thread a core,
/// the same for any number of them. Fails when cancelled, or for a count that makes no sense.
Result<std::vector<SunHours>> sunHours(const RayScene &scene, const std::vector<SunReceiver> &receivers,
                                       const SunCount &count, const CancelToken &cancel = {});
/// The same after a change, with what each receiver lost and to whom. `before` and the result are of the same
/// receivers.
Result<std::vector<SunHours>> sunHoursAfter(const RayScene &before, const RayScene &after,
                                            const std::vector<SunReceiver> &receivers, const SunCount &count,
                                            const CancelToken &cancel = {});

/// Points on the walls of a body at a height above its foot, spaced at most `spacing`, each in the middle of its
/// stretch: where windows of the lowest floor may be. Where the ground at a wall is higher than the foot (a slope), the
/// height counts from there; places whose wall ends below that have no window and are left out.
std::vector<SunReceiver> wallReceivers(std::span<const Triangle3> faces, double height, double spacing,
                                       const QString &id, const city::TerrainSampler &ground = {});

} // namespace loci::analysis
