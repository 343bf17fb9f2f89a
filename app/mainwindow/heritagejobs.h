// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mainwindow/services.h"
#include "layers/base/geometry.h"

#include <QObject>
#include <QStringList>
#include <optional>
#include <utility>

namespace loci::widgets {
class ActionRegistry;
class HeritageDesk;
class HeritagePanel;
class ImportPanel;
class RecordsPanel;
class SheetMaps;
class WorkPanel;
} // namespace loci::widgets

namespace loci::app {

class MainWindow;

/// What a heritage office does with files and with many records at once: sheets, lists, reports and letters on paper,
/// thesauri for the pickers.
class HeritageJobs final : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        widgets::HeritageDesk &desk;
        widgets::HeritagePanel &panel;
        widgets::RecordsPanel &records;
    };
    HeritageJobs(MainWindow &window, const Services &services, const Parts &parts, widgets::ActionRegistry &actions);
    ~HeritageJobs() override;

    /// `kind`: "sheet", "list", or a template; asks where to.
    void print(const QStringList &ids, const QString &kind);
    void printList(); ///< what the list shows now
    void loadThesauri();
    widgets::ImportPanel &importer();              ///< made when first wanted, and shown
    widgets::WorkPanel &work(const QString &page); ///< the same
    bool isIdle() const;

private:
    void addCommands(widgets::ActionRegistry &actions);
    void write(const QStringList &ids, const QString &kind, const QString &path,
               const QHash<QString, std::pair<QImage, QString>> &maps);
    std::pair<Box3, std::optional<Vec2>> placeOf(const QString &id) const;

    MainWindow &m_window;
    Services m_services;
    Parts m_parts;
    widgets::SheetMaps *m_maps;
    widgets::ImportPanel *m_import = nullptr;
    widgets::WorkPanel *m_work = nullptr;
    int m_printing = 0;
};

} // namespace loci::app
