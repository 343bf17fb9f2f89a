// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/plan/planinput.h"
#include "layers/analysis/planning/ruleengine.h"
#include "layers/base/clock.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <iterator>

namespace loci::cli {

using analysis::CheckReport;
using planning::Rule;
using planning::RulePack;
using planning::RuleResult;
using planning::Verdict;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::cli::PlanVerb)
};

QJsonObject rowJson(const RuleResult &row, const RulePack &pack)
{
    const Rule *rule = pack.find(row.rule);
    QJsonObject json{{QStringLiteral("object"), row.subject},
                     {QStringLiteral("rule"), row.rule},
                     {QStringLiteral("area"), row.area.isEmpty() ? QJsonValue() : QJsonValue(row.area)},
                     {QStringLiteral("value"), jsonNumber(row.value)},
                     {QStringLiteral("limit"), jsonNumber(row.limit)},
                     {QStringLiteral("margin"), jsonNumber(row.margin)},
                     {QStringLiteral("unit"), row.unit},
                     {QStringLiteral("verdict"), planning::verdictKey(row.verdict)},
                     {QStringLiteral("governing"), row.governing},
                     {QStringLiteral("marginal"), row.marginal},
                     {QStringLiteral("estimated"), row.estimated}};
    if (rule != nullptr) {
        json.insert(QStringLiteral("standard"), rule->standard);
        json.insert(QStringLiteral("clause"), rule->clause);
        json.insert(QStringLiteral("title"), rule->title.in(dataLanguage()));
        json.insert(QStringLiteral("confirm"), rule->confirm);
    }
    const auto unless = [&json](const char *name, const QJsonValue &value, bool leaveOut) {
        if (!leaveOut) {
            json.insert(QLatin1String(name), value);
        }
    };
    unless("found", row.found, row.found.isEmpty());
    unless("missing", row.missing, row.missing.isEmpty());
    unless("note", row.note, row.note.isEmpty());
    unless("excessArea", jsonNumber(row.excessArea), !row.excessArea);
    unless("excessVolume", jsonNumber(row.excessVolume), !row.excessVolume);
    return json;
}

QString csv(const CheckReport &report, const RulePack &pack)
{
    QStringList lines{QStringLiteral("object,rule,standard,clause,area,value,limit,margin,unit,found,verdict,governing,"
                                     "marginal,estimated,confirm,missing,note")};
    const auto flag = [](bool value) { return value ? QStringLiteral("yes") : QStringLiteral("no"); };
    lines.reserve(static_cast<qsizetype>(report.results.size()) + 1);
    for (const RuleResult &row : report.results) {
        const Rule *rule = pack.find(row.rule);
        const QStringList cells{row.subject,
                                row.rule,
                                rule == nullptr ? QString() : rule->standard,
                                rule == nullptr ? QString() : rule->clause,
                                row.area,
                                csvNumber(row.value),
                                csvNumber(row.limit),
                                csvNumber(row.margin),
                                row.unit,
                                row.found,
                                planning::verdictKey(row.verdict),
                                flag(row.governing),
                                flag(row.marginal),
                                flag(row.estimated),
                                flag(rule != nullptr && rule->confirm),
                                row.missing,
                                row.note};
        QStringList safe;
        for (const QString &cell : cells) {
            safe << csvCell(cell);
        }
        lines << safe.join(QLatin1Char(','));
    }
    return lines.join(QLatin1Char('\n'));
}

struct Counts
{
    int pass = 0, fail = 0, unknown = 0;
    void add(Verdict verdict) { ++(verdict == Verdict::Pass ? pass : verdict == Verdict::Fail ? this->fail : unknown); }
    QJsonObject json() const
    {
        return {{QStringLiteral("pass"), pass}, {QStringLiteral("fail"), fail}, {QStringLiteral("unknown"), unknown}};
    }
};

