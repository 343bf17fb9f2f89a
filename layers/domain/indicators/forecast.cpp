// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/indicators/forecast.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <cmath>

namespace loci::indicators {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::indicators::Forecast)
};

constexpr double kBand = 1.6449; // 90 % of a normal distribution

double meanOf(const std::vector<double> &values, std::size_t from, std::size_t count)
{
    double sum = 0;
    int known = 0;
    for (std::size_t i = from; i < std::min(values.size(), from + count); ++i) {
        if (std::isfinite(values[i])) {
            sum += values[i];
            ++known;
        }
    }
    return known > 0 ? sum / known : std::nan("");
}

using Corner = std::array<double, 3>;

HoltWinters::Parameters bounded(const Corner &x)
{
    const auto unit = [](double v) { return 1 / (1 + std::exp(-v)); };
    HoltWinters::Parameters p;
    p.alpha = unit(x[0]);
    p.beta = p.alpha * unit(x[1]);
    p.gamma = (1 - p.alpha) * unit(x[2]);
    return p;
}

Corner between(const Corner &a, const Corner &b, double t)
{
    return {a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]), a[2] + t * (b[2] - a[2])};
}

/// Nelder and Mead 1965, with their coefficients; 120 rounds are plenty for three parameters.
template <class Cost>
Corner simplex(Corner start, Cost cost, const CancelToken &cancel)
{
    struct Point
    {
        Corner at;
        double cost;
    };
    std::array<Point, 4> points;
    for (std::size_t i = 0; i < points.size(); ++i) {
        Corner at = start;
        if (i > 0) {
            at[i - 1] += 1.5;
        }
        points[i] = {at, cost(at)};
    }
    const auto byCost = [](const Point &a, const Point &b) { return a.cost < b.cost; };
    for (int round = 0; round < 120 && !cancel.isCancelled(); ++round) {
        std::sort(points.begin(), points.end(), byCost);
        if (points[3].cost - points[0].cost < 1e-9 * (std::abs(points[0].cost) + 1e-12)) {
            break;
        }
        Corner middle{};
        for (std::size_t i = 0; i < 3; ++i) {
            for (std::size_t c = 0; c < 3; ++c) {
                middle[c] += points[i].at[c] / 3;
            }
        }
        const auto tried = [&](double t) {
            const Corner at = between(middle, points[3].at, t);
            return Point{at, cost(at)};
        };
        const Point reflected = tried(-1);
        if (reflected.cost < points[0].cost) {
            const Point expanded = tried(-2);
            points[3] = expanded.cost < reflected.cost ? expanded : reflected;
        } else if (reflected.cost < points[2].cost) {
            points[3] = reflected;
        } else if (const Point inner = tried(0.5); inner.cost < points[3].cost) {
            points[3] = inner;
        } else {
            for (std::size_t i = 1; i < points.size(); ++i) {
                points[i].at = between(points[0].at, points[i].at, 0.5);
                points[i].cost = cost(points[i].at);
            }
        }
    }
    return std::min_element(points.begin(), points.end(), byCost)->at;
}

BackTest backTest(const std::vector<double> &values, int season, int steps, int origins, HoltWinters model,
                  std::size_t first)
{
    BackTest test;
    double absolute = 0, squares = 0, sum = 0, naive = 0;
    int inside = 0;
    for (int origin = 0; origin < origins; ++origin) {
        const std::size_t from = first + static_cast<std::size_t>(origin) * static_cast<std::size_t>(steps);
        for (int step = 1; step <= steps; ++step) {
            const std::size_t at = from + static_cast<std::size_t>(step) - 1;
            const std::size_t back =
                static_cast<std::size_t>(season) * static_cast<std::size_t>((step + season - 1) / season);
            const double was = at >= back ? values[at - back] : std::nan("");
            if (!std::isfinite(values[at]) || !std::isfinite(was)) {
                continue;
            }
            const double error = model.forecast(step) - values[at];
            absolute += std::abs(error);
            squares += error * error;
            sum += error;
            naive += std::abs(was - values[at]);
            inside += std::abs(error) <= kBand * model.deviation(step) ? 1 : 0;
            ++test.compared;
        }
        for (int step = 0; step < steps; ++step) {
            model.update(values[from + static_cast<std::size_t>(step)]);
        }
        ++test.origins;
    }
    if (test.compared > 0) {
        test.meanAbsolute = absolute / test.compared;
        test.rootMeanSquare = std::sqrt(squares / test.compared);
        test.bias = sum / test.compared;
        test.naiveMeanAbsolute = naive / test.compared;
        test.inBand = static_cast<double>(inside) / test.compared;
    }
    return test;
}

