// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/planning/dossiertables.h"

#include "layers/domain/planning/proposal.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

namespace loci::app {

using map::PlanReport;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::app::Dossier)
};

QString number(const std::optional<double> &value, int decimals = 1)
{
    return value ? QString::number(*value, 'f', decimals) : QStringLiteral("–");
}

QJsonValue json(const std::optional<double> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonObject figures(const analysis::SkylineFigures &figures)
{
    return {{QStringLiteral("mean"), figures.mean},
            {QStringLiteral("deviation"), figures.deviation},
            {QStringLiteral("variation"), figures.variation},
            {QStringLiteral("entropy"), figures.entropy}};
}

QJsonObject town(const analysis::TownMetrics &metrics)
{
    return {{QStringLiteral("buildings"), static_cast<qint64>(metrics.buildings)},
            {QStringLiteral("builtArea"), metrics.builtArea},
            {QStringLiteral("floorArea"), json(metrics.floorArea)},
            {QStringLiteral("highest"), json(metrics.highest)},
            {QStringLiteral("meanHeight"), json(metrics.meanHeight)}};
}

} // namespace

QString systemName(EpsgCode crs)
{
    return crs.isKnown() ? QStringLiteral("EPSG:%1").arg(crs.value()) : Texts::tr("coordinate system not stated");
}

QString bilingual(const QString &text, const QString &language)
{
    static const QRegularExpression kHan(QStringLiteral("\\p{Han}"));
    const qsizetype first = text.indexOf(kHan);
    const qsizetype space = first > 0 ? text.lastIndexOf(QLatin1Char(' '), first) : -1;
    if (space <= 0) {
        return text;
    }
    return language.startsWith(QLatin1String("zh")) ? text.mid(space + 1) : text.left(space);
}

PlanReport::Table blockTable(const analysis::PlanOutcome &outcome)
{
    PlanReport::Table table;
    table.title = Texts::tr("What is proposed");
    table.head = {Texts::tr("Building"),      Texts::tr("Ground, m"), Texts::tr("Top, m"),
                  Texts::tr("Ceiling, m"),    Texts::tr("Storeys"),   Texts::tr("Footprint, m²"),
                  Texts::tr("Floor area, m²")};
    table.widths = {25, 12, 12, 12, 11, 14, 14};
    for (const analysis::ProposedBlock &block : outcome.blocks) {
        table.rows.push_back({block.id, number(block.foot, 2), number(block.top, 2), number(block.ceiling, 2),
                              number(block.storeys, 0), number(block.footprintArea, 0), number(block.floorArea, 0)});
    }
    return table;
}

PlanReport::Table sunTable(const analysis::PlanEffects &effects)
{
    constexpr std::size_t kMost = 25;
    PlanReport::Table table;
    table.title = Texts::tr("Sunlight");
    if (effects.looked == 0) {
        table.remark = Texts::tr("No building stands within reach of the shadow, or where the city lies is not known.");
        return table;
    }
    table.remark =
        Texts::tr("%1 buildings looked at, %2 lose at least a minute. Day %3, %4 to %5 h true solar time, places every "
                  "%6 m on the walls, %7 m above the ground; minutes of sun.")
            .arg(effects.looked)
            .arg(effects.sun.size())
            .arg(effects.sunDay.toString(QStringLiteral("MM-dd")))
            .arg(effects.count.begin)
            .arg(effects.count.end)
            .arg(effects.spacing)
            .arg(effects.sill);
    table.head = {Texts::tr("Building"),      Texts::tr("Places"),    Texts::tr("Darkest before"),
                  Texts::tr("Darkest after"), Texts::tr("Most lost"), Texts::tr("Because of")};
    table.widths = {22, 11, 15, 15, 14, 23};
    for (const analysis::SunEffect &row : effects.sun) {
        if (table.rows.size() == kMost) {
            table.remark += QLatin1Char(' ') + Texts::tr("The %1 that lose most are listed.").arg(kMost);
            break;
        }
        table.rows.push_back({row.building, QString::number(row.places), number(row.leastBefore, 0),
                              number(row.leastAfter, 0), number(row.mostLost, 0), row.cause});
    }
    return table;
}

PlanReport::Table skylineTable(const analysis::PlanEffects &effects)
{
    PlanReport::Table table;
    if (!effects.skyline) {
        return table;
    }
    constexpr double kPercent = 100;
    const analysis::SkylineEffect &sky = *effects.skyline;
    const auto percent = [](const std::optional<double> &share) {
        return share ? number(*share * kPercent, 2) + QStringLiteral(" %") : QStringLiteral("–");
    };
    table.title = Texts::tr("Skyline from view %1").arg(sky.view);
    table.head = {Texts::tr("Figure"), Texts::tr("Before"), Texts::tr("After")};
    table.widths = {50, 25, 25};
    table.rows = {
        {Texts::tr("Mean angle, degrees"), number(sky.figuresBefore.mean, 3), number(sky.figuresAfter.mean, 3)},
        {Texts::tr("Sum of steps, degrees"), number(sky.figuresBefore.variation, 2),
         number(sky.figuresAfter.variation, 2)},
        {Texts::tr("Landmark that is seen"), percent(sky.landmarkBefore), percent(sky.landmarkAfter)},
        {Texts::tr("Share of the outline that changes"), QStringLiteral("–"), percent(sky.changedShare)}};
    return table;
}

