// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"

#include <QFutureWatcher>
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
        ++m_running;
        connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, done = std::move(done)]() mutable {
            const std::shared_ptr<R> result = watcher->result();
            watcher->deleteLater();
            --m_running;
            if (!m_token.isCancelled()) {
                done(std::move(*result));
            }
        });
        QThreadPool &pool = line == Line::Local ? m_local : m_remote;
        watcher->setFuture(QtConcurrent::run(
            &pool, [work = std::move(work), token = m_token]() mutable { return std::make_shared<R>(work(token)); }));
    }
    int running() const { return m_running; }
    /// Gives an object made in a worker to the main thread.
    static void adopt(QObject *object);

private:
    QThreadPool m_local, m_remote;
    CancelToken m_token;
    int m_running = 0;
};

} // namespace loci::map
