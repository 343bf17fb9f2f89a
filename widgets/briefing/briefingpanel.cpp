// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/briefing/briefingpanel.h"

#include "widgets/briefing/briefingdesk.h"
#include "widgets/common/emptystate.h"
#include "widgets/common/icons.h"
#include "widgets/common/tokens.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace loci::widgets {

namespace {

constexpr int kIdRole = Qt::UserRole;
constexpr QSize kThumb(112, 63);

} // namespace

BriefingPanel::BriefingPanel(BriefingDesk &desk, QWidget *parent) : Panel(parent), m_desk(desk)
{
    setObjectName(QStringLiteral("briefingPanel"));
    build();
    connect(&m_desk, &BriefingDesk::changed, this, &BriefingPanel::refresh);
    refresh();
}

void BriefingPanel::build()
{
    const Tokens &t = tokens();
    m_filled = new QWidget(this);
    auto *heading = makeLabel(m_filled, "title");
    auto *make = makeIconButton(m_filled);
    m_more = makeIconButton(m_filled);
    m_which = new QComboBox(m_filled);
    m_which->setObjectName(QStringLiteral("briefingChoice"));
    m_list = new QListWidget(m_filled);
    m_list->setObjectName(QStringLiteral("sceneList"));
    m_list->setIconSize(kThumb);
    m_list->setWordWrap(true);
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_list->installEventFilter(this);
    m_keep = makeButton(m_filled);
    m_show = makeButton(m_filled, "primary");
    m_keep->setObjectName(QStringLiteral("keepScene"));
    m_show->setObjectName(QStringLiteral("startShow"));
    auto *head = new QHBoxLayout;
    head->setContentsMargins(t.padding, t.gap, t.gap, 0);
    head->addWidget(heading, 1);
    head->addWidget(make);
    head->addWidget(m_more);
    auto *column = new QVBoxLayout(m_filled);
    column->setContentsMargins(0, 0, 0, t.padding);
    column->setSpacing(t.gap);
    column->addLayout(head);
    auto *steps = new QVBoxLayout;
    steps->setContentsMargins(t.padding, 0, t.padding, 0);
    steps->setSpacing(t.gap);
    steps->addWidget(m_which);
    column->addLayout(steps);
    column->addWidget(m_list, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(t.padding, 0, t.padding, 0);
    buttons->addWidget(m_keep, 1);
    buttons->addWidget(m_show, 1);
    column->addLayout(buttons);
    m_empty = new EmptyState(QStringLiteral("briefing"), this);
    m_stack = new QStackedLayout(this);
    m_stack->addWidget(m_filled);
    m_stack->addWidget(m_empty);

    connect(make, &QToolButton::clicked, this, &BriefingPanel::newRequested);
    connect(m_empty, &EmptyState::stepRequested, this, &BriefingPanel::newRequested);
    connect(m_keep, &QPushButton::clicked, this, &BriefingPanel::keepRequested);
    connect(m_show, &QPushButton::clicked, this, &BriefingPanel::showRequested);
    connect(m_which, &QComboBox::activated, this,
            [this](int row) { chooseBriefing(m_which->itemData(row).toString()); });
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        if (!m_filling && row >= 0) {
            emit sceneChosen(row);
        }
    });
    connect(m_list, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem *item) { emit sceneOpened(m_list->row(item)); });
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, &BriefingPanel::takeOrder, Qt::QueuedConnection);
    connect(m_more, &QToolButton::clicked, this, [this] {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addAction(tr("Freeze the numbers"), this, &BriefingPanel::freezeRequested);
        menu->addAction(tr("Make the numbers live"), this, &BriefingPanel::thawRequested);
        menu->addSeparator();
        for (const auto &[format, name] : {std::pair{"pdf", tr("Export as PDF")},
                                           {"png", tr("Export as pictures")},
                                           {"web", tr("Export as a web page")},
                                           {"mp4", tr("Export as a film (MP4)")},
                                           {"webm", tr("Export as a film (WebM)")}}) {
            menu->addAction(name, this, [this, format = format] { emit exportRequested(QLatin1String(format)); });
        }
        menu->addSeparator();
        menu->addAction(tr("Remove this scene"), this, &BriefingPanel::removeCurrent);
        menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
    });
    onLanguage([this, heading, make] {
        heading->setText(tr("Briefing"));
        make->setToolTip(tr("New briefing"));
        make->setAccessibleName(make->toolTip());
        m_more->setToolTip(tr("More"));
        m_more->setAccessibleName(m_more->toolTip());
        m_keep->setText(tr("Keep this view"));
        m_show->setText(tr("Show"));
        m_list->setAccessibleName(tr("Scenes"));
        m_which->setAccessibleName(tr("Briefing"));
        m_empty->setTexts(tr("A briefing is a row of scenes for a large screen: what you see now, with a title and one "
                             "number."),
                          tr("Make a briefing"));
    });
    onTheme([this, make] {
        make->setIcon(icon(QStringLiteral("plus")));
        m_more->setIcon(icon(QStringLiteral("more")));
    });
}