PlanReport::Table townTable(const analysis::PlanOutcome &outcome)
{
    PlanReport::Table table;
    if (!outcome.after) {
        return table;
    }
    const analysis::TownMetrics &a = outcome.before;
    const analysis::TownMetrics &b = *outcome.after;
    table.title = Texts::tr("Indicators of the city");
    table.head = {Texts::tr("Figure"), Texts::tr("Before"), Texts::tr("After")};
    table.widths = {50, 25, 25};
    table.rows = {{Texts::tr("Buildings"), QString::number(a.buildings), QString::number(b.buildings)},
                  {Texts::tr("Built area, m²"), number(a.builtArea, 0), number(b.builtArea, 0)},
                  {Texts::tr("Floor area, m²"), number(a.floorArea, 0), number(b.floorArea, 0)},
                  {Texts::tr("Highest building, m"), number(a.highest), number(b.highest)},
                  {Texts::tr("Mean height, m"), number(a.meanHeight, 2), number(b.meanHeight, 2)}};
    return table;
}

PlanReport::Table sourceTable(const DossierInput &input, const Dossier &dossier)
{
    constexpr int kShown = 16;
    PlanReport::Table table;
    table.title = Texts::tr("Sources and calculation");
    table.head = {Texts::tr("What"), Texts::tr("Version")};
    table.widths = {55, 45};
    table.rows.push_back({Texts::tr("City model %1, %2").arg(input.baseName, systemName(input.base->crs)),
                          dossier.numbers[QLatin1String("model")].toString().left(kShown)});
    for (const planning::RulePack &pack : input.planCase.packs) {
        table.rows.push_back(
            {Texts::tr("Rules: %1").arg(pack.title.in(input.language)), pack.id + QLatin1Char(' ') + pack.version});
    }
    table.rows.push_back({Texts::tr("Height system"), input.datum.isEmpty() ? Texts::tr("not stated") : input.datum});
    table.rows.push_back({Texts::tr("Calculation"), dossier.report.contentHash.left(kShown)});
    return table;
}

QStringList signatureLines(const planning::Scenario &scenario)
{
    QStringList lines;
    if (scenario.approval) {
        lines << Texts::tr("Approved by %1 on %2. %3")
                     .arg(scenario.approval->by, scenario.approval->at.toString(Qt::ISODate),
                          scenario.approval->reason);
    }
    const QString rule(30, QLatin1Char('_'));
    lines << Texts::tr("Prepared by %1  Date %2").arg(rule, rule.left(14))
          << Texts::tr("Reviewed by %1  Date %2").arg(rule, rule.left(14));
    return lines;
}

QJsonObject numbersOf(const Dossier &dossier, const DossierInput &input)
{
    QJsonArray rows, sun, packs;
    for (const planning::RuleResult &row : dossier.outcome.results) {
        rows << QJsonObject{{QStringLiteral("object"), row.subject},
                            {QStringLiteral("rule"), row.rule},
                            {QStringLiteral("area"), row.area},
                            {QStringLiteral("value"), json(row.value)},
                            {QStringLiteral("limit"), json(row.limit)},
                            {QStringLiteral("margin"), json(row.margin)},
                            {QStringLiteral("verdict"), planning::verdictKey(row.verdict)}};
    }
    for (const analysis::SunEffect &row : dossier.effects.sun) {
        sun << QJsonObject{{QStringLiteral("object"), row.building},
                           {QStringLiteral("before"), row.leastBefore},
                           {QStringLiteral("after"), row.leastAfter},
                           {QStringLiteral("lost"), row.mostLost},
                           {QStringLiteral("cause"), row.cause}};
    }
    for (const planning::RulePack &pack : input.planCase.packs) {
        packs << pack.id + QLatin1Char(' ') + pack.version;
    }
    QJsonArray changes;
    for (const planning::PlanChange &change : dossier.outcome.proposal.changes) {
        changes << change.toJson();
    }
    QJsonObject all{{QStringLiteral("model"), QString::fromLatin1(planning::contentHash(*input.base).toHex())},
                    {QStringLiteral("changes"), changes},
                    {QStringLiteral("day"), input.day.toString(Qt::ISODate)},
                    {QStringLiteral("datum"), input.datum},
                    {QStringLiteral("packs"), packs},
                    {QStringLiteral("results"), rows},
                    {QStringLiteral("sunlight"), sun},
                    {QStringLiteral("before"), town(dossier.outcome.before)}};
    if (dossier.outcome.after) {
        all.insert(QStringLiteral("after"), town(*dossier.outcome.after));
    }
    if (const auto &sky = dossier.effects.skyline) {
        all.insert(QStringLiteral("skyline"), QJsonObject{{QStringLiteral("view"), sky->view},
                                                          {QStringLiteral("before"), figures(sky->figuresBefore)},
                                                          {QStringLiteral("after"), figures(sky->figuresAfter)},
                                                          {QStringLiteral("changedShare"), sky->changedShare},
                                                          {QStringLiteral("landmarkBefore"), json(sky->landmarkBefore)},
                                                          {QStringLiteral("landmarkAfter"), json(sky->landmarkAfter)}});
    }
    return all;
}

} // namespace loci::app
