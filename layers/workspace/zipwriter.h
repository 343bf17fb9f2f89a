// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/result.h"

#include <QString>
#include <memory>

struct archive;

namespace loci::workspace {

/// Writes a zip file, entry by entry, streaming.
class ZipWriter
{
public:
    static Result<std::unique_ptr<ZipWriter>> create(const QString &path);
    ~ZipWriter();
    Q_DISABLE_COPY_MOVE(ZipWriter)

    Result<> addData(const QString &name, const QByteArray &content);
    Result<> addFile(const QString &name, const QString &source, const CancelToken &cancel);
    /// Everything is written; without it the file is not a zip.
    Result<> close();

private:
    ZipWriter(archive *target, QString path) : m_archive(target), m_path(std::move(path)) {}
    Result<> writeHeader(const QString &name, qint64 size, qint64 modified);
    Error error() const;

    archive *m_archive;
    QString m_path;
};

} // namespace loci::workspace
