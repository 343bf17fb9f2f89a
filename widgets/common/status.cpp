// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/status.h"

#include "layers/base/finding.h"
#include "widgets/common/tokens.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPainter>
#include <QPainterPath>
#include <cmath>

namespace loci::widgets {

namespace {
constexpr int kShape = 12;
constexpr int kSpace = 6;
} // namespace

QColor statusColour(Status status)
{
    const Tokens &t = tokens();
    switch (status) {
    case Status::Good:
        return t.good;
    case Status::Watch:
        return t.watch;
    case Status::Bad:
        return t.bad;
    case Status::Unknown:
        return t.unknown;
    case Status::Stale:
        return t.stale;
    case Status::Partial:
        return t.partial;
    }
    return t.unknown;
}

QString statusWord(Status status)
{
    switch (status) {
    case Status::Good:
        return QCoreApplication::translate("Status", "good");
    case Status::Watch:
        return QCoreApplication::translate("Status", "watch");
    case Status::Bad:
        return QCoreApplication::translate("Status", "bad");
    case Status::Unknown:
        return QCoreApplication::translate("Status", "unknown");
    case Status::Stale:
        return QCoreApplication::translate("Status", "stale");
    case Status::Partial:
        return QCoreApplication::translate("Status", "partial");
    }
    return {};
}

Status statusOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return Status::Bad;
    case Severity::Warning:
        return Status::Watch;
    case Severity::Info:
        break;
    }
    return Status::Partial;
}

QString severityWord(Severity severity, int count)
{
    switch (severity) {
    case Severity::Error:
        return count == 1 ? QCoreApplication::translate("Status", "1 error")
                          : QCoreApplication::translate("Status", "%1 errors").arg(count);
    case Severity::Warning:
        return count == 1 ? QCoreApplication::translate("Status", "1 warning")
                          : QCoreApplication::translate("Status", "%1 warnings").arg(count);
    case Severity::Info:
        break;
    }
    return count == 1 ? QCoreApplication::translate("Status", "1 note")
                      : QCoreApplication::translate("Status", "%1 notes").arg(count);
}

void drawStatus(QPainter &painter, Status status, const QRectF &rect)
{
    const double side = std::min(rect.width(), rect.height());
    const QRectF box(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side);
    const QColor colour = statusColour(status);
    const double stroke = std::max(1.5, side / 8);
    const QRectF ring = box.adjusted(stroke / 2 + side * 0.04, stroke / 2 + side * 0.04, -stroke / 2 - side * 0.04,
                                     -stroke / 2 - side * 0.04);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    switch (status) {
    case Status::Good:
        painter.drawEllipse(box.adjusted(side * 0.08, side * 0.08, -side * 0.08, -side * 0.08));
        break;
    case Status::Watch:
        painter.drawPolygon(QPolygonF({{box.center().x(), box.top() + side * 0.06},
                                       {box.right(), box.bottom() - side * 0.08},
                                       {box.left(), box.bottom() - side * 0.08}}));
        break;
    case Status::Bad:
        painter.drawRoundedRect(box.adjusted(side * 0.1, side * 0.1, -side * 0.1, -side * 0.1), side * 0.08,
                                side * 0.08);
        break;
    case Status::Unknown: {
        painter.setBrush(Qt::NoBrush);
        QPen pen(colour, stroke);
        const double length = M_PI * ring.width() / stroke / 8; // four dashes and four gaps, at every size
        pen.setDashPattern({length, length});
        pen.setCapStyle(Qt::FlatCap);
        painter.setPen(pen);
        painter.drawEllipse(ring);
        break;
    }
    case Status::Stale:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour, stroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawEllipse(ring);
        painter.drawPolyline(QPolygonF({{box.center().x(), box.top() + side * 0.26},
                                        box.center(),
                                        {box.center().x() + side * 0.18, box.center().y() + side * 0.12}}));
        break;
    case Status::Partial: {
        QPainterPath half;
        half.moveTo(ring.center());
        half.arcTo(ring, 90, 180);
        half.closeSubpath();
        painter.drawPath(half);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour, stroke));
        painter.drawEllipse(ring);
        break;
    }
    }
    painter.restore();
}

StatusBadge::StatusBadge(Status status, QWidget *parent) : QWidget(parent), m_status(status)
{
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    refresh();
}

void StatusBadge::setStatus(Status status)
{
    m_status = status;
    refresh();
}

void StatusBadge::setText(const QString &text)
{
    m_text = text;
    refresh();
}

QString StatusBadge::text() const
{
    return m_text.isEmpty() ? statusWord(m_status) : m_text;
}

void StatusBadge::refresh()
{
    setAccessibleName(text());
    updateGeometry();
    update();
}

QSize StatusBadge::sizeHint() const
{
    const QFontMetrics metrics(tokenFont(tokens().fontBody));
    return {kShape + kSpace + metrics.horizontalAdvance(text()) + 1, std::max(20, metrics.height())};
}

void StatusBadge::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    drawStatus(painter, m_status, QRectF(0, (height() - kShape) / 2.0, kShape, kShape));
    painter.setFont(tokenFont(tokens().fontBody));
    painter.setPen(tokens().text);
    painter.drawText(rect().adjusted(kShape + kSpace, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
}

void StatusBadge::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace loci::widgets
