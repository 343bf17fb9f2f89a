// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mainwindow/services.h"

#include <QObject>
#include <QString>

namespace loci::widgets {
class ActionRegistry;
class ConflictPanel;
class HeritageDesk;
} // namespace loci::widgets

namespace loci::app {

class MainWindow;

/// Records that leave the office and come back, and what watches over them in the background: bundles and their merge
/// with its conflicts, bindings after a city model was read anew, the files of the catalogue, the trash.
class HeritageFieldwork final : public QObject
{
    Q_OBJECT
public:
    HeritageFieldwork(MainWindow &window, const Services &services, widgets::HeritageDesk &desk,
                      widgets::ActionRegistry &actions, QObject *parent);

    widgets::ConflictPanel &conflicts() const { return *m_conflicts; }
    void mergeFile(const QString &path);
    void showConflicts();
    void checkFiles();

signals:
    void recordWanted(const QString &id);
    void rebound(const QString &modelId); ///< the bindings of a model were looked at

private:
    void addCommands(widgets::ActionRegistry &actions);
    void onWorkspace();
    void writeBundle();
    void merge();
    void emptyTrash();
    void bindAgain(const QString &modelId);

    MainWindow &m_window;
    Services m_services;
    widgets::HeritageDesk &m_desk;
    widgets::ConflictPanel *m_conflicts;
};

} // namespace loci::app
