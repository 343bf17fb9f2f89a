// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN // moc 6.4 cannot read the concepts header behind these
#include "layers/feeds/feedrunner.h"
#include "layers/feeds/secretkeeper.h"
#endif
#include "widgets/feeds/streamreplay.h"

#include <QHash>
#include <QObject>
#include <QTimer>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace loci {
class Clock;
namespace workspace {
class Workspace;
}
} // namespace loci

namespace loci::widgets {

/// The feeds of the open workspace, running. They are its documents "feed/<id>", so adding, pausing and removing one
/// can be undone; what comes in goes into the file of observations beside it, or into the
/// server of a shared workspace, where one desk records and the others follow it. Main thread.
class FeedSession final : public QObject
{
    Q_OBJECT
public:
    explicit FeedSession(const Clock &clock, QObject *parent = nullptr);
    ~FeedSession() override;

    /// Borrowed; nullptr: none. The feeds start a moment later, so that the window comes first.
    void setWorkspace(workspace::Workspace *workspace);
    Result<> saveFeed(const feeds::FeedDescription &feed);
    /// The password that the feed names, into the key store of this computer.
    void keepSecret(const QString &name, const feeds::Secret &secret) { m_secrets.keep(name, secret); }
    Result<> removeFeed(const QString &id);
    Result<> setPaused(const QString &id, bool paused);
    /// Runs it for some seconds beside the workspace, storing nothing; `done` gets what came or why nothing did.
    void testFeed(const feeds::FeedDescription &feed, std::function<void(const QString &sentence, bool good)> done);

    /// Now, or at the moment that is replayed; by name.
    const std::vector<feeds::StreamStatus> &streams() const { return m_moment ? m_replayed : m_streams; }
    const feeds::StreamStatus *stream(const QString &id) const; ///< null: unknown
    std::vector<feeds::FeedStatus> feeds() const;
    const feeds::Alerts &alerts() const { return m_alerts; } ///< newest first
    int unseenAlerts() const;                                ///< that hold and nobody has taken note of
    void acknowledge(const QString &alert);                  ///< by the person at this computer
    /// What was known at a moment of the past, read from the store in the background; nothing: the present again.
    void setMoment(const std::optional<QDateTime> &moment);
    std::optional<QDateTime> moment() const { return m_moment; }
    qint64 now() const; ///< ms since 1970; the moment, or the clock's
    StreamPoints recent(const QString &stream) const;
    bool isReadOnly() const;
    /// Which desk records the feeds of a shared workspace, as a sentence; empty when only this desk has it.
    QString recorder() const;
    bool isStarting() const { return m_starting.isActive(); }
    /// When every stream that does not rest was live for the first time; nothing: not yet.
    std::optional<QDateTime> liveSince() const { return m_liveSince; }

signals:
    void changed(); ///< values or states
    void failed(const QString &message);

private:
    void sync();
    void start();
    bool isToWait(); ///< for the first word on who records
    void onRecorder();
    void onDocuments(const QStringList &keys);
    feeds::SecretSource secretSource() const;
    void onSecret(const QString &name);
    void look();
    void remember();
    void loadRecent();
    void showReplayed(const StreamsAtMoment &streams);
    Result<> commit(const QString &id, const QString &title, const std::optional<QByteArray> &after);

    const Clock &m_clock;
    workspace::Workspace *m_workspace = nullptr;
    feeds::SecretKeeper m_secrets;
    std::unique_ptr<feeds::RecorderWatch> m_watch; ///< of a shared workspace; gives the lease back after the runner
    std::unique_ptr<feeds::FeedRunner> m_runner;
    std::unique_ptr<feeds::FeedRunner> m_test;
    QTimer m_testEnd;
    QTimer m_testLook;
    QTimer m_starting;
    QHash<QString, std::deque<StreamPoint>> m_recent;
    std::vector<feeds::StreamStatus> m_streams;
    feeds::Alerts m_alerts;
    std::optional<QDateTime> m_liveSince;
    std::optional<QDateTime> m_moment;
    StreamReplay m_replay; // ends before what it tells goes away
    std::vector<feeds::StreamStatus> m_replayed;
    QHash<QString, StreamPoints> m_replayedRecent;
};

} // namespace loci::widgets
