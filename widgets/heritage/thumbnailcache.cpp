// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heritage/thumbnailcache.h"

#include <QFutureWatcher>
#include <QtConcurrent/QtConcurrentRun>

namespace loci::widgets {

namespace {

QString keyOf(const QString &sha256, int edge)
{
    return QStringLiteral("%1@%2").arg(sha256).arg(edge);
}

} // namespace

ThumbnailCache::ThumbnailCache(storage::heritage::MediaFolder folder, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
{
    m_pool.setMaxThreadCount(1);
}

ThumbnailCache::~ThumbnailCache()
{
    m_pool.clear();
    m_pool.waitForDone();
}

std::optional<QPixmap> ThumbnailCache::picture(const QString &sha256, int edge)
{
    const QString key = keyOf(sha256, edge);
    if (const auto known = m_pictures.constFind(key); known != m_pictures.constEnd()) {
        return *known;
    }
    if (!m_running.contains(key)) {
        m_running.insert(key);
        auto *watcher = new QFutureWatcher<QImage>(this);
        connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, key, sha256] {
            watcher->deleteLater();
            m_running.remove(key);
            if (!watcher->isCanceled() && watcher->future().resultCount() > 0) {
                m_pictures.insert(key, QPixmap::fromImage(watcher->result()));
                emit ready(sha256);
            }
        });
        watcher->setFuture(
            QtConcurrent::run(&m_pool, [folder = m_folder, sha256, edge] { return folder.thumbnail(sha256, edge); }));
    }
    return std::nullopt;
}

} // namespace loci::widgets
