// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/planning/planningpanel.h"

#include "widgets/common/emptystate.h"
#include "widgets/common/icons.h"
#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"
#include "widgets/planning/planwords.h"
#include "widgets/planning/scenariodelegate.h"

#include <QDateEdit>
#include <QEvent>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace loci::widgets {

using planning::RuleResult;
using planning::Verdict;

namespace {

const std::vector<RuleResult> &rowsOf(const PlanDesk::Outcome &outcome)
{
    static const std::vector<RuleResult> kNone;
    return outcome ? outcome->results : kNone;
}

constexpr int kId = Qt::UserRole + 1;
constexpr int kScenarioRow = 52;
constexpr int kPackRow = 26;

QTreeWidget *makeTable(int columns, QWidget *parent)
{
    auto *table = new QTreeWidget(parent);
    table->setColumnCount(columns);
    table->setRootIsDecorated(false);
    table->setUniformRowHeights(true);
    table->setFrameShape(QFrame::NoFrame);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->header()->setStretchLastSection(false);
    table->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    return table;
}

void fitHeight(QTreeWidget *table, int most)
{
    const int rows = std::clamp(table->topLevelItemCount(), 1, most);
    table->setFixedHeight(rows * kPackRow + (table->isHeaderHidden() ? 0 : table->header()->sizeHint().height()) + 4);
}

} // namespace

PlanningPanel::PlanningPanel(PlanDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_panel(new SidePanel({}, this))
    , m_empty(new EmptyState(QStringLiteral("planning"), this))
    , m_scenariosHead(new SectionHeader({}, this))
    , m_packsHead(new SectionHeader({}, this))
    , m_viewsHead(new SectionHeader({}, this))
    , m_toolsHead(new SectionHeader({}, this))
    , m_scenarios(new QListWidget(this))
    , m_packs(makeTable(4, this))
    , m_views(makeTable(2, this))
    , m_checked(new QLabel(this))
{
    setObjectName(QStringLiteral("planning.panel"));
    build();
    connectParts();
    retranslate();
}

void PlanningPanel::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_panel);
    m_compare = m_panel->addAction(QStringLiteral("compare"), {});
    m_compare->setObjectName(QStringLiteral("planning.comparebutton"));
    m_compare->setCheckable(true);
    m_branch = m_panel->addAction(QStringLiteral("share"), {});
    m_add = m_panel->addAction(QStringLiteral("plus"), {});
    m_scenarios->setObjectName(QStringLiteral("planning.scenarios"));
    m_scenarios->setFrameShape(QFrame::NoFrame);
    m_scenarios->setItemDelegate(new ScenarioDelegate(m_scenarios));
    m_scenarios->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_packs->setObjectName(QStringLiteral("planning.packs"));
    m_packs->setSelectionMode(QAbstractItemView::NoSelection);
    for (int column = 1; column < 4; ++column) {
        m_packs->header()->setSectionResizeMode(column, QHeaderView::Fixed);
    }
    m_views->setObjectName(QStringLiteral("planning.views"));
    m_views->setHeaderHidden(true);
    m_views->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_checked->setProperty("role", "caption");
    m_checked->setWordWrap(true);
    m_panel->addWidget(m_empty);
    buildSections();
    m_panel->addWidget(m_checked);
    const int edge = tokens().padding;
    m_checked->setContentsMargins(edge, 0, edge, edge / 2);
}

void PlanningPanel::buildSections()
{
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *page = new QWidget(scroll);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(m_panel->body()->spacing());
    const int edge = tokens().padding;
    for (SectionHeader *head : {m_scenariosHead, m_packsHead, m_viewsHead, m_toolsHead}) {
        head->setContentsMargins(edge, 0, edge, 0);
    }
    for (QWidget *part : {static_cast<QWidget *>(m_scenariosHead), static_cast<QWidget *>(m_scenarios),
                          static_cast<QWidget *>(m_packsHead), static_cast<QWidget *>(m_packs),
                          static_cast<QWidget *>(m_viewsHead), static_cast<QWidget *>(m_views)}) {
        column->addWidget(part);
    }
    m_tools = buildTools();
    column->addWidget(m_toolsHead);
    column->addWidget(m_tools);
    column->addStretch(1);
    scroll->setWidget(page);
    m_panel->addWidget(scroll, 1);
}

