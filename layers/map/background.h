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
///
/// QGIS ties a coordinate system to the thread that named it first and hands it to everybody from its caches: when that
/// thread ends, every copy silently stops transforming. So all objects of this class share workers that never end
/// before the last of them, and what the workers left in the caches goes with them.
class Background final : public QObject
{
    Q_OBJECT
public:
    enum class Line { Local, Remote };

    explicit Background(QObject *parent = nullptr);
    ~Background() override; ///< cancels its own work and waits for it

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
        QThreadPool &pool = line == Line::Local ? m_workers->local : m_workers->remote;
        watcher->setFuture(QtConcurrent::run(
            &pool, [work = std::move(work), token = m_token]() mutable { return std::make_shared<R>(work(token)); }));
    }
    int running() const { return m_running; }
    /// Gives an object made in a worker to the main thread.
    static void adopt(QObject *object);

private:
    struct Workers
    {
        Workers();
        ~Workers();
        Workers(const Workers &) = delete;
        Workers &operator=(const Workers &) = delete;
        QThreadPool local, remote;
    };
    static std::shared_ptr<Workers> sharedWorkers();

    std::shared_ptr<Workers> m_workers;
    CancelToken m_token;
    int m_running = 0;
};

} // namespace loci::map
