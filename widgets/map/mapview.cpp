// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/mapview.h"

#include "layers/map/coordinatetext.h"
#include "layers/map/quietstyle.h"
#include "widgets/common/tokens.h"
#include "widgets/map/mapview_p.h"

#include <qgsproject.h>
#include <qgsrectangle.h>

#include <QDynamicPropertyChangeEvent>
#include <QLabel>
#include <QToolButton>
#include <cmath>

namespace loci::widgets {

namespace {

constexpr int kEdge = 8;
constexpr double kThingMargin = 3.0;  // a thing fills a third of the view
constexpr double kSmallestBox = 40.0; // metres that are at least shown around a place
constexpr double kGoToMetres = 400.0;
constexpr int kPulses = 2;
constexpr int kPulseMs = 600;
constexpr double kStillPulse = 0.4; // where motion is reduced

Box3 boxOf(const QgsRectangle &r)
{
    Box3 box;
    if (!r.isNull() && r.isFinite()) {
        box.include(Vec3{r.xMinimum(), r.yMinimum(), 0});
        box.include(Vec3{r.xMaximum(), r.yMaximum(), 0});
    }
    return box;
}

} // namespace

MapView::Private::Private(MapView *view, MapSession &mapSession, Selection &shared)
    : q(view)
    , session(mapSession)
    , selection(shared)
    , document(mapSession.document())
    , canvas(new MapCanvas(document, view))
    , overlay(new SelectionOverlay(document, shared, view))
    , ground(new GroundPainter(document, view))
    , select(document, shared, [this] { return canvas->viewport().unitsPerPixel; })
    , measure(document, [this](const QString &text) { emit q->measured(text); })
    , draw([this] { chooseTool(activeTool); })
    , zoomBar(new FloatingBar(Qt::Vertical, view))
    , titleBar(new FloatingBar(Qt::Horizontal, view))
    , drawBar(new FloatingBar(Qt::Horizontal, view))
    , scale(new ScaleCard(view))
    , legend(new LegendCard(document, view))
    , chooser(new CrsChooser(view))
{
    canvas->setOverlay(overlay);
    canvas->setMarkers(&markers);
    canvas->setTool(&select);
    buildControls();
    buildDrawBar();
    connect(overlay, &SelectionOverlay::changed, canvas, qOverload<>(&QWidget::update));
    connect(canvas, &MapCanvas::viewportChanged, q, [this] { updateScale(); });
    connect(canvas, &MapCanvas::movementEnded, q, &MapView::viewChanged);
    connect(canvas, &MapCanvas::renderingFinished, q, &MapView::renderingFinished);
    connect(canvas, &MapCanvas::markerClicked, q, &MapView::markerClicked);
    connect(canvas, &MapCanvas::markerHovered, q, &MapView::markerHovered);
    pulse.setStartValue(0.0);
    pulse.setEndValue(1.0);
    pulse.setDuration(kPulseMs);
    pulse.setLoopCount(kPulses);
    connect(canvas, &MapCanvas::hovered, q, [this](const Vec2 &place) { showPlace(place); });
    connect(&document, &map::MapDocument::crsChanged, q, [this] {
        updateCrs();
        updateScale();
    });
    connect(legend, &LegendCard::resized, q, [this] { arrange(); });
    connect(scale, &ScaleCard::crsClicked, q,
            [this] { chooser->openAt(scale->crsButton()->mapToGlobal(QPoint(scale->crsButton()->width(), -4))); });
    connect(chooser, &CrsChooser::chosen, q, [this](const QString &code) {
        const Box3 before = canvas->viewport().extent();
        QgsProject &project = document.project();
        const QgsCoordinateReferenceSystem crs(code);
        if (crs.isValid() && crs != project.crs()) {
            Q_UNUSED(before)
            project.setCrs(crs, true);
            session.commit(MapView::tr("Change the coordinate system of the map"));
        }
    });
    retranslate();
    updateCrs();
}

void MapView::Private::buildControls()
{
    title = new QLabel(titleBar);
    title->setTextFormat(Qt::RichText);
    title->setContentsMargins(tokens().padding, 7, tokens().padding, 7);
    titleBar->addWidget(title);
    zoomIn = zoomBar->addButton(QStringLiteral("plus"), {});
    zoomOut = zoomBar->addButton(QStringLiteral("minus"), {});
    north = zoomBar->addButton(QStringLiteral("north"), {});
    full = zoomBar->addButton(QStringLiteral("full-view"), {});
    connect(zoomIn, &QToolButton::clicked, q, [this] { canvas->zoomBy(2.0); });
    connect(zoomOut, &QToolButton::clicked, q, [this] { canvas->zoomBy(0.5); });
    connect(north, &QToolButton::clicked, q, [this] { canvas->flyTo(canvas->viewport()); });
    connect(full, &QToolButton::clicked, q, [this] { q->zoomToFull(); });
}

void MapView::Private::retranslate()
{
    setTip(zoomIn, MapView::tr("Zoom in"));
    setTip(zoomOut, MapView::tr("Zoom out"));
    setTip(north, MapView::tr("North is up"));
    setTip(full, MapView::tr("Show everything"));
    setTip(drawStop, MapView::tr("Stop drawing"));
    const Tokens &t = tokens();
    const QString name = (titleText.isEmpty() ? MapView::tr("Map") : titleText).toHtmlEscaped();
    QString text = QStringLiteral("<b>%1</b>").arg(name);
    if (!remarkText.isEmpty()) {
        text += QStringLiteral("&nbsp;&nbsp;<span style=\"color:%1\">%2</span>")
                    .arg(t.textMuted.name(), remarkText.toHtmlEscaped());
    }
    title->setText(text);
    q->setAccessibleName(MapView::tr("Map"));
    canvas->setAccessibleName(MapView::tr("Map"));
    titleBar->adjustSize();
}

void MapView::Private::arrange()
{
    const QRect area = q->rect();
    canvas->setGeometry(area);
    const bool roomy = !isInset() && area.width() >= 300 && area.height() >= 220;
    const bool wide = roomy && area.width() >= 520;
    zoomBar->setVisible(roomy);
    titleBar->setVisible(roomy);
    scale->setVisible(roomy);
    legend->setMostHeight(std::max(60, std::min(area.height() - 140, std::max(200, area.height() * 2 / 5))));
    legend->setVisible(wide && legend->rowCount() > 0);
    zoomBar->adjustSize();
    titleBar->adjustSize();
    titleBar->move(kEdge, kEdge);
    showDrawBar();
    zoomBar->move(area.width() - zoomBar->width() - kEdge, kEdge);
    scale->move(area.width() - scale->width() - kEdge, area.height() - scale->height() - kEdge);
    legend->move(kEdge, area.height() - legend->height() - kEdge);
}

double MapView::Private::metresPerPixel() const
{
    const MapViewport &viewport = canvas->viewport();
    if (!canvas->hasView() || !document.project().crs().isValid()) {
        return 0;
    }
    const QPointF middle(viewport.size.width() / 2.0, viewport.size.height() / 2.0);
    const std::vector<Vec2> line = {viewport.toMap(middle - QPointF(50, 0)), viewport.toMap(middle + QPointF(50, 0))};
    const double metres = MeasureTool::measure(document, MeasureTool::Mode::Length, line);
    return std::isfinite(metres) ? metres / 100 : 0;
}

void MapView::Private::updateScale()
{
    scale->setScale(metresPerPixel());
}

void MapView::Private::updateCrs()
{
    const QgsCoordinateReferenceSystem crs = document.project().crs();
    scale->setCrs(crs.isValid() ? (crs.authid().isEmpty() ? MapView::tr("Own system") : crs.authid()) : QString(),
                  crs.isValid() ? crs.description() : QString());
}

void MapView::Private::showPlace(const Vec2 &place)
{
    if (!canvas->hasView()) {
        return;
    }
    const QString text =
        map::placeText(place, document.project().crs().isGeographic(), canvas->viewport().unitsPerPixel);
    scale->setPlace(text);
    emit q->cursorMoved(text);
}

void MapView::Private::flyToBox(const Box3 &box, double margin)
{
    if (box.isEmpty()) {
        return;
    }
    const double least = document.project().crs().isGeographic() ? kSmallestBox / 111'000 : kSmallestBox;
    const Vec3 middle = box.centre();
    const double halfWidth = std::max(box.max.x - box.min.x, least) * margin / 2;
    const double halfHeight = std::max(box.max.y - box.min.y, least) * margin / 2;
    Box3 wide;
    wide.include(Vec3{middle.x - halfWidth, middle.y - halfHeight, 0});
    wide.include(Vec3{middle.x + halfWidth, middle.y + halfHeight, 0});
    canvas->showExtent(wide);
}

MapView::MapView(MapSession &session, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this, session, selection))
{
    setFocusProxy(d->canvas);
    setMinimumSize(120, 90);
}

