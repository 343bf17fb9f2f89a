// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/sample/random.h"
#include "layers/formats/sampleparts.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace loci::formats {

namespace {

using sample::Neighbourhood;
using sample::Random;
using sample::Town;

constexpr int kFirstYear = 2020, kLastYear = 2026, kLastCompleteYear = 2024;
constexpr int kSilentDistrict = 10; ///< two of its communities have not reported since
constexpr int kStations = 8, kDays = 21;

/// How much of something a year has reached: a start, a step a year, and what this community is ahead or behind.
double reached(int year, double start, double step, double ahead)
{
    return std::clamp(start + step * (year - kFirstYear) + ahead, 0.0, 1.0);
}

double whole(double value)
{
    return std::round(value);
}

void writeRow(TextBuffer &out, const Neighbourhood &n, int year, bool silent, Random random)
{
    const std::array<double, 8> ahead = [&random] {
        std::array<double, 8> list{};
        for (double &one : list) {
            one = random.range(-0.08, 0.08);
        }
        return list;
    }();
    const double residents = whole(n.residents * (1 + 0.004 * (year - kLastYear)));
    const double homes = whole(residents / 2.6);
    const double pipes = whole(sample::area(n.ring) * 0.012 + homes * 3);
    const double gas = whole(homes * 4);
    const double points = random.integer(0, 3);
    const double values[] = {residents,
                             homes,
                             whole(homes * reached(year, 0.12, -0.010, ahead[0] / 2)),
                             whole(homes * reached(year, 0.40, 0.060, ahead[1])),
                             whole(homes * reached(year, 0.15, 0.060, ahead[2])),
                             whole(residents * (1.40 + 0.05 * (year - kFirstYear) + ahead[3])),
                             gas,
                             whole(gas * reached(year, 0.20, 0.060, ahead[4])),
                             pipes,
                             whole(pipes * reached(year, 0.10, 0.055, ahead[5] / 2)),
                             points,
                             std::floor(points * reached(year, 0.15, 0.120, 2 * ahead[6]) + 0.25)};
    out << n.code << ',' << year;
    for (const double value : values) {
        out << ',';
        if (!silent) {
            out.fixed(value, 0);
        }
    }
    out << '\n';
}

void fillCensus(TextBuffer &out, const Town &town)
{
    out << "code,year,residents,homes,hazard_homes,sorting_homes,digital_homes,shelter_m2,gas_old_m,gas_renewed_m,"
           "pipes_m,pipes_monitored_m,flood_points,flood_removed\n";
    Random random(town.seed + 4711);
    int position = 0, district = -1;
    for (const Neighbourhood &n : town.neighbourhoods) {
        position = n.district == district ? position + 1 : 0;
        district = n.district;
        const Random own = random.fork();
        for (int year = kFirstYear; year <= kLastYear; ++year) {
            const bool silent = district == kSilentDistrict && year > kLastCompleteYear && position % 3 != 0;
            writeRow(out, n, year, silent, own);
        }
    }
}

/// 0 at night, 1 in the afternoon, straight between: the same on every computer.
double daylight(int hour)
{
    const double distance = std::abs(hour - 15.0);
    return std::max(0.0, 1 - distance / 8);
}

bool isGap(int station, int day, int hour)
{
    const bool repaired = station == 2 && ((day == 9 && hour >= 8) || (day == 10 && hour < 14));
    const bool silent = station == 4 && day == kDays - 1 && hour >= 11;
    return repaired || silent || (day == 14 && hour >= 2 && hour < 5);
}

void fillAir(TextBuffer &out, const Town &town)
{
    out << "time,station,PM2.5,PM10,SO2,NO2,CO,O3\n";
    Random random(town.seed + 815);
    int station = 0;
    for (const sample::Station &sensor : town.sensors) {
        if (sensor.kind != "air" || station >= kStations) {
            continue;
        }
        const double place = random.range(0.85, 1.2);
        for (int day = 0; day < kDays; ++day) {
            const double episode = day >= 11 && day <= 13 ? 2.2 : 1 + 0.1 * (day % 5);
            for (int hour = 0; hour < 24; ++hour) {
                const double pm = place * episode * (24 + 10 * (1 - daylight(hour))) + random.range(-4, 4);
                const double values[] = {pm,
                                         pm * 1.6 + random.range(-6, 6),
                                         6 + random.range(-2, 3),
                                         place * (22 + 14 * (1 - daylight(hour))) + random.range(-4, 4),
                                         500 + 8 * pm + random.range(-60, 60),
                                         38 + 70 * daylight(hour) + random.range(-8, 8)};
                out << "2026-11-" << (day + 1 < 10 ? "0" : "") << day + 1 << 'T' << (hour < 10 ? "0" : "") << hour
                    << ":00," << sensor.id;
                for (const double value : values) {
                    out << ',';
                    if (!isGap(station, day, hour)) {
                        out.fixed(std::max(1.0, value), 0);
                    }
                }
                out << '\n';
            }
        }
        ++station;
    }
}

Result<> writeTable(const QString &path, const Town &town, void (*fill)(TextBuffer &, const Town &),
                    SampleReport &report)
{
    TextFile out(path);
    fill(out, town);
    LOCI_CHECK(out.open());
    LOCI_CHECK(out.commit());
    report.files.append(path);
    return {};
}

} // namespace

Result<> writeTownTables(const QDir &folder, const Town &town, SampleReport &report)
{
    LOCI_CHECK(writeTable(folder.filePath(QStringLiteral("census.csv")), town, fillCensus, report));
    return writeTable(folder.filePath(QStringLiteral("air_hours.csv")), town, fillAir, report);
}

} // namespace loci::formats
