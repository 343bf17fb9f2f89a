// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/commandpalette.h"

#include "widgets/common/icons.h"
#include "widgets/common/searchfield.h"
#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPointer>
#include <QTimer>
#include <algorithm>

namespace loci::widgets {

namespace {
constexpr int kRow = 36;
constexpr int kHeading = 28;
constexpr int kInset = 4;
constexpr int kMostHeight = 480;
constexpr int kLeastWidth = 480;
} // namespace

CommandPalette::CommandPalette(SearchField &field, ActionRegistry &actions, QWidget *window)
    : QWidget(window)
    , m_field(field)
    , m_delay(new QTimer(this))
{
    setObjectName(QStringLiteral("palette"));
    setMouseTracking(true);
    setFocusPolicy(Qt::NoFocus);
    hide();
    m_delay->setSingleShot(true);
    m_delay->setInterval(40); // one question for a quick burst of keys
    connect(m_delay, &QTimer::timeout, this, &CommandPalette::ask);
    connect(&m_field, &QLineEdit::textEdited, this, [this] {
        show();
        raise();
        m_delay->start();
    });
    m_field.installEventFilter(this);
    window->installEventFilter(this);
    addProvider(makeActionProvider(actions));
}

CommandPalette::~CommandPalette() = default;

void CommandPalette::addProvider(std::unique_ptr<PaletteProvider> provider)
{
    m_providers.push_back(std::move(provider));
}

void CommandPalette::open()
{
    m_field.setFocus(Qt::ShortcutFocusReason);
    m_field.selectAll();
    ask();
    show();
    raise();
}

void CommandPalette::close()
{
    m_delay->stop();
    ++m_question;
    hide();
}

QStringList CommandPalette::titles() const
{
    QStringList result;
    for (const Row &row : m_rows) {
        if (row.item != nullptr) {
            result << row.item->title;
        }
    }
    return result;
}

void CommandPalette::ask()
{
    const quint64 question = ++m_question;
    const QString text = m_field.text().trimmed();
    m_groups.assign(m_providers.size(), {});
    m_current = -1;
    m_scroll = 0;
    for (std::size_t i = 0; i < m_providers.size(); ++i) {
        m_groups[i].heading = m_providers[i]->heading();
        if (text.isEmpty()) {
            m_groups[i].items = m_providers[i]->suggestions();
            if (m_groups[i].items.size() > kMostPerGroup) {
                m_groups[i].items.resize(kMostPerGroup);
            }
        }
    }
    rebuild();
    for (std::size_t i = 0; !text.isEmpty() && i < m_providers.size(); ++i) {
        m_providers[i]->query(
            text, kMostPerGroup,
            [this, guard = QPointer<CommandPalette>(this), question, i](std::vector<PaletteItem> items) {
                if (guard && question == m_question) {
                    take(i, std::move(items));
                }
            });
    }
}

void CommandPalette::take(std::size_t group, std::vector<PaletteItem> items)
{
    if (items.size() > kMostPerGroup) {
        items.resize(kMostPerGroup);
    }
    m_groups[group].items = std::move(items);
    rebuild();
}

void CommandPalette::rebuild()
{
    std::vector<const Group *> order;
    for (const Group &group : m_groups) {
        if (!group.items.empty()) {
            order.push_back(&group);
        }
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const Group *a, const Group *b) { return a->items.front().score > b->items.front().score; });
    m_rows.clear();
    int y = 0;
    for (const Group *group : order) {
        m_rows.push_back({QRect(0, y, 1, kHeading), nullptr, group->heading});
        y += kHeading;
        for (const PaletteItem &item : group->items) {
            m_rows.push_back({QRect(0, y, 1, kRow), &item, {}});
            y += kRow;
        }
    }
    m_contentHeight = y;
    // An answer that comes late must not move what the person has chosen meanwhile, unless nothing was chosen.
    m_current = m_rows.size() > 1 ? std::clamp(m_current, 1, static_cast<int>(m_rows.size()) - 1) : -1;
    if (m_current > 0 && m_rows[m_current].item == nullptr) {
        ++m_current;
    }
    place();
    update();
}

