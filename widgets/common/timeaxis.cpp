// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/surfaces.h"
#include "widgets/common/timebar.h"
#include "widgets/common/tokens.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace loci::widgets {

namespace {
constexpr int kBarsTop = 10;
constexpr int kBase = 36;  // y of the axis line
constexpr int kColumn = 4; // pixels of one bar with its gap
constexpr int kMargin = 10;
constexpr int kKnob = 6;
constexpr int kTickSpacing = 72;
} // namespace

TimeAxis::TimeAxis(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("time.axis"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const QDateTime now = QDateTime::currentDateTime();
    m_now = m_time = now;
    setRange(QDateTime(now.date(), QTime(0, 0)), QDateTime(now.date().addDays(1), QTime(0, 0)));
}

void TimeAxis::setRange(const QDateTime &from, const QDateTime &to)
{
    setScale(TimeScale(from.toLocalTime(), to.toLocalTime(), kMargin, width() - 2 * kMargin));
}

void TimeAxis::setScale(const TimeScale &scale)
{
    m_scale = scale;
    emit rangeChanged();
    update();
}

void TimeAxis::setEvents(std::vector<TimeEvent> events)
{
    m_events = std::move(events);
    std::sort(m_events.begin(), m_events.end(), [](const TimeEvent &a, const TimeEvent &b) { return a.time < b.time; });
    emit rangeChanged();
    update();
}

void TimeAxis::setGaps(std::vector<TimeSpan> gaps)
{
    m_gaps = std::move(gaps);
    update();
}

void TimeAxis::setTime(const QDateTime &time)
{
    m_time = time.toLocalTime();
    const double x = m_scale.toX(m_time);
    if (x < kMargin || x > width() - kMargin) {
        // The cursor comes back at a third from the left: what follows is in sight.
        m_scale = m_scale.moved(x - kMargin - (width() - 2.0 * kMargin) / 3);
        emit rangeChanged();
    }
    setAccessibleDescription(QLocale().toString(m_time, QLocale::LongFormat));
    update();
}

void TimeAxis::setNow(const QDateTime &now)
{
    m_now = now.toLocalTime();
    update();
}

int TimeAxis::eventsInView() const
{
    const auto before = [](const TimeEvent &event, const QDateTime &time) { return event.time < time; };
    const auto first = std::lower_bound(m_events.begin(), m_events.end(), m_scale.from(), before);
    const auto last = std::lower_bound(first, m_events.end(), m_scale.to(), before);
    return static_cast<int>(last - first);
}

void TimeAxis::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGaps(painter);
    paintBars(painter);
    paintTicks(painter);
    paintCursor(painter);
    if (hasFocus()) {
        paintFocus(painter, rect(), tokens().radius);
    }
}

void TimeAxis::paintBars(QPainter &painter) const
{
    const int columns = std::max(1, (width() - 2 * kMargin) / kColumn);
    struct Column
    {
        int count = 0;
        Status worst = Status::Good;
    };
    std::vector<Column> bins(static_cast<std::size_t>(columns));
    const auto rank = [](Status s) {
        return s == Status::Bad ? 3 : s == Status::Watch ? 2 : s == Status::Good ? 0 : 1;
    };
    for (const TimeEvent &event : m_events) {
        const double x = m_scale.toX(event.time) - kMargin;
        const int column = static_cast<int>(x / kColumn);
        if (x < 0 || column >= columns) {
            continue;
        }
        Column &bin = bins[static_cast<std::size_t>(column)];
        ++bin.count;
        bin.worst = rank(event.status) > rank(bin.worst) ? event.status : bin.worst;
    }
    const auto most =
        std::max_element(bins.begin(), bins.end(), [](const Column &a, const Column &b) { return a.count < b.count; });
    const double unit = most->count > 0 ? (kBase - kBarsTop - 6.0) / most->count : 0;
    const Tokens &t = tokens();
    QColor quiet = t.accent;
    quiet.setAlphaF(0.5F);
    const double cursor = m_scale.toX(m_time);
    double lastMark = -100;
    for (int i = 0; i < columns; ++i) {
        const Column &bin = bins[static_cast<std::size_t>(i)];
        if (bin.count == 0) {
            continue;
        }
        const double x = kMargin + i * kColumn;
        const double height = std::max(2.0, bin.count * unit);
        painter.setPen(Qt::NoPen);
        painter.setBrush(x <= cursor ? quiet : t.outline);
        painter.drawRect(QRectF(x, kBase - height, kColumn - 1, height));
        if (bin.worst != Status::Good && x - lastMark >= 12) {
            drawStatus(painter, bin.worst, QRectF(x + kColumn / 2.0 - 4.5, kBase - height - 10, 9, 9));
            lastMark = x;
        }
    }
}

