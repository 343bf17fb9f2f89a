// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>
#include <QWidget>

namespace loci::widgets {

/// Two photographs of the same place over one another: a bar that is dragged, or moved by the arrow keys, shows the
/// earlier one at its left and the later one at its right.
class BeforeAfter final : public QWidget
{
    Q_OBJECT
public:
    explicit BeforeAfter(QWidget *parent = nullptr);
    void setPictures(const QPixmap &before, const QPixmap &after, const QString &beforeText, const QString &afterText);
    double place() const { return m_place; } ///< of the bar, 0 left to 1 right
    void setPlace(double place);
    /// Both lie over one another instead, the later one as dense as the bar's place says: for photographs that repeat
    /// an older one from the same spot.
    void setOverlay(bool overlay);
    bool isOverlay() const { return m_overlay; }
    QSize sizeHint() const override { return {320, 240}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void drawText(QPainter &painter, const QString &text, bool right) const;

    QPixmap m_before, m_after;
    QString m_beforeText, m_afterText;
    double m_place = 0.5;
    bool m_overlay = false;
};

} // namespace loci::widgets
