// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/planreport.h"

#include <QStringList>

namespace loci::formats {

QString csvCell(const QString &text)
{
    const bool quoted =
        text.contains(QLatin1Char(',')) || text.contains(QLatin1Char('"')) || text.contains(QLatin1Char('\n'));
    QString inside = text;
    return quoted ? QLatin1Char('"') + inside.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"')
                  : text;
}

QString csvNumber(const std::optional<double> &value)
{
    constexpr int kDigits = 12;
    return value ? QString::number(*value, 'g', kDigits) : QString();
}

QString planCsv(const std::vector<planning::RuleResult> &rows, const planning::RulePack &pack)
{
    QStringList lines{QStringLiteral("object,rule,standard,clause,area,value,limit,margin,unit,found,verdict,governing,"
                                     "marginal,estimated,confirm,missing,note")};
    const auto flag = [](bool value) { return value ? QStringLiteral("yes") : QStringLiteral("no"); };
    lines.reserve(static_cast<qsizetype>(rows.size()) + 1);
    for (const planning::RuleResult &row : rows) {
        const planning::Rule *rule = pack.find(row.rule);
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

} // namespace loci::formats
