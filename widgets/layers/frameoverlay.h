// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/geometry.h"

#include <QPointer>
#include <QPolygonF>
#include <QWidget>
#include <vector>

namespace loci::widgets {

/// What will be on the paper, drawn over the map: the rest is dimmed. The mouse goes through to the map; the frame is
/// moved by the grip in its middle, with the mouse or the arrow keys. Anchored in the world, so it moves with the map.
class FrameOverlay final : public QWidget
{
    Q_OBJECT
public:
    explicit FrameOverlay(QWidget *map);
    ~FrameOverlay() override;
    void setViewExtent(const Box3 &extent); ///< what the map widget shows, in the map's CRS
    void setFrame(std::vector<Vec2> outline, Vec2 centre, const QString &label);
    QPolygonF framePixels() const; ///< in the coordinates of the map widget
    QWidget *grip() const { return m_grip; }

signals:
    void centreMoved(const loci::Vec2 &centre); ///< wished by the person, in the map's CRS

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QPointF toPixels(const Vec2 &world) const;
    void moveBy(const QPointF &pixels);
    void placeGrip();

    QWidget *m_map;
    QPointer<QWidget> m_grip;
    Box3 m_view;
    std::vector<Vec2> m_outline;
    Vec2 m_centre;
    QString m_label;
    QPointF m_grabbed;
};

} // namespace loci::widgets
