// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/indicators/aqistreams.h"

#include <limits>

namespace loci::indicators {

namespace {
const QStringList &pollutants()
{
    static const QStringList names{QStringLiteral("SO2"), QStringLiteral("NO2"),  QStringLiteral("CO"),
                                   QStringLiteral("O3"),  QStringLiteral("PM10"), QStringLiteral("PM2.5")};
    return names;
}
const QLatin1String kIndex("AQI");
} // namespace

AqiStreams::AqiStreams(std::shared_ptr<const ObservationSource> measured, std::shared_ptr<const AirQualityRules> rules)
    : m_measured(std::move(measured))
    , m_rules(std::move(rules))
{}

QStringList AqiStreams::streams() const
{
    QStringList all = m_measured->streams();
    QStringList stations;
    for (const QString &stream : std::as_const(all)) {
        const QString station = stream.section(QLatin1Char('/'), 0, 0);
        if (pollutants().contains(stream.section(QLatin1Char('/'), 1)) && !stations.contains(station)) {
            stations << station;
        }
    }
    for (const QString &station : std::as_const(stations)) {
        all << station + QLatin1Char('/') + kIndex;
    }
    return all;
}

AirSeries AqiStreams::airOf(const ObservationSource &source, const QString &station)
{
    AirSeries air;
    for (const QString &pollutant : pollutants()) {
        const auto series = source.hourly(station + QLatin1Char('/') + pollutant);
        if (!series || series->stepHours != 1) {
            continue;
        }
        if (air.values.empty()) {
            air.start = series->start;
        }
        // on the clock of the first one
        const qint64 shift = series->start.secsTo(air.start) / 3600;
        air.values[pollutant] = series->hourly(shift, static_cast<qint64>(series->values.size()));
        air.units[pollutant] = series->unit;
    }
    return air;
}

Result<HourlySeries> AqiStreams::hourly(const QString &stream) const
{
    if (stream.section(QLatin1Char('/'), 1) != kIndex) {
        return m_measured->hourly(stream);
    }
    const AirSeries air = airOf(*m_measured, stream.section(QLatin1Char('/'), 0, 0));
    HourlySeries days;
    days.id = stream;
    days.unit = QStringLiteral("1");
    days.stepHours = 24;
    days.start = air.start.addSecs(3600LL * ((24 - air.start.time().hour()) % 24));
    std::map<const AqiVersion *, std::vector<AqiResult>> byVersion;
    for (qint64 day = 0; (day + 1) * 24 <= static_cast<qint64>(air.hours()); ++day) {
        const AqiVersion *version = m_rules->inForce(QStringLiteral("CN"), days.start.addDays(day).date());
        if (version != nullptr && !byVersion.contains(version)) {
            LOCI_TRY(auto results, dailyIndices(*version, air));
            byVersion.emplace(version, std::move(results));
        }
        const auto found = byVersion.find(version);
        const auto at = static_cast<std::size_t>(day);
        const bool known = found != byVersion.end() && at < found->second.size() && found->second[at].index;
        days.values.push_back(known ? *found->second[at].index : std::numeric_limits<double>::quiet_NaN());
    }
    return days;
}

} // namespace loci::indicators
