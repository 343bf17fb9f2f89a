// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/result.h"

#include <QDateTime>
#include <QFutureWatcher>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QtConcurrent/QtConcurrentRun>
#include <functional>
#include <memory>
#include <vector>

namespace loci::workspace {

/// A running or finished piece of background work, as the task list shows it.
struct TaskInfo
{
    enum class State { Running, Done, Failed, Cancelled };
    quint64 id = 0;
    QString title; ///< translated
    double progress = -1; ///< 0..1, -1 unknown
    State state = State::Running;
    QString message; ///< the error's sentence when it failed
    QDateTime started;
};

/// Runs functions on the worker pool and brings their results back to the main thread. Main thread only, but for the
/// functions themselves, which see nothing but their arguments.
class TaskRunner final : public QObject
{
    Q_OBJECT
public:
    explicit TaskRunner(QObject *parent = nullptr);
    ~TaskRunner() override; ///< cancels and waits

    /// `work(token, progress)` runs in a worker and returns Result<T>; `done(Result<T>)` runs on the main thread, and
    /// never when `context` has died meanwhile. Returns the task's id.
    template <class Work, class Done>
    quint64 run(QObject *context, const QString &title, Work work, Done done)
    {
        using R = std::invoke_result_t<Work, const CancelToken &, const ProgressFunction &>;
        const CancelToken token;
        const quint64 id = begin(title, token);
        // The watcher is a child of the context: the callback dies with its receiver.
        auto *watcher = new QFutureWatcher<std::shared_ptr<R>>(context);
        QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                         [this, guard = QPointer<TaskRunner>(this), watcher, id, done = std::move(done)]() mutable {
                             R result = std::move(*watcher->result());
                             watcher->deleteLater();
                             if (guard) {
                                 finish(id, result ? nullptr : &result.error());
                             }
                             done(std::move(result));
                         });
        QObject::connect(context, &QObject::destroyed, this, [token] { token.cancel(); });
        const ProgressFunction progress = progressFor(id);
        watcher->setFuture(QtConcurrent::run(m_pool.get(), [work = std::move(work), token, progress]() mutable {
            return std::make_shared<R>(work(token, progress));
        }));
        return id;
    }

    void cancel(quint64 id);
    void cancelAll();
    bool isIdle() const;
    std::vector<TaskInfo> tasks() const; ///< running ones, and the last few finished

signals:
    void tasksChanged(); ///< coalesced, at most 10 a second

private:
    quint64 begin(const QString &title, const CancelToken &token);
    void finish(quint64 id, const Error *error);
    ProgressFunction progressFor(quint64 id);

    class Private;
    std::unique_ptr<QThreadPool> m_pool;
    std::unique_ptr<Private> d;
};

} // namespace loci::workspace
