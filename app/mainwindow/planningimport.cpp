// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of PlanningRoom that proposes buildings from model files and changes those that stand.
#include "app/mainwindow/mainwindow.h"
#include "app/mainwindow/planningroom.h"
#include "layers/map/reprojection.h"
#include "layers/workspace/taskrunner.h"
#include "widgets/city/citylibrary.h"
#include "widgets/common/prompts.h"
#include "widgets/map/mapview.h"
#include "widgets/models/selection.h"
#include "widgets/planning/bodyimport.h"
#include "widgets/planning/plandesk.h"
#include "widgets/planning/planmap.h"
#include "widgets/planning/planningpanel.h"
#include "widgets/planning/planscene.h"
#include "widgets/scene/sceneview.h"

#include <QMenu>
#include <cmath>

namespace loci::app {

using namespace widgets; // assembly only

namespace {

constexpr double kStoreyHeight = 3.3;
constexpr double kNear = 20000; // metres around the town: a place there is meant

} // namespace

void PlanningRoom::connectImports()
{
    connect(m_panel, &PlanningPanel::importRequested, this, &PlanningRoom::chooseModel);
    connect(m_panel, &PlanningPanel::changesRequested, this, &PlanningRoom::showChanges);
}

void PlanningRoom::chooseModel()
{
    const QStringList files = m_services.files.openFiles(
        &m_window, tr("Propose a building from a model file"),
        tr("Models (*.json *.jsonl *.cityjson *.gml *.xml *.gltf *.glb *.obj *.ply *.stl *.dae *.fbx *.3ds);;All (*)"));
    if (!files.isEmpty()) {
        importModel(files.front());
    }
}

void PlanningRoom::importModel(const QString &path, const std::optional<Vec2> &at)
{
    m_services.tasks.run(
        this, tr("Read the building"),
        [path](const CancelToken &cancel, const ProgressFunction &progress) -> Result<planning::PlacedBody> {
            return readBody(path, cancel, progress);
        },
        [this, at](Result<planning::PlacedBody> placed) {
            if (placed) {
                placeBody(*placed, at);
            } else if (placed.error().code != ErrorCode::Cancelled) {
                m_window.sayProblem(placed.error().message);
            }
        });
}

void PlanningRoom::placeBody(const planning::PlacedBody &placed, const std::optional<Vec2> &at)
{
    const CityEntry *city = m_desk->city();
    if (city == nullptr || !city->model) {
        m_window.sayProblem(tr("A building is proposed into a city model; open one first."));
        return;
    }
    if (at) {
        m_desk->proposeBody(placed.body, *at, {}, 0);
        showProposal();
        return;
    }
    if (placed.crs.isKnown()) {
        const Vec2 there = map::reprojectPoint({placed.at.x, placed.at.y}, placed.crs, city->model->crs);
        const Vec2 north = map::reprojectPoint({placed.at.x, placed.at.y + 10}, placed.crs, city->model->crs);
        Box3 around = city->model->extent;
        around.include(Vec3{around.min.x - kNear, around.min.y - kNear, around.min.z});
        around.include(Vec3{around.max.x + kNear, around.max.y + kNear, around.max.z});
        if (around.contains2d(there)) {
            constexpr double kDegrees = 180 / M_PI;
            const double turn =
                placed.crs == city->model->crs ? 0 : -std::atan2(north.x - there.x, north.y - there.y) * kDegrees;
            m_desk->proposeBody(placed.body, there, placed.at.z, turn);
            showProposal();
            return;
        }
    }
    MapDrawing drawing;
    drawing.kind = MapDrawing::Kind::Point;
    drawing.hint = tr("Click where the middle of the building stands.");
    drawing.done = [this, body = placed.body](const std::vector<Vec2> &points) {
        if (!points.empty()) {
            m_desk->proposeBody(body, m_map->toModel(points.front()), {}, 0);
            m_scene->lookAtProposal();
        }
    };
    m_window.map().startDrawing(std::move(drawing));
}

QString PlanningRoom::selectedBuilding() const
{
    const CityEntry *city = m_desk->city();
    const auto &things = m_services.selection.things();
    const auto *object = things.size() == 1 ? std::get_if<CityObjectRef>(&things.front()) : nullptr;
    if (city == nullptr || !city->model || object == nullptr || object->modelId != city->id) {
        return {};
    }
    const city::ObjectIndex root = city->model->rootOf(object->object);
    return city->model->typeOf(root) == "Building" ? QString(city->model->idOf(root)) : QString();
}

void PlanningRoom::askReshape()
{
    const QString id = selectedBuilding();
    if (id.isEmpty()) {
        m_window.say(tr("Click a building in 3D or on the map first."));
        return;
    }
    const auto text = m_services.messages.text(&m_window, tr("Reshape “%1”").arg(id), tr("Storeys"), {});
    bool ok = false;
    const double storeys = text ? text->trimmed().toDouble(&ok) : 0;
    if (ok && storeys >= 1) {
        m_desk->reshapeBuilding(id, storeys, kStoreyHeight);
    } else if (text) {
        m_window.sayProblem(tr("“%1” is no number of storeys.").arg(*text));
    }
}

void PlanningRoom::showChanges(const QPoint &at)
{
    auto *menu = new QMenu(&m_window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString id = selectedBuilding();
    const bool open = !m_desk->isFrozen();
    menu->addSection(id.isEmpty() ? tr("Click a building in 3D or on the map first.") : id);
    menu->addAction(tr("Remove it in the scenario"), this, [this, id] { m_desk->removeBuilding(id); })
        ->setEnabled(open && !id.isEmpty());
    menu->addAction(tr("Reshape it…"), this, &PlanningRoom::askReshape)->setEnabled(open && !id.isEmpty());
    const planning::Scenario *scenario = m_desk->scenario();
    for (const planning::PlanChange &change :
         scenario != nullptr ? scenario->changes : std::vector<planning::PlanChange>()) {
        if (change.kind != planning::PlanChange::Kind::Add) {
            menu->addAction(tr("Leave “%1” as it is").arg(change.id), this,
                            [this, other = change.id] { m_desk->takeBack(other); })
                ->setEnabled(open);
        }
    }
    menu->popup(at);
}

} // namespace loci::app
