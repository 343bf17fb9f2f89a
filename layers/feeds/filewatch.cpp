// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/filewatch.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

namespace loci::feeds {

namespace {
constexpr int kSettleMs = 100;
constexpr int kMostFiles = 10'000;
} // namespace

FileWatch::FileWatch(ConnectorContext context) : Connector(std::move(context))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSettleMs);
    connect(&m_timer, &QTimer::timeout, this, &FileWatch::look);
    connect(&m_soon, &QTimer::timeout, this, &FileWatch::look);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this] { m_soon.start(); });
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this] { m_soon.start(); });
}

void FileWatch::start()
{
    emit contactChanged(Contact::Connecting, {});
    m_timer.start(static_cast<int>(feed().pollMs));
    m_soon.start(0);
}

void FileWatch::stop()
{
    m_timer.stop();
    m_soon.stop();
    if (const QStringList watched = m_watcher.files() + m_watcher.directories(); !watched.isEmpty()) {
        m_watcher.removePaths(watched);
    }
}

void FileWatch::look()
{
    m_soon.setInterval(kSettleMs);
    const QString path = feed().address.toLocalFile();
    const QFileInfo info(path);
    if (!info.exists() || !info.isReadable()) {
        emit contactChanged(Contact::Retrying,
                            tr("%1 is not there or cannot be read.").arg(QDir::toNativeSeparators(path)));
        return;
    }
    m_watcher.addPath(path);
    bool good = true;
    if (info.isDir()) {
        const QFileInfoList files = QDir(path).entryInfoList(QDir::Files, QDir::Time | QDir::Reversed);
        for (const QFileInfo &file : files.mid(std::max<qsizetype>(0, files.size() - kMostFiles))) {
            good = read(file.absoluteFilePath()) && good;
        }
    } else {
        good = read(path);
    }
    emit contactChanged(good ? Contact::Connected : Contact::Retrying,
                        good ? QString() : tr("A file of %1 is too large or cannot be read.").arg(host()));
}

bool FileWatch::read(const QString &path)
{
    const QFileInfo info(path);
    const std::pair<qint64, qint64> state(info.size(), info.lastModified().toMSecsSinceEpoch());
    if (m_seen.value(path, {-1, -1}) == state) {
        return true;
    }
    QFile file(path);
    if (info.size() > feed().sizeLimit || !file.open(QIODevice::ReadOnly)) {
        return false;
    }
    m_seen.insert(path, state);
    Payload payload;
    payload.bytes = file.readAll();
    payload.topic = info.fileName();
    payload.arrival = now();
    hand(std::move(payload), false);
    return true;
}

} // namespace loci::feeds
