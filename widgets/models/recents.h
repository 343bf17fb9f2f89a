// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QImage>
#include <QObject>
#include <QString>
#include <vector>

namespace loci::widgets {

/// A workspace or file that was open before.
struct RecentEntry
{
    QString path; ///< absolute
    QString name;
    QDateTime lastOpened; ///< UTC
    bool missing = false; ///< the file is not there now
};

/// What was open, newest first; on this computer, in the settings. Thumbnails lie in the cache folder and may be gone.
class Recents final : public QObject
{
    Q_OBJECT
public:
    explicit Recents(QObject *parent = nullptr);
    std::vector<RecentEntry> entries() const;
    void add(const QString &path, const QString &name, const QDateTime &now = QDateTime::currentDateTimeUtc());
    void remove(const QString &path);
    void clear();
    QImage thumbnail(const QString &path) const; ///< null when there is none
    void setThumbnail(const QString &path, const QImage &picture);

    static constexpr int kMost = 12;

signals:
    void changed();

private:
    static QString thumbnailFile(const QString &path);
};

} // namespace loci::widgets