void CommandPalette::place()
{
    const int width = std::max(m_field.width(), kLeastWidth) + 2 * kShadow;
    const int least = m_rows.empty() ? kRow : 0;
    const QPoint below = m_field.mapTo(parentWidget(), QPoint(m_field.width() / 2, m_field.height() + 4));
    const int room = parentWidget()->height() - below.y() - 2 * kShadow;
    const int height =
        std::min({std::max(m_contentHeight, least) + 2 * kInset, kMostHeight, std::max(room, 120)}) + 2 * kShadow;
    const int x = std::clamp(below.x() - width / 2, 0, std::max(0, parentWidget()->width() - width));
    setGeometry(x, below.y() - kShadow, width, height);
}

void CommandPalette::step(int by)
{
    if (m_rows.size() < 2) {
        return;
    }
    const int count = static_cast<int>(m_rows.size());
    int next = m_current;
    do {
        next = (next + (by > 0 ? 1 : -1) + count) % count;
    } while (m_rows[next].item == nullptr);
    m_current = next;
    const int view = height() - 2 * kShadow - 2 * kInset;
    const QRect box = m_rows[m_current].box;
    const int top = next == 1 ? 0 : box.top();
    m_scroll = std::clamp(m_scroll, std::max(0, box.bottom() + 1 - view), top);
    update();
}

void CommandPalette::activate(int row)
{
    if (row < 0 || row >= static_cast<int>(m_rows.size()) || m_rows[row].item == nullptr ||
        !m_rows[row].item->enabled) {
        return;
    }
    const PaletteItem item = *m_rows[row].item; // a copy: running it may rebuild the list
    close();
    m_field.clear();
    m_field.clearFocus();
    if (item.run) {
        item.run();
    }
    emit ran(item.title);
}

int CommandPalette::rowAt(const QPoint &position) const
{
    const int y = position.y() - kShadow - kInset + m_scroll;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (y >= m_rows[i].box.top() && y <= m_rows[i].box.bottom()) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

void CommandPalette::paintRow(QPainter &painter, const Row &row, const QRect &box, bool current) const
{
    const Tokens &t = tokens();
    if (row.item == nullptr) {
        painter.setFont(tokenFont(t.fontCaption));
        painter.setPen(t.textMuted);
        painter.drawText(box.adjusted(12, 4, -12, 0), Qt::AlignVCenter | Qt::AlignLeft, row.heading);
        return;
    }
    const PaletteItem &item = *row.item;
    if (current) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.selected);
        painter.drawRoundedRect(box.adjusted(4, 0, -4, 0), 4, 4);
    }
    const QColor ink = item.enabled ? t.text : t.textFaint;
    painter.drawPixmap(box.left() + 12, box.top() + (box.height() - t.icon) / 2,
                       iconPixmap(item.icon.isEmpty() ? QStringLiteral("chevron-right") : item.icon,
                                  current ? t.accent : t.textMuted, t.icon, devicePixelRatioF()));
    int right = box.right() - 12;
    if (!item.shortcut.isEmpty()) {
        painter.setFont(tokenFont(t.fontCaption));
        const int width = painter.fontMetrics().horizontalAdvance(item.shortcut) + 12;
        const QRectF key(right - width + 0.5, box.top() + (box.height() - 20) / 2.0 + 0.5, width - 1, 19);
        painter.setPen(QPen(t.hairline, 1));
        painter.setBrush(t.sunken);
        painter.drawRoundedRect(key, 4, 4);
        painter.setPen(t.textMuted);
        painter.drawText(key, Qt::AlignCenter, item.shortcut);
        right -= width + 12;
    }
    painter.setFont(tokenFont(t.fontCaption));
    const QString where = painter.fontMetrics().elidedText(item.place, Qt::ElideRight, 160);
    const int whereWidth = where.isEmpty() ? 0 : painter.fontMetrics().horizontalAdvance(where) + 12;
    painter.setPen(t.textMuted);
    painter.drawText(QRect(right - whereWidth, box.top(), whereWidth, box.height()), Qt::AlignVCenter | Qt::AlignRight,
                     where);
    painter.setFont(tokenFont(t.fontBody, current ? QFont::Medium : QFont::Normal));
    painter.setPen(ink);
    const QRect room(box.left() + 40, box.top(), right - whereWidth - box.left() - 48, box.height());
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(item.title, Qt::ElideRight, room.width()));
}

