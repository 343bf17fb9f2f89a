// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mainwindow/services.h"
#include "layers/base/geometry.h"

#include <QObject>
#include <QString>
#include <optional>

class QPoint;

namespace loci::planning {
struct PlacedBody;
struct RuleResult;
} // namespace loci::planning

namespace loci::widgets {
class ActionRegistry;
class PlanDesk;
class PlanMap;
class PlanningPanel;
class PlanScene;
class ProposalCard;
class StudiesCard;
class VerdictDesk;
class VerdictPanel;
class ViewEditor;
} // namespace loci::widgets

namespace loci::app {

class CompareRoom;
class MainWindow;
class PhotoRoom;
struct Dossier;

/// The planning workplace: panel at the left, the proposal in the place of the details, areas, views and proposals on
/// map and in 3D, and the commands.
class PlanningRoom final : public QObject
{
    Q_OBJECT
public:
    PlanningRoom(MainWindow &window, const Services &services, widgets::ActionRegistry &actions);
    ~PlanningRoom() override;

    widgets::PlanDesk &desk() const { return *m_desk; }
    widgets::PlanningPanel &panel() const { return *m_panel; }
    widgets::ProposalCard &card() const { return *m_card; }
    widgets::PlanMap &map() const { return *m_map; }
    widgets::PlanScene &scene() const { return *m_scene; }
    widgets::StudiesCard &studies() const { return *m_studies; }
    widgets::ViewEditor &viewEditor() const { return *m_viewEditor; }
    widgets::VerdictDesk &verdicts() const { return *m_verdicts; }
    widgets::VerdictPanel &verdictPanel() const { return *m_verdictPanel; }
    CompareRoom &compare() const { return *m_compare; }
    PhotoRoom &photo() const { return *m_photo; }
    QWidget *besideWidget() const; ///< what stands in the place of the details
    bool isIdle() const;
    void setVerdictsShown(bool shown); ///< of every building and parcel: table, map, 3D
    void showProposal();               ///< map and 3D fly to the current one
    void showSubject(const QString &id);
    /// Takes the shape in a model file as a new proposal: where the file says, else at `at` (coordinates of the model),
    /// else where the person clicks on the map.
    void importModel(const QString &path, const std::optional<Vec2> &at = {});
    QString selectedBuilding() const; ///< id in the model that is planned over; empty: none
    void setCeilingShown(bool shown);
    /// A block by numbers: "x, y, length, width, degrees, storeys", or corners "x y, x y, x y" and more. False when not
    /// understood.
    bool proposeByNumbers(const QString &text);

    static const QString kWorkplace;

private:
    void connectParts();
    void connectVerdicts();
    void connectImports();
    void chooseModel();
    void placeBody(const planning::PlacedBody &placed, const std::optional<Vec2> &at);
    void showChanges(const QPoint &at);
    void askReshape();
    void showRow(const planning::RuleResult &row); ///< where it speaks
    void showPlace(const Box3 &place);
    void addCommands(widgets::ActionRegistry &actions);
    void onWorkplace(const QString &id);
    void lookFirst();
    void askNumbers();
    void saveCsv();
    void showMore(const QPoint &at);
    void choosePacks();
    void showOvershoots();
    void approve();
    void lookAtView(const QString &id);
    void pickEye();
    void takeLandmark();
    void study();   ///< sunlight and skyline of the current scenario
    void dossier(); ///< asks where to, computes in the background, takes the 3D pictures and writes
    void finishDossier(const QString &path, Dossier dossier);

    MainWindow &m_window;
    Services m_services;
    widgets::PlanDesk *m_desk;
    widgets::VerdictDesk *m_verdicts;
    widgets::PlanningPanel *m_panel;
    widgets::ProposalCard *m_card;
    widgets::PlanMap *m_map;
    widgets::PlanScene *m_scene;
    widgets::StudiesCard *m_studies;
    widgets::ViewEditor *m_viewEditor;
    widgets::VerdictPanel *m_verdictPanel;
    PhotoRoom *m_photo;
    CompareRoom *m_compare;
    bool m_shown = false, m_seen = false;
};

} // namespace loci::app
