// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/postgislistener.h"

#include "layers/base/logging.h"
#include "layers/storage/postgiserror.h"

#include <QSocketNotifier>
#include <QThread>
#include <libpq-fe.h>

namespace loci::storage {

namespace {
constexpr int kRetryMilliseconds = 5000;

struct NoticeDeleter
{
    void operator()(PGnotify *notice) const { PQfreemem(notice); }
};
} // namespace

PostGisListener::PostGisListener(PostGisAddress address, QString password, Begin begin)
    : m_address(std::move(address))
    , m_password(std::move(password))
{
    m_retry.setInterval(kRetryMilliseconds);
    connect(&m_retry, &QTimer::timeout, this, &PostGisListener::tryAgain);
    if (begin == Begin::Now) {
        take(opened(m_address, m_password));
    } else {
        m_retry.start();
        QTimer::singleShot(0, this, &PostGisListener::tryAgain);
    }
}

PostGisListener::~PostGisListener()
{
    m_notifier.reset();
}

PostGisListener::Opened PostGisListener::opened(const PostGisAddress &address, const QString &password)
{
    LOCI_TRY(auto database, PostGisDatabase::open(address, password, PostGisDatabase::Mode::ReadOnly));
    LOCI_CHECK(database->runScript("LISTEN loci_change"));
    return database;
}

/// A server that is not there may take its time to say so.
void PostGisListener::tryAgain()
{
    if (m_isTrying || m_database) {
        return;
    }
    m_isTrying = true;
    const auto answer = std::make_shared<std::optional<Opened>>();
    QThread *worker = QThread::create(
        [answer, address = m_address, password = m_password] { answer->emplace(opened(address, password)); });
    connect(worker, &QThread::finished, worker, &QObject::deleteLater);
    connect(worker, &QThread::finished, this, [this, answer] {
        m_isTrying = false;
        take(std::move(**answer));
    });
    worker->start();
}

void PostGisListener::take(Opened opened)
{
    if (!opened) {
        m_retry.start();
        if (!isServerAway(opened.error())) {
            emit refused(opened.error().message);
        }
        return;
    }
    const bool isBack = m_retry.isActive();
    m_retry.stop();
    m_database = std::move(*opened);
    m_notifier = std::make_unique<QSocketNotifier>(PQsocket(m_database->connection()), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &PostGisListener::read);
    if (isBack) {
        emit connectionChanged(true);
        emit heard();
    }
}

void PostGisListener::read()
{
    if (PQconsumeInput(m_database->connection()) == 0) {
        QMetaObject::invokeMethod(this, &PostGisListener::lose, Qt::QueuedConnection);
        m_notifier->setEnabled(false);
        return;
    }
    bool isOurs = false;
    while (const std::unique_ptr<PGnotify, NoticeDeleter> notice{PQnotifies(m_database->connection())}) {
        isOurs = isOurs || m_address.schema == QString::fromUtf8(notice->extra);
    }
    if (isOurs) {
        emit heard();
    }
}

void PostGisListener::lose()
{
    if (m_database) {
        qCInfo(logStorage, "The server no longer tells of changes; trying again.");
        m_notifier.reset();
        m_database.reset();
        m_retry.start();
        emit connectionChanged(false);
    }
}

} // namespace loci::storage
