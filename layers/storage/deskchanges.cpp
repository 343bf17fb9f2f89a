// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/deskchanges.h"

#include <QStringList>

namespace loci::storage {

Result<qint64> DeskChanges::last() const
{
    qint64 last = 0;
    LOCI_CHECK(m_database.run("SELECT coalesce(max(no), 0) FROM desk_change", {},
                              [&last](const Statement &row) { last = row.integer(0); }));
    return last;
}

Result<std::vector<DeskChange>> DeskChanges::ofOthersSince(qint64 no) const
{
    return since(no, m_desk);
}

Result<std::vector<DeskChange>> DeskChanges::ofAllSince(qint64 no) const
{
    return since(no, QStringLiteral(""));
}

Result<std::vector<DeskChange>> DeskChanges::since(qint64 no, const QString &exceptOf) const
{
    std::vector<DeskChange> changes;
    LOCI_CHECK(m_database.run("SELECT no, key, author, time FROM desk_change WHERE no > ?1 AND desk <> ?2 ORDER BY no",
                              {no, exceptOf}, [&changes](const Statement &row) {
                                  changes.push_back({row.integer(0), row.text(1), row.text(2),
                                                     QDateTime::fromString(row.text(3), Qt::ISODateWithMs)});
                              }));
    return changes;
}

Result<> DeskChanges::append(const QStringList &keys, const QString &author, const QDateTime &time)
{
    for (const QString &key : keys) {
        LOCI_CHECK(m_database.run("INSERT INTO desk_change (key, desk, author, time) VALUES (?1, ?2, ?3, ?4)",
                                  {key, m_desk, author, time.toUTC().toString(Qt::ISODateWithMs)}));
    }
    return m_database.run("SELECT pg_notify('loci_change', current_schema())");
}

} // namespace loci::storage
