// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of PlanningRoom that shows where things are, and what the rules say of the whole town.
#include "app/mainwindow/compareroom.h"
#include "app/mainwindow/mainwindow.h"
#include "app/mainwindow/photoroom.h"
#include "app/mainwindow/planningroom.h"
#include "widgets/city/citylibrary.h"
#include "widgets/models/selection.h"
#include "widgets/planning/photopanel.h"
#include "widgets/planning/plandesk.h"
#include "widgets/planning/planmap.h"
#include "widgets/planning/planningpanel.h"
#include "widgets/planning/planscene.h"
#include "widgets/planning/proposalcard.h"
#include "widgets/planning/scenariocompare.h"
#include "widgets/planning/verdictdesk.h"
#include "widgets/planning/verdictpanel.h"

namespace loci::app {

using namespace widgets; // assembly only

void PlanningRoom::connectVerdicts()
{
    connect(m_panel, &PlanningPanel::scenarioOpened, this, [this](const QString &id) {
        m_desk->setCurrent(id);
        showProposal();
    });
    connect(m_card, &ProposalCard::showRequested, this, &PlanningRoom::showProposal);
    connect(m_card, &ProposalCard::rowOpened, this, &PlanningRoom::showRow);
    connect(m_panel, &PlanningPanel::verdictsToggled, this, &PlanningRoom::setVerdictsShown);
    connect(m_photo, &PhotoRoom::shownChanged, this, [this] {
        if (m_photo->isShown()) {
            m_compare->setShown(false); // one thing below the 3D view
        }
        m_window.showBeside(besideWidget());
    });
    connect(m_compare, &CompareRoom::shownChanged, this, [this] {
        if (m_compare->isShown()) {
            m_photo->setShown(false);
        }
        m_window.showBeside(besideWidget());
    });
    connect(m_verdictPanel, &VerdictPanel::closeRequested, this, [this] { m_panel->setVerdictsShown(false); });
    connect(m_verdictPanel, &VerdictPanel::subjectChosen, this, &PlanningRoom::showSubject);
}

QWidget *PlanningRoom::besideWidget() const
{
    if (m_photo->isShown()) {
        return &m_photo->panel();
    }
    if (m_compare->isShown()) {
        return &m_compare->panel();
    }
    return m_verdicts->isShown() ? static_cast<QWidget *>(m_verdictPanel) : m_card;
}

void PlanningRoom::setVerdictsShown(bool shown)
{
    m_panel->setVerdictsShown(shown);
    m_verdicts->setShown(shown);
    m_window.showBeside(shown ? static_cast<QWidget *>(m_verdictPanel) : besideWidget());
}

void PlanningRoom::showProposal()
{
    m_window.views().setLayoutMode(ViewArea::Layout::Split);
    m_map->zoomToProposal();
    m_scene->lookAtProposal();
}

void PlanningRoom::showPlace(const Box3 &place)
{
    constexpr double kAround = 120;
    m_map->zoomTo(place, kAround);
    m_scene->lookAt(place);
}

void PlanningRoom::showSubject(const QString &id)
{
    const VerdictDesk::Verdicts verdicts = m_verdicts->verdicts();
    const analysis::JudgedSubject *subject = verdicts ? verdicts->find(id) : nullptr;
    const CityEntry *city = m_desk->city();
    if (subject == nullptr || city == nullptr || !city->model) {
        return;
    }
    const city::ObjectIndex object = subject->isBuilding ? city->model->find(id.toStdString()) : city::kNone;
    if (object != city::kNone) {
        m_services.selection.set({CityObjectRef{city->id, object, city::kNone}});
        m_window.showBeside(m_verdictPanel); // the details wait until somebody asks for them
    }
    m_map->setMarkedArea(subject->isBuilding ? QString() : id);
    Box3 place = subject->bounds;
    if (!subject->isBuilding && !place.isEmpty()) {
        const auto ground =
            m_desk->study() ? m_desk->study()->groundAt({place.centre().x, place.centre().y}) : std::nullopt;
        place.min.z = place.max.z = ground.value_or(0);
    }
    showPlace(place);
}

void PlanningRoom::showRow(const planning::RuleResult &row)
{
    Box3 place;
    for (const planning::PlanArea &area : m_desk->basis().areas.areas) {
        if (area.id != row.area) {
            continue;
        }
        const auto include = [&place](const std::vector<Vec2> &points) {
            for (const Vec2 &p : points) {
                place.include(Vec3{p.x, p.y, 0});
            }
        };
        for (const planning::Polygon &polygon : area.polygons) {
            include(polygon.front());
        }
        std::for_each(area.lines.begin(), area.lines.end(), include);
    }
    if (place.isEmpty()) {
        const bool isView = std::any_of(m_desk->basis().views.views.begin(), m_desk->basis().views.views.end(),
                                        [&row](const planning::ProtectedView &view) { return view.id == row.area; });
        isView ? lookAtView(row.area) : showProposal();
        return;
    }
    m_map->setMarkedArea(row.area);
    constexpr double kAround = 60;
    m_map->zoomTo(place, kAround);
    m_scene->lookAtProposal();
}

} // namespace loci::app
