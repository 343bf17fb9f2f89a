// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/database.h"

#include <QDateTime>
#include <limits>
#include <vector>

namespace loci::storage {

/// One document in one step of the history; an absent optional is "no document".
struct StoredChange
{
    QString key;
    std::optional<QByteArray> before;
    std::optional<QByteArray> after;
};

struct StoredEntry
{
    qint64 id = 0;
    QString title;
    QDateTime time; ///< UTC
    QString author;
    bool undone = false;
};

/// The linear history: applied entries, then undone ones, by growing id. Contents are kept compressed.
class HistoryStore
{
public:
    explicit HistoryStore(Database &database) : m_database(database) {}
    Result<qint64> append(const StoredEntry &entry, const std::vector<StoredChange> &changes);
    Result<> dropUndone();
    Result<> setUndone(qint64 id, bool undone);

    /// What undo takes: the newest applied entry older than `before`.
    Result<std::optional<StoredEntry>> lastApplied(qint64 before = std::numeric_limits<qint64>::max()) const;
    Result<std::optional<StoredEntry>> firstUndone() const;    ///< what redo takes
    Result<std::vector<StoredEntry>> entries(int limit) const; ///< the newest, oldest first; 0: all
    Result<std::vector<StoredChange>> changes(qint64 id) const;
    Result<bool> contains(qint64 id) const;

    /// Replaces the contents of a stored change (paths rewritten for a new place of the file).
    Result<> replaceChange(qint64 id, const StoredChange &change);

private:
    Database &m_database;
};

} // namespace loci::storage
