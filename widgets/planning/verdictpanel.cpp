// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/planning/verdictpanel.h"

#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"
#include "widgets/planning/ruledelegate.h"
#include "widgets/planning/verdictmodel.h"
#include "widgets/planning/verdictpaint.h"

#include <QEvent>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace loci::widgets {

using planning::Verdict;

namespace {

constexpr int kAll = -1;
constexpr int kChoices[] = {kAll, static_cast<int>(Verdict::Fail), static_cast<int>(Verdict::Unknown),
                            static_cast<int>(Verdict::Pass)};

std::optional<Verdict> verdictOf(int choice)
{
    return choice == kAll ? std::nullopt : std::optional(static_cast<Verdict>(choice));
}

QIcon swatch(Verdict verdict, qreal ratio)
{
    constexpr int kSide = 16;
    QPixmap picture(QSize(kSide, kSide) * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    paintVerdictSwatch(painter, QRectF(1, 1, kSide - 2, kSide - 2), verdict);
    painter.end();
    return picture;
}

} // namespace

VerdictPanel::VerdictPanel(PlanDesk &desk, VerdictDesk &verdicts, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_verdicts(verdicts)
    , m_panel(new SidePanel({}, this))
    , m_state(new QLabel(this))
    , m_model(new VerdictModel(desk, verdicts, this))
    , m_table(new QTreeView(this))
{
    setObjectName(QStringLiteral("planning.verdicts"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_panel);
    connect(m_panel->addAction(QStringLiteral("close"), tr("Back to the proposal")), &QToolButton::clicked, this,
            &VerdictPanel::closeRequested);
    auto *content = new QWidget(m_panel);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(tokens().padding, 0, tokens().padding, tokens().padding);
    column->setSpacing(tokens().gap);
    m_state->setProperty("role", "caption");
    m_state->setWordWrap(true);
    column->addWidget(m_state);
    auto *grid = new QGridLayout;
    grid->setSpacing(tokens().gap);
    for (const int choice : kChoices) {
        auto *button = new QPushButton(content);
        button->setCheckable(true);
        const int number = static_cast<int>(m_filters.size());
        grid->addWidget(button, number / 2, number % 2);
        m_filters[choice] = button;
        connect(button, &QPushButton::clicked, this, [this, choice] {
            m_verdicts.setFilter(verdictOf(choice));
            refresh();
        });
    }
    column->addLayout(grid);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new RuleDelegate(false, m_table));
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    constexpr int kVerdictWidth = 92;
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->header()->setSectionResizeMode(1, QHeaderView::Fixed);
    m_table->header()->resizeSection(1, kVerdictWidth);
    column->addWidget(m_table, 1);
    m_panel->setContent(content);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &now) {
        if (const analysis::JudgedSubject *subject = m_model->subject(now.row())) {
            emit subjectChosen(subject->id);
        }
    });
    connect(&m_verdicts, &VerdictDesk::changed, this, &VerdictPanel::refresh);
    retranslate();
}

int VerdictPanel::shownCount() const
{
    return m_model->rowCount();
}

const analysis::JudgedSubject *VerdictPanel::subjectAt(int row) const
{
    return m_model->subject(row);
}

QPushButton &VerdictPanel::filterButton(std::optional<Verdict> verdict) const
{
    return *m_filters.at(verdict ? static_cast<int>(*verdict) : kAll);
}

void VerdictPanel::refresh()
{
    const VerdictDesk::Verdicts verdicts = m_verdicts.verdicts();
    m_state->setText(m_verdicts.isBusy() ? tr("The rules are being asked about every building.")
                     : !verdicts
                         ? tr("There is nothing to judge yet.")
                         : tr("By the governing rule of each, as of %1. Click one to see it on the map and in 3D.")
                               .arg(QLocale().toString(m_desk.day(), QLocale::ShortFormat)));
    for (const auto &[choice, button] : m_filters) {
        const auto verdict = verdictOf(choice);
        const int count = !verdicts ? 0
                          : verdict ? verdicts->count(*verdict)
                                    : static_cast<int>(verdicts->subjects.size());
        button->setText(tr("%1  %2", "word of a verdict, and how many")
                            .arg(verdict ? verdictWord(*verdict) : tr("All"), QLocale().toString(count)));
        button->setIcon(verdict ? swatch(*verdict, devicePixelRatioF()) : QIcon());
        button->setChecked(verdict == m_verdicts.filter());
    }
    m_model->refresh();
}

void VerdictPanel::retranslate()
{
    m_panel->setTitle(tr("Verdicts"));
    m_panel->setCaption(tr("Planning"));
    m_table->setAccessibleName(tr("Buildings and parcels with their verdicts"));
    refresh();
}

void VerdictPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace loci::widgets