double median(std::vector<double> &values)
{
    const std::size_t middle = values.size() / 2;
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(middle), values.end());
    const double upper = values[middle];
    if (values.size() % 2 != 0) {
        return upper;
    }
    return (upper + *std::max_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(middle))) / 2;
}

} // namespace

void HoltWinters::start(const std::vector<double> &values)
{
    const auto season = static_cast<std::size_t>(m_season);
    const double first = meanOf(values, 0, season);
    const double second = meanOf(values, season, season);
    m_level = std::isfinite(first) ? first : second;
    m_trend = std::isfinite(first) && std::isfinite(second) ? (second - first) / m_season : 0;
    m_phase = 0;
    m_seasonal.assign(season, 0);
    for (std::size_t i = 0; i < season; ++i) {
        double sum = 0;
        int known = 0;
        for (const auto &[at, mean] : {std::pair{i, first}, std::pair{i + season, second}}) {
            if (std::isfinite(values[at]) && std::isfinite(mean)) {
                sum += values[at] - mean;
                ++known;
            }
        }
        m_seasonal[i] = known > 0 ? sum / known : 0;
    }
}

void HoltWinters::update(double value)
{
    double &season = m_seasonal[static_cast<std::size_t>(m_phase)];
    const double error = std::isfinite(value) ? value - (m_level + m_trend + season) : 0;
    m_level += m_trend + m_parameters.alpha * error;
    m_trend += m_parameters.beta * error;
    season += m_parameters.gamma * error;
    m_phase = (m_phase + 1) % m_season;
}

double HoltWinters::run(const std::vector<double> &values, std::vector<double> *byStep)
{
    start(values);
    const std::size_t stride =
        static_cast<std::size_t>(std::max(1, m_horizon / 4)); // neighbouring origins say the same
    const auto ahead = static_cast<std::size_t>(m_horizon);
    std::vector<double> squares(ahead, 0), counts(ahead, 0);
    for (std::size_t at = 0; at < values.size(); ++at) {
        for (std::size_t step = 0; at % stride == 0 && step < ahead && at + step < values.size(); ++step) {
            if (std::isfinite(values[at + step])) {
                const double error = values[at + step] - forecast(static_cast<int>(step) + 1);
                squares[step] += error * error;
                counts[step] += 1;
            }
        }
        update(values[at]);
    }
    double sum = 0, count = 0;
    for (std::size_t step = 0; step < ahead; ++step) {
        sum += squares[step];
        count += counts[step];
        if (byStep != nullptr) {
            const double before = byStep->empty() ? 0 : byStep->back();
            byStep->push_back(std::max(before, std::sqrt(squares[step] / std::max(1.0, counts[step]))));
        }
    }
    const double mean = sum / std::max(1.0, count);
    return std::isfinite(mean) ? mean : 1e300;
}

double HoltWinters::forecast(int steps) const
{
    return m_level + steps * m_trend + m_seasonal[static_cast<std::size_t>((m_phase + steps - 1) % m_season)];
}

double HoltWinters::deviation(int steps) const
{
    const auto last = static_cast<int>(m_deviation.size());
    return last == 0 ? 0 : m_deviation[static_cast<std::size_t>(std::clamp(steps, 1, last)) - 1];
}

