// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/board/sensorfield.h"

#include "widgets/common/tokens.h"
#include "widgets/layers/colourramps.h"

#include <algorithm>
#include <cmath>

namespace loci::widgets {

using namespace indicators;

namespace {

constexpr int kShades = 64;

QDateTime endOf(const HourlySeries &series)
{
    return series.start.addSecs(3600LL * (static_cast<qint64>(series.values.size()) - 1));
}

/// Median distance to the nearest neighbour, three times: as far as a sensor speaks for its surroundings.
double reachOf(const std::vector<SensorField::Sensor> &sensors)
{
    std::vector<double> nearest;
    nearest.reserve(sensors.size());
    for (const auto &sensor : sensors) {
        double least = 1e300;
        for (const auto &other : sensors) {
            if (&other != &sensor) {
                least = std::min(least, std::hypot(sensor.place.x - other.place.x, sensor.place.y - other.place.y));
            }
        }
        nearest.push_back(least);
    }
    if (nearest.size() < 2) {
        return 500;
    }
    std::nth_element(nearest.begin(), nearest.begin() + static_cast<std::ptrdiff_t>(nearest.size() / 2), nearest.end());
    return 3 * nearest[nearest.size() / 2];
}

} // namespace

SensorField SensorField::of(const Outcome &outcome, const QString &pollutant)
{
    SensorField field;
    const QString suffix = QLatin1Char('/') + pollutant;
    std::vector<std::pair<QString, HourlySeries>> all;
    for (const auto &[name, series] : outcome.recent) {
        if (name.endsWith(suffix) && !series.values.empty()) {
            const QDateTime end = endOf(series);
            field.m_time = field.m_time.isValid() ? std::max(field.m_time, end) : end;
            all.emplace_back(name.chopped(suffix.size()), series);
        }
    }
    double low = 1e300, high = -1e300;
    for (const auto &[station, series] : all) {
        const auto place = outcome.stations.find(station);
        if (place == outcome.stations.end()) {
            continue;
        }
        Sensor sensor{station, place->second, std::nullopt};
        const qint64 late = endOf(series).secsTo(field.m_time) / 3600;
        for (qint64 back = 0; back + late < kFreshHours && back < static_cast<qint64>(series.values.size()); ++back) {
            const double value = series.values[series.values.size() - 1 - static_cast<std::size_t>(back)];
            if (std::isfinite(value)) {
                sensor.value = value;
                low = std::min(low, value);
                high = std::max(high, value);
                break;
            }
        }
        field.m_unit = series.unit;
        field.m_sensors.push_back(std::move(sensor));
    }
    if (high >= low) {
        field.m_low = std::floor(low);
        field.m_high = std::max(field.m_low + 1, std::ceil(high));
    }
    field.m_reach = reachOf(field.m_sensors);
    return field;
}

Quantity SensorField::at(Vec2 place) const
{
    double weights = 0, sum = 0;
    double nearest = 1e300;
    for (const Sensor &sensor : m_sensors) {
        if (!sensor.value) {
            continue;
        }
        const double distance = std::hypot(place.x - sensor.place.x, place.y - sensor.place.y);
        nearest = std::min(nearest, distance);
        const double weight = 1 / std::max(1.0, distance * distance);
        weights += weight;
        sum += weight * *sensor.value;
    }
    return weights > 0 && nearest <= m_reach ? Quantity(sum / weights) : std::nullopt;
}

QColor SensorField::colour(double value) const
{
    static const QList<QColor> light = rampColours(QStringLiteral("viridis"), kShades, true);
    static const QList<QColor> dark = rampColours(QStringLiteral("viridis"), kShades, false);
    const double share = std::clamp((value - m_low) / (m_high - m_low), 0.0, 1.0);
    return (tokens().mode == ThemeMode::Dark ? dark : light)[static_cast<int>(std::lround(share * (kShades - 1)))];
}

QRectF SensorField::bounds(const AreaTree &areas) const
{
    Box3 box;
    for (const int area : areas.atLevel(std::max(0, areas.cityLevel() - 1))) {
        for (const auto &polygon : areas.at(area).polygons) {
            for (const Vec2 &p : polygon.empty() ? std::vector<Vec2>() : polygon.front()) {
                box.include(Vec3{p.x, p.y, 0});
            }
        }
    }
    return box.isEmpty() ? QRectF() : QRectF(box.min.x, box.min.y, box.max.x - box.min.x, box.max.y - box.min.y);
}

} // namespace loci::widgets
