// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of PlanningRoom that studies a proposal and writes its dossier.
#include "app/mainwindow/mainwindow.h"
#include "app/mainwindow/planningroom.h"
#include "app/planning/dossier.h"
#include "layers/workspace/taskrunner.h"
#include "layers/workspace/workspace.h"
#include "widgets/city/citylibrary.h"
#include "widgets/common/prompts.h"
#include "widgets/map/mapview.h"
#include "widgets/models/selection.h"
#include "widgets/planning/plandesk.h"
#include "widgets/planning/planmap.h"
#include "widgets/planning/planscene.h"
#include "widgets/planning/planwords.h"
#include "widgets/planning/studiescard.h"
#include "widgets/planning/vieweditor.h"
#include "widgets/scene/sceneview.h"

namespace loci::app {

using namespace widgets; // assembly only

namespace {

struct Studied
{
    analysis::PlanEffects effects;
    QImage skyline;
};

/// The view that speaks most about the proposal, else the first one.
std::optional<planning::ProtectedView> governingView(const PlanDesk &desk)
{
    const PlanDesk::Outcome outcome = desk.outcome();
    const QString id = outcome && !outcome->blocks.empty() ? outcome->blocks.front().viewGoverning : QString();
    for (const planning::ProtectedView &view : desk.basis().views.views) {
        if (view.id == id) {
            return view;
        }
    }
    return desk.basis().views.views.empty() ? std::nullopt : std::optional(desk.basis().views.views.front());
}

} // namespace

void PlanningRoom::study()
{
    const CityEntry *city = m_desk->city();
    const auto proposal = m_desk->proposal();
    if (city == nullptr || !city->model || !proposal) {
        return;
    }
    m_services.tasks.run(
        this, tr("Study sunlight and skyline"),
        [base = city->model, proposal = *proposal, view = governingView(*m_desk)](
            const CancelToken &cancel, const ProgressFunction &progress) -> Result<Studied> {
            LOCI_TRY(const city::CityModelPtr changed, planning::applied(base, proposal));
            Studied studied;
            LOCI_TRY(studied.effects,
                     computeEffects(base, changed, proposal, view ? &*view : nullptr, cancel, progress));
            if (studied.effects.skyline) {
                studied.skyline = skylinePicture(*studied.effects.skyline, *view, {1100, 420});
            }
            return studied;
        },
        [this](Result<Studied> studied) {
            if (studied) {
                m_studies->show(studied->effects, studied->skyline);
                if (m_shown) {
                    m_window.showBeside(m_studies);
                }
            } else if (studied.error().code != ErrorCode::Cancelled) {
                m_window.sayProblem(studied.error().message);
            }
        });
}

void PlanningRoom::pickEye()
{
    MapDrawing drawing;
    drawing.kind = MapDrawing::Kind::Point;
    drawing.hint = tr("Click where a person stands.");
    drawing.done = [this](const std::vector<Vec2> &points) {
        if (!points.empty()) {
            m_viewEditor->addEye(m_map->toModel(points.front()));
        }
    };
    m_window.map().startDrawing(std::move(drawing));
}

void PlanningRoom::takeLandmark()
{
    const CityEntry *city = m_desk->city();
    const auto &things = m_services.selection.things();
    const auto *object = things.size() == 1 ? std::get_if<CityObjectRef>(&things.front()) : nullptr;
    if (city == nullptr || !city->model || object == nullptr || object->modelId != city->id) {
        m_window.say(tr("Click the landmark in 3D or on the map first."));
        return;
    }
    const city::ObjectIndex root = city->model->rootOf(object->object);
    m_viewEditor->setLandmark(city->model->idOf(root), city->model->boundsWithDescendants(root));
}

void PlanningRoom::dossier()
{
    const CityEntry *city = m_desk->city();
    const planning::Scenario *scenario = m_desk->scenario();
    if (city == nullptr || !city->model || scenario == nullptr) {
        return;
    }
    const auto path =
        m_services.files.saveFile(&m_window, tr("Write the evidence dossier"),
                                  scenario->id + QStringLiteral("-dossier.pdf"), tr("Documents (*.pdf *.odt)"));
    if (!path) {
        return;
    }
    DossierInput input;
    input.planCase = m_desk->planCase();
    input.scenario = scenario->id;
    input.day = m_desk->day();
    input.datum = input.planCase.datum;
    input.language = PlanWords::language();
    input.source = m_desk->workspace()->name();
    input.base = city->model;
    input.baseName = input.source;
    m_services.tasks.run(
        this, tr("Compute the evidence dossier"),
        [input](const CancelToken &cancel, const ProgressFunction &progress) -> Result<Dossier> {
            return computeDossier(input, cancel, progress);
        },
        [this, path = *path](Result<Dossier> dossier) {
            if (dossier) {
                finishDossier(path, std::move(*dossier));
            } else if (dossier.error().code != ErrorCode::Cancelled) {
                m_window.sayProblem(dossier.error().message);
            }
        });
}

void PlanningRoom::finishDossier(const QString &path, Dossier dossier)
{
    SceneView &view = m_window.scene();
    if (dossier.view) {
        const CameraPose before = view.camera();
        view.setCamera({dossier.view->eyes.front(), dossier.view->edge[dossier.view->edge.size() / 2]}, false);
        const std::vector<scene::GlassBody> shown = view.glass();
        view.setGlass({});
        dossier.report.scenes.push_back({view.picture(), tr("Today, from view %1.").arg(dossier.view->id)});
        view.setGlass(shown);
        dossier.report.scenes.push_back({view.picture(), tr("With the proposal, from view %1.").arg(dossier.view->id)});
        view.setCamera(before, false);
        std::erase_if(dossier.report.scenes, [](const auto &picture) { return picture.image.isNull(); });
    }
    const Result<int> pages = writeDossier(dossier.report, path);
    pages ? m_window.say(tr("Written: %1").arg(path)) : m_window.sayProblem(pages.error().message);
}

} // namespace loci::app
