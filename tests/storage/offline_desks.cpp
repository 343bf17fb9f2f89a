// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/storage/offline_desks.h"

#include "layers/workspace/serverhome.h"

#include <QHash>

namespace loci::test {

using workspace::Workspace;

QString OfflineDesks::begin(bool &isPossible)
{
    end();
    const QString problem = m_homes.begin(QStringLiteral("server"), isPossible);
    if (!problem.isEmpty() || !isPossible) {
        return problem;
    }
    m_cable = std::make_unique<CutProxy>(m_homes.server().port());
    const SystemClock clock;
    auto made = workspace::makeOnServer(nearAddress(), PostgisServer::password());
    if (!made) {
        return made.error().message;
    }
    if (auto filled = workspace::fillNew(*made->database, {}, clock); !filled) {
        return filled.error().message;
    }
    auto near = Workspace::open(nearAddress(), workspace::Access::ReadWrite, nullptr, PostgisServer::password());
    if (!near) {
        return near.error().message;
    }
    m_near = std::move(*near);
    m_near->setPerson(QStringLiteral("berta"));
    return {};
}

Result<> OfflineDesks::openAway()
{
    m_away.reset();
    LOCI_TRY(m_away, Workspace::openDesk(awayAddress(), nullptr, PostgisServer::password()));
    m_away->setPerson(QStringLiteral("anna"));
    return {};
}

void OfflineDesks::end()
{
    m_away.reset();
    m_near.reset();
    m_cable.reset();
}

QString OfflineDesks::awayAddress() const
{
    storage::PostGisAddress address = m_homes.address();
    address.port = m_cable->port();
    return address.text();
}

QHash<QString, int> OfflineDesks::titles() const
{
    QHash<QString, int> titles;
    for (const workspace::HistoryEntry &entry : m_near->history(0)) {
        ++titles[entry.title];
    }
    return titles;
}

int OfflineDesks::arrivedSteps()
{
    auto database = m_homes.open();
    qint64 count = -1;
    if (database) {
        const auto done = (*database)->run("SELECT count(*) FROM desk_step", {},
                                           [&count](const storage::Statement &row) { count = row.integer(0); });
        count = done ? count : -1;
    }
    return static_cast<int>(count);
}

} // namespace loci::test
