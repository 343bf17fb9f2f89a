// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/planning/plandesk.h"

#include "layers/formats/planplacing.h"
#include "widgets/city/citylibrary.h"

#include <QFutureWatcher>
#include <QtConcurrent/QtConcurrentRun>
#include <algorithm>

namespace loci::widgets {

using analysis::PlanOutcome;
using analysis::PlanStudy;
using planning::PlanChange;
using planning::Scenario;

PlanDesk::PlanDesk(CityLibrary &cities, workspace::TaskRunner &tasks, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_cities(cities)
    , m_tasks(tasks)
    , m_clock(clock)
{
    m_pool.setMaxThreadCount(1); // looks follow each other; the newest preview waits for one at most
    connect(&m_cities, &CityLibrary::entriesChanged, this, &PlanDesk::onCities);
}

PlanDesk::~PlanDesk()
{
    m_cancel.cancel();
    m_pool.waitForDone();
}

void PlanDesk::setWorkspace(workspace::Workspace *workspace)
{
    if (m_workspace != nullptr) {
        disconnect(m_workspace, nullptr, this, nullptr);
    }
    m_workspace = workspace;
    m_current.clear();
    if (m_workspace != nullptr) {
        connect(m_workspace, &workspace::Workspace::changed, this, &PlanDesk::onDocuments);
    }
    m_studied.reset();
    reload();
}

void PlanDesk::setActive(bool active)
{
    m_active = m_active || active;
    if (active && !m_study) {
        prepare();
    }
}

void PlanDesk::onDocuments(const QStringList &keys)
{
    const auto isPhoto = [](const QString &key) { return key.startsWith(QLatin1String(workspace::key::kPlanPhoto)); };
    if (std::any_of(keys.begin(), keys.end(), isPhoto)) {
        emit photosChanged();
    }
    const bool ours = std::any_of(keys.begin(), keys.end(), [isPhoto](const QString &key) {
        return key.startsWith(QLatin1String(workspace::key::kPlanPrefix)) && !isPhoto(key);
    });
    const bool scenariosOnly = std::all_of(keys.begin(), keys.end(), [isPhoto](const QString &key) {
        return isPhoto(key) || key.startsWith(QLatin1String(workspace::key::kPlanBody)) ||
               !key.startsWith(QLatin1String(workspace::key::kPlanPrefix)) ||
               key.startsWith(QLatin1String(workspace::key::kPlanScenario));
    });
    if (!ours) {
        return;
    }
    if (!scenariosOnly) {
        m_studied.reset(); // other rules, areas or views: ask them anew
    }
    reload();
}

void PlanDesk::reload()
{
    Loaded<planning::PlanCase> loaded =
        m_workspace != nullptr ? workspace::PlanStore::load(*m_workspace) : Loaded<planning::PlanCase>();
    m_case = std::move(loaded.value);
    if (!loaded.findings.empty()) {
        emit findingsReported(loaded.findings);
    }
    if (planning::findScenario(m_case.scenarios, m_current) == nullptr) {
        m_current = m_case.current;
    }
    const Scenario *now = planning::findScenario(m_case.scenarios, m_current);
    m_draft = now != nullptr ? std::optional(*now) : std::nullopt;
    m_drafted = false;
    m_next.reset();
    if (!m_studied) {
        m_study.reset();
        m_outcomes.clear();
        ++m_generation;
        m_cancel.cancel();
        prepare();
    } else {
        checkAll();
    }
    emit caseChanged();
    emit currentChanged();
}

const CityEntry *PlanDesk::city() const
{
    if (const CityEntry *named = m_cities.entry(m_case.model)) {
        return named;
    }
    const std::vector<CityEntry> entries = m_cities.entries();
    return entries.empty() ? nullptr : m_cities.entry(entries.front().id);
}

const planning::PlanBasis &PlanDesk::basis() const
{
    static const planning::PlanBasis kNone;
    return m_study ? m_study->basis() : kNone;
}

QDate PlanDesk::day() const
{
    return m_case.day.isValid() ? m_case.day : m_clock.nowUtc().date();
}

void PlanDesk::onCities()
{
    const CityEntry *entry = city();
    if (entry != nullptr && entry->model && entry->model != m_studied) {
        m_studied.reset();
        prepare();
    }
}

void PlanDesk::prepare()
{
    const CityEntry *entry = city();
    if (!m_active || entry == nullptr || !entry->model || m_case.isEmpty()) {
        return;
    }
    if (m_preparing) {
        m_again = true;
        return;
    }
    auto basis = formats::placed(m_case, entry->model->crs);
    if (!basis) {
        emit failed(basis.error().message);
        return;
    }
    m_preparing = true;
    m_again = false;
    m_studied = entry->model;
    emit busyChanged();
    using Made = Result<std::shared_ptr<const PlanStudy>>;
    m_tasks.run(
        this, tr("Prepare the planning rules"),
        [model = entry->model, basis = std::move(*basis), day = day(),
         datum = m_case.datum](const CancelToken &cancel, const ProgressFunction &) -> Made {
            return PlanStudy::make(model, basis, day, datum, {}, cancel);
        },
        [this](Made made) {
            m_preparing = false;
            if (m_again || !m_studied) {
                prepare();
            } else if (made) {
                take(std::move(*made));
            } else if (made.error().code != ErrorCode::Cancelled) {
                emit failed(made.error().message);
            }
            emit busyChanged();
        });
}

void PlanDesk::take(std::shared_ptr<const PlanStudy> study)
{
    m_study = std::move(study);
    ++m_generation;
    m_cancel = CancelToken();
    m_outcomes.clear();
    checkAll();
    emit caseChanged();
    emit currentChanged();
}

void PlanDesk::checkAll()
{
    if (!m_study) {
        return;
    }
    for (const Scenario &one : m_case.scenarios) {
        look(one.id, PlanStudy::Depth::Full);
    }
}

Result<planning::Proposal> PlanDesk::proposal() const
{
    std::vector<Scenario> all = m_case.scenarios;
    for (Scenario &one : all) {
        if (m_draft && one.id == m_current) {
            one = *m_draft;
        }
    }
    return planning::resolved(all, m_current);
}

PlanDesk::Outcome PlanDesk::outcome(const QString &scenarioId) const
{
    const auto found = m_outcomes.find(scenarioId);
    return found == m_outcomes.end() ? nullptr : found->second;
}

void PlanDesk::look(const QString &scenarioId, PlanStudy::Depth depth)
{
    const auto wanted = scenarioId == m_current ? proposal() : planning::resolved(m_case.scenarios, scenarioId);
    if (!wanted) {
        emit failed(wanted.error().message);
        return;
    }
    Look next{scenarioId, *wanted, depth, {}};
    next.since.start();
    if (depth == PlanStudy::Depth::Live && m_liveRuns) {
        m_next = std::move(next); // an older one that waited is forgotten
        return;
    }
    run(std::move(next));
}

void PlanDesk::run(Look look)
{
    m_liveRuns = m_liveRuns || look.depth == PlanStudy::Depth::Live;
    ++m_running;
    using Answer = std::shared_ptr<Result<PlanOutcome>>;
    auto *watcher = new QFutureWatcher<Answer>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, look, generation = m_generation] {
        watcher->deleteLater();
        --m_running;
        if (look.depth == PlanStudy::Depth::Live) {
            m_liveRuns = false;
        }
        if (generation == m_generation) {
            taken(look, std::move(*watcher->result()));
        }
        if (m_next && !m_liveRuns && m_study) {
            run(*std::exchange(m_next, std::nullopt));
        }
        emit busyChanged();
    });
    watcher->setFuture(QtConcurrent::run(&m_pool, [study = m_study, look, token = m_cancel] {
        return std::make_shared<Result<PlanOutcome>>(study->check(look.proposal, look.depth, token));
    }));
}

void PlanDesk::taken(const Look &look, Result<PlanOutcome> outcome)
{
    if (!outcome) {
        if (outcome.error().code != ErrorCode::Cancelled) {
            emit failed(outcome.error().message);
        }
        return;
    }
    if (look.scenario == m_current) {
        const auto now = proposal();
        const bool isNewest = now && now->changes == look.proposal.changes;
        if (!isNewest && (m_next || look.depth == PlanStudy::Depth::Full)) {
            return; // somebody has moved it on: that answer is on its way
        }
        m_lastLook = static_cast<double>(look.since.nsecsElapsed()) / 1e6;
    }
    m_outcomes[look.scenario] = std::make_shared<const PlanOutcome>(std::move(*outcome));
    emit outcomeChanged(look.scenario);
}

} // namespace loci::widgets
