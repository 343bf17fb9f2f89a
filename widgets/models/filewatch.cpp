// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/filewatch.h"

#include <QFileInfo>

namespace loci::widgets {

namespace {
constexpr int kQuietMs = 400;
}

FileWatch::FileWatch(QObject *parent) : QObject(parent)
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(kQuietMs);
    connect(&m_quiet, &QTimer::timeout, this, &FileWatch::look);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this](const QString &path) {
        m_touched.insert(path);
        m_quiet.start();
    });
    // A file that was replaced or removed is watched through its folder until it is there again.
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this](const QString &folder) {
        for (auto it = m_known.cbegin(); it != m_known.cend(); ++it) {
            if (QFileInfo(it.key()).path() == folder && !m_watcher.files().contains(it.key())) {
                m_touched.insert(it.key());
                m_quiet.start();
            }
        }
    });
}

FileWatch::Stamp FileWatch::stampOf(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() ? Stamp{true, info.size(), info.lastModified()} : Stamp();
}

void FileWatch::setFiles(const QStringList &paths)
{
    QHash<QString, Stamp> known;
    for (const QString &path : paths) {
        const auto before = m_known.constFind(path);
        known.insert(path, before != m_known.cend() ? *before : stampOf(path));
    }
    m_known = std::move(known);
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    QStringList wanted;
    for (auto it = m_known.cbegin(); it != m_known.cend(); ++it) {
        wanted << it.key() << QFileInfo(it.key()).path();
        watch(it.key());
    }
    for (const QString &path : watched) {
        if (!wanted.contains(path)) {
            m_watcher.removePath(path);
        }
    }
}

void FileWatch::watch(const QString &path)
{
    const QString folder = QFileInfo(path).path();
    if (!m_watcher.directories().contains(folder) && QFileInfo::exists(folder)) {
        m_watcher.addPath(folder);
    }
    if (!m_watcher.files().contains(path) && QFileInfo::exists(path)) {
        m_watcher.addPath(path);
    }
}

void FileWatch::look()
{
    const QSet<QString> touched = std::exchange(m_touched, {});
    for (const QString &path : touched) {
        const auto known = m_known.find(path);
        if (known == m_known.end()) {
            continue;
        }
        const Stamp now = stampOf(path);
        watch(path);
        if (now == *known) {
            continue;
        }
        *known = now;
        if (now.there) {
            emit changed(path);
        } else {
            emit vanished(path);
        }
    }
}

} // namespace loci::widgets
