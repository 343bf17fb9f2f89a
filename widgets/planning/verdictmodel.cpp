// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/planning/verdictmodel.h"

#include "widgets/planning/planwords.h"
#include "widgets/planning/ruledelegate.h"

namespace loci::widgets {

VerdictModel::VerdictModel(PlanDesk &desk, VerdictDesk &verdicts, QObject *parent)
    : QAbstractTableModel(parent)
    , m_desk(desk)
    , m_verdicts(verdicts)
{}

void VerdictModel::refresh()
{
    beginResetModel();
    m_shown = m_verdicts.verdicts();
    m_rows.clear();
    if (m_shown) {
        m_rows.reserve(m_shown->subjects.size());
        for (std::size_t i = 0; i < m_shown->subjects.size(); ++i) {
            if (m_verdicts.passesFilter(m_shown->subjects[i])) {
                m_rows.push_back(i);
            }
        }
    }
    endResetModel();
}

const analysis::JudgedSubject *VerdictModel::subject(int row) const
{
    return row < 0 || row >= static_cast<int>(m_rows.size())
               ? nullptr
               : &m_shown->subjects[m_rows[static_cast<std::size_t>(row)]];
}

int VerdictModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant VerdictModel::nameData(const analysis::JudgedSubject &subject, const planning::RuleResult &row, int role) const
{
    const planning::RulePack &rules = m_desk.basis().rules;
    const QString name =
        subject.name.isEmpty() ? subject.id : subject.id + QStringLiteral("  ") + PlanWords::name(subject.name);
    const QString decides = PlanWords::title(row, rules) + QStringLiteral(", ") + PlanWords::clause(row, rules);
    switch (role) {
    case Qt::DisplayRole:
        return name;
    case RuleDelegate::kSecond:
        return decides;
    case RuleDelegate::kWorst:
        return subject.verdict == planning::Verdict::Fail;
    case Qt::ToolTipRole:
        return QStringList{name, decides, row.note}.join(QLatin1Char('\n')).trimmed();
    default:
        return {};
    }
}

QVariant VerdictModel::verdictData(const planning::RuleResult &row, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return PlanWords::verdict(row);
    case Qt::DecorationRole:
        return PlanWords::icon(PlanWords::statusOf(row), 2);
    case RuleDelegate::kSecond:
        return row.margin ? PlanWords::signedNumber(row.margin, row.unit, row.unit == QLatin1String("m") ? 1 : 2)
                          : QString();
    case Qt::ToolTipRole:
        return row.note;
    default:
        return {};
    }
}

QVariant VerdictModel::data(const QModelIndex &index, int role) const
{
    const analysis::JudgedSubject *one = subject(index.row());
    if (one == nullptr) {
        return {};
    }
    const planning::RuleResult &row = m_shown->results[one->governing];
    return index.column() == 0 ? nameData(*one, row, role) : verdictData(row, role);
}

QVariant VerdictModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return section == 0 ? tr("Building or parcel, governing rule") : tr("Verdict");
}

} // namespace loci::widgets
