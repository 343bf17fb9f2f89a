// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/export/imagecopies.h"

#include "layers/formats/texturepath.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <algorithm>

namespace loci::formats {

namespace {

bool sameBytes(const QString &a, const QString &b)
{
    QFile first(a), second(b);
    if (!first.open(QIODevice::ReadOnly) || !second.open(QIODevice::ReadOnly) || first.size() != second.size()) {
        return false;
    }
    constexpr qint64 kBlock = 1 << 16;
    while (!first.atEnd()) {
        if (first.read(kBlock) != second.read(kBlock)) {
            return false;
        }
    }
    return true;
}

} // namespace

ImageCopies::ImageCopies(const city::CityModel &model, const QString &target, DroppedList &dropped)
    : m_model(model)
    , m_folder(QFileInfo(target).absolutePath())
    , m_target(target)
{
    int missing = 0;
    for (const city::Texture &texture : model.textures) {
        m_paths.push_back(texture.image);
        const QString image = QString::fromStdString(texture.image);
        const QString from = texturePath(model.sourcePath, image);
        if (from.isEmpty() || !QFileInfo(from).isFile()) {
            ++missing;
        } else if (QFileInfo(from).canonicalPath() != QFileInfo(m_folder + QLatin1Char('/') + image).canonicalPath()) {
            plan(image, m_paths.size() - 1);
        }
    }
    dropped.add(QCoreApplication::translate("loci::formats", "textures"),
                QCoreApplication::translate("loci::formats", "the image is not there; its path is written as it was"),
                missing);
}

ImageCopies::~ImageCopies()
{
    for (const QString &path : m_made) {
        QFile::remove(path);
    }
    std::reverse(m_madeFolders.begin(), m_madeFolders.end());
    for (const QString &folder : m_madeFolders) {
        QDir().rmdir(folder); // only when nothing else has come into it
    }
}

void ImageCopies::plan(const QString &image, std::size_t texture)
{
    const QString from = texturePath(m_model.sourcePath, image);
    QString slashed = image;
    slashed.replace(QLatin1Char('\\'), QLatin1Char('/'));
    const QString relative = QDir::cleanPath(slashed);
    const QFileInfo parts(relative);
    QString name = relative;
    for (int number = 2;; ++number) {
        const QString to = QDir::cleanPath(m_folder + QLatin1Char('/') + name);
        const auto planned = std::find_if(m_plan.begin(), m_plan.end(), [&](const Copy &c) { return c.to == to; });
        const bool taken = planned != m_plan.end() && planned->from != from;
        if (!taken && (planned != m_plan.end() || !QFileInfo::exists(to) || sameBytes(from, to))) {
            if (planned == m_plan.end() && !QFileInfo::exists(to)) {
                m_plan.push_back({from, to});
            }
            break;
        }
        const QString folder = parts.path() == QLatin1String(".") ? QString() : parts.path() + QLatin1Char('/');
        name = QStringLiteral("%1%2-%3.%4").arg(folder, parts.completeBaseName()).arg(number).arg(parts.suffix());
    }
    if (name != relative) {
        m_paths[texture] = name.toStdString();
    }
}

Result<> ImageCopies::copy(const CancelToken &cancel)
{
    for (const Copy &item : m_plan) {
        if (cancel.isCancelled()) {
            return exportCancelled(m_target);
        }
        const QString folder = QFileInfo(item.to).absolutePath();
        if (!QFileInfo::exists(folder)) {
            QStringList missing;
            for (QString step = folder; !QFileInfo::exists(step); step = QFileInfo(step).absolutePath()) {
                missing.prepend(step);
            }
            if (!QDir().mkpath(folder)) {
                return cannotWrite(folder, QCoreApplication::translate("loci::formats", "the folder cannot be made"));
            }
            m_madeFolders += missing;
        }
        QFile image(item.from);
        if (!image.copy(item.to)) {
            return cannotWrite(item.to, image.errorString());
        }
        m_made << item.to;
    }
    return {};
}

QStringList ImageCopies::keep()
{
    m_madeFolders.clear();
    return std::exchange(m_made, {});
}

} // namespace loci::formats
