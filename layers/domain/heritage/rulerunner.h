// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/heritage/importmapping.h"
#include "layers/domain/heritage/reigns.h"
#include "layers/domain/heritage/rowtable.h"

#include <QJsonValue>
#include <QRegularExpression>

namespace loci::heritage {

/// A rule made ready for one table. Holds references to table, rule and reigns, which outlive it.
class RuleRunner
{
public:
    struct Outcome
    {
        std::vector<QJsonValue> values; ///< empty: nothing there
        QString column;                 ///< of the problem
        QString problem;                ///< translated; empty: none
        bool isSkipped = false;         ///< the problem costs this value, not the row
    };

    /// `missing`: texts that mean "nothing there" everywhere. `reigns` may be null: then no Chinese date is read.
    RuleRunner(const ValueRule &rule, const RowTable &table, const QStringList &missing, const ReignTable *reigns);

    /// Columns of the rule that the table does not have.
    const QStringList &absent() const { return m_absent; }
    bool isConstant() const { return m_rule.constant.has_value(); }
    Outcome run(const RowTable::Row &row) const;

private:
    QString joined(const RowTable::Row &row) const;
    bool isMissing(const QString &text) const { return m_missing.contains(text) || text.isEmpty(); }
    /// Undefined when the text is not of the rule's kind.
    QJsonValue typed(const QString &text) const;
    QJsonValue date(const QString &text) const;
    void addOne(const QString &text, Outcome &outcome) const;

    const ValueRule &m_rule;
    const RowTable &m_table;
    const ReignTable *m_reigns;
    std::vector<int> m_columns;
    QStringList m_absent, m_missing;
    QRegularExpression m_pattern;
};

/// HTML as plain text: tags go, paragraphs and line breaks become line breaks, entities become characters.
QString plainText(const QString &html);

} // namespace loci::heritage
