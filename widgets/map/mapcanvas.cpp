// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/mapcanvas.h"

#include "layers/map/quietstyle.h"
#include "widgets/common/tokens.h"
#include "widgets/map/mapguest.h"
#include "widgets/map/markeroverlay.h"
#include "widgets/map/selectionoverlay.h"

#include <qgsmaplayer.h>
#include <qgsproject.h>
#include <qgsrectangle.h>

#include <QPainter>
#include <cmath>

namespace loci::widgets {

namespace {

constexpr int kStartMs = 30;   // several wishes of one moment become one drawing
constexpr int kSettleMs = 150; // a movement has ended when nothing moved for so long
constexpr double kFirstViewMargin = 1.06;

} // namespace

MapCanvas::MapCanvas(map::MapDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_painter(document.project(), this)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    grabGesture(Qt::PinchGesture);
    m_start.setSingleShot(true);
    m_start.setInterval(kStartMs);
    connect(&m_start, &QTimer::timeout, this, &MapCanvas::startRendering);
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleMs);
    connect(&m_settle, &QTimer::timeout, this, &MapCanvas::movementEnded);
    connect(&m_painter, &MapPainter::pictureChanged, this, qOverload<>(&QWidget::update));
    connect(&m_painter, &MapPainter::finished, this, &MapCanvas::renderingFinished);
    connect(&m_painter, &MapPainter::layersFailed, this, &MapCanvas::tellOfFailures);
    connect(&m_flight, &QVariantAnimation::valueChanged, this, [this](const QVariant &value) {
        const double t = value.toDouble();
        MapViewport now = m_flightTo;
        now.size = m_viewport.size;
        const double units =
            m_flightFrom.unitsPerPixel * std::pow(m_flightTo.unitsPerPixel / m_flightFrom.unitsPerPixel, t);
        if (m_flightZooms) {
            now = m_flightFrom.zoomedAbout(m_flightPivot, m_flightFrom.unitsPerPixel / units);
        } else {
            now.unitsPerPixel = units;
            now.centre = {m_flightFrom.centre.x + (m_flightTo.centre.x - m_flightFrom.centre.x) * t,
                          m_flightFrom.centre.y + (m_flightTo.centre.y - m_flightFrom.centre.y) * t};
        }
        apply(now);
    });
    connect(&document, &map::MapDocument::layersChanged, this, [this] {
        showFirstLayers();
        m_painter.forget(nullptr);
        refresh();
    });
    connect(&document, &map::MapDocument::layerStyleChanged, this, [this](const QString &id) {
        m_painter.forget(m_document.project().mapLayer(id));
        refresh();
    });
    connect(&document, &map::MapDocument::crsChanged, this, [this] {
        m_hasView = false;
        m_wanted.reset();
        m_painter.forget(nullptr);
        showFirstLayers();
        refresh();
    });
    applyTheme();
}

void MapCanvas::applyTheme()
{
    const bool dark = tokens().mode == ThemeMode::Dark;
    m_painter.setGround(map::quietPalette(dark).ground);
    m_document.setDark(dark);
    m_painter.forget(nullptr);
    refresh();
}

void MapCanvas::showFirstLayers()
{
    if (m_hasView || width() < 8 || height() < 8) {
        return;
    }
    const QgsRectangle full = m_document.fullExtent();
    if (full.isNull() || !full.isFinite()) {
        return;
    }
    QgsRectangle wide = full;
    wide.scale(kFirstViewMargin);
    Box3 box;
    box.include(Vec3{wide.xMinimum(), wide.yMinimum(), 0});
    box.include(Vec3{wide.xMaximum(), wide.yMaximum(), 0});
    showExtent(box);
}

void MapCanvas::showExtent(const Box3 &extent)
{
    MapViewport sized = m_viewport;
    sized.size = size();
    if (m_hasView && isVisible()) {
        flyTo(sized.showing(extent));
    } else {
        m_flight.stop();
        apply(sized.showing(extent));
    }
    m_wanted = extent;
}

void MapCanvas::setViewport(const MapViewport &viewport)
{
    m_wanted.reset();
    apply(viewport);
}

void MapCanvas::apply(const MapViewport &viewport)
{
    if (!std::isfinite(viewport.unitsPerPixel) || viewport.unitsPerPixel <= 0 || !std::isfinite(viewport.centre.x) ||
        !std::isfinite(viewport.centre.y)) {
        return;
    }
    m_hasView = true;
    m_viewport = viewport;
    m_viewport.size = size();
    update();
    emit viewportChanged();
    m_settle.start();
    refresh();
}

void MapCanvas::flyTo(const MapViewport &viewport)
{
    m_wanted.reset();
    m_flight.stop();
    if (!m_hasView || tokens().motionLong == 0 || !isVisible()) {
        setViewport(viewport);
        return;
    }
    m_flightFrom = m_viewport;
    m_flightTo = viewport;
    m_flightZooms = false;
    m_flight.setStartValue(0.0);
    m_flight.setEndValue(1.0);
    m_flight.setDuration(tokens().motionLong * 2);
    m_flight.setEasingCurve(QEasingCurve::InOutCubic);
    m_flight.start();
}

void MapCanvas::zoomBy(double factor, const QPointF &about)
{
    // A wheel that keeps turning goes on from where the running movement would have ended.
    m_wanted.reset();
    const bool running = m_flight.state() == QAbstractAnimation::Running && m_flightZooms;
    const double pending = running ? m_viewport.unitsPerPixel / m_flightTo.unitsPerPixel : 1.0;
    m_flight.stop();
    const MapViewport target = m_viewport.zoomedAbout(about, factor * pending);
    if (tokens().motionShort == 0 || !isVisible()) {
        setViewport(target);
        return;
    }
    m_flightFrom = m_viewport;
    m_flightTo = target;
    m_flightPivot = about;
    m_flightZooms = true;
    m_flight.setStartValue(0.0);
    m_flight.setEndValue(1.0);
    m_flight.setDuration(tokens().motionShort);
    m_flight.setEasingCurve(QEasingCurve::OutCubic);
    m_flight.start();
}

