// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/plan/planinput.h"
#include "layers/analysis/planning/ruleengine.h"
#include "layers/formats/planreport.h"

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
    answer.text = input.has("csv") ? formats::planCsv(report.results, pack) : lines.join(QLatin1Char('\n'));
    return answer;
}

} // namespace

Result<Answer> planCheck(const PlanInput &input)
{
    QElapsedTimer timer;
    timer.start();
    LOCI_TRY(const QDate day, input.day());
    LOCI_TRY(const QString datum, input.datum());
    LOCI_TRY(const PlanModel model, input.model());
    LOCI_TRY(const Loaded<planning::PlanBasis> basis, input.basis(*model.model));
    const RulePack &pack = basis.value.rules;
    const analysis::Shape::Context context;
    LOCI_TRY(const Loaded<analysis::BuildingSet> buildings,
             analysis::BuildingSet::of(model.model, context, model.proposed, {}, input.call().cancel));
    analysis::CheckRequest request;
    request.buildings = &buildings.value;
    request.layer = &basis.value.areas;
    request.pack = &pack;
    request.views = basis.value.views.views.empty() ? nullptr : &basis.value.views;
    request.day = day;
    request.datum = datum;
    request.only = input.option("object").split(QLatin1Char(','), Qt::SkipEmptyParts);
    LOCI_TRY(const CheckReport report, analysis::checkRules(request, input.call().cancel));
    Answer answer = answerOf(input, report, pack, day);
    for (const Findings *findings : {&model.findings, &basis.findings, &buildings.findings, &report.findings}) {
        std::copy(findings->begin(), findings->end(), std::back_inserter(answer.findings));
    }
    answer.json.insert(QStringLiteral("seconds"), static_cast<double>(timer.nsecsElapsed()) / 1e9);
    return answer;
}

} // namespace loci::cli
