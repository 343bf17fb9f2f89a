// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/planning/scenario.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QSet>
#include <algorithm>

namespace loci::planning {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::planning::Scenario)
};

auto positionOf(std::vector<PlanChange> &changes, const QString &id)
{
    return std::find_if(changes.begin(), changes.end(), [&id](const PlanChange &one) { return one.id == id; });
}

/// Puts a later change over what is there.
void lay(std::vector<PlanChange> &changes, const PlanChange &later)
{
    const auto known = positionOf(changes, later.id);
    if (known == changes.end()) {
        changes.push_back(later);
    } else if (known->kind != PlanChange::Kind::Add) {
        *known = later;
    } else if (later.kind == PlanChange::Kind::Remove) {
        changes.erase(known);
    } else if (later.kind == PlanChange::Kind::Reshape && known->bodyId.isEmpty()) {
        known->floors = later.floors;
        known->floorHeight = later.floorHeight;
    } else if (later.kind == PlanChange::Kind::Add) {
        *known = later;
    }
}

} // namespace

PlanChange *Scenario::find(const QString &changeId)
{
    const auto found = positionOf(changes, changeId);
    return found == changes.end() ? nullptr : &*found;
}

const PlanChange *Scenario::find(const QString &changeId) const
{
    return const_cast<Scenario *>(this)->find(changeId);
}

Result<Scenario> Scenario::fromJson(const QString &id, const QJsonObject &object)
{
    Scenario scenario;
    scenario.id = id;
    scenario.name = object[QLatin1String("name")].toString(id);
    scenario.parent = object[QLatin1String("parent")].toString();
    scenario.locked = object[QLatin1String("locked")].toBool();
    if (object.contains(QLatin1String("approval"))) {
        const QJsonObject approval = object[QLatin1String("approval")].toObject();
        scenario.approval =
            Approval{approval[QLatin1String("by")].toString(), approval[QLatin1String("reason")].toString(),
                     QDateTime::fromString(approval[QLatin1String("at")].toString(), Qt::ISODate)};
    }
    const QJsonArray changes = object[QLatin1String("changes")].toArray();
    scenario.changes.reserve(static_cast<std::size_t>(changes.size()));
    for (const QJsonValue &item : changes) {
        auto change = PlanChange::fromJson(item.toObject());
        if (!change) {
            return fail(ErrorCode::Invalid, Texts::tr("Change %1 of the scenario “%2” cannot be read.")
                                                .arg(scenario.changes.size() + 1)
                                                .arg(scenario.name));
        }
        scenario.changes.push_back(std::move(*change));
    }
    return scenario;
}

QJsonObject Scenario::toJson() const
{
    QJsonArray list;
    for (const PlanChange &change : changes) {
        list << change.toJson();
    }
    QJsonObject json{{QStringLiteral("name"), name}, {QStringLiteral("changes"), list}};
    if (!parent.isEmpty()) {
        json.insert(QStringLiteral("parent"), parent);
    }
    if (locked) {
        json.insert(QStringLiteral("locked"), true);
    }
    if (approval) {
        json.insert(QStringLiteral("approval"), QJsonObject{{QStringLiteral("by"), approval->by},
                                                            {QStringLiteral("at"), approval->at.toString(Qt::ISODate)},
                                                            {QStringLiteral("reason"), approval->reason}});
    }
    return json;
}

const Scenario *findScenario(const std::vector<Scenario> &all, const QString &id)
{
    const auto found = std::find_if(all.begin(), all.end(), [&id](const Scenario &one) { return one.id == id; });
    return found == all.end() ? nullptr : &*found;
}

Result<Proposal> resolved(const std::vector<Scenario> &all, const QString &id)
{
    std::vector<const Scenario *> line;
    QSet<QString> seen;
    for (QString next = id; !next.isEmpty(); next = line.back()->parent) {
        const Scenario *scenario = findScenario(all, next);
        if (scenario == nullptr || seen.contains(next)) {
            return fail(ErrorCode::Invalid,
                        scenario == nullptr ? Texts::tr("There is no scenario “%1”.").arg(next)
                                            : Texts::tr("The scenario “%1” is its own ancestor.").arg(scenario->name));
        }
        seen.insert(next);
        line.push_back(scenario);
    }
    Proposal proposal;
    proposal.id = id;
    proposal.name = line.empty() ? QString() : line.front()->name;
    for (auto scenario = line.rbegin(); scenario != line.rend(); ++scenario) {
        for (const PlanChange &change : (*scenario)->changes) {
            lay(proposal.changes, change);
        }
    }
    return proposal;
}

Result<QStringList> conflictsOf(const std::vector<Scenario> &all, const QString &a, const QString &b)
{
    LOCI_TRY(Proposal first, resolved(all, a));
    LOCI_TRY(const Proposal second, resolved(all, b));
    QStringList ids;
    for (const PlanChange &change : second.changes) {
        const auto other = positionOf(first.changes, change.id);
        if (other != first.changes.end() && !(*other == change)) {
            ids << change.id;
        }
    }
    ids.sort();
    return ids;
}

Result<Scenario> merged(const std::vector<Scenario> &all, const QString &into, const QString &from)
{
    LOCI_TRY(const QStringList conflicts, conflictsOf(all, into, from));
    if (!conflicts.isEmpty()) {
        return fail(ErrorCode::Invalid, Texts::tr("Both scenarios change %1 in different ways; decide there first.")
                                            .arg(conflicts.join(QStringLiteral(", "))));
    }
    Scenario target = *findScenario(all, into);
    if (target.isFrozen()) {
        return fail(ErrorCode::Usage, Texts::tr("The scenario “%1” is locked.").arg(target.name));
    }
    LOCI_TRY(Proposal mine, resolved(all, into));
    LOCI_TRY(const Proposal theirs, resolved(all, from));
    for (const PlanChange &change : theirs.changes) {
        if (positionOf(mine.changes, change.id) == mine.changes.end()) {
            target.changes.push_back(change);
        }
    }
    return target;
}

void moveBy(PlanChange &change, double dx, double dy)
{
    change.at = {change.at.x + dx, change.at.y + dy};
    for (Ring &ring : change.footprint) {
        for (Vec2 &p : ring) {
            p.x += dx;
            p.y += dy;
        }
    }
}

} // namespace loci::planning
