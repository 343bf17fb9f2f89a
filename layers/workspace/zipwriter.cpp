// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/zipwriter.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <archive.h>
#include <archive_entry.h>
#include <cerrno>

namespace loci::workspace {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::workspace::ZipWriter)
};
constexpr qint64 kChunk = 1 << 18;
} // namespace

Result<std::unique_ptr<ZipWriter>> ZipWriter::create(const QString &path)
{
    archive *target = archive_write_new();
    auto writer = std::unique_ptr<ZipWriter>(new ZipWriter(target, path));
    if (archive_write_set_format_zip(target) != ARCHIVE_OK ||
        archive_write_set_options(target, "zip:hdrcharset=UTF-8") != ARCHIVE_OK ||
        archive_write_open_filename(target, QFile::encodeName(path).constData()) != ARCHIVE_OK) {
        return fail(writer->error());
    }
    return writer;
}

ZipWriter::~ZipWriter()
{
    archive_write_free(m_archive);
}

Error ZipWriter::error() const
{
    const QString file = QDir::toNativeSeparators(m_path);
    const bool full = archive_errno(m_archive) == ENOSPC || archive_errno(m_archive) == EFBIG;
    return {ErrorCode::NotWritable,
            full ? Texts::tr("The disk is full: %1 was not written.").arg(file)
                 : Texts::tr("%1 cannot be written.").arg(file),
            QString::fromLocal8Bit(archive_error_string(m_archive)), nullptr};
}

Result<> ZipWriter::writeHeader(const QString &name, qint64 size, qint64 modified)
{
    archive_entry *entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.toUtf8().constData());
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_size(entry, size);
    archive_entry_set_mtime(entry, modified, 0);
    const int code = archive_write_header(m_archive, entry);
    archive_entry_free(entry);
    if (code != ARCHIVE_OK) {
        return fail(error());
    }
    return {};
}

Result<> ZipWriter::addData(const QString &name, const QByteArray &content)
{
    LOCI_CHECK(writeHeader(name, content.size(), QDateTime::currentSecsSinceEpoch()));
    if (archive_write_data(m_archive, content.constData(), std::size_t(content.size())) != content.size()) {
        return fail(error());
    }
    return {};
}

Result<> ZipWriter::addFile(const QString &name, const QString &source, const CancelToken &cancel)
{
    QFile file(source);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotReadable, Texts::tr("%1 cannot be read.").arg(QDir::toNativeSeparators(source)),
                    file.errorString());
    }
    const qint64 size = file.size();
    LOCI_CHECK(writeHeader(name, size, QFileInfo(file).lastModified().toSecsSinceEpoch()));
    qint64 written = 0;
    while (written < size) {
        if (cancel.isCancelled()) {
            return fail(ErrorCode::Cancelled, Texts::tr("Cancelled."));
        }
        const QByteArray chunk = file.read(qMin(kChunk, size - written));
        if (chunk.isEmpty()) {
            return fail(ErrorCode::NotReadable,
                        Texts::tr("%1 changed while it was read; try again.").arg(QDir::toNativeSeparators(source)));
        }
        if (archive_write_data(m_archive, chunk.constData(), std::size_t(chunk.size())) != chunk.size()) {
            return fail(error());
        }
        written += chunk.size();
    }
    return {};
}

Result<> ZipWriter::close()
{
    if (archive_write_close(m_archive) != ARCHIVE_OK) {
        return fail(error());
    }
    return {};
}

} // namespace loci::workspace
