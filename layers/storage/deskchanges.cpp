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

namespace {
DeskChange changeOf(const Statement &row)
{
    DeskChange change{row.integer(0), row.text(1), row.text(2), QDateTime::fromString(row.text(3), Qt::ISODateWithMs)};
    if (!row.isNull(4)) {
        change.entry = row.integer(4);
    }
    change.undone = row.integer(5) != 0;
    return change;
}
} // namespace

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
    LOCI_CHECK(m_database.run("SELECT no, key, author, time, entry, coalesce(undone, 0) FROM desk_change WHERE no > ?1 "
                              "AND desk <> ?2 ORDER BY no",
                              {no, exceptOf}, [&changes](const Statement &row) { changes.push_back(changeOf(row)); }));
    return changes;
}

Result<std::optional<DeskChange>> DeskChanges::lastOfOthers(const QString &key) const
{
    std::optional<DeskChange> last;
    LOCI_CHECK(
        m_database.run("SELECT no, key, author, time, entry, coalesce(undone, 0) FROM desk_change WHERE key = ?1 "
                       "AND desk <> ?2 ORDER BY no DESC LIMIT 1",
                       {key, m_desk}, [&last](const Statement &row) { last = changeOf(row); }));
    return last;
}

Result<> DeskChanges::append(const std::vector<ToldChange> &changes, const QString &author, const QDateTime &time)
{
    for (const ToldChange &change : changes) {
        LOCI_CHECK(
            m_database.run("INSERT INTO desk_change (key, desk, author, time, entry, undone) VALUES (?1, ?2, ?3, "
                           "?4, ?5, ?6)",
                           {change.key, m_desk, author, time.toUTC().toString(Qt::ISODateWithMs),
                            change.entry ? Value(*change.entry) : Value(), qint64(change.undone)}));
    }
    return m_database.run("SELECT pg_notify('loci_change', current_schema())");
}

} // namespace loci::storage
