// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/board/compositecard.h"

#include "widgets/common/status.h"
#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QTableWidget>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace loci::widgets {

using namespace indicators;
using Weighting = CompositePlan::Weighting;
using Scale = CompositePlan::Scale;

namespace {

constexpr int kCodeRole = Qt::UserRole + 1;
constexpr std::size_t kMostCriteria = 10; // Saaty's random indices end there

/// "3" or "1/3"; 0 when it is none.
double judgementFrom(const QString &text)
{
    bool above = false, below = true;
    const double value = text.section(QLatin1Char('/'), 0, 0).toDouble(&above);
    const double by = text.contains(QLatin1Char('/')) ? text.section(QLatin1Char('/'), 1).toDouble(&below) : 1;
    return above && below && value > 0 && by > 0 ? value / by : 0;
}

QString judgementText(double value)
{
    return value >= 1 ? QString::number(value, 'g', 4) : QStringLiteral("1/") + QString::number(1 / value, 'g', 4);
}

QTreeWidget *makeTree(QWidget *parent, int columns, const QString &name)
{
    auto *tree = new QTreeWidget(parent);
    tree->setObjectName(name);
    tree->setColumnCount(columns);
    tree->setRootIsDecorated(false);
    tree->setFrameShape(QFrame::NoFrame);
    tree->header()->setStretchLastSection(false);
    tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (int column = 1; column < columns; ++column) {
        tree->header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    }
    return tree;
}

/// Judgements that fit the indicators: what was there is kept, new ones are equal.
std::vector<std::vector<double>> fitted(const std::vector<std::vector<double>> &judgements, std::size_t count)
{
    std::vector<std::vector<double>> table(count, std::vector<double>(count, 1));
    for (std::size_t i = 0; i < std::min(count, judgements.size()); ++i) {
        for (std::size_t j = i + 1; j < std::min(count, judgements[i].size()); ++j) {
            table[i][j] = judgements[i][j] > 0 ? judgements[i][j] : 1;
            table[j][i] = 1 / table[i][j];
        }
    }
    return table;
}

} // namespace

