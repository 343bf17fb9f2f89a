// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/historypanel.h"

#include "widgets/common/emptystate.h"
#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"

#include <QEvent>
#include <QListWidget>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QVBoxLayout>

namespace loci::widgets {

namespace {

enum Role { IdRole = Qt::UserRole + 1, DetailRole, UndoneRole, PresentRole };

QString timeText(const QDateTime &time)
{
    const QDateTime local = time.toLocalTime();
    const QLocale locale;
    return local.date() == QDate::currentDate() ? locale.toString(local.time(), QStringLiteral("HH:mm"))
                                                : locale.toString(local, QLocale::ShortFormat);
}

class StepDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(), 44};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = tokens();
        const QRect box = option.rect;
        const bool present = index.data(PresentRole).toBool();
        const bool undone = index.data(UndoneRole).toBool();
        if (present) {
            painter->fillRect(box, t.selected);
        } else if ((option.state & QStyle::State_MouseOver) != 0) {
            painter->fillRect(box, t.hover);
        }
        // A line through all steps with a knob each: what is done is full, what is undone is hollow.
        const double x = box.left() + t.padding + 6;
        painter->setRenderHint(QPainter::Antialiasing);
        painter->fillRect(QRectF(x - 0.5, box.top(), 1, box.height()), t.outline);
        painter->setPen(QPen(undone ? t.outline : t.accent, 2));
        painter->setBrush(undone ? t.surface : present ? t.accent : t.surface);
        painter->drawEllipse(QPointF(x, box.center().y()), present ? 5 : 4, present ? 5 : 4);
        const QRect words(box.left() + t.padding + 24, box.top() + 4, box.width() - 2 * t.padding - 24, 18);
        painter->setFont(tokenFont(t.fontBody, present ? QFont::DemiBold : QFont::Normal));
        painter->setPen(undone ? t.textFaint : t.text);
        painter->drawText(words, Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, words.width()));
        painter->setFont(tokenFont(t.fontCaption));
        painter->setPen(undone ? t.textFaint : t.textMuted);
        painter->drawText(words.translated(0, 18), Qt::AlignVCenter, index.data(DetailRole).toString());
        if ((option.state & QStyle::State_HasFocus) != 0) {
            paintFocus(*painter, QRectF(box), t.radius);
        }
    }
};

} // namespace

HistoryPanel::HistoryPanel(QWidget *parent)
    : QWidget(parent)
    , m_panel(new SidePanel({}, this))
    , m_list(new QListWidget(this))
    , m_empty(new EmptyState(QStringLiteral("history"), this))
{
    setObjectName(QStringLiteral("history.panel"));
    m_close = m_panel->addAction(QStringLiteral("close"), {});
    m_list->setItemDelegate(new StepDelegate(m_list));
    m_list->setMouseTracking(true);
    m_panel->addWidget(m_list, 1);
    m_panel->addWidget(m_empty, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_panel);
    const auto go = [this](QListWidgetItem *item) { emit goToRequested(item->data(IdRole).toLongLong()); };
    connect(m_list, &QListWidget::itemClicked, this, go);
    connect(m_list, &QListWidget::itemActivated, this, go);
    connect(m_close, &QToolButton::clicked, this, &HistoryPanel::closeRequested);
    rebuild();
}

void HistoryPanel::setItems(std::vector<HistoryItem> items)
{
    m_items = std::move(items);
    rebuild();
}

int HistoryPanel::count() const
{
    return static_cast<int>(m_items.size());
}

void HistoryPanel::rebuild()
{
    m_panel->setTitle(tr("History"));
    setTip(m_close, tr("Close"));
    m_list->setAccessibleName(tr("History"));
    m_empty->setTexts(tr("What you change appears here, and a click takes you back to any step."));
    m_list->setVisible(!m_items.empty());
    m_empty->setVisible(m_items.empty());
    m_list->clear();
    bool presentSeen = false;
    const auto add = [&](const HistoryItem &step) {
        auto *item = new QListWidgetItem(step.title, m_list);
        item->setData(IdRole, step.id);
        item->setData(UndoneRole, step.undone);
        item->setData(DetailRole, step.author.isEmpty() || !step.time.isValid()
                                      ? timeText(step.time)
                                      : QStringLiteral("%1 · %2").arg(timeText(step.time), step.author));
        item->setData(PresentRole, !step.undone && !presentSeen);
        presentSeen = presentSeen || !step.undone;
    };
    for (auto it = m_items.rbegin(); it != m_items.rend(); ++it) {
        add(*it);
    }
    if (!m_items.empty()) {
        add({0, tr("Start"), m_items.front().time, {}, false});
    }
}

void HistoryPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        rebuild();
    }
    QWidget::changeEvent(event);
}

} // namespace loci::widgets
