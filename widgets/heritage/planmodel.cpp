// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heritage/planmodel.h"

#include "widgets/common/icons.h"
#include "widgets/common/tokens.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

namespace loci::widgets {

namespace {

constexpr int kMostChanges = 12;

QString shortText(const QJsonValue &value)
{
    constexpr int kLongest = 60;
    QString text = value.toVariant().toString();
    if (value.isObject()) {
        text = QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    } else if (value.isArray()) {
        text = QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    } else if (value.isUndefined() || value.isNull()) {
        text = QStringLiteral("–");
    }
    return text.size() > kLongest ? text.left(kLongest) + QStringLiteral("…") : text;
}

} // namespace

void PlanModel::setPlan(std::shared_ptr<const heritage::ImportPlan> plan)
{
    m_plan = std::move(plan);
    select();
}

void PlanModel::setFate(std::optional<Fate> fate)
{
    m_fate = fate;
    select();
}

void PlanModel::select()
{
    beginResetModel();
    m_shown.clear();
    if (m_plan != nullptr) {
        m_shown.reserve(m_plan->rows.size());
        for (std::size_t i = 0; i < m_plan->rows.size(); ++i) {
            const Fate fate = m_plan->rows[i].fate;
            if (!m_fate || fate == *m_fate || (*m_fate == Fate::Update && fate == Fate::Joined)) {
                m_shown.push_back(i);
            }
        }
    }
    endResetModel();
}

QString PlanModel::fateWord(Fate fate)
{
    switch (fate) {
    case Fate::Create:
        return tr("create");
    case Fate::Update:
        return tr("update");
    case Fate::Unchanged:
        return tr("unchanged");
    case Fate::Joined:
        return tr("joined");
    case Fate::Reject:
        return tr("reject");
    }
    return {};
}

int PlanModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int PlanModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString PlanModel::changesOf(const heritage::PlannedRow &row) const
{
    if (row.record < 0 || row.fate != Fate::Update) {
        return {};
    }
    QStringList lines;
    for (const heritage::FieldChange &change : m_plan->records[static_cast<std::size_t>(row.record)].changes()) {
        if (lines.size() == kMostChanges) {
            lines << QStringLiteral("…");
            break;
        }
        lines << QStringLiteral("%1: %2 → %3").arg(change.path, shortText(change.before), shortText(change.after));
    }
    return lines.join(QLatin1Char('\n'));
}

QString PlanModel::remarkOf(const heritage::PlannedRow &row) const
{
    if (row.fate == Fate::Reject) {
        return row.field.isEmpty() ? row.reason : tr("%1: %2", "field and reason").arg(row.field, row.reason);
    }
    return changesOf(row).section(QLatin1Char('\n'), 0, 0);
}

QVariant PlanModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const heritage::PlannedRow &row = m_plan->rows[m_shown[static_cast<std::size_t>(index.row())]];
    const bool rejected = row.fate == Fate::Reject;
    if (role == Qt::ToolTipRole) {
        return rejected ? remarkOf(row) : changesOf(row);
    }
    if (role == Qt::ForegroundRole && index.column() != NameColumn) {
        return rejected ? tokens().bad : (row.fate == Fate::Unchanged ? tokens().textFaint : tokens().textMuted);
    }
    if (role == Qt::DecorationRole && index.column() == FateColumn && rejected) {
        return icon(QStringLiteral("error"), tokens().bad);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (index.column()) {
    case RowColumn:
        return QLocale().toString(row.number);
    case FateColumn:
        return fateWord(row.fate);
    case NameColumn:
        return row.name;
    default:
        return remarkOf(row);
    }
}

QVariant PlanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case RowColumn:
        return tr("Row");
    case FateColumn:
        return tr("Fate");
    case NameColumn:
        return tr("Record");
    default:
        return tr("Field and reason");
    }
}

} // namespace loci::widgets
