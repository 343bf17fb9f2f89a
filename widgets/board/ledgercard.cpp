// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/board/ledgercard.h"

#include "widgets/board/optionaldate.h"
#include "widgets/board/statusicon.h"
#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace loci::widgets {

using namespace indicators;

namespace {

constexpr int kIdRole = Qt::UserRole + 1;

Status statusOf(const Problem &problem, QDate today)
{
    return problem.stage == Problem::Stage::Closed ? Status::Good
           : problem.isOverdue(today)              ? Status::Bad
           : problem.stage == Problem::Stage::Done ? Status::Partial
                                                   : Status::Watch;
}

} // namespace

LedgerCard::LedgerCard(QWidget *parent)
    : QWidget(parent)
    , m_panel(new SidePanel({}, this))
    , m_list(new QTreeWidget(this))
    , m_form(new QFormLayout)
    , m_finding(new QPlainTextEdit(this))
    , m_measure(new QLineEdit(this))
    , m_responsible(new QLineEdit(this))
    , m_area(new QComboBox(this))
    , m_indicator(new QComboBox(this))
    , m_stage(new QComboBox(this))
    , m_found(new OptionalDate(this))
    , m_deadline(new OptionalDate(this))
    , m_recheck(new OptionalDate(this))
    , m_place(new QLabel(this))
    , m_new(new QPushButton(this))
    , m_save(new QPushButton(this))
    , m_remove(new QPushButton(this))
    , m_setPlace(new QPushButton(this))
    , m_show(new QPushButton(this))
{
    setObjectName(QStringLiteral("ledger.card"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_panel);
    QToolButton *close = m_panel->addAction(QStringLiteral("close"), tr("Close"));
    connect(close, &QToolButton::clicked, this, &LedgerCard::closeRequested);
    auto *scroll = new QScrollArea(m_panel);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *body = new QWidget(scroll);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(tokens().padding, 0, tokens().padding, tokens().padding);
    m_list->setObjectName(QStringLiteral("ledger.list"));
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setColumnCount(2);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->setMinimumHeight(5 * tokens().row);
    column->addWidget(m_list, 1);
    column->addWidget(m_new);
    column->addWidget(makeLine(Qt::Horizontal, body));
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_finding->setFixedHeight(3 * tokens().row);
    m_finding->setTabChangesFocus(true);
    for (QWidget *field :
         {static_cast<QWidget *>(m_finding), static_cast<QWidget *>(m_measure), static_cast<QWidget *>(m_responsible),
          static_cast<QWidget *>(m_stage), static_cast<QWidget *>(m_found), static_cast<QWidget *>(m_deadline),
          static_cast<QWidget *>(m_recheck), static_cast<QWidget *>(m_area), static_cast<QWidget *>(m_indicator),
          static_cast<QWidget *>(m_place)}) {
        m_form->addRow(new QLabel(body), field);
    }
    for (QComboBox *box : {m_area, m_indicator}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
    }
    column->addLayout(m_form);
    auto *places = new QHBoxLayout;
    places->addWidget(m_setPlace);
    places->addWidget(m_show);
    column->addLayout(places);
    auto *buttons = new QHBoxLayout;
    m_save->setProperty("kind", "primary");
    m_remove->setProperty("kind", "danger");
    m_save->setObjectName(QStringLiteral("ledger.save"));
    m_remove->setObjectName(QStringLiteral("ledger.remove"));
    buttons->addWidget(m_save);
    buttons->addWidget(m_remove);
    column->addLayout(buttons);
    scroll->setWidget(body);
    m_panel->setContent(scroll);
    connect(m_list, &QTreeWidget::itemClicked, this,
            [this](const QTreeWidgetItem *item) { choose(item->data(0, kIdRole).toString()); });
    connect(m_list, &QTreeWidget::itemActivated, this,
            [this](const QTreeWidgetItem *item) { emit showRequested(item->data(0, kIdRole).toString()); });
    connect(m_new, &QPushButton::clicked, this, [this] { choose({}); });
    connect(m_save, &QPushButton::clicked, this, [this] { emit saveRequested(edited()); });
    connect(m_remove, &QPushButton::clicked, this, [this] { emit removeRequested(m_problem.id); });
    connect(m_setPlace, &QPushButton::clicked, this, &LedgerCard::placeRequested);
    connect(m_show, &QPushButton::clicked, this, [this] { emit showRequested(m_problem.id); });
    connect(m_finding, &QPlainTextEdit::textChanged, this,
            [this] { m_save->setEnabled(!m_finding->toPlainText().trimmed().isEmpty()); });
    retranslate();
    choose({});
}

void LedgerCard::retranslate()
{
    m_panel->setTitle(tr("Problem ledger"));
    m_list->setAccessibleName(tr("Problems"));
    m_new->setText(tr("New entry"));
    m_save->setText(tr("Save"));
    m_remove->setText(tr("Delete"));
    m_setPlace->setText(tr("Set place on the map"));
    m_show->setText(tr("Show on map"));
    const QString names[] = {tr("Finding"),  tr("Measure"),  tr("Responsible"), tr("Stage"),     tr("Found"),
                             tr("Deadline"), tr("Re-check"), tr("Area"),        tr("Indicator"), tr("Place")};
    for (int row = 0; row < m_form->rowCount(); ++row) {
        auto *label = static_cast<QLabel *>(m_form->itemAt(row, QFormLayout::LabelRole)->widget());
        QWidget *field = m_form->itemAt(row, QFormLayout::FieldRole)->widget();
        label->setText(names[row]);
        field->setAccessibleName(names[row]);
    }
    m_found->setName(names[4]);
    m_deadline->setName(names[5]);
    m_recheck->setName(names[6]);
    const Problem now = edited();
    const QSignalBlocker quiet(m_stage);
    m_stage->clear();
    for (const Problem::Stage stage :
         {Problem::Stage::Found, Problem::Stage::Working, Problem::Stage::Done, Problem::Stage::Closed}) {
        m_stage->addItem(stageWord(stage), toText(stage));
    }
    m_stage->setCurrentIndex(m_stage->findData(toText(now.stage)));
    fillChoices();
    fillList();
}

void LedgerCard::setProblems(const std::vector<Problem> &problems, QDate today)
{
    m_problems = problems;
    m_today = today;
    fillList();
    const auto found = std::find_if(m_problems.begin(), m_problems.end(),
                                    [this](const Problem &problem) { return problem.id == m_problem.id; });
    if (!m_problem.id.isEmpty() && (found == m_problems.end() || !(*found == m_problem))) {
        choose(found == m_problems.end() ? QString() : found->id);
    }
}

void LedgerCard::setOutcome(std::shared_ptr<const Outcome> outcome)
{
    m_outcome = std::move(outcome);
    fillChoices();
}

void LedgerCard::setLanguage(const QString &language)
{
    m_language = language;
    fillChoices();
}

void LedgerCard::choose(const QString &id)
{
    const auto found =
        std::find_if(m_problems.begin(), m_problems.end(), [&id](const Problem &problem) { return problem.id == id; });
    m_problem = found != m_problems.end() ? *found : Problem();
    if (m_problem.id.isEmpty()) {
        m_problem.found = m_today;
    }
    fillForm();
    fillList();
}

void LedgerCard::setPlace(const Vec2 &place)
{
    m_problem = edited();
    m_problem.place = place;
    fillForm();
}

Problem LedgerCard::edited() const
{
    Problem problem = m_problem;
    problem.finding = m_finding->toPlainText().trimmed();
    problem.measure = m_measure->text().trimmed();
    problem.responsible = m_responsible->text().trimmed();
    problem.area = m_area->currentData().toString();
    problem.indicator = m_indicator->currentData().toString();
    problem.stage = stageFrom(m_stage->currentData().toString());
    problem.found = m_found->date();
    problem.deadline = m_deadline->date();
    problem.recheck = m_recheck->date();
    return problem;
}

void LedgerCard::fillList()
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const Problem &problem : m_problems) {
        auto *item = new QTreeWidgetItem(m_list);
        item->setIcon(0, statusIcon(statusOf(problem, m_today), *this));
        item->setText(0, problem.finding);
        item->setToolTip(0, QStringList{problem.finding, problem.measure, problem.responsible}.join(QLatin1Char('\n')));
        item->setText(1, problem.isOverdue(m_today) ? tr("%n days overdue", nullptr, problem.daysOverdue(m_today))
                         : problem.due().isValid()  ? QLocale().toString(problem.due(), QLocale::ShortFormat)
                                                    : stageWord(problem.stage));
        item->setData(0, kIdRole, problem.id);
        if (!problem.id.isEmpty() && problem.id == m_problem.id) {
            m_list->setCurrentItem(item);
        }
    }
}

