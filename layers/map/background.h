// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"

#include <QFutureWatcher>
#include <QList>
#include <QObject>
#include <QThreadPool>
#include <QtConcurrent/QtConcurrentRun>
#include <memory>

namespace loci::map {

/// Opens things off the main thread and hands them over on it. Local and remote sources wait in lines of their own, so
/// that a slow server never holds up a file. Results that come after the end are dropped.
class Background final : public QObject
{
    Q_OBJECT
public:
    enum class Line { Local, Remote };

    explicit Background(QObject *parent = nullptr);
    ~Background() override; ///< cancels and waits

    /// `work(token)` runs in a worker, `done(result)` on the main thread. QObjects in the result have to be moved to
    /// the main thread by `work` (adopt()).
    template <class Work, class Done>
    void run(Line line, Work work, Done done)
    {
        using R = std::invoke_result_t<Work, const CancelToken &>;
        auto *watcher = new QFutureWatcher<std::shared_ptr<R>>(this);
        connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, done = std::move(done)]() mutable {
            const std::shared_ptr<R> result = watcher->result();
            m_pending.removeOne(watcher);
            watcher->deleteLater();
            if (!m_token.isCancelled() && result != nullptr) {
                done(std::move(*result));
            }
        });
        m_pending << watcher;
        watcher->setFuture(
            QtConcurrent::run(threads(line), [work = std::move(work), token = m_token]() mutable -> std::shared_ptr<R> {
                return token.isCancelled() ? nullptr : std::make_shared<R>(work(token));
            }));
    }
    int running() const { return static_cast<int>(m_pending.size()); }
    /// Gives an object made in a worker to the main thread.
    static void adopt(QObject *object);

private:
    /// Of the application, not of this object: QGIS keeps coordinate systems by the thread that read them first, and
    /// they are of no use to any other thread when that one has ended.
    static QThreadPool *threads(Line line);

    QList<QFutureWatcherBase *> m_pending;
    CancelToken m_token;
};

} // namespace loci::map
