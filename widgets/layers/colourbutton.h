// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPointer>
#include <QToolButton>

namespace loci::widgets {

/// Shows a colour and opens a small popover to choose another: swatches that go together, or a code like #8fb8b2.
class ColourButton final : public QToolButton
{
    Q_OBJECT
public:
    explicit ColourButton(QWidget *parent = nullptr);
    QColor colour() const { return m_colour; }
    void setColour(const QColor &colour);

signals:
    void colourChosen(const QColor &colour);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void openPopover();
    void choose(const QColor &colour);

    QColor m_colour;
    QPointer<QWidget> m_popover;
};

/// One colour of the popover.
class ColourSwatch final : public QAbstractButton
{
    Q_OBJECT
public:
    ColourSwatch(const QColor &colour, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QColor m_colour;
};

} // namespace loci::widgets
