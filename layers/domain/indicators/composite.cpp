// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/indicators/composite.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace loci::indicators {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::indicators::Composite)
};

using Rows = std::vector<std::vector<Quantity>>;

std::vector<Quantity> column(const Rows &rows, std::size_t index)
{
    std::vector<Quantity> values;
    values.reserve(rows.size());
    for (const auto &row : rows) {
        values.push_back(index < row.size() ? row[index] : std::nullopt);
    }
    return values;
}

std::vector<double> known(const std::vector<Quantity> &values)
{
    std::vector<double> numbers;
    numbers.reserve(values.size());
    for (const Quantity &value : values) {
        if (value) {
            numbers.push_back(*value);
        }
    }
    return numbers;
}

template <class Map>
std::vector<Quantity> mapped(const std::vector<Quantity> &values, Map map)
{
    std::vector<Quantity> result;
    result.reserve(values.size());
    for (const Quantity &value : values) {
        result.push_back(value ? map(*value) : std::nullopt);
    }
    return result;
}

std::vector<Quantity> minMax(const std::vector<Quantity> &values, bool higher,
                             std::optional<std::pair<double, double>> posts)
{
    const std::vector<double> numbers = known(values);
    if (numbers.empty()) {
        return values;
    }
    const auto [least, most] = std::minmax_element(numbers.begin(), numbers.end());
    const double low = posts ? posts->first : *least;
    const double high = posts ? posts->second : *most;
    return mapped(values, [=](double x) -> Quantity {
        if (high <= low) {
            return std::nullopt;
        }
        const double share = std::clamp((x - low) / (high - low), 0.0, 1.0);
        return higher ? share : 1 - share;
    });
}

std::vector<Quantity> zScores(const std::vector<Quantity> &values, bool higher)
{
    const std::vector<double> numbers = known(values);
    const double count = static_cast<double>(numbers.size());
    const double mean = std::accumulate(numbers.begin(), numbers.end(), 0.0) / std::max(1.0, count);
    double squares = 0;
    for (const double x : numbers) {
        squares += (x - mean) * (x - mean);
    }
    const double deviation = std::sqrt(squares / std::max(1.0, count)); // of the population: all areas are there
    return mapped(values, [=](double x) -> Quantity {
        return deviation > 0 ? Quantity((higher ? 1 : -1) * (x - mean) / deviation) : std::nullopt;
    });
}

std::vector<Quantity> byRank(const std::vector<Quantity> &values, bool higher, bool percentile)
{
    const auto signedValues = mapped(values, [higher](double x) -> Quantity { return higher ? x : -x; });
    const auto ranked = ranks(signedValues);
    const double count = static_cast<double>(known(values).size());
    return mapped(ranked, [=](double rank) -> Quantity {
        if (count < 2) {
            return std::nullopt;
        }
        return percentile ? (count - rank + 0.5) / count : (count - rank) / (count - 1);
    });
}

Result<> checkJudgements(const std::vector<std::vector<double>> &m)
{
    const std::size_t n = m.size();
    const auto wrong = [](const QString &why) { return fail(ErrorCode::Invalid, why); };
    if (n < 1 || n > 10) {
        return wrong(Texts::tr("Pairwise judgements need 1 to 10 criteria."));
    }
    for (std::size_t i = 0; i < n; ++i) {
        if (m[i].size() != n) {
            return wrong(Texts::tr("The table of judgements is not square."));
        }
    }
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
            if (!(m[i][j] > 0) || std::abs(m[i][j] * m[j][i] - 1) > 1e-6) {
                return wrong(
                    Texts::tr("Judgement %1 against %2 is not the inverse of %2 against %1.").arg(i + 1).arg(j + 1));
            }
        }
    }
    return {};
}

} // namespace

std::vector<Quantity> ranks(const std::vector<Quantity> &values)
{
    return mapped(values, [&values](double x) -> Quantity {
        double above = 0, equal = 0;
        for (const Quantity &other : values) {
            above += other && *other > x ? 1 : 0;
            equal += other && *other == x ? 1 : 0;
        }
        return above + (equal + 1) / 2;
    });
}

