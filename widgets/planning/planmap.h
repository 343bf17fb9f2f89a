// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/map/mapguest.h"
#include "widgets/planning/plandesk.h"
#include "widgets/planning/verdictpaint.h"

#include <QObject>
#include <QPainterPath>
#include <QPointer>
#include <QPolygonF>

namespace loci::widgets {

class MapView;

/// The planning case over the map: areas of rules, corridors of views with their ceiling, proposals. The building that
/// is worked on follows the pointer; each move asks the rules, and letting go is one undoable step. Main thread.
class PlanMap final
    : public QObject
    , public MapGuest
{
    Q_OBJECT
public:
    PlanMap(PlanDesk &desk, VerdictDesk &verdicts, MapView &map, QObject *parent = nullptr);
    ~PlanMap() override;

    void setShown(bool shown); ///< the planning workplace is the current one
    void setCeilingShown(bool shown);
    bool isCeilingShown() const { return m_ceilingShown; }
    /// Outlines of another scenario that the current one is compared with.
    void setOther(std::vector<planning::PlanChange> changes);
    void setMarkedArea(const QString &areaId); ///< geometry of a rule's row; empty: none
    void startDrawing();                       ///< a footprint for a new proposal
    void zoomToProposal();
    void zoomTo(const Box3 &place, double around); ///< in the coordinates of the model, with as much ground around it
    EpsgCode modelCrs() const;
    Vec2 toMap(const Vec2 &place) const; ///< from the model's coordinates
    Vec2 toModel(const Vec2 &place) const;

    bool takes(const MapPointer &pointer) const override;
    QCursor cursor() const override { return Qt::SizeAllCursor; }
    void dragStarted(const MapPointer &pointer) override;
    void dragged(const MapPointer &pointer) override;
    void dragEnded(const MapPointer &pointer) override;
    void paint(QPainter &painter, const MapViewport &viewport) override;

private:
    struct Area
    {
        QString id, kind, label;
        std::vector<std::vector<Vec2>> rings; ///< in the map's system; lines too
        Vec2 middle;
        bool isLine = false;
    };
    struct Corridor
    {
        QString view;
        std::vector<Vec2> triangle; ///< in the map's system; the eye first
        bool consultation = false;
    };
    void refresh();
    void locate();
    void paintAreas(QPainter &painter, const MapViewport &viewport) const;
    void paintCorridors(QPainter &painter, const MapViewport &viewport) const;
    void paintContours(QPainter &painter, const MapViewport &viewport) const;
    void paintGone(QPainter &painter, const MapViewport &viewport, const planning::PlanChange &change) const;
    void paintBlocks(QPainter &painter, const MapViewport &viewport) const;
    QPolygonF outline(const planning::PlanChange &block, const MapViewport &viewport) const;

    PlanDesk &m_desk;
    MapView &m_map;
    VerdictPainter m_verdicts;
    const QPointer<MapView> m_standing; ///< a window takes its views down before what was drawn on them
    std::vector<Area> m_areas;
    std::vector<Corridor> m_corridors;
    std::vector<std::pair<QString, std::pair<Vec2, Vec2>>> m_contours; ///< height and ends, in the map's system
    EpsgCode m_located;
    QString m_marked;
    std::vector<planning::PlanChange> m_other;
    std::optional<planning::PlanChange> m_grabbed; ///< the block as it was when it was taken
    Vec2 m_grabbedAt;
    bool m_shown = false, m_ceilingShown = false;
};

} // namespace loci::widgets
