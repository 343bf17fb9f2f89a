// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of BoardRoom that speaks with map, 3D view, ledger and pictures.
#include "app/mainwindow/boardroom.h"
#include "app/mainwindow/ledgerroom.h"
#include "app/mainwindow/mainwindow.h"
#include "app/workspacehost.h"
#include "layers/map/featurefacts.h"
#include "layers/map/indicators/rowfeatures.h"
#include "layers/map/mapdocument.h"
#include "layers/map/reprojection.h"
#include "layers/workspace/paths.h"
#include "layers/workspace/workspace.h"
#include "widgets/board/boardpanel.h"
#include "widgets/board/boardview.h"
#include "widgets/board/compositecard.h"
#include "widgets/board/explaincard.h"
#include "widgets/board/indicatormap.h"
#include "widgets/common/prompts.h"
#include "widgets/common/translator.h"
#include "widgets/map/mapsession.h"
#include "widgets/map/mapview.h"
#include "widgets/scene/sceneview.h"

#include <QEvent>
#include <QJsonDocument>
#include <QSplitter>

namespace loci::app {

using namespace widgets; // assembly only

namespace {
const QString kCompositeState = QStringLiteral("indicators/composite");
}

void BoardRoom::connectMap()
{
    connect(&m_services.selection, &Selection::changed, this, &BoardRoom::followSelection);
    connect(m_map, &IndicatorMap::areaChosen, this, &BoardRoom::onMapArea);
    connect(&m_view->canvas(), &BoardCanvas::areaMarked, m_map, &IndicatorMap::mark);
    connect(&m_view->canvas(), &BoardCanvas::itemChosen, this, &BoardRoom::onItem);
    connect(m_composite, &CompositeCard::areaChosen, &m_view->canvas(), &BoardCanvas::setMarked);
    connect(m_composite, &CompositeCard::closeRequested, this, [this] { m_window.showBeside(m_card); });
    connect(m_composite, &CompositeCard::planChanged, this, [this] {
        if (workspace::Workspace *workspace = m_services.host.current()) {
            workspace->setViewState(kCompositeState,
                                    QJsonDocument(m_composite->plan().toJson()).toJson(QJsonDocument::Compact));
        }
    });
    connect(m_card, &ExplainCard::rowsRequested, this, &BoardRoom::selectRows);
    connect(m_panel, &BoardPanel::ledgerRequested, this, [this] { m_ledger->open(); });
    connect(m_panel, &BoardPanel::compositeRequested, this, [this] { m_window.showBeside(m_composite); });
    connect(m_view, &BoardView::besideToggled, this, &BoardRoom::setBeside);
    connect(m_view, &BoardView::pictureRequested, this, &BoardRoom::choosePicture);
    connect(m_ledger, &LedgerRoom::changed, this, &BoardRoom::refreshData);
    connect(&m_window.scene(), &SceneView::cameraChanged, this, [this] {
        if (m_shown && m_beside) {
            takeScene();
        }
    });
    m_view->installEventFilter(this);
}

bool BoardRoom::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::PaletteChange) {
        m_map->refresh();
        m_ledger->retint();
    }
    return QObject::eventFilter(watched, event);
}

void BoardRoom::putOnMap(const QString &code)
{
    MapChoice choice = m_map->choice();
    choice.code = code;
    const indicators::Definition *definition = m_outcome ? m_outcome->results->definition(code) : nullptr;
    storeChoice(definition != nullptr
                    ? tr("Show “%1” on the map").arg(definition->name.in(m_services.translator.language()))
                    : tr("Take the indicator off the map"),
                code.isEmpty() ? QJsonObject() : choice.toJson());
}

void BoardRoom::storeChoice(const QString &title, const QJsonObject &choice)
{
    workspace::Workspace *workspace = m_services.host.current();
    std::optional<QByteArray> value;
    if (!choice.isEmpty()) {
        value = QJsonDocument(choice).toJson(QJsonDocument::Compact);
    }
    const Result<> stored =
        workspace != nullptr ? workspace->commit({title, {{QLatin1String(workspace::key::kIndicatorMap), {}, value}}})
                             : Result<>();
    if (!stored) {
        m_window.sayProblem(stored.error().message);
    }
}

void BoardRoom::readChoice()
{
    const workspace::Workspace *workspace = m_services.host.current();
    m_map->setChoice(workspace != nullptr
                         ? MapChoice::fromJson(workspace->json(QLatin1String(workspace::key::kIndicatorMap)))
                         : MapChoice());
    const auto plan = workspace != nullptr ? workspace->viewState(kCompositeState) : std::nullopt;
    m_composite->setPlan(
        indicators::CompositePlan::fromJson(QJsonDocument::fromJson(plan.value_or(QByteArray())).object()));
}

void BoardRoom::onMapArea(const QString &areaCode)
{
    if (m_outcome) {
        lookAt(m_outcome->results->areas().findAny(areaCode));
    }
}

