// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <QTimer>

namespace loci::widgets {

/// Tells when files that are open are changed, replaced or gone. A writer that takes several steps is waited for: news
/// come when a file has been quiet for a moment. Main thread.
class FileWatch final : public QObject
{
    Q_OBJECT
public:
    explicit FileWatch(QObject *parent = nullptr);
    /// Watches these and no others; what is known of a file that stays is kept.
    void setFiles(const QStringList &paths);
    QStringList files() const { return m_known.keys(); }

signals:
    void changed(const QString &path); ///< other bytes, or there again
    void vanished(const QString &path);

private:
    struct Stamp
    {
        bool there = false;
        qint64 size = 0;
        QDateTime modified;
        bool operator==(const Stamp &other) const
        {
            return there == other.there && size == other.size && modified == other.modified;
        }
    };
    static Stamp stampOf(const QString &path);
    void watch(const QString &path);
    void look();

    QFileSystemWatcher m_watcher;
    QHash<QString, Stamp> m_known;
    QSet<QString> m_touched;
    QTimer m_quiet;
};

} // namespace loci::widgets
