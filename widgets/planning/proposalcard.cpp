// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/planning/proposalcard.h"

#include "widgets/common/segmentedcontrol.h"
#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"
#include "widgets/planning/governingbox.h"
#include "widgets/planning/planwords.h"
#include "widgets/planning/ruletable.h"

#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace loci::widgets {

using planning::PlanChange;
using planning::Verdict;

namespace {

Vec2 middleOf(const planning::Ring &ring)
{
    Vec2 sum;
    for (const Vec2 &p : ring) {
        sum.x += p.x / static_cast<double>(ring.size());
        sum.y += p.y / static_cast<double>(ring.size());
    }
    return sum;
}

} // namespace

ProposalCard::ProposalCard(PlanDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_panel(new SidePanel({}, this))
    , m_governing(new GoverningBox(this))
    , m_name(new QLabel(this))
    , m_state(new QLabel(this))
    , m_facts(new QLabel(this))
    , m_clause(new QLabel(this))
    , m_cost(new QLabel(this))
{
    setObjectName(QStringLiteral("planning.card"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_panel);
    m_show = m_panel->addAction(QStringLiteral("target"), {});
    m_show->setObjectName(QStringLiteral("planning.show"));
    connect(m_show, &QToolButton::clicked, this, &ProposalCard::showRequested);
    m_csv = m_panel->addAction(QStringLiteral("table"), {});
    connect(m_csv, &QToolButton::clicked, this, &ProposalCard::csvRequested);
    QToolButton *close = m_panel->addAction(QStringLiteral("close"), tr("Close"));
    connect(close, &QToolButton::clicked, this, &ProposalCard::closeRequested);
    m_name->setVisible(false);
    for (QLabel *label : {m_state, m_cost}) {
        label->setProperty("role", "caption");
        label->setWordWrap(true);
    }
    m_facts->setTextFormat(Qt::RichText);
    m_clause->setWordWrap(true);
    m_clause->setTextFormat(Qt::RichText);
    m_clause->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *content = new QWidget(m_panel);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(tokens().padding, 0, tokens().padding, tokens().padding);
    column->setSpacing(tokens().gap);
    column->addWidget(m_state);
    column->addWidget(m_governing);
    column->addWidget(m_facts);
    column->addWidget(buildFacts());
    column->addWidget(buildRules(), 1);
    column->addWidget(m_clause);
    column->addWidget(buildActions());
    m_panel->setContent(content);
    connect(&m_desk, &PlanDesk::currentChanged, this, &ProposalCard::refresh);
    connect(&m_desk, &PlanDesk::outcomeChanged, this, [this](const QString &id) {
        if (id == m_desk.current()) {
            refresh();
        }
    });
    connect(&m_desk, &PlanDesk::caseChanged, this, &ProposalCard::refresh);
    retranslate();
}

QDoubleSpinBox *ProposalCard::addNumber(QGridLayout *grid, int row, int column, QLabel *&label, double least,
                                        double most, double step, int decimals)
{
    auto *field = new QDoubleSpinBox(this);
    field->setRange(least, most);
    field->setSingleStep(step);
    field->setDecimals(decimals);
    field->setKeyboardTracking(false);
    label = new QLabel(this);
    label->setProperty("role", "caption");
    label->setBuddy(field);
    grid->addWidget(label, row, column);
    grid->addWidget(field, row + 1, column);
    connect(field, &QDoubleSpinBox::valueChanged, this, &ProposalCard::edited);
    connect(field, &QDoubleSpinBox::editingFinished, this, &ProposalCard::stored);
    return field;
}

QWidget *ProposalCard::buildFacts()
{
    auto *box = new QWidget(this);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(tokens().gap);
    grid->setVerticalSpacing(2);
    constexpr double kFar = 1e8;
    m_storeys = addNumber(grid, 0, 0, m_labels[0], 1, 300, 1, 0);
    m_storeyHeight = addNumber(grid, 0, 1, m_labels[1], 2, 12, 0.1, 2);
    m_base = addNumber(grid, 0, 2, m_labels[2], -500, 9000, 0.5, 2);
    m_east = addNumber(grid, 2, 0, m_labels[3], -kFar, kFar, 1, 1);
    m_north = addNumber(grid, 2, 1, m_labels[4], -kFar, kFar, 1, 1);
    m_turn = addNumber(grid, 2, 2, m_labels[5], -360, 360, 5, 1);
    m_turn->setObjectName(QStringLiteral("planning.turn"));
    m_storeys->setObjectName(QStringLiteral("planning.storeys"));
    m_east->setObjectName(QStringLiteral("planning.east"));
    m_north->setObjectName(QStringLiteral("planning.north"));
    return box;
}

QWidget *ProposalCard::buildRules()
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_filter = new SegmentedControl(box);
    for (const char *id : {"all", "fail", "unknown", "pass"}) {
        m_filter->addSegment(QLatin1String(id), QLatin1String(id));
    }
    m_filter->setCurrent(QStringLiteral("all"));
    m_rules = new RuleTable(box);
    column->addWidget(m_filter);
    column->addWidget(m_rules, 1);
    connect(m_filter, &SegmentedControl::chosen, this, [this](const QString &id) {
        const std::map<QString, Verdict> verdicts{{QStringLiteral("fail"), Verdict::Fail},
                                                  {QStringLiteral("unknown"), Verdict::Unknown},
                                                  {QStringLiteral("pass"), Verdict::Pass}};
        const auto found = verdicts.find(id);
        m_rules->setFilter(found == verdicts.end() ? std::nullopt : std::optional(found->second));
    });
    connect(m_rules, &RuleTable::rowChosen, this, &ProposalCard::showClause);
    connect(m_rules, &RuleTable::rowOpened, this, &ProposalCard::rowOpened);
    return box;
}

QWidget *ProposalCard::buildActions()
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_cost);
    auto *row = new QHBoxLayout;
    row->setSpacing(tokens().gap);
    m_cut = new QPushButton(box);
    m_cut->setObjectName(QStringLiteral("planning.cut"));
    m_cut->setProperty("kind", "primary");
    m_studies = new QPushButton(box);
    m_dossier = new QPushButton(box);
    m_more = makeIconButton(QStringLiteral("more"), box);
    row->addWidget(m_cut, 1);
    row->addWidget(m_studies);
    row->addWidget(m_dossier);
    row->addWidget(m_more);
    column->addLayout(row);
    connect(m_cut, &QPushButton::clicked, &m_desk, &PlanDesk::cutToCeiling);
    connect(m_studies, &QPushButton::clicked, this, &ProposalCard::studiesRequested);
    connect(m_dossier, &QPushButton::clicked, this, &ProposalCard::dossierRequested);
    connect(m_more, &QToolButton::clicked, this,
            [this] { emit moreRequested(m_more->mapToGlobal(QPoint(0, m_more->height()))); });
    return box;
}