MapView::~MapView()
{
    d->canvas->setTool(nullptr);
}

Box3 MapView::viewExtent() const
{
    return d->canvas->hasView() ? d->canvas->viewport().extent() : Box3();
}

EpsgCode MapView::viewCrs() const
{
    const QString id = d->document.project().crs().authid();
    return id.startsWith(QLatin1String("EPSG:")) ? EpsgCode(id.mid(5).toInt()) : EpsgCode();
}

void MapView::setViewExtent(const Box3 &extent)
{
    if (!extent.isEmpty()) {
        d->canvas->showExtent(extent);
    }
}

void MapView::zoomToFull()
{
    d->flyToBox(boxOf(d->document.fullExtent()), 1.06);
}

void MapView::zoomTo(const SelectedThing &thing)
{
    d->flyToBox(d->overlay->boundsOf(thing), kThingMargin);
}

bool MapView::goToCoordinate(const QString &text)
{
    const auto place = map::placeOnMap(d->document, text, d->canvas->viewport().centre);
    if (!place) {
        return false;
    }
    const double half = d->document.project().crs().isGeographic() ? kGoToMetres / 2 / 111'000 : kGoToMetres / 2;
    Box3 box;
    box.include(Vec3{place->x - half, place->y - half, 0});
    box.include(Vec3{place->x + half, place->y + half, 0});
    d->canvas->showExtent(box);
    return true;
}

