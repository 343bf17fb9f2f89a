// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/postgisprobe.h"

#include <libpq-fe.h>
#include <poll.h>
#include <sys/ioctl.h>

namespace loci::storage {

namespace {
/// Where the silent one leads; by number, as asking for a name may take long.
pg_conn *knock(const PostGisParameters &parameters, const pg_conn *silent)
{
    std::vector<const char *> names, values;
    names.reserve(parameters.size() + 2);
    values.reserve(parameters.size() + 2);
    for (const auto &[name, value] : parameters) {
        names.push_back(name.constData());
        values.push_back(value.constData());
    }
    names.push_back("hostaddr");
    values.push_back(PQhostaddr(silent));
    names.push_back(nullptr);
    values.push_back(nullptr);
    return PQconnectStartParams(names.data(), values.data(), 0);
}

bool isReady(int socket, int wanted)
{
    pollfd one{socket, short(wanted == PGRES_POLLING_WRITING ? POLLOUT : POLLIN), 0};
    return poll(&one, 1, 0) > 0;
}

/// The bytes that wait to be read: who closes a connection sends none.
int bytesAt(int socket)
{
    int bytes = 0;
    return ioctl(socket, FIONREAD, &bytes) == 0 ? bytes : 0;
}
} // namespace

PostGisProbe::PostGisProbe(const PostGisParameters &parameters, const pg_conn *silent)
    : m_process(PQbackendPID(silent))
    , m_knock(knock(parameters, silent))
    , m_wanted(PGRES_POLLING_WRITING)
{
    m_clock.start();
}

PostGisProbe::~PostGisProbe()
{
    PQfinish(m_knock);
}

PostGisProbe::Answer PostGisProbe::said() const
{
    return m_hasSpoken ? Answer::AtWork : Answer::Gone;
}

PostGisProbe::Answer PostGisProbe::look()
{
    while (!m_isAsked && PQstatus(m_knock) != CONNECTION_BAD && isReady(PQsocket(m_knock), m_wanted)) {
        m_hasSpoken = m_hasSpoken || (m_wanted == PGRES_POLLING_READING && bytesAt(PQsocket(m_knock)) > 0);
        m_wanted = PQconnectPoll(m_knock);
        if (m_wanted == PGRES_POLLING_OK) {
            const QByteArray process = QByteArray::number(m_process);
            const char *value = process.constData();
            PQsetnonblocking(m_knock, 1);
            m_isAsked = PQsendQueryParams(m_knock,
                                          "SELECT coalesce(bool_or(state = 'active'), false) FROM pg_stat_activity "
                                          "WHERE pid = CAST($1 AS integer)",
                                          1, nullptr, &value, nullptr, nullptr, 0) != 0;
            if (!m_isAsked) {
                return said();
            }
        }
    }
    if (PQstatus(m_knock) == CONNECTION_BAD || m_clock.hasExpired(kPatience)) {
        return said();
    }
    return m_isAsked ? asked() : Answer::None;
}

PostGisProbe::Answer PostGisProbe::asked()
{
    if (PQflush(m_knock) < 0 || PQconsumeInput(m_knock) == 0) {
        return said();
    }
    if (PQisBusy(m_knock) != 0) {
        return Answer::None;
    }
    pg_result *answer = PQgetResult(m_knock);
    const bool isTold = PQresultStatus(answer) == PGRES_TUPLES_OK && PQntuples(answer) == 1;
    const bool isIdle = isTold && *PQgetvalue(answer, 0, 0) == 'f';
    PQclear(answer);
    return isIdle ? Answer::Idle : Answer::AtWork;
}

} // namespace loci::storage
