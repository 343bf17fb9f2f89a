// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/keyvaluestore.h"

#include "layers/base/logging.h"

namespace loci::storage {

QString MetaStore::value(const QString &key) const
{
    QString value;
    const auto done = m_database.run("SELECT value FROM meta WHERE key = ?1", {key},
                                     [&value](const Statement &row) { value = row.text(0); });
    if (!done) {
        qCWarning(logStorage, "Meta data could not be read: %s", qPrintable(done.error().detail));
    }
    return value;
}

Result<> MetaStore::set(const QString &key, const QString &value)
{
    return m_database.run("INSERT INTO meta (key, value) VALUES (?1, ?2) "
                          "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                          {key, value});
}

Result<std::optional<QByteArray>> ViewStateStore::value(const QString &key) const
{
    std::optional<QByteArray> value;
    LOCI_CHECK(m_database.run("SELECT value FROM view_state WHERE key = ?1", {key},
                              [&value](const Statement &row) { value = row.blob(0); }));
    return value;
}

Result<> ViewStateStore::set(const QString &key, const QByteArray &value)
{
    return m_database.run("INSERT INTO view_state (key, value) VALUES (?1, ?2) "
                          "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                          {key, value});
}

} // namespace loci::storage
