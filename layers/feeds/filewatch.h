// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/connector.h"

#include <QFileSystemWatcher>
#include <QHash>
#include <QTimer>

namespace loci::feeds {

/// A file, or the files of a folder, read again whenever they change. What was read before is known by its ids and
/// times.
class FileWatch final : public Connector
{
    Q_OBJECT
public:
    explicit FileWatch(ConnectorContext context);
    void start() override;
    void stop() override;

private:
    void look();
    bool read(const QString &path);

    QFileSystemWatcher m_watcher;
    QTimer m_timer;                                   ///< network disks do not tell of changes
    QTimer m_soon;                                    ///< a writer may be in the middle of it
    QHash<QString, std::pair<qint64, qint64>> m_seen; // path -> size, time
};

} // namespace loci::feeds
