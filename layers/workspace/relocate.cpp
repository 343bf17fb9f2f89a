// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/relocate.h"

#include "layers/storage/documentstore.h"
#include "layers/storage/fileops.h"
#include "layers/storage/historystore.h"
#include "layers/storage/spatialitedatabase.h"
#include "layers/workspace/paths.h"
#include "layers/workspace/references.h"
#include "layers/workspace/sidefiles.h"

#include <QDateTime>
#include <QFile>

namespace loci::workspace {

namespace {
using Rewrite = std::function<QString(const QString &)>;

/// True when something changed.
bool rewriteContent(const QString &key, std::optional<QByteArray> &content, const Rewrite &rewrite)
{
    if (!content) {
        return false;
    }
    QByteArray rewritten = rewritePaths(key, *content, rewrite);
    const bool changed = rewritten != *content;
    content = std::move(rewritten);
    return changed;
}

Result<> relocateHistory(storage::Database &database, const Rewrite &rewrite)
{
    storage::HistoryStore history(database);
    LOCI_TRY(const auto entries, history.entries(0));
    for (const storage::StoredEntry &entry : entries) {
        LOCI_TRY(auto changes, history.changes(entry.id));
        for (storage::StoredChange &change : changes) {
            const bool before = rewriteContent(change.key, change.before, rewrite);
            const bool after = rewriteContent(change.key, change.after, rewrite);
            if (before || after) {
                LOCI_CHECK(history.replaceChange(entry.id, change));
            }
        }
    }
    return {};
}
} // namespace

Result<> relocate(storage::Database &database, const Rewrite &rewrite)
{
    LOCI_TRY(storage::Transaction transaction, storage::Transaction::begin(database));
    storage::DocumentStore documents(database);
    LOCI_TRY(const QStringList keys, documents.keys({}));
    for (const QString &key : keys) {
        LOCI_TRY(auto content, documents.value(key));
        if (rewriteContent(key, content, rewrite)) {
            LOCI_CHECK(documents.set(key, content, QDateTime::currentDateTimeUtc()));
        }
    }
    LOCI_CHECK(relocateHistory(database, rewrite));
    return transaction.commit();
}

Result<> writeCopy(storage::Database &database, const QString &path, const QString &target)
{
    using storage::SpatiaLiteDatabase;
    const QString temporary = storage::temporaryBeside(target);
    const storage::TemporaryFileGuard guard(temporary);
    LOCI_CHECK(database.copyTo(temporary));
    {
        LOCI_TRY(const auto copy, SpatiaLiteDatabase::open(temporary, SpatiaLiteDatabase::Mode::Build));
        LOCI_CHECK(
            relocate(*copy, [&](const QString &stored) { return storedPath(target, resolvedPath(path, stored)); }));
    }
    LOCI_CHECK(copyObservations(path, target));
    QFile::remove(target + QStringLiteral("-wal")); // of a file that this one replaces
    QFile::remove(target + QStringLiteral("-shm"));
    return storage::moveIntoPlace(temporary, target, storage::Existing::Replace);
}

} // namespace loci::workspace
