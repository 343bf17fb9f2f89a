// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/heritage/mappingfiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

static void initialiseHeritageMappings() // outside of namespaces, as the macro wants it
{
    Q_INIT_RESOURCE(heritageio);
}

namespace loci::formats {

using heritage::ImportMapping;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::formats::MappingFiles)
};

constexpr qint64 kLargest = qint64(8) << 20;

QString folder()
{
    initialiseHeritageMappings();
    return QStringLiteral(":/loci/heritageio/mappings/");
}

} // namespace

QStringList bundledMappings()
{
    QStringList ids;
    const QFileInfoList files = QDir(folder()).entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    ids.reserve(files.size());
    for (const QFileInfo &file : files) {
        ids << file.completeBaseName();
    }
    return ids;
}

Result<ImportMapping> loadMapping(const QString &idOrPath)
{
    const QStringList bundled = bundledMappings();
    QFile file(bundled.contains(idOrPath) ? folder() + idOrPath + QLatin1String(".json") : idOrPath);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotReadable, Texts::tr("There is no mapping “%1”: it is neither a file nor one of %2.")
                                                .arg(idOrPath, bundled.join(QLatin1String(", "))));
    }
    if (file.size() > kLargest) {
        return fail(ErrorCode::Invalid, Texts::tr("%1 is too large for a mapping.").arg(idOrPath));
    }
    return ImportMapping::parse(file.readAll());
}

Result<> saveMapping(const ImportMapping &mapping, const QString &path)
{
    QSaveFile file(path);
    const QByteArray bytes = mapping.bytes();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return fail(ErrorCode::NotWritable, Texts::tr("%1 cannot be written: %2").arg(path, file.errorString()));
    }
    return {};
}

} // namespace loci::formats
