// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/tour.h"

#include "widgets/common/tokens.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QToolButton>
#include <algorithm>

namespace loci::widgets {

namespace {
constexpr int kCardWidth = 340;
constexpr int kSpace = 12;
} // namespace

std::vector<TourStep> Tour::mainWindowSteps()
{
    return {
        {QStringLiteral("rail"), QT_TRANSLATE_NOOP("Tour", "Workplaces"),
         QT_TRANSLATE_NOOP("Tour", "Each job has its place here. Choosing one swaps the list at the left; map, 3D and "
                                   "what you have selected stay.")},
        {QStringLiteral("header.search"), QT_TRANSLATE_NOOP("Tour", "Find anything"),
         QT_TRANSLATE_NOOP("Tour",
                           "Press Ctrl+K and type a place, a layer, a coordinate or a command. Chinese names are "
                           "found by pinyin initials too.")},
        {QStringLiteral("views"), QT_TRANSLATE_NOOP("Tour", "Map and 3D"),
         QT_TRANSLATE_NOOP("Tour",
                           "Two views of the same city. Click a building in one, and it is selected in the other.")},
        {QStringLiteral("details"), QT_TRANSLATE_NOOP("Tour", "Details"),
         QT_TRANSLATE_NOOP("Tour",
                           "What you have selected is explained here, with the few actions that make sense for it.")},
        {QStringLiteral("timebar"), QT_TRANSLATE_NOOP("Tour", "Time"),
         QT_TRANSLATE_NOOP("Tour", "Drag the knob to see the city at another moment. The sun and all data follow.")},
        {QStringLiteral("findings.button"), QT_TRANSLATE_NOOP("Tour", "Findings"),
         QT_TRANSLATE_NOOP("Tour", "What is wrong in the data collects here instead of interrupting you. Each finding "
                                   "takes you to its place.")},
    };
}

Tour::Tour(QWidget *window)
    : QWidget(window)
    , m_card(new QWidget(this))
    , m_title(new QLabel(m_card))
    , m_text(new QLabel(m_card))
    , m_place(new QLabel(m_card))
    , m_next(new QPushButton(m_card))
    , m_back(new QToolButton(m_card))
    , m_leave(new QToolButton(m_card))
{
    setObjectName(QStringLiteral("tour"));
    setFocusPolicy(Qt::StrongFocus);
    const Tokens &t = tokens();
    m_card->setAttribute(Qt::WA_StyledBackground);
    m_card->setProperty("role", "floating");
    m_card->setFixedWidth(kCardWidth);
    m_title->setProperty("role", "title");
    m_text->setWordWrap(true);
    m_place->setProperty("role", "caption");
    m_next->setProperty("kind", "primary");
    m_back->setProperty("kind", "quiet");
    m_leave->setProperty("kind", "quiet");
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(t.gap);
    buttons->addWidget(m_leave);
    buttons->addWidget(m_place, 1, Qt::AlignCenter);
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    auto *layout = new QVBoxLayout(m_card);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(t.gap);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addSpacing(t.gap);
    layout->addLayout(buttons);
    connect(m_next, &QPushButton::clicked, this, [this] { go(neighbour(m_current, 1)); });
    connect(m_back, &QToolButton::clicked, this, [this] { go(neighbour(m_current, -1)); });
    connect(m_leave, &QToolButton::clicked, this, &Tour::leave);
    window->installEventFilter(this);
    setSteps(mainWindowSteps());
    hide();
}

void Tour::setSteps(std::vector<TourStep> steps)
{
    m_steps = std::move(steps);
}

void Tour::start()
{
    const int first = neighbour(-1, 1);
    if (first < 0) {
        return;
    }
    setGeometry(parentWidget()->rect());
    show();
    raise();
    go(first);
}

void Tour::leave()
{
    if (m_current >= 0) {
        m_current = -1;
        hide();
        emit finished();
    }
}

QWidget *Tour::target(int step) const
{
    auto *found = parentWidget()->findChild<QWidget *>(m_steps[static_cast<std::size_t>(step)].objectName);
    return found != nullptr && found->isVisible() ? found : nullptr;
}

int Tour::neighbour(int from, int by) const
{
    for (int step = from + by; step >= 0 && step < static_cast<int>(m_steps.size()); step += by) {
        if (target(step) != nullptr) {
            return step;
        }
    }
    return -1;
}

void Tour::go(int step)
{
    if (step < 0) {
        leave();
        return;
    }
    m_current = step;
    retranslate();
    layOut();
    m_next->setFocus();
    update();
}

void Tour::retranslate()
{
    if (m_current < 0) {
        return;
    }
    const TourStep &step = m_steps[static_cast<std::size_t>(m_current)];
    m_title->setText(QCoreApplication::translate("Tour", step.title));
    m_text->setText(QCoreApplication::translate("Tour", step.text));
    m_place->setText(tr("%1 of %2").arg(m_current + 1).arg(m_steps.size()));
    m_back->setText(tr("Back"));
    m_back->setEnabled(neighbour(m_current, -1) >= 0);
    m_leave->setText(tr("Leave the tour"));
    m_next->setText(neighbour(m_current, 1) >= 0 ? tr("Next") : tr("Done"));
    setAccessibleName(m_title->text());
}

void Tour::layOut()
{
    const QWidget *lit = m_current >= 0 ? target(m_current) : nullptr;
    if (lit == nullptr) {
        return;
    }
    setGeometry(parentWidget()->rect());
    const QRect hole(lit->mapTo(parentWidget(), QPoint(0, 0)), lit->size());
    m_hole = QRectF(hole).adjusted(-4, -4, 4, 4).intersected(QRectF(rect()).adjusted(2, 2, -2, -2));
    m_card->adjustSize();
    const int cardHeight = m_card->layout()->totalHeightForWidth(kCardWidth);
    m_card->setFixedHeight(cardHeight);
    // Beside the lit part where there is room: right, left, below, above; else in its middle.
    const QRect around = m_hole.toAlignedRect();
    QPoint corner(around.center().x() - kCardWidth / 2, around.center().y() - cardHeight / 2);
    if (around.right() + kSpace + kCardWidth < width()) {
        corner = {around.right() + kSpace, around.top() + 16};
    } else if (around.left() - kSpace - kCardWidth > 0 && around.height() > cardHeight) {
        corner = {around.left() - kSpace - kCardWidth, around.top() + 16};
    } else if (around.bottom() + kSpace + cardHeight < height()) {
        corner.setY(around.bottom() + kSpace);
    } else if (around.top() - kSpace - cardHeight > 0) {
        corner.setY(around.top() - kSpace - cardHeight);
    }
    corner.setX(std::clamp(corner.x(), kSpace, std::max(kSpace, width() - kCardWidth - kSpace)));
    corner.setY(std::clamp(corner.y(), kSpace, std::max(kSpace, height() - cardHeight - kSpace)));
    m_card->move(corner);
}

void Tour::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = tokens();
    QPainterPath shade;
    shade.addRect(rect());
    shade.addRoundedRect(m_hole, t.radius, t.radius);
    painter.fillPath(shade, QColor(8, 16, 18, t.mode == ThemeMode::Dark ? 170 : 120));
    painter.setPen(QPen(t.accent, 2));
    painter.drawRoundedRect(m_hole, t.radius, t.radius);
}

void Tour::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        leave();
        return;
    case Qt::Key_Right:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        go(neighbour(m_current, 1));
        return;
    case Qt::Key_Left:
        if (neighbour(m_current, -1) >= 0) {
            go(neighbour(m_current, -1));
        }
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void Tour::mousePressEvent(QMouseEvent *event)
{
    event->accept(); // the window below rests while the tour speaks
}

void Tour::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        layOut();
    }
    QWidget::changeEvent(event);
}

bool Tour::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize && isVisible()) {
        layOut();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace loci::widgets
