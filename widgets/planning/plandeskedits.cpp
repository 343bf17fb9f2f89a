// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does with scenarios.
#include "widgets/city/citylibrary.h"
#include "widgets/planning/plandesk.h"

#include <algorithm>
#include <cmath>

namespace loci::widgets {

using analysis::PlanStudy;
using planning::PlanChange;
using planning::Scenario;

void PlanDesk::report(const Result<> &done)
{
    if (!done) {
        emit failed(done.error().message);
    }
}

void PlanDesk::setCurrent(const QString &scenarioId)
{
    const Scenario *wanted = planning::findScenario(m_case.scenarios, scenarioId);
    if (wanted == nullptr || scenarioId == m_current) {
        return;
    }
    discard();
    m_current = scenarioId;
    m_draft = *wanted;
    emit currentChanged();
}

const PlanChange *PlanDesk::block() const
{
    if (!m_draft) {
        return nullptr;
    }
    const auto found = std::find_if(m_draft->changes.begin(), m_draft->changes.end(),
                                    [](const PlanChange &change) { return change.kind == PlanChange::Kind::Add; });
    return found == m_draft->changes.end() ? nullptr : &*found;
}

void PlanDesk::preview(const PlanChange &change)
{
    if (isFrozen()) {
        return;
    }
    if (PlanChange *own = m_draft->find(change.id)) {
        *own = change;
    } else {
        m_draft->changes.push_back(change);
    }
    m_drafted = true;
    emit currentChanged();
    if (m_study) {
        look(m_current, PlanStudy::Depth::Live);
    }
}

void PlanDesk::store(const QString &title)
{
    if (!m_drafted || isReadOnly()) {
        return;
    }
    m_drafted = false;
    const Result<> done = documents().save(*m_draft, title);
    if (!done) {
        emit failed(done.error().message);
        reload();
    }
}

void PlanDesk::discard()
{
    if (!m_drafted) {
        return;
    }
    m_drafted = false;
    m_next.reset();
    if (const Scenario *stored = planning::findScenario(m_case.scenarios, m_current)) {
        m_draft = *stored;
    }
    emit currentChanged();
    if (m_study) {
        look(m_current, PlanStudy::Depth::Full);
    }
}

void PlanDesk::setDay(const QDate &day)
{
    if (m_workspace != nullptr && day.isValid() && day != this->day()) {
        report(documents().setDay(day));
    }
}

void PlanDesk::propose(const planning::Ring &footprint, double floors, double floorHeight)
{
    if (isReadOnly() || footprint.size() < 3) {
        return;
    }
    const std::optional<double> ground = lowestGround(footprint);
    if (!ground) {
        emit failed(tr("How high the ground is there is not known; give the height of the ground floor as a number."));
    }
    Scenario made;
    made.id = documents().freeScenarioId();
    made.name = tr("Proposal %1").arg(made.id.mid(1));
    PlanChange block;
    block.id = made.name;
    block.footprint = {footprint};
    block.base = ground.value_or(0);
    block.floors = floors;
    block.floorHeight = floorHeight;
    const auto checked = PlanChange::fromJson(block.toJson());
    if (!checked) {
        emit failed(tr("These corners make no area to build on."));
        return;
    }
    made.changes.push_back(*checked);
    const QString before = std::exchange(m_current, made.id);
    if (const Result<> done = documents().save(made, tr("Propose a building: %1").arg(made.name)); !done) {
        m_current = before;
        report(done);
    }
}

void PlanDesk::branch()
{
    if (isReadOnly() || !m_draft) {
        return;
    }
    Scenario made;
    made.id = documents().freeScenarioId();
    made.name = tr("%1, variant %2").arg(m_draft->name, made.id.mid(1));
    made.parent = m_current;
    if (const PlanChange *own = block()) {
        made.changes.push_back(*own); // so that it can be moved at once
    }
    const QString before = std::exchange(m_current, made.id);
    if (const Result<> done = documents().save(made, tr("Branch the scenario “%1”").arg(m_draft->name)); !done) {
        m_current = before;
        report(done);
    }
}

void PlanDesk::removeCurrent()
{
    if (!isReadOnly() && m_draft) {
        report(documents().remove(m_current, tr("Remove the scenario “%1”").arg(m_draft->name)));
    }
}

void PlanDesk::setLocked(bool locked)
{
    if (isReadOnly() || !m_draft) {
        return;
    }
    Scenario changed = *m_draft;
    changed.locked = locked;
    report(documents().save(changed, locked ? tr("Lock the scenario “%1”").arg(changed.name)
                                            : tr("Unlock the scenario “%1”").arg(changed.name)));
}

void PlanDesk::approve(const QString &by, const QString &reason)
{
    if (!isReadOnly() && m_draft) {
        report(documents().approve(m_current, by, reason, m_clock.nowUtc()));
    }
}

void PlanDesk::mergeInto(const QString &scenarioId)
{
    if (isReadOnly() || !m_draft) {
        return;
    }
    const auto merged = planning::merged(m_case.scenarios, scenarioId, m_current);
    if (!merged) {
        emit failed(merged.error().message);
        return;
    }
    report(documents().save(*merged, tr("Merge “%1” into “%2”").arg(m_draft->name, merged->name)));
}

void PlanDesk::saveView(const planning::ProtectedView &view)
{
    const CityEntry *entry = city();
    if (isReadOnly() || entry == nullptr || !entry->model) {
        return;
    }
    if (view.id.isEmpty()) {
        emit failed(tr("The view needs a number."));
        return;
    }
    report(documents().putView(view.id, view, entry->model->crs, tr("Save the view “%1”").arg(view.id)));
}

void PlanDesk::removeView(const QString &viewId)
{
    if (!isReadOnly() && !viewId.isEmpty()) {
        report(documents().putView(viewId, std::nullopt, {}, tr("Remove the view “%1”").arg(viewId)));
    }
}

Result<> PlanDesk::savePhoto(const planning::SitePhoto &photo, const QString &title)
{
    return documents().putPhoto(photo, title);
}

Result<> PlanDesk::removePhoto(const QString &id, const QString &title)
{
    return documents().removeDocument(QLatin1String(workspace::key::kPlanPhoto) + id, title);
}

std::optional<double> PlanDesk::storeysUnderCeiling() const
{
    const PlanChange *own = block();
    const Outcome known = outcome();
    const analysis::ProposedBlock *row = own != nullptr && known ? known->block(own->id) : nullptr;
    if (row == nullptr || own->body || !row->ceiling || !row->foot || own->floorHeight <= 0) {
        return std::nullopt;
    }
    constexpr double kRounding = 1e-9;
    const double storeys = std::floor((*row->ceiling - *row->foot) / own->floorHeight + kRounding);
    return storeys >= 1 && storeys < own->floors ? std::optional(storeys) : std::nullopt;
}

void PlanDesk::cutToCeiling()
{
    const auto storeys = storeysUnderCeiling();
    if (!storeys || isFrozen()) {
        return;
    }
    PlanChange cut = *block();
    cut.floors = *storeys;
    preview(cut);
    store(tr("Cut “%1” to %2 storeys").arg(cut.id).arg(*storeys));
}

} // namespace loci::widgets
