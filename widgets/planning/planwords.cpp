// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/planning/planwords.h"

#include "layers/formats/planreport.h"

#include <QLocale>
#include <QPainter>
#include <QPixmap>
#include <QRegularExpression>

namespace loci::widgets {

using planning::Rule;
using planning::RuleResult;
using planning::Verdict;

QString PlanWords::language()
{
    return tr("en", "code of the language that texts of rule packs are shown in");
}

Status PlanWords::statusOf(const RuleResult &row)
{
    switch (row.verdict) {
    case Verdict::Pass:
        return row.marginal ? Status::Watch : Status::Good;
    case Verdict::Fail:
        return Status::Bad;
    case Verdict::Unknown:
        break;
    }
    return Status::Unknown;
}

QString PlanWords::verdict(const RuleResult &row)
{
    switch (row.verdict) {
    case Verdict::Pass:
        return row.marginal ? tr("Near") : tr("Pass");
    case Verdict::Fail:
        return tr("Fail");
    case Verdict::Unknown:
        break;
    }
    return tr("Unknown");
}

QString PlanWords::number(const std::optional<double> &value, const QString &unit, int decimals)
{
    if (!value) {
        return QStringLiteral("–");
    }
    const QString text = QLocale().toString(*value, 'f', decimals);
    return unit.isEmpty() ? text : text + QChar(0x00A0) + unit;
}

QString PlanWords::signedNumber(const std::optional<double> &value, const QString &unit, int decimals)
{
    if (!value) {
        return QStringLiteral("–");
    }
    const QString size = number(std::abs(*value), unit, decimals);
    return (*value < 0 ? QString(QChar(0x2212)) : QStringLiteral("+")) + size;
}

QString PlanWords::title(const RuleResult &row, const planning::RulePack &rules)
{
    const Rule *rule = rules.find(row.rule);
    const QString name = rule != nullptr ? rule->title.in(language()) : row.rule;
    return row.area.isEmpty() ? name : name + QLatin1Char(' ') + row.area;
}

QString PlanWords::clause(const RuleResult &row, const planning::RulePack &rules)
{
    const Rule *rule = rules.find(row.rule);
    return rule == nullptr ? QString() : rule->standard + QLatin1Char(' ') + rule->clause;
}

QString PlanWords::governing(const RuleResult &row, const planning::RulePack &rules)
{
    const QString name = title(row, rules);
    if (row.verdict == Verdict::Unknown) {
        return tr("Governing: %1 – unknown. %2").arg(name, row.note);
    }
    if (!row.margin) {
        return tr("Governing: %1 – %2").arg(name, verdict(row));
    }
    const QString size = number(std::abs(*row.margin), row.unit);
    return *row.margin < 0 ? tr("Governing: %1 – fails by %2").arg(name, size)
                           : tr("Governing: %1 – %2 to spare").arg(name, size);
}

QIcon PlanWords::icon(Status status, qreal ratio)
{
    constexpr int kSide = 16;
    QPixmap picture(QSize(kSide, kSide) * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    drawStatus(painter, status, QRectF(0, 0, kSide, kSide));
    painter.end();
    return picture;
}

QString PlanWords::name(const QString &text)
{
    static const QRegularExpression kHan(QStringLiteral("\\p{Han}"));
    const qsizetype first = text.indexOf(kHan);
    if (first <= 0) {
        return text;
    }
    const qsizetype space = text.lastIndexOf(QLatin1Char(' '), first);
    if (space <= 0) {
        return text;
    }
    return language().startsWith(QLatin1String("zh")) ? text.mid(space + 1) : text.left(space);
}

QString planCsv(const analysis::PlanOutcome &outcome, const planning::RulePack &rules)
{
    return formats::planCsv(outcome.results, rules);
}

} // namespace loci::widgets
