// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/clock.h"
#include "layers/base/result.h"

#include <QDateTime>
#include <QString>
#include <memory>

namespace loci::storage {

/// Who holds a workspace.
struct LockHolder
{
    QString program, user, host;
    qint64 pid = 0;
    QDateTime since; ///< UTC
};

/// The right to write a workspace: a lock of the operating system on a side file ("x.loci-lock"), which says who has
/// it. The system drops the lock when the process ends, however it ends, so that a stale side file means nothing.
class FileLock
{
public:
    enum class Status { Held, HeldByOther, NotPossible };
    struct Attempt
    {
        Status status = Status::NotPossible; ///< NotPossible: the folder cannot be written
        std::unique_ptr<FileLock> lock;      ///< when Held
        LockHolder holder;                   ///< when HeldByOther, as far as known
    };
    static Attempt acquire(const QString &path, const Clock &clock);
    /// The lock by the meaning of its words: "Held by Loci of anna on computer plan-3 since 14:02."
    static QString sentence(const LockHolder &holder);

    ~FileLock();
    Q_DISABLE_COPY_MOVE(FileLock)

private:
    FileLock(int descriptor, QString sideFile) : m_descriptor(descriptor), m_sideFile(std::move(sideFile)) {}
    int m_descriptor;
    QString m_sideFile;
};

/// Name of the person at this computer, as history and locks show it.
QString currentUser();

} // namespace loci::storage
