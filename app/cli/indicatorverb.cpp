// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/indicatorverb.h"

#include "app/cli/indicatorbacktest.h"
#include "app/cli/indicatorcomposite.h"
#include "app/cli/indicatorjson.h"
#include "app/indicators/indicatorrun.h"
#include "layers/domain/indicators/explanation.h"
#include "layers/workspace/workspace.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <cmath>

namespace loci::cli {

using namespace indicators;
using workspace::Access;
using workspace::Workspace;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::cli::IndicatorVerb)
};

tl::unexpected<Error> usage(const QString &sentence)
{
    return fail(ErrorCode::Usage, sentence);
}

QString option(const Call &call, const char *name)
{
    return call.options.value(QLatin1String(name));
}

QString language(const Call &call)
{
    return call.options.value(QStringLiteral("lang"), QLocale().name());
}

Result<Outcome> computed(const Call &call, const Workspace &opened)
{
    return app::runIndicators(app::indicatorSnapshot(opened), QDateTime::currentDateTimeUtc(), call.cancel,
                              [&call](double part) {
                                  if (call.note) {
                                      call.note(Texts::tr("Computing indicators: %1 %").arg(std::round(100 * part)));
                                  }
                              });
}

/// The area and indicator that the options name.
struct Asked
{
    const Definition *definition = nullptr;
    int area = 0;
    QString period;
};
Result<Asked> asked(const Call &call, const Results &results)
{
    Asked result;
    const QString code = call.arguments.value(2);
    result.definition = results.definition(code);
    if (result.definition == nullptr) {
        return usage(Texts::tr("The workspace has no indicator “%1”.").arg(code));
    }
    const QString area = option(call, "area");
    result.area = area.isEmpty() ? results.areas().city() : results.areas().findAny(area);
    if (result.area < 0) {
        return usage(Texts::tr("There is no area “%1”.").arg(area));
    }
    const Calculated *latest = results.latest(code, result.area);
    result.period = call.options.value(QStringLiteral("period"), latest != nullptr ? latest->period : QString());
    return result;
}

QString line(const Results &results, const Calculated &value, const QString &words)
{
    const Definition *definition = results.definition(value.code);
    QString text =
        QStringLiteral("%1  %2  %3 %4")
            .arg(value.code, results.areas().at(value.area).name.in(words),
                 shownNumber(*definition, value.value, QLocale()), value.value ? definition->unit : QString());
    return text.trimmed() + QStringLiteral("  ") + value.coverage() +
           (value.period.isEmpty() ? QString() : QStringLiteral("  ") + value.period);
}

Result<Answer> listPacks(const Call &call)
{
    Answer answer;
    QJsonArray packs;
    QStringList lines;
    for (const QString &name : app::shippedPacks()) {
        LOCI_TRY(const QByteArray text, app::packText(name));
        const auto pack = readPack(text, name);
        QJsonArray items;
        for (const Definition &definition : pack.value) {
            items.append(toJson(definition));
        }
        const Words title = wordsFrom(QJsonDocument::fromJson(text).object().value(QStringLiteral("title")));
        answer.findings.insert(answer.findings.end(), pack.findings.begin(), pack.findings.end());
        packs.append(QJsonObject{{QStringLiteral("pack"), name},
                                 {QStringLiteral("title"), toJson(title)},
                                 {QStringLiteral("indicators"), items}});
        lines << Texts::tr("%1: %2, %n indicators", nullptr, static_cast<int>(pack.value.size()))
                     .arg(name, title.in(language(call)));
    }
    answer.json = {{QStringLiteral("packs"), packs}};
    answer.text = lines.join(QLatin1Char('\n'));
    return answer;
}

Result<Answer> list(const Call &call)
{
    if (call.arguments.size() < 2) {
        return listPacks(call);
    }
    LOCI_TRY(const auto opened, Workspace::open(call.arguments[1], Access::ReadOnly));
    const app::IndicatorSnapshot snapshot = app::indicatorSnapshot(*opened);
    Answer answer;
    answer.findings = snapshot.findings;
    QJsonArray items;
    QStringList lines;
    for (const auto &definition : snapshot.definitions) {
        items.append(toJson(*definition));
        lines << QStringLiteral("%1  %2  [%3]")
                     .arg(definition->code, definition->name.in(language(call)), definition->unit);
    }
    answer.json = {{QStringLiteral("indicators"), items}};
    answer.text = lines.isEmpty() ? Texts::tr("The workspace has no indicators.") : lines.join(QLatin1Char('\n'));
    return answer;
}

