// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/geometry.h"
#include "widgets/common/actionregistry.h"
#include "widgets/map/drawtool.h"
#include "widgets/map/mapsession.h"
#include "widgets/models/selection.h"

#include <QImage>
#include <QWidget>
#include <functional>
#include <memory>

class QgsRectangle;

namespace loci::widgets {

class MapGuest;
struct MapMarker;

/// The map: our canvas over QgsMapRendererParallelJob with its floating controls (zoom, north, full view; legend;
/// scale bar, coordinates, CRS) and tools. The old picture moves while the new one is drawn; never a blank canvas.
class MapView final : public QWidget
{
    Q_OBJECT
public:
    MapView(MapSession &session, Selection &selection, QWidget *parent = nullptr);
    ~MapView() override;

    /// Commands of the map (zoom, tools, copy, go to coordinate): "map.*".
    void registerActions(ActionRegistry &actions);

    Box3 viewExtent() const; ///< z unused; in the project's CRS
    EpsgCode viewCrs() const;
    void setViewExtent(const Box3 &extent); ///< animated unless reduced motion
    void zoomToFull();
    void zoomTo(const SelectedThing &thing);
    bool
    goToCoordinate(const QString &text); ///< "x, y", "lat, lon", degrees-minutes-seconds; false when not understood
    QImage picture() const;              ///< what is shown now
    bool isRendering() const;
    /// Renders an extent (in `crs`; unknown: the project's) for another use, the 3D ground, in the background; only the
    /// newest request is served.
    void renderGround(const Box3 &extent, EpsgCode crs, QSize size,
                      std::function<void(const QImage &, const Box3 &)> done);
    void setTitle(const QString &title, const QString &remark); ///< the card top left; default: "Map"
    /// Rotates nothing; marks where the 3D camera stands and looks (project's CRS), or hides it.
    void setMarkers(std::vector<MapMarker> markers);  ///< live streams; cheap, never draws the map anew
    const MapMarker *marker(const QString &id) const; ///< null: none; until the next setMarkers()
    void goToMarker(const QString &id);
    void pulseMarker(const QString &id);  ///< draws the eye to it for a moment
    void chooseMarker(const QString &id); ///< framed; empty: none
    void setCameraMark(std::optional<std::pair<Vec2, Vec2>> eyeAndFocus);

    void setGuest(MapGuest *guest); ///< borrowed; nullptr: none
    void refreshGuest();            ///< paints it again; never draws the map anew
    /// Asks the person to draw something; the other tool comes back afterwards. A drawing under way is given up.
    void startDrawing(MapDrawing drawing);
    void cancelDrawing();
    bool isDrawing() const;

signals:
    void viewChanged(); ///< extent or size, after a movement
    void renderingFinished();
    void cursorMoved(const QString &text);
    void markerClicked(const QString &id);
    void markerHovered(const QString &id);
    void measured(const QString &text); ///< result of the measure tools, for the status and accessibility

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace loci::widgets
