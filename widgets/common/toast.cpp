// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/toast.h"

#include "widgets/common/status.h"
#include "widgets/common/surfaces.h"
#include "widgets/common/timebar.h"
#include "widgets/common/tokens.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QTimer>
#include <QToolButton>

namespace loci::widgets {

namespace {
constexpr int kShadow = 12;
constexpr int kAboveBar = 16;
constexpr int kStay = 6000;
constexpr int kStayProblem = 15000;
constexpr int kShape = 12;
} // namespace

Toast::Toast(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_action(new QToolButton(this))
    , m_close(makeIconButton(QStringLiteral("close"), this))
    , m_timer(new QTimer(this))
    , m_bottomMargin(TimeBar::kHeight + kAboveBar)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(kShadow + 16, kShadow + 4, kShadow + 4, kShadow + 4);
    layout->setSpacing(tokens().gap);
    m_text->setWordWrap(false);
    m_text->setTextFormat(Qt::PlainText);
    m_action->setObjectName(QStringLiteral("toastAction"));
    m_action->setProperty("kind", "link");
    m_action->setFocusPolicy(Qt::TabFocus);
    layout->addWidget(m_text);
    layout->addWidget(m_action);
    layout->addWidget(m_close);
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, &QWidget::hide);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_action, &QToolButton::clicked, this, [this] {
        hide();
        if (m_run) {
            m_run();
        }
    });
    parent->installEventFilter(this);
    hide();
}

void Toast::showMessage(const QString &text, const QString &action, std::function<void()> run)
{
    m_problem = false;
    m_run = std::move(run);
    open(text, action, kStay);
}

void Toast::showProblem(const QString &text)
{
    m_problem = true;
    m_run = {};
    open(text, {}, kStayProblem);
}

QString Toast::text() const
{
    return m_text->text();
}

void Toast::setBottomMargin(int pixels)
{
    m_bottomMargin = pixels;
}

void Toast::open(const QString &text, const QString &action, int milliseconds)
{
    m_text->setText(text);
    const int room = parentWidget()->width() - 240;
    m_text->setWordWrap(m_text->fontMetrics().horizontalAdvance(text) > room);
    m_text->setMinimumWidth(m_text->wordWrap() ? room : 0);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setTip(m_close, tr("Close"));
    layout()->setContentsMargins(kShadow + (m_problem ? 36 : 16), kShadow + 4, kShadow + 4, kShadow + 4);
    setAccessibleName(text);
    adjustSize();
    place();
    show();
    raise();
    m_timer->start(milliseconds);
}

void Toast::place()
{
    const QSize room = parentWidget()->size();
    move((room.width() - width()) / 2, room.height() - height() - m_bottomMargin + kShadow);
}

void Toast::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    const Tokens &t = tokens();
    const QRectF box = QRectF(rect()).adjusted(kShadow + 0.5, kShadow + 0.5, -kShadow - 0.5, -kShadow - 0.5);
    paintShadow(painter, box, t.radius, kShadow);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.hairline, 1));
    painter.setBrush(t.raised);
    painter.drawRoundedRect(box, t.radius, t.radius);
    if (m_problem) {
        drawStatus(painter, Status::Bad, QRectF(box.left() + 14, box.center().y() - kShape / 2.0, kShape, kShape));
    }
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize && isVisible()) {
        place();
    }
    return QWidget::eventFilter(watched, event);
}

void Toast::enterEvent(QEnterEvent *event)
{
    m_timer->stop();
    QWidget::enterEvent(event);
}

void Toast::leaveEvent(QEvent *event)
{
    m_timer->start(kStay);
    QWidget::leaveEvent(event);
}

} // namespace loci::widgets
