// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/indicators/composite.h"
#include "layers/domain/indicators/outcome.h"

#include <QJsonObject>

namespace loci::indicators {

/// How a composite of several indicators is made (domain.md 4.6). The method decides the ranking, so it is always told
/// with the result.
struct CompositePlan
{
    enum class Weighting { Equal, Given, Entropy, Ahp };
    enum class Scale {
        MinMax,
        ZScore,
        Rank,
        Percentile,
        Target
    }; ///< Target: from the baseline (0) to the last target (1)
    QStringList codes;
    QString level; ///< of the areas; empty: below the city
    Scale scale = Scale::MinMax;
    Weighting weighting = Weighting::Equal;
    std::vector<double> weights;                 ///< of Given, in the order of the codes
    std::vector<std::vector<double>> judgements; ///< of Ahp: each against each
    Aggregation aggregation = Aggregation::Arithmetic;
    double share = 0.25; ///< by which weights vary in the test of sensitivity
    int rounds = 1000;

    QJsonObject toJson() const;
    static CompositePlan fromJson(const QJsonObject &json);
};
const char *nameOf(CompositePlan::Scale scale);         ///< stable: "minmax", "zscore", ...
const char *nameOf(CompositePlan::Weighting weighting); ///< "equal", "given", "entropy", "ahp"
std::optional<CompositePlan::Scale> scaleFrom(const QString &name);
std::optional<CompositePlan::Weighting> weightingFrom(const QString &name);

struct CompositeArea
{
    int area = 0;
    std::vector<Quantity> values, scaled; ///< by indicator
    Quantity value, rank;                 ///< rank 1 is best, among the known ones
    double weightPresent = 0;             ///< below 1: partial
    double bestRank = 0, worstRank = 0;   ///< when the weights vary
};

struct CompositeOutcome
{
    std::vector<CompositeArea> areas; ///< best first, unknown last
    std::vector<double> weights;
    std::optional<AhpResult> hierarchy;
    Quantity alpha;
    std::vector<std::vector<Quantity>> correlations;
    QString method; ///< English, for provenance
};

/// Fails with one sentence: an indicator that is not there, weights that do not fit, judgements that are none.
Result<CompositeOutcome> composite(const Outcome &outcome, const CompositePlan &plan);

} // namespace loci::indicators