QWidget *PlanningPanel::buildTools()
{
    auto *box = new QWidget(this);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(tokens().padding, 0, tokens().padding, 0);
    grid->setSpacing(tokens().gap);
    const auto button = [&](const char *name, const char *picture, int row, int column) {
        auto *made = new QPushButton(icon(QLatin1String(picture)), {}, box);
        made->setObjectName(QLatin1String(name));
        grid->addWidget(made, row, column);
        return made;
    };
    m_draw = button("planning.draw", "geometry-polygon", 0, 0);
    m_numbers = button("planning.numbers", "place", 0, 1);
    m_ceiling = button("planning.ceiling", "opacity", 1, 0);
    m_ceiling->setCheckable(true);
    m_overshoots = button("planning.overshoots", "sort", 1, 1);
    m_verdicts = button("planning.verdicts", "check-circle", 2, 0);
    m_verdicts->setCheckable(true);
    m_photo = button("planning.photograph", "camera", 2, 1);
    m_photo->setCheckable(true);
    m_import = button("planning.import", "cube-3d", 3, 0);
    m_changes = button("planning.changes", "building", 3, 1);
    m_character = button("planning.character", "city", 4, 0);
    m_day = new QDateEdit(box);
    m_day->setObjectName(QStringLiteral("planning.day"));
    m_day->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    m_day->setCalendarPopup(true);
    m_dayLabel = new QLabel(box);
    m_dayLabel->setBuddy(m_day);
    grid->addWidget(m_dayLabel, 5, 0);
    grid->addWidget(m_day, 5, 1);
    return box;
}

void PlanningPanel::connectParts()
{
    connect(m_scenarios, &QListWidget::currentItemChanged, this, [this](QListWidgetItem *item) {
        if (item != nullptr) {
            emit scenarioChosen(item->data(kId).toString());
        }
    });
    connect(m_scenarios, &QListWidget::itemDoubleClicked, this,
            [this](QListWidgetItem *item) { emit scenarioOpened(item->data(kId).toString()); });
    connect(m_views, &QTreeWidget::itemClicked, this,
            [this](QTreeWidgetItem *item) { emit viewChosen(item->data(0, kId).toString()); });
    connect(m_viewsHead, &SectionHeader::linkActivated, this, &PlanningPanel::viewsRequested);
    connect(m_packsHead, &SectionHeader::linkActivated, this, &PlanningPanel::packRequested);
    connect(m_add, &QToolButton::clicked, this, &PlanningPanel::drawRequested);
    connect(m_branch, &QToolButton::clicked, this, &PlanningPanel::branchRequested);
    connect(m_draw, &QPushButton::clicked, this, &PlanningPanel::drawRequested);
    connect(m_numbers, &QPushButton::clicked, this, &PlanningPanel::coordinatesRequested);
    connect(m_ceiling, &QPushButton::toggled, this, &PlanningPanel::ceilingToggled);
    connect(m_compare, &QToolButton::toggled, this, &PlanningPanel::compareToggled);
    connect(m_import, &QPushButton::clicked, this, &PlanningPanel::importRequested);
    connect(m_changes, &QPushButton::clicked, this,
            [this] { emit changesRequested(m_changes->mapToGlobal(QPoint(0, m_changes->height()))); });
    connect(m_photo, &QPushButton::toggled, this, &PlanningPanel::photoToggled);
    connect(m_verdicts, &QPushButton::toggled, this, &PlanningPanel::verdictsToggled);
    connect(m_character, &QPushButton::clicked, this, &PlanningPanel::characterRequested);
    connect(m_overshoots, &QPushButton::clicked, this, &PlanningPanel::overshootsRequested);
    connect(m_empty, &EmptyState::stepRequested, this, &PlanningPanel::packRequested);
    connect(m_day, &QDateEdit::dateChanged, &m_desk, &PlanDesk::setDay);
    connect(&m_desk, &PlanDesk::caseChanged, this, &PlanningPanel::refresh);
    connect(&m_desk, &PlanDesk::currentChanged, this, &PlanningPanel::refresh);
    connect(&m_desk, &PlanDesk::outcomeChanged, this, &PlanningPanel::refresh);
    connect(&m_desk, &PlanDesk::busyChanged, this, &PlanningPanel::refresh);
}

