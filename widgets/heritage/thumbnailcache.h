// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/heritage/mediafolder.h"

#include <QHash>
#include <QObject>
#include <QPixmap>
#include <QSet>
#include <QThreadPool>
#include <optional>

namespace loci::widgets {

/// Small pictures of media, made in the background one after the other and kept for as long as the record is open.
/// Main thread.
class ThumbnailCache final : public QObject
{
    Q_OBJECT
public:
    explicit ThumbnailCache(storage::heritage::MediaFolder folder, QObject *parent = nullptr);
    ~ThumbnailCache() override; ///< waits for the picture that is being made
    /// The picture, or nothing yet: ready() tells when. A null pixmap: it is no picture, or cannot be read.
    std::optional<QPixmap> picture(const QString &sha256, int edge = 256);
    bool isIdle() const { return m_running.isEmpty(); }

signals:
    void ready(const QString &sha256);

private:
    storage::heritage::MediaFolder m_folder;
    QThreadPool m_pool;
    QHash<QString, QPixmap> m_pictures;
    QSet<QString> m_running;
};

} // namespace loci::widgets
