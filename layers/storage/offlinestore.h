// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/database.h"
#include "layers/storage/historystore.h"

#include <QDateTime>
#include <QStringList>
#include <vector>

namespace loci::storage {

/// How far a cache of a shared workspace reflects the server, and the time away in which it is written.
struct OfflineMark
{
    qint64 seen = 0;  ///< desk_change of the server
    qint64 audit = 0; ///< heritage_audit of the server
    QString session;  ///< of the time away; empty: not away
    QDateTime since;  ///< UTC
};

/// A step that waits for the server.
struct OfflineStep
{
    enum class State {
        Waiting = 0, ///< nobody else knows of it
        Sending = 1, ///< the server may have it
        Sent = 2     ///< the server has it
    };
    qint64 entry = 0; ///< in the history of the cache
    QString id, title, reason, author;
    QDateTime time; ///< UTC
    std::vector<StoredChange> changes;
};

/// A step that the server refused, with its sentence.
struct RefusedStep
{
    OfflineStep step;
    QString message;
};

/// What only a cache of a shared workspace has, in its file: how far it got, and the steps made away from the server.
/// These are the history of the cache; undone ones do not count.
class OfflineStore
{
public:
    explicit OfflineStore(Database &database) : m_database(database) {}
    static Result<> makeTables(Database &database); ///< quiet when they are there

    Result<OfflineMark> mark() const;
    Result<> setMark(const OfflineMark &mark);

    Result<> add(qint64 entry, const QString &id, const QString &reason, OfflineStep::State state);
    Result<> setState(qint64 entry, OfflineStep::State state);
    Result<bool> isOpen(qint64 entry) const;         ///< still only here: it can be undone
    Result<std::optional<OfflineStep>> next() const; ///< the first that was not sent
    Result<int> waiting() const;                     ///< how many were not sent
    Result<QStringList> keys() const;                ///< of all documents that steps changed, undone ones too
    Result<> clear();                                ///< all steps; refused ones stay

    Result<> refuse(const OfflineStep &step, const QString &message);
    Result<std::vector<RefusedStep>> refused() const;
    Result<> dropRefused(const QString &id);

private:
    Database &m_database;
};

} // namespace loci::storage
