// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/feeds/streamlist.h"

#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"
#include "widgets/common/unittext.h"
#include "widgets/feeds/sparkline.h"

#include <QListView>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>

namespace loci::widgets {

using feeds::StreamState;
using feeds::StreamStatus;

namespace {
constexpr int kRowHeight = 52;
constexpr int kChartWidth = 64;

/// "live · 3 s · simulated"
QString captionOf(const QModelIndex &index)
{
    QStringList words{index.data(StreamListModel::StateTextRole).toString(),
                      index.data(StreamListModel::AgeRole).toString()};
    if (index.data(StreamListModel::SimulatedRole).toBool()) {
        words << StreamListModel::tr("simulated");
    }
    return words.join(QStringLiteral(" · "));
}

class StreamDelegate final : public QStyledItemDelegate
{
public:
    StreamDelegate(const FeedSession &session, QObject *parent) : QStyledItemDelegate(parent), m_session(session) {}

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
        const auto state = static_cast<StreamState>(index.data(StreamListModel::StateRole).toInt());
        const bool fresh = state == StreamState::Live;
        drawStatus(*painter, statusOf(state), QRectF(box.left() + t.padding, box.top() + 9, 12, 12));
        const int left = box.left() + t.padding + 20;
        const QRect chart(box.right() - t.padding - kChartWidth, box.top() + 26, kChartWidth, 18);
        const int valueWidth = 104;
        const QRect name(left, box.top() + 6, box.right() - t.padding - valueWidth - left, 20);
        painter->setFont(tokenFont(t.fontBody));
        painter->setPen(t.text);
        painter->drawText(name, Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, name.width()));
        // An old value never looks like a new one.
        painter->setFont(tokenFont(t.fontBody, fresh ? QFont::DemiBold : QFont::Normal));
        painter->setPen(fresh ? t.text : t.textFaint);
        painter->drawText(QRect(box.right() - t.padding - valueWidth, name.top(), valueWidth, 20),
                          Qt::AlignVCenter | Qt::AlignRight,
                          painter->fontMetrics().elidedText(index.data(StreamListModel::ValueRole).toString(),
                                                            Qt::ElideRight, valueWidth));
        const QRect words(left, box.top() + 26, chart.left() - left - 4, 18);
        painter->setFont(tokenFont(t.fontCaption));
        painter->setPen(t.textMuted);
        painter->drawText(words, Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(captionOf(index), Qt::ElideRight, words.width()));
        paintSparkline(*painter, chart, m_session.recent(index.data(StreamListModel::IdRole).toString()),
                       index.data(StreamListModel::CadenceRole).toLongLong(), fresh ? t.accent : t.textFaint);
        if ((option.state & QStyle::State_HasFocus) != 0) {
            paintFocus(*painter, QRectF(box), t.radius);
        }
    }

private:
    const FeedSession &m_session;
};
} // namespace

QString valueText(const StreamStatus &status)
{
    if (!status.tally.last || feeds::isMissing(status.tally.last->value)) {
        return QStringLiteral("–");
    }
    const double *number = std::get_if<double>(&status.tally.last->value);
    if (!number) {
        return std::get<QString>(status.tally.last->value);
    }
    return QStringLiteral("%1 %2")
        .arg(QLocale().toString(*number, 'g', 5), shownUnit(status.tally.description.unit))
        .trimmed();
}

void StreamListModel::setStreams(std::vector<StreamStatus> streams, bool chinese)
{
    m_all = std::move(streams);
    m_chinese = chinese;
    show();
}

void StreamListModel::setWords(const QString &words)
{
    m_words = words;
    show();
}

void StreamListModel::show()
{
    std::vector<Row> rows;
    rows.reserve(m_all.size());
    for (const StreamStatus &status : m_all) {
        Row row{status, status.tally.description.name(m_chinese), valueText(status),
                status.ageMs ? feeds::ageText(*status.ageMs) : tr("never")};
        const QString all = row.name + QLatin1Char(' ') + status.tally.description.id;
        if (m_words.isEmpty() || all.contains(m_words, Qt::CaseInsensitive)) {
            rows.push_back(std::move(row));
        }
    }
    const bool sameStreams = rows.size() == m_rows.size() &&
                             std::equal(rows.begin(), rows.end(), m_rows.begin(), [](const Row &a, const Row &b) {
                                 return a.status.tally.description.id == b.status.tally.description.id;
                             });
    if (!sameStreams) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool differs = !(rows[i] == m_rows[i]);
        m_rows[i] = std::move(rows[i]);
        if (differs) {
            const QModelIndex at = index(static_cast<int>(i));
            emit dataChanged(at, at);
        }
    }
}

int StreamListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

const StreamStatus *StreamListModel::stream(int row) const
{
    return row >= 0 && row < rowCount() ? &m_rows[static_cast<std::size_t>(row)].status : nullptr;
}

QVariant StreamListModel::data(const QModelIndex &index, int role) const
{
    if (!stream(index.row())) {
        return {};
    }
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.name;
    case StateRole:
        return static_cast<int>(row.status.state);
    case StateTextRole:
        return feeds::stateName(row.status.state);
    case ValueRole:
        return row.value;
    case AgeRole:
        return row.age;
    case FeedRole:
        return row.status.tally.description.feed;
    case IdRole:
        return row.status.tally.description.id;
    case SimulatedRole:
        return row.status.simulated;
    case CadenceRole:
        return row.status.tally.description.cadenceMs;
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2, %3, %4").arg(row.name, feeds::stateName(row.status.state), row.value, row.age);
    default:
        return {};
    }
}

QListView *makeStreamList(StreamListModel &model, const FeedSession &session, QWidget *parent)
{
    auto *list = new QListView(parent);
    list->setObjectName(QStringLiteral("feeds.streams"));
    list->setUniformItemSizes(true);
    list->setMouseTracking(true);
    list->setModel(&model);
    list->setItemDelegate(new StreamDelegate(session, list));
    return list;
}

} // namespace loci::widgets
