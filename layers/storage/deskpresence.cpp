// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/deskpresence.h"

namespace loci::storage {

namespace {
constexpr Sql kNotify = "SELECT pg_notify('loci_desk', current_schema())";

QDateTime time(const Statement &row, int column)
{
    return QDateTime::fromMSecsSinceEpoch(row.integer(column), Qt::UTC);
}
} // namespace

Result<> DeskPresence::tell(const QString &person, const QString &computer, const QString &record, bool isNews)
{
    LOCI_CHECK(m_database.run("INSERT INTO desk_presence (desk, person, computer, record) VALUES (?1, ?2, ?3, ?4) ON "
                              "CONFLICT (desk) DO UPDATE SET person = ?2, computer = ?3, record = ?4, seen = "
                              "clock_timestamp()",
                              {m_desk, person, computer, record}));
    if (!isNews) {
        return {};
    }
    LOCI_CHECK(m_database.run("DELETE FROM desk_presence WHERE seen < clock_timestamp() - ?1 * INTERVAL '1 second'",
                              {2 * kPatienceSeconds}));
    return m_database.run(kNotify);
}

Result<> DeskPresence::leave()
{
    LOCI_CHECK(m_database.run("DELETE FROM desk_presence WHERE desk = ?1", {m_desk}));
    return m_database.run(kNotify);
}

Result<std::vector<DeskAtWork>> DeskPresence::others() const
{
    std::vector<DeskAtWork> desks;
    LOCI_CHECK(m_database.run(
        "SELECT desk, person, computer, record, CAST(extract(epoch FROM since) * 1000 AS bigint), CAST(extract(epoch "
        "FROM seen) * 1000 AS bigint) FROM desk_presence WHERE desk <> ?1 AND seen > clock_timestamp() - ?2 * INTERVAL "
        "'1 second' ORDER BY since, desk",
        {m_desk, kPatienceSeconds}, [&desks](const Statement &row) {
            desks.push_back({row.text(0), row.text(1), row.text(2), row.text(3), time(row, 4), time(row, 5)});
        }));
    return desks;
}

} // namespace loci::storage
