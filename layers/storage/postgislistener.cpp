// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/postgislistener.h"

#include "layers/base/logging.h"

#include <QSocketNotifier>
#include <libpq-fe.h>
#include <utility>

namespace loci::storage {

namespace {
constexpr int kRetryMilliseconds = 5000;
constexpr int kAskMilliseconds = 400;

struct NoticeDeleter
{
    void operator()(PGnotify *notice) const { PQfreemem(notice); }
};
} // namespace

PostGisListener::PostGisListener(PostGisAddress address, QString password)
    : m_address(std::move(address))
    , m_password(std::move(password))
{
    m_retry.setInterval(kRetryMilliseconds);
    connect(&m_retry, &QTimer::timeout, this, &PostGisListener::connectToServer);
    m_ask.setInterval(kAskMilliseconds);
    connect(&m_ask, &QTimer::timeout, this, &PostGisListener::ask);
    connectToServer();
}

PostGisListener::~PostGisListener()
{
    m_notifier.reset();
}

void PostGisListener::connectToServer()
{
    auto opened = PostGisDatabase::open(m_address, m_password, PostGisDatabase::Mode::ReadOnly);
    const bool mustAsk = opened && (*opened)->isReplica();
    if (!opened || (!mustAsk && !(*opened)->runScript("LISTEN loci_change; LISTEN loci_desk"))) {
        m_retry.start();
        return;
    }
    const bool isBack = m_retry.isActive();
    m_retry.stop();
    m_database = std::move(*opened);
    if (mustAsk) {
        m_ask.start();
    } else {
        m_notifier = std::make_unique<QSocketNotifier>(PQsocket(m_database->connection()), QSocketNotifier::Read);
        connect(m_notifier.get(), &QSocketNotifier::activated, this, &PostGisListener::read);
    }
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
    bool isChange = false;
    bool isOfDesks = false;
    while (const std::unique_ptr<PGnotify, NoticeDeleter> notice{PQnotifies(m_database->connection())}) {
        const bool isOurs = m_address.schema == QString::fromUtf8(notice->extra);
        (qstrcmp(notice->relname, "loci_desk") == 0 ? isOfDesks : isChange) |= isOurs;
    }
    if (isOfDesks) {
        emit heardOfDesks();
    }
    if (isChange) {
        emit heard();
    }
}

void PostGisListener::ask()
{
    qint64 last = 0;
    const auto done = m_database->run("SELECT coalesce(max(no), 0) FROM desk_change", {},
                                      [&last](const Statement &row) { last = row.integer(0); });
    if (!done) {
        lose();
    } else if (std::exchange(m_last, last) != last) {
        emit heard();
    }
}

void PostGisListener::lose()
{
    if (m_database) {
        m_ask.stop();
        qCInfo(logStorage, "The server no longer tells of changes; trying again.");
        m_notifier.reset();
        m_database.reset();
        m_retry.start();
        emit connectionChanged(false);
    }
}

} // namespace loci::storage
