// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/indicators/airquality.h"

#include <memory>

namespace loci::indicators {

/// A source with one more stream for each station that measures air: "<station>/AQI", the daily index by the Chinese
/// rule in force on each day. A day whose index is unknown or withheld is a gap.
class AqiStreams final : public ObservationSource
{
public:
    AqiStreams(std::shared_ptr<const ObservationSource> measured, std::shared_ptr<const AirQualityRules> rules);
    QStringList streams() const override;
    Result<HourlySeries> hourly(const QString &stream) const override;
    QString version() const override { return m_measured->version(); }

    /// Hours of the six pollutants of one station; empty when it measures none.
    static AirSeries airOf(const ObservationSource &source, const QString &station);

private:
    std::shared_ptr<const ObservationSource> m_measured;
    std::shared_ptr<const AirQualityRules> m_rules;
};

} // namespace loci::indicators
