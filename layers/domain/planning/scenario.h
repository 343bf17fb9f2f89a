// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/planning/proposal.h"

#include <QDateTime>
#include <QJsonObject>
#include <optional>
#include <vector>

namespace loci::planning {

/// A set of changes of its own over those of its parent: what a person works on. Locked or approved ones take no
/// changes.
struct Scenario
{
    struct Approval
    {
        QString by, reason;
        QDateTime at; ///< UTC
        bool operator==(const Approval &) const = default;
    };

    QString id, name;
    QString parent; ///< id; empty: over the town as it is
    bool locked = false;
    std::optional<Approval> approval;
    std::vector<PlanChange> changes;

    bool isFrozen() const { return locked || approval.has_value(); }
    PlanChange *find(const QString &changeId);
    const PlanChange *find(const QString &changeId) const;

    /// {"name", "parent", "locked", "approval": {"by", "at", "reason"}, "changes": [as in Proposal]}.
    static Result<Scenario> fromJson(const QString &id, const QJsonObject &object);
    QJsonObject toJson() const;
    bool operator==(const Scenario &) const = default;
};

const Scenario *findScenario(const std::vector<Scenario> &all, const QString &id);

/// All changes from the town to a scenario as one proposal: those of its ancestors first, a later one of the same
/// building in the place of an earlier one. Fails when a parent is missing or the ancestors go in a circle.
Result<Proposal> resolved(const std::vector<Scenario> &all, const QString &id);

/// Ids that two scenarios change differently, sorted; both with their ancestors.
Result<QStringList> conflictsOf(const std::vector<Scenario> &all, const QString &a, const QString &b);
/// `into` with what only `from` changes. Fails with the ids when they are in conflict, or when `into` is frozen.
Result<Scenario> merged(const std::vector<Scenario> &all, const QString &into, const QString &from);

/// The block moved by metres in the plan. Reshaped and removed buildings stay where they are.
void moveBy(PlanChange &change, double dx, double dy);

} // namespace loci::planning
