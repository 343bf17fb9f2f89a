// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/report/planreport.h"

#include "layers/map/report/documentbuilder.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

namespace loci::map {

using planning::RuleResult;
using planning::Verdict;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::map::PlanReport)
};

constexpr double kPlan = 330; // high, 96 an inch
constexpr double kScene = 245;
constexpr double kChart = 200;

QString wordOf(Verdict verdict)
{
    return verdict == Verdict::Pass   ? Texts::tr("Pass")
           : verdict == Verdict::Fail ? Texts::tr("Fail")
                                      : Texts::tr("Unknown");
}

QString numberOf(const std::optional<double> &value, const QString &unit)
{
    return value ? QLocale(QLocale::C).toString(*value, 'f', 2) + (unit.isEmpty() ? QString() : QLatin1Char(' ') + unit)
                 : QStringLiteral("–");
}

void addPictures(DocumentBuilder &builder, const QString &title, const std::vector<PlanReport::Picture> &pictures,
                 double height)
{
    if (pictures.empty()) {
        return;
    }
    builder.heading(title);
    for (const PlanReport::Picture &picture : pictures) {
        builder.picture(picture.image, height, picture.caption);
    }
}

void addTable(DocumentBuilder &builder, const PlanReport::Table &table)
{
    if (table.title.isEmpty()) {
        return;
    }
    builder.heading(table.title);
    if (!table.remark.isEmpty()) {
        builder.remark(table.remark);
    }
    if (!table.rows.empty()) {
        builder.rows(table.head, table.rows, {table.widths.begin(), table.widths.end()});
    }
}

void addRules(DocumentBuilder &builder, const PlanReport &report)
{
    builder.heading(Texts::tr("Rules"));
    builder.remark(Texts::tr("Rules in force on %1. A negative margin says by how much a rule fails.")
                       .arg(report.day.toString(Qt::ISODate)));
    std::vector<QStringList> rows;
    rows.reserve(report.results.size());
    for (const RuleResult &row : report.results) {
        const planning::Rule *rule = report.rules.find(row.rule);
        const QString name = rule != nullptr ? rule->title.in(report.language) : row.rule;
        const QString clause = rule != nullptr ? rule->standard + QLatin1Char(' ') + rule->clause : QString();
        rows.push_back(
            {name + (row.governing ? Texts::tr(" (governing)") : QString()), clause,
             row.subject +
                 (row.area.isEmpty() || row.area == row.subject ? QString() : QStringLiteral(" / ") + row.area),
             row.value || row.found.isEmpty() ? numberOf(row.value, row.unit) : row.found,
             numberOf(row.limit, row.unit), numberOf(row.margin, row.unit),
             wordOf(row.verdict) + (row.note.isEmpty() ? QString() : QStringLiteral(". ") + row.note)});
    }
    builder.rows({Texts::tr("Rule"), Texts::tr("Clause"), Texts::tr("Object"), Texts::tr("Value"), Texts::tr("Limit"),
                  Texts::tr("Margin"), Texts::tr("Verdict")},
                 rows, {19, 22, 17, 10, 10, 10, 12});
}

void addClauses(DocumentBuilder &builder, const PlanReport &report)
{
    builder.heading(Texts::tr("Clauses"));
    QSet<QString> told;
    std::vector<FieldText> clauses;
    for (const RuleResult &row : report.results) {
        const planning::Rule *rule = report.rules.find(row.rule);
        if (rule == nullptr || told.contains(row.rule)) {
            continue;
        }
        told.insert(row.rule);
        const QString confirm = rule->confirm ? Texts::tr(" (secondary source, to be confirmed)") : QString();
        clauses.push_back({rule->standard + QLatin1Char(' ') + rule->clause, rule->text.in(report.language) + confirm});
    }
    if (!clauses.empty()) {
        builder.fields(clauses);
    }
}

} // namespace

std::unique_ptr<QTextDocument> planDocument(const PlanReport &report)
{
    DocumentBuilder builder;
    builder.title(report.title);
    builder.subtitle(report.subtitle);
    builder.text(report.summary);
    addPictures(builder, Texts::tr("Place"), report.maps, kPlan);
    addRules(builder, report);
    addClauses(builder, report);
    addPictures(builder, Texts::tr("From the protected view"), report.scenes, kScene);
    addPictures(builder, Texts::tr("Skyline"), report.charts, kChart);
    for (const PlanReport::Table &table : report.studies) {
        addTable(builder, table);
    }
    addTable(builder, report.sources);
    builder.remark(Texts::tr("Content: %1").arg(report.contentHash));
    builder.heading(Texts::tr("Review"));
    for (const QString &line : report.signatures) {
        builder.text(line);
    }
    return builder.take();
}

PageTexts planPageTexts(const PlanReport &report)
{
    constexpr int kShown = 16;
    return {report.title, Texts::tr("Evidence dossier, rules as of %1, content %2")
                              .arg(report.day.toString(Qt::ISODate), report.contentHash.left(kShown))};
}

} // namespace loci::map
