// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/packagecontents.h"

#include "layers/workspace/sidefiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

namespace loci::workspace {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::workspace::PackageContents)
};
const QString kRoot = QStringLiteral("data/");
} // namespace

QString PackageContents::add(const QString &absolutePath, const QString &object)
{
    if (const QString known = nameOf(absolutePath); !known.isEmpty()) {
        return known;
    }
    const QFileInfo info(absolutePath);
    const QString shown = QDir::toNativeSeparators(absolutePath);
    if (!info.exists() || !info.isReadable()) {
        report(QStringLiteral("file_missing"), object, absolutePath,
               Texts::tr("%1 is not there or cannot be read, so it is not in the package.").arg(shown));
        return {};
    }
    const QString folder = info.absolutePath();
    const int number = m_folders.value(folder, int(m_folders.size()) + 1);
    m_folders.insert(folder, number);
    const QString prefix = kRoot + QStringLiteral("%1/").arg(number, 2, 10, QLatin1Char('0'));
    const QString name = prefix + info.fileName();
    if (info.isDir()) {
        m_names.insert(absolutePath, name);
        addFolder(absolutePath, name);
        return name;
    }
    put(absolutePath, name);
    for (const QString &side : sideFiles(absolutePath)) {
        put(side, prefix + QFileInfo(side).fileName());
    }
    if (info.suffix().compare(QStringLiteral("vrt"), Qt::CaseInsensitive) == 0) {
        report(QStringLiteral("virtual_source"), object, absolutePath,
               Texts::tr("%1 refers to further files, which are not in the package.").arg(shown));
    }
    if (mayHaveTextures(absolutePath)) {
        addTextures(absolutePath, name, object);
    }
    return name;
}

void PackageContents::addAs(const QString &absolutePath, const QString &name, const QString &object)
{
    if (!QFileInfo(absolutePath).isReadable()) {
        report(QStringLiteral("file_missing"), object, absolutePath,
               Texts::tr("%1 is not there or cannot be read, so it is not in the package.")
                   .arg(QDir::toNativeSeparators(absolutePath)));
        return;
    }
    put(absolutePath, name);
}

void PackageContents::put(const QString &source, const QString &name)
{
    if (m_names.contains(source)) {
        return;
    }
    const QString folded = name.toCaseFolded();
    if (m_sources.contains(folded)) {
        report(QStringLiteral("name_taken"), {}, source,
               Texts::tr("%1 is not in the package: another file has its place there.")
                   .arg(QDir::toNativeSeparators(source)));
        return;
    }
    m_sources.insert(folded, source);
    m_names.insert(source, name);
    m_files.push_back({source, name});
}

void PackageContents::addFolder(const QString &source, const QString &name)
{
    QDirIterator files(source, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        put(file, name + file.mid(source.size()));
    }
}

void PackageContents::addTextures(const QString &model, const QString &name, const QString &object)
{
    const QDir folder(QFileInfo(model).absolutePath());
    const QString nameFolder = name.left(name.lastIndexOf(QLatin1Char('/')) + 1);
    for (const QString &image : textureImages(model)) {
        const QString source = QDir::cleanPath(folder.absoluteFilePath(image));
        const QString target = QDir::cleanPath(nameFolder + image);
        if (QDir::isAbsolutePath(image) || !target.startsWith(kRoot)) {
            report(QStringLiteral("texture_outside"), object, image,
                   Texts::tr("The texture %1 lies too far from its model to be taken along.").arg(image));
        } else if (!QFileInfo(source).isFile()) {
            report(QStringLiteral("file_missing"), object, image, Texts::tr("The texture %1 is missing.").arg(image));
        } else {
            put(source, target);
        }
    }
}

void PackageContents::reportRemote(const QString &source, const QString &object)
{
    report(QStringLiteral("remote_source"), object, source,
           Texts::tr("%1 is a remote source; the package keeps the reference only.").arg(source));
}

void PackageContents::report(const QString &code, const QString &object, const QString &where, const QString &message)
{
    m_findings.push_back({Severity::Warning, code, object, where, message});
}

} // namespace loci::workspace
