// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mainwindow/services.h"
#include "layers/base/finding.h"
#include "widgets/models/filewatch.h"

#include <QObject>
#include <QTimer>

namespace loci::app {

/// Watches the files of the city models and map layers of the workspace. What another program does to them changes
/// nothing on the screen by itself: the person is told, and may read them anew.
class SourceWatch final : public QObject
{
    Q_OBJECT
public:
    SourceWatch(const Services &services, QObject *parent = nullptr);
    void reload(const QString &path); ///< every model and layer that stands on this file

signals:
    void findingsReported(const loci::Findings &findings);
    void reloadOffered(const QString &sentence, const QString &path);

private:
    void collect();
    void onChanged(const QString &path);
    void onVanished(const QString &path);

    Services m_services;
    widgets::FileWatch m_watch;
    QTimer m_collect;
};

} // namespace loci::app
