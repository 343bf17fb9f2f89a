// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/indicatorcomposite.h"

#include "layers/domain/indicators/compositeareas.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace loci::cli {

using namespace indicators;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::cli::IndicatorVerb)
};

tl::unexpected<Error> usage(const QString &sentence)
{
    return fail(ErrorCode::Usage, sentence);
}

/// "3", "0.5" or "1/3"; NaN when it is none.
double numberFrom(const QString &text)
{
    bool above = false, below = true;
    const double value = text.section(QLatin1Char('/'), 0, 0).toDouble(&above);
    const double by = text.contains(QLatin1Char('/')) ? text.section(QLatin1Char('/'), 1).toDouble(&below) : 1;
    return above && below && by != 0 ? value / by : std::numeric_limits<double>::quiet_NaN();
}

Result<std::vector<double>> numbersFrom(const QString &text)
{
    std::vector<double> numbers;
    for (const QString &part : text.split(QLatin1Char(','))) {
        numbers.push_back(numberFrom(part.trimmed()));
        if (!(numbers.back() >= 0)) {
            return usage(Texts::tr("“%1” is no number.").arg(part));
        }
    }
    return numbers;
}

Result<> readWeights(const QString &text, CompositePlan &plan)
{
    if (const auto named = weightingFrom(text)) {
        plan.weighting = *named;
        return {};
    }
    if (!text.isEmpty()) {
        LOCI_TRY(plan.weights, numbersFrom(text));
        plan.weighting = CompositePlan::Weighting::Given;
    }
    return {};
}

Result<> readRobustness(const Call &call, CompositePlan &plan)
{
    bool share = true, rounds = true;
    if (const QString text = call.options.value(QStringLiteral("share")); !text.isEmpty()) {
        plan.share = text.toDouble(&share);
    }
    if (const QString text = call.options.value(QStringLiteral("rounds")); !text.isEmpty()) {
        plan.rounds = text.toInt(&rounds);
    }
    if (!share || plan.share < 0 || plan.share > 1 || !rounds || plan.rounds < 1 || plan.rounds > 100000) {
        return usage(Texts::tr("--share needs a number from 0 to 1, and --rounds one from 1 to 100000."));
    }
    return {};
}

Result<CompositePlan> planFrom(const Call &call)
{
    CompositePlan plan;
    plan.codes = call.arguments.value(2).split(QLatin1Char(','), Qt::SkipEmptyParts);
    plan.level = call.options.value(QStringLiteral("level"));
    const auto scale = scaleFrom(call.options.value(QStringLiteral("normalise"), QStringLiteral("minmax")));
    if (!scale) {
        return usage(Texts::tr("--normalise needs minmax, zscore, rank, percentile or target."));
    }
    plan.scale = *scale;
    LOCI_CHECK(readWeights(call.options.value(QStringLiteral("weights")), plan));
    if (const QString text = call.options.value(QStringLiteral("judgements")); !text.isEmpty()) {
        plan.weighting = CompositePlan::Weighting::Ahp;
        for (const QString &row : text.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
            LOCI_TRY(auto numbers, numbersFrom(row));
            plan.judgements.push_back(std::move(numbers));
        }
    }
    const QString aggregate = call.options.value(QStringLiteral("aggregate"), QStringLiteral("arithmetic"));
    if (aggregate != QLatin1String("arithmetic") && aggregate != QLatin1String("geometric")) {
        return usage(Texts::tr("--aggregate needs arithmetic or geometric."));
    }
    plan.aggregation = aggregate == QLatin1String("geometric") ? Aggregation::Geometric : Aggregation::Arithmetic;
    LOCI_CHECK(readRobustness(call, plan));
    return plan;
}

QJsonValue json(const Quantity &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonArray json(const std::vector<Quantity> &values)
{
    QJsonArray list;
    for (const Quantity &value : values) {
        list.append(json(value));
    }
    return list;
}

} // namespace

Result<Answer> indicatorComposite(const Call &call, const Outcome &outcome, const QString &language)
{
    LOCI_TRY(const CompositePlan plan, planFrom(call));
    auto made = composite(outcome, plan);
    if (!made) {
        return usage(made.error().message);
    }
    Answer answer;
    answer.findings = outcome.results->findings;
    QJsonArray areas, weights, correlation;
    QStringList lines{Texts::tr("Method: %1").arg(made->method)};
    for (std::size_t i = 0; i < made->weights.size(); ++i) {
        const QString code = plan.codes.at(static_cast<qsizetype>(i));
        weights.append(QJsonObject{{QStringLiteral("code"), code}, {QStringLiteral("weight"), made->weights[i]}});
        lines << Texts::tr("weight %1  %2").arg(made->weights[i], 0, 'f', 4).arg(code);
        correlation.append(json(made->correlations[i]));
    }
    if (made->hierarchy) {
        lines << Texts::tr("consistency ratio %1 (%2)")
                     .arg(made->hierarchy->consistencyRatio, 0, 'f', 4)
                     .arg(made->hierarchy->acceptable()
                              ? Texts::tr("acceptable, at most 0.10")
                              : Texts::tr("the judgements contradict each other, above 0.10"));
        answer.json.insert(QStringLiteral("consistencyRatio"), made->hierarchy->consistencyRatio);
        answer.json.insert(QStringLiteral("lambdaMax"), made->hierarchy->lambdaMax);
        answer.json.insert(QStringLiteral("consistent"), made->hierarchy->acceptable());
    }
    for (const CompositeArea &each : made->areas) {
        const Area &area = outcome.results->areas().at(each.area);
        areas.append(QJsonObject{{QStringLiteral("area"), area.code},
                                 {QStringLiteral("name"), area.name.in(language)},
                                 {QStringLiteral("value"), json(each.value)},
                                 {QStringLiteral("rank"), json(each.rank)},
                                 {QStringLiteral("ranks"), QJsonArray{each.bestRank, each.worstRank}},
                                 {QStringLiteral("weightPresent"), each.weightPresent},
                                 {QStringLiteral("scaled"), json(each.scaled)}});
        lines << (each.value ? Texts::tr("%1  %2  %3 (%4 to %5)")
                                   .arg(*each.rank)
                                   .arg(area.name.in(language))
                                   .arg(*each.value, 0, 'f', 4)
                                   .arg(each.bestRank)
                                   .arg(each.worstRank)
                             : Texts::tr("-  %1  unknown").arg(area.name.in(language)));
    }
    answer.json.insert(QStringLiteral("method"), made->method);
    answer.json.insert(QStringLiteral("weights"), weights);
    answer.json.insert(QStringLiteral("areas"), areas);
    answer.json.insert(QStringLiteral("alpha"), json(made->alpha));
    answer.json.insert(QStringLiteral("correlations"), correlation);
    answer.text = lines.join(QLatin1Char('\n'));
    return answer;
}

} // namespace loci::cli
