// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mainwindow/services.h"
#include "layers/workspace/packs/packshelf.h"
#include "plugins/host/packhost.h"
#include "widgets/packs/packrow.h"

#include <QObject>
#include <memory>

namespace loci::widgets {
class ActionRegistry;
class PackPanel;
} // namespace loci::widgets

namespace loci::app {

class MainWindow;

/// The pack workplace: starts the packs when the window stands, shows how they are, and turns them on and off in the
/// open workspace. What a pack brings are documents, so the other rooms follow by themselves.
class PackRoom final : public QObject
{
    Q_OBJECT
public:
    PackRoom(MainWindow &window, const Services &services, widgets::ActionRegistry &actions);
    ~PackRoom() override;

    widgets::PackPanel &panel() const { return *m_panel; }
    packs::PackHost &host() const { return *m_host; }
    /// In the open workspace; the map layers of a pack come a moment later (switched()).
    void setOn(const QString &id, bool on);

    static const QString kWorkplace;

signals:
    void switched(const QString &id, bool on);

private:
    void start();
    void refresh();
    void addMissingLayers();
    void addLayers(const QString &id);
    void addNextLayer(const QString &id, std::vector<packs::PackLayer> layers);
    void openPage(const QString &id);
    void showPart(const QString &id, const widgets::PackPart &part);
    void showAnswer(const QString &title, const plugin::AnalysisAnswer &answer);
    widgets::PackRow rowOf(const packs::HostedPack &pack) const;
    QString inLanguage(const plugin::TextPair &text) const;
    void fail(const QString &sentence);

    MainWindow &m_window;
    Services m_services;
    widgets::PackPanel *m_panel;
    std::unique_ptr<packs::PackHost> m_host;
    QString m_wanted; ///< pack whose page is to open when all is settled
};

} // namespace loci::app