QString rowText(const RuleResult &row, const RulePack &pack)
{
    const Rule *rule = pack.find(row.rule);
    const QString clause = rule == nullptr ? QString()
                                           : rule->standard + QLatin1Char(' ') + rule->clause + QStringLiteral(": ") +
                                                 rule->title.in(dataLanguage());
    const QString numbers = row.margin ? Texts::tr("%1 against %2 %3, margin %4")
                                             .arg(*row.value, 0, 'f', 2)
                                             .arg(*row.limit, 0, 'f', 2)
                                             .arg(row.unit)
                                             .arg(*row.margin, 0, 'f', 2)
                                       : row.note;
    return QStringLiteral("%1  %2  %3  %4").arg(planning::verdictKey(row.verdict), row.subject, clause, numbers);
}

Answer answerOf(const PlanInput &input, const CheckReport &report, const RulePack &pack, const QDate &day)
{
    Answer answer;
    Counts counts;
    QJsonArray rows, objects;
    for (const RuleResult &row : report.results) {
        rows << rowJson(row, pack);
    }
    QStringList lines;
    for (const analysis::SubjectVerdict &verdict : analysis::subjectVerdicts(report.results)) {
        const RuleResult &row = report.results[verdict.row];
        counts.add(verdict.verdict);
        objects << QJsonObject{{QStringLiteral("object"), verdict.subject},
                               {QStringLiteral("verdict"), planning::verdictKey(verdict.verdict)},
                               {QStringLiteral("governing"), row.rule},
                               {QStringLiteral("area"), row.area}};
        if (verdict.verdict != Verdict::Pass) {
            lines << rowText(row, pack);
        }
    }
    answer.json = {{QStringLiteral("pack"), pack.id},
                   {QStringLiteral("packVersion"), pack.version},
                   {QStringLiteral("date"), day.toString(Qt::ISODate)},
                   {QStringLiteral("rulesInForce"), static_cast<qint64>(report.rulesInForce)},
                   {QStringLiteral("objects"), objects},
                   {QStringLiteral("results"), rows},
                   {QStringLiteral("summary"), counts.json()}};
    lines << Texts::tr("%1 with %2 rules in force on %3: %4 pass, %5 fail, %6 unknown.")
                 .arg(pack.title.in(dataLanguage()))
                 .arg(report.rulesInForce)
                 .arg(day.toString(Qt::ISODate))
                 .arg(counts.pass)
                 .arg(counts.fail)
                 .arg(counts.unknown);
    answer.text = input.has("csv") ? csv(report, pack) : lines.join(QLatin1Char('\n'));
    return answer;
}

} // namespace

Result<Answer> planCheck(const PlanInput &input)
{
    QElapsedTimer timer;
    timer.start();
    LOCI_CHECK(input.need({"zones", "rules"}));
    LOCI_TRY(const RulePack pack, input.pack());
    LOCI_TRY(const QDate day, input.date("date", SystemClock().nowUtc().date()));
    LOCI_TRY(const PlanModel model, input.model());
    LOCI_TRY(const Loaded<planning::PlanLayer> layer, input.layer("zones", *model.model));
    planning::ViewSet views;
    if (input.has("views")) {
        LOCI_TRY(views, input.views(*model.model));
    }
    const analysis::Shape::Context context;
    LOCI_TRY(const Loaded<analysis::BuildingSet> buildings,
             analysis::BuildingSet::of(model.model, context, model.proposed, {}, input.call().cancel));
    analysis::CheckRequest request;
    request.buildings = &buildings.value;
    request.layer = &layer.value;
    request.pack = &pack;
    request.views = input.has("views") ? &views : nullptr;
    request.day = day;
    request.datum = input.option("datum");
    request.only = input.option("object").split(QLatin1Char(','), Qt::SkipEmptyParts);
    LOCI_TRY(const CheckReport report, analysis::checkRules(request, input.call().cancel));
    Answer answer = answerOf(input, report, pack, day);
    for (const Findings *findings : {&model.findings, &layer.findings, &buildings.findings, &report.findings}) {
        std::copy(findings->begin(), findings->end(), std::back_inserter(answer.findings));
    }
    answer.json.insert(QStringLiteral("seconds"), static_cast<double>(timer.nsecsElapsed()) / 1e9);
    return answer;
}

} // namespace loci::cli
