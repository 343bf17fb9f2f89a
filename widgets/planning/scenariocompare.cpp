// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/planning/scenariocompare.h"

#include "widgets/common/segmentedcontrol.h"
#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"
#include "widgets/planning/planwords.h"
#include "widgets/planning/ruledelegate.h"

#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace loci::widgets {

using planning::Scenario;

namespace {

QString nameOf(const PlanDesk &desk, const QString &id)
{
    const Scenario *scenario = planning::findScenario(desk.planCase().scenarios, id);
    return scenario != nullptr ? PlanWords::name(scenario->name) : QString();
}

void showRow(QTreeWidgetItem &item, int column, const std::optional<planning::RuleResult> &row, qreal ratio)
{
    if (!row) {
        item.setText(column, QStringLiteral("–"));
        return;
    }
    item.setText(column, PlanWords::verdict(*row));
    item.setIcon(column, PlanWords::icon(PlanWords::statusOf(*row), ratio));
    if (row->margin) {
        item.setData(column, RuleDelegate::kSecond,
                     PlanWords::signedNumber(row->margin, row->unit, row->unit == QLatin1String("m") ? 1 : 2));
    }
}

} // namespace

ScenarioCompare::ScenarioCompare(PlanDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_panel(new SidePanel({}, this))
    , m_with(new QLabel(this))
    , m_state(new QLabel(this))
    , m_choice(new QComboBox(this))
    , m_mode(new SegmentedControl(this))
    , m_table(new QTreeWidget(this))
{
    setObjectName(QStringLiteral("planning.compare"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_panel);
    m_close = m_panel->addAction(QStringLiteral("close"), {});
    connect(m_close, &QToolButton::clicked, this, &ScenarioCompare::closeRequested);
    auto *content = new QWidget(m_panel);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(tokens().padding, 0, tokens().padding, tokens().padding);
    column->setSpacing(tokens().gap);
    auto *row = new QHBoxLayout;
    m_with->setBuddy(m_choice);
    row->addWidget(m_with);
    row->addWidget(m_choice, 1);
    column->addLayout(row);
    for (const char *mode : {"twin", "swipe"}) {
        m_mode->addSegment(QLatin1String(mode), QLatin1String(mode));
    }
    m_mode->setCurrent(QStringLiteral("twin"));
    column->addWidget(m_mode);
    m_state->setProperty("role", "caption");
    m_state->setWordWrap(true);
    column->addWidget(m_state);
    m_table->setColumnCount(3);
    m_table->setRootIsDecorated(false);
    m_table->setItemDelegate(new RuleDelegate(true, m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    constexpr int kSide = 92;
    for (int side = 1; side < 3; ++side) {
        m_table->header()->setSectionResizeMode(side, QHeaderView::Fixed);
        m_table->header()->resizeSection(side, kSide);
    }
    connect(m_table->header(), &QHeaderView::sectionResized, m_table, &QTreeWidget::doItemsLayout,
            Qt::QueuedConnection);
    column->addWidget(m_table, 1);
    m_panel->setContent(content);
    connect(m_choice, &QComboBox::activated, this, [this] { setOther(m_choice->currentData().toString()); });
    connect(m_mode, &SegmentedControl::chosen, this, &ScenarioCompare::modeChanged);
    connect(&m_desk, &PlanDesk::caseChanged, this, &ScenarioCompare::refresh);
    connect(&m_desk, &PlanDesk::currentChanged, this, &ScenarioCompare::refresh);
    connect(&m_desk, &PlanDesk::outcomeChanged, this, &ScenarioCompare::refresh);
    retranslate();
}

QString ScenarioCompare::other() const
{
    return m_other;
}

void ScenarioCompare::setOther(const QString &id)
{
    if (id != m_other) {
        m_other = id;
        refresh();
        emit otherChanged();
    }
}

QString ScenarioCompare::mode() const
{
    return m_mode->current();
}

void ScenarioCompare::setMode(const QString &mode)
{
    m_mode->setCurrent(mode);
    emit modeChanged();
}

void ScenarioCompare::fillChoice()
{
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    for (const Scenario &one : m_desk.planCase().scenarios) {
        if (one.id != m_desk.current()) {
            m_choice->addItem(PlanWords::name(one.name), one.id);
        }
    }
    const QString before = m_other;
    m_choice->setCurrentIndex(std::max(0, m_choice->findData(m_other)));
    m_other = m_choice->currentData().toString();
    if (m_other != before) {
        emit otherChanged();
    }
}

void ScenarioCompare::addLine(const ScenarioDifference &line)
{
    auto *item = new QTreeWidgetItem(m_table);
    item->setText(0, line.name);
    item->setData(0, RuleDelegate::kSecond, line.remark);
    item->setToolTip(0, line.remark.isEmpty() ? line.name : line.name + QLatin1Char('\n') + line.remark);
    if (line.isRule) {
        showRow(*item, 1, line.oneRow, devicePixelRatioF());
        showRow(*item, 2, line.otherRow, devicePixelRatioF());
        return;
    }
    const int decimals = line.unit == QLatin1String("m") ? 1 : 0;
    item->setText(1, PlanWords::number(line.one, line.unit, decimals));
    item->setText(2, PlanWords::number(line.other, line.unit, decimals));
    if (line.one && line.other && line.differs()) {
        item->setData(2, RuleDelegate::kSecond, PlanWords::signedNumber(*line.other - *line.one, line.unit, decimals));
    }
}

void ScenarioCompare::refresh()
{
    fillChoice();
    const PlanDesk::Outcome one = m_desk.outcome();
    const PlanDesk::Outcome other = m_desk.outcome(m_other);
    m_lines.clear();
    m_table->clear();
    m_table->setHeaderLabels({tr("Figure or rule"), nameOf(m_desk, m_desk.current()), nameOf(m_desk, m_other)});
    if (!one || !other) {
        m_state->setText(m_other.isEmpty() ? tr("There is no other scenario; branch one first.")
                                           : tr("The rules are being asked."));
        return;
    }
    m_lines = compareScenarios(*one, *other, m_desk.basis().rules);
    const auto differing =
        std::count_if(m_lines.begin(), m_lines.end(), [](const ScenarioDifference &line) { return line.differs(); });
    m_state->setText(tr("%n of the lines differ.", nullptr, static_cast<int>(differing)));
    std::for_each(m_lines.begin(), m_lines.end(), [this](const ScenarioDifference &line) { addLine(line); });
}

void ScenarioCompare::retranslate()
{
    m_panel->setCaption(tr("Planning"));
    m_panel->setTitle(tr("Compare scenarios"));
    setTip(m_close, tr("Back to the proposal"));
    m_with->setText(tr("With"));
    m_mode->setSegmentText(QStringLiteral("twin"), tr("Side by side"));
    m_mode->setSegmentText(QStringLiteral("swipe"), tr("Swipe"));
    m_choice->setAccessibleName(tr("Other scenario"));
    m_table->setAccessibleName(tr("Differences of two scenarios"));
    refresh();
}

void ScenarioCompare::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace loci::widgets
