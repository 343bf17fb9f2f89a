// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/mainwindow.h"

#include "app/about/helpdesk.h"
#include "app/briefing/briefingroom.h"
#include "app/mainwindow/boardroom.h"
#include "app/mainwindow/catalogueroom.h"
#include "app/mainwindow/characterroom.h"
#include "app/mainwindow/deskroom.h"
#include "app/mainwindow/feedroom.h"
#include "app/mainwindow/fileopener.h"
#include "app/mainwindow/helpactions.h"
#include "app/mainwindow/heritageactions.h"
#include "app/mainwindow/levelroom.h"
#include "app/mainwindow/offlineroom.h"
#include "app/mainwindow/packroom.h"
#include "app/mainwindow/paletteproviders.h"
#include "app/mainwindow/planningroom.h"
#include "app/mainwindow/roleroom.h"
#include "app/mainwindow/serverroom.h"
#include "app/mainwindow/sourcewatch.h"
#include "app/mainwindow/truthactions.h"
#include "app/mainwindow/windowactions.h"
#include "app/mainwindow/workplaces.h"
#include "app/workspacehost.h"
#include "layers/map/featurefacts.h"
#include "layers/map/reprojection.h"
#include "layers/workspace/taskrunner.h"
#include "layers/workspace/workspace.h"
#include "widgets/city/citylibrary.h"
#include "widgets/city/detailscard.h"
#include "widgets/common/actionregistry.h"
#include "widgets/common/commandpalette.h"
#include "widgets/common/headerbar.h"
#include "widgets/common/rail.h"
#include "widgets/common/statusbuttons.h"
#include "widgets/common/taskbutton.h"
#include "widgets/common/theme.h"
#include "widgets/common/timebar.h"
#include "widgets/common/toast.h"
#include "widgets/common/tour.h"
#include "widgets/common/translator.h"
#include "widgets/common/welcomepage.h"
#include "widgets/map/mapview.h"
#include "widgets/models/recents.h"
#include "widgets/scene/sceneview.h"
#include "widgets/views/viewlinker.h"

#include <QCloseEvent>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace loci::app {

using namespace widgets; // assembly only: nearly every name here is a widget

namespace {
constexpr int kLeftWidth = 304;
constexpr int kRightWidth = 360;
} // namespace