Result<Answer> add(const Call &call)
{
    if (call.arguments.size() != 3) {
        return usage(Texts::tr("“indicator add” needs a workspace and a pack."));
    }
    LOCI_TRY(const auto opened, Workspace::open(call.arguments[1]));
    LOCI_TRY(const int count, app::addPack(*opened, call.arguments[2]));
    Answer answer;
    answer.json = {{QStringLiteral("added"), count}, {QStringLiteral("pack"), call.arguments[2]}};
    answer.text = Texts::tr("%n indicators added.", nullptr, count);
    return answer;
}

Result<Answer> compute(const Call &call)
{
    const bool keep = call.options.contains(QStringLiteral("keep"));
    LOCI_TRY(const auto opened, Workspace::open(call.arguments.value(1), keep ? Access::ReadWrite : Access::ReadOnly));
    LOCI_TRY(const Outcome outcome, computed(call, *opened));
    const Results &results = *outcome.results;
    const QString wanted = call.arguments.value(2);
    if (!wanted.isEmpty()) {
        LOCI_CHECK(asked(call, results));
    }
    if (keep) {
        LOCI_CHECK(opened->keepIndicatorValues(app::indicatorRows(results)));
    }
    Answer answer;
    answer.findings = results.findings;
    QJsonArray values;
    QStringList lines;
    const QString period = option(call, "period"), level = option(call, "level"), place = option(call, "area");
    for (const Calculated &value : results.values()) {
        const Area &area = results.areas().at(value.area);
        const bool latest = results.latest(value.code, value.area) == &value;
        const bool matches = (wanted.isEmpty() || value.code == wanted) &&
                             (period.isEmpty() ? latest : value.period == period || period == QLatin1String("all")) &&
                             (level.isEmpty() || results.areas().levels().value(area.level) == level) &&
                             (place.isEmpty() || area.code == place);
        if (matches) {
            values.append(toJson(results, value));
            lines << line(results, value, language(call));
        }
    }
    if (!wanted.isEmpty()) {
        LOCI_TRY(const Asked one, asked(call, results));
        if (const Calculated *value = results.find(wanted, one.area, one.period)) {
            answer.json = toJson(results, *value);
        }
    }
    answer.json.insert(QStringLiteral("values"), values);
    answer.json.insert(QStringLiteral("kept"), keep);
    answer.text = lines.join(QLatin1Char('\n'));
    return answer;
}

Result<Answer> explainOne(const Call &call)
{
    LOCI_TRY(const auto opened, Workspace::open(call.arguments.value(1), Access::ReadOnly));
    LOCI_TRY(const Outcome outcome, computed(call, *opened));
    LOCI_TRY(const Asked one, asked(call, *outcome.results));
    const auto told = explain(*outcome.results, one.definition->code, one.area, one.period, language(call));
    if (!told) {
        return usage(Texts::tr("There is no value for this area and period."));
    }
    Answer answer;
    answer.findings = outcome.results->findings;
    answer.json = {{QStringLiteral("definition"), toJson(*one.definition)},
                   {QStringLiteral("explanation"), indicators::toJson(*told)}};
    answer.text = toText(*told);
    return answer;
}

/// "2027=75,2030=85" to pairs.
Result<std::vector<Point>> points(const QString &text)
{
    std::vector<Point> list;
    for (const QString &part : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        bool year = false, value = false;
        const Point point{part.section(QLatin1Char('='), 0, 0).toDouble(&year),
                          part.section(QLatin1Char('='), 1).toDouble(&value)};
        if (!year || !value || point.time < 1900 || point.time > 2200) {
            return usage(Texts::tr("“%1” is no year with a value, such as 2027=75.").arg(part));
        }
        list.push_back(point);
    }
    return list;
}

