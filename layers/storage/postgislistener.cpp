// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/postgislistener.h"

#include "layers/base/logging.h"
#include "layers/storage/postgisdatabase.h"

#include <QRandomGenerator>
#include <libpq-fe.h>

namespace loci::storage {

namespace {
constexpr int kRetryMilliseconds = 4000;
constexpr int kSpread = 1000; // so that not all desks knock at once when the server is back

struct NoticeDeleter
{
    void operator()(PGnotify *notice) const { PQfreemem(notice); }
};
} // namespace

/// It may be the one whose signal is being answered.
void PostGisListener::Later::operator()(QSocketNotifier *notifier) const
{
    notifier->setEnabled(false);
    notifier->deleteLater();
}

PostGisListener::PostGisListener(PostGisAddress address, const QString &password)
    : m_address(std::move(address))
    , m_link(PostGisDatabase::parameters(m_address, password, PostGisDatabase::Mode::ReadOnly))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &PostGisListener::timeOut);
    m_timer.start(0);
}

PostGisListener::~PostGisListener() = default;

void PostGisListener::watch(QSocketNotifier::Type type, void (PostGisListener::*then)())
{
    m_notifier.reset(new QSocketNotifier(PQsocket(m_link.connection()), type));
    connect(m_notifier.get(), &QSocketNotifier::activated, this, then);
}

void PostGisListener::advance()
{
    m_notifier.reset();
    const auto made = m_link.connect(0);
    if (!made) {
        watch(m_link.wanted() == PGRES_POLLING_WRITING ? QSocketNotifier::Write : QSocketNotifier::Read,
              &PostGisListener::advance);
    } else if (*made) {
        watch(QSocketNotifier::Read, &PostGisListener::read);
        ask("LISTEN loci_change");
    } else {
        lose();
    }
}

void PostGisListener::ask(const char *sql)
{
    m_isAsked = true;
    m_timer.start(kPatience);
    if (PQsendQuery(m_link.connection(), sql) == 0 || PQflush(m_link.connection()) < 0) {
        lose();
    }
}

void PostGisListener::read()
{
    if (PQconsumeInput(m_link.connection()) == 0 || !readAnswers()) {
        lose();
        return;
    }
    readNotices();
}

bool PostGisListener::readAnswers()
{
    while (m_isAsked && PQisBusy(m_link.connection()) == 0) {
        const PostGisAnswer answer(PQgetResult(m_link.connection()));
        const ExecStatusType status = PQresultStatus(answer.get());
        if (answer && status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) {
            return false;
        }
        if (!answer) {
            m_isAsked = false;
            m_timer.start(kBeat);
        }
    }
    if (m_isAsked || m_isListening) {
        return true;
    }
    m_isListening = true;
    if (m_isAway) {
        m_isAway = false;
        emit connectionChanged(true);
    }
    emit heard();
    return true;
}

void PostGisListener::readNotices()
{
    bool isOurs = false;
    while (const std::unique_ptr<PGnotify, NoticeDeleter> notice{PQnotifies(m_link.connection())}) {
        isOurs = isOurs || m_address.schema == QString::fromUtf8(notice->extra);
    }
    if (isOurs) {
        emit heard();
    }
}

void PostGisListener::timeOut()
{
    if (m_isListening && !m_isAsked) {
        ask("SELECT 1");
    } else if (m_isAsked || m_link.isConnecting()) {
        lose();
    } else {
        m_timer.start(kPatience);
        advance();
    }
}

void PostGisListener::lose()
{
    m_notifier.reset();
    m_link.drop();
    m_isListening = false;
    m_isAsked = false;
    m_timer.start(kRetryMilliseconds + int(QRandomGenerator::global()->bounded(kSpread)));
    if (!m_isAway) {
        qCInfo(logStorage, "The server no longer tells of changes; trying again.");
        m_isAway = true;
        emit connectionChanged(false);
    }
}

} // namespace loci::storage
