// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/indicators/airquality.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <functional>

namespace loci::indicators {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::indicators::AirQuality)
};

using Statistic = AqiInput::Statistic;
constexpr std::ptrdiff_t kDay = 24;

/// One pollutant's hours, in the unit of its table.
struct Hours
{
    const std::vector<double> *values = nullptr;
    double factor = 1;

    Quantity at(std::ptrdiff_t hour) const
    {
        if (values == nullptr || hour < 0 || hour >= static_cast<std::ptrdiff_t>(values->size())) {
            return std::nullopt;
        }
        const double value = (*values)[static_cast<std::size_t>(hour)];
        return std::isfinite(value) ? Quantity(value * factor) : std::nullopt;
    }
    /// Mean of `count` hours up to and with `last`, when at least `needed` are there.
    Quantity mean(std::ptrdiff_t last, int count, int needed) const
    {
        double sum = 0;
        int known = 0;
        for (std::ptrdiff_t hour = last - count + 1; hour <= last; ++hour) {
            if (const Quantity value = at(hour)) {
                sum += *value;
                ++known;
            }
        }
        return known >= needed ? Quantity(sum / known) : std::nullopt;
    }
    Quantity dayMax1(std::ptrdiff_t first, int needed) const
    {
        Quantity most;
        int known = 0;
        for (std::ptrdiff_t hour = first; hour < first + kDay; ++hour) {
            if (const Quantity value = at(hour)) {
                most = std::max(most.value_or(*value), *value);
                ++known;
            }
        }
        return known >= needed ? most : std::nullopt;
    }
    Quantity dayMax8(std::ptrdiff_t first, const AqiVersion &version) const
    {
        Quantity most;
        for (std::ptrdiff_t hour = first + version.first8HourEnd; hour < first + kDay; ++hour) {
            if (const Quantity value = mean(hour, 8, version.hoursFor8)) {
                most = std::max(most.value_or(*value), *value);
            }
        }
        return most;
    }
};

Quantity statistic(const AqiVersion &version, Statistic wanted, const Hours &hours, std::ptrdiff_t at)
{
    switch (wanted) {
    case Statistic::Hour:
        return hours.at(at);
    case Statistic::Moving24:
        return hours.mean(at, kDay, version.hoursForDay);
    case Statistic::Moving8:
        return hours.mean(at, 8, version.hoursFor8);
    case Statistic::DayMean:
        return hours.mean(at + kDay - 1, kDay, version.hoursForDay);
    case Statistic::DayMax1:
        return hours.dayMax1(at, version.hoursForDay);
    case Statistic::DayMax8:
        return hours.dayMax8(at, version);
    }
    return std::nullopt;
}

Result<std::vector<Hours>> hoursOf(const AqiVersion &version, const std::vector<AqiInput> &inputs,
                                   const AirSeries &series)
{
    std::vector<Hours> list;
    list.reserve(inputs.size());
    for (const AqiInput &input : inputs) {
        Hours hours;
        const auto values = series.values.find(input.pollutant);
        const auto unit = series.units.find(input.pollutant);
        if (values != series.values.end() && unit != series.units.end()) {
            LOCI_TRY(const Unit have, Unit::parse(unit->second));
            LOCI_TRY(const Unit want, Unit::parse(version.tables.at(input.table).unit));
            if (!have.sameKind(want)) {
                return fail(ErrorCode::Invalid,
                            Texts::tr("%1 is measured in %2; %3 needs %4.")
                                .arg(input.pollutant, unit->second, version.id, version.tables.at(input.table).unit));
            }
            hours.values = &values->second;
            hours.factor = have.scale() / want.scale();
        }
        list.push_back(hours);
    }
    return list;
}

Result<std::vector<AqiResult>> indices(const AqiVersion &version, const std::vector<AqiInput> &inputs,
                                       const AirSeries &series, std::ptrdiff_t first, std::ptrdiff_t step)
{
    LOCI_TRY(const std::vector<Hours> hours, hoursOf(version, inputs, series));
    const auto all = static_cast<std::ptrdiff_t>(series.hours());
    std::vector<AqiResult> results;
    results.reserve(static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, all / step + 1)));
    std::vector<Quantity> concentrations(inputs.size());
    for (std::ptrdiff_t at = first; at + step <= all; at += step) {
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            concentrations[i] = statistic(version, inputs[i].statistic, hours[i], at);
        }
        results.push_back(overallIndex(version, inputs, concentrations));
    }
    return results;
}

} // namespace

std::size_t AirSeries::hours() const
{
    std::size_t most = 0;
    for (const auto &[pollutant, hours] : values) {
        most = std::max(most, hours.size());
    }
    return most;
}

Result<std::vector<AqiResult>> hourlyIndices(const AqiVersion &version, const AirSeries &series)
{
    return indices(version, version.hourly, series, 0, 1);
}

Result<std::vector<AqiResult>> dailyIndices(const AqiVersion &version, const AirSeries &series)
{
    const int hour = series.start.time().hour();
    return indices(version, version.daily, series, (kDay - hour) % kDay, kDay);
}

} // namespace loci::indicators
