// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/recorderwatch.h"

#include "layers/base/logging.h"
#include "layers/storage/feeds/alertstore.h"
#include "layers/storage/feeds/observationschema.h"
#include "layers/storage/schema.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace loci::feeds {

using storage::FeedDesk;
using storage::FeedLease;

namespace {
constexpr int kRoundMs = 1000;
constexpr int kAlertRounds = 3;
constexpr int kAlerts = 200;
constexpr char kNoRight[] = "42501"; // as SQL names it
} // namespace

RecorderWatch::RecorderWatch(storage::ObservationHome home, FeedDesk us, bool mayRecord)
    : m_home(std::move(home))
    , m_us(std::move(us))
    , m_mayRecord(mayRecord)
{
    m_thread = std::thread([this] { run(); });
}

RecorderWatch::~RecorderWatch()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
    }
    m_woken.notify_all();
    m_thread.join();
}

void RecorderWatch::acknowledge(const QString &alert, const QString &person, qint64 time)
{
    {
        const std::lock_guard lock(m_mutex);
        m_notes.push_back({alert, person, time});
    }
    m_woken.notify_all();
}

void RecorderWatch::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_isEnding) {
        std::vector<Note> notes;
        notes.swap(m_notes);
        lock.unlock();
        if (const Result<> done = look(notes); !done) {
            tellProblem(done.error());
        } else {
            m_told.clear();
        }
        lock.lock();
        m_woken.wait_for(lock, std::chrono::milliseconds(kRoundMs), [this] { return m_isEnding || !m_notes.empty(); });
    }
    lock.unlock();
    if (m_database && m_mayRecord && m_isPrepared) {
        const Result<> released = FeedLease::release(*m_database, m_us.id);
        Q_UNUSED(released) // it runs out by itself
    }
}

/// False: nothing was ever recorded there, and we may not begin.
Result<bool> RecorderWatch::connect()
{
    if (!m_database) {
        LOCI_TRY(m_database, m_home.connect(!m_mayRecord));
    }
    if (!m_isPrepared && m_mayRecord) {
        LOCI_CHECK(storage::prepareObservations(*m_database, m_home.text()));
        LOCI_CHECK(storage::AlertStore::prepare(*m_database));
        m_isPrepared = true;
    }
    if (!m_isPrepared) {
        LOCI_TRY(m_isPrepared, storage::hasTable(*m_database, QStringLiteral("observation_lease")));
    }
    return m_isPrepared;
}

Result<> RecorderWatch::look(const std::vector<Note> &notes)
{
    LOCI_TRY(const bool isThere, connect());
    if (!isThere) {
        tell({});
        return {};
    }
    for (const Note &note : notes) {
        LOCI_CHECK(storage::AlertStore::acknowledge(*m_database, note.alert, note.person, note.time));
    }
    LOCI_TRY(const FeedDesk recorder,
             m_mayRecord ? FeedLease::take(*m_database, m_us) : FeedLease::holder(*m_database));
    tell(recorder);
    return follow(recorder.id == m_us.id);
}

Result<> RecorderWatch::follow(bool isOurs)
{
    auto news = std::make_shared<SharedNews>();
    if (!isOurs) { // what comes here is known before it is stored
        LOCI_TRY(news->streams, storage::ObservationQueries::streamsSince(*m_database, m_seen));
    }
    for (const storage::StoredStream &stream : news->streams) {
        m_seen = std::max(m_seen, stream.last ? stream.last->arrival : 0);
    }
    if (m_round++ % kAlertRounds == 0) {
        LOCI_TRY(news->alerts, storage::AlertStore::read(*m_database, kAlerts));
    }
    if (!news->streams.empty() || news->alerts) {
        hear(news);
    }
    return {};
}

/// Without the right to record it goes on as one who follows.
void RecorderWatch::tellProblem(const Error &error)
{
    if (error.detail.contains(QLatin1String(kNoRight))) {
        m_mayRecord = false;
    }
    if (std::exchange(m_told, error.message) != error.message) {
        qCWarning(logFeeds, "Who records the feeds is not known now. %s", qPrintable(error.detail));
        QMetaObject::invokeMethod(
            this, [this, sentence = error.message] { emit failed(sentence); }, Qt::QueuedConnection);
    }
}

void RecorderWatch::tell(const FeedDesk &recorder)
{
    QMetaObject::invokeMethod(
        this,
        [this, recorder] {
            const bool isNew = !m_isKnown || m_recorder != recorder;
            m_isKnown = true;
            m_recorder = recorder;
            if (isNew) {
                emit recorderChanged();
            }
        },
        Qt::QueuedConnection);
}

void RecorderWatch::hear(const std::shared_ptr<const SharedNews> &news)
{
    QMetaObject::invokeMethod(
        this, [this, news] { emit heard(news); }, Qt::QueuedConnection);
}

} // namespace loci::feeds
