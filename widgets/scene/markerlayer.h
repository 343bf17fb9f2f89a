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
    /// Live streams. Where none came, went or moved, only their labels change. True when the layer appeared.
    bool setStreams(std::vector<SceneMarker> markers);
    void setChosen(const QString &id);
    QString streamAt(const QPointF &position) const;    ///< id of the stream's label there; empty: none
    void settle();                                      ///< heights of the roofs again, after geometry changed
    QString textOf(const QString &id) const;            ///< of a marker; empty: none
    QStringList shownIds() const { return m_shownIds; } ///< of the last painting

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Placed
    {
        SceneMarker marker;
        Vec3 place;
        bool isStream = false;
        std::optional<bool> hidden = {}; ///< behind a building, seen from m_eye
    };
    void place(Placed &placed) const;
    std::vector<Placed *> nearestFirst();
    bool isBehind(Placed &placed) const;
    void drawLabel(QPainter &painter, const Placed &placed, const QString &text, const QPointF &foot,
                   const QRectF &box) const;

    const scene::CityScene &m_scene;
    std::vector<Placed> m_markers;
    QStringList m_shownIds;
    std::vector<std::pair<QString, QRectF>> m_streamBoxes; ///< of the last painting
    scene::Camera m_eye;                                   ///< that m_markers' hidden belong to
    QSize m_sizeOf;
    QString m_chosen;
};

} // namespace loci::widgets
