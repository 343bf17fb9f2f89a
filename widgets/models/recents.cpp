// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/recents.h"

#include "layers/base/settings.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QStringList>
#include <algorithm>

namespace loci::widgets {

namespace {
/// "time<tab>path<tab>name" lines, newest first.
const Setting<QStringList> kRecents{"recent/workspaces", {}};
constexpr int kThumbnailWidth = 480;
} // namespace

Recents::Recents(QObject *parent) : QObject(parent) {}

std::vector<RecentEntry> Recents::entries() const
{
    std::vector<RecentEntry> result;
    for (const QString &line : kRecents.value()) {
        const QStringList parts = line.split(QLatin1Char('\t'));
        if (parts.size() == 3 && !parts[1].isEmpty()) {
            result.push_back(
                {parts[1], parts[2], QDateTime::fromString(parts[0], Qt::ISODate), !QFileInfo::exists(parts[1])});
        }
    }
    return result;
}

void Recents::add(const QString &path, const QString &name, const QDateTime &now)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QStringList lines = kRecents.value();
    lines.removeIf([&](const QString &line) { return line.section(QLatin1Char('\t'), 1, 1) == absolute; });
    QString plainName = name;
    plainName.replace(QLatin1Char('\t'), QLatin1Char(' '));
    lines.prepend(QStringList{now.toUTC().toString(Qt::ISODate), absolute, plainName}.join(QLatin1Char('\t')));
    kRecents.set(lines.mid(0, kMost));
    emit changed();
}

void Recents::remove(const QString &path)
{
    QStringList lines = kRecents.value();
    const auto gone =
        lines.removeIf([&](const QString &line) { return line.section(QLatin1Char('\t'), 1, 1) == path; });
    if (gone > 0) {
        kRecents.set(lines);
        QFile::remove(thumbnailFile(path));
        emit changed();
    }
}

void Recents::clear()
{
    for (const RecentEntry &entry : entries()) {
        QFile::remove(thumbnailFile(entry.path));
    }
    kRecents.set({});
    emit changed();
}

QImage Recents::thumbnail(const QString &path) const
{
    return QImage(thumbnailFile(path));
}

void Recents::setThumbnail(const QString &path, const QImage &picture)
{
    const QString file = thumbnailFile(QFileInfo(path).absoluteFilePath());
    QDir().mkpath(QFileInfo(file).absolutePath());
    const QImage small =
        picture.width() > kThumbnailWidth ? picture.scaledToWidth(kThumbnailWidth, Qt::SmoothTransformation) : picture;
    if (small.save(file, "PNG")) {
        emit changed();
    }
}

QString Recents::thumbnailFile(const QString &path)
{
    const QByteArray hash = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha1).toHex();
    return QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + QStringLiteral("/thumbnails/") +
           QString::fromLatin1(hash) + QStringLiteral(".png");
}

} // namespace loci::widgets
