// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/analysis/planning/planeffects.h"
#include "layers/analysis/planning/planstudy.h"
#include "layers/domain/planning/plancase.h"
#include "layers/map/report/planreport.h"

#include <QJsonObject>

namespace loci::app {

struct DossierInput
{
    planning::PlanCase planCase;
    QString scenario; ///< id in the case
    QDate day;
    QString datum;
    QString view; ///< id of the view that pictures and skyline are taken from; empty: the governing one, else the first
    QString language;
    QString source; ///< name of the workspace
    city::CityModelPtr base;
    QString baseName;
};

/// A dossier without its 3D pictures, and where those are taken from.
struct Dossier
{
    map::PlanReport report;
    analysis::PlanOutcome outcome;
    analysis::PlanEffects effects;
    city::CityModelPtr changed;
    std::optional<planning::ProtectedView> view;
    QJsonObject numbers; ///< everything that was computed; its hash is the content hash
};

/// Computes everything that a dossier says. Any thread.
Result<Dossier> computeDossier(const DossierInput &input, const CancelToken &cancel = {},
                               const ProgressFunction &progress = {});
/// Sunlight and skyline of a proposal as the dossier counts them: the great cold day of the reference year of the
/// standard, 8 to 16 h true solar time. Without a known place on earth there is no sunlight.
Result<analysis::PlanEffects> computeEffects(const city::CityModelPtr &base, const city::CityModelPtr &changed,
                                             const planning::Proposal &proposal, const planning::ProtectedView *view,
                                             const CancelToken &cancel = {}, const ProgressFunction &progress = {});
QImage skylinePicture(const analysis::SkylineEffect &effect, const planning::ProtectedView &view, const QSize &size);
/// By the suffix: .pdf or .odt.
Result<int> writeDossier(const map::PlanReport &report, const QString &path); ///< pages

} // namespace loci::app