QString ProposalCard::governingText() const
{
    return m_governing->sentence();
}

QString ProposalCard::clauseText() const
{
    return m_clause->text();
}

void ProposalCard::edited()
{
    const PlanChange *own = m_desk.block();
    if (own == nullptr || m_desk.isFrozen()) {
        return;
    }
    PlanChange next = *own;
    if (!own->body) {
        next.floors = m_storeys->value();
        next.floorHeight = m_storeyHeight->value();
    }
    next.base = m_base->value();
    const Vec2 middle = middleOf(own->footprint.front());
    constexpr double kShown = 0.051; // the fields show one decimal: what they round is no movement
    const double dx = m_east->value() - middle.x;
    const double dy = m_north->value() - middle.y;
    planning::moveBy(next, std::abs(dx) < kShown ? 0 : dx, std::abs(dy) < kShown ? 0 : dy);
    if (own->body) {
        next.turn = m_turn->value();
        next.attach(own->body);
    }
    if (!(next == *own)) {
        m_desk.preview(next);
    }
}

void ProposalCard::stored()
{
    if (const PlanChange *own = m_desk.block(); own != nullptr && m_desk.hasDraft()) {
        m_desk.store(tr("Change “%1”").arg(own->id));
    }
}

void ProposalCard::refreshNumbers()
{
    const PlanChange *own = m_desk.block();
    const Vec2 middle = own != nullptr ? middleOf(own->footprint.front()) : Vec2();
    const std::pair<QDoubleSpinBox *, double> values[] = {{m_storeys, own != nullptr ? own->floors : 1},
                                                          {m_storeyHeight, own != nullptr ? own->floorHeight : 3},
                                                          {m_base, own != nullptr ? own->base : 0},
                                                          {m_east, middle.x},
                                                          {m_north, middle.y},
                                                          {m_turn, own != nullptr ? own->turn : 0}};
    for (const auto &[field, value] : values) {
        const QSignalBlocker quiet(field);
        field->setValue(value);
        const bool isOfBlocks = field == m_storeys || field == m_storeyHeight;
        const bool isOfBodies = field == m_turn;
        const bool fits = own != nullptr && (own->body ? !isOfBlocks : !isOfBodies);
        field->setEnabled(fits && !m_desk.isFrozen());
    }
}

