// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/movedigest.h"

#include "layers/storage/documentstore.h"
#include "layers/storage/historystore.h"
#include "layers/workspace/paths.h"
#include "layers/workspace/references.h"
#include "layers/workspace/tablecopy.h"

#include <QCryptographicHash>

namespace loci::workspace {

namespace {
/// Every part with its length in front, so that no two rows read alike.
class Hasher
{
public:
    void add(const std::optional<QByteArray> &part)
    {
        m_hash.addData(part ? QByteArray::number(part->size()) + ':' : QByteArray("-"));
        m_hash.addData(part.value_or(QByteArray()));
    }
    void operator()(std::monostate) { add(std::nullopt); }
    void operator()(qint64 value) { add(QByteArray::number(value)); }
    void operator()(double value) { add(QByteArray::number(value, 'g', 17)); }
    void operator()(const QString &value) { add(value.toUtf8()); }
    void operator()(const QByteArray &value) { add(value); }
    TableDigest result(const char *table, qint64 rows) const
    {
        return {QLatin1String(table), rows, QString::fromLatin1(m_hash.result().toHex())};
    }

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

std::optional<QByteArray> resolved(const QString &workspacePath, const QString &key,
                                   const std::optional<QByteArray> &document)
{
    if (!document) {
        return std::nullopt;
    }
    // Every path is replaced by something else, so that documents are written anew on both sides and blanks do not
    // count.
    return rewritePaths(key, *document, [&workspacePath](const QString &path) {
        return path.isEmpty() ? path : QStringLiteral("file:") + resolvedPath(workspacePath, path);
    });
}

Result<TableDigest> documentsOf(storage::Database &database, const QString &workspacePath)
{
    const storage::DocumentStore documents(database);
    LOCI_TRY(const QStringList keys, documents.keys({}));
    Hasher hasher;
    for (const QString &key : keys) {
        LOCI_TRY(const auto value, documents.value(key));
        hasher(key);
        hasher.add(resolved(workspacePath, key, value));
    }
    return hasher.result("documents", keys.size());
}

Result<TableDigest> changesOf(storage::Database &database, const QString &workspacePath)
{
    const storage::HistoryStore history(database);
    LOCI_TRY(const auto entries, history.entries(0));
    Hasher hasher;
    qint64 rows = 0;
    for (const storage::StoredEntry &entry : entries) {
        LOCI_TRY(const auto changes, history.changes(entry.id));
        for (const storage::StoredChange &change : changes) {
            hasher(entry.id);
            hasher(change.key);
            hasher.add(resolved(workspacePath, change.key, change.before));
            hasher.add(resolved(workspacePath, change.key, change.after));
            ++rows;
        }
    }
    return hasher.result("history_change", rows);
}

Result<TableDigest> rowsOf(storage::Database &database, const TableSpec &table)
{
    Hasher hasher;
    qint64 rows = 0;
    const auto add = [&](const Row &row) -> Result<void> {
        for (const storage::Value &value : row) {
            std::visit(hasher, value);
        }
        ++rows;
        return {};
    };
    LOCI_CHECK(eachRow(database, table, {}, add));
    return hasher.result(table.name, rows);
}
} // namespace

Result<std::vector<TableDigest>> digestsOf(storage::Database &database, const QString &workspacePath)
{
    std::vector<TableDigest> digests;
    digests.reserve(workspaceTables().size());
    for (const TableSpec &table : workspaceTables()) {
        const QLatin1String name(table.name);
        LOCI_TRY(TableDigest digest, name == QLatin1String("documents")        ? documentsOf(database, workspacePath)
                                     : name == QLatin1String("history_change") ? changesOf(database, workspacePath)
                                                                               : rowsOf(database, table));
        digests.push_back(std::move(digest));
    }
    return digests;
}

} // namespace loci::workspace
