// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/logging.h"
#include "layers/storage/documentstore.h"
#include "layers/storage/heritage/heritagestore.h"
#include "layers/storage/historystore.h"
#include "layers/workspace/deskline.h"
#include "layers/workspace/offline/offlinedesk.h"
#include "layers/workspace/ownsteps.h"
#include "layers/workspace/workspace.h"
#include "layers/workspace/workspacefile.h"

#include <QSet>
#include <map>

namespace loci::workspace {

/// The value of a read that may fail only when the file is damaged: logged, and then as if absent.
template <class T>
T readOr(Result<T> result, T fallback)
{
    if (!result) {
        qCWarning(logWorkspace, "The workspace could not be read: %s", qPrintable(result.error().detail));
        return fallback;
    }
    return std::move(*result);
}

/// What the sources of Workspace share.
class Workspace::Private
{
public:
    Private(WorkspaceFile opened, const Clock &usedClock)
        : file(std::move(opened))
        , clock(usedClock)
        , heritage(std::make_unique<storage::heritage::HeritageStore>(*file.database))
    {}

    storage::Database &database() const { return *file.database; }
    /// Of a step: where several desks write it is the server's time, as their clocks differ.
    QDateTime now() const { return file.database->began().value_or(clock.nowUtc()); }
    storage::DocumentStore documents() const { return storage::DocumentStore(*file.database); }
    storage::HistoryStore history() const { return storage::HistoryStore(*file.database); }
    Result<> checkWritable() const;
    /// The room that keeps a document; null for the ordinary ones.
    storage::DocumentHandler *handlerOf(const QString &key) const;
    Result<std::optional<QByteArray>> value(const QString &key) const;
    /// Reads; again from the cache when the server was lost.
    template <class Read>
    auto reading(Read read) const
    {
        auto found = read();
        return found || !away->leave(found.error()) ? std::move(found) : read();
    }
    Result<> set(const storage::StoredChange &change, const storage::ChangeContext &context) const;
    Result<QStringList> keys(const QString &prefix) const;
    /// A transaction of ours was rolled back.
    void forget() const { heritage->forget(); }
    Result<QStringList> apply(const Command &command, const QString &action);
    /// What could not be read was taken for absent: it is not to be overwritten by what was made of that.
    Result<> refuseBlind(const Command &command) const;
    Result<QStringList> tryCommit(const Command &command, const QString &action);
    /// What this person did here, for undo on a shared workspace.
    OwnSteps &ownSteps();
    Result<QStringList> walk(qint64 id);
    Result<std::vector<storage::StoredChange>> wantedChanges(const Command &command) const;
    /// Takes one entry back or applies it again, inside a transaction; adds what is to be told of each document.
    using Steps = std::map<QString, storage::ToldChange>;
    Result<> step(const storage::StoredEntry &entry, bool undone, Steps &told) const;
    /// Undoes or redoes, inside a transaction, until `id` is the last applied entry.
    Result<> walkTo(qint64 id, Steps &told) const;
    /// A copy for another place: paths rewritten, under its name in one step. The caller holds the lock of `target`.
    Result<> writeCopy(const QString &target) const;
    bool isUntouchedUntitled() const;

    WorkspaceFile file;
    const Clock &clock;
    QString person = storage::currentUser();
    std::unique_ptr<storage::heritage::HeritageStore> heritage; // gone before the database is
    DeskLine line{file};
    OwnSteps own;
    bool isOwnKnown = false;
    qint64 lastEntry = 0; ///< of the history, that apply() made
    QSet<QString> unread; ///< documents that somebody asked for and did not get
    std::unique_ptr<OfflineDesk> away = std::make_unique<OfflineDesk>(file, line, clock);
};

} // namespace loci::workspace