Rows normalised(const Matrix &matrix, Normalisation method, const std::vector<std::pair<double, double>> &goalposts)
{
    Rows rows(matrix.rows.size(), std::vector<Quantity>(matrix.columns()));
    for (std::size_t c = 0; c < matrix.columns(); ++c) {
        const std::vector<Quantity> values = column(matrix.rows, c);
        const bool higher = matrix.higherIsBetter[c];
        std::vector<Quantity> scaled;
        switch (method) {
        case Normalisation::MinMax:
            scaled = minMax(values, higher, c < goalposts.size() ? std::optional(goalposts[c]) : std::nullopt);
            break;
        case Normalisation::ZScore:
            scaled = zScores(values, higher);
            break;
        case Normalisation::Rank:
            scaled = byRank(values, higher, false);
            break;
        case Normalisation::Percentile:
            scaled = byRank(values, higher, true);
            break;
        }
        for (std::size_t r = 0; r < rows.size(); ++r) {
            rows[r][c] = scaled[r];
        }
    }
    return rows;
}

Result<std::vector<double>> entropyWeights(const Rows &rows)
{
    const std::size_t columns = rows.empty() ? 0 : rows.front().size();
    std::vector<double> information;
    information.reserve(columns);
    for (std::size_t c = 0; c < columns; ++c) {
        const std::vector<double> numbers = known(column(rows, c));
        const double sum = std::accumulate(numbers.begin(), numbers.end(), 0.0);
        if (numbers.size() < 2 || sum <= 0) {
            return fail(ErrorCode::Invalid, Texts::tr("Column %1 has too few values for a weight.").arg(c + 1));
        }
        double entropy = 0;
        for (const double x : numbers) {
            const double share = x / sum;
            entropy -= share > 0 ? share * std::log(share) : 0;
        }
        information.push_back(1 - entropy / std::log(static_cast<double>(numbers.size())));
    }
    const double total = std::accumulate(information.begin(), information.end(), 0.0);
    if (!(total > 0)) {
        return fail(ErrorCode::Invalid,
                    Texts::tr("The columns do not differ between areas; entropy gives no weights."));
    }
    for (double &weight : information) {
        weight /= total;
    }
    return information;
}

Result<AhpResult> analyticHierarchy(const std::vector<std::vector<double>> &judgements)
{
    static constexpr double kRandomIndex[] = {0, 0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49}; // Saaty
    LOCI_CHECK(checkJudgements(judgements));
    const std::size_t n = judgements.size();
    AhpResult result;
    result.weights.assign(n, 1.0 / static_cast<double>(n));
    for (int round = 0; round < 1000; ++round) {
        std::vector<double> next(n, 0);
        for (std::size_t i = 0; i < n; ++i) {
            next[i] = std::inner_product(judgements[i].begin(), judgements[i].end(), result.weights.begin(), 0.0);
        }
        const double sum = std::accumulate(next.begin(), next.end(), 0.0);
        double moved = 0;
        for (std::size_t i = 0; i < n; ++i) {
            next[i] /= sum;
            moved += std::abs(next[i] - result.weights[i]);
        }
        result.weights = std::move(next);
        result.lambdaMax = sum;
        if (moved < 1e-14) {
            break;
        }
    }
    const auto size = static_cast<double>(n);
    result.consistencyIndex = n > 1 ? (result.lambdaMax - size) / (size - 1) : 0;
    result.consistencyRatio = n > 2 ? result.consistencyIndex / kRandomIndex[n] : 0;
    return result;
}

