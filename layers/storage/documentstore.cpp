// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/documentstore.h"

#include "layers/storage/roles/notallowed.h"

namespace loci::storage {

Result<QStringList> DocumentStore::keys(const QString &prefix) const
{
    QStringList keys;
    // A prefix may hold any character, so it is compared and not matched.
    LOCI_CHECK(m_database.run("SELECT key FROM documents WHERE substr(key, 1, length(?1)) = ?1 ORDER BY key", {prefix},
                              [&keys](const Statement &row) { keys << row.text(0); }));
    return keys;
}

Result<std::optional<QByteArray>> DocumentStore::value(const QString &key) const
{
    std::optional<QByteArray> value;
    LOCI_CHECK(m_database.run("SELECT value FROM documents WHERE key = ?1", {key},
                              [&value](const Statement &row) { value = row.blob(0); }));
    return value;
}

Result<> DocumentStore::set(const QString &key, const std::optional<QByteArray> &value, const QDateTime &now)
{
    if (!value) {
        bool isThere = false;
        bool isGone = false;
        LOCI_CHECK(m_database.run("SELECT 1 FROM documents WHERE key = ?1", {key},
                                  [&isThere](const Statement &) { isThere = true; }));
        LOCI_CHECK(m_database.run("DELETE FROM documents WHERE key = ?1 RETURNING key", {key},
                                  [&isGone](const Statement &) { isGone = true; }));
        return isGone || !isThere ? Result<>() : fail(notAllowed());
    }
    return m_database.run("INSERT INTO documents (key, value, updated) VALUES (?1, ?2, ?3) "
                          "ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated = excluded.updated",
                          {key, *value, now.toString(Qt::ISODateWithMs)});
}

Result<qint64> DocumentStore::count(const QString &prefix) const
{
    qint64 count = 0;
    LOCI_CHECK(m_database.run("SELECT count(*) FROM documents WHERE substr(key, 1, length(?1)) = ?1", {prefix},
                              [&count](const Statement &row) { count = row.integer(0); }));
    return count;
}

} // namespace loci::storage