void TimeAxis::paintGaps(QPainter &painter) const
{
    const Tokens &t = tokens();
    for (const TimeSpan &gap : m_gaps) {
        const double left = std::max<double>(kMargin, m_scale.toX(gap.from));
        const double right = std::min<double>(width() - kMargin, m_scale.toX(gap.to));
        if (right - left < 1) {
            continue;
        }
        const QRectF box(left, kBarsTop, right - left, kBase - kBarsTop);
        paintHatch(painter, box, t.outline);
        painter.setFont(tokenFont(t.fontCaption));
        const QString word = tr("gap");
        const double space = painter.fontMetrics().horizontalAdvance(word) + 8;
        if (box.width() > space + 8) {
            painter.fillRect(QRectF(box.center().x() - space / 2, box.center().y() - 8, space, 16), t.surface);
            painter.setPen(t.textMuted);
            painter.drawText(box, Qt::AlignCenter, word);
        }
    }
}

void TimeAxis::paintTicks(QPainter &painter) const
{
    const Tokens &t = tokens();
    const QRectF line(kMargin, kBase, width() - 2 * kMargin, 1);
    painter.fillRect(line, t.outline);
    painter.fillRect(QRectF(kMargin, kBase, std::clamp(m_scale.toX(m_time) - kMargin, 0.0, line.width()), 2), t.accent);
    for (const TimeTick &tick : m_scale.ticks(kTickSpacing, QLocale())) {
        const double x = m_scale.toX(tick.time);
        painter.fillRect(QRectF(x, kBase, 1, tick.major ? 6 : 4), t.outline);
        painter.setFont(tokenFont(t.fontCaption, tick.major ? QFont::DemiBold : QFont::Normal));
        painter.setPen(tick.major ? t.text : t.textMuted);
        const double space = painter.fontMetrics().horizontalAdvance(tick.label);
        const double left = std::clamp(x - space / 2, 0.0, width() - space);
        painter.drawText(QRectF(left, kBase + 6, space + 1, 14), Qt::AlignVCenter | Qt::AlignLeft, tick.label);
    }
}

void TimeAxis::paintCursor(QPainter &painter) const
{
    const Tokens &t = tokens();
    const double now = m_scale.toX(m_now);
    if (now >= kMargin && now <= width() - kMargin) {
        painter.fillRect(QRectF(now, kBarsTop - 6, 1, kBase - kBarsTop + 10), t.text);
    }
    const double x = m_scale.toX(m_time);
    if (x < kMargin - 1 || x > width() - kMargin + 1) {
        return;
    }
    painter.fillRect(QRectF(x - 0.75, kBarsTop - 6, 1.5, kBase - kBarsTop + 6), t.accent);
    painter.setPen(QPen(t.accent, 2));
    painter.setBrush(t.surface);
    painter.drawEllipse(QPointF(x, kBase + 0.5), kKnob, kKnob);
}

void TimeAxis::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_scale = TimeScale(m_scale.from(), m_scale.to(), kMargin, width() - 2 * kMargin);
}

void TimeAxis::drag(double x)
{
    const QDateTime time = m_scale.toTime(std::clamp<double>(x, kMargin, width() - kMargin));
    setTime(time);
    emit timeDragged(time.toUTC());
}

void TimeAxis::mousePressEvent(QMouseEvent *event)
{
    m_panFrom = event->position().x();
    if (event->button() == Qt::LeftButton) {
        drag(event->position().x());
    }
}

void TimeAxis::mouseMoveEvent(QMouseEvent *event)
{
    if ((event->buttons() & Qt::LeftButton) != 0) {
        drag(event->position().x());
    } else if ((event->buttons() & (Qt::RightButton | Qt::MiddleButton)) != 0) {
        setScale(m_scale.moved(m_panFrom - event->position().x()));
        m_panFrom = event->position().x();
    }
}

void TimeAxis::wheelEvent(QWheelEvent *event)
{
    const QPoint angle = event->angleDelta();
    if (std::abs(angle.x()) > std::abs(angle.y())) {
        setScale(m_scale.moved(-angle.x() / 2.0));
    } else {
        setScale(m_scale.zoomed(std::pow(0.8, angle.y() / 120.0), event->position().x()));
    }
    event->accept();
}

void TimeAxis::keyPressEvent(QKeyEvent *event)
{
    const double x = m_scale.toX(m_time);
    switch (event->key()) {
    case Qt::Key_Left:
        drag(x - (event->modifiers() & Qt::ShiftModifier ? 40 : 4));
        return;
    case Qt::Key_Right:
        drag(x + (event->modifiers() & Qt::ShiftModifier ? 40 : 4));
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        setScale(m_scale.zoomed(0.8, x));
        return;
    case Qt::Key_Minus:
        setScale(m_scale.zoomed(1.25, x));
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace loci::widgets
