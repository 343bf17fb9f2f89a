// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/characterroom.h"

#include "app/mainwindow/mainwindow.h"
#include "app/mainwindow/planningroom.h"
#include "app/workspacehost.h"
#include "layers/base/clock.h"
#include "layers/workspace/taskrunner.h"
#include "layers/workspace/workspace.h"
#include "widgets/character/charactercard.h"
#include "widgets/city/citylibrary.h"
#include "widgets/common/actionregistry.h"
#include "widgets/models/selection.h"
#include "widgets/planning/plandesk.h"
#include "widgets/planning/planningpanel.h"
#include "widgets/planning/planwords.h"
#include "widgets/planning/proposalcard.h"

#include <QJsonDocument>
#include <algorithm>

namespace loci::app {

using namespace widgets; // assembly only
using analysis::CharacterProfile;

namespace {

QString nameOf(const planning::PlanArea &area)
{
    const QString chinese = area.properties.value(QStringLiteral("name_zh")).toString();
    return PlanWords::language().startsWith(QLatin1String("zh")) && !chinese.isEmpty() ? chinese
                                                                                       : PlanWords::name(area.name);
}

/// What a profile is made from, taken on the main thread.
struct Question
{
    city::CityModelPtr model;
    planning::PlanLayer areas;
    QString area;
    std::optional<planning::Proposal> proposal;
    std::optional<CharacterProfile> kept;
    analysis::CharacterRule rule;
    QDate day;
};

Result<CharacterView> answerTo(const Question &question, const CancelToken &cancel)
{
    const analysis::Shape::Context context;
    LOCI_TRY(const Loaded<analysis::BuildingSet> town,
             analysis::BuildingSet::of(question.model, context, {}, {}, cancel));
    const analysis::AreaIndex areas(question.areas, context);
    const auto found = std::find_if(areas.areas().begin(), areas.areas().end(),
                                    [&](const analysis::PlacedArea &area) { return area.area->id == question.area; });
    if (found == areas.areas().end()) {
        return fail(ErrorCode::Invalid, CharacterRoom::tr("The area is no longer there."));
    }
    CharacterView view;
    view.method = question.rule.source;
    view.reference = question.kept;
    std::optional<analysis::BuildingSet> changed;
    if (question.proposal) {
        LOCI_TRY(changed, town.value.changed(*question.proposal));
        if (!view.reference) {
            LOCI_TRY(view.reference, profileOf(*found, town.value, question.rule, question.day, cancel));
        }
    }
    const analysis::BuildingSet &now = changed ? *changed : town.value;
    LOCI_TRY(view.profile, profileOf(*found, now, question.rule, question.day, cancel));
    const CharacterProfile &usual = view.reference ? *view.reference : view.profile;
    LOCI_TRY(view.buildings, conformityOf(*found, now, usual, question.rule, cancel));
    return view;
}

} // namespace

CharacterRoom::CharacterRoom(MainWindow &window, const Services &services, PlanDesk &desk, ActionRegistry &actions)
    : QObject(&window)
    , m_window(window)
    , m_services(services)
    , m_desk(desk)
    , m_card(new CharacterCard(&window))
    , m_rule(analysis::CharacterRule::shipped())
{
    m_card->hide();
    ActionSpec show{"planning.character", "Planning", QT_TRANSLATE_NOOP("Planning", "Show the character of an area"),
                    "building"};
    show.run = [this] { open(); };
    actions.add(std::move(show));
    connect(&m_window.planning().panel(), &PlanningPanel::characterRequested, this, &CharacterRoom::open);
    connect(m_card, &CharacterCard::closeRequested, this, [this] { m_window.showBeside(&m_window.planning().card()); });
    connect(m_card, &CharacterCard::areaChosen, this, [this](const QString &area) {
        m_area = area;
        compute();
    });
    connect(m_card, &CharacterCard::keepRequested, this, &CharacterRoom::keep);
    connect(m_card, &CharacterCard::buildingChosen, this, [this](const QString &id) { choose({id}, true); });
    connect(m_card, &CharacterCard::foreignRequested, this, [this](const QStringList &ids) { choose(ids, false); });
    for (const auto signal : {&PlanDesk::caseChanged, &PlanDesk::currentChanged}) {
        connect(&m_desk, signal, this, [this] {
            if (isShown()) {
                fillAreas();
                compute();
            }
        });
    }
}

bool CharacterRoom::isShown() const
{
    return m_card->isVisible();
}

void CharacterRoom::open()
{
    m_window.setWorkplace(PlanningRoom::kWorkplace);
    m_window.showBeside(m_card);
    fillAreas();
    compute();
}

void CharacterRoom::fillAreas()
{
    std::vector<CharacterCard::Area> areas;
    if (m_desk.study()) {
        for (const planning::PlanArea &area : m_desk.basis().areas.areas) {
            if (!area.polygons.empty()) {
                areas.push_back({area.id, nameOf(area)});
            }
        }
    }
    const bool known = std::any_of(areas.begin(), areas.end(), [this](const auto &area) { return area.id == m_area; });
    if (!known) { // the one with the most buildings would need all profiles: the first protected area is a good guess
        const auto listed = std::find_if(areas.begin(), areas.end(),
                                         [](const auto &area) { return area.id.startsWith(QLatin1String("HA-")); });
        m_area = listed != areas.end() ? listed->id : areas.empty() ? QString() : areas.front().id;
    }
    m_card->setAreas(areas, m_area);
}

void CharacterRoom::compute()
{
    const CityEntry *city = m_desk.city();
    if (city == nullptr || city->model == nullptr || m_area.isEmpty() || !m_desk.study()) {
        m_card->showNothing(tr("A profile needs a city model and areas of the planning case."));
        return;
    }
    if (!m_rule) {
        m_card->showNothing(m_rule.error().message);
        return;
    }
    if (m_running) {
        m_again = true;
        return;
    }
    m_running = true;
    Question question{city->model, m_desk.basis().areas, m_area, {}, kept(m_area), *m_rule, m_desk.day()};
    QString held;
    const auto proposal = m_desk.proposal();
    if (m_desk.scenario() != nullptr && proposal && !proposal->changes.empty()) {
        question.proposal = *proposal;
        held = tr("With “%1”, held against the town without it").arg(PlanWords::name(m_desk.scenario()->name));
    }
    if (question.kept) {
        held = tr("Held against the reference of %1").arg(QLocale().toString(question.kept->day, QLocale::ShortFormat));
    }
    m_services.tasks.run(
        this, tr("Profile the area"),
        [question = std::move(question)](const CancelToken &cancel, const ProgressFunction &) {
            return answerTo(question, cancel);
        },
        [this, held](Result<CharacterView> view) {
            m_running = false;
            if (view) {
                view->held = held;
                m_card->show(*view);
                const workspace::Workspace *workspace = m_services.host.current();
                m_card->setKeeping(workspace != nullptr && !workspace->isReadOnly());
            } else {
                m_card->showNothing(view.error().message);
            }
            if (std::exchange(m_again, false)) {
                compute();
            }
        });
}

std::optional<CharacterProfile> CharacterRoom::kept(const QString &area) const
{
    const workspace::Workspace *workspace = m_services.host.current();
    const QJsonObject json = workspace != nullptr ? workspace->json(QLatin1String(kPrefix) + area) : QJsonObject();
    return json.isEmpty() ? std::nullopt : std::optional(CharacterProfile::fromJson(json));
}

void CharacterRoom::keep()
{
    workspace::Workspace *workspace = m_services.host.current();
    if (workspace == nullptr || !m_card->view()) {
        return;
    }
    const CharacterProfile &profile = m_card->view()->profile;
    const QString name = profile.name.isEmpty() ? profile.area : PlanWords::name(profile.name);
    const Result<> stored = workspace->commit({tr("Keep the character of %1 as reference").arg(name),
                                               {{QLatin1String(kPrefix) + profile.area,
                                                 {},
                                                 QJsonDocument(profile.toJson()).toJson(QJsonDocument::Compact)}}});
    if (!stored) {
        m_window.sayProblem(stored.error().message);
        return;
    }
    m_window.say(tr("The reference of %1 is kept.").arg(name));
    compute();
}

void CharacterRoom::choose(const QStringList &buildings, bool fly)
{
    const CityEntry *city = m_desk.city();
    std::vector<SelectedThing> things;
    for (const QString &id : city != nullptr && city->model != nullptr ? buildings : QStringList()) {
        const city::ObjectIndex object = city->model->find(id.toStdString());
        if (object != city::kNone) {
            things.emplace_back(CityObjectRef{city->id, object});
        }
    }
    if (things.empty()) {
        return;
    }
    m_services.selection.set(things);
    if (fly) {
        emit m_services.selection.zoomRequested(things.front());
    }
    m_window.showBeside(m_card); // a selection shows its own details elsewhere
}

} // namespace loci::app
