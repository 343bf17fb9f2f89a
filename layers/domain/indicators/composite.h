// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"
#include "layers/domain/indicators/expression.h"

#include <QString>
#include <vector>

namespace loci::indicators {

/// Rows are areas, columns are indicators; unknown stays unknown.
struct Matrix
{
    std::vector<std::vector<Quantity>> rows;
    std::vector<bool> higherIsBetter; ///< by column
    std::size_t columns() const { return higherIsBetter.size(); }
};

enum class Normalisation { MinMax, ZScore, Rank, Percentile };
enum class Aggregation { Arithmetic, Geometric };

/// 0 to 1 for MinMax, Rank and Percentile, higher is better. Fixed goalposts (least, most) by column when given; what
/// lies beyond is clamped. A column in which all known values are equal has nothing to say: unknown.
std::vector<std::vector<Quantity>> normalised(const Matrix &matrix, Normalisation method,
                                              const std::vector<std::pair<double, double>> &goalposts = {});

/// Weights by the information of each column (Shannon); columns need values of at least 2 areas. They depend on the
/// sample: keep them with a release.
Result<std::vector<double>> entropyWeights(const std::vector<std::vector<Quantity>> &normalisedRows);

/// Analytic hierarchy process: pairwise judgements to weights.
struct AhpResult
{
    std::vector<double> weights;
    double lambdaMax = 0, consistencyIndex = 0, consistencyRatio = 0;
    bool acceptable() const { return consistencyRatio <= 0.10; }
};
Result<AhpResult> analyticHierarchy(const std::vector<std::vector<double>> &judgements);

/// One area's composite. Missing parts are dropped with the weights of the rest, as long as at least `weightNeeded`
/// of the weight is there; else unknown. Geometric aggregation works on the scale 1 to 100.
struct Composite
{
    Quantity value;
    double weightPresent = 0;
    std::vector<Quantity> contributions; ///< by column: weight times value (arithmetic)
};
Composite aggregate(const std::vector<Quantity> &row, const std::vector<double> &weights, Aggregation method,
                    double weightNeeded = 0.8);

/// Ranks (1 is best, ties averaged) when each weight varies by up to `share`, in `rounds` drawn from `seed`.
struct RankInterval
{
    double rank = 0, best = 0, worst = 0;
};
std::vector<RankInterval> sensitivity(const std::vector<std::vector<Quantity>> &normalisedRows,
                                      const std::vector<double> &weights, Aggregation method, double share = 0.25,
                                      int rounds = 1000, quint32 seed = 1);

/// Pearson correlation of each pair of columns over the rows that have both; unknown for less than 3 of them.
std::vector<std::vector<Quantity>> correlations(const std::vector<std::vector<Quantity>> &rows);
/// Cronbach's alpha of the columns over the rows that have all; unknown for less than 3 rows or 2 columns.
Quantity cronbachAlpha(const std::vector<std::vector<Quantity>> &rows);

/// Ranks of values, highest 1, ties averaged; unknown has none.
std::vector<Quantity> ranks(const std::vector<Quantity> &values);

} // namespace loci::indicators
