// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mainwindow/services.h"

#include <QObject>
#include <QString>

namespace loci::widgets {
class ActionRegistry;
class HeritageDesk;
class HeritageMap;
class HeritagePanel;
class RecordPlacing;
class RecordsPanel;
} // namespace loci::widgets

namespace loci::app {

class HeritageJobs;
class MainWindow;

/// The heritage workplace in the window: its panel on the rail, the open records in place of the details, records on
/// map and in 3D, and the commands. A selected building or symbol of a record opens it.
class HeritageActions final : public QObject
{
    Q_OBJECT
public:
    HeritageActions(MainWindow &window, const Services &services, widgets::ActionRegistry &actions);
    ~HeritageActions() override;

    widgets::HeritageDesk &desk() const { return *m_desk; }
    widgets::HeritagePanel &panel() const { return *m_panel; }
    widgets::RecordsPanel &records() const { return *m_records; }
    widgets::HeritageMap &map() const { return *m_map; }
    HeritageJobs &jobs() const { return *m_jobs; }
    widgets::RecordPlacing &placing() const { return *m_placing; }
    void openRecord(const QString &id, bool flies);
    void newRecord();
    bool isIdle() const;
    void retranslate();
    void retint();
    void storeState(); ///< which records are open, in the workspace

private:
    void build();
    void connectParts();
    void addCommands(widgets::ActionRegistry &actions);
    void onWorkspace();
    void onSelection();

    void restoreState();
    void verify();

    MainWindow &m_window;
    Services m_services;
    widgets::HeritageDesk *m_desk;
    widgets::HeritagePanel *m_panel = nullptr;
    widgets::RecordsPanel *m_records = nullptr;
    widgets::HeritageMap *m_map = nullptr;
    widgets::RecordPlacing *m_placing = nullptr;
    HeritageJobs *m_jobs = nullptr;
    bool m_opening = false; ///< the selection is ours: it opens nothing
};

} // namespace loci::app
