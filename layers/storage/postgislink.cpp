// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/postgislink.h"

#include <QDeadlineTimer>
#include <algorithm>
#include <array>
#include <clocale>
#include <libpq-fe.h>
#include <linux/sockios.h>
#include <locale.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

namespace loci::storage {

namespace {
constexpr int kLook = 50; // milliseconds between two looks at a second knock, or at what was sent

bool waitFor(int socket, short events, int milliseconds)
{
    pollfd one{socket, events, 0};
    return poll(&one, 1, milliseconds) > 0;
}

/// libpq's words in English while it lives, in this thread: which of them fit is how its errors are told apart.
class PlainWords
{
public:
    PlainWords() : m_plain(newlocale(LC_MESSAGES_MASK, "C", duplocale(LC_GLOBAL_LOCALE))), m_before(uselocale(m_plain))
    {}
    ~PlainWords()
    {
        uselocale(m_before);
        freelocale(m_plain);
    }
    Q_DISABLE_COPY_MOVE(PlainWords)

private:
    locale_t m_plain, m_before;
};

/// What the server asks next, seen before libpq reads it and answers: libpq 15 cannot be told to refuse.
bool asksForPassword(int socket)
{
    constexpr int kHead = 9;
    std::array<unsigned char, 16384> bytes{};
    const ssize_t count = ::recv(socket, bytes.data(), bytes.size(), MSG_PEEK | MSG_DONTWAIT);
    for (ssize_t i = 0; i + kHead <= count;) {
        const auto number = [&bytes](ssize_t at) {
            const auto byte = [&bytes, at](ssize_t k) { return quint32(bytes[std::size_t(at + k)]); };
            return byte(0) << 24U | byte(1) << 16U | byte(2) << 8U | byte(3);
        };
        const quint32 length = number(i + 1);
        const quint32 request = number(i + 5);
        if (bytes[std::size_t(i)] == 'R' && (request == 3 || request == 5)) { // the password itself; MD5 of it
            return true;
        }
        i += 1 + ssize_t(std::max<quint32>(length, 4));
    }
    return false;
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
    const PlainWords words;
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
        m_isWeak = false;
        m_wanted = PGRES_POLLING_WRITING;
        PQsetErrorVerbosity(m_connection, PQERRORS_VERBOSE); // with the SQLSTATE, whatever the server's language
    }
    const QDeadlineTimer deadline(milliseconds);
    while (PQstatus(m_connection) != CONNECTION_BAD) {
        const short events = m_wanted == PGRES_POLLING_WRITING ? POLLOUT : POLLIN;
        if (!waitFor(PQsocket(m_connection), events, int(deadline.remainingTime()))) {
            return std::nullopt;
        }
        if (m_guard == Guard::RefuseOpenPasswords && PQstatus(m_connection) == CONNECTION_AWAITING_RESPONSE &&
            asksForPassword(PQsocket(m_connection))) {
            m_isWeak = true;
            break;
        }
        m_wanted = PQconnectPoll(m_connection);
        if (m_wanted == PGRES_POLLING_OK) {
            m_isConnecting = false;
            PQsetErrorVerbosity(m_connection, PQERRORS_DEFAULT);
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
