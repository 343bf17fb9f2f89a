// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/heritage/bagit.h"
#include "layers/formats/heritage/bagpaths.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMap>
#include <QTemporaryDir>

namespace loci::formats {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::formats::BagIt)
};

constexpr qint64 kPiece = qint64(1) << 20;

tl::unexpected<Error> cannotWrite(const QString &path, const QString &why)
{
    return fail(ErrorCode::NotWritable, Texts::tr("%1 cannot be written: %2").arg(path, why));
}

tl::unexpected<Error> cancelled()
{
    return fail(ErrorCode::Cancelled, Texts::tr("The work on the package was cancelled."));
}

/// Writes while it computes the checksum, so that what is stated is what was meant to be written.
class Writer
{
public:
    explicit Writer(const QString &folder) : m_folder(folder) {}

    Result<> writeTag(const QString &path, const QByteArray &bytes)
    {
        m_tags.insert(path, QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        return writeBytes(path, bytes);
    }
    Result<> writePayload(const BagFile &file, const CancelToken &cancel)
    {
        const QString path = QLatin1String("data/") + file.path;
        if (!isSafeBagPath(file.path) || m_payload.contains(path)) {
            return cannotWrite(path, Texts::tr("the name cannot be used in a package, or is used twice"));
        }
        if (!QDir(m_folder).mkpath(QFileInfo(path).path())) {
            return cannotWrite(path, Texts::tr("its folder cannot be made"));
        }
        ++m_files;
        if (file.source.isEmpty()) {
            m_payload.insert(path, QCryptographicHash::hash(file.bytes, QCryptographicHash::Sha256).toHex());
            m_bytes += file.bytes.size();
            return writeBytes(path, file.bytes);
        }
        return copy(file.source, path, cancel);
    }
    Result<> finish(const BagInfo &info)
    {
        LOCI_CHECK(writeTag(QStringLiteral("bagit.txt"), "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"));
        QByteArray text;
        for (const auto &[label, value] : info) {
            text += (label + QLatin1String(": ") + QString(value).replace(QLatin1Char('\n'), QLatin1String("\n  ")) +
                     QLatin1Char('\n'))
                        .toUtf8();
        }
        text += "Payload-Oxum: " + QByteArray::number(m_bytes) + '.' + QByteArray::number(m_files) + '\n';
        LOCI_CHECK(writeTag(QStringLiteral("bag-info.txt"), text));
        LOCI_CHECK(writeTag(QStringLiteral("manifest-sha256.txt"), lines(m_payload)));
        return writeBytes(QStringLiteral("tagmanifest-sha256.txt"), lines(m_tags));
    }

private:
    static QByteArray lines(const QMap<QString, QByteArray> &checksums)
    {
        QByteArray text;
        for (auto entry = checksums.cbegin(); entry != checksums.cend(); ++entry) {
            text += BagManifest::line(entry.value(), entry.key());
        }
        return text;
    }
    Result<> writeBytes(const QString &path, const QByteArray &bytes) const
    {
        QFile file(m_folder + QLatin1Char('/') + path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush()) {
            return cannotWrite(path, file.errorString());
        }
        return {};
    }
    Result<> copy(const QString &source, const QString &path, const CancelToken &cancel)
    {
        QFile from(source);
        QFile to(m_folder + QLatin1Char('/') + path);
        if (!from.open(QIODevice::ReadOnly)) {
            return fail(ErrorCode::NotReadable, Texts::tr("%1 cannot be read: %2").arg(source, from.errorString()));
        }
        if (!to.open(QIODevice::WriteOnly)) {
            return cannotWrite(path, to.errorString());
        }
        QCryptographicHash hash(QCryptographicHash::Sha256);
        while (!from.atEnd()) {
            const QByteArray piece = from.read(kPiece);
            if (piece.isEmpty()) {
                return fail(ErrorCode::NotReadable, Texts::tr("%1 cannot be read: %2").arg(source, from.errorString()));
            }
            if (to.write(piece) != piece.size()) {
                return cannotWrite(path, to.errorString());
            }
            if (cancel.isCancelled()) {
                return cancelled();
            }
            hash.addData(piece);
            m_bytes += piece.size();
        }
        m_payload.insert(path, hash.result().toHex());
        return to.flush() ? Result<>() : cannotWrite(path, to.errorString());
    }

    QString m_folder;
    QMap<QString, QByteArray> m_payload, m_tags;
    qint64 m_files = 0, m_bytes = 0;
};

} // namespace

Result<> writeBag(const QString &folder, const std::vector<BagFile> &files, const BagInfo &info,
                  const CancelToken &cancel, const ProgressFunction &progress)
{
    const QFileInfo target(folder);
    if (target.exists() && (!target.isDir() || !QDir(folder).isEmpty())) {
        return cannotWrite(folder, Texts::tr("there is something with this name already"));
    }
    QDir parent = target.absoluteDir();
    if (!parent.mkpath(QStringLiteral("."))) {
        return cannotWrite(folder, Texts::tr("its folder cannot be made"));
    }
    QTemporaryDir work(parent.filePath(QStringLiteral(".bag-XXXXXX")));
    if (!work.isValid() || !QDir(work.path()).mkdir(QStringLiteral("data"))) {
        return cannotWrite(folder, work.errorString());
    }
    Writer writer(work.path());
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (cancel.isCancelled()) {
            return cancelled();
        }
        LOCI_CHECK(writer.writePayload(files[i], cancel));
        if (progress) {
            progress(static_cast<double>(i + 1) / static_cast<double>(files.size()));
        }
    }
    LOCI_CHECK(writer.finish(info));
    if (target.exists() && !parent.rmdir(target.fileName())) {
        return cannotWrite(folder, Texts::tr("there is something with this name already"));
    }
    QFile::setPermissions(work.path(),
                          QFile::permissions(parent.path()) | QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (!parent.rename(QFileInfo(work.path()).fileName(), target.fileName())) {
        return cannotWrite(folder, Texts::tr("it cannot be put under its name"));
    }
    work.setAutoRemove(false);
    return {};
}

} // namespace loci::formats