void LedgerCard::fillChoices()
{
    m_area->clear();
    m_indicator->clear();
    m_area->addItem(tr("not said"), QString());
    m_indicator->addItem(tr("not said"), QString());
    if (m_outcome) {
        const AreaTree &areas = m_outcome->results->areas();
        for (int level = areas.cityLevel(); level >= 0; --level) {
            for (const int area : areas.atLevel(level)) {
                m_area->addItem(areas.at(area).name.in(m_language), areas.at(area).code);
            }
        }
        for (const auto &definition : m_outcome->results->definitions()) {
            m_indicator->addItem(definition->name.in(m_language), definition->code);
        }
    }
    m_area->setCurrentIndex(std::max(0, m_area->findData(m_problem.area)));
    m_indicator->setCurrentIndex(std::max(0, m_indicator->findData(m_problem.indicator)));
}

void LedgerCard::fillForm()
{
    m_finding->setPlainText(m_problem.finding);
    m_measure->setText(m_problem.measure);
    m_responsible->setText(m_problem.responsible);
    m_stage->setCurrentIndex(m_stage->findData(toText(m_problem.stage)));
    m_found->setDate(m_problem.found, m_today);
    m_deadline->setDate(m_problem.deadline, m_today.addMonths(3));
    m_recheck->setDate(m_problem.recheck, m_today.addMonths(6));
    m_area->setCurrentIndex(std::max(0, m_area->findData(m_problem.area)));
    m_indicator->setCurrentIndex(std::max(0, m_indicator->findData(m_problem.indicator)));
    m_place->setText(
        m_problem.place ? QStringLiteral("%1, %2").arg(m_problem.place->y, 0, 'f', 5).arg(m_problem.place->x, 0, 'f', 5)
                        : tr("the area stands for it"));
    m_save->setEnabled(!m_problem.finding.isEmpty());
    m_remove->setEnabled(!m_problem.id.isEmpty());
    m_show->setEnabled(!m_problem.id.isEmpty());
}

void LedgerCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        fillForm();
    }
    QWidget::changeEvent(event);
}

} // namespace loci::widgets
