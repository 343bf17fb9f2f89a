// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mainwindow/services.h"
#include "layers/base/result.h"
#include "layers/domain/catalogue/access.h"

#include <QObject>
#include <memory>

namespace loci::workspace {
class DataCatalogue;
}
namespace loci::widgets {
class ActionRegistry;
class CataloguePanel;
} // namespace loci::widgets

namespace loci::app {

class LocationRoom;
class MainWindow;
class ShareServer;

/// The workplace of the data catalogue. What has to be read from files (systems, extents, fields) is read in the
/// background when the workplace is first shown, and again after layers or models changed.
class CatalogueRoom final : public QObject
{
    Q_OBJECT
public:
    CatalogueRoom(MainWindow &window, const Services &services, widgets::ActionRegistry &actions);
    ~CatalogueRoom() override;
    widgets::CataloguePanel &panel() const { return *m_panel; }

    void look(const QString &person); ///< an empty name: as the public
    void exportAll(bool iso);
    void share(); ///< starts the end point for a receiver, or stops it
    const ShareServer &server() const { return *m_server; }
    void addPerson();
    void ask(const QString &entry);
    void answer(const QString &request, catalogue::State state);
    void describe(const QString &entry, const catalogue::Description &said);

    static const QString kWorkplace;

private:
    void takeWorkspace();
    void refresh();
    void readFacts();
    void updateServer();
    bool attempt(const Result<> &done);
    std::optional<QString> chosenReceiver(const QString &title); ///< empty: the public

    MainWindow &m_window;
    Services m_services;
    widgets::CataloguePanel *m_panel;
    LocationRoom *m_location;
    ShareServer *m_server;
    QString m_receiver; ///< of the end point; empty: the public
    std::unique_ptr<workspace::DataCatalogue> m_catalogue;
    catalogue::FactsById m_facts;
    bool m_public = false, m_factsWanted = true;
};

} // namespace loci::app
