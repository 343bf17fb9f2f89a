// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/feeds/streamstate.h"
#include "layers/feeds/intake.h"
#include "layers/feeds/recorderwatch.h"

#include <QElapsedTimer>
#include <QTimer>
#include <atomic>

namespace loci::feeds {

/// One stream at this moment, as lists, maps and the command line show it.
struct StreamStatus
{
    StreamTally tally;
    StreamState state = StreamState::Waiting;
    std::optional<qint64> ageMs;
    bool simulated = false; ///< invented: to be told wherever it is shown
};

/// One feed at this moment.
struct FeedStatus
{
    FeedDescription feed;
    Contact contact = Contact::Idle;
    QString sentence; ///< why it is not connected
    FeedTally tally;
};

/// Runs the feeds of a workspace: a connector for each, one intake for all. Main thread.
class FeedRunner final : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        storage::ObservationHome store; ///< none: nothing is stored
        SecretSource secrets = environmentSecret;
        QString desk = {};    ///< that has the lease of a shared store
        bool follows = false; ///< another desk records: nothing is connected or stored, follow() tells
    };
    /// Fails when the store or the table of units cannot be opened.
    static Result<std::unique_ptr<FeedRunner>> create(Options options, const Clock &clock);
    ~FeedRunner() override;

    /// Starts it unless it is paused; replaces the feed of the same id.
    Result<> addFeed(const FeedDescription &feed);
    void removeFeed(const QString &id); ///< its streams are forgotten here, not in the store
    void setPaused(const QString &feed, bool paused);
    /// Ends all connections and stores what has come.
    void stop();
    bool drain(int milliseconds) { return m_intake->drain(milliseconds); }

    std::vector<StreamStatus> streams() const; ///< by name
    std::vector<FeedStatus> feeds() const;
    Alerts alerts() const { return m_intake->alerts(); }
    void acknowledge(const QString &alert, const QString &person);
    void follow(const SharedNews &news);
    const storage::ObservationHome &store() const { return m_options.store; }
    QString storeProblem() const { return m_intake->storeProblem(); }

signals:
    /// Values came or a state changed; at most thirty times a second.
    void changed();

private:
    struct Running
    {
        FeedStatus status;
        std::unique_ptr<Connector> connector;
    };
    FeedRunner(Options options, const Clock &clock, std::unique_ptr<Intake> intake);
    Result<> connectFeed(Running &running);
    bool isRefused(const FeedStatus &status) const;
    void notice();

    Options m_options;
    const Clock &m_clock;
    std::unique_ptr<Intake> m_intake;
    std::vector<std::unique_ptr<Running>> m_feeds;
    QTimer m_soon;
    QElapsedTimer m_told; ///< since changed() was last emitted
    QTimer m_ages;
    std::atomic<bool> m_noticed = false;
};

} // namespace loci::feeds
