// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/columnstatistics.h"

#include <QHash>
#include <algorithm>
#include <cmath>

namespace loci::city {

ColumnStatistics statisticsOf(std::span<const double> values, std::size_t bins)
{
    ColumnStatistics result;
    result.numeric = true;
    std::vector<double> known;
    known.reserve(values.size());
    std::copy_if(values.begin(), values.end(), std::back_inserter(known), [](double v) { return std::isfinite(v); });
    result.count = known.size();
    result.missing = values.size() - known.size();
    result.histogram.assign(bins, 0);
    if (known.empty()) {
        return result;
    }
    std::sort(known.begin(), known.end());
    result.least = known.front();
    result.most = known.back();
    const std::size_t half = known.size() / 2;
    result.median = known.size() % 2 == 1 ? known[half] : (known[half - 1] + known[half]) / 2;
    // Welford's way: large numbers with small differences keep their deviation.
    double squares = 0;
    for (std::size_t i = 0; i < known.size(); ++i) {
        const double before = known[i] - result.mean;
        result.mean += before / static_cast<double>(i + 1);
        squares += before * (known[i] - result.mean);
        result.sum += known[i];
        result.distinct += i == 0 || known[i] != known[i - 1] ? 1 : 0;
    }
    result.deviation = std::sqrt(squares / static_cast<double>(known.size()));
    const double width = result.most - result.least;
    for (const double value : known) {
        const double share = width > 0 ? (value - result.least) / width : 0.5;
        const auto bin = static_cast<std::size_t>(share * static_cast<double>(bins));
        ++result.histogram[std::min(bin, bins - 1)];
    }
    return result;
}

ColumnStatistics statisticsOf(std::span<const QString> values)
{
    ColumnStatistics result;
    QHash<QString, std::size_t> counts;
    for (const QString &value : values) {
        if (value.isNull()) {
            ++result.missing;
        } else {
            ++result.count;
            ++counts[value];
        }
    }
    result.distinct = static_cast<std::size_t>(counts.size());
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        result.classes.emplace_back(it.key(), it.value());
    }
    std::sort(result.classes.begin(), result.classes.end(), [](const auto &a, const auto &b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    if (result.classes.size() > ColumnStatistics::kMostClasses) {
        result.classes.resize(ColumnStatistics::kMostClasses);
    }
    return result;
}

} // namespace loci::city
