// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/database.h"

#include <QDateTime>
#include <optional>
#include <vector>

namespace loci::storage {

/// One document that a desk changed in a shared workspace.
struct DeskChange
{
    qint64 no = 0;
    QString key, author;
    QDateTime time;                   ///< UTC
    std::optional<qint64> entry = {}; ///< of the history; absent in changes that an older Loci told
    bool undone = false;              ///< the entry was taken back: what was there before is what the entry had made
};

/// A document that changed, for others to know of: in a step of the history, if it is in one.
struct ToldChange
{
    QString key;
    std::optional<qint64> entry = {};
    bool undone = false;
};

/// What the desks of a shared workspace changed, in the order in which it was kept. Only on a server
/// (Capabilities::notifications).
class DeskChanges
{
public:
    DeskChanges(Database &database, QString desk) : m_database(database), m_desk(std::move(desk)) {}
    Result<qint64> last() const;
    /// Of other desks, after `no`.
    Result<std::vector<DeskChange>> ofOthersSince(qint64 no) const;
    /// The newest change of a document by another desk, seen or not.
    Result<std::optional<DeskChange>> lastOfOthers(const QString &key) const;
    Result<std::vector<DeskChange>> ofAllSince(qint64 no) const; ///< this desk's own as well
    /// Inside the transaction that changes the documents; the others hear of it when it is committed.
    Result<> append(const std::vector<ToldChange> &changes, const QString &author, const QDateTime &time);

private:
    Result<std::vector<DeskChange>> since(qint64 no, const QString &exceptOf) const;

    Database &m_database;
    QString m_desk; ///< of this opening of the workspace
};

} // namespace loci::storage
