// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/feeds/streamreplay.h"

#include "layers/storage/feeds/observationqueries.h"

namespace loci::widgets {

namespace {
constexpr qint64 kUnknownCadenceMs = 60'000;

/// Charts reach as far back as their points at the stream's own cadence.
StreamPoints pointsBefore(const storage::ObservationQueries &store, const feeds::StreamDescription &stream,
                          qint64 moment)
{
    const qint64 cadence = stream.cadenceMs > 0 ? stream.cadenceMs : kUnknownCadenceMs;
    const auto spans =
        store.window(stream.id, moment - cadence * StreamReplay::kPoints, moment + 1, StreamReplay::kPoints);
    StreamPoints points;
    if (spans) {
        points.reserve(spans->size());
        for (const storage::ObservationSpan &span : *spans) {
            points.push_back({span.to, span.count > 0 ? std::optional(span.mean()) : std::nullopt});
        }
    }
    return points;
}

feeds::StreamStatus statusAt(const storage::ObservationQueries &store, const storage::StoredStream &stream,
                             qint64 moment)
{
    feeds::StreamStatus status;
    status.tally.description = stream.description;
    if (auto value = store.valueAt(stream.description.id, moment)) {
        status.tally.last = std::move(*value);
    }
    feeds::StreamFacts facts;
    facts.last = status.tally.last ? std::optional(status.tally.last->phenomenon) : std::nullopt;
    facts.cadenceMs = stream.description.cadenceMs;
    status.state = feeds::stateOf(facts, moment);
    status.ageMs = feeds::ageOf(facts, moment);
    status.simulated = status.tally.last && (status.tally.last->flags & feeds::Quality::Simulated);
    return status;
}

std::shared_ptr<const StreamsAtMoment> readMoment(const storage::ObservationHome &home, qint64 moment)
{
    auto result = std::make_shared<StreamsAtMoment>();
    result->moment = moment;
    const auto opened = home.openToRead();
    if (!opened || !*opened) {
        return result;
    }
    const storage::ObservationQueries &store = **opened;
    const auto streams = store.streams();
    if (!streams) {
        return result;
    }
    result->streams.reserve(streams->size());
    for (const storage::StoredStream &stream : *streams) {
        result->streams.push_back(statusAt(store, stream, moment));
        if (streams->size() <= StreamReplay::kMostCharts) {
            result->recent.insert(stream.description.id, pointsBefore(store, stream.description, moment));
        }
    }
    return result;
}
} // namespace

StreamReplay::StreamReplay(QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

StreamReplay::~StreamReplay()
{
    m_pool.waitForDone();
}

void StreamReplay::setStore(const storage::ObservationHome &store)
{
    m_store = store;
    m_wanted.reset();
}

void StreamReplay::show(qint64 moment)
{
    m_wanted = moment;
    if (!m_busy) {
        start();
    }
}

void StreamReplay::forget()
{
    m_wanted.reset();
    ++m_round;
}

void StreamReplay::start()
{
    if (!m_wanted || m_store.isNone()) {
        return;
    }
    const qint64 moment = *m_wanted;
    m_wanted.reset();
    m_busy = true;
    m_pool.start([this, home = m_store, moment, round = m_round] {
        auto streams = readMoment(home, moment);
        QMetaObject::invokeMethod(
            this,
            [this, home, round, streams = std::move(streams)] {
                m_busy = false;
                if (home == m_store && round == m_round) {
                    emit read(streams);
                }
                start();
            },
            Qt::QueuedConnection);
    });
}

} // namespace loci::widgets
