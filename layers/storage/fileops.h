// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"

#include <QString>

namespace loci::storage {

/// Which file a path means now; another identity later means that it was replaced.
struct FileIdentity
{
    quint64 device = 0;
    quint64 inode = 0; ///< 0: no file there
    bool operator==(const FileIdentity &) const = default;
    static FileIdentity of(const QString &path);
};

enum class Existing { Refuse, Replace };

/// A free name in the folder of `path` for a file that will become it.
QString temporaryBeside(const QString &path);
/// Puts a finished temporary file on disk and gives it its name in one step. The temporary file is gone afterwards,
/// whatever happens.
Result<> moveIntoPlace(const QString &temporary, const QString &path, Existing existing);
/// Removes a database file with its side files; quiet when they are absent.
void removeDatabaseFiles(const QString &path);

/// Removes the named database (or file) with its side files at the end of the scope.
class TemporaryFileGuard
{
public:
    explicit TemporaryFileGuard(QString path) : m_path(std::move(path)) {}
    ~TemporaryFileGuard() { removeDatabaseFiles(m_path); }
    Q_DISABLE_COPY_MOVE(TemporaryFileGuard)

private:
    QString m_path;
};

} // namespace loci::storage