QImage MapView::picture() const
{
    return d->canvas->picture();
}

bool MapView::isRendering() const
{
    return d->canvas->isRendering();
}

void MapView::renderGround(const Box3 &extent, EpsgCode crs, QSize size,
                           std::function<void(const QImage &, const Box3 &)> done)
{
    d->ground->paint(extent, crs, size, map::quietPalette(tokens().mode == ThemeMode::Dark).ground, std::move(done));
}

void MapView::setTitle(const QString &title, const QString &remark)
{
    d->titleText = title;
    d->remarkText = remark;
    d->retranslate();
}

void MapView::setMarkers(std::vector<MapMarker> markers)
{
    if (d->markers.setMarkers(std::move(markers), viewCrs())) {
        d->canvas->update();
    }
}

const MapMarker *MapView::marker(const QString &id) const
{
    return d->markers.marker(id);
}

void MapView::setGuest(MapGuest *guest)
{
    d->canvas->setGuest(guest);
}

void MapView::refreshGuest()
{
    d->canvas->update();
}

void MapView::goToMarker(const QString &id)
{
    if (const auto place = d->markers.placeOf(id)) {
        MapViewport viewport = d->canvas->viewport();
        viewport.centre = *place;
        d->canvas->flyTo(viewport);
    }
}

void MapView::pulseMarker(const QString &id)
{
    d->pulse.stop();
    d->pulse.disconnect(this);
    const bool still = tokens().motionShort == 0;
    d->markers.setPulse(id, still ? kStillPulse : 0);
    d->canvas->update();
    if (id.isEmpty() || still) {
        return;
    }
    connect(&d->pulse, &QVariantAnimation::valueChanged, this, [this, id](const QVariant &phase) {
        d->markers.setPulse(id, phase.toDouble());
        d->canvas->update();
    });
    connect(&d->pulse, &QVariantAnimation::finished, this, [this] {
        d->markers.setPulse({}, 0);
        d->canvas->update();
    });
    d->pulse.start();
}

void MapView::chooseMarker(const QString &id)
{
    d->markers.setChosen(id);
    d->canvas->update();
}

void MapView::setCameraMark(std::optional<std::pair<Vec2, Vec2>> eyeAndFocus)
{
    d->canvas->setCameraMark(std::move(eyeAndFocus));
}

void MapView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    d->arrange();
}

void MapView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        d->retranslate();
        d->arrange();
    }
}

bool MapView::event(QEvent *event)
{
    if (event->type() == QEvent::DynamicPropertyChange) {
        d->arrange();
    }
    return QWidget::event(event);
}

} // namespace loci::widgets
