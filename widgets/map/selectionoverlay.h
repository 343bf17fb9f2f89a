// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/mapdocument.h"
#include "widgets/map/mapviewport.h"
#include "widgets/models/selection.h"

#include <QHash>
#include <QObject>
#include <QPainterPath>
#include <optional>

class QPainter;
class QgsGeometry;
class QgsVectorLayer;

namespace loci::widgets {

/// The selection as it glows on the map: outlines in the accent colour over the picture, so that selecting never
/// redraws the map. City objects are shown by their footprints.
class SelectionOverlay final : public QObject
{
    Q_OBJECT
public:
    SelectionOverlay(map::MapDocument &document, Selection &selection, QObject *parent = nullptr);

    void paint(QPainter &painter, const MapViewport &viewport) const;
    /// Bounds of a thing in the project's CRS; empty when it is not on the map.
    Box3 boundsOf(const SelectedThing &thing);

signals:
    void changed();

private:
    struct Spot
    {
        QgsVectorLayer *layer = nullptr;
        std::int64_t featureId = 0;
    };
    void rebuild();
    std::optional<Spot> spotOf(const SelectedThing &thing);
    void append(QgsVectorLayer &layer, const QList<qint64> &ids);
    void appendShape(const QgsGeometry &geometry);

    map::MapDocument &m_document;
    Selection &m_selection;
    Vec2 m_origin;
    QPainterPath m_areas, m_lines; ///< in map units relative to m_origin, y up
    std::vector<Vec2> m_points;
    QHash<QString, QHash<std::uint32_t, std::int64_t>> m_footprints; ///< layer id -> object -> feature
};

} // namespace loci::widgets
