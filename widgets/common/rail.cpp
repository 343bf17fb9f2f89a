// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/rail.h"

#include "widgets/common/icons.h"
#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>

namespace loci::widgets {

namespace {
constexpr int kHeight = 64, kLeast = 36; ///< of a button; a low window makes all of them lower
constexpr int kWordHeight = 20, kWithWord = 46;
constexpr int kBar = 3;
} // namespace

class Rail::Button final : public QAbstractButton
{
public:
    Button(RailItem item, Rail *rail) : QAbstractButton(rail), m_item(std::move(item))
    {
        setFixedSize(kWidth, kHeight);
        setCheckable(!m_item.atEnd);
        setFocusPolicy(Qt::TabFocus);
        setObjectName(QStringLiteral("rail.") + m_item.id);
        retranslate();
    }
    RailItem &item() { return m_item; }
    void retranslate()
    {
        setText(QCoreApplication::translate(m_item.context.constData(), m_item.name.constData()));
        setAccessibleName(text());
        const bool isRead = height() >= kWithWord && fontMetrics().horizontalAdvance(text()) <= kWidth - 8;
        setToolTip(isRead ? QString() : text());
        update();
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        Q_UNUSED(event)
        const Tokens &t = tokens();
        QPainter painter(this);
        if (isChecked()) {
            painter.fillRect(rect(), t.surface);
            painter.fillRect(QRect(0, 0, kBar, height()), t.accent);
        } else if (underMouse()) {
            painter.fillRect(rect(), t.hover);
        }
        const QColor colour = isChecked() ? t.accent : underMouse() ? t.text : t.textMuted;
        const bool hasWord = height() >= kWithWord;
        const int top = (height() - t.iconLarge - (hasWord ? kWordHeight - 4 : 0)) / 2;
        painter.drawPixmap((width() - t.iconLarge) / 2, top,
                           iconPixmap(m_item.icon, colour, t.iconLarge, devicePixelRatioF()));
        painter.setPen(colour);
        painter.setFont(tokenFont(t.fontCaption, isChecked() ? QFont::DemiBold : QFont::Normal));
        if (painter.fontMetrics().horizontalAdvance(text()) > width() - 8) {
            painter.setFont(tokenFont(t.fontCaption, isChecked() ? QFont::Medium : QFont::Normal));
        }
        const QString word = painter.fontMetrics().elidedText(text(), Qt::ElideRight, width() - 2);
        if (hasWord) {
            painter.drawText(QRect(0, top + t.iconLarge, width(), kWordHeight), Qt::AlignCenter, word);
        }
        if (m_item.count > 0) {
            paintCount(painter);
        }
        if (hasFocus()) {
            paintFocus(painter, QRectF(rect()).adjusted(3, 1, -1, -1), t.radius);
        }
    }

private:
    void paintCount(QPainter &painter) const
    {
        const Tokens &t = tokens();
        const QString figure = m_item.count > 99 ? QStringLiteral("99+") : QString::number(m_item.count);
        painter.setFont(tokenFont(11, QFont::DemiBold));
        const int space = std::max(16, painter.fontMetrics().horizontalAdvance(figure) + 8);
        const QRectF box(width() / 2.0 + 6, std::min(6, (height() - 40) / 2), space, 16);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.accent);
        painter.drawRoundedRect(box, 8, 8);
        painter.setPen(t.textOnAccent);
        painter.drawText(box, Qt::AlignCenter, figure);
    }

    RailItem m_item;
};

Rail::Rail(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("rail"));
    setFixedWidth(kWidth + 1);
    m_layout->setContentsMargins(0, tokens().gap / 2, 0, tokens().gap);
    m_layout->setSpacing(0);
}

void Rail::addItem(const RailItem &item)
{
    if (find(item.id) != nullptr) {
        return;
    }
    auto *button = new Button(item, this);
    m_buttons.push_back(button);
    std::stable_sort(m_buttons.begin(), m_buttons.end(), [](Button *a, Button *b) {
        return std::pair(a->item().atEnd, a->item().order) < std::pair(b->item().atEnd, b->item().order);
    });
    connect(button, &QAbstractButton::clicked, this, [this, button] {
        if (!button->item().atEnd) {
            setCurrent(button->item().id);
        }
        emit chosen(button->item().id);
    });
    arrange();
    button->show();
}

void Rail::removeItem(const QString &id)
{
    Button *button = find(id);
    if (button == nullptr) {
        return;
    }
    std::erase(m_buttons, button);
    delete button;
    arrange();
}

void Rail::setCount(const QString &id, int count)
{
    if (Button *button = find(id)) {
        button->item().count = count;
        button->update();
    }
}

void Rail::setCurrent(const QString &id)
{
    m_current = id;
    for (Button *button : m_buttons) {
        button->setChecked(button->item().id == id);
    }
}

QStringList Rail::ids() const
{
    QStringList result;
    for (Button *button : m_buttons) {
        result << button->item().id;
    }
    return result;
}

void Rail::arrange()
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        delete item;
    }
    bool stretched = false;
    QWidget *previous = nullptr;
    for (Button *button : m_buttons) {
        if (button->item().atEnd && !stretched) {
            m_layout->addStretch(1);
            stretched = true;
        }
        m_layout->addWidget(button);
        if (previous != nullptr) {
            setTabOrder(previous, button);
        }
        previous = button;
    }
    if (!stretched) {
        m_layout->addStretch(1);
    }
    fit();
}

void Rail::fit()
{
    const QMargins margins = m_layout->contentsMargins();
    const int room = height() - margins.top() - margins.bottom();
    const int each = std::clamp(room / std::max(1, static_cast<int>(m_buttons.size())), kLeast, kHeight);
    for (Button *button : m_buttons) {
        if (button->height() != each) {
            button->setFixedHeight(each);
            button->retranslate();
        }
    }
}

QSize Rail::minimumSizeHint() const
{
    return {kWidth + 1, kLeast * static_cast<int>(m_buttons.size())};
}

void Rail::resizeEvent(QResizeEvent *event)
{
    fit();
    QWidget::resizeEvent(event);
}

Rail::Button *Rail::find(const QString &id) const
{
    const auto it = std::find_if(m_buttons.begin(), m_buttons.end(), [&](Button *b) { return b->item().id == id; });
    return it != m_buttons.end() ? *it : nullptr;
}

void Rail::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(rect(), tokens().window);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), tokens().hairline);
}

void Rail::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        for (Button *button : m_buttons) {
            button->retranslate();
        }
    }
    QWidget::changeEvent(event);
}

void Rail::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up) {
        focusNextPrevChild(event->key() == Qt::Key_Down);
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace loci::widgets
