// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/indicators/compositeareas.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <algorithm>
#include <numeric>

namespace loci::indicators {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::indicators::Composite)
};

using Scale = CompositePlan::Scale;
using Weighting = CompositePlan::Weighting;

constexpr std::pair<Scale, const char *> kScales[] = {{Scale::MinMax, "minmax"},
                                                      {Scale::ZScore, "zscore"},
                                                      {Scale::Rank, "rank"},
                                                      {Scale::Percentile, "percentile"},
                                                      {Scale::Target, "target"}};
constexpr std::pair<Weighting, const char *> kWeightings[] = {
    {Weighting::Equal, "equal"}, {Weighting::Given, "given"}, {Weighting::Entropy, "entropy"}, {Weighting::Ahp, "ahp"}};

tl::unexpected<Error> wrong(const QString &sentence)
{
    return fail(ErrorCode::Invalid, sentence);
}

Normalisation normalisationOf(Scale scale)
{
    switch (scale) {
    case Scale::ZScore:
        return Normalisation::ZScore;
    case Scale::Rank:
        return Normalisation::Rank;
    case Scale::Percentile:
        return Normalisation::Percentile;
    default:
        return Normalisation::MinMax;
    }
}

/// From the baseline to the last target of each indicator, as fixed goalposts.
Result<std::vector<std::pair<double, double>>> targetPosts(const Outcome &outcome, const CompositePlan &plan)
{
    std::vector<std::pair<double, double>> posts;
    posts.reserve(static_cast<std::size_t>(plan.codes.size()));
    for (const QString &code : plan.codes) {
        const auto found = outcome.targets.find(code);
        if (found == outcome.targets.end() || !found->second.baseline || found->second.targets.empty() ||
            found->second.baseline->value == found->second.targets.back().value) {
            return wrong(Texts::tr("%1 has no baseline and target to measure against.").arg(code));
        }
        const double from = found->second.baseline->value, to = found->second.targets.back().value;
        posts.emplace_back(std::min(from, to), std::max(from, to));
    }
    return posts;
}

Result<std::vector<double>> weightsOf(const CompositePlan &plan, const std::vector<std::vector<Quantity>> &scaled,
                                      CompositeOutcome &result)
{
    const auto count = static_cast<std::size_t>(plan.codes.size());
    switch (plan.weighting) {
    case Weighting::Equal:
        return std::vector<double>(count, 1 / static_cast<double>(count));
    case Weighting::Entropy:
        if (plan.scale == Scale::ZScore) {
            return wrong(Texts::tr("Entropy weights need values from 0 to 1: choose another scale than z-scores."));
        }
        return entropyWeights(scaled);
    case Weighting::Ahp: {
        if (plan.judgements.size() != count) {
            return wrong(Texts::tr("The judgements compare %1 indicators, and there are %2.")
                             .arg(plan.judgements.size())
                             .arg(count));
        }
        LOCI_TRY(result.hierarchy, analyticHierarchy(plan.judgements));
        return result.hierarchy->weights;
    }
    case Weighting::Given:
        break;
    }
    const double sum = std::accumulate(plan.weights.begin(), plan.weights.end(), 0.0);
    if (plan.weights.size() != count || !(sum > 0) ||
        std::any_of(plan.weights.begin(), plan.weights.end(), [](double weight) { return !(weight >= 0); })) {
        return wrong(Texts::tr("%n weights are needed, none of them negative and not all zero.", nullptr,
                               static_cast<int>(count)));
    }
    std::vector<double> weights = plan.weights;
    for (double &weight : weights) {
        weight /= sum;
    }
    return weights;
}

Result<Matrix> matrixOf(const Outcome &outcome, const CompositePlan &plan, const std::vector<int> &areas)
{
    const Results &results = *outcome.results;
    Matrix matrix;
    matrix.rows.assign(areas.size(), {});
    for (const QString &code : plan.codes) {
        const Definition *definition = results.definition(code);
        if (definition == nullptr) {
            return wrong(Texts::tr("The workspace has no indicator “%1”.").arg(code));
        }
        if (definition->direction == Direction::Band) {
            return wrong(
                Texts::tr("%1 is best within a band; only indicators that are better higher or lower can be joined.")
                    .arg(code));
        }
        matrix.higherIsBetter.push_back(definition->direction == Direction::HigherIsBetter);
        const Calculated *whole = results.latest(code, results.areas().city());
        for (std::size_t i = 0; i < areas.size(); ++i) {
            const Calculated *value = results.find(code, areas[i], whole != nullptr ? whole->period : QString());
            matrix.rows[i].push_back(value != nullptr ? value->value : std::nullopt);
        }
    }
    return matrix;
}

void rank(CompositeOutcome &result, const std::vector<std::vector<Quantity>> &scaled, const CompositePlan &plan)
{
    std::vector<Quantity> values;
    values.reserve(result.areas.size());
    for (const CompositeArea &area : result.areas) {
        values.push_back(area.value);
    }
    const std::vector<Quantity> ranked = ranks(values);
    const auto intervals = sensitivity(scaled, result.weights, plan.aggregation, plan.share, plan.rounds);
    for (std::size_t i = 0; i < result.areas.size(); ++i) {
        result.areas[i].rank = ranked[i];
        if (i < intervals.size() && ranked[i]) {
            result.areas[i].bestRank = intervals[i].best;
            result.areas[i].worstRank = intervals[i].worst;
        }
    }
    std::stable_sort(result.areas.begin(), result.areas.end(), [](const CompositeArea &a, const CompositeArea &b) {
        return a.rank.has_value() != b.rank.has_value() ? a.rank.has_value() : a.rank && *a.rank < *b.rank;
    });
}

} // namespace