Result<HoltWinters> HoltWinters::fit(const std::vector<double> &values, int season, int horizon,
                                     const CancelToken &cancel)
{
    const auto two = 2 * static_cast<std::size_t>(std::max(2, season));
    const auto known = std::count_if(values.begin(), values.end(), [](double v) { return std::isfinite(v); });
    if (season < 2 || values.size() < two || static_cast<std::size_t>(known) < two / 2) {
        return fail(ErrorCode::Invalid,
                    Texts::tr("There are too few values for a forecast: two seasons of %1 are needed.").arg(season));
    }
    HoltWinters model;
    model.m_season = season;
    model.m_horizon = std::clamp(horizon, 1, 2 * season);
    const auto cost = [&model, &values](const Corner &at) {
        model.m_parameters = bounded(at);
        return model.run(values);
    };
    const Corner best = simplex({-1, -3, -1}, cost, cancel);
    if (cancel.isCancelled()) {
        return fail(ErrorCode::Cancelled, Texts::tr("The forecast was cancelled."));
    }
    model.m_parameters = bounded(best);
    model.run(values, &model.m_deviation);
    return model;
}

Result<Forecast> forecast(const std::vector<double> &values, int season, int steps, int origins,
                          const CancelToken &cancel)
{
    const std::size_t tested =
        static_cast<std::size_t>(std::max(0, origins)) * static_cast<std::size_t>(std::max(1, steps));
    if (steps < 1 || steps > 10000 || values.size() < tested + 2 * static_cast<std::size_t>(std::max(2, season))) {
        return fail(ErrorCode::Invalid, Texts::tr("There are too few values for a forecast of %1 steps.").arg(steps));
    }
    const std::size_t first = values.size() - tested;
    LOCI_TRY(HoltWinters before, HoltWinters::fit({values.begin(), values.begin() + static_cast<std::ptrdiff_t>(first)},
                                                  season, steps, cancel));
    LOCI_TRY(HoltWinters model, HoltWinters::fit(values, season, steps, cancel));
    Forecast result;
    result.backTest = backTest(values, season, steps, origins, std::move(before), first);
    result.method =
        QStringLiteral("Holt-Winters additive, season %1, alpha %2, beta %3, gamma %4, fitted over %5 steps ahead")
            .arg(season)
            .arg(model.parameters().alpha, 0, 'f', 4)
            .arg(model.parameters().beta, 0, 'f', 4)
            .arg(model.parameters().gamma, 0, 'f', 4)
            .arg(steps);
    result.points.reserve(static_cast<std::size_t>(steps));
    for (int step = 1; step <= steps; ++step) {
        const double value = model.forecast(step);
        const double half = kBand * model.deviation(step);
        result.points.push_back({value, value - half, value + half});
    }
    return result;
}

std::vector<Anomaly> anomalies(const std::vector<double> &values, int season, int seasons, double limit)
{
    constexpr std::size_t fewest = 8;
    std::vector<Anomaly> result(values.size());
    std::vector<double> same;
    for (std::size_t at = 0; at < values.size(); ++at) {
        same.clear();
        for (int back = 1; back <= seasons; ++back) {
            const std::size_t gone = static_cast<std::size_t>(back) * static_cast<std::size_t>(std::max(1, season));
            if (gone > at) {
                break;
            }
            if (std::isfinite(values[at - gone])) {
                same.push_back(values[at - gone]);
            }
        }
        if (same.size() < fewest) {
            continue;
        }
        Anomaly &anomaly = result[at];
        anomaly.expected = median(same);
        for (double &value : same) {
            value = std::abs(value - anomaly.expected);
        }
        const double mad = median(same);
        if (!(mad > 0)) {
            continue; // most of the past is one value: no scale to judge by
        }
        anomaly.judged = true;
        const double reach = limit * mad / 0.6745;
        anomaly.low = anomaly.expected - reach;
        anomaly.high = anomaly.expected + reach;
        if (std::isfinite(values[at])) {
            anomaly.score = 0.6745 * (values[at] - anomaly.expected) / mad;
            anomaly.flagged = std::abs(anomaly.score) > limit;
        }
    }
    return result;
}

QString anomalyMethod(int season, int seasons, double limit)
{
    return QStringLiteral("robust z-score above %1 against median and MAD of the same phase (season %2) in %3 seasons "
                          "before")
        .arg(limit)
        .arg(season)
        .arg(seasons);
}

} // namespace loci::indicators
