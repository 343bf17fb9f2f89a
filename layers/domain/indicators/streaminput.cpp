// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/indicators/inputs.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace loci::indicators {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::indicators::Streams)
};

QString periodOf(const QDateTime &time, const QString &unit)
{
    if (unit == QLatin1String("year")) {
        return time.toString(QStringLiteral("yyyy"));
    }
    if (unit == QLatin1String("month")) {
        return time.toString(QStringLiteral("yyyy-MM"));
    }
    return unit == QLatin1String("day") ? time.toString(QStringLiteral("yyyy-MM-dd")) : QString();
}

bool passes(const Binding &binding, double value)
{
    return std::all_of(binding.where.begin(), binding.where.end(), [value](const Condition &condition) {
        return (!condition.atLeast || value >= *condition.atLeast) && (!condition.atMost || value <= *condition.atMost);
    });
}

void add(Aggregate &aggregate, const Binding &binding, double value)
{
    if (!std::isfinite(value)) {
        ++aggregate.rows;
        ++aggregate.unknown;
        return;
    }
    if (!passes(binding, value)) {
        return;
    }
    const bool first = aggregate.rows == aggregate.unknown;
    ++aggregate.rows;
    aggregate.sum += binding.measure == Binding::Measure::Count ? 1 : value;
    aggregate.least = first ? value : std::min(aggregate.least, value);
    aggregate.most = first ? value : std::max(aggregate.most, value);
}

void addSeries(InputData &data, const Binding &binding, const HourlySeries &series, double factor, int area)
{
    const QString station = series.id.section(QLatin1Char('/'), 0, 0);
    QString period, label;
    for (std::size_t i = 0; i < series.values.size(); ++i) {
        const QDateTime time = series.start.addSecs(3600LL * series.stepHours * static_cast<qint64>(i));
        const QString now = periodOf(time, binding.periodField);
        Aggregate &aggregate = data.periods[now][area];
        add(aggregate, binding, series.values[i] * factor);
        if (!aggregate.ids.contains(station)) {
            aggregate.ids << station;
        }
        if (!std::isfinite(series.values[i]) && aggregate.unknownIds.size() < Aggregate::kKeptRows) {
            aggregate.unknownIds << station + QLatin1Char(' ') + time.toString(QStringLiteral("yyyy-MM-dd HH:mm"));
        }
    }
}

} // namespace

bool namesStream(const QString &source, const QString &stream)
{
    return source.endsWith(QLatin1Char('*')) ? stream.startsWith(source.chopped(1))
                                             : stream == source || stream.section(QLatin1Char('/'), 1) == source;
}

Result<InputData> streamInput(const Binding &binding, const QString &unit, const ObservationSource &source, int level,
                              const std::function<int(const QString &station)> &areaOfStation)
{
    InputData data;
    data.level = level;
    data.source = binding.source;
    data.version = source.version();
    data.coversAll = false; // where no station stands, nobody has looked
    LOCI_TRY(const Unit wanted, Unit::parse(unit));
    bool found = false;
    const QStringList streams = source.streams();
    for (const QString &stream : streams) {
        if (!namesStream(binding.source, stream)) {
            continue;
        }
        LOCI_TRY(const HourlySeries series, source.hourly(stream));
        LOCI_TRY(const Unit have, Unit::parse(series.unit));
        const bool counts = binding.measure == Binding::Measure::Count;
        if (!counts && !have.sameKind(wanted)) {
            return fail(ErrorCode::Invalid,
                        Texts::tr("The stream %1 is in %2, the input in %3.").arg(stream, series.unit, unit));
        }
        found = true;
        const int area = areaOfStation(stream.section(QLatin1Char('/'), 0, 0));
        if (area < 0) {
            ++data.unplaced;
            continue;
        }
        addSeries(data, binding, series, counts ? 1 : have.scale() / wanted.scale(), area);
    }
    if (!found) {
        return fail(ErrorCode::NotReadable, Texts::tr("There is no stream “%1”.").arg(binding.source));
    }
    return data;
}

} // namespace loci::indicators
