// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QWidget>

class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace loci::widgets {

/// Soft shadow around a rounded box; only floating things have one.
void paintShadow(QPainter &painter, const QRectF &box, double radius, int depth);
/// The accent ring of the focus, inside `box`.
void paintFocus(QPainter &painter, const QRectF &box, double radius);
/// Diagonal lines: "no data", gaps. The same at every scale of the screen.
void paintHatch(QPainter &painter, const QRectF &box, const QColor &colour);
/// A one-pixel line.
QFrame *makeLine(Qt::Orientation orientation, QWidget *parent);
/// A button that is only an icon: 32 by 32, with a tip that is its accessible name too.
QToolButton *makeIconButton(const QString &icon, QWidget *parent);
void setTip(QToolButton *button, const QString &text);

/// A framed surface with the padding of a card and a vertical layout.
class Card : public QFrame
{
    Q_OBJECT
public:
    explicit Card(QWidget *parent = nullptr);
    QVBoxLayout *body() const { return m_body; }

private:
    QVBoxLayout *m_body;
};

/// A small bar of buttons that floats on the map, horizontal or vertical, with its own soft shadow. It sizes itself to
/// its content; the owner moves it.
class FloatingBar : public QWidget
{
    Q_OBJECT
public:
    explicit FloatingBar(Qt::Orientation orientation, QWidget *parent = nullptr);
    /// Adds a widget without a frame of its own; a hairline stands between two.
    void addWidget(QWidget *widget);
    QToolButton *addButton(const QString &icon, const QString &tip);

    static constexpr int kShadow = 4; ///< transparent margin around the visible box

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Qt::Orientation m_orientation;
    QBoxLayout *m_layout;
};

/// Name of a part of a panel, with an optional quiet remark and link at its right.
class SectionHeader : public QWidget
{
    Q_OBJECT
public:
    explicit SectionHeader(const QString &title = {}, QWidget *parent = nullptr);
    void setTitle(const QString &title);
    void setRemark(const QString &remark);
    void setLink(const QString &text); ///< empty: none

signals:
    void linkActivated();

private:
    QLabel *m_title;
    QLabel *m_remark;
    QToolButton *m_link;
};

/// A column at the side of the window: title, actions at the right of the title, content below. One look for the left
/// panel of every workplace and for the details card.
class SidePanel : public QWidget
{
    Q_OBJECT
public:
    explicit SidePanel(const QString &title = {}, QWidget *parent = nullptr);
    void setTitle(const QString &title);
    QString title() const;
    void setCaption(const QString &caption); ///< small line above the title ("Proposal · scenario B"); empty: none
    QToolButton *addAction(const QString &icon, const QString &tip);
    void addWidget(QWidget *widget, int stretch = 0);
    /// The one content, in place of what was there; the old one is deleted later.
    void setContent(QWidget *content);
    QVBoxLayout *body() const { return m_body; }

private:
    QLabel *m_caption;
    QLabel *m_title;
    QHBoxLayout *m_actions;
    QVBoxLayout *m_body;
    QWidget *m_content = nullptr;
};

} // namespace loci::widgets