void CommandPalette::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    const Tokens &t = tokens();
    const QRectF box = QRectF(rect()).adjusted(kShadow - 0.5, kShadow - 0.5, 0.5 - kShadow, 0.5 - kShadow);
    paintShadow(painter, box, t.radius, kShadow);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.hairline, 1));
    painter.setBrush(t.raised);
    painter.drawRoundedRect(box, t.radius, t.radius);
    const QRect inner = rect().adjusted(kShadow, kShadow + kInset, -kShadow, -kShadow - kInset);
    painter.setClipRect(inner);
    if (m_rows.empty()) {
        painter.setFont(tokenFont(t.fontBody));
        painter.setPen(t.textMuted);
        const QString words = m_field.text().trimmed().isEmpty()
                                  ? tr("Type a command, a layer, a place or a coordinate")
                                  : tr("Nothing found for “%1”").arg(m_field.text().trimmed());
        painter.drawText(inner.adjusted(12, 0, -12, 0), Qt::AlignVCenter | Qt::AlignLeft, words);
        return;
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const QRect line(inner.left(), inner.top() + m_rows[i].box.top() - m_scroll, inner.width(),
                         m_rows[i].box.height());
        if (line.intersects(inner)) {
            paintRow(painter, m_rows[i], line, static_cast<int>(i) == m_current);
        }
    }
}

bool CommandPalette::handleKey(int key)
{
    switch (key) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (!isVisible()) {
            open();
        } else {
            step(key == Qt::Key_Down ? 1 : -1);
        }
        return true;
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        for (int i = 0; i < 6; ++i) {
            step(key == Qt::Key_PageDown ? 1 : -1);
        }
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_delay->isActive()) { // typed and confirmed at once: answer what stands in the field now
            m_delay->stop();
            ask();
        }
        activate(m_current);
        return true;
    case Qt::Key_Escape:
        if (isVisible()) {
            close();
            return true;
        }
        m_field.clear();
        m_field.clearFocus();
        return true;
    default:
        return false;
    }
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_field) {
        if (event->type() == QEvent::KeyPress) {
            return handleKey(static_cast<QKeyEvent *>(event)->key());
        }
        if (event->type() == QEvent::MouseButtonRelease && !isVisible()) {
            ask();
            show();
            raise();
        }
        if (event->type() == QEvent::FocusOut && isVisible()) {
            close();
        }
    } else if (watched == parent() && event->type() == QEvent::Resize && isVisible()) {
        place();
    }
    return QWidget::eventFilter(watched, event);
}

void CommandPalette::mouseMoveEvent(QMouseEvent *event)
{
    const int row = rowAt(event->pos());
    if (row >= 0 && m_rows[row].item != nullptr && row != m_current) {
        m_current = row;
        update();
    }
}

void CommandPalette::mouseReleaseEvent(QMouseEvent *event)
{
    activate(rowAt(event->pos()));
}

void CommandPalette::wheelEvent(QWheelEvent *event)
{
    const int view = height() - 2 * kShadow - 2 * kInset;
    m_scroll = std::clamp(m_scroll - event->angleDelta().y() / 3, 0, std::max(0, m_contentHeight - view));
    event->accept();
    update();
}

} // namespace loci::widgets