void MapCanvas::setTool(MapTool *tool)
{
    if (m_tool != nullptr && m_tool != tool) {
        m_tool->deactivate();
    }
    m_tool = tool;
    updateCursor();
    update();
}

void MapCanvas::setCameraMark(std::optional<std::pair<Vec2, Vec2>> mark)
{
    m_cameraMark = std::move(mark);
    update();
}

void MapCanvas::refresh()
{
    // Not restarted while it waits: a steady movement still gets pictures on its way.
    if (!m_start.isActive()) {
        m_start.start();
    }
}

void MapCanvas::startRendering()
{
    if (!m_hasView || width() < 2 || height() < 2) {
        update();
        return;
    }
    if (m_flight.state() == QAbstractAnimation::Running && m_painter.isPainting()) {
        m_start.start(); // the picture under way serves until the movement ends
        return;
    }
    m_painter.paint(m_viewport, devicePixelRatioF(), m_document.visibleLayers());
}

void MapCanvas::tellOfFailures(const QStringList &layerIds)
{
    Findings findings;
    for (const QString &id : layerIds) {
        const QgsMapLayer *layer = m_document.project().mapLayer(id);
        if (layer != nullptr && !m_failed.contains(id)) {
            Finding finding{Severity::Warning,
                            QStringLiteral("layer_not_drawn"),
                            id,
                            {},
                            tr("Layer %1 could not be drawn now: its source does not answer. What was there before "
                               "is shown as long as it can be.")
                                .arg(layer->name())};
            finding.source = layer->name();
            findings.push_back(std::move(finding));
        }
    }
    m_failed = layerIds; // told once, and again after it worked in between
    if (!findings.empty()) {
        m_document.report(findings);
    }
}

QImage MapCanvas::picture()
{
    QImage image(size() * devicePixelRatioF(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(devicePixelRatioF());
    QPainter painter(&image);
    draw(painter);
    return image;
}

void MapCanvas::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    draw(painter);
}

void MapCanvas::draw(QPainter &painter)
{
    painter.fillRect(rect(), map::quietPalette(tokens().mode == ThemeMode::Dark).ground);
    if (!m_hasView) {
        return;
    }
    drawPicture(painter, m_painter.surroundings());
    drawPicture(painter, m_painter.picture());
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_overlay != nullptr) {
        m_overlay->paint(painter, m_viewport);
    }
    if (m_guest != nullptr) {
        m_guest->paint(painter, m_viewport);
    }
    if (m_markers != nullptr) {
        m_markers->paint(painter, m_viewport);
    }
    drawCameraMark(painter);
    if (m_tool != nullptr) {
        m_tool->paint(painter, m_viewport);
    }
    if (parentWidget() != nullptr && parentWidget()->property("inset").toBool()) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(tokens().hairline);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1)); // it lies on the 3D view
    }
}

void MapCanvas::drawPicture(QPainter &painter, const MapPicture &picture) const
{
    if (picture.isEmpty()) {
        return;
    }
    const QRectF target = m_viewport.toPixels(picture.extent);
    if (!target.intersects(QRectF(rect()))) {
        return;
    }
    const QSizeF own = QSizeF(picture.image.size()) / picture.image.devicePixelRatio();
    const bool same = std::abs(target.width() - own.width()) < 0.5 && std::abs(target.height() - own.height()) < 0.5;
    painter.setRenderHint(QPainter::SmoothPixmapTransform, !same);
    if (same && std::abs(target.x()) < 0.5 && std::abs(target.y()) < 0.5) {
        painter.drawImage(QPointF(0, 0), picture.image);
    } else {
        painter.drawImage(target, picture.image, QRectF(picture.image.rect()));
    }
}

void MapCanvas::drawCameraMark(QPainter &painter) const
{
    if (!m_cameraMark) {
        return;
    }
    const QPointF eye = m_viewport.toPixel(m_cameraMark->first);
    const QPointF focus = m_viewport.toPixel(m_cameraMark->second);
    const double length = std::hypot(focus.x() - eye.x(), focus.y() - eye.y());
    if (!std::isfinite(length) || length > 1e5) {
        return;
    }
    painter.save();
    painter.translate(eye);
    painter.rotate(std::atan2(focus.y() - eye.y(), focus.x() - eye.x()) * 180 / M_PI);
    const double reach = std::clamp(length, 24.0, 90.0);
    QLinearGradient fade(0, 0, reach, 0);
    QColor near = tokens().accent;
    near.setAlpha(110);
    QColor far = near;
    far.setAlpha(0);
    fade.setColorAt(0, near);
    fade.setColorAt(1, far);
    if (length > 3) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(fade);
        painter.drawPolygon(QPolygonF{QPointF(0, 0), QPointF(reach, -reach * 0.42), QPointF(reach, reach * 0.42)});
    }
    painter.setBrush(tokens().accent);
    painter.setPen(QPen(tokens().raised, 2));
    painter.drawEllipse(QPointF(0, 0), 6, 6);
    painter.restore();
}

void MapCanvas::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (!m_hasView) {
        showFirstLayers();
        return;
    }
    MapViewport resized = m_viewport;
    resized.size = size();
    if (m_wanted) {
        m_flight.stop();
        resized = resized.showing(*m_wanted);
    }
    apply(resized);
}

void MapCanvas::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_document.isDark() != (tokens().mode == ThemeMode::Dark)) {
        applyTheme();
    }
}

} // namespace loci::widgets
