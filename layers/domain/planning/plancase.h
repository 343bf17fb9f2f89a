// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/planning/protectedview.h"
#include "layers/domain/planning/rule.h"
#include "layers/domain/planning/scenario.h"

#include <QDate>
#include <vector>

namespace loci::planning {

/// What a workspace keeps for planning, as it was written: each layer and view set in its own coordinate system.
struct PlanCase
{
    QString model;   ///< id of the city model that is planned over; empty: the only one
    QDate day;       ///< rules in force on it; invalid: today
    QString datum;   ///< name of the height system of the model, empty: not stated
    QString current; ///< scenario that is worked on
    std::vector<PlanLayer> layers;
    std::vector<ViewSet> views;
    std::vector<RulePack> packs;
    std::vector<Scenario> scenarios;

    bool isEmpty() const { return layers.empty() && views.empty() && packs.empty() && scenarios.empty(); }
};

/// The same for one model: everything in its coordinates, layers, views and packs joined.
struct PlanBasis
{
    PlanLayer areas;
    ViewSet views;
    RulePack rules;
};

/// Packs as one: id and version are those of all, joined by "+". A rule id that comes twice is taken from the first.
RulePack joined(const std::vector<RulePack> &packs);

} // namespace loci::planning
