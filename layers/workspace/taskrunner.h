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
#include <QThreadPool>
#include <QtConcurrent/QtConcurrentRun>
#include <exception>
#include <functional>
#include <memory>
#include <vector>

namespace loci::workspace {

/// A running or finished piece of background work, as the task list shows it.
struct TaskInfo
{
    enum class State { Running, Done, Failed, Cancelled };
    quint64 id = 0;
    QString title;        ///< translated
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
        const auto death = QObject::connect(context, &QObject::destroyed, this, [this, id] { contextDied(id); });
        // The watcher is a child of the context: the callback dies with its receiver.
        auto *watcher = new QFutureWatcher<std::shared_ptr<R>>(context);
        QObject::connect(
            watcher, &QFutureWatcherBase::finished, context,
            [this, guard = QPointer<TaskRunner>(this), watcher, id, death, done = std::move(done)]() mutable {
                R result = std::move(*watcher->result());
                watcher->deleteLater();
                QObject::disconnect(death);
                if (guard) {
                    finish(id, result ? nullptr : &result.error());
                }
                done(std::move(result));
            });
        const ProgressFunction progress = progressFor(id);
        watcher->setFuture(
            QtConcurrent::run(m_pool.get(), [this, id, work = std::move(work), token, progress]() mutable {
                auto result = std::make_shared<R>(guarded<R>(work, token, progress));
                workEnded(id);
                return result;
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
    /// No exception leaves a worker, and work that was cancelled while it waited does not start.
    template <class R, class Work>
    static R guarded(Work &work, const CancelToken &token, const ProgressFunction &progress)
    {
        if (token.isCancelled()) {
            return fail(cancelledError());
        }
        try {
            return work(token, progress);
        } catch (const std::exception &exception) {
            return fail(crashedError(exception.what()));
        } catch (...) {
            return fail(crashedError("unknown exception"));
        }
    }
    static Error cancelledError();
    static Error crashedError(const char *what);

    quint64 begin(const QString &title, const CancelToken &token);
    void finish(quint64 id, const Error *error);
    void contextDied(quint64 id);
    void workEnded(quint64 id); ///< from the worker
    ProgressFunction progressFor(quint64 id);

    class Private;
    std::unique_ptr<QThreadPool> m_pool;
    std::unique_ptr<Private> d;
};

} // namespace loci::workspace
