// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does with shapes from files and with the buildings that stand.
#include "widgets/city/citylibrary.h"
#include "widgets/planning/plandesk.h"

#include <algorithm>

namespace loci::widgets {

using planning::PlanChange;
using planning::Scenario;

std::optional<double> PlanDesk::lowestGround(const planning::Ring &ring) const
{
    std::optional<double> ground;
    for (const Vec2 &corner : ring) {
        const auto z = m_study ? m_study->groundAt(corner) : std::nullopt;
        ground = z && (!ground || *z < *ground) ? z : ground;
    }
    return ground;
}

void PlanDesk::proposeBody(const planning::PlanBody &body, const Vec2 &at, const std::optional<double> &base,
                           double turn)
{
    if (isReadOnly()) {
        return;
    }
    Scenario made;
    made.id = documents().freeScenarioId();
    made.name = tr("Proposal %1").arg(made.id.mid(1));
    PlanChange change;
    change.id = made.name;
    change.bodyId = body.id();
    change.at = at;
    change.turn = turn;
    change.attach(std::make_shared<const planning::PlanBody>(body));
    const std::optional<double> ground = base ? base : lowestGround(change.footprint.front());
    if (!ground) {
        emit failed(tr("How high the ground is there is not known; give the height of the ground floor as a number."));
    }
    change.base = ground.value_or(0);
    made.changes.push_back(change);
    const QString before = std::exchange(m_current, made.id);
    if (const Result<> done = documents().save(made, body, tr("Propose the building of %1").arg(body.file)); !done) {
        m_current = before;
        report(done);
    }
}

void PlanDesk::putChange(const PlanChange &change, const QString &title)
{
    if (!m_draft) {
        emit failed(tr("There is no scenario to change; propose a building first."));
        return;
    }
    Scenario changed = *m_draft;
    if (PlanChange *own = changed.find(change.id)) {
        *own = change;
    } else {
        changed.changes.push_back(change);
    }
    report(documents().save(changed, title));
}

void PlanDesk::removeBuilding(const QString &id)
{
    if (!isReadOnly()) {
        PlanChange change;
        change.kind = PlanChange::Kind::Remove;
        change.id = id;
        putChange(change, tr("Remove the building “%1” in the scenario").arg(id));
    }
}

void PlanDesk::reshapeBuilding(const QString &id, double storeys, double storeyHeight)
{
    if (!isReadOnly() && storeys > 0 && storeyHeight > 0) {
        PlanChange change;
        change.kind = PlanChange::Kind::Reshape;
        change.id = id;
        change.floors = storeys;
        change.floorHeight = storeyHeight;
        putChange(change, tr("Reshape the building “%1” to %2 storeys").arg(id).arg(storeys));
    }
}

void PlanDesk::takeBack(const QString &id)
{
    if (isReadOnly() || !m_draft) {
        return;
    }
    Scenario changed = *m_draft;
    std::erase_if(changed.changes, [&id](const PlanChange &change) { return change.id == id; });
    report(documents().save(changed, tr("Leave the building “%1” as it is").arg(id)));
}

} // namespace loci::widgets
