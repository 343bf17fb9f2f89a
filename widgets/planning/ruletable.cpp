// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/planning/ruletable.h"

#include "widgets/common/tokens.h"
#include "widgets/planning/planwords.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>
#include <algorithm>
#include <numeric>
#include <tuple>

namespace loci::widgets {

using planning::RuleResult;
using planning::Verdict;

namespace {

constexpr int kNumber = Qt::UserRole + 1; ///< of the row in the outcome
constexpr int kClause = Qt::UserRole + 2;
constexpr int kWorst = Qt::UserRole + 3;
constexpr int kRowHeight = 40;

/// Name over clause in the first column; a soft red ground for rows that fail.
class RuleDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(), kRowHeight};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = tokens();
        const bool fails = index.siblingAtColumn(0).data(kWorst).toBool();
        const QRectF cell = option.rect;
        painter->save();
        QColor ground = option.state.testFlag(QStyle::State_Selected) ? t.selected : QColor(Qt::transparent);
        if (fails && !option.state.testFlag(QStyle::State_Selected)) {
            ground = t.bad;
            ground.setAlpha(18);
        }
        painter->fillRect(cell, ground);
        painter->setPen(t.hairline);
        painter->drawLine(cell.bottomLeft(), cell.bottomRight());
        if (index.column() == 0) {
            drawName(*painter, cell, index);
        } else {
            drawCell(*painter, cell, index, fails);
        }
        painter->restore();
    }

private:
    static void drawName(QPainter &painter, const QRectF &cell, const QModelIndex &index)
    {
        const Tokens &t = tokens();
        const QRectF room = cell.adjusted(4, 4, -4, -4);
        const auto line = [&](const QString &text, const QRectF &box, const QFont &font, const QColor &colour) {
            painter.setFont(font);
            painter.setPen(colour);
            painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter,
                             QFontMetrics(font).elidedText(text, Qt::ElideRight, static_cast<int>(box.width())));
        };
        line(index.data().toString(), QRectF(room.left(), room.top(), room.width(), room.height() / 2 + 1),
             tokenFont(t.fontCaption, QFont::DemiBold), t.text);
        line(index.data(kClause).toString(), QRectF(room.left(), room.center().y(), room.width(), room.height() / 2),
             tokenFont(t.fontCaption - 1), t.textMuted);
    }
    static void drawCell(QPainter &painter, const QRectF &cell, const QModelIndex &index, bool fails)
    {
        const Tokens &t = tokens();
        const bool isVerdict = index.column() == 4;
        const bool isMargin = index.column() == 3;
        QRectF room = cell.adjusted(2, 0, -4, 0);
        if (isVerdict) {
            const QRectF shape(room.left() + 2, room.center().y() - 8, 16, 16);
            index.data(Qt::DecorationRole).value<QIcon>().paint(&painter, shape.toRect());
            room.setLeft(shape.right() + 4);
        }
        painter.setFont(tokenFont(t.fontCaption, fails && (isMargin || isVerdict) ? QFont::DemiBold : QFont::Normal));
        painter.setPen(fails && (isMargin || isVerdict) ? t.bad : t.text);
        const QString words = QFontMetrics(painter.font())
                                  .elidedText(index.data().toString(), Qt::ElideRight, static_cast<int>(room.width()));
        painter.drawText(room, (isVerdict ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter, words);
    }
};

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
    setColumnCount(5);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setItemDelegate(new RuleDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    constexpr int kWidths[] = {0, 58, 54, 62, 80};
    for (int column = 1; column < 5; ++column) {
        header()->setSectionResizeMode(column, QHeaderView::Fixed);
        header()->resizeSection(column, kWidths[column]);
    }
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
    item->setText(2, PlanWords::number(row.limit, {}, decimals));
    item->setText(3, PlanWords::signedNumber(row.margin, {}, decimals));
    item->setText(4, PlanWords::verdict(row));
    item->setIcon(4, PlanWords::icon(status, devicePixelRatioF()));
    item->setData(0, kNumber, static_cast<qulonglong>(number));
    item->setData(0, kClause, PlanWords::clause(row, m_rules));
    item->setData(0, kWorst, row.verdict == Verdict::Fail);
    const planning::Rule *rule = m_rules.find(row.rule);
    const QString text = rule != nullptr ? rule->text.in(PlanWords::language()) : QString();
    const QString tip =
        QStringList{item->text(0), item->data(0, kClause).toString(), text, row.note}.join(QLatin1Char('\n')).trimmed();
    for (int column = 0; column < 5; ++column) {
        item->setToolTip(column, tip);
    }
}

void RuleTable::fill()
{
    const QSignalBlocker quiet(this);
    setHeaderLabels({tr("Rule"), tr("Value"), tr("Limit"), tr("Margin"), tr("Verdict")});
    for (int column = 1; column < 4; ++column) {
        headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
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
