// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"

#include <QByteArray>
#include <QFile>
#include <memory>

namespace loci::formats {

/// A file read once from front to back; one that is packed with gzip is unpacked on the way, known by its first bytes
/// and never by its name. Memory does not grow with the file.
class InputFile
{
public:
    static Result<InputFile> open(const QString &path);
    InputFile(InputFile &&) noexcept;
    InputFile &operator=(InputFile &&) noexcept;
    ~InputFile();

    /// Up to `capacity` bytes; 0 at the end, -1 when the file cannot be read on (errorString() says why).
    qint64 read(char *bytes, qint64 capacity);
    double progress() const; ///< 0 to 1, of the file as it lies on the disk
    QString errorString() const { return m_error.isEmpty() ? m_file->errorString() : m_error; }

private:
    struct Gzip;
    InputFile();
    qint64 readPacked(char *bytes, qint64 capacity);

    std::unique_ptr<QFile> m_file;
    std::unique_ptr<Gzip> m_gzip; ///< empty for plain files
    qint64 m_size = 0;
    QString m_error;
};

/// The first bytes of a file, unpacked; fewer when it is shorter.
Result<QByteArray> headOfFile(const QString &path, qint64 bytes);

} // namespace loci::formats
