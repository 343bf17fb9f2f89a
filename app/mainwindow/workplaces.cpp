// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/workplaces.h"

#include "app/workspacehost.h"
#include "layers/workspace/workspace.h"
#include "widgets/city/citylibrary.h"
#include "widgets/common/actionregistry.h"
#include "widgets/common/findingspanel.h"
#include "widgets/common/historypanel.h"
#include "widgets/common/prompts.h"
#include "widgets/common/rail.h"
#include "widgets/layers/bookmarkspanel.h"
#include "widgets/layers/frameoverlay.h"
#include "widgets/layers/layertreepanel.h"
#include "widgets/layers/printpanel.h"
#include "widgets/map/mapview.h"
#include "widgets/scene/sceneview.h"

#include <QJsonArray>

namespace loci::app {

using namespace widgets; // assembly only: nearly every name here is a widget

namespace {

QJsonObject toJson(const CameraPose &pose)
{
    return {{QStringLiteral("position"), QJsonArray{pose.position.x, pose.position.y, pose.position.z}},
            {QStringLiteral("focus"), QJsonArray{pose.focus.x, pose.focus.y, pose.focus.z}}};
}

CameraPose poseFrom(const QJsonObject &json)
{
    const auto vec = [&json](const char *name) {
        const QJsonArray a = json.value(QLatin1String(name)).toArray();
        return Vec3{a.at(0).toDouble(), a.at(1).toDouble(), a.at(2).toDouble()};
    };
    return {vec("position"), vec("focus")};
}

ViewAccess viewAccess(MapView &map, SceneView &scene)
{
    return {[&map] { return map.viewExtent(); }, [&map] { return map.viewCrs(); },
            [&map](const Box3 &extent, EpsgCode) { map.setViewExtent(extent); },
            [&scene] { return toJson(scene.camera()); },
            [&scene](const QJsonObject &json) {
                if (!json.isEmpty()) {
                    scene.setCamera(poseFrom(json));
                }
            }};
}

} // namespace

Workplaces::Workplaces(const Services &services, Rail &rail, ActionRegistry &actions, MapView &map, SceneView &scene,
                       QWidget *parent)
    : QStackedWidget(parent)
    , m_services(services)
    , m_rail(rail)
{
    setObjectName(QStringLiteral("workplaces"));
    buildLayers(actions, map, scene);
    buildBookmarks(actions, map, scene);
    buildPrint(actions, map, scene);
    buildFindings();
    buildHistory();
    connect(&m_rail, &Rail::chosen, this, &Workplaces::show);
    show(QStringLiteral("layers"));
}

void Workplaces::add(const QString &id, const char *icon, const char *name, QWidget *panel, bool atEnd, int order)
{
    RailItem item;
    item.id = id;
    item.icon = QLatin1String(icon);
    item.context = "Workplaces";
    item.name = name;
    item.order = order >= 0 ? order : static_cast<int>(m_ids.size()) * 10;
    item.atEnd = atEnd;
    m_rail.addItem(item);
    m_ids << id;
    addWidget(panel);
}

void Workplaces::buildLayers(ActionRegistry &actions, MapView &map, SceneView &scene)
{
    m_layers = new LayerTreePanel(m_services.session, m_services.selection, m_services.files, this);
    m_layers->registerActions(actions);
    add(QStringLiteral("layers"), "layers", QT_TRANSLATE_NOOP("Workplaces", "Map & layers"), m_layers);
    CityLibrary &cities = m_services.cities;
    connect(m_layers, &LayerTreePanel::addRequested, this, &Workplaces::addLayerRequested);
    connect(m_layers, &LayerTreePanel::propertiesRequested, this, &Workplaces::propertiesRequested);
    connect(m_layers, &LayerTreePanel::tableRequested, this, &Workplaces::tableRequested);
    connect(m_layers, &LayerTreePanel::cityExportRequested, this, &Workplaces::exportRequested);
    connect(m_layers, &LayerTreePanel::failed, this, &Workplaces::failed);
    connect(m_layers, &LayerTreePanel::passwordRequested, this, &Workplaces::askPassword);
    connect(m_layers, &LayerTreePanel::zoomRequested, &map, &MapView::setViewExtent);
    connect(m_layers, &LayerTreePanel::cityTableRequested, this, &Workplaces::cityTableRequested);
    connect(m_layers, &LayerTreePanel::cityCompareRequested, this, &Workplaces::cityCompareRequested);
    connect(m_layers, &LayerTreePanel::cityVisibilityChanged, &cities, &CityLibrary::setVisible);
    connect(m_layers, &LayerTreePanel::cityOpacityChanged, &cities, &CityLibrary::setOpacity);
    connect(m_layers, &LayerTreePanel::cityNameChanged, &cities, &CityLibrary::rename);
    connect(m_layers, &LayerTreePanel::cityRemoveRequested, &cities, &CityLibrary::removeModel);
    connect(m_layers, &LayerTreePanel::cityZoomRequested, this, [&map, &scene] {
        scene.zoomToFull();
        map.zoomToFull();
    });
    connect(m_layers, &LayerTreePanel::cityRepairRequested, this, [this](const QString &id) {
        const QStringList files = m_services.files.openFiles(window(), tr("Where is this city model now?"), {});
        if (!files.isEmpty()) {
            m_services.cities.repair(id, files.first());
        }
    });
    connect(&cities, &CityLibrary::entriesChanged, this, &Workplaces::pushCityModels);
}

void Workplaces::askPassword(const QString &layerId, const QString &name)
{
    map::MapDocument &document = m_services.session.document();
    std::optional<QString> user = document.userOf(layerId);
    if (user->isEmpty()) {
        user = m_services.messages.text(window(), name, tr("User name for the server of this layer"), {});
    }
    if (!user) {
        return;
    }
    const std::optional<QString> password = m_services.messages.secret(
        window(), name, tr("Password of “%1”. It is kept until Loci is closed and stored nowhere.").arg(*user));
    if (password) {
        document.setPassword(layerId, *user, *password);
    }
}

void Workplaces::buildBookmarks(ActionRegistry &actions, MapView &map, SceneView &scene)
{
    m_bookmarks = new BookmarksPanel(m_services.session, viewAccess(map, scene), this);
    m_bookmarks->registerActions(actions);
    connect(m_bookmarks, &BookmarksPanel::failed, this, &Workplaces::failed);
    add(QStringLiteral("bookmarks"), "bookmark", QT_TRANSLATE_NOOP("Workplaces", "Bookmarks"), m_bookmarks);
}

void Workplaces::buildPrint(ActionRegistry &actions, MapView &map, SceneView &scene)
{
    m_print = new PrintPanel(m_services.session, m_services.files, this);
    m_print->registerActions(actions);
    m_print->attach(&map, viewAccess(map, scene));
    connect(&map, &MapView::viewChanged, m_print, &PrintPanel::onViewChanged);
    connect(m_print, &PrintPanel::failed, this, &Workplaces::failed);
    connect(m_print, &PrintPanel::exported, this, &Workplaces::exported);
    connect(m_print, &PrintPanel::closed, this, [this] { show(QStringLiteral("layers")); });
    add(QStringLiteral("print"), "print", QT_TRANSLATE_NOOP("Workplaces", "Print"), m_print);
}

void Workplaces::buildFindings()
{
    m_findings = new FindingsPanel(m_services.files, this);
    connect(m_findings, &FindingsPanel::failed, this, &Workplaces::failed);
    connect(m_findings, &FindingsPanel::zoomRequested, this, &Workplaces::findingChosen);
    connect(m_findings, &FindingsPanel::closeRequested, this, [this] { show(QStringLiteral("layers")); });
    connect(m_findings, &FindingsPanel::countsChanged, this, [this](int errors, int warnings, int notes) {
        m_rail.setCount(QStringLiteral("findings"), errors + warnings);
        emit findingsCounted(errors, warnings, notes);
    });
    add(QStringLiteral("findings"), "findings", QT_TRANSLATE_NOOP("Workplaces", "Findings"), m_findings);
}

void Workplaces::buildHistory()
{
    m_history = new HistoryPanel(this);
    connect(m_history, &HistoryPanel::closeRequested, this, [this] { show(QStringLiteral("layers")); });
    connect(m_history, &HistoryPanel::goToRequested, this, [this](qint64 id) {
        if (m_services.host.current() != nullptr) {
            const Result<> done = m_services.host.current()->goTo(id);
            if (!done) {
                emit failed(done.error().message);
            }
        }
    });
    add(QStringLiteral("history"), "history", QT_TRANSLATE_NOOP("Workplaces", "History"), m_history);
}

void Workplaces::show(const QString &id)
{
    const qsizetype index = m_ids.indexOf(id);
    if (index < 0) {
        return;
    }
    setCurrentIndex(static_cast<int>(index));
    m_rail.setCurrent(id);
    emit currentChangedTo(id);
}

QString Workplaces::current() const
{
    return m_ids.value(currentIndex());
}

void Workplaces::setCount(const QString &id, int count)
{
    m_rail.setCount(id, count);
}

void Workplaces::showLayer(const QString &layerId)
{
    show(QStringLiteral("layers"));
    m_layers->setCurrentLayer(layerId);
}

void Workplaces::addFindings(const Findings &findings)
{
    m_findings->model().append(findings);
}

bool Workplaces::hasNoFindings() const
{
    return m_findings->model().findings().empty();
}

void Workplaces::refresh()
{
    m_bookmarks->refresh();
    m_print->refresh();
    m_findings->model().setFindings({});
    if (workspace::Workspace *workspace = m_services.host.current()) {
        connect(workspace, &workspace::Workspace::historyChanged, this, &Workplaces::pushHistory);
    }
    pushHistory();
    pushCityModels();
}

void Workplaces::pushCityModels()
{
    std::vector<CityModelRow> rows;
    for (const CityEntry &entry : m_services.cities.entries()) {
        CityModelRow row;
        row.id = entry.id;
        row.name = entry.name;
        row.visible = entry.visible;
        row.opacity = entry.opacity;
        row.broken = !entry.problem.isEmpty();
        row.count = entry.model != nullptr ? static_cast<qint64>(entry.model->objectCount()) : -1;
        rows.push_back(std::move(row));
    }
    m_layers->setCityModels(std::move(rows));
}

void Workplaces::pushHistory()
{
    std::vector<HistoryItem> items;
    if (const workspace::Workspace *workspace = m_services.host.current()) {
        for (const workspace::HistoryEntry &entry : workspace->history()) {
            items.push_back({entry.id, entry.title, entry.time, entry.author, entry.undone});
        }
    }
    m_history->setItems(std::move(items));
}

std::vector<CameraPose> Workplaces::bookmarkedCameras() const
{
    std::vector<CameraPose> cameras;
    const workspace::Workspace *workspace = m_services.host.current();
    for (const QString &id : m_bookmarks->ids()) {
        const QJsonObject camera = workspace->json(QLatin1String(workspace::key::kBookmarkPrefix) + id)
                                       .value(QLatin1String("camera"))
                                       .toObject();
        if (!camera.isEmpty()) {
            cameras.push_back(poseFrom(camera));
        }
    }
    return cameras;
}

} // namespace loci::app