/// A feature of a layer that the areas come from is an area as well; one that only tells the code of its area marks it.
void BoardRoom::followSelection()
{
    if (!m_outcome || m_services.selection.things().size() != 1 || !m_map->selectedArea().isEmpty()) {
        return;
    }
    const auto *feature = std::get_if<FeatureRef>(&m_services.selection.things().front());
    if (feature == nullptr) {
        return;
    }
    const map::FeatureFacts facts =
        map::featureFacts(m_services.session.document(), feature->layerId, feature->featureId);
    for (const auto &[name, value] : facts.attributes) {
        const QString code = value.toString();
        const int area = code.isEmpty() ? -1 : m_outcome->results->areas().findAny(code);
        if (area >= 0 && name == QLatin1String("code")) {
            lookAt(area);
            return;
        }
        if (area >= 0) {
            m_view->canvas().setMarked(code);
            return;
        }
    }
}

void BoardRoom::showOnMap(const QString &areaCode)
{
    if (m_map->choice().code != m_code) {
        putOnMap(m_code);
    }
    const indicators::AreaTree &areas = m_outcome->results->areas();
    const int area = areas.findAny(areaCode);
    Box3 box;
    for (const int part : area < 0 ? std::vector<int>() : areas.within(area, 0)) {
        for (const auto &polygon : areas.at(part).polygons) {
            for (const Vec2 &point : polygon.front()) {
                box.include(Vec3{point.x, point.y, 0});
            }
        }
    }
    m_view->canvas().setMarked(area > 0 ? areaCode : QString());
    if (!m_beside || !m_shown) {
        m_window.setWorkplace(QStringLiteral("layers"));
    }
    if (!box.isEmpty()) {
        const EpsgCode crs(areas.crs().section(QLatin1Char(':'), 1).toInt());
        m_window.map().setViewExtent(map::reprojectBox(box, crs, m_window.map().viewCrs()));
    }
}

/// Rows of a layer's own file first, then objects of the city models, then features of any layer that names them.
void BoardRoom::selectRows(const QStringList &rows, const QString &fileName)
{
    QSet<QString> wanted(rows.begin(), rows.end());
    std::vector<SelectedThing> things;
    for (const CityEntry &entry : m_services.cities.entries()) {
        if (entry.model == nullptr) {
            continue;
        }
        for (const QString &row : rows) {
            const city::ObjectIndex object = wanted.contains(row) ? entry.model->find(row.toStdString()) : city::kNone;
            if (object != city::kNone) {
                things.emplace_back(CityObjectRef{entry.id, object});
                wanted.remove(row);
            }
        }
    }
    for (const map::RowFeature &feature : map::featuresOfRows(m_services.session.document(), wanted, fileName)) {
        things.emplace_back(FeatureRef{feature.layerId, feature.featureId});
    }
    if (things.empty()) {
        m_window.sayProblem(tr("None of the %n rows is on the map.", nullptr, static_cast<int>(rows.size())));
        return;
    }
    if (!m_beside || !m_shown) {
        m_window.setWorkplace(QStringLiteral("layers"));
    }
    m_services.selection.set(things);
    if (things.size() == 1) {
        emit m_services.selection.zoomRequested(things.front());
    }
    m_window.say(tr("%1 of %2 rows selected on the map.").arg(things.size()).arg(rows.size()));
}

void BoardRoom::setBeside(bool shown)
{
    m_beside = shown;
    if (!m_shown) {
        return;
    }
    m_window.views().setVisible(shown);
    auto *rows = qobject_cast<QSplitter *>(m_view->parentWidget());
    if (shown && rows != nullptr) {
        QList<int> sizes;
        for (int i = 0; i < rows->count(); ++i) {
            const QWidget *part = rows->widget(i);
            sizes << (part == m_view || part == &m_window.views() ? rows->height() / 2 : 0);
        }
        rows->setSizes(sizes);
        if (m_map->choice().code.isEmpty() && !m_code.isEmpty()) {
            putOnMap(m_code);
        }
    }
}

void BoardRoom::takeScene()
{
    if (m_window.scene().isVisible()) {
        m_scene = m_window.scene().picture();
        refreshData();
    }
}

void BoardRoom::refreshData()
{
    m_view->canvas().setData(m_outcome ? m_ledger->data(*m_outcome, m_view->canvas().board(), m_scene) : nullptr);
}

void BoardRoom::choosePicture(int tile)
{
    const workspace::Workspace *workspace = m_services.host.current();
    const QStringList files =
        m_services.files.openFiles(&m_window, tr("Choose a picture"), tr("Pictures (*.png *.jpg *.jpeg *.svg)"));
    Board board = m_view->canvas().board();
    if (files.isEmpty() || workspace == nullptr || tile < 0 || tile >= static_cast<int>(board.tiles.size())) {
        return;
    }
    board.tiles[static_cast<std::size_t>(tile)].picture = workspace::storedPath(workspace->path(), files.front());
    m_view->canvas().setBoard(board);
    storeBoard();
}

/// While a board is edited, an indicator from the panel goes into the chosen tile.
void BoardRoom::onIndicator(const QString &code)
{
    BoardCanvas &canvas = m_view->canvas();
    if (canvas.isEditing() && canvas.chosen() >= 0) {
        canvas.setCode(canvas.chosen(), code);
    }
    explainCode(code);
}

void BoardRoom::onItem(const QString &id)
{
    const auto &problems = m_ledger->problems();
    const bool problem =
        std::any_of(problems.begin(), problems.end(), [&id](const indicators::Problem &each) { return each.id == id; });
    problem ? m_ledger->open(id) : m_ledger->acknowledge(id);
}

} // namespace loci::app
