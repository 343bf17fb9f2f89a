// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/analysis/sun/sunlight.h"
#include "layers/analysis/view/skyline.h"
#include "layers/domain/city/citymodel.h"
#include "layers/domain/planning/proposal.h"
#include "layers/domain/planning/protectedview.h"

#include <QStringList>

namespace loci::analysis {

/// What a proposal takes of the sun of one building: over places on its walls, at sill height.
struct SunEffect
{
    QString building;
    std::size_t places = 0;                 ///< that were looked at
    double leastBefore = 0, leastAfter = 0; ///< minutes of the darkest place
    double mostLost = 0;                    ///< minutes at the place that loses most
    QString cause;                          ///< building that takes them there
};

struct SkylineEffect
{
    QString view;
    Vec3 eye;
    Skyline before, after;
    SkylineFigures figuresBefore, figuresAfter;
    double changedShare = 0;                             ///< of the bins
    std::optional<double> landmarkBefore, landmarkAfter; ///< visible share; absent when no landmark is named
};

struct PlanEffects
{
    SunCount count;
    QDate sunDay;
    double spacing = 2, sill = 0.9;
    std::vector<SunEffect> sun; ///< buildings that lose at least a minute, most first
    std::size_t looked = 0;     ///< buildings within reach of the shadow
    std::optional<SkylineEffect> skyline;
};

struct EffectRequest
{
    city::CityModelPtr base, changed;
    planning::Proposal proposal;
    const planning::ProtectedView *view = nullptr; ///< null: no skyline
    SunCount count;
    QDate sunDay;
    double spacing = 2, sill = 0.9;
    double reach = 250; ///< metres around what is built within which walls are looked at
    std::size_t bins = 3600;
};
/// Sun and skyline before and after. The same numbers as `plan sunlight` and `plan skyline` give, for the same places.
Result<PlanEffects> effectsOf(const EffectRequest &request, const CancelToken &cancel = {},
                              const ProgressFunction &progress = {});
/// The skyline alone.
Result<SkylineEffect> skylineEffect(const city::CityModel &base, const city::CityModel &changed,
                                    const planning::ProtectedView &view, std::size_t bins);

} // namespace loci::analysis
