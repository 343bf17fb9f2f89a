// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/background.h"

#include <QCoreApplication>
#include <QThread>
#include <QThreadPool>

namespace loci::map {

Background::Background(QObject *parent) : QObject(parent) {}

Background::~Background()
{
    m_token.cancel();
    for (QFutureWatcherBase *watcher : std::as_const(m_pending)) {
        watcher->disconnect(this);
        watcher->waitForFinished();
    }
}

QThreadPool *Background::threads(Line line)
{
    // GDAL opens of local files are short and share a lock: two workers are enough. Servers mostly wait.
    const QString name = line == Line::Local ? QStringLiteral("map files") : QStringLiteral("map servers");
    QCoreApplication *application = QCoreApplication::instance();
    auto *pool = application->findChild<QThreadPool *>(name, Qt::FindDirectChildrenOnly);
    if (pool == nullptr) {
        pool = new QThreadPool(application);
        pool->setObjectName(name);
        pool->setMaxThreadCount(line == Line::Local ? 2 : 6);
        pool->setExpiryTimeout(-1);
    }
    return pool;
}

void Background::adopt(QObject *object)
{
    if (object != nullptr && QCoreApplication::instance() != nullptr) {
        object->moveToThread(QCoreApplication::instance()->thread());
    }
}

} // namespace loci::map