CompositeCard::CompositeCard(QWidget *parent)
    : QWidget(parent)
    , m_panel(new SidePanel({}, this))
    , m_scale(new QComboBox(this))
    , m_weighting(new QComboBox(this))
    , m_aggregation(new QComboBox(this))
    , m_scaleName(new QLabel(this))
    , m_weightingName(new QLabel(this))
    , m_aggregationName(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_method(new QLabel(this))
    , m_judgements(new QTableWidget(this))
    , m_consistency(new StatusBadge(Status::Good, this))
{
    setObjectName(QStringLiteral("composite.card"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_panel);
    QToolButton *close = m_panel->addAction(QStringLiteral("close"), tr("Close"));
    connect(close, &QToolButton::clicked, this, &CompositeCard::closeRequested);
    auto *scroll = new QScrollArea(m_panel);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *body = new QWidget(scroll);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(tokens().padding, 0, tokens().padding, tokens().padding);
    auto *fields = new QGridLayout;
    const std::pair<QLabel *, QComboBox *> rows[] = {
        {m_scaleName, m_scale}, {m_weightingName, m_weighting}, {m_aggregationName, m_aggregation}};
    int row = 0;
    for (const auto &[label, box] : rows) {
        fields->addWidget(label, row, 0);
        fields->addWidget(box, row++, 1);
        connect(box, &QComboBox::activated, this, &CompositeCard::takePlan);
    }
    fields->setColumnStretch(1, 1);
    column->addLayout(fields);
    m_indicators = makeTree(body, 2, QStringLiteral("composite.indicators"));
    m_indicators->setMinimumHeight(6 * tokens().row);
    column->addWidget(m_indicators, 1);
    m_judgements->setObjectName(QStringLiteral("composite.judgements"));
    column->addWidget(m_judgements);
    column->addWidget(m_consistency);
    m_problem->setWordWrap(true);
    column->addWidget(m_problem);
    m_areas = makeTree(body, 3, QStringLiteral("composite.areas"));
    m_areas->setMinimumHeight(8 * tokens().row);
    column->addWidget(m_areas, 2);
    m_method->setWordWrap(true);
    m_method->setProperty("role", "caption");
    column->addWidget(m_method);
    scroll->setWidget(body);
    m_panel->setContent(scroll);
    connect(m_indicators, &QTreeWidget::itemChanged, this, &CompositeCard::takePlan);
    connect(m_judgements, &QTableWidget::cellChanged, this, &CompositeCard::takePlan);
    connect(m_areas, &QTreeWidget::itemClicked, this,
            [this](const QTreeWidgetItem *item) { emit areaChosen(item->data(0, kCodeRole).toString()); });
    retranslate();
}

void CompositeCard::retranslate()
{
    m_filling = true;
    m_panel->setTitle(tr("Composite"));
    m_scaleName->setText(tr("Scale"));
    m_weightingName->setText(tr("Weights"));
    m_aggregationName->setText(tr("Joined by"));
    m_scale->clear();
    for (const QString &name : {tr("from lowest to highest"), tr("standard deviations"), tr("rank"), tr("percentile"),
                                tr("from baseline to target")}) {
        m_scale->addItem(name);
    }
    m_weighting->clear();
    for (const QString &name :
         {tr("equal"), tr("given"), tr("by information (entropy)"), tr("by pairwise judgement (AHP)")}) {
        m_weighting->addItem(name);
    }
    m_aggregation->clear();
    m_aggregation->addItems({tr("arithmetic mean"), tr("geometric mean")});
    m_scale->setAccessibleName(m_scaleName->text());
    m_weighting->setAccessibleName(m_weightingName->text());
    m_aggregation->setAccessibleName(m_aggregationName->text());
    m_indicators->setHeaderLabels({tr("Indicator"), tr("Weight")});
    m_indicators->setAccessibleName(tr("Indicators of the composite"));
    m_areas->setHeaderLabels({tr("Area"), tr("Value"), tr("Rank")});
    m_areas->setAccessibleName(tr("Areas by the composite"));
    m_judgements->setAccessibleName(tr("How much more the row counts than the column: 1 to 9 or 1/9"));
    m_judgements->setToolTip(m_judgements->accessibleName());
    m_filling = false;
    setPlan(m_plan);
}

void CompositeCard::setOutcome(std::shared_ptr<const Outcome> outcome)
{
    m_outcome = std::move(outcome);
    setPlan(m_plan);
}

void CompositeCard::setLanguage(const QString &language)
{
    m_language = language;
    setPlan(m_plan);
}

void CompositeCard::setPlan(const CompositePlan &plan)
{
    m_plan = plan;
    m_filling = true;
    m_scale->setCurrentIndex(static_cast<int>(plan.scale));
    m_weighting->setCurrentIndex(static_cast<int>(plan.weighting));
    m_aggregation->setCurrentIndex(static_cast<int>(plan.aggregation));
    fillIndicators();
    fillJudgements();
    m_filling = false;
    compute();
}

void CompositeCard::fillIndicators()
{
    m_indicators->clear();
    const bool given = m_plan.weighting == Weighting::Given;
    for (const auto &definition :
         m_outcome ? m_outcome->results->definitions() : std::vector<std::shared_ptr<const Definition>>()) {
        if (definition->direction == Direction::Band || definition->level == QLatin1String("city")) {
            continue;
        }
        const qsizetype at = m_plan.codes.indexOf(definition->code);
        auto *item = new QTreeWidgetItem(m_indicators);
        item->setText(0, definition->name.in(m_language));
        item->setToolTip(0, definition->text.in(m_language));
        item->setData(0, kCodeRole, definition->code);
        item->setCheckState(0, at >= 0 ? Qt::Checked : Qt::Unchecked);
        const auto index = static_cast<std::size_t>(std::max<qsizetype>(0, at));
        item->setText(1, at >= 0 && given && index < m_plan.weights.size() ? QString::number(m_plan.weights[index])
                                                                           : QString());
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        if (given) {
            item->setFlags(item->flags() | Qt::ItemIsEditable);
        }
    }
}

void CompositeCard::fillJudgements()
{
    const bool shown = m_plan.weighting == Weighting::Ahp && m_plan.codes.size() >= 2;
    m_judgements->setVisible(shown);
    if (!shown) {
        return;
    }
    const int count = static_cast<int>(m_plan.codes.size());
    m_judgements->setRowCount(count);
    m_judgements->setColumnCount(count);
    m_judgements->setHorizontalHeaderLabels(m_plan.codes);
    m_judgements->setVerticalHeaderLabels(m_plan.codes);
    m_judgements->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_judgements->setFixedHeight((count + 1) * tokens().row + 8);
    const auto table = fitted(m_plan.judgements, static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        for (int j = 0; j < count; ++j) {
            auto *cell =
                new QTableWidgetItem(judgementText(table[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)]));
            cell->setTextAlignment(Qt::AlignCenter);
            if (j <= i) { // the inverse of the other half
                cell->setFlags(cell->flags() & ~(Qt::ItemIsEditable | Qt::ItemIsEnabled));
            }
            m_judgements->setItem(i, j, cell);
        }
    }
}

void CompositeCard::takePlan()
{
    if (m_filling) {
        return;
    }
    CompositePlan plan = m_plan;
    const QStringList before = plan.codes;
    plan.scale = static_cast<Scale>(m_scale->currentIndex());
    plan.weighting = static_cast<Weighting>(m_weighting->currentIndex());
    plan.aggregation = static_cast<Aggregation>(m_aggregation->currentIndex());
    plan.codes.clear();
    plan.weights.clear();
    for (int i = 0; i < m_indicators->topLevelItemCount(); ++i) {
        const QTreeWidgetItem *item = m_indicators->topLevelItem(i);
        if (item->checkState(0) == Qt::Checked && static_cast<std::size_t>(plan.codes.size()) < kMostCriteria) {
            bool good = false;
            const double weight = item->text(1).toDouble(&good);
            plan.codes << item->data(0, kCodeRole).toString();
            plan.weights.push_back(good && weight >= 0 ? weight : 1);
        }
    }
    const auto count = static_cast<std::size_t>(plan.codes.size());
    if (plan.codes == before && m_judgements->rowCount() == static_cast<int>(count) &&
        m_judgements->isVisibleTo(this)) {
        plan.judgements.assign(count, std::vector<double>(count, 1));
        for (std::size_t i = 0; i < count; ++i) {
            for (std::size_t j = i + 1; j < count; ++j) {
                plan.judgements[i][j] =
                    judgementFrom(m_judgements->item(static_cast<int>(i), static_cast<int>(j))->text());
            }
        }
    }
    plan.judgements = fitted(plan.judgements, count);
    setPlan(plan);
    emit planChanged();
}

void CompositeCard::compute()
{
    m_result.reset();
    QString problem;
    if (m_outcome && m_plan.codes.size() >= 2) {
        auto made = composite(*m_outcome, m_plan);
        if (made) {
            m_result = std::move(*made);
        } else {
            problem = made.error().message;
        }
    } else {
        problem = tr("Choose two or more indicators to join them.");
    }
    showResult(problem);
}

void CompositeCard::showResult(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_areas->clear();
    m_areas->setVisible(m_result.has_value());
    m_method->setText(m_result ? tr("Method: %1").arg(m_result->method) : QString());
    const bool judged = m_result && m_result->hierarchy;
    m_consistency->setVisible(judged);
    if (judged) {
        const double ratio = m_result->hierarchy->consistencyRatio;
        m_consistency->setStatus(m_result->hierarchy->acceptable() ? Status::Good : Status::Bad);
        m_consistency->setText((m_result->hierarchy->acceptable() ? tr("consistency ratio %1, at most 0.10")
                                                                  : tr("consistency ratio %1: above 0.10, judge again"))
                                   .arg(ratio, 0, 'f', 3));
    }
    if (!m_result) {
        return;
    }
    m_filling = true;
    for (int i = 0; i < m_indicators->topLevelItemCount(); ++i) {
        QTreeWidgetItem *item = m_indicators->topLevelItem(i);
        const qsizetype at = m_plan.codes.indexOf(item->data(0, kCodeRole).toString());
        if (at >= 0 && m_plan.weighting != Weighting::Given) {
            item->setText(1, QLocale().toString(m_result->weights[static_cast<std::size_t>(at)], 'f', 3));
        }
    }
    m_filling = false;
    for (const CompositeArea &each : m_result->areas) {
        const Area &area = m_outcome->results->areas().at(each.area);
        auto *item = new QTreeWidgetItem(m_areas);
        item->setText(0, area.name.in(m_language));
        item->setText(1, each.value ? QLocale().toString(*each.value, 'f', 3) +
                                          (each.weightPresent < 0.999 ? QStringLiteral(" ◐") : QString())
                                    : tr("unknown"));
        item->setText(2, each.rank ? tr("%1 (%2 to %3)").arg(*each.rank).arg(each.bestRank).arg(each.worstRank)
                                   : QStringLiteral("–"));
        item->setToolTip(1, each.weightPresent < 0.999
                                ? tr("Only %1 % of the weight is known.").arg(100 * each.weightPresent, 0, 'f', 0)
                                : QString());
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
        item->setData(0, kCodeRole, area.code);
    }
}

QString CompositeCard::words() const
{
    QStringList words{m_problem->text(), m_method->text()};
    if (m_result && m_result->hierarchy) {
        words << m_consistency->text();
    }
    for (int i = 0; i < m_areas->topLevelItemCount(); ++i) {
        const QTreeWidgetItem *item = m_areas->topLevelItem(i);
        words << QStringList{item->text(0), item->text(1), item->text(2)}.join(QLatin1Char(' '));
    }
    return words.join(QLatin1Char('\n'));
}

void CompositeCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace loci::widgets
