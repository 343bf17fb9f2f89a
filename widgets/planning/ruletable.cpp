// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/planning/ruletable.h"

#include "widgets/planning/planwords.h"
#include "widgets/planning/ruledelegate.h"

#include <QEvent>
#include <QHeaderView>
#include <QSignalBlocker>
#include <algorithm>
#include <numeric>
#include <tuple>

namespace loci::widgets {

using planning::RuleResult;
using planning::Verdict;

namespace {

constexpr int kNumber = Qt::UserRole + 1; ///< of the row in the outcome
std::tuple<int, int, double> order(const RuleResult &row)
{
    const int rank = row.verdict == Verdict::Fail ? 0 : row.verdict == Verdict::Unknown ? 1 : 2;
    double share = row.margin.value_or(0);
    share = row.limit && *row.limit != 0 ? share / std::abs(*row.limit) : share;
    return {rank, row.margin ? 0 : 1, share};
}

} // namespace

RuleTable::RuleTable(QWidget *parent) : QTreeWidget(parent)
{
    setObjectName(QStringLiteral("planning.rules"));
    setColumnCount(3);
    setRootIsDecorated(false);
    setItemDelegate(new RuleDelegate(true, this));
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    constexpr int kWidths[] = {0, 84, 84};
    for (int column = 1; column < 3; ++column) {
        header()->setSectionResizeMode(column, QHeaderView::Fixed);
        header()->resizeSection(column, kWidths[column]);
    }
    connect(header(), &QHeaderView::sectionResized, this, [this] { scheduleDelayedItemsLayout(); });
    connect(this, &QTreeWidget::itemDoubleClicked, this, [this](QTreeWidgetItem *item) {
        if (m_outcome) {
            emit rowOpened(m_outcome->results[item->data(0, kNumber).toULongLong()]);
        }
    });
    connect(this, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem *item) {
        if (item != nullptr && m_outcome) {
            emit rowChosen(m_outcome->results[item->data(0, kNumber).toULongLong()]);
        }
    });
    fill();
}

void RuleTable::setOutcome(std::shared_ptr<const analysis::PlanOutcome> outcome, const planning::RulePack &rules)
{
    m_outcome = std::move(outcome);
    m_rules = rules;
    fill();
}

void RuleTable::setFilter(std::optional<Verdict> verdict)
{
    m_filter = verdict;
    fill();
}

const RuleResult *RuleTable::rowAt(int index) const
{
    const QTreeWidgetItem *item = topLevelItem(index);
    return item == nullptr ? nullptr : &m_outcome->results[item->data(0, kNumber).toULongLong()];
}

void RuleTable::addRow(std::size_t number)
{
    const RuleResult &row = m_outcome->results[number];
    const int decimals = row.unit == QLatin1String("m") || row.unit == QLatin1String("%") ? 1 : 2;
    const Status status = PlanWords::statusOf(row);
    auto *item = new QTreeWidgetItem(this);
    item->setText(0, PlanWords::title(row, m_rules));
    const QString value = row.value ? PlanWords::number(row.value, row.unit, decimals)
                                    : (row.found.isEmpty() ? QStringLiteral("–") : row.found);
    item->setText(1, value);
    if (row.limit) {
        item->setData(1, RuleDelegate::kSecond, tr("limit %1").arg(PlanWords::number(row.limit, {}, decimals)));
    }
    item->setText(2, PlanWords::verdict(row));
    item->setIcon(2, PlanWords::icon(status, devicePixelRatioF()));
    if (row.margin) {
        item->setData(2, RuleDelegate::kSecond, PlanWords::signedNumber(row.margin, row.unit, decimals));
    }
    item->setData(0, kNumber, static_cast<qulonglong>(number));
    item->setData(0, RuleDelegate::kSecond, PlanWords::clause(row, m_rules));
    item->setData(0, RuleDelegate::kWorst, row.verdict == Verdict::Fail);
    const planning::Rule *rule = m_rules.find(row.rule);
    const QString text = rule != nullptr ? rule->text.in(PlanWords::language()) : QString();
    const QString tip = QStringList{item->text(0), item->data(0, RuleDelegate::kSecond).toString(), text, row.note}
                            .join(QLatin1Char('\n'))
                            .trimmed();
    for (int column = 0; column < 3; ++column) {
        item->setToolTip(column, tip);
    }
}

void RuleTable::fill()
{
    const QSignalBlocker quiet(this);
    setHeaderLabels({tr("Rule"), tr("Value"), tr("Verdict")});
    headerItem()->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    setAccessibleName(tr("Rules of the proposal"));
    clear();
    if (!m_outcome) {
        return;
    }
    std::vector<std::size_t> numbers(m_outcome->results.size());
    std::iota(numbers.begin(), numbers.end(), 0);
    const RuleResult *first = m_outcome->governing();
    std::stable_sort(numbers.begin(), numbers.end(), [this, first](std::size_t a, std::size_t b) {
        const RuleResult &x = m_outcome->results[a];
        const RuleResult &y = m_outcome->results[b];
        if (&x == first || &y == first) {
            return &x == first && &y != first;
        }
        return order(x) < order(y);
    });
    for (const std::size_t number : numbers) {
        if (!m_filter || m_outcome->results[number].verdict == *m_filter) {
            addRow(number);
        }
    }
}

void RuleTable::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        fill();
    }
    QTreeWidget::changeEvent(event);
}

} // namespace loci::widgets
