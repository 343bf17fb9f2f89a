// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <compare> of libstdc++ 12 when no Qt header comes before it
#include "layers/scene/cityscene.h"
#endif
#include "widgets/scene/sceneview.h"

#include <QWidget>

namespace loci::widgets {

/// Labels on posts over the 3D picture. The nearest ones come first; one that would cover another, or that stands
/// behind a building, is left out. Lets the mouse through.
class MarkerLayer final : public QWidget
{
    Q_OBJECT
public:
    MarkerLayer(const scene::CityScene &scene, QWidget *parent);

    void setMarkers(const std::vector<SceneMarker> &markers);
    void settle();                                      ///< heights of the roofs again, after geometry changed
    QStringList shownIds() const { return m_shownIds; } ///< of the last painting

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Placed
    {
        SceneMarker marker;
        Vec3 place;
    };
    void drawLabel(QPainter &painter, const QString &text, const QPointF &foot, const QRectF &box) const;

    const scene::CityScene &m_scene;
    std::vector<Placed> m_markers;
    QStringList m_shownIds;
};

} // namespace loci::widgets
