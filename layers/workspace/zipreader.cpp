// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/zipreader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <archive.h>
#include <archive_entry.h>
#include <memory>

namespace loci::workspace {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::workspace::ZipReader)
};

using Archive = std::unique_ptr<archive, decltype(&archive_read_free)>;
using EntryFunction = std::function<Result<>(archive *, archive_entry *)>;

tl::unexpected<Error> unreadable(const QString &path, archive *source)
{
    return fail(ErrorCode::Invalid, Texts::tr("%1 is not a readable package.").arg(QDir::toNativeSeparators(path)),
                QString::fromLocal8Bit(archive_error_string(source)));
}

Result<> forEachEntry(const QString &path, const CancelToken &cancel, const EntryFunction &visit)
{
    if (!QFileInfo(path).isFile() || !QFileInfo(path).isReadable()) {
        return fail(ErrorCode::NotReadable, Texts::tr("%1 cannot be read.").arg(QDir::toNativeSeparators(path)));
    }
    const Archive source(archive_read_new(), &archive_read_free);
    archive_read_support_format_zip_seekable(source.get());
    if (archive_read_open_filename(source.get(), QFile::encodeName(path).constData(), 1 << 16) != ARCHIVE_OK) {
        return unreadable(path, source.get());
    }
    for (;;) {
        if (cancel.isCancelled()) {
            return fail(ErrorCode::Cancelled, Texts::tr("Cancelled."));
        }
        archive_entry *entry = nullptr;
        const int code = archive_read_next_header(source.get(), &entry);
        if (code == ARCHIVE_EOF) {
            return {};
        }
        if (code != ARCHIVE_OK) {
            return unreadable(path, source.get());
        }
        LOCI_CHECK(visit(source.get(), entry));
    }
}

QString nameOf(archive_entry *entry)
{
    const char *utf8 = archive_entry_pathname_utf8(entry);
    return QString::fromUtf8(utf8 ? utf8 : archive_entry_pathname(entry));
}

bool staysInside(const QString &name)
{
    const bool hasControl = std::any_of(name.begin(), name.end(), [](QChar c) {
        return c.category() == QChar::Other_Control || c == QChar::ReplacementCharacter;
    });
    if (name.isEmpty() || name.size() > 1000 || hasControl || name.contains(QLatin1Char('\\')) ||
        name.contains(QLatin1Char(':')) || name.startsWith(QLatin1Char('/'))) {
        return false;
    }
    const QStringList parts = name.split(QLatin1Char('/'));
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const bool isLast = i == parts.size() - 1;
        if (parts[i] == QStringLiteral("..") || parts[i] == QStringLiteral(".") || (parts[i].isEmpty() && !isLast)) {
            return false;
        }
    }
    return true;
}

tl::unexpected<Error> refused(const QString &name, const QString &reason)
{
    return fail(
        ErrorCode::Invalid,
        Texts::tr("The package is refused and nothing was unpacked: the entry “%1” %2.").arg(name.left(80), reason));
}

Result<> checkEntry(archive_entry *entry, QSet<QString> &seen)
{
    const QString name = nameOf(entry);
    if (!staysInside(name)) {
        return refused(name, Texts::tr("would lie outside of the folder"));
    }
    const auto type = archive_entry_filetype(entry);
    if ((type != AE_IFREG && type != AE_IFDIR) || archive_entry_hardlink(entry) || archive_entry_symlink(entry)) {
        return refused(name, Texts::tr("is a link or a special file"));
    }
    if (archive_entry_is_encrypted(entry)) {
        return refused(name, Texts::tr("is encrypted"));
    }
    const QString folded = name.toCaseFolded();
    if (seen.contains(folded)) {
        return refused(name, Texts::tr("is there twice"));
    }
    seen.insert(folded);
    return {};
}

/// Counts what comes out of a package against its limits.
class Meter
{
public:
    Meter(const QString &path, const ZipLimits &limits) : m_limits(limits), m_packed(QFileInfo(path).size()) {}
    Result<> countEntry()
    {
        if (++m_entries > m_limits.entries) {
            return fail(ErrorCode::Invalid,
                        Texts::tr("The package is refused: it has more than %1 entries.").arg(m_limits.entries));
        }
        return {};
    }
    Result<> countBytes(qint64 bytes)
    {
        m_bytes = bytes < 0 || bytes > m_limits.totalBytes ? m_limits.totalBytes + 1 : m_bytes + bytes;
        if (m_bytes > m_limits.totalBytes ||
            (m_bytes > m_limits.ratioFreeBytes && m_bytes / m_limits.ratio > m_packed)) {
            return fail(ErrorCode::Invalid,
                        Texts::tr("The package is refused: it would unpack to far more than it should hold."));
        }
        return {};
    }

private:
    const ZipLimits &m_limits;
    qint64 m_packed;
    qint64 m_entries = 0;
    qint64 m_bytes = 0;
};

Result<> extractFile(archive *source, const QString &name, const QString &target, Meter &meter,
                     const CancelToken &cancel)
{
    QFile file(target);
    if (!QDir().mkpath(QFileInfo(target).absolutePath()) || !file.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
        return fail(ErrorCode::NotWritable, Texts::tr("%1 cannot be written.").arg(QDir::toNativeSeparators(target)),
                    file.errorString());
    }
    QByteArray chunk(1 << 18, Qt::Uninitialized);
    for (;;) {
        if (cancel.isCancelled()) {
            return fail(ErrorCode::Cancelled, Texts::tr("Cancelled."));
        }
        const la_ssize_t count = archive_read_data(source, chunk.data(), std::size_t(chunk.size()));
        if (count < 0) {
            return fail(ErrorCode::Invalid, Texts::tr("The package is damaged: “%1” cannot be unpacked.").arg(name),
                        QString::fromLocal8Bit(archive_error_string(source)));
        }
        LOCI_CHECK(meter.countBytes(count));
        if (file.write(chunk.constData(), count) != count || (count == 0 && !file.flush())) {
            return fail(
                ErrorCode::NotWritable,
                Texts::tr("%1 cannot be written; perhaps the disk is full.").arg(QDir::toNativeSeparators(target)),
                file.errorString());
        }
        if (count == 0) {
            return {};
        }
    }
}
} // namespace

Result<> inspectZip(const QString &path, const ZipLimits &limits, const CancelToken &cancel)
{
    QSet<QString> seen;
    Meter meter(path, limits);
    return forEachEntry(path, cancel, [&seen, &meter](archive *, archive_entry *entry) -> Result<> {
        LOCI_CHECK(meter.countEntry());
        LOCI_CHECK(checkEntry(entry, seen));
        return meter.countBytes(archive_entry_size_is_set(entry) ? archive_entry_size(entry) : 0);
    });
}

Result<> extractZip(const QString &path, const QString &folder, const ZipLimits &limits, const CancelToken &cancel)
{
    QSet<QString> seen;
    Meter meter(path, limits);
    return forEachEntry(path, cancel, [&](archive *source, archive_entry *entry) -> Result<> {
        LOCI_CHECK(meter.countEntry());
        LOCI_CHECK(checkEntry(entry, seen)); // the file may have changed since it was inspected
        const QString name = nameOf(entry);
        if (archive_entry_filetype(entry) == AE_IFDIR || name.endsWith(QLatin1Char('/'))) {
            QDir().mkpath(folder + QLatin1Char('/') + name);
            return {};
        }
        return extractFile(source, name, folder + QLatin1Char('/') + name, meter, cancel);
    });
}

} // namespace loci::workspace
