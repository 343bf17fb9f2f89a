// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/finding.h"
#include "layers/domain/feeds/observationgate.h"
#include "layers/domain/feeds/units.h"
#include "layers/feeds/connector.h"
#include "layers/formats/feeds/feedpayload.h"
#include "layers/storage/feeds/observationqueries.h"
#include "layers/storage/feeds/observationstore.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>

namespace loci::feeds {

/// What came of one stream since the start.
struct StreamTally
{
    StreamDescription description;   ///< its id tells it among all feeds
    std::optional<Observation> last; ///< newest trusted value; on disk with its batch, a moment later
    qint64 received = 0;
    qint64 stored = 0;
    qint64 duplicates = 0;
    qint64 rejected = 0;
    qint64 skewMs = 0;
};

/// What came of one feed.
struct FeedTally
{
    qint64 payloads = 0;
    qint64 unreadable = 0; ///< payloads of which nothing could be read
    qint64 dropped = 0;    ///< thrown away because the queue was full
    int unreadableInARow = 0;
    QString lastProblem;
    Findings findings; ///< the first of each kind, with counts
};

/// From bytes to rows: reads payloads, converts units, looks at each observation and stores it, in batches, on one
/// thread of its own. What take() got is on disk after drain().
class Intake final : public PayloadSink
{
public:
    struct Limits
    {
        qint64 queueBytes = 67'108'864;
        std::size_t batchRows = 5000;
        int soonMs = 20;   ///< a batch ends after so long when nothing more waits,
        int batchMs = 200; ///< and at the latest after so long
        int tellMs = 25;   ///< changed() is called so often while a batch is gathered
    };
    /// Without a store it only counts (a test of a feed).
    Intake(std::unique_ptr<storage::ObservationStore> store, Units units, Limits limits);
    Intake(std::unique_ptr<storage::ObservationStore> store, Units units) : Intake(std::move(store), units, Limits()) {}
    ~Intake() override;
    Q_DISABLE_COPY_MOVE(Intake)

    /// What the store has of earlier runs; shown once the feed of the stream is added.
    void remember(const StreamDescription &stream, const std::optional<Observation> &last);
    /// What another desk recorded: shown as if it had come here; never stored again.
    void follow(const std::vector<storage::StoredStream> &streams);
    void followAlerts(const Alerts &alerts);
    void addFeed(const FeedDescription &feed);
    void removeFeed(const QString &id);
    void take(Payload payload, bool mayWait) override;
    /// Waits until everything taken is stored; false when it took longer.
    bool drain(int milliseconds);
    void stop();
    QHash<QString, StreamTally> streams() const;
    QHash<QString, FeedTally> feeds() const;
    std::optional<qint64> newestOf(const QString &feed) const; ///< time of its newest trusted value
    /// What holds and what is over, newest first.
    Alerts alerts() const;
    /// A person took note of it; stored with the next batch.
    void acknowledge(const QString &alert, const QString &person, qint64 time);
    static constexpr int kMostAlerts = 1000; ///< that are kept in sight; the store keeps all
    QString storeProblem() const;            ///< why nothing can be stored at the moment; empty when all is well
    /// Called on the intake's thread after each batch and while one is gathered; set before the first payload.
    std::function<void()> changed;

    /// The name of a stream among all feeds.
    static QString streamKey(const QString &feed, const QString &stream);

private:
    struct Batch
    {
        Observations observations;
        std::map<int, StreamDescriptions> streams; // by days of retention
        Alerts alerts;                             // begun or ended
        qint64 now = 0;
    };
    using Clock = std::chrono::steady_clock;
    void run();
    void fill(Batch &batch);
    void tell(Clock::time_point now);
    bool takeQueue(Clock::time_point soon);
    void read(const Payload &payload, Batch &batch);
    void accept(const FeedDescription &feed, formats::FeedPayload &read, bool retained, Batch &batch);
    bool convert(const FeedDescription &feed, Observation &observation, const StreamTally &stream);
    void watch(const FeedDescription &feed, const StreamDescription &stream, const Observation &observation,
               Batch &batch);
    void takeWarnings(const FeedDescription &feed, const std::vector<formats::FeedAlert> &warnings, Batch &batch);
    void keepAlerts(Batch &batch);
    void trimAlerts();
    void store(Batch &batch);
    Result<storage::AppendCounts> write(const Batch &batch);
    void prune(qint64 now);
    void note(const QString &feed, const QString &problem, const Findings &findings);
    std::shared_ptr<const formats::PayloadReader> readerOf(const QString &id) const; ///< null: removed

    std::unique_ptr<storage::ObservationStore> m_store;
    Units m_units;
    Limits m_limits;
    struct Note
    {
        QString alert, person;
        qint64 time = 0;
    };
    ObservationGate m_gate;            // of the thread
    LimitWatch m_watch;                // of the thread
    QHash<QString, ClockSkew> m_skews; // of the thread
    qint64 m_pruned = 0;               // of the thread: when old values were deleted last
    std::deque<Payload> m_taken;       // of the thread: out of the queue, not yet read
    qint64 m_takenBytes = 0;           // of the thread
    Clock::time_point m_told;          // of the thread: when changed() was called last
    std::mutex m_queueMutex;           // for the next ones; never together with m_mutex
    std::condition_variable m_filled;
    std::condition_variable m_emptied;
    std::deque<Payload> m_queue;
    std::vector<Note> m_notes;
    qint64 m_queueBytes = 0;
    bool m_ending = false;
    bool m_busy = false;
    mutable std::mutex m_mutex; // for all below
    QHash<QString, std::shared_ptr<const formats::PayloadReader>> m_feeds;
    QHash<QString, StreamTally> m_streams;
    QHash<QString, StreamTally> m_earlier; // of the store, until their feed is added
    QHash<QString, FeedTally> m_tallies;
    QHash<QString, FindingList> m_findings;
    QHash<QString, Alert> m_alerts;
    QString m_storeProblem;
    std::thread m_thread; // the last one: it uses the others
};

} // namespace loci::feeds