void ProposalCard::refreshFacts()
{
    const PlanDesk::Outcome outcome = m_desk.outcome();
    const PlanChange *own = m_desk.block();
    const analysis::ProposedBlock *block = own != nullptr && outcome ? outcome->block(own->id) : nullptr;
    const auto cell = [](const QString &label, const QString &value) {
        return QStringLiteral("<td style='padding-right:18px'><span style='color:%1'>%2</span><br><b>%3</b></td>")
            .arg(tokens().textMuted.name(), label.toHtmlEscaped(), value.toHtmlEscaped());
    };
    const double height = own != nullptr ? own->height() : 0;
    const std::optional<double> top = own != nullptr ? std::optional(own->base + height) : std::nullopt;
    m_facts->setText(
        QStringLiteral("<table><tr>") + cell(tr("Height"), PlanWords::number(height, QStringLiteral("m"))) +
        cell(tr("Top, elevation"), PlanWords::number(top, QStringLiteral("m"))) +
        cell(tr("Ceiling"), PlanWords::number(block != nullptr ? block->ceiling : std::nullopt, QStringLiteral("m"))) +
        cell(tr("Floor area"),
             PlanWords::number(block != nullptr ? block->floorArea : std::nullopt, QStringLiteral("m²"), 0)) +
        QStringLiteral("</tr></table>"));
    m_facts->setVisible(own != nullptr);
    const auto storeys = m_desk.storeysUnderCeiling();
    m_cut->setEnabled(storeys.has_value() && !m_desk.isFrozen());
    m_cost->setText(
        storeys && block != nullptr
            ? tr("Cutting removes %n storeys and %1 of floor area.", nullptr, static_cast<int>(own->floors - *storeys))
                  .arg(PlanWords::number(block->footprintArea * (own->floors - *storeys), QStringLiteral("m²"), 0))
            : QString());
    m_cost->setVisible(!m_cost->text().isEmpty());
}

void ProposalCard::refresh()
{
    const planning::Scenario *scenario = m_desk.scenario();
    const PlanDesk::Outcome outcome = m_desk.outcome();
    m_panel->setCaption(tr("Proposal"));
    m_panel->setTitle(scenario != nullptr ? PlanWords::name(scenario->name) : tr("No proposal"));
    QStringList state;
    if (scenario != nullptr && scenario->approval) {
        state << tr("Approved by %1 on %2")
                     .arg(scenario->approval->by,
                          QLocale().toString(scenario->approval->at.toLocalTime(), QLocale::ShortFormat));
    } else if (scenario != nullptr && scenario->locked) {
        state << tr("Locked");
    }
    state << tr("Rules as of %1").arg(QLocale().toString(m_desk.day(), QLocale::ShortFormat));
    m_state->setText(state.join(QStringLiteral(" · ")));
    const planning::RuleResult *row = outcome ? outcome->governing() : nullptr;
    if (row != nullptr) {
        m_governing->show(PlanWords::statusOf(*row), PlanWords::governing(*row, m_desk.basis().rules), row->value,
                          row->limit, row->unit);
    } else {
        m_governing->show(Status::Unknown, outcome ? tr("No rule speaks about it.") : tr("The rules are being asked."),
                          {}, {}, {});
    }
    m_governing->setVisible(scenario != nullptr);
    m_rules->setOutcome(outcome, m_desk.basis().rules);
    refreshNumbers();
    refreshFacts();
    m_show->setEnabled(m_desk.block() != nullptr);
    for (QWidget *part : {static_cast<QWidget *>(m_studies), static_cast<QWidget *>(m_dossier),
                          static_cast<QWidget *>(m_csv), static_cast<QWidget *>(m_more)}) {
        part->setEnabled(outcome != nullptr);
    }
    m_clause->setVisible(!m_clause->text().isEmpty() && outcome);
}

void ProposalCard::showClause(const planning::RuleResult &row)
{
    const planning::Rule *rule = m_desk.basis().rules.find(row.rule);
    if (rule == nullptr) {
        return;
    }
    QStringList lines{QStringLiteral("<b>%1</b>").arg(PlanWords::clause(row, m_desk.basis().rules).toHtmlEscaped())};
    for (const QString &text : {rule->text.in(QStringLiteral("zh")), rule->text.in(QStringLiteral("en")), row.note}) {
        if (!text.isEmpty()) {
            lines << text.toHtmlEscaped();
        }
    }
    if (rule->confirm) {
        lines << tr("Taken from a secondary source: to be confirmed.").toHtmlEscaped();
    }
    m_clause->setText(lines.join(QStringLiteral("<br>")));
    m_clause->show();
    emit areaChosen(row.area);
}

void ProposalCard::retranslate()
{
    const QString labels[] = {tr("Storeys"), tr("Storey, m"), tr("Ground, m"),
                              tr("East, m"), tr("North, m"),  tr("Turn, °")};
    QDoubleSpinBox *fields[] = {m_storeys, m_storeyHeight, m_base, m_east, m_north, m_turn};
    for (int i = 0; i < 6; ++i) {
        m_labels[i]->setText(labels[i]);
        fields[i]->setAccessibleName(labels[i]);
    }
    m_filter->setSegmentText(QStringLiteral("all"), tr("All"));
    m_filter->setSegmentText(QStringLiteral("fail"), tr("Fail"));
    m_filter->setSegmentText(QStringLiteral("unknown"), tr("Unknown"));
    m_filter->setSegmentText(QStringLiteral("pass"), tr("Pass"));
    m_cut->setText(tr("Cut to ceiling"));
    m_studies->setText(tr("Studies"));
    m_dossier->setText(tr("Dossier…"));
    setTip(m_show, tr("Show on the map and in 3D"));
    setTip(m_csv, tr("Save the table of rules as CSV"));
    setTip(m_more, tr("More"));
    m_clause->clear();
    refresh();
}

void ProposalCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace loci::widgets
