// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/compareroom.h"

#include "app/mainwindow/belowpane.h"
#include "app/mainwindow/mainwindow.h"
#include "widgets/city/detailscard.h"
#include "widgets/city/scenemodels.h"
#include "widgets/common/tokens.h"
#include "widgets/heritage/beforeafter.h"
#include "widgets/planning/plandesk.h"
#include "widgets/planning/planmap.h"
#include "widgets/planning/planningpanel.h"
#include "widgets/planning/planscene.h"
#include "widgets/planning/planwords.h"
#include "widgets/planning/scenariocompare.h"
#include "widgets/scene/sceneview.h"

#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <cmath>

namespace loci::app {

using namespace widgets; // assembly only

namespace {

constexpr int kRest = 400; // ms without a movement before pictures are taken

bool isSame(const CameraPose &a, const CameraPose &b)
{
    constexpr double kNear = 1e-3;
    const auto apart = [](const Vec3 &p, const Vec3 &q) { return std::hypot(p.x - q.x, p.y - q.y, p.z - q.z); };
    return apart(a.position, b.position) < kNear && apart(a.focus, b.focus) < kNear;
}

void follow(const SceneView &leader, SceneView &other)
{
    if (!isSame(leader.camera(), other.camera())) {
        other.setCamera(leader.camera(), false);
    }
}

QString nameOf(const PlanDesk &desk, const QString &id)
{
    const planning::Scenario *scenario = planning::findScenario(desk.planCase().scenarios, id);
    return scenario != nullptr ? PlanWords::name(scenario->name) : QString();
}

} // namespace

CompareRoom::CompareRoom(MainWindow &window, const Services &services, PlanDesk &desk, PlanMap &map,
                         PlanningPanel &tools, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_services(services)
    , m_desk(desk)
    , m_map(map)
    , m_tools(tools)
    , m_panel(new ScenarioCompare(desk, window.details().parentWidget()))
    , m_pane(new QStackedWidget(window.views().parentWidget()))
    , m_twinPage(new QWidget(m_pane))
    , m_twinName(new QLabel(m_twinPage))
    , m_swipe(new BeforeAfter(m_pane))
{
    if (auto *right = qobject_cast<QStackedWidget *>(window.details().parentWidget())) {
        right->addWidget(m_panel);
    }
    auto *column = new QVBoxLayout(m_twinPage);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_twinName->setContentsMargins(tokens().padding, 4, tokens().padding, 4);
    m_twinName->setFont(tokenFont(tokens().fontBody, QFont::DemiBold));
    column->addWidget(m_twinName);
    m_pane->addWidget(m_twinPage);
    m_pane->addWidget(m_swipe);
    m_pane->setObjectName(QStringLiteral("planning.comparepane"));
    m_pane->hide();
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRest);
    connect(&m_rest, &QTimer::timeout, this, &CompareRoom::takePictures);
    connect(&m_tools, &PlanningPanel::compareToggled, this, &CompareRoom::setShown);
    connect(m_panel, &ScenarioCompare::closeRequested, this, [this] { setShown(false); });
    connect(m_panel, &ScenarioCompare::otherChanged, this, &CompareRoom::refresh);
    connect(m_panel, &ScenarioCompare::modeChanged, this, &CompareRoom::refresh);
    connect(&m_desk, &PlanDesk::currentChanged, this, &CompareRoom::refresh);
    connect(&m_desk, &PlanDesk::outcomeChanged, this, &CompareRoom::refresh);
    connect(&window.scene(), &SceneView::cameraChanged, this, [this] {
        if (m_applied && isTwin() && m_twin != nullptr) {
            follow(m_window.scene(), *m_twin);
        } else if (m_applied) {
            m_rest.start();
        }
    });
}

bool CompareRoom::isTwin() const
{
    return m_panel->mode() == QLatin1String("twin");
}

bool CompareRoom::isIdle() const
{
    return !m_rest.isActive() && (m_twin == nullptr || !m_applied || !isTwin() || m_twin->isIdle());
}

void CompareRoom::setShown(bool shown)
{
    if (shown == m_wanted) {
        return;
    }
    m_wanted = shown;
    m_tools.setCompareShown(shown);
    emit shownChanged(); // who else stands below the 3D view leaves first
    apply();
}

void CompareRoom::setWorkplaceShown(bool shown)
{
    m_workplace = shown;
    apply();
}

void CompareRoom::apply()
{
    const bool shown = m_wanted && m_workplace;
    if (shown == m_applied) {
        return;
    }
    m_applied = shown;
    showBelowScene(m_window, m_pane, shown);
    refresh();
}

void CompareRoom::makeTwin()
{
    if (m_twin != nullptr) {
        return;
    }
    m_twin = new SceneView(m_services.selection, m_twinPage);
    static_cast<QVBoxLayout *>(m_twinPage->layout())->addWidget(m_twin, 1);
    connect(m_twin, &SceneView::cameraChanged, this, [this] {
        if (m_applied && isTwin()) {
            follow(*m_twin, m_window.scene());
        }
    });
}

void CompareRoom::refresh()
{
    const QString other = m_panel->other();
    const auto proposal = planning::resolved(m_desk.planCase().scenarios, other);
    m_map.setOther(m_applied && proposal ? proposal->changes : std::vector<planning::PlanChange>());
    if (!m_applied) {
        return;
    }
    m_pane->setCurrentWidget(isTwin() ? m_twinPage : static_cast<QWidget *>(m_swipe));
    if (!isTwin()) {
        m_rest.start();
        return;
    }
    makeTwin();
    m_twinName->setText(nameOf(m_desk, other));
    m_twin->setModels(sceneModels(m_services.cities));
    m_twin->setGlass(proposal ? massing(*proposal, m_desk.outcome(other).get(), themeColours())
                              : std::vector<scene::GlassBody>());
    follow(m_window.scene(), *m_twin);
}

void CompareRoom::takePictures()
{
    const auto proposal = planning::resolved(m_desk.planCase().scenarios, m_panel->other());
    if (!m_applied || isTwin() || !proposal) {
        return;
    }
    SceneView &scene = m_window.scene();
    const std::vector<scene::GlassBody> shown = scene.glass();
    const QPixmap before = QPixmap::fromImage(scene.picture());
    scene.setGlass(massing(*proposal, m_desk.outcome(m_panel->other()).get(), themeColours()));
    const QPixmap after = QPixmap::fromImage(scene.picture());
    scene.setGlass(shown);
    m_swipe->setPictures(before, after, nameOf(m_desk, m_desk.current()), nameOf(m_desk, m_panel->other()));
}

} // namespace loci::app