MainWindow::MainWindow(const Services &services)
    : m_services(services)
    , m_actions(std::make_unique<ActionRegistry>())
    , m_opener(std::make_unique<FileOpener>(services.cities, services.session))
{
    setObjectName(QStringLiteral("mainWindow"));
    setProperty("role", QStringLiteral("window"));
    setAcceptDrops(true);
    setMinimumSize(960, 640);
    resize(1440, 900);
    buildFrame();
    registerWindowActions(*this, m_services, *m_actions);
    const auto startTour = [this] {
        showWelcome(false);
        m_tour->start();
    };
    registerHelpActions(*this, m_services, startTour, *m_actions);
    m_header->setHelpActions({m_actions->action("help.guide"), m_actions->action("help.tour")});
    m_truth = new TruthActions(*this, m_services, *m_actions);
    m_heritage = new HeritageActions(*this, m_services, *m_actions);
    m_boards = new BoardRoom(*this, m_services, *m_actions);
    m_packs = new PackRoom(*this, m_services, *m_actions);
    m_levels = new LevelRoom(*this, m_services, *m_actions);
    new CatalogueRoom(*this, m_services, *m_actions);
    m_desks = new DeskRoom(*this, m_services, *m_header, m_heritage->desk());
    m_servers = new ServerRoom(*this, m_services, *m_actions);
    new OfflineRoom(*this, m_services);
    m_roles = new RoleRoom(*this, m_services, *m_actions);
    m_briefings = new BriefingRoom(*this, m_services, *m_actions);
    m_feeds = new FeedRoom(*this, m_services, *m_time);
    m_planning = new PlanningRoom(*this, m_services, *m_actions);
    m_character = new CharacterRoom(*this, m_services, m_planning->desk(), *m_actions);
    new HelpDesk(*this, m_services, *m_actions);
    m_map->registerActions(*m_actions);
    m_scene->registerActions(*m_actions);
    for (QAction *action : m_actions->actions()) {
        addAction(action); // shortcuts work wherever the focus is
    }
    connectParts();
    connectWelcome();
    updateTitle();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildFrame()
{
    auto *frame = new QWidget(this);
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new HeaderBar(frame);
    column->addWidget(m_header);
    m_middle = new QStackedWidget(frame);
    m_welcome = new WelcomePage(m_middle);
    m_middle->addWidget(buildMiddle());
    m_middle->addWidget(m_welcome);
    column->addWidget(m_middle, 1);
    setCentralWidget(frame);
    m_toast = new Toast(frame);
    m_recents = new Recents(this);
    m_tour = new Tour(frame);
    m_tour->setSteps(Tour::mainWindowSteps());
    m_workspaceMenu = new QMenu(this);
    m_header->setWorkspaceMenu(m_workspaceMenu);
    m_header->setLanguage(m_services.translator.language());
    m_palette = new CommandPalette(*m_header->searchField(), *m_actions, frame);
    for (auto &provider :
         makePaletteProviders(m_services, *m_map, [this](const QString &id) { m_workplaces->showLayer(id); })) {
        m_palette->addProvider(std::move(provider));
    }
    ActionSpec search{"window.search", "Window", QT_TRANSLATE_NOOP("Window", "Search or run a command"), "search",
                      QKeySequence(Qt::CTRL | Qt::Key_K)};
    search.run = [this] { m_palette->open(); };
    m_actions->add(std::move(search));
}

QWidget *MainWindow::buildMiddle()
{
    auto *page = new QWidget(m_middle);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    m_rail = new Rail(page);
    row->addWidget(m_rail);
    m_columns = new QSplitter(Qt::Horizontal, page);
    m_columns->setObjectName(QStringLiteral("columns"));
    m_columns->setHandleWidth(1);
    m_columns->setChildrenCollapsible(true);
    m_map = new MapView(m_services.session, m_services.selection, m_columns);
    m_scene = new SceneView(m_services.selection, m_columns);
    m_workplaces = new Workplaces(m_services, *m_rail, *m_actions, *m_map, *m_scene, m_columns);
    m_rows = new QSplitter(Qt::Vertical, m_columns);
    m_rows->setObjectName(QStringLiteral("rows"));
    m_views = new ViewArea(m_map, m_scene, m_rows);
    m_rows->addWidget(m_views);
    m_right = new QStackedWidget(m_columns);
    m_details = new DetailsCard(
        m_services.cities, m_services.selection,
        [this](const FeatureRef &ref) {
            return map::featureFacts(m_services.session.document(), ref.layerId, ref.featureId);
        },
        m_right);
    m_right->addWidget(m_details);
    m_columns->addWidget(m_workplaces);
    m_columns->addWidget(m_rows);
    m_columns->addWidget(m_right);
    m_columns->setStretchFactor(1, 1);
    m_columns->setSizes({kLeftWidth, 1000, kRightWidth});
    m_workplaces->setMinimumWidth(240);
    m_right->setMinimumWidth(280);
    row->addWidget(m_columns, 1);
    column->addLayout(row, 1);
    column->addWidget(buildTimeBar());
    m_linker = new ViewLinker(m_services.cities, m_services.session, *m_map, *m_scene, m_services.selection, this);
    return page;
}

QWidget *MainWindow::buildTimeBar()
{
    m_time = new TimeBar(this);
    m_time->setNow(m_services.clock.nowUtc());
    auto *tasks = new TaskButton(this, m_time);
    bindTasks(*tasks, m_services.tasks);
    m_findingsButton = new FindingsButton(m_time);
    m_findingsButton->setCounts(0, 0, 0);
    m_time->addEndWidget(tasks);
    m_time->addEndWidget(m_findingsButton);
    return m_time;
}

void MainWindow::connectParts()
{
    connect(m_header, &HeaderBar::languageChosen, &m_services.translator, &Translator::setLanguage);
    connect(&m_services.translator, &Translator::languageChanged, m_header, &HeaderBar::setLanguage);
    connect(m_header, &HeaderBar::themeChosen, this, [](ThemeMode mode) { chooseTheme(mode); });
    connect(m_header, &HeaderBar::homeRequested, this, [this] { showWelcome(true); });
    connect(m_workspaceMenu, &QMenu::aboutToShow, this, &MainWindow::fillWorkspaceMenu);

    connect(&m_services.host, &WorkspaceHost::aboutToChange, this, &MainWindow::onWorkspaceAboutToChange);
    connect(&m_services.host, &WorkspaceHost::workspaceChanged, this, &MainWindow::onWorkspaceChanged);
    connect(&m_services.cities, &CityLibrary::failed, this, &MainWindow::sayProblem);
    connect(&m_services.cities, &CityLibrary::findingsReported, m_workplaces, &Workplaces::addFindings);
    connect(&m_services.cities, &CityLibrary::modelLoaded, this, &MainWindow::onModelLoaded);
    connect(&m_services.session, &MapSession::failed, this, &MainWindow::sayProblem);
    connect(&m_services.session, &MapSession::findingsReported, m_workplaces, &Workplaces::addFindings);
    connect(m_opener.get(), &FileOpener::failed, this, &MainWindow::sayProblem);
    connect(m_opener.get(), &FileOpener::findingsReported, m_workplaces, &Workplaces::addFindings);
    connect(m_opener.get(), &FileOpener::opened, this,
            [this](const QString &path) { m_recents->add(path, QFileInfo(path).fileName()); });
    connect(m_servers, &ServerRoom::opened, this, [this] { showWelcome(false); });
    connect(m_opener.get(), &FileOpener::workspaceRequested, this, [this](const QString &path) {
        const Result<> opened = m_services.host.open(path);
        opened ? m_recents->add(path, QFileInfo(path).completeBaseName()) : sayProblem(opened.error().message);
        showWelcome(!opened && m_middle->currentWidget() == m_welcome);
    });

    m_watch = new SourceWatch(m_services, this);
    connect(m_watch, &SourceWatch::findingsReported, m_workplaces, &Workplaces::addFindings);
    connect(m_watch, &SourceWatch::reloadOffered, this, [this](const QString &sentence, const QString &path) {
        m_toast->showMessage(sentence, tr("Reload"), [this, path] { m_watch->reload(path); });
    });
    connect(m_workplaces, &Workplaces::failed, this, &MainWindow::sayProblem);
    connect(m_workplaces, &Workplaces::exported, this,
            [this](const QString &path) { say(tr("Written: %1").arg(path)); });
    connect(m_workplaces, &Workplaces::findingChosen, this, &MainWindow::showFinding);
    connect(m_workplaces, &Workplaces::propertiesRequested, this, &MainWindow::showProperties);
    connect(m_workplaces, &Workplaces::tableRequested, this, &MainWindow::showTable);
    connect(m_workplaces, &Workplaces::cityTableRequested, this, &MainWindow::showObjectTable);
    connect(m_workplaces, &Workplaces::cityCompareRequested, this, &MainWindow::showComparison);
    connect(m_workplaces, &Workplaces::addLayerRequested, this, &MainWindow::showAddSource);
    connect(m_workplaces, &Workplaces::exportRequested, this, &MainWindow::showExport);
    connect(m_details, &DetailsCard::exportRequested, this, &MainWindow::showExport);
    connect(m_workplaces, &Workplaces::findingsCounted, m_findingsButton, &FindingsButton::setCounts);
    connect(m_findingsButton, &QAbstractButton::clicked, this, [this] { setWorkplace(QStringLiteral("findings")); });
    connect(m_scene, &SceneView::messageShown, this, &MainWindow::say);
    connect(m_scene, &SceneView::savePictureWanted, this, &MainWindow::saveScenePicture);
    connect(m_scene, &SceneView::saveFilmWanted, this, &MainWindow::saveSceneFilm);
    connect(m_scene, &SceneView::recordingFailed, this, &MainWindow::sayProblem);
    connect(m_scene, &SceneView::recorded, this, [this](const QStringList &files) {
        say(files.size() == 1 ? tr("Written: %1").arg(files.first())
                              : tr("Written: %1 pictures, from %2").arg(files.size()).arg(files.value(0)));
    });
    connect(m_time, &TimeBar::timeChanged, m_scene, &SceneView::setSun);
    connect(m_details, &DetailsCard::hideRequested, this,
            [this](const CityObjectRef &ref) { m_scene->hideObjects({ref}); });
    connect(m_details, &DetailsCard::isolateRequested, this,
            [this](const CityObjectRef &ref) { m_scene->isolateObjects({ref}); });
}

void MainWindow::openFiles(const QStringList &paths)
{
    if (!paths.isEmpty()) {
        showWelcome(false);
        m_opener->open(paths);
    }
}

void MainWindow::setWorkplace(const QString &id)
{
    showWelcome(false);
    const QString part = id.section(QLatin1Char('/'), 1);
    m_workplaces->show(id.section(QLatin1Char('/'), 0, 0));
    if (!part.isEmpty()) {
        emit partWanted(m_workplaces->current(), part);
    }
}

void MainWindow::showWelcome(bool shown)
{
    m_middle->setCurrentIndex(shown ? 1 : 0);
}

bool MainWindow::isSettled() const
{
    return m_services.tasks.isIdle() && !m_opener->isBusy() && m_linker->isIdle() && m_heritage->isIdle() &&
           m_briefings->isIdle() && m_planning->isIdle();
}

void MainWindow::say(const QString &text)
{
    m_toast->showMessage(text);
}

void MainWindow::hush()
{
    m_toast->hide();
}

void MainWindow::sayProblem(const QString &sentence)
{
    m_toast->showProblem(sentence);
    m_workplaces->addFindings({Finding{Severity::Error, QStringLiteral("not_done"), {}, {}, sentence, tr("Loci")}});
}

void MainWindow::onWorkspaceAboutToChange()
{
    storeViewState();
}

void MainWindow::onWorkspaceChanged()
{
    m_workplaces->refresh();
    restoreViewState();
    updateTitle();
    workspace::Workspace *workspace = m_services.host.current();
    connect(workspace, &workspace::Workspace::historyChanged, this, [this] { m_actions->updateEnabled(); });
    m_actions->updateEnabled();
    if (workspace->isReadOnly()) {
        say(workspace->heldBy());
    }
}

void MainWindow::updateTitle()
{
    const workspace::Workspace *workspace = m_services.host.current();
    const QString name = workspace == nullptr || workspace->isUntitled() ? tr("Untitled workspace") : workspace->name();
    m_header->setWorkspaceName(name, workspace != nullptr && workspace->isReadOnly() ? tr("read-only") : QString());
    setWindowTitle(name + QStringLiteral(" – Loci"));
}

void MainWindow::fillWorkspaceMenu()
{
    m_actions->updateEnabled();
    m_workspaceMenu->clear();
    for (const char *id : {"file.new", "file.open", "file.openServer", "file.saveAs", "workspace.roles"}) {
        m_workspaceMenu->addAction(m_actions->action(id));
    }
    m_workspaceMenu->addSeparator();
    for (const RecentEntry &recent : m_recents->entries()) {
        QAction *action =
            m_workspaceMenu->addAction(recent.name, this, [this, path = recent.path] { openFiles({path}); });
        action->setEnabled(!recent.missing);
    }
    m_workspaceMenu->addSeparator();
    for (const char *id : {"edit.undo", "edit.redo", "file.welcome", "help.diagnostics", "help.about", "file.quit"}) {
        m_workspaceMenu->addAction(m_actions->action(id));
    }
}

void MainWindow::onModelLoaded(const QString &id)
{
    const CityEntry *entry = m_services.cities.entry(id);
    if (m_viewRestored || entry == nullptr) {
        return;
    }
    // The first thing to be seen decides where both views look.
    m_viewRestored = true;
    m_map->setViewExtent(map::reprojectBox(entry->model->extent, entry->model->crs, m_map->viewCrs()));
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent *event)
{
    QStringList paths;
    for (const QUrl &url : event->mimeData()->urls()) {
        if (url.isLocalFile()) {
            paths << url.toLocalFile();
        }
    }
    event->acceptProposedAction();
    openFiles(paths);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    storeViewState(); // nothing to save, nothing to ask
    m_heritage->storeState();
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_actions->retranslate();
        updateTitle();
        if (m_heritage != nullptr) {
            m_heritage->retranslate();
        }
    } else if (event->type() == QEvent::PaletteChange && m_actions) {
        m_actions->retint();
        if (m_heritage != nullptr) {
            m_heritage->retint();
        }
    }
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_services.selection.isEmpty()) {
        m_services.selection.clear(); // Esc always steps back one level
        return;
    }
    QMainWindow::keyPressEvent(event);
}

void MainWindow::paintEvent(QPaintEvent *event)
{
    QMainWindow::paintEvent(event);
    if (!m_painted) {
        m_painted = true;
        emit firstPainted();
    }
}

} // namespace loci::app
