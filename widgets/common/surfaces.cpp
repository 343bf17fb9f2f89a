// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/surfaces.h"

#include "widgets/common/icons.h"
#include "widgets/common/tokens.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <algorithm>

namespace loci::widgets {

void paintShadow(QPainter &painter, const QRectF &box, double radius, int depth)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const bool dark = tokens().mode == ThemeMode::Dark;
    const int strength = depth > 4 ? (dark ? 90 : 36) : (dark ? 60 : 18);
    for (int i = depth; i > 0; --i) {
        // Many faint boxes, each a pixel smaller, add up to a soft edge; a little lower than the box itself.
        painter.setBrush(QColor(0, 0, 0, std::max(1, strength / depth)));
        painter.drawRoundedRect(box.adjusted(-i, -i + depth * 0.25, i, i).translated(0, depth * 0.125), radius + i,
                                radius + i);
    }
    painter.restore();
}

void paintFocus(QPainter &painter, const QRectF &box, double radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tokens().accent, 2));
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius);
    painter.restore();
}

void paintHatch(QPainter &painter, const QRectF &box, const QColor &colour)
{
    constexpr double kStep = 6;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(box, Qt::IntersectClip);
    painter.setPen(QPen(colour, 1));
    for (double x = box.left() - box.height(); x < box.right(); x += kStep) {
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()));
    }
    painter.restore();
}

QFrame *makeLine(Qt::Orientation orientation, QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setProperty("role", orientation == Qt::Horizontal ? "line" : "vline");
    return line;
}

QToolButton *makeIconButton(const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setProperty("kind", "quiet");
    button->setIcon(icon(name));
    button->setIconSize(QSize(tokens().icon, tokens().icon));
    button->setFixedSize(tokens().hit, tokens().hit);
    button->setFocusPolicy(Qt::TabFocus); // a ring after a click would only be noise
    return button;
}

void setTip(QToolButton *button, const QString &text)
{
    button->setToolTip(text);
    button->setAccessibleName(text);
}

Card::Card(QWidget *parent) : QFrame(parent), m_body(new QVBoxLayout(this))
{
    setProperty("role", "card");
    const int padding = tokens().padding;
    m_body->setContentsMargins(padding, padding, padding, padding);
    m_body->setSpacing(tokens().gap);
}

FloatingBar::FloatingBar(Qt::Orientation orientation, QWidget *parent)
    : QWidget(parent)
    , m_orientation(orientation)
    , m_layout(new QBoxLayout(orientation == Qt::Horizontal ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom, this))
{
    m_layout->setContentsMargins(kShadow, kShadow, kShadow, kShadow);
    m_layout->setSpacing(0);
    m_layout->setSizeConstraint(QLayout::SetFixedSize);
}

void FloatingBar::addWidget(QWidget *widget)
{
    if (m_layout->count() > 0) {
        m_layout->addWidget(makeLine(m_orientation == Qt::Horizontal ? Qt::Vertical : Qt::Horizontal, this));
    }
    m_layout->addWidget(widget);
}

QToolButton *FloatingBar::addButton(const QString &icon, const QString &tip)
{
    QToolButton *button = makeIconButton(icon, this);
    setTip(button, tip);
    addWidget(button);
    return button;
}

void FloatingBar::paintEvent(QPaintEvent *event)
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
}

SectionHeader::SectionHeader(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(title, this))
    , m_remark(new QLabel(this))
    , m_link(new QToolButton(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(tokens().gap);
    m_title->setProperty("role", "section");
    m_remark->setProperty("role", "caption");
    m_remark->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_link->setProperty("kind", "link");
    m_link->setFocusPolicy(Qt::TabFocus);
    m_link->hide();
    layout->addWidget(m_title);
    layout->addWidget(m_remark, 1);
    layout->addWidget(m_link);
    setMinimumHeight(tokens().row);
    connect(m_link, &QToolButton::clicked, this, &SectionHeader::linkActivated);
}

void SectionHeader::setTitle(const QString &title)
{
    m_title->setText(title);
}

void SectionHeader::setRemark(const QString &remark)
{
    m_remark->setText(remark);
}

void SectionHeader::setLink(const QString &text)
{
    m_link->setText(text);
    m_link->setVisible(!text.isEmpty());
}

SidePanel::SidePanel(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_caption(new QLabel(this))
    , m_title(new QLabel(title, this))
    , m_actions(new QHBoxLayout)
    , m_body(new QVBoxLayout)
{
    setAttribute(Qt::WA_StyledBackground);
    setProperty("role", "panel");
    const Tokens &t = tokens();
    m_caption->setProperty("role", "caption");
    m_caption->hide();
    m_title->setProperty("role", "title");
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_title->setWordWrap(true);

    auto *titles = new QVBoxLayout;
    titles->setSpacing(0);
    titles->addWidget(m_caption);
    titles->addWidget(m_title);
    m_actions->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(t.padding, t.gap, t.gap / 2, t.gap / 2);
    head->setSpacing(t.gap);
    head->addLayout(titles, 1);
    head->addLayout(m_actions);
    head->setAlignment(m_actions, Qt::AlignTop);
    m_caption->setMinimumHeight(0);
    m_title->setMinimumHeight(t.row);

    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addLayout(m_body, 1);
}

void SidePanel::setTitle(const QString &title)
{
    m_title->setText(title);
}

QString SidePanel::title() const
{
    return m_title->text();
}

void SidePanel::setCaption(const QString &caption)
{
    m_caption->setText(caption);
    m_caption->setVisible(!caption.isEmpty());
}

QToolButton *SidePanel::addAction(const QString &icon, const QString &tip)
{
    QToolButton *button = makeIconButton(icon, this);
    setTip(button, tip);
    m_actions->addWidget(button);
    return button;
}

void SidePanel::addWidget(QWidget *widget, int stretch)
{
    m_body->addWidget(widget, stretch);
}

void SidePanel::setContent(QWidget *content)
{
    if (m_content != nullptr) {
        m_body->removeWidget(m_content);
        m_content->hide();
        m_content->deleteLater();
    }
    m_content = content;
    if (content != nullptr) {
        m_body->addWidget(content, 1);
    }
}

} // namespace loci::widgets
