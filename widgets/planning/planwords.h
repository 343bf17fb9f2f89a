// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/analysis/planning/planstudy.h"
#include "widgets/common/status.h"

#include <QCoreApplication>
#include <QIcon>
#include <QString>

namespace loci::widgets {

/// The words of planning results, the same in panel, card, table and dossier.
struct PlanWords
{
    Q_DECLARE_TR_FUNCTIONS(loci::widgets::PlanWords)
public:
    static QString language();                               ///< of texts that rule packs carry
    static Status statusOf(const planning::RuleResult &row); ///< marginal: watch
    static QString verdict(const planning::RuleResult &row);
    static QString number(const std::optional<double> &value, const QString &unit, int decimals = 1);
    static QString signedNumber(const std::optional<double> &value, const QString &unit, int decimals = 1);
    static QString title(const planning::RuleResult &row, const planning::RulePack &rules);
    static QString clause(const planning::RuleResult &row, const planning::RulePack &rules);
    /// "Governing: Height zone – 5.4 m over the limit".
    static QString governing(const planning::RuleResult &row, const planning::RulePack &rules);
    static QIcon icon(Status status, qreal ratio);
    /// The part of a bilingual name, "English 中文", that the program's language reads; all of it when it has one only.
    static QString name(const QString &text);
};

/// The table of every rule as comma separated values: the columns of `loci plan check --csv`.
QString planCsv(const analysis::PlanOutcome &outcome, const planning::RulePack &rules);

} // namespace loci::widgets
