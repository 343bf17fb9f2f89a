// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/postgislistener.h"

#include "layers/base/logging.h"
#include "layers/storage/postgisconnection.h"
#include "layers/storage/postgisdatabase.h"
#include "layers/storage/postgiserror.h"

#include <QRandomGenerator>
#include <libpq-fe.h>
#include <utility>

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

PostGisListener::PostGisListener(PostGisAddress address, const QString &password, Begin begin)
    : m_address(std::move(address))
    , m_link(PostGisDatabase::linkTo(m_address, password, PostGisDatabase::Mode::ReadOnly))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &PostGisListener::timeOut);
    m_isAway = begin == Begin::Later;
    m_timer.start(m_isAway ? kRetryMilliseconds : 0);
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
        ask(Question::Role);
    } else {
        tellRefusal();
        lose();
    }
}

/// Not more than the server said itself: nothing is asked again here, as nobody may wait.
void PostGisListener::tellRefusal()
{
    if (m_link.isWeak() || QByteArray(PQerrorMessage(m_link.connection())).contains("FATAL")) {
        const Error error = postGisConnectError(m_link, m_address);
        if (!isServerAway(error)) {
            emit refused(error.message);
        }
    }
}

QByteArray PostGisListener::textOf(Question question) const
{
    switch (question) {
    case Question::Role:
        return "SELECT pg_is_in_recovery()";
    case Question::Listen:
        return "LISTEN loci_change; LISTEN loci_desk";
    case Question::News: {
        const QByteArray name = m_address.schema.toUtf8();
        char *quoted = PQescapeIdentifier(m_link.connection(), name.constData(), std::size_t(name.size()));
        QByteArray text("SELECT coalesce(max(no), 0) FROM ");
        text += quoted; // an identifier that libpq has quoted
        text += ".desk_change";
        PQfreemem(quoted);
        return text;
    }
    case Question::Beat:
    case Question::None:
        break;
    }
    return "SELECT 1";
}

void PostGisListener::ask(Question question)
{
    m_asked = question;
    m_timer.start(kPatience);
    if (PQsendQuery(m_link.connection(), textOf(question).constData()) == 0 || PQflush(m_link.connection()) < 0) {
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
    while (m_asked != Question::None && PQisBusy(m_link.connection()) == 0) {
        const PostGisAnswer answer(PQgetResult(m_link.connection()));
        const ExecStatusType status = PQresultStatus(answer.get());
        if (answer && status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) {
            return false;
        }
        if (status == PGRES_TUPLES_OK && PQntuples(answer.get()) > 0) {
            m_answer = PQgetvalue(answer.get(), 0, 0);
        }
        if (!answer) {
            m_timer.start(m_isReplica ? kFollow : kBeat);
            answered(std::exchange(m_asked, Question::None));
        }
    }
    return true;
}

void PostGisListener::answered(Question question)
{
    if (question == Question::Role) {
        m_isReplica = m_answer == "t";
        ask(m_isReplica ? Question::News : Question::Listen);
    } else if (question == Question::Listen) {
        settle();
    } else if (question == Question::News) {
        const bool isNews = std::exchange(m_last, m_answer) != m_answer;
        if (!m_isListening) {
            settle();
        } else if (isNews) {
            emit heard();
        }
    }
}

void PostGisListener::settle()
{
    m_isListening = true;
    if (m_isAway) {
        m_isAway = false;
        emit connectionChanged(true);
    }
    emit heard();
}

void PostGisListener::readNotices()
{
    bool isChange = false;
    bool isOfDesks = false;
    while (const std::unique_ptr<PGnotify, NoticeDeleter> notice{PQnotifies(m_link.connection())}) {
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

void PostGisListener::timeOut()
{
    if (m_isListening && m_asked == Question::None) {
        ask(m_isReplica ? Question::News : Question::Beat);
    } else if (m_asked != Question::None || m_link.isConnecting()) {
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
    m_asked = Question::None;
    m_timer.start(kRetryMilliseconds + int(QRandomGenerator::global()->bounded(kSpread)));
    if (!m_isAway) {
        qCInfo(logStorage, "The server no longer tells of changes; trying again.");
        m_isAway = true;
        emit connectionChanged(false);
    }
}

} // namespace loci::storage
