// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/finding.h"
#include "layers/domain/city/mesh.h"
#include "layers/workspace/heritage/catalogue.h"

#include <QDateTime>

namespace loci::workspace {

/// A building is taken for the one that was there when they share at least this part of the ground that they cover
/// together. Half of it: of two buildings that do not overlap each other only one can reach it.
inline constexpr double kSameBuilding = 0.5;

/// A city model to which records may be bound.
struct BindableModel
{
    QString id; ///< of "city/model/<id>"
    city::CityModelPtr model;
    std::vector<city::Footprint> footprints;
};

struct RebindPlan
{
    std::vector<heritage::Asset> changed;
    int kept = 0;    ///< found by their ids
    int rebound = 0; ///< by the ground that they cover; state "rebound", to be looked at
    int lost = 0;    ///< neither: state "lost", with the day in "unboundSince"; found again when a model has them again
    /// binding_rebound (info, with the share), binding_surface_lost, binding_moved, binding_lost (warnings)
    Findings findings;
};

/// Records that are bound to something in a model, the trash left out. On the thread of the store.
Result<std::vector<heritage::Asset>> recordsBoundTo(const storage::heritage::HeritageStore &store,
                                                    const QString &modelId, const CancelToken &cancel = {});
/// What becomes of their bindings in this model. No binding is dropped. Pure; any thread.
RebindPlan planRebinding(const std::vector<heritage::Asset> &assets, const BindableModel &model, const QDateTime &now,
                         double sameBuilding = kSameBuilding, const CancelToken &cancel = {});
/// One step of undo; records that somebody changed since are left alone. The number of records that were written.
Result<int> applyRebinding(Catalogue &catalogue, const std::vector<heritage::Asset> &before, const RebindPlan &plan,
                           const QString &reason);

} // namespace loci::workspace
