// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/intake.h"

#include "layers/base/logging.h"
#include "layers/feeds/capalerts.h"

#include <QCoreApplication>
#include <algorithm>
#include <tuple>
#include <utility>

namespace loci::feeds {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::feeds::Intake)
};

constexpr int kRetryMs = 1000;
constexpr qint64 kPruneMs = 3'600'000;
constexpr int kFindingsOfAKind = 3;
constexpr qint64 kPayloadCost = 200; // what a waiting payload needs beside its bytes

qint64 costOf(const Payload &payload)
{
    return payload.bytes.size() + kPayloadCost;
}

/// What a payload says of a stream, and what was known where it is silent.
StreamDescription mergedWith(const StreamDescription &known, StreamDescription fresh)
{
    fresh.nameEn = fresh.nameEn.isEmpty() ? known.nameEn : fresh.nameEn;
    fresh.nameZh = fresh.nameZh.isEmpty() ? known.nameZh : fresh.nameZh;
    fresh.unit = fresh.unit.isEmpty() ? known.unit : fresh.unit;
    fresh.cadenceMs = known.cadenceMs > 0 ? known.cadenceMs : fresh.cadenceMs;
    fresh.place = fresh.place ? fresh.place : known.place;
    return fresh;
}
} // namespace

QString Intake::streamKey(const QString &feed, const QString &stream)
{
    return stream == feed || stream.startsWith(feed + QLatin1Char('/')) ? stream : feed + QLatin1Char('/') + stream;
}

Intake::Intake(std::unique_ptr<storage::ObservationStore> store, Units units, Limits limits)
    : m_store(std::move(store))
    , m_units(std::move(units))
    , m_limits(limits)
{
    if (m_store) {
        const QHash<QString, qint64> newest = m_store->newest();
        for (auto it = newest.constBegin(); it != newest.constEnd(); ++it) {
            m_gate.remember(it.key(), it.value());
        }
        const Alerts known = m_store->alerts(kMostAlerts).value_or(Alerts());
        m_watch.remember(known);
        for (const Alert &alert : known) {
            m_alerts.insert(alert.id, alert);
        }
    }
    m_thread = std::thread([this] { run(); });
}

Intake::~Intake()
{
    Intake::stop();
}

