// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/historystore.h"

#include "layers/storage/roles/notallowed.h"

#include <QCoreApplication>
#include <QtEndian>

namespace loci::storage {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::storage::HistoryStore)
};

constexpr quint32 kLargestDocument = 512U * 1024 * 1024;

Value packed(const std::optional<QByteArray> &content)
{
    return content ? Value(qCompress(*content)) : Value();
}

/// The size that qCompress wrote in front tells damage from an empty document.
std::optional<QByteArray> unpacked(const QByteArray &bytes)
{
    if (bytes.size() < 4) {
        return std::nullopt;
    }
    const quint32 size = qFromBigEndian<quint32>(bytes.constData());
    if (size > kLargestDocument) {
        return std::nullopt;
    }
    QByteArray content = size == 0 ? QByteArray("") : qUncompress(bytes);
    return content.size() == qsizetype(size) ? std::optional(std::move(content)) : std::nullopt;
}

StoredEntry entryOf(const Statement &row)
{
    QDateTime time = QDateTime::fromString(row.text(2), Qt::ISODateWithMs);
    return {row.integer(0), row.text(1), time.toUTC(), row.text(3), row.integer(4) != 0};
}
} // namespace

Result<qint64> HistoryStore::append(const StoredEntry &entry, const std::vector<StoredChange> &changes)
{
    qint64 id = 0;
    LOCI_CHECK(m_database.run("INSERT INTO history (title, time, author) VALUES (?1, ?2, ?3) RETURNING id",
                              {entry.title, entry.time.toString(Qt::ISODateWithMs), entry.author},
                              [&id](const Statement &row) { id = row.integer(0); }));
    for (const StoredChange &change : changes) {
        LOCI_CHECK(m_database.run("INSERT INTO history_change (entry, key, before, after) VALUES (?1, ?2, ?3, ?4)",
                                  {id, change.key, packed(change.before), packed(change.after)}));
    }
    return id;
}

Result<> HistoryStore::dropUndone()
{
    return m_database.run("DELETE FROM history WHERE undone = 1");
}

Result<> HistoryStore::setUndone(qint64 id, bool undone)
{
    bool isDone = false;
    LOCI_CHECK(m_database.run("UPDATE history SET undone = ?2 WHERE id = ?1 RETURNING id", {id, qint64(undone ? 1 : 0)},
                              [&isDone](const Statement &) { isDone = true; }));
    return isDone ? Result<>() : fail(notAllowed());
}

Result<std::optional<StoredEntry>> HistoryStore::lastApplied(qint64 before) const
{
    std::optional<StoredEntry> entry;
    LOCI_CHECK(m_database.run("SELECT id, title, time, author, undone FROM history WHERE undone = 0 AND id < ?1 "
                              "ORDER BY id DESC LIMIT 1",
                              {before}, [&entry](const Statement &row) { entry = entryOf(row); }));
    return entry;
}

Result<std::optional<StoredEntry>> HistoryStore::firstUndone() const
{
    std::optional<StoredEntry> entry;
    LOCI_CHECK(
        m_database.run("SELECT id, title, time, author, undone FROM history WHERE undone = 1 ORDER BY id LIMIT 1", {},
                       [&entry](const Statement &row) { entry = entryOf(row); }));
    return entry;
}

Result<std::vector<StoredEntry>> HistoryStore::entries(int limit) const
{
    std::vector<StoredEntry> entries;
    const qint64 count = limit > 0 ? limit : std::numeric_limits<qint64>::max();
    LOCI_CHECK(m_database.run("SELECT id, title, time, author, undone FROM (SELECT id, title, time, author, undone "
                              "FROM history ORDER BY id DESC LIMIT ?1) AS newest ORDER BY id",
                              {count}, [&entries](const Statement &row) { entries.push_back(entryOf(row)); }));
    return entries;
}

Result<std::vector<StoredChange>> HistoryStore::changes(qint64 id) const
{
    std::vector<StoredChange> changes;
    bool damaged = false;
    const auto content = [&damaged](const Statement &row, int column) -> std::optional<QByteArray> {
        if (row.isNull(column)) {
            return std::nullopt;
        }
        std::optional<QByteArray> bytes = unpacked(row.blob(column));
        damaged = damaged || !bytes;
        return bytes;
    };
    LOCI_CHECK(m_database.run("SELECT key, before, after FROM history_change WHERE entry = ?1 ORDER BY key", {id},
                              [&](const Statement &row) {
                                  changes.push_back({row.text(0), content(row, 1), content(row, 2)});
                              }));
    if (damaged) {
        return fail(ErrorCode::Invalid, Texts::tr("Step %1 of the history is damaged and cannot be undone.").arg(id));
    }
    return changes;
}

Result<bool> HistoryStore::contains(qint64 id) const
{
    bool found = false;
    LOCI_CHECK(
        m_database.run("SELECT 1 FROM history WHERE id = ?1", {id}, [&found](const Statement &) { found = true; }));
    return found;
}

Result<> HistoryStore::replaceChange(qint64 id, const StoredChange &change)
{
    return m_database.run("UPDATE history_change SET before = ?3, after = ?4 WHERE entry = ?1 AND key = ?2",
                          {id, change.key, packed(change.before), packed(change.after)});
}

} // namespace loci::storage
