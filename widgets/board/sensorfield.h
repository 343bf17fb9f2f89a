// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/indicators/outcome.h"

#include <QColor>
#include <QDateTime>
#include <QRectF>
#include <optional>
#include <vector>

namespace loci::widgets {

/// What the sensors of one pollutant measured last, and an estimate between them (Shepard 1968, inverse squared
/// distance). Farther than `reach` from every sensor with a value nothing is said: unknown is no colour.
class SensorField
{
public:
    struct Sensor
    {
        QString name; ///< of the station
        Vec2 place;
        indicators::Quantity value; ///< of the last hours; unknown when it is older than that
    };
    static constexpr int kFreshHours = 3;

    /// `pollutant` is the part of the stream's name behind the station ("PM2.5").
    static SensorField of(const indicators::Outcome &outcome, const QString &pollutant);

    const std::vector<Sensor> &sensors() const { return m_sensors; }
    QString unit() const { return m_unit; }
    QDateTime time() const { return m_time; } ///< of the newest hour
    double low() const { return m_low; }
    double high() const { return m_high; }
    indicators::Quantity at(Vec2 place) const;
    QColor colour(double value) const; ///< of the same ramp as the classes
    QRectF bounds(const indicators::AreaTree &areas) const;

private:
    std::vector<Sensor> m_sensors;
    QString m_unit;
    QDateTime m_time;
    double m_low = 0, m_high = 1, m_reach = 0;
};

} // namespace loci::widgets