void BriefingPanel::setLanguage(const QString &language)
{
    m_language = language;
    refresh();
}

void BriefingPanel::chooseBriefing(const QString &id)
{
    m_wanted = id;
    refresh();
    if (m_list->count() > 0) {
        m_list->setCurrentRow(0);
    }
}

void BriefingPanel::refresh()
{
    const QStringList ids = m_desk.ids();
    if (!ids.contains(m_wanted)) {
        m_wanted = ids.value(0);
    }
    const QSignalBlocker quiet(m_which);
    m_which->clear();
    for (const QString &id : ids) {
        m_which->addItem(m_desk.load(id).value.name.in(m_language), id);
    }
    m_which->setCurrentIndex(static_cast<int>(ids.indexOf(m_wanted)));
    m_briefing = m_wanted.isEmpty() ? briefing::Briefing() : m_desk.load(m_wanted).value;
    m_show->setEnabled(!m_briefing.scenes.empty());
    fillList();
    m_stack->setCurrentWidget(ids.isEmpty() ? static_cast<QWidget *>(m_empty) : m_filled);
}

void BriefingPanel::fillList()
{
    const QListWidgetItem *before = m_list->currentItem();
    const QString chosen = before != nullptr ? before->data(kIdRole).toString() : QString();
    m_filling = true;
    m_list->clear();
    int number = 0;
    for (const briefing::Scene &scene : m_briefing.scenes) {
        const QString mark = scene.isAppendix() ? scene.key.toUpper() : QString::number(++number);
        auto *item = new QListWidgetItem(mark + QStringLiteral("  ") + scene.title.in(m_language), m_list);
        item->setData(kIdRole, scene.id);
        item->setSizeHint(QSize(0, kThumb.height() + tokens().gap));
        QPixmap picture(kThumb);
        picture.fill(tokens().sunken);
        const auto thumbnail = m_thumbnails.constFind(scene.id);
        item->setIcon(
            thumbnail != m_thumbnails.constEnd()
                ? QPixmap::fromImage(thumbnail->scaled(kThumb, Qt::IgnoreAspectRatio, Qt::SmoothTransformation))
                : picture);
        if (scene.id == chosen) {
            m_list->setCurrentItem(item);
        }
    }
    m_filling = false;
}

void BriefingPanel::setThumbnail(const QString &scene, const QImage &image)
{
    m_thumbnails.insert(scene, image);
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(kIdRole).toString() == scene) {
            m_list->item(row)->setIcon(
                QPixmap::fromImage(image.scaled(kThumb, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)));
        }
    }
}

int BriefingPanel::current() const
{
    return m_list->currentRow();
}

void BriefingPanel::choose(const QString &scene)
{
    m_list->setCurrentRow(m_briefing.find(scene));
}

void BriefingPanel::takeOrder()
{
    QStringList order;
    for (int row = 0; row < m_list->count(); ++row) {
        order << m_list->item(row)->data(kIdRole).toString();
    }
    if (const Result<> moved = m_desk.move(m_briefing.id, order); !moved) {
        emit failed(moved.error().message);
        refresh();
    }
}

void BriefingPanel::removeCurrent()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (item == nullptr) {
        return;
    }
    if (const Result<> removed = m_desk.removeScene(m_briefing.id, item->data(kIdRole).toString()); !removed) {
        emit failed(removed.error().message);
    }
}

bool BriefingPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->matches(QKeySequence::Delete)) {
        removeCurrent();
        return true;
    }
    return Panel::eventFilter(watched, event);
}

} // namespace loci::widgets