void Intake::stop()
{
    {
        const std::lock_guard lock(m_queueMutex);
        m_ending = true;
    }
    m_filled.notify_all();
    m_emptied.notify_all();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

void Intake::remember(const StreamDescription &stream, const std::optional<Observation> &last)
{
    const std::lock_guard lock(m_mutex);
    StreamTally &tally = m_earlier[stream.id];
    tally.description = stream;
    tally.last = last;
}

void Intake::follow(const std::vector<storage::StoredStream> &streams)
{
    const std::lock_guard lock(m_mutex);
    for (const storage::StoredStream &stream : streams) {
        const StreamDescription &description = stream.description;
        StreamTally &tally = m_feeds.contains(description.feed) ? m_streams[description.id] : m_earlier[description.id];
        tally.description = description;
        tally.last = stream.last ? stream.last : tally.last;
    }
}

void Intake::followAlerts(const Alerts &alerts)
{
    const std::lock_guard lock(m_mutex);
    for (const Alert &alert : alerts) {
        const auto known = m_alerts.find(alert.id);
        if (known == m_alerts.end() || !m_store) {
            m_alerts.insert(alert.id, alert);
        } else if (alert.isAcknowledged()) { // by a person at another desk
            known->acknowledgedBy = alert.acknowledgedBy;
            known->acknowledgedAt = alert.acknowledgedAt;
        }
    }
}

void Intake::addFeed(const FeedDescription &feed)
{
    const std::lock_guard lock(m_mutex);
    m_feeds.insert(feed.id, std::make_shared<const formats::PayloadReader>(feed));
    m_tallies[feed.id];
    for (const StreamTally &tally : std::as_const(m_earlier)) {
        if (tally.description.feed == feed.id && !m_streams.contains(tally.description.id)) {
            m_streams.insert(tally.description.id, tally);
        }
    }
    for (StreamDescription stream : feed.streams) {
        stream.id = streamKey(feed.id, stream.id);
        stream.feed = feed.id;
        m_streams[stream.id].description = stream;
    }
}

void Intake::removeFeed(const QString &id)
{
    const std::lock_guard lock(m_mutex);
    m_feeds.remove(id);
    m_tallies.remove(id);
    m_findings.remove(id);
    m_streams.removeIf([&id](const auto &stream) { return stream.value().description.feed == id; });
}

void Intake::take(Payload payload, bool mayWait)
{
    std::unique_lock lock(m_queueMutex);
    const qint64 size = costOf(payload);
    const auto hasRoom = [this, size] {
        return m_ending || m_queue.empty() || m_queueBytes + size <= m_limits.queueBytes;
    };
    if (mayWait) {
        m_emptied.wait(lock, hasRoom);
    }
    QHash<QString, qint64> dropped;
    while (!hasRoom()) {
        m_queueBytes -= costOf(m_queue.front());
        ++dropped[m_queue.front().feed];
        m_queue.pop_front();
    }
    if (m_ending) {
        return;
    }
    const bool sleeps = m_queue.empty(); // who reads the queue takes all of it at once
    m_queueBytes += size;
    m_queue.push_back(std::move(payload));
    lock.unlock();
    if (sleeps) {
        m_filled.notify_one();
    }
    if (!dropped.isEmpty()) {
        const std::lock_guard tallies(m_mutex);
        for (auto it = dropped.constBegin(); it != dropped.constEnd(); ++it) {
            m_tallies[it.key()].dropped += it.value();
        }
    }
}

bool Intake::drain(int milliseconds)
{
    std::unique_lock lock(m_queueMutex);
    return m_emptied.wait_for(lock, std::chrono::milliseconds(milliseconds),
                              [this] { return m_queue.empty() && m_notes.empty() && !m_busy; });
}

void Intake::run()
{
    Batch batch;
    std::unique_lock lock(m_queueMutex);
    for (;;) {
        m_filled.wait(lock, [this] { return m_ending || m_busy || !m_queue.empty() || !m_notes.empty(); });
        if (!m_busy && m_queue.empty() && m_notes.empty()) {
            return; // ending, and everything is stored
        }
        m_busy = true;
        lock.unlock();
        fill(batch);
        store(batch);
        keepAlerts(batch);
        prune(batch.now);
        tell(Clock::now());
        lock.lock();
        m_busy = !m_taken.empty();
        m_emptied.notify_all();
    }
}

void Intake::fill(Batch &batch)
{
    const auto soon = Clock::now() + std::chrono::milliseconds(m_limits.soonMs);
    const auto until = Clock::now() + std::chrono::milliseconds(m_limits.batchMs);
    const auto hasRoom = [&] { return batch.observations.size() < m_limits.batchRows && Clock::now() < until; };
    do {
        while (!m_taken.empty() && hasRoom()) {
            const Payload payload = std::move(m_taken.front());
            m_taken.pop_front();
            batch.now = std::max(batch.now, payload.arrival);
            read(payload, batch);
        }
        if (const auto now = Clock::now(); now - m_told > std::chrono::milliseconds(m_limits.tellMs)) {
            tell(now);
        }
    } while (m_taken.empty() && hasRoom() && takeQueue(soon));
}

void Intake::tell(Clock::time_point now)
{
    m_told = now;
    if (changed) {
        changed();
    }
}

/// All that waits, in one go, so that the two threads seldom meet; waits for it until `soon`.
bool Intake::takeQueue(Clock::time_point soon)
{
    {
        std::unique_lock lock(m_queueMutex);
        m_queueBytes -= std::exchange(m_takenBytes, 0);
        m_emptied.notify_all();
        m_filled.wait_until(lock, soon, [this] { return m_ending || !m_queue.empty() || !m_notes.empty(); });
        if (!m_notes.empty() || m_queue.empty()) {
            return false;
        }
        m_taken.swap(m_queue);
        m_takenBytes = m_queueBytes;
    }
    return true;
}

std::shared_ptr<const formats::PayloadReader> Intake::readerOf(const QString &id) const
{
    const std::lock_guard lock(m_mutex);
    return m_feeds.value(id);
}

/// With the lock held.
void Intake::note(const QString &feed, const QString &problem, const Findings &findings)
{
    if (!m_feeds.contains(feed)) { // removed in the meantime
        return;
    }
    FeedTally &tally = m_tallies[feed];
    ++tally.payloads;
    tally.unreadableInARow = problem.isEmpty() ? 0 : tally.unreadableInARow + 1;
    tally.unreadable += problem.isEmpty() ? 0 : 1;
    if (!problem.isEmpty()) {
        tally.lastProblem = problem;
    }
    if (findings.empty()) {
        return;
    }
    auto list = m_findings.find(feed);
    if (list == m_findings.end()) {
        list = m_findings.insert(feed, FindingList(kFindingsOfAKind));
    }
    for (const Finding &finding : findings) {
        list->add(finding);
    }
}

void Intake::read(const Payload &payload, Batch &batch)
{
    const std::shared_ptr<const formats::PayloadReader> reader = readerOf(payload.feed);
    if (!reader) {
        return;
    }
    const FeedDescription &feed = reader->feed();
    auto loaded = reader->read(payload.bytes, {payload.topic, payload.arrival});
    if (payload.serverTime && loaded) {
        m_skews[feed.id].add(*payload.serverTime, payload.arrival);
    }
    {
        const std::lock_guard lock(m_mutex);
        note(feed.id, loaded ? QString() : loaded.error().message, loaded ? loaded->findings : Findings());
        if (!loaded) {
            return;
        }
        takeWarnings(feed, loaded->value.alerts, batch);
        accept(feed, loaded->value, payload.retained, batch);
    }
    if (payload.read) {
        payload.read({loaded->value.next, loaded->value.lifetimeMs});
    }
}

/// With the lock held.
void Intake::accept(const FeedDescription &feed, formats::FeedPayload &read, bool retained, Batch &batch)
{
    const auto skew = m_skews.constFind(feed.id);
    const ClockSkew *clock = skew == m_skews.constEnd() ? nullptr : &*skew;
    for (StreamDescription &stream : read.streams) {
        stream.id = streamKey(feed.id, stream.id);
        if (!feed.targetUnit.isEmpty()) {
            stream.unit = feed.targetUnit;
        }
        StreamDescription &known = m_streams[stream.id].description;
        const StreamDescription merged = mergedWith(known, stream);
        if (known != merged) {
            known = merged;
            batch.streams[feed.retentionDays].push_back(merged);
        }
    }
    for (Observation &observation : read.observations) {
        observation.stream = streamKey(feed.id, observation.stream);
        StreamTally &stream = m_streams[observation.stream];
        if (stream.description.id.isEmpty()) {
            stream.description = {
                observation.stream, {}, {},     feed.targetUnit.isEmpty() ? observation.unit : feed.targetUnit,
                feed.cadenceMs,     {}, feed.id};
        }
        if (stream.received == 0) {
            batch.streams[feed.retentionDays].push_back(stream.description);
        }
        ++stream.received;
        observation.flags.setFlag(Quality::Retained, retained);
        observation.flags.setFlag(Quality::Simulated, feed.isSimulated());
        if (!convert(feed, observation, stream)) {
            ++stream.rejected;
            continue;
        }
        stream.skewMs = clock ? clock->milliseconds() : 0;
        if (m_gate.judge(observation, stream.description.cadenceMs, clock) == ObservationGate::Verdict::Duplicate) {
            ++stream.duplicates;
            continue;
        }
        watch(feed, stream.description, observation, batch);
        const bool newer = !stream.last || observation.phenomenon >= stream.last->phenomenon;
        if (newer && !(observation.flags & Quality::Future)) {
            stream.last = observation; // seen at once, stored with the batch
        }
        batch.observations.push_back(std::move(observation));
    }
}

/// With the lock held.
void Intake::watch(const FeedDescription &feed, const StreamDescription &stream, const Observation &observation,
                   Batch &batch)
{
    if (feed.limits.empty()) {
        return;
    }
    const QString own =
        stream.id.startsWith(feed.id + QLatin1Char('/')) ? stream.id.mid(feed.id.size() + 1) : stream.id;
    for (Alert &alert : m_watch.judge(feed.limits, own, stream, observation)) {
        m_alerts.insert(alert.id, alert);
        batch.alerts.push_back(std::move(alert));
    }
}

/// With the lock held.
void Intake::takeWarnings(const FeedDescription &feed, const std::vector<formats::FeedAlert> &warnings, Batch &batch)
{
    for (const formats::FeedAlert &warning : warnings) {
        CapNews news = newsOf(feed.id, warning);
        for (const QString &id : news.ended) {
            const auto known = m_alerts.find(id);
            if (known != m_alerts.end() && known->until.value_or(news.at + 1) > news.at) {
                known->until = news.at;
                batch.alerts.push_back(*known);
            }
        }
        if (news.alert && !m_alerts.contains(news.alert->id)) { // the same warning again is no news
            m_alerts.insert(news.alert->id, *news.alert);
            batch.alerts.push_back(std::move(*news.alert));
        }
    }
}

void Intake::keepAlerts(Batch &batch)
{
    std::vector<Note> notes;
    {
        const std::lock_guard lock(m_queueMutex);
        notes.swap(m_notes);
    }
    {
        const std::lock_guard lock(m_mutex);
        trimAlerts();
    }
    Result<> kept = m_store && !batch.alerts.empty() ? m_store->putAlerts(batch.alerts) : Result<>();
    for (const Note &note : notes) {
        kept = m_store && kept ? m_store->acknowledge(note.alert, note.person, note.time) : kept;
    }
    batch.alerts.clear();
    if (!kept) {
        qCWarning(logFeeds, "Alerts cannot be stored. %s", qPrintable(kept.error().detail));
    }
}

/// With the lock held: what is long over is in the store, and need not be in sight.
void Intake::trimAlerts()
{
    if (m_alerts.size() <= 2 * kMostAlerts) {
        return;
    }
    std::vector<std::pair<qint64, QString>> over;
    over.reserve(static_cast<std::size_t>(m_alerts.size()));
    for (const Alert &alert : std::as_const(m_alerts)) {
        if (alert.until) {
            over.emplace_back(*alert.until, alert.id);
        }
    }
    std::sort(over.begin(), over.end());
    over.resize(std::min<std::size_t>(over.size(), static_cast<std::size_t>(m_alerts.size() - kMostAlerts)));
    for (const auto &[until, id] : over) {
        m_alerts.remove(id);
    }
}

Alerts Intake::alerts() const
{
    Alerts all;
    {
        const std::lock_guard lock(m_mutex);
        all.reserve(static_cast<std::size_t>(m_alerts.size()));
        for (const Alert &alert : m_alerts) {
            all.push_back(alert);
        }
    }
    std::sort(all.begin(), all.end(),
              [](const Alert &a, const Alert &b) { return std::tie(b.from, a.id) < std::tie(a.from, b.id); });
    return all;
}

void Intake::acknowledge(const QString &alert, const QString &person, qint64 time)
{
    {
        const std::lock_guard lock(m_mutex);
        const auto known = m_alerts.find(alert);
        if (known == m_alerts.end() || known->isAcknowledged()) {
            return;
        }
        known->acknowledgedBy = person;
        known->acknowledgedAt = time;
    }
    {
        const std::lock_guard lock(m_queueMutex);
        m_notes.push_back({alert, person, time});
    }
    m_filled.notify_all();
}

bool Intake::convert(const FeedDescription &feed, Observation &observation, const StreamTally &stream)
{
    const QString &target = stream.description.unit;
    auto *number = std::get_if<double>(&observation.value);
    if (!number || observation.unit.isEmpty() || target.isEmpty() || observation.unit == target) {
        return true;
    }
    const auto conversion = m_units.conversion(observation.unit, target);
    if (!conversion) {
        auto list = m_findings.find(feed.id);
        if (list != m_findings.end()) {
            list->add(
                {Severity::Error, QStringLiteral("unit_clash"), observation.stream, {}, conversion.error().message});
        }
        return false;
    }
    *number = (*conversion)(*number);
    observation.unit = target;
    return true;
}

Result<storage::AppendCounts> Intake::write(const Batch &batch)
{
    for (const auto &[days, streams] : batch.streams) {
        LOCI_CHECK(m_store->describe(streams, days));
    }
    return m_store->append(batch.observations);
}

void Intake::prune(qint64 now)
{
    if (!m_store || now - m_pruned < kPruneMs) {
        return;
    }
    m_pruned = now;
    if (const auto pruned = m_store->prune(now); !pruned) {
        qCWarning(logFeeds, "Old observations cannot be deleted. %s", qPrintable(pruned.error().detail));
    }
}

void Intake::store(Batch &batch)
{
    std::vector<storage::AppendOutcome> outcomes(batch.observations.size(), storage::AppendOutcome::Stored);
    while (m_store && (!batch.observations.empty() || !batch.streams.empty())) {
        auto counts = write(batch);
        {
            const std::lock_guard lock(m_mutex);
            m_storeProblem = counts ? QString() : counts.error().message;
        }
        if (counts) {
            outcomes = std::move(counts->outcomes);
            break;
        }
        qCWarning(logFeeds, "Observations cannot be stored; trying again. %s", qPrintable(counts.error().detail));
        std::unique_lock lock(m_queueMutex);
        if (m_filled.wait_for(lock, std::chrono::milliseconds(kRetryMs), [this] { return m_ending; })) {
            break;
        }
    }
    const std::lock_guard lock(m_mutex);
    for (std::size_t i = 0; i < batch.observations.size() && m_storeProblem.isEmpty(); ++i) {
        StreamTally &stream = m_streams[batch.observations[i].stream];
        if (outcomes[i] == storage::AppendOutcome::Duplicate) {
            ++stream.duplicates;
        } else {
            stream.stored += m_store ? 1 : 0;
        }
    }
    batch.observations.clear();
    batch.streams.clear();
}

QHash<QString, StreamTally> Intake::streams() const
{
    const std::lock_guard lock(m_mutex);
    return m_streams;
}

QHash<QString, FeedTally> Intake::feeds() const
{
    const std::lock_guard lock(m_mutex);
    QHash<QString, FeedTally> result = m_tallies;
    for (auto it = m_findings.constBegin(); it != m_findings.constEnd(); ++it) {
        result[it.key()].findings = it->findings();
    }
    return result;
}

std::optional<qint64> Intake::newestOf(const QString &feed) const
{
    const std::lock_guard lock(m_mutex);
    std::optional<qint64> newest;
    for (const StreamTally &stream : m_streams) {
        if (stream.description.feed == feed && stream.last) {
            newest = std::max(newest.value_or(stream.last->phenomenon), stream.last->phenomenon);
        }
    }
    return newest;
}

QString Intake::storeProblem() const
{
    const std::lock_guard lock(m_mutex);
    return m_storeProblem;
}

} // namespace loci::feeds