void PlanningPanel::setCeilingShown(bool shown)
{
    m_ceiling->setChecked(shown);
}

void PlanningPanel::setVerdictsShown(bool shown)
{
    m_verdicts->setChecked(shown);
}

void PlanningPanel::setPhotoShown(bool shown)
{
    m_photo->setChecked(shown);
}

void PlanningPanel::setCompareShown(bool shown)
{
    m_compare->setChecked(shown);
}

void PlanningPanel::refresh()
{
    const planning::PlanCase &all = m_desk.planCase();
    const bool any = !all.isEmpty();
    m_empty->setVisible(!any);
    for (QWidget *part :
         {static_cast<QWidget *>(m_scenariosHead), static_cast<QWidget *>(m_scenarios),
          static_cast<QWidget *>(m_packsHead), static_cast<QWidget *>(m_packs), static_cast<QWidget *>(m_viewsHead),
          static_cast<QWidget *>(m_views), static_cast<QWidget *>(m_toolsHead), m_tools}) {
        part->setVisible(any);
    }
    fillScenarios();
    fillPacks();
    fillViews();
    const QSignalBlocker quiet(m_day);
    m_day->setDate(m_desk.day());
    m_checked->setText(!any                ? QString()
                       : !m_desk.study()   ? tr("The rules are being prepared.")
                       : m_desk.hasDraft() ? tr("Shown live; let go to keep it.")
                                           : tr("Checked against %n rules.", nullptr,
                                                static_cast<int>(m_desk.basis().rules.rules.size())));
}

void PlanningPanel::fillScenarios()
{
    const QSignalBlocker quiet(m_scenarios);
    m_scenarios->clear();
    const planning::PlanCase &all = m_desk.planCase();
    for (const planning::Scenario &one : all.scenarios) {
        auto *item = new QListWidgetItem(PlanWords::name(one.name), m_scenarios);
        item->setSizeHint({0, kScenarioRow});
        item->setData(kId, one.id);
        item->setData(ScenarioDelegate::kBranch, !one.parent.isEmpty());
        item->setData(ScenarioDelegate::kFrozen, one.isFrozen());
        if (const PlanDesk::Outcome outcome = m_desk.outcome(one.id)) {
            item->setData(ScenarioDelegate::kCounts,
                          QVariantList{outcome->count(Verdict::Fail), outcome->count(Verdict::Unknown),
                                       outcome->count(Verdict::Pass)});
            QStringList facts;
            for (const analysis::ProposedBlock &block : outcome->blocks) {
                facts << PlanWords::number(block.floorArea, tr("m² floor"), 0)
                      << tr("%n storeys", nullptr, static_cast<int>(block.storeys.value_or(0)))
                      << PlanWords::number(block.top && block.foot ? std::optional(*block.top - *block.foot)
                                                                   : std::nullopt,
                                           QStringLiteral("m"));
                break;
            }
            item->setData(ScenarioDelegate::kFacts, facts.join(QStringLiteral("  ·  ")));
        }
        if (one.id == m_desk.current()) {
            m_scenarios->setCurrentItem(item);
        }
    }
    const int rows = std::clamp(m_scenarios->count(), 1, 5);
    m_scenarios->setFixedHeight(rows * kScenarioRow + 2);
    m_branch->setEnabled(m_desk.scenario() != nullptr && !m_desk.isReadOnly());
    m_add->setEnabled(!m_desk.isReadOnly());
    m_compare->setEnabled(m_compare->isChecked() || all.scenarios.size() > 1);
}

