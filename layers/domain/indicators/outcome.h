// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/indicators/calculation.h"
#include "layers/domain/indicators/forecast.h"

#include <map>
#include <memory>

namespace loci::indicators {

/// What a run leaves behind for those who show it. Immutable; shared between threads.
struct Outcome
{
    std::shared_ptr<const Results> results;           ///< never null after a run
    std::shared_ptr<const ObservationSource> streams; ///< null: the workspace has none
    std::map<QString, TargetPlan> targets;            ///< by code: the workspace's own, else those of the definition
    std::map<QString, Forecast> forecasts;            ///< a day ahead, of the streams that boards show
    static constexpr std::size_t kRecentSteps = 24 * 8;
    std::map<QString, HourlySeries> recent; ///< the last steps of every stream, so that nobody asks a store to paint
    std::map<QString, std::vector<Anomaly>> anomalies; ///< by step of `recent`, of the streams that boards show
    std::map<QString, Vec2> stations;                  ///< where streams are measured, in the system of the areas
    QDateTime now;                                     ///< UTC

    /// How the targets of an indicator stand for one area.
    std::vector<TargetState> targetsOf(const QString &code, int area) const;
};

} // namespace loci::indicators