Result<> setTargets(const Call &call, const QString &code, Workspace &opened)
{
    LOCI_TRY(const auto goals, points(option(call, "set")));
    LOCI_TRY(const auto base, points(option(call, "baseline")));
    TargetPlan plan;
    if (!base.empty()) {
        plan.baseline = base.front();
    }
    for (const Point &goal : goals) {
        plan.targets.push_back({static_cast<int>(goal.time), goal.value, false});
    }
    const QString key = QLatin1String(workspace::key::kTargetPrefix) + code;
    return opened.commit({Texts::tr("Set the targets of %1").arg(code),
                          {{key, {}, QJsonDocument(plan.toJson()).toJson(QJsonDocument::Compact)}}});
}

Result<Answer> target(const Call &call)
{
    const bool set = call.options.contains(QStringLiteral("set"));
    LOCI_TRY(const auto opened, Workspace::open(call.arguments.value(1), set ? Access::ReadWrite : Access::ReadOnly));
    LOCI_TRY(Outcome outcome, computed(call, *opened));
    LOCI_TRY(const Asked one, asked(call, *outcome.results));
    if (set) {
        LOCI_CHECK(setTargets(call, one.definition->code, *opened));
        outcome.targets = app::indicatorSnapshot(*opened).targets;
    }
    Answer answer;
    QJsonArray states;
    QStringList lines;
    for (const TargetState &state : outcome.targetsOf(one.definition->code, one.area)) {
        states.append(toJson(state));
        lines << QStringLiteral("%1: %2 %3  %4  %5")
                     .arg(state.target.year)
                     .arg(QLocale().toString(state.target.value, 'f', one.definition->decimals), one.definition->unit,
                          toText(state.light), state.sentence);
        if (state.perYear) {
            lines.back() += QLatin1Char(' ') + Texts::tr("Needed: %1 a year.").arg(*state.perYear, 0, 'f', 2);
        }
    }
    if (const Calculated *value = outcome.results->find(one.definition->code, one.area, one.period)) {
        answer.json = toJson(*outcome.results, *value);
    }
    answer.json.insert(QStringLiteral("targets"), states);
    answer.text = lines.isEmpty() ? Texts::tr("There is no target for %1.").arg(one.definition->code)
                                  : lines.join(QLatin1Char('\n'));
    return answer;
}

Result<int> wholeNumber(const Call &call, const char *name, int otherwise)
{
    bool good = true;
    const QString text = option(call, name);
    const int value = text.isEmpty() ? otherwise : text.toInt(&good);
    if (!good || value < 1 || value > 10000) {
        return usage(Texts::tr("--%1 needs a whole number from 1 to 10000.").arg(QLatin1String(name)));
    }
    return value;
}

Result<Answer> forecastStream(const Call &call)
{
    LOCI_TRY(const int steps, wholeNumber(call, "steps", 24));
    LOCI_TRY(const int season, wholeNumber(call, "season", 24));
    LOCI_TRY(const auto opened, Workspace::open(call.arguments.value(1), Access::ReadOnly));
    LOCI_TRY(const auto streams, app::streamsOf(app::indicatorSnapshot(*opened), call.cancel));
    const QString name = call.arguments.value(2);
    if (streams && call.options.contains(QStringLiteral("backtest"))) {
        LOCI_TRY(const int origins, wholeNumber(call, "origins", 60));
        return indicatorBackTest(call, *streams, steps, season, origins);
    }
    if (!streams || !streams->streams().contains(name)) {
        return usage(Texts::tr("The workspace has no stream “%1”; it has %2.")
                         .arg(name, streams ? streams->streams().mid(0, 12).join(QStringLiteral(", ")) : QString()));
    }
    LOCI_TRY(const HourlySeries series, streams->hourly(name));
    const int origins = std::clamp(static_cast<int>(series.values.size()) / (4 * steps), 1, 14);
    LOCI_TRY(const Forecast made, forecast(series.values, season, steps, origins, call.cancel));
    const auto flags = anomalies(series.values, season);
    QJsonArray ahead, odd;
    const auto timeOf = [&series](std::size_t step) {
        return series.start.addSecs(3600LL * series.stepHours * static_cast<qint64>(step)).toString(Qt::ISODate);
    };
    for (std::size_t i = 0; i < made.points.size(); ++i) {
        ahead.append(QJsonObject{{QStringLiteral("time"), timeOf(series.values.size() + i)},
                                 {QStringLiteral("value"), made.points[i].value},
                                 {QStringLiteral("low"), made.points[i].low},
                                 {QStringLiteral("high"), made.points[i].high}});
    }
    for (std::size_t i = 0; i < flags.size(); ++i) {
        if (flags[i].flagged) {
            odd.append(QJsonObject{{QStringLiteral("time"), timeOf(i)},
                                   {QStringLiteral("value"), series.values[i]},
                                   {QStringLiteral("expected"), flags[i].expected},
                                   {QStringLiteral("score"), flags[i].score}});
        }
    }
    Answer answer;
    answer.json = {{QStringLiteral("stream"), name},
                   {QStringLiteral("unit"), series.unit},
                   {QStringLiteral("method"), made.method},
                   {QStringLiteral("forecast"), ahead},
                   {QStringLiteral("backTest"), toJson(made.backTest)},
                   {QStringLiteral("anomalies"), odd},
                   {QStringLiteral("anomalyMethod"), anomalyMethod(season, 28, 3.5)}};
    const ForecastPoint &next = made.points.front();
    answer.text = Texts::tr("%1: next value %2 %3 (90 % between %4 and %5). Method: %6. Back-test over %7 values: mean "
                            "absolute error %8, one season before %9. %10 anomalies.")
                      .arg(name)
                      .arg(next.value, 0, 'f', 1)
                      .arg(series.unit)
                      .arg(next.low, 0, 'f', 1)
                      .arg(next.high, 0, 'f', 1)
                      .arg(made.method)
                      .arg(made.backTest.compared)
                      .arg(made.backTest.meanAbsolute, 0, 'f', 2)
                      .arg(made.backTest.naiveMeanAbsolute, 0, 'f', 2)
                      .arg(odd.size());
    return answer;
}