void PlanningPanel::fillPacks()
{
    m_packs->clear();
    m_packs->setHeaderLabels({QString(), tr("Pass"), tr("Fail"), tr("Unknown")});
    for (int column = 1; column < 4; ++column) { // the header's own measure leaves its padding out
        const int words = m_packs->header()->fontMetrics().horizontalAdvance(m_packs->headerItem()->text(column));
        m_packs->header()->resizeSection(column, words + 3 * tokens().gap);
    }
    const PlanDesk::Outcome outcome = m_desk.outcome();
    int sums[3] = {};
    const auto addRow = [this](const QString &name, const int(&counts)[3], bool bold) {
        auto *item = new QTreeWidgetItem(m_packs, {name});
        item->setToolTip(0, name);
        const QColor faint = tokens().textFaint;
        for (int i = 0; i < 3; ++i) {
            item->setText(i + 1, QString::number(counts[i]));
            item->setTextAlignment(i + 1, Qt::AlignRight | Qt::AlignVCenter);
            item->setForeground(i + 1, counts[i] == 0 ? faint : i == 1 ? tokens().bad : tokens().text);
        }
        for (int column = 0; column < 4; ++column) {
            item->setFont(column, tokenFont(tokens().fontBody, bold ? QFont::DemiBold : QFont::Normal));
            item->setSizeHint(column, {0, kPackRow});
        }
    };
    for (const planning::RulePack &pack : m_desk.planCase().packs) {
        int counts[3] = {};
        for (const RuleResult &row : rowsOf(outcome)) {
            if (pack.find(row.rule) != nullptr) {
                const int place = row.verdict == Verdict::Pass ? 0 : row.verdict == Verdict::Fail ? 1 : 2;
                ++counts[place];
                ++sums[place];
            }
        }
        addRow(pack.title.in(PlanWords::language()), counts, false);
    }
    addRow(tr("All packs"), sums, true);
    fitHeight(m_packs, 6);
}

void PlanningPanel::fillViews()
{
    m_views->clear();
    const PlanDesk::Outcome outcome = m_desk.outcome();
    for (const planning::ProtectedView &view : m_desk.basis().views.views) {
        const RuleResult *worst = nullptr;
        for (const RuleResult &row : rowsOf(outcome)) {
            const planning::Rule *rule = m_desk.basis().rules.find(row.rule);
            const bool isOurs = rule != nullptr && rule->kind == planning::RuleKind::ViewCeiling && row.area == view.id;
            if (isOurs && (worst == nullptr || row.margin.value_or(0) < worst->margin.value_or(0))) {
                worst = &row;
            }
        }
        auto *item = new QTreeWidgetItem(m_views);
        item->setText(0, view.id + QStringLiteral("  ") + PlanWords::name(view.name));
        item->setToolTip(0, view.name);
        item->setData(0, kId, view.id);
        item->setSizeHint(0, {0, kPackRow});
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        if (worst != nullptr) {
            item->setIcon(0, PlanWords::icon(PlanWords::statusOf(*worst), devicePixelRatioF()));
            item->setText(1, PlanWords::signedNumber(worst->margin, QStringLiteral("m")));
            item->setForeground(1, worst->verdict == Verdict::Fail ? tokens().bad : tokens().text);
        } else {
            item->setText(1, tr("not concerned"));
            item->setForeground(1, tokens().textFaint);
        }
    }
    fitHeight(m_views, 5);
}

void PlanningPanel::retranslate()
{
    m_panel->setTitle(tr("Planning"));
    m_scenariosHead->setTitle(tr("Proposals"));
    m_packsHead->setTitle(tr("Rule packs"));
    m_packsHead->setLink(tr("Choose"));
    m_viewsHead->setTitle(tr("Protected views"));
    m_viewsHead->setLink(tr("Edit"));
    m_toolsHead->setTitle(tr("Tools"));
    m_draw->setText(tr("Draw massing"));
    m_numbers->setText(tr("By numbers"));
    m_ceiling->setText(tr("Ceiling"));
    m_character->setText(tr("Character"));
    m_character->setToolTip(tr("What an area is like, and what fits it least"));
    m_overshoots->setText(tr("Overshoots"));
    m_verdicts->setText(tr("Verdicts"));
    m_photo->setText(tr("Photograph"));
    m_import->setText(tr("From a file"));
    m_changes->setText(tr("Buildings"));
    m_dayLabel->setText(tr("Rules as of"));
    setTip(m_add, tr("Propose a building"));
    setTip(m_compare, tr("Compare scenarios"));
    setTip(m_branch, tr("Branch the scenario"));
    m_scenarios->setAccessibleName(tr("Proposals"));
    m_packs->setAccessibleName(tr("Rule packs"));
    m_views->setAccessibleName(tr("Protected views"));
    m_empty->setTexts(tr("Rules, protected views and proposals of the city appear here."), tr("Choose a rule pack"));
    refresh();
}

void PlanningPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace loci::widgets
