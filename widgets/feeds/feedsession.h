// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN // moc 6.4 cannot read the concepts header behind these
#include "layers/feeds/feedrunner.h"
#endif

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

/// A value of the recent past, for the small charts; without a number it is a gap.
struct StreamPoint
{
    qint64 time = 0;
    std::optional<double> number;
};
using StreamPoints = std::vector<StreamPoint>;

/// The feeds of the open workspace, running. They are its documents "feed/<id>", so adding, pausing and removing one
/// can be undone; what comes in goes into the file of observations beside it. Main thread.
class FeedSession final : public QObject
{
    Q_OBJECT
public:
    explicit FeedSession(const Clock &clock, QObject *parent = nullptr);
    ~FeedSession() override;

    void setWorkspace(workspace::Workspace *workspace); ///< borrowed; nullptr: none
    Result<> saveFeed(const feeds::FeedDescription &feed);
    Result<> removeFeed(const QString &id);
    Result<> setPaused(const QString &id, bool paused);
    /// Runs it for some seconds beside the workspace, storing nothing; `done` gets what came or why nothing did.
    void testFeed(const feeds::FeedDescription &feed, std::function<void(const QString &sentence, bool good)> done);

    std::vector<feeds::StreamStatus> streams() const;
    std::vector<feeds::FeedStatus> feeds() const;
    StreamPoints recent(const QString &stream) const;
    bool isReadOnly() const;

signals:
    void changed(); ///< values or states
    void failed(const QString &message);

private:
    void sync();
    void start();
    void onDocuments(const QStringList &keys);
    void remember();
    void loadRecent();
    Result<> commit(const QString &id, const QString &title, const std::optional<QByteArray> &after);

    const Clock &m_clock;
    workspace::Workspace *m_workspace = nullptr;
    std::unique_ptr<feeds::FeedRunner> m_runner;
    std::unique_ptr<feeds::FeedRunner> m_test;
    QTimer m_testEnd;
    QTimer m_testLook;
    QHash<QString, std::deque<StreamPoint>> m_recent;
};

} // namespace loci::widgets