Result<Answer> run(const Call &call)
{
    const QString what = call.arguments.value(0);
    if (what == QLatin1String("list")) {
        return list(call);
    }
    if (what == QLatin1String("add")) {
        return add(call);
    }
    if (what == QLatin1String("compute") && call.arguments.size() > 1) {
        return compute(call);
    }
    const bool complete = call.arguments.size() == 3;
    if (what == QLatin1String("explain") && complete) {
        return explainOne(call);
    }
    if (what == QLatin1String("target") && complete) {
        return target(call);
    }
    if (what == QLatin1String("forecast") && complete) {
        return forecastStream(call);
    }
    if (what == QLatin1String("composite") && complete) {
        LOCI_TRY(const auto opened, Workspace::open(call.arguments[1], Access::ReadOnly));
        LOCI_TRY(const Outcome outcome, computed(call, *opened));
        return indicatorComposite(call, outcome, language(call));
    }
    return usage(Texts::tr("Say what to do: list [WORKSPACE], add WORKSPACE PACK, compute WORKSPACE [CODE], explain "
                           "WORKSPACE CODE, target WORKSPACE CODE, forecast WORKSPACE STREAM or composite WORKSPACE "
                           "CODE,CODE."));
}

} // namespace

VerbSpec indicatorVerb()
{
    VerbSpec verb;
    verb.name = QStringLiteral("indicator");
    verb.usage =
        QStringLiteral("indicator list|add|compute|explain|target|forecast|composite [WORKSPACE] [CODE|PACK|STREAM] "
                       "[--area CODE] [--period P|all] [--level L] [--keep] [--set YEAR=VALUE,...] "
                       "[--baseline YEAR=VALUE] [--steps N] [--season N] [--backtest] [--origins N] [--normalise M] "
                       "[--weights equal|entropy|W,W] [--judgements ROW;ROW] [--aggregate M] [--share S] "
                       "[--rounds N]");
    verb.summary = Texts::tr("Computes, explains and follows indicators");
    verb.valueOptions = {QStringLiteral("area"),    QStringLiteral("period"),     QStringLiteral("level"),
                         QStringLiteral("set"),     QStringLiteral("baseline"),   QStringLiteral("steps"),
                         QStringLiteral("season"),  QStringLiteral("origins"),    QStringLiteral("normalise"),
                         QStringLiteral("weights"), QStringLiteral("judgements"), QStringLiteral("aggregate"),
                         QStringLiteral("share"),   QStringLiteral("rounds")};
    verb.flags = {QStringLiteral("keep"), QStringLiteral("backtest")};
    verb.minArguments = 1;
    verb.maxArguments = 3;
    verb.run = run;
    return verb;
}

} // namespace loci::cli
