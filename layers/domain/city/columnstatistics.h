// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace loci::city {

/// What one can say about the values of a column. Missing values are counted and enter nothing else.
struct ColumnStatistics
{
    std::size_t count = 0; ///< values that are there
    std::size_t missing = 0;
    std::size_t distinct = 0;
    bool numeric = false;
    double least = 0, most = 0, sum = 0, mean = 0, median = 0,
           deviation = 0;                                 ///< of numbers; deviation of the population
    std::vector<std::size_t> histogram;                   ///< of numbers: bins of equal width from least to most
    std::vector<std::pair<QString, std::size_t>> classes; ///< of texts: the most frequent first, at most kMostClasses
    static constexpr std::size_t kMostClasses = 200;
};

/// Numbers; NaN is a missing value. Any thread.
ColumnStatistics statisticsOf(std::span<const double> values, std::size_t bins = 32);
/// Texts; a null QString is a missing value, an empty one is a value. Any thread.
ColumnStatistics statisticsOf(std::span<const QString> values);

} // namespace loci::city
