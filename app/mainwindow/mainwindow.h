// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mainwindow/services.h"
#include "layers/base/finding.h"
#include "widgets/views/viewarea.h"

#include <QMainWindow>
#include <memory>

class QSplitter;
class QStackedWidget;
class QMenu;

namespace loci::widgets {
class ActionRegistry;
class AddSourcePanel;
class AttributeTablePanel;
class CommandPalette;
class ComparePanel;
class DetailsCard;
class ExportSheet;
class FindingsButton;
class HeaderBar;
class LayerPropertiesPanel;
class MapView;
class ObjectTablePanel;
class Rail;
class Recents;
class SceneView;
class TimeBar;
class Toast;
class Tour;
class ViewLinker;
class WelcomePage;
} // namespace loci::widgets

namespace loci::app {

class BoardRoom;
class CharacterRoom;
class LevelRoom;
class ServerRoom;
class DeskRoom;
class RoleRoom;
class PackRoom;
class BriefingRoom;
class FeedRoom;
class FileOpener;
class HeritageActions;
class PlanningRoom;
class SourceWatch;
class TruthActions;
class Workplaces;

/// The frame of ui.md: header, rail, the panel of the workplace, map and 3D, details, time. It only assembles; what
/// happens is in the parts.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(const Services &services);
    ~MainWindow() override;

    void openFiles(const QStringList &paths);
    /// "indicators", or with what to show there: "indicators/pack-health".
    void setWorkplace(const QString &id);
    void showWelcome(bool shown);
    bool isSettled() const; ///< nothing is loading, building or drawing

    widgets::ViewArea &views() const { return *m_views; }
    widgets::MapView &map() const { return *m_map; }
    widgets::SceneView &scene() const { return *m_scene; }
    widgets::ActionRegistry &actions() const { return *m_actions; }
    Workplaces &workplaces() const { return *m_workplaces; }
    FileOpener &opener() const { return *m_opener; }
    widgets::DetailsCard &details() const { return *m_details; }
    TruthActions &truth() const { return *m_truth; }
    HeritageActions &heritage() const { return *m_heritage; }
    widgets::CommandPalette &commandPalette() const { return *m_palette; }
    /// A panel in place of the details; nullptr: the details again. It is taken over when it is shown first.
    void showBeside(QWidget *panel);
    void addBeside(QWidget *panel); ///< takes it over without showing it
    QWidget *beside() const;        ///< what is shown there now
    /// A page in place of everything below the header; nullptr: the work again.
    void showWhole(QWidget *page);
    void addWhole(QWidget *page); ///< takes it over without showing it
    BoardRoom &boards() const { return *m_boards; }
    PackRoom &packs() const { return *m_packs; }
    LevelRoom &levels() const { return *m_levels; }
    DeskRoom &desks() const { return *m_desks; }
    ServerRoom &servers() const { return *m_servers; }
    RoleRoom &roles() const { return *m_roles; }
    widgets::HeaderBar &header() const { return *m_header; }
    BriefingRoom &briefings() const { return *m_briefings; }
    FeedRoom &feeds() const { return *m_feeds; }
    widgets::TimeBar &timeBar() const { return *m_time; }
    PlanningRoom &planning() const { return *m_planning; }
    CharacterRoom &character() const { return *m_character; }

    void say(const QString &text);            ///< a toast
    void hush();                              ///< takes the toast away
    void sayProblem(const QString &sentence); ///< a toast that stays longer; also in the findings

    void exportModel(); ///< the sheet for the selected object's model, or the first one

signals:
    void firstPainted();
    void partWanted(const QString &workplace, const QString &part);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void buildFrame();
    void buildHeader();
    void connectParts();
    void onWorkspaceAboutToChange();
    void onWorkspaceChanged();
    void updateTitle();
    void fillWorkspaceMenu();
    void storeViewState();
    void restoreViewState();
    void onModelLoaded(const QString &id);
    void showFinding(const Finding &finding);
    void showProperties(const QString &layerId);
    void showTable(const QString &layerId);
    void showAddSource();
    void showExport(const QString &modelId);
    void showObjectTable(const QString &cityId);
    void saveScenePicture(int width);
    void saveSceneFilm(bool flight);
    void showComparison(const QString &before, const QString &after);
    void openSample();
    void connectWelcome();
    void newFromTemplate(const QString &id);
    void unpackAndOpen(const QString &package);
    QWidget *buildMiddle();
    QWidget *buildTimeBar();

    Services m_services;
    std::unique_ptr<widgets::ActionRegistry> m_actions;
    std::unique_ptr<FileOpener> m_opener;
    SourceWatch *m_watch = nullptr;
    widgets::HeaderBar *m_header = nullptr;
    widgets::Rail *m_rail = nullptr;
    Workplaces *m_workplaces = nullptr;
    TruthActions *m_truth = nullptr;
    HeritageActions *m_heritage = nullptr;
    BoardRoom *m_boards = nullptr;
    PackRoom *m_packs = nullptr;
    LevelRoom *m_levels = nullptr;
    DeskRoom *m_desks = nullptr;
    ServerRoom *m_servers = nullptr;
    RoleRoom *m_roles = nullptr;
    BriefingRoom *m_briefings = nullptr;
    FeedRoom *m_feeds = nullptr;
    PlanningRoom *m_planning = nullptr;
    CharacterRoom *m_character = nullptr;
    QStackedWidget *m_middle = nullptr; ///< welcome page or the work area
    widgets::WelcomePage *m_welcome = nullptr;
    QSplitter *m_columns = nullptr;
    widgets::MapView *m_map = nullptr;
    widgets::SceneView *m_scene = nullptr;
    widgets::ViewArea *m_views = nullptr;
    widgets::DetailsCard *m_details = nullptr;
    widgets::LayerPropertiesPanel *m_properties = nullptr; ///< made when first wanted
    widgets::AttributeTablePanel *m_table = nullptr;       ///< made when first wanted
    widgets::AddSourcePanel *m_addSource = nullptr;        ///< made when first wanted
    widgets::ExportSheet *m_export = nullptr;              ///< made when first wanted
    widgets::ObjectTablePanel *m_objects = nullptr;        ///< made when first wanted
    widgets::ComparePanel *m_compare = nullptr;            ///< made when first wanted
    widgets::TimeBar *m_time = nullptr;
    widgets::FindingsButton *m_findingsButton = nullptr;
    QSplitter *m_rows = nullptr;       ///< views over the attribute table
    QStackedWidget *m_right = nullptr; ///< details, or a sheet in their place
    widgets::ViewLinker *m_linker = nullptr;
    widgets::CommandPalette *m_palette = nullptr;
    widgets::Toast *m_toast = nullptr;
    widgets::Tour *m_tour = nullptr;
    widgets::Recents *m_recents = nullptr;
    QMenu *m_workspaceMenu = nullptr;
    bool m_viewRestored = false; ///< the workspace brought its own view: do not zoom to the first model
    bool m_painted = false;
};

} // namespace loci::app
