// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mainwindow/services.h"
#include "layers/base/finding.h"

#include <QObject>
#include <QString>

namespace loci::widgets {
class ActionRegistry;
class CrsChooser;
class ModelCheck;
} // namespace loci::widgets

namespace loci::app {

class MainWindow;

/// The commands about the truth of what is open: checking city models, what their heights count from, a proposed
/// correction or reference system, and layers in the coordinates of Chinese web maps. Each edit is one undoable step
/// of the workspace; no file is touched.
class TruthActions final : public QObject
{
    Q_OBJECT
public:
    TruthActions(MainWindow &window, const Services &services, widgets::ActionRegistry &actions);
    widgets::ModelCheck &checks() const { return *m_checks; }

private:
    void addChecks(widgets::ActionRegistry &actions);
    void addHeights(widgets::ActionRegistry &actions);
    void addSystems(widgets::ActionRegistry &actions);
    void addWebDatums(widgets::ActionRegistry &actions);
    void addModelDatums(widgets::ActionRegistry &actions);
    void writeCorrected();
    void chooseSystem();
    void takeSystem(const QString &authId);
    void showFindings(const QString &modelId, const Findings &findings);
    /// The model of the selected object, else the only or first one; empty without any.
    QString currentModel() const;

    MainWindow &m_window;
    Services m_services;
    widgets::ModelCheck *m_checks;
    widgets::CrsChooser *m_chooser = nullptr; ///< made when first wanted
};

} // namespace loci::app
