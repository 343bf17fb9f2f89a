// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/formats/modelcache/openmodel.h"
#include "layers/formats/samplewriter.h"
#include "tests/support/testenvironment.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>

namespace loci::test {

inline constexpr std::uint64_t kKey = 0x1234567890abcdefULL;

/// A file's bytes; an empty array when there is none.
inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline bool writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// Makes a file as old as real ones are: what was written just now is not trusted by its times. Its change time stays
/// that of now, which only the file system sets.
inline bool makeOld(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite) &&
           file.setFileTime(QDateTime::currentDateTimeUtc().addDays(-2), QFileDevice::FileModificationTime);
}

/// A folder with a generated model and an empty cache folder.
class CacheFixture
{
public:
    explicit CacheFixture(int buildings = 60, bool sequence = false)
    {
        formats::SampleOptions options;
        options.buildings = buildings;
        options.sequence = sequence;
        const auto report = formats::writeSample(m_temporary.path(), options);
        if (report) {
            model = report->files.value(0);
        }
        folder = formats::CacheFolder(m_temporary.path() + QStringLiteral("/kept models"), kKey);
    }
    QString path(const QString &name) const { return m_temporary.filePath(name); }
    /// The one kept model in the folder, or empty.
    QString keptFile() const
    {
        const QStringList found = QDir(folder.path()).entryList({QStringLiteral("city-*")}, QDir::Files);
        return found.size() == 1 ? folder.path() + QLatin1Char('/') + found.first() : QString();
    }

    QString model;
    formats::CacheFolder folder;

private:
    QTemporaryDir m_temporary;
};

/// Opens from the source and keeps it.
inline Result<formats::OpenedModel> openAndKeep(const QString &path, const formats::CacheFolder &folder)
{
    LOCI_TRY(formats::OpenedModel opened, formats::openModel(path, folder));
    LOCI_CHECK(formats::keepModel(opened, folder));
    return opened;
}

} // namespace loci::test
