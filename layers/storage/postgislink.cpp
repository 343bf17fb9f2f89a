// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/postgislink.h"

#include <QDeadlineTimer>
#include <algorithm>
#include <libpq-fe.h>
#include <linux/sockios.h>
#include <poll.h>
#include <sys/ioctl.h>

namespace loci::storage {

namespace {
constexpr int kLook = 50; // milliseconds between two looks at a second knock, or at what was sent

bool waitFor(int socket, short events, int milliseconds)
{
    pollfd one{socket, events, 0};
    return poll(&one, 1, milliseconds) > 0;
}

/// Bytes on their way to the server; over a slow line they go on for a while after the last call.
int bytesUnderWay(int socket)
{
    int bytes = 0;
    return ioctl(socket, SIOCOUTQ, &bytes) == 0 ? bytes : 0;
}

/// Watches one call for its server having fallen silent.
class Silence
{
public:
    Silence(const PostGisParameters &parameters, const pg_conn *connection)
        : m_parameters(parameters)
        , m_connection(connection)
        , m_sent(bytesUnderWay(PQsocket(connection)))
    {
        m_clock.start();
        m_whole.start();
    }
    void broken()
    {
        m_clock.start();
        m_whole.start();
        m_probe.reset();
        m_timesIdle = 0;
    }
    /// After a while without anything to read: nobody is there.
    bool isFinal()
    {
        if (const int sent = bytesUnderWay(PQsocket(m_connection)); sent != m_sent) {
            m_sent = sent;
            broken();
        }
        if (!m_clock.hasExpired(PostGisLink::kSilence)) {
            return false;
        }
        if (!m_probe) {
            m_probe = std::make_unique<PostGisProbe>(m_parameters, m_connection);
        }
        const PostGisProbe::Answer found = m_probe->look();
        if (found == PostGisProbe::Answer::AtWork || found == PostGisProbe::Answer::Idle) {
            m_timesIdle = found == PostGisProbe::Answer::Idle ? m_timesIdle + 1 : 0;
            m_probe.reset();
            m_clock.start();
        }
        return found == PostGisProbe::Answer::Gone || m_timesIdle > 1 || m_whole.hasExpired(PostGisLink::kLongestCall);
    }
    int pause() const
    {
        return m_probe ? kLook : int(std::clamp<qint64>(PostGisLink::kSilence - m_clock.elapsed(), 1, 250));
    }

private:
    const PostGisParameters &m_parameters;
    const pg_conn *m_connection;
    int m_sent;
    int m_timesIdle = 0;
    QElapsedTimer m_clock, m_whole;
    std::unique_ptr<PostGisProbe> m_probe;
};
} // namespace

void PostGisAnswerDeleter::operator()(pg_result *answer) const
{
    PQclear(answer);
}

PostGisLink::~PostGisLink()
{
    drop();
}

void PostGisLink::drop()
{
    PQfinish(m_connection);
    m_connection = nullptr;
    m_isConnecting = false;
}

bool PostGisLink::isUp() const
{
    return !m_isConnecting && PQstatus(m_connection) == CONNECTION_OK;
}

std::optional<bool> PostGisLink::connect(int milliseconds)
{
    if (!m_isConnecting) {
        drop();
        std::vector<const char *> names, values;
        names.reserve(m_parameters.size() + 1);
        values.reserve(m_parameters.size() + 1);
        for (const auto &[name, value] : m_parameters) {
            names.push_back(name.constData());
            values.push_back(value.constData());
        }
        names.push_back(nullptr);
        values.push_back(nullptr);
        m_connection = PQconnectStartParams(names.data(), values.data(), 0);
        m_isConnecting = true;
        m_wanted = PGRES_POLLING_WRITING;
    }
    const QDeadlineTimer deadline(milliseconds);
    while (PQstatus(m_connection) != CONNECTION_BAD) {
        const short events = m_wanted == PGRES_POLLING_WRITING ? POLLOUT : POLLIN;
        if (!waitFor(PQsocket(m_connection), events, int(deadline.remainingTime()))) {
            return std::nullopt;
        }
        m_wanted = PQconnectPoll(m_connection);
        if (m_wanted == PGRES_POLLING_OK) {
            m_isConnecting = false;
            PQsetnonblocking(m_connection, 1);
            PQsetNoticeProcessor(
                m_connection, [](void *, const char *) {}, nullptr);
            return true;
        }
        if (m_wanted == PGRES_POLLING_FAILED) {
            break;
        }
    }
    m_isConnecting = false;
    return false;
}

PostGisAnswer PostGisLink::run(const char *sql)
{
    return PQsendQuery(m_connection, sql) != 0 ? answer() : PostGisAnswer();
}

PostGisAnswer PostGisLink::prepare(const char *name, const char *sql)
{
    return PQsendPrepare(m_connection, name, sql, 0, nullptr) != 0 ? answer() : PostGisAnswer();
}

PostGisAnswer PostGisLink::runPrepared(const char *name, const std::vector<const char *> &values,
                                       const std::vector<int> &lengths, const std::vector<int> &formats)
{
    return PQsendQueryPrepared(m_connection, name, int(values.size()), values.data(), lengths.data(), formats.data(),
                               0) != 0
               ? answer()
               : PostGisAnswer();
}

PostGisAnswer PostGisLink::answer()
{
    PostGisAnswer last;
    while (waitForResult()) {
        PostGisAnswer next(PQgetResult(m_connection));
        if (!next) {
            return last;
        }
        if (PQresultStatus(last.get()) != PGRES_FATAL_ERROR || !last) { // the first error says why
            last = std::move(next);
        }
    }
    drop();
    return {};
}

/// False: the server is silent, and not there any more.
bool PostGisLink::waitForResult()
{
    Silence silence(m_parameters, m_connection);
    for (;;) {
        const int unsent = PQflush(m_connection);
        if (unsent < 0 || PQstatus(m_connection) == CONNECTION_BAD) {
            PQconsumeInput(m_connection); // what the server said before it went
            return true;
        }
        if (unsent == 0 && PQisBusy(m_connection) == 0) {
            return true;
        }
        const auto events = short(unsent > 0 ? POLLIN | POLLOUT : POLLIN);
        if (waitFor(PQsocket(m_connection), events, silence.pause())) {
            silence.broken();
            if (PQconsumeInput(m_connection) == 0) {
                return true;
            }
        } else if (silence.isFinal()) {
            return false;
        }
    }
}

} // namespace loci::storage
