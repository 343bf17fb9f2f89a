// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/result.h"

#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <memory>
#include <string>

namespace loci::formats {

/// A folder of files that appears under its name only when commit() succeeds; until then it stands beside it under a
/// hidden one. A folder that is there is replaced only when it is empty or holds `mainFile`.
class NewFolder
{
public:
    /// `path` may also name the main file in the folder.
    NewFolder(const QString &path, const QString &mainFile);

    Result<> open();
    Result<> write(const QString &name, const std::string &bytes); ///< name below the folder
    Result<> commit(const CancelToken &cancel);
    QString path() const { return m_path; }
    QStringList files() const; ///< absolute, the main file first

private:
    QString m_path, m_mainFile;
    std::unique_ptr<QTemporaryDir> m_temporary;
    QStringList m_names;
};

} // namespace loci::formats
