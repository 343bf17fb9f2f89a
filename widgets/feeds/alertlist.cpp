// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/feeds/alertlist.h"

#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"
#include "widgets/feeds/feedsession.h"

#include <QEvent>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <algorithm>
#include <tuple>

namespace loci::widgets {

using feeds::Alert;
using feeds::AlertLevel;

namespace {
constexpr int kRowHeight = 52;

QString momentText(qint64 time)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(time), QLocale::ShortFormat);
}

class AlertDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {200, kRowHeight}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = tokens();
        const QRect box = option.rect;
        if ((option.state & QStyle::State_Selected) != 0) {
            painter->fillRect(box, t.selected);
        } else if ((option.state & QStyle::State_MouseOver) != 0) {
            painter->fillRect(box, t.hover);
        }
        const bool active = index.data(AlertListModel::ActiveRole).toBool();
        const bool noted = index.data(AlertListModel::NotedRole).toBool();
        const auto status = static_cast<Status>(index.data(AlertListModel::StatusRole).toInt());
        drawStatus(*painter, active ? status : Status::Unknown, QRectF(box.left() + t.padding, box.top() + 9, 12, 12));
        const int left = box.left() + t.padding + 20;
        const int wide = box.right() - t.padding - left;
        painter->setFont(tokenFont(t.fontBody, active && !noted ? QFont::DemiBold : QFont::Normal));
        painter->setPen(active ? t.text : t.textMuted);
        painter->drawText(QRect(left, box.top() + 6, wide, 20), Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, wide));
        painter->setFont(tokenFont(t.fontCaption));
        painter->setPen(t.textMuted);
        painter->drawText(QRect(left, box.top() + 26, wide, 18), Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(index.data(AlertListModel::CaptionRole).toString(),
                                                            Qt::ElideRight, wide));
        if ((option.state & QStyle::State_HasFocus) != 0) {
            paintFocus(*painter, QRectF(box), t.radius);
        }
    }
};
} // namespace

Status statusOf(AlertLevel level)
{
    switch (level) {
    case AlertLevel::Unknown:
        return Status::Unknown;
    case AlertLevel::Minor:
    case AlertLevel::Moderate:
        return Status::Watch;
    case AlertLevel::Severe:
    case AlertLevel::Extreme:
        return Status::Bad;
    }
    return Status::Unknown;
}

QString alertTitle(const Alert &alert, const FeedSession &session)
{
    if (alert.stream.isEmpty() || !alert.value || !alert.limit) {
        return alert.headline;
    }
    const feeds::StreamStatus *status = session.stream(alert.stream);
    const bool chinese = QLocale().language() == QLocale::Chinese;
    const QString name = status != nullptr ? status->tally.description.name(chinese) : alert.stream;
    const QLocale locale;
    const QString words =
        *alert.value > *alert.limit ? AlertList::tr("%1: %2 above %3 %4") : AlertList::tr("%1: %2 below %3 %4");
    return words.arg(name, locale.toString(*alert.value, 'g', 5), locale.toString(*alert.limit, 'g', 5), alert.unit)
        .trimmed();
}

QString alertCaption(const Alert &alert, qint64 now)
{
    QStringList words{feeds::alertLevelName(alert.level)};
    words << (alert.isActive(now) || !alert.until
                  ? AlertList::tr("since %1").arg(momentText(alert.from))
                  : AlertList::tr("%1 to %2").arg(momentText(alert.from), momentText(*alert.until)));
    if (!alert.area.isEmpty()) {
        words << alert.area;
    }
    if (alert.isAcknowledged()) {
        words << AlertList::tr("seen by %1").arg(alert.acknowledgedBy);
    }
    if (alert.simulated) {
        words << AlertList::tr("simulated");
    }
    return words.join(QStringLiteral(" · "));
}

void AlertListModel::setAlerts(feeds::Alerts alerts, const FeedSession &session)
{
    const qint64 now = session.now();
    std::vector<Row> rows;
    rows.reserve(alerts.size());
    for (Alert &alert : alerts) {
        if (alert.from <= now) { // a replay shows what had begun by then
            QString title = alertTitle(alert, session);
            QString caption = alertCaption(alert, now);
            const bool active = alert.isActive(now);
            rows.push_back({std::move(alert), std::move(title), std::move(caption), active});
        }
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) {
        return std::tuple(!a.active, -a.alert.from) < std::tuple(!b.active, -b.alert.from);
    });
    if (rows != m_rows) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }
}

int AlertListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

const Alert *AlertListModel::alert(int row) const
{
    return row >= 0 && row < rowCount() ? &m_rows[static_cast<std::size_t>(row)].alert : nullptr;
}

QVariant AlertListModel::data(const QModelIndex &index, int role) const
{
    if (alert(index.row()) == nullptr) {
        return {};
    }
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return row.title;
    case CaptionRole:
        return row.caption;
    case IdRole:
        return row.alert.id;
    case StreamRole:
        return row.alert.stream;
    case StatusRole:
        return static_cast<int>(statusOf(row.alert.level));
    case ActiveRole:
        return row.active;
    case NotedRole:
        return row.alert.isAcknowledged();
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2").arg(row.title, row.caption);
    default:
        return {};
    }
}

AlertList::AlertList(FeedSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new AlertListModel(this))
    , m_list(new QListView(this))
    , m_nothing(new QLabel(this))
    , m_note(new QPushButton(this))
{
    m_list->setObjectName(QStringLiteral("feeds.alerts"));
    m_note->setObjectName(QStringLiteral("feeds.acknowledge"));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new AlertDelegate(m_list));
    m_nothing->setWordWrap(true);
    m_nothing->setMargin(tokens().padding);
    m_nothing->setProperty("role", QStringLiteral("caption"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_nothing);
    column->addWidget(m_list, 1);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(tokens().padding, tokens().gap, tokens().padding, tokens().padding);
    row->addWidget(m_note);
    row->addStretch(1);
    column->addLayout(row);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        updateButton();
        emit alertChosen(index.data(AlertListModel::IdRole).toString(),
                         index.data(AlertListModel::StreamRole).toString());
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &AlertList::updateButton);
    connect(m_note, &QPushButton::clicked, this, &AlertList::acknowledge);
    QEvent first(QEvent::LanguageChange);
    changeEvent(&first);
}

void AlertList::refresh()
{
    const QString current = m_list->currentIndex().data(AlertListModel::IdRole).toString();
    m_model->setAlerts(m_session.alerts(), m_session);
    choose(current);
    m_nothing->setVisible(m_model->rowCount() == 0);
    updateButton();
}

void AlertList::choose(const QString &id)
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->alert(row)->id == id) {
            m_list->setCurrentIndex(m_model->index(row));
            m_list->scrollTo(m_model->index(row));
        }
    }
}

void AlertList::updateButton()
{
    const Alert *alert = m_model->alert(m_list->currentIndex().row());
    m_note->setEnabled(alert != nullptr && !alert->isAcknowledged() && !m_session.isReadOnly());
}

void AlertList::acknowledge()
{
    const Alert *alert = m_model->alert(m_list->currentIndex().row());
    if (alert != nullptr) {
        m_session.acknowledge(alert->id);
    }
}

void AlertList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_list->setAccessibleName(tr("Alerts"));
        m_nothing->setText(
            tr("No alert. Warnings of feeds and values beyond a limit are kept here with their history."));
        m_note->setText(tr("Acknowledge"));
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace loci::widgets
