// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/finding.h"
#include "layers/domain/heritage/record.h"
#include "layers/storage/database.h"
#include "layers/storage/documenthandler.h"

#include <QDateTime>
#include <QString>
#include <vector>

namespace loci::storage::heritage {

/// One entry: one field of one document, changed once.
struct AuditEntry
{
    qint64 number = 0; ///< from 1, without a gap
    QDateTime time;    ///< UTC
    QDateTime made;    ///< UTC, when that was not at `time`: away from the server
    QString author, action, reason, title;
    QString key; ///< "heritage/asset/<id>"
    /// Path empty: the whole document came (then `after` is not kept here, see stateAfter) or went.
    loci::heritage::FieldChange change;
    QString stateBefore, stateAfter; ///< SHA-256 of the whole document; empty: absent
    QString hash;
};

struct ChainReport
{
    qint64 entries = 0;
    bool isIntact = true;
    qint64 firstBroken = 0; ///< number of the first entry that does not fit; 0 when all do
    QString head;           ///< hash of the last entry: to be written down outside of the workspace
    /// Codes: audit_entry_changed, audit_entry_missing, audit_head_changed, record_changed, record_missing,
    /// record_unknown, index_changed, history_changed. `where` names table and row, "heritage_asset:12".
    Findings findings;
};

/// The append-only, hash-chained list of every change of every field (domain.md 6.5).
class AuditLog
{
public:
    explicit AuditLog(Database &database) : m_database(database) {}
    /// One entry for each changed field; inside the caller's transaction.
    Result<> append(const QString &key, const std::optional<QByteArray> &before, const std::optional<QByteArray> &after,
                    const ChangeContext &context);
    /// Entries of one document, oldest first; an empty key: of all. `limit` 0: everything, else the newest.
    Result<std::vector<AuditEntry>> entries(const QString &key, int limit = 0) const;
    Result<qint64> count() const;
    Result<QString> head() const;
    /// Walks the chain alone; HeritageStore::verifyChain also holds every table against it.
    Result<ChainReport> verify() const;

private:
    Database &m_database;
};

} // namespace loci::storage::heritage
