// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/storage/filelock.h"
#include "layers/storage/heritage/heritagestore.h"
#include "layers/storage/offlinestore.h"
#include "layers/storage/spatialitedatabase.h"

#include <memory>

namespace loci::workspace {

/// What a desk has seen of a workspace on a server, in a file of its own beside the desk's path, so that it can go on
/// when the server is lost: a workspace file without the history, with the marks and steps of an OfflineStore. Each
/// program that has the workspace open has one to itself, under a lock.
class DeskCache
{
public:
    /// The one with steps that wait, else the first that nobody has; null when the folder cannot be written.
    static std::shared_ptr<DeskCache> take(const QString &deskPath, const Clock &clock);

    const QString &path() const { return m_path; }
    bool isFilled() const; ///< the file is there
    bool isOpen() const { return m_database != nullptr; }
    Result<> open(); ///< and brings an older schema up to date
    void close();

    // When it is open:
    storage::Database &database() const { return *m_database; }
    storage::OfflineStore store() const { return storage::OfflineStore(*m_database); }
    Result<bool> hasSteps() const;
    /// Of the same workspace, and not ahead of it.
    Result<bool> fits(storage::Database &server) const;
    /// Takes in what changed on the server since the last time; false when that is too much to wait for.
    Result<bool> follow(storage::Database &server, int most);
    /// What this desk kept on the server, and could not read back from there.
    Result<> replay(const storage::StoredChange &change, const storage::ChangeContext &context);
    /// All steps are on the server: what they changed here gives way to what is there.
    Result<QStringList> giveWay(storage::Database &server);

    // In a worker, for a file that is not open:
    static Result<> fill(storage::Database &server, const QString &path, const CancelToken &cancel);
    static Result<> catchUp(storage::Database &server, const QString &path, const CancelToken &cancel);

    Q_DISABLE_COPY_MOVE(DeskCache)
    ~DeskCache();

private:
    DeskCache(QString path, std::unique_ptr<storage::FileLock> lock);

    QString m_path;
    std::unique_ptr<storage::FileLock> m_lock;
    std::unique_ptr<storage::SpatiaLiteDatabase> m_database;
};

} // namespace loci::workspace
