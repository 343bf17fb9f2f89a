// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/surfaces.h"
#include "widgets/map/crschooser.h"
#include "widgets/map/drawtool.h"
#include "widgets/map/groundpainter.h"
#include "widgets/map/legendcard.h"
#include "widgets/map/mapcanvas.h"
#include "widgets/map/mapview.h"
#include "widgets/map/markeroverlay.h"
#include "widgets/map/measuretool.h"
#include "widgets/map/scalecard.h"
#include "widgets/map/selectionoverlay.h"
#include "widgets/map/selecttool.h"

#include <QVariantAnimation>

class QLabel;
class QToolButton;

namespace loci::widgets {

class MapView::Private
{
public:
    Private(MapView *view, MapSession &session, Selection &selection);

    void buildControls();
    void arrange();
    void retranslate();
    void showPlace(const Vec2 &place);
    void updateScale();
    void updateCrs();
    void chooseTool(const QString &id);
    void buildDrawBar();
    void showDrawBar();
    void flyToBox(const Box3 &box, double margin);
    double metresPerPixel() const;
    bool isInset() const { return q->property("inset").toBool(); }

    MapView *q;
    MapSession &session;
    Selection &selection;
    map::MapDocument &document;
    MapCanvas *canvas;
    SelectionOverlay *overlay;
    MarkerOverlay markers;
    QVariantAnimation pulse;
    GroundPainter *ground;
    SelectTool select;
    MeasureTool measure;
    DrawTool draw;
    FloatingBar *zoomBar, *titleBar, *drawBar;
    QToolButton *zoomIn = nullptr, *zoomOut = nullptr, *north = nullptr, *full = nullptr;
    QLabel *title = nullptr, *drawHint = nullptr;
    QToolButton *drawStop = nullptr;
    QString titleText, remarkText;
    ScaleCard *scale;
    LegendCard *legend;
    CrsChooser *chooser;
    QString activeTool = QStringLiteral("map.select");
    ActionRegistry *actions = nullptr;
};

} // namespace loci::widgets
