// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/geometry.h"

#include <QImage>
#include <QWidget>
#include <optional>
#include <vector>

namespace loci::widgets {

/// A photograph with numbered points: the wheel zooms, a drag moves it, a click picks a pixel. Main thread.
class PhotoView final : public QWidget
{
    Q_OBJECT
public:
    struct Mark
    {
        Vec2 pixel;                ///< of the photograph
        std::optional<Vec2> shown; ///< where the camera shows the place; a line leads there
        bool isPending = false;    ///< waits for its place
    };
    explicit PhotoView(QWidget *parent = nullptr);

    /// `size`: of the photograph in pixels; the picture may be smaller.
    void setPicture(const QImage &picture, QSize size);
    void setMarks(std::vector<Mark> marks);
    const std::vector<Mark> &marks() const { return m_marks; }
    void setHint(const QString &hint); ///< what to do next; empty: none
    const QImage &picture() const { return m_picture; }
    QPointF toWidget(const Vec2 &pixel) const;
    Vec2 toPixel(const QPointF &position) const;
    QSize sizeHint() const override { return {480, 320}; }

signals:
    void pixelPicked(const QPointF &pixel);

protected:
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    QRectF place() const; ///< of the whole picture in the widget
    void drawMark(QPainter &painter, const Mark &mark, int number) const;

    QImage m_picture;
    QSize m_size;
    std::vector<Mark> m_marks;
    QString m_hint;
    double m_zoom = 1; ///< 1: all of it
    QPointF m_moved, m_pressed, m_last;
    bool m_dragging = false;
};

} // namespace loci::widgets