const char *nameOf(Scale scale)
{
    return kScales[static_cast<std::size_t>(scale)].second;
}

const char *nameOf(Weighting weighting)
{
    return kWeightings[static_cast<std::size_t>(weighting)].second;
}

std::optional<Scale> scaleFrom(const QString &name)
{
    for (const auto &[value, text] : kScales) {
        if (name == QLatin1String(text)) {
            return value;
        }
    }
    return std::nullopt;
}

std::optional<Weighting> weightingFrom(const QString &name)
{
    for (const auto &[value, text] : kWeightings) {
        if (name == QLatin1String(text)) {
            return value;
        }
    }
    return std::nullopt;
}

QJsonObject CompositePlan::toJson() const
{
    QJsonArray given, table;
    for (const double weight : weights) {
        given.append(weight);
    }
    for (const auto &row : judgements) {
        QJsonArray line;
        for (const double judgement : row) {
            line.append(judgement);
        }
        table.append(line);
    }
    return {{QStringLiteral("codes"), QJsonArray::fromStringList(codes)},
            {QStringLiteral("level"), level},
            {QStringLiteral("scale"), QLatin1String(nameOf(scale))},
            {QStringLiteral("weighting"), QLatin1String(nameOf(weighting))},
            {QStringLiteral("weights"), given},
            {QStringLiteral("judgements"), table},
            {QStringLiteral("geometric"), aggregation == Aggregation::Geometric}};
}

CompositePlan CompositePlan::fromJson(const QJsonObject &json)
{
    CompositePlan plan;
    const QJsonArray codes = json.value(QStringLiteral("codes")).toArray();
    for (const QJsonValue &code : codes) {
        plan.codes << code.toString();
    }
    plan.level = json.value(QStringLiteral("level")).toString();
    plan.scale = scaleFrom(json.value(QStringLiteral("scale")).toString()).value_or(Scale::MinMax);
    plan.weighting = weightingFrom(json.value(QStringLiteral("weighting")).toString()).value_or(Weighting::Equal);
    const QJsonArray weights = json.value(QStringLiteral("weights")).toArray();
    for (const QJsonValue &weight : weights) {
        plan.weights.push_back(weight.toDouble());
    }
    const QJsonArray table = json.value(QStringLiteral("judgements")).toArray();
    for (const QJsonValue &line : table) {
        const QJsonArray cells = line.toArray();
        std::vector<double> row;
        row.reserve(static_cast<std::size_t>(cells.size()));
        for (const QJsonValue &cell : cells) {
            row.push_back(cell.toDouble());
        }
        plan.judgements.push_back(std::move(row));
    }
    plan.aggregation =
        json.value(QStringLiteral("geometric")).toBool() ? Aggregation::Geometric : Aggregation::Arithmetic;
    return plan;
}

Result<CompositeOutcome> composite(const Outcome &outcome, const CompositePlan &plan)
{
    const AreaTree &areas = outcome.results->areas();
    if (plan.codes.size() < 2) {
        return wrong(Texts::tr("A composite needs at least two indicators."));
    }
    const int asked = areas.levelOf(plan.level);
    if (!plan.level.isEmpty() && asked < 0) {
        return wrong(Texts::tr("There is no level “%1”; there are %2.")
                         .arg(plan.level, areas.levels().join(QStringLiteral(", "))));
    }
    const std::vector<int> rows = areas.atLevel(asked >= 0 ? asked : std::max(0, areas.cityLevel() - 1));
    LOCI_TRY(const Matrix matrix, matrixOf(outcome, plan, rows));
    std::vector<std::pair<double, double>> posts;
    if (plan.scale == Scale::Target) {
        LOCI_TRY(posts, targetPosts(outcome, plan));
    }
    const auto scaled = normalised(matrix, normalisationOf(plan.scale), posts);
    CompositeOutcome result;
    LOCI_TRY(result.weights, weightsOf(plan, scaled, result));
    if (plan.scale == Scale::ZScore && plan.aggregation == Aggregation::Geometric) {
        return wrong(Texts::tr("The geometric mean needs values from 0 to 1: choose another scale than z-scores."));
    }
    result.areas.reserve(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Composite one = aggregate(scaled[i], result.weights, plan.aggregation);
        result.areas.push_back({rows[i], matrix.rows[i], scaled[i], one.value, {}, one.weightPresent, 0, 0});
    }
    rank(result, scaled, plan);
    result.alpha = cronbachAlpha(scaled);
    result.correlations = correlations(matrix.rows);
    result.method = QStringLiteral("%1 scale, %2 weights, %3 mean; ranks with weights varied by ±%4 % in %5 rounds")
                        .arg(QLatin1String(nameOf(plan.scale)), QLatin1String(nameOf(plan.weighting)),
                             plan.aggregation == Aggregation::Geometric ? QStringLiteral("geometric")
                                                                        : QStringLiteral("arithmetic"))
                        .arg(100 * plan.share)
                        .arg(plan.rounds);
    return result;
}

} // namespace loci::indicators
