// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QTemporaryDir>
#include <cstdlib>

namespace loci::fuzz {

/// A file for readers that want one, in memory where the computer has a folder there; gone with the process.
class FuzzFile
{
public:
    FuzzFile()
        : m_folder(QFile::exists(QStringLiteral("/dev/shm")) ? QStringLiteral("/dev/shm/loci-fuzz-XXXXXX") : QString())
        , m_path(m_folder.filePath(QStringLiteral("fuzz.bin")))
    {}
    const QString &path() const { return m_path; }
    void write(const QByteArray &bytes) const
    {
        QFile file(m_path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            std::abort(); // nothing would be tested
        }
    }

private:
    QTemporaryDir m_folder;
    QString m_path;
};

} // namespace loci::fuzz
