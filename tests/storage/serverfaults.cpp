// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/storage/serverfaults.h"

namespace loci::test {

int longOr(int longer, int shorter)
{
    return qEnvironmentVariableIsSet("LOCI_LONG_TESTS") ? longer : shorter;
}

QString FaultDesks::begin(bool &isPossible)
{
    QString problem = m_homes.begin(QStringLiteral("server"), isPossible);
    if (isPossible && problem.isEmpty()) {
        const auto made = m_homes.open();
        problem = made ? QString() : sentence(made.error());
    }
    return problem;
}

QString FaultDesks::address(int port) const
{
    storage::PostGisAddress address = m_homes.address();
    address.port = port == 0 ? address.port : port;
    return address.text();
}

Result<std::unique_ptr<workspace::Workspace>> FaultDesks::open(int port, const Clock *clock) const
{
    return workspace::Workspace::open(address(port), workspace::Access::ReadWrite, clock, PostgisServer::password());
}

Result<std::unique_ptr<storage::PostGisDatabase>> FaultDesks::connection(int port) const
{
    LOCI_TRY(const auto address, storage::PostGisAddress::parse(this->address(port)));
    return storage::PostGisDatabase::open(address, PostgisServer::password(),
                                          storage::PostGisDatabase::Mode::ReadWrite);
}

workspace::Command setStep(const QString &key, std::optional<QByteArray> value)
{
    return {QStringLiteral("step"), {{key, {}, std::move(value)}}};
}

QString sentence(const Error &error)
{
    return error.message + QStringLiteral(" / ") + error.detail;
}

Result<QHash<QString, int>> timesKept(storage::Database &database)
{
    QHash<QString, int> counts;
    LOCI_CHECK(
        database.run("SELECT key, count(*) FROM history_change GROUP BY key", {},
                     [&counts](const storage::Statement &row) { counts.insert(row.text(0), int(row.integer(1))); }));
    return counts;
}

} // namespace loci::test
