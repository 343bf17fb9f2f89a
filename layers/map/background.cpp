// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/background.h"

#include <qgscoordinatereferencesystem.h>
#include <qgscoordinatetransform.h>

#include <QCoreApplication>
#include <QThread>

namespace loci::map {

Background::Workers::Workers()
{
    // GDAL opens of local files are short and share a lock: two workers are enough. Servers mostly wait.
    local.setMaxThreadCount(2);
    remote.setMaxThreadCount(6);
    local.setExpiryTimeout(-1);
    remote.setExpiryTimeout(-1);
}

Background::Workers::~Workers()
{
    local.waitForDone();
    remote.waitForDone();
    QgsCoordinateTransform::invalidateCache();
    QgsCoordinateReferenceSystem::invalidateCache();
}

std::shared_ptr<Background::Workers> Background::sharedWorkers()
{
    static std::weak_ptr<Workers> shared; // asked for on the main thread only
    std::shared_ptr<Workers> workers = shared.lock();
    if (workers == nullptr) {
        workers = std::make_shared<Workers>();
        shared = workers;
    }
    return workers;
}

Background::Background(QObject *parent) : QObject(parent), m_workers(sharedWorkers()) {}

Background::~Background()
{
    m_token.cancel();
    const auto watchers = findChildren<QFutureWatcherBase *>();
    for (QFutureWatcherBase *watcher : watchers) {
        watcher->cancel();
    }
    for (QFutureWatcherBase *watcher : watchers) {
        watcher->waitForFinished();
    }
}

void Background::adopt(QObject *object)
{
    if (object != nullptr && QCoreApplication::instance() != nullptr) {
        object->moveToThread(QCoreApplication::instance()->thread());
    }
}

} // namespace loci::map