Composite aggregate(const std::vector<Quantity> &row, const std::vector<double> &weights, Aggregation method,
                    double weightNeeded)
{
    Composite result;
    double total = 0, sum = 0;
    const std::size_t count = std::min(row.size(), weights.size());
    result.contributions.resize(row.size());
    for (std::size_t i = 0; i < count; ++i) {
        total += weights[i];
        result.weightPresent += row[i] ? weights[i] : 0;
    }
    if (!(total > 0) || result.weightPresent < weightNeeded * total - 1e-12 || result.weightPresent <= 0) {
        return result;
    }
    for (std::size_t i = 0; i < count; ++i) {
        if (row[i]) {
            const double weight = weights[i] / result.weightPresent;
            const double part =
                method == Aggregation::Geometric ? weight * std::log(1 + 99 * *row[i]) : weight * *row[i];
            result.contributions[i] = part;
            sum += part;
        }
    }
    result.value = method == Aggregation::Geometric ? std::exp(sum) : sum;
    return result;
}

std::vector<RankInterval> sensitivity(const Rows &rows, const std::vector<double> &weights, Aggregation method,
                                      double share, int rounds, quint32 seed)
{
    const auto ranked = [&](const std::vector<double> &used) {
        std::vector<Quantity> values;
        values.reserve(rows.size());
        for (const auto &row : rows) {
            values.push_back(aggregate(row, used, method).value);
        }
        return ranks(values);
    };
    std::vector<RankInterval> result(rows.size());
    const auto central = ranked(weights);
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const double rank = central[r].value_or(0);
        result[r] = {rank, rank, rank};
    }
    std::mt19937 generator(seed);
    for (int round = 0; round < rounds; ++round) {
        std::vector<double> varied = weights;
        for (double &weight : varied) {
            // mt19937 gives the same numbers everywhere; the distributions of the library do not
            weight *= 1 + share * (2.0 * generator() / 4294967295.0 - 1);
        }
        const auto places = ranked(varied);
        for (std::size_t r = 0; r < rows.size(); ++r) {
            result[r].best = std::min(result[r].best, places[r].value_or(result[r].best));
            result[r].worst = std::max(result[r].worst, places[r].value_or(result[r].worst));
        }
    }
    return result;
}

namespace {

double meanOf(const std::vector<double> &values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double variance(const std::vector<double> &values)
{
    const double mean = meanOf(values);
    double squares = 0;
    for (const double x : values) {
        squares += (x - mean) * (x - mean);
    }
    return squares / static_cast<double>(values.size() - 1);
}

Quantity correlation(const std::vector<Quantity> &a, const std::vector<Quantity> &b)
{
    std::vector<double> x, y;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i] && b[i]) {
            x.push_back(*a[i]);
            y.push_back(*b[i]);
        }
    }
    if (x.size() < 3) {
        return std::nullopt;
    }
    const double meanX = meanOf(x), meanY = meanOf(y);
    double product = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        product += (x[i] - meanX) * (y[i] - meanY);
    }
    const double spread = std::sqrt(variance(x) * variance(y)) * static_cast<double>(x.size() - 1);
    return spread > 0 ? Quantity(product / spread) : std::nullopt;
}

} // namespace

Rows correlations(const Rows &rows)
{
    const std::size_t columns = rows.empty() ? 0 : rows.front().size();
    Rows result(columns, std::vector<Quantity>(columns));
    for (std::size_t i = 0; i < columns; ++i) {
        for (std::size_t j = 0; j < columns; ++j) {
            result[i][j] = correlation(column(rows, i), column(rows, j));
        }
    }
    return result;
}

Quantity cronbachAlpha(const Rows &rows)
{
    const std::size_t columns = rows.empty() ? 0 : rows.front().size();
    std::vector<std::vector<double>> whole(columns);
    std::vector<double> sums;
    for (const auto &row : rows) {
        if (std::any_of(row.begin(), row.end(), [](const Quantity &value) { return !value; })) {
            continue;
        }
        double sum = 0;
        for (std::size_t c = 0; c < columns; ++c) {
            whole[c].push_back(*row[c]);
            sum += *row[c];
        }
        sums.push_back(sum);
    }
    if (columns < 2 || sums.size() < 3 || variance(sums) <= 0) {
        return std::nullopt;
    }
    double parts = 0;
    for (const auto &values : whole) {
        parts += variance(values);
    }
    const double k = static_cast<double>(columns);
    return k / (k - 1) * (1 - parts / variance(sums));
}

} // namespace loci::indicators
