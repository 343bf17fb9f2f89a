// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/feeds/feedobservations.h"

#include "layers/domain/feeds/streamstate.h"
#include "layers/domain/indicators/streamnow.h"
#include "layers/storage/feeds/observationschema.h"

#include <QCoreApplication>
#include <cmath>

namespace loci::storage {

using indicators::HourlySeries;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::storage::FeedObservations)
};

constexpr int kCityOffsetSeconds = static_cast<int>(kCityOffsetMs / 1000);

/// Spans at equal steps; where nothing was measured stays not-a-number.
HourlySeries seriesOf(const StoredStream &stream, const ObservationSpans &spans, int stepHours)
{
    HourlySeries series;
    series.id = stream.description.id;
    series.unit = stream.description.unit;
    series.stepHours = stepHours;
    if (spans.empty()) {
        return series;
    }
    const qint64 first = spans.front().from;
    const qint64 step = stepHours * kHourMs;
    series.start = QDateTime::fromMSecsSinceEpoch(first, Qt::OffsetFromUTC, kCityOffsetSeconds);
    series.values.assign(static_cast<std::size_t>((spans.back().from - first) / step + 1), std::nan(""));
    for (const ObservationSpan &span : spans) {
        if (span.count > 0) {
            series.values[static_cast<std::size_t>((span.from - first) / step)] = span.mean();
        }
    }
    return series;
}
} // namespace

FeedObservations::FeedObservations(ObservationQueries queries, std::vector<StoredStream> streams, QSet<QString> paused)
    : m_queries(std::move(queries))
    , m_paused(std::move(paused))
{
    qint64 newest = 0;
    m_names.reserve(static_cast<qsizetype>(streams.size()));
    for (StoredStream &stream : streams) {
        m_names << stream.description.id;
        newest = std::max(newest, stream.last ? stream.last->arrival : 0);
        m_streams.emplace(stream.description.id, std::move(stream));
    }
    m_version = QStringLiteral("feeds-%1").arg(newest);
}

Result<std::shared_ptr<const FeedObservations>> FeedObservations::open(const ObservationHome &home,
                                                                       const QSet<QString> &paused)
{
    LOCI_TRY(std::optional<ObservationQueries> queries, home.openToRead());
    if (!queries) {
        return std::shared_ptr<const FeedObservations>();
    }
    LOCI_TRY(std::vector<StoredStream> streams, queries->streams());
    return std::shared_ptr<const FeedObservations>(
        new FeedObservations(std::move(*queries), std::move(streams), paused));
}

const StoredStream *FeedObservations::find(const QString &stream) const
{
    const auto found = m_streams.find(stream);
    return found != m_streams.end() ? &found->second : nullptr;
}

Result<HourlySeries> FeedObservations::hourly(const QString &stream) const
{
    const StoredStream *known = find(stream);
    if (known == nullptr) {
        return fail(ErrorCode::NotReadable, Texts::tr("No feed has a stream “%1”.").arg(stream));
    }
    const std::lock_guard lock(m_mutex);
    const auto kept = m_hours.find(stream);
    if (kept != m_hours.end()) {
        return kept->second;
    }
    const qint64 until = known->last ? known->last->phenomenon + 1 : 0;
    LOCI_TRY(const ObservationSpans spans, m_queries.hours(stream, until - kMostDays * kDayMs, until));
    return m_hours.emplace(stream, seriesOf(*known, spans, 1)).first->second;
}

Result<HourlySeries> FeedObservations::daily(const QString &stream) const
{
    const StoredStream *known = find(stream);
    if (known == nullptr) {
        return fail(ErrorCode::NotReadable, Texts::tr("No feed has a stream “%1”.").arg(stream));
    }
    const std::lock_guard lock(m_mutex);
    const qint64 until = known->last ? known->last->phenomenon + 1 : 0;
    LOCI_TRY(const ObservationSpans spans, m_queries.days(stream, 0, until));
    return seriesOf(*known, spans, 24);
}

std::optional<feeds::Observation> FeedObservations::lastAt(const StoredStream &stream, qint64 moment) const
{
    if (!stream.last || stream.last->phenomenon <= moment) {
        return stream.last;
    }
    const std::lock_guard lock(m_mutex);
    auto value = m_queries.valueAt(stream.description.id, moment);
    return value ? *value : std::nullopt;
}

std::optional<indicators::StreamNow> FeedObservations::at(const QString &stream, const QDateTime &moment) const
{
    const StoredStream *known = find(stream);
    if (known == nullptr) {
        return std::nullopt;
    }
    const qint64 now = moment.toMSecsSinceEpoch();
    const std::optional<feeds::Observation> last = lastAt(*known, now);
    feeds::StreamFacts facts;
    facts.last = last ? std::optional(last->phenomenon) : std::nullopt;
    facts.cadenceMs = known->description.cadenceMs;
    facts.paused = m_paused.contains(known->description.feed);
    indicators::StreamNow result =
        indicators::streamNow(known->description, last, feeds::stateOf(facts, now), feeds::ageOf(facts, now));
    result.simulated = last && (last->flags & feeds::Quality::Simulated);
    return result;
}

} // namespace loci::storage
