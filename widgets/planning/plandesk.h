// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/analysis/planning/planstudy.h"
#include "layers/base/clock.h"
#include "layers/workspace/planning/planstore.h"
#include "layers/workspace/taskrunner.h"

#include <QElapsedTimer>
#include <QObject>
#include <QThreadPool>
#include <map>
#include <memory>
#include <optional>

namespace loci::widgets {

class CityLibrary;
struct CityEntry;

/// The planning case of the workspace as the window works on it: reads the documents, prepares the rules over the city
/// model in the background, asks them about every scenario, and follows a building that is dragged: each look runs in a
/// worker, the newest one wins. Edits become undoable steps. Main thread.
class PlanDesk final : public QObject
{
    Q_OBJECT
public:
    using Outcome = std::shared_ptr<const analysis::PlanOutcome>;

    PlanDesk(CityLibrary &cities, workspace::TaskRunner &tasks, const Clock &clock, QObject *parent = nullptr);
    ~PlanDesk() override; ///< cancels and waits

    void setWorkspace(workspace::Workspace *workspace);
    workspace::Workspace *workspace() const { return m_workspace; }
    void setActive(bool active); ///< nothing is computed before somebody wants to see it

    const planning::PlanCase &planCase() const { return m_case; }
    const CityEntry *city() const; ///< the model that is planned over; null without one
    std::shared_ptr<const analysis::PlanStudy> study() const { return m_study; }
    const planning::PlanBasis &basis() const;
    bool isIdle() const { return !m_preparing && m_running == 0 && !m_next; }
    bool isReadOnly() const { return m_workspace == nullptr || m_workspace->isReadOnly(); }
    QDate day() const;

    QString current() const { return m_current; } ///< id of the scenario that is worked on; empty: none
    void setCurrent(const QString &scenarioId);
    /// The current scenario as it stands now, with what is being dragged.
    const planning::Scenario *scenario() const { return m_draft ? &*m_draft : nullptr; }
    bool isFrozen() const { return isReadOnly() || !m_draft || m_draft->isFrozen(); }
    bool hasDraft() const { return m_drafted; }  ///< something is previewed and not stored
    const planning::PlanChange *block() const;   ///< the building that is worked on: the first one with a footprint
    Result<planning::Proposal> proposal() const; ///< of the current scenario, with its ancestors
    Outcome outcome(const QString &scenarioId) const;
    Outcome outcome() const { return outcome(m_current); }
    double lastLook() const { return m_lastLook; } ///< milliseconds from a preview to its answer

    // Edits. Without a store() nothing is written.
    void preview(const planning::PlanChange &change); ///< of the current scenario; asks the rules at once
    void store(const QString &title);
    void discard();

    void setDay(const QDate &day);
    /// A new scenario with one building over a footprint in the coordinates of the model, standing on the ground.
    void propose(const planning::Ring &footprint, double floors, double floorHeight);
    /// A new scenario with a building of a shape from a file; without a base it stands on the ground.
    void proposeBody(const planning::PlanBody &body, const Vec2 &at, const std::optional<double> &base, double turn);
    void removeBuilding(const QString &id); ///< of the town, in the current scenario
    void reshapeBuilding(const QString &id, double storeys, double storeyHeight); ///< a block over its outline
    void takeBack(const QString &id);                                             ///< the building stays as it is
    void branch();
    void removeCurrent();
    void setLocked(bool locked);
    void approve(const QString &by, const QString &reason);
    void mergeInto(const QString &scenarioId); ///< what only the current one changes
    /// Whole storeys that stay under every limit of height; absent when nothing has to go.
    std::optional<double> storeysUnderCeiling() const;
    void cutToCeiling();
    void saveView(const planning::ProtectedView &view); ///< in the coordinates of the model
    void removeView(const QString &viewId);
    // Photographs of the site; nothing about the rules depends on them.
    QString freePhotoId() const { return documents().freePhotoId(); }
    Result<> savePhoto(const planning::SitePhoto &photo, const QString &title);
    Result<> removePhoto(const QString &id, const QString &title);
    void report(const Result<> &done); ///< tells failed() of an error

signals:
    void photosChanged();
    void caseChanged();    ///< documents or model; the study may be new
    void currentChanged(); ///< another scenario, or another state of it
    void outcomeChanged(const QString &scenarioId);
    void busyChanged();
    void failed(const QString &message);
    void findingsReported(const loci::Findings &findings);

private:
    void putChange(const planning::PlanChange &change, const QString &title);
    std::optional<double> lowestGround(const planning::Ring &ring) const;
    struct Look
    {
        QString scenario;
        planning::Proposal proposal;
        analysis::PlanStudy::Depth depth;
        QElapsedTimer since;
    };
    void onDocuments(const QStringList &keys);
    void reload();
    void onCities();
    void prepare();
    void take(std::shared_ptr<const analysis::PlanStudy> study);
    void checkAll();
    void look(const QString &scenarioId, analysis::PlanStudy::Depth depth);
    void run(Look look);
    void taken(const Look &look, Result<analysis::PlanOutcome> outcome);
    workspace::PlanStore documents() const { return workspace::PlanStore(*m_workspace); }

    CityLibrary &m_cities;
    workspace::TaskRunner &m_tasks;
    const Clock &m_clock;
    workspace::Workspace *m_workspace = nullptr;
    planning::PlanCase m_case;
    std::shared_ptr<const analysis::PlanStudy> m_study;
    city::CityModelPtr m_studied; ///< model of the study
    std::map<QString, Outcome> m_outcomes;
    QString m_current;
    std::optional<planning::Scenario> m_draft;
    std::optional<Look> m_next; ///< newest preview that waits for its turn
    CancelToken m_cancel;       ///< of the looks that run
    QThreadPool m_pool;
    int m_running = 0;
    quint64 m_generation = 0; ///< of the study; answers of older ones are dropped
    double m_lastLook = 0;
    bool m_active = false, m_preparing = false, m_again = false, m_drafted = false, m_liveRuns = false;
};

} // namespace loci::widgets
