// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/scenecanvas.h"

#include "layers/base/logging.h"
#include "layers/scene/drawcost.h"
#include "widgets/common/tokens.h"

#include <QVTKInteractor.h>
#include <vtkGenericOpenGLRenderWindow.h>
#include <vtkNew.h>
#include <vtkRenderer.h>

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QPointingDevice>
#include <cmath>

namespace loci::widgets {

using scene::operator+;
using scene::operator-;
using scene::operator*;
using scene::dot;
using scene::length;
using scene::normalised;

namespace {

constexpr int kStillAfter = 220;          // ms without movement until the still picture is drawn
constexpr int kStillWhileDragging = 1000; // a hand that only pauses shall not wait for it
constexpr int kHoverAfter = 40;           // ms
constexpr double kTurn = 0.28;            // degrees a pixel
constexpr double kWheelStep = 0.84;
constexpr double kNearest = 2, kFarthest = 60000; // metres of the eye from what it looks at

} // namespace

SceneCanvas::SceneCanvas(scene::CityScene &scene, QWidget *parent) : QVTKOpenGLNativeWidget(parent), m_scene(scene)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    vtkNew<vtkGenericOpenGLRenderWindow> window;
    window->SetMultiSamples(0); // smoothing is a pass of the scene
    setRenderWindow(window);
    if (vtkRenderWindowInteractor *hands = interactor()) {
        hands->SetInteractorStyle(nullptr); // ours are the event handlers below
    }
    renderWindow()->AddRenderer(m_scene.renderer());

    m_frame.setSingleShot(true);
    m_frame.setInterval(0);
    connect(&m_frame, &QTimer::timeout, this, &SceneCanvas::onFrame);
    m_still.setSingleShot(true);
    m_still.setInterval(kStillAfter);
    connect(&m_still, &QTimer::timeout, this, [this] { drawFrame(scene::Quality::Still); });
    m_flightTimer.setInterval(16);
    connect(&m_flightTimer, &QTimer::timeout, this, &SceneCanvas::onFlight);
    m_hover.setSingleShot(true);
    m_hover.setInterval(kHoverAfter);
    connect(&m_hover, &QTimer::timeout, this, &SceneCanvas::onHover);
}

SceneCanvas::~SceneCanvas()
{
    if (isValid()) {
        makeCurrent();
    }
    renderWindow()->RemoveRenderer(m_scene.renderer());
    if (isValid()) {
        doneCurrent();
    }
}

std::optional<QString> SceneCanvas::whyNot()
{
    QOpenGLContext context;
    context.setFormat(QVTKOpenGLNativeWidget::defaultFormat());
    const bool made = context.create();
    const auto version = context.format().version();
    if (made && version >= std::pair(3, 2)) {
        return std::nullopt;
    }
    return made ? tr("The 3D view needs OpenGL 3.2; this computer offers %1.%2. The map and everything else work "
                     "without it.")
                      .arg(version.first)
                      .arg(version.second)
                : tr("The 3D view needs OpenGL, which this computer or display does not offer. The map and everything "
                     "else work without it.");
}

double SceneCanvas::aspect() const
{
    return height() > 0 ? static_cast<double>(width()) / height() : 1;
}

scene::Ray SceneCanvas::rayAt(const QPointF &position) const
{
    // The middle of the pixel that the cursor points at.
    return m_scene.rayAt(position.x() + 0.5, position.y() + 0.5, width(), height());
}

void SceneCanvas::requestFrame()
{
    m_isStill = false;
    emit changing();
    if (!m_frame.isActive()) {
        m_frame.start();
    }
}

bool SceneCanvas::isAtRest() const
{
    return !isVisible() || (m_isStill && !m_frame.isActive() && !m_still.isActive() && !m_flight);
}

void SceneCanvas::onFrame()
{
    if (m_calibrationWanted) {
        calibrate();
    }
    drawFrame(movingQuality());
    m_still.start(m_dragging ? kStillWhileDragging : kStillAfter);
}

scene::Quality SceneCanvas::movingQuality() const
{
    return m_budget.isCoarse() ? scene::Quality::Coarse : scene::Quality::Moving;
}

void SceneCanvas::calibrate()
{
    if (m_calibrated || !isVisible() || !m_painted) {
        return; // a later frame does it
    }
    m_calibrated = true; // for as long as the window lives
    m_calibrationWanted = false;
    makeCurrent();
    m_budget.calibrate(scene::measureDrawCost(renderWindow(), m_scene.renderer()));
    doneCurrent();
    qCDebug(logScene) << "A frame takes" << m_budget.cost().fine * 1e3 << "ms and" << m_budget.cost().perTriangle * 1e9
                      << "ns a triangle: at most" << m_budget.triangles() << "while it moves"
                      << (m_budget.isCoarse() ? "at half resolution" : "");
}

void SceneCanvas::drawFrame(scene::Quality quality)
{
    if (!isVisible() || !m_painted || width() < 2 || height() < 2) {
        return;
    }
    const int pixelsWide = static_cast<int>(width() * devicePixelRatioF());
    const int pixelsHigh = static_cast<int>(height() * devicePixelRatioF());
    const bool moving = scene::isMoving(quality);
    QElapsedTimer clock;
    clock.start();
    m_scene.prepareFrame(pixelsWide, pixelsHigh, quality, moving ? m_budget.triangles() : 0);
    renderWindow()->Render();
    renderWindow()->WaitForCompletion();
    const double seconds = static_cast<double>(clock.nsecsElapsed()) / 1e9;
    const std::size_t triangles = m_scene.drawn().triangles;
    qCDebug(logScene) << "Frame of" << triangles << "triangles in" << seconds * 1e3 << "ms, quality" << int(quality);
    if (moving) {
        m_budget.measured(triangles, seconds);
    } else {
        m_isStill = true;
    }
    update();
    emit drawn();
    if (m_isStill) {
        emit rested();
    }
}

void SceneCanvas::paintGL()
{
    const bool first = !m_painted;
    m_painted = true;
    if (first) {
        m_scene.prepareFrame(width(), height(), movingQuality(), m_budget.triangles());
        requestFrame();
    }
    QVTKOpenGLNativeWidget::paintGL();
}

void SceneCanvas::resizeEvent(QResizeEvent *event)
{
    QVTKOpenGLNativeWidget::resizeEvent(event);
    requestFrame();
    emit cameraMoved(); // overlays follow
}

void SceneCanvas::showEvent(QShowEvent *event)
{
    QVTKOpenGLNativeWidget::showEvent(event);
    requestFrame();
}

void SceneCanvas::move(const scene::Camera &camera)
{
    m_scene.setCamera(camera);
    requestFrame();
    emit cameraMoved();
}

void SceneCanvas::setCamera(const scene::Camera &camera)
{
    m_flight.reset();
    m_flightTimer.stop();
    move(camera);
}

scene::Camera SceneCanvas::target() const
{
    return m_flight ? m_flight->at(1) : m_scene.camera();
}

void SceneCanvas::flyTo(const scene::Camera &camera)
{
    if (!isVisible() || tokens().motionLong == 0) {
        setCamera(camera); // nobody sees it, or the system asks for no motion
        return;
    }
    m_flight.emplace(m_scene.camera(), camera);
    m_flightClock.start();
    m_flightTimer.start();
}

void SceneCanvas::onFlight()
{
    if (!m_flight) {
        m_flightTimer.stop();
        return;
    }
    const double share = static_cast<double>(m_flightClock.elapsed()) / 1000 / m_flight->seconds();
    const scene::Camera camera = m_flight->at(share);
    if (share >= 1) {
        m_flight.reset();
        m_flightTimer.stop();
    }
    move(camera);
}

void SceneCanvas::goHome()
{
    flyTo(m_scene.homeCamera(aspect()));
}

void SceneCanvas::zoomBy(double factor)
{
    const scene::Camera from = target();
    scene::Camera to = scene::zoomed(from, pivotAt(QPointF(width() / 2.0, height() / 2.0)), factor);
    flyTo(to);
}

void SceneCanvas::faceNorth()
{
    const scene::Camera camera = target();
    const Vec3 pivot = pivotAt(QPointF(width() / 2.0, height() / 2.0));
    flyTo(scene::orbited(camera, pivot, -std::remainder(scene::anglesOf(camera).azimuth, 360.0), 0));
}

Vec3 SceneCanvas::pivotAt(const QPointF &position) const
{
    const scene::Ray ray = rayAt(position);
    const scene::Camera camera = m_scene.camera();
    const double usual = length(camera.focus - camera.position);
    const auto place = m_scene.placeUnder(ray);
    if (place && length(*place - ray.from) < 20 * usual + 500) {
        return *place;
    }
    return ray.from + ray.direction * usual; // the sky: as far as the focus
}

void SceneCanvas::pan(const QPointF &from, const QPointF &to)
{
    const scene::Ray before = rayAt(from);
    const scene::Ray after = rayAt(to);
    const scene::Camera camera = m_scene.camera();
    const Vec3 toPivot = m_pivot - camera.position;
    // The plane that is pulled along: level when seen from above, upright when seen along the ground.
    const bool level = scene::anglesOf(camera).tilt > 14;
    const Vec3 normal = level ? Vec3{0, 0, 1} : normalised(camera.focus - camera.position);
    const auto meet = [&](const scene::Ray &ray) -> std::optional<Vec3> {
        const double along = dot(ray.direction, normal);
        const double distance = dot(toPivot, normal) / (std::abs(along) > 1e-4 ? along : 1e-4);
        return distance > 0 && distance < 8 * length(toPivot) ? std::optional(ray.direction * distance) : std::nullopt;
    };
    const auto a = meet(before);
    const auto b = meet(after);
    if (a && b) {
        setCamera(scene::moved(camera, *a - *b));
    }
}

void SceneCanvas::zoomAt(const QPointF &position, double factor)
{
    const Vec3 place = pivotAt(position);
    const scene::Camera camera = m_scene.camera();
    const double distance = length(place - camera.position);
    const double allowed = std::clamp(distance * factor, std::min(kNearest, distance), std::max(kFarthest, distance));
    setCamera(scene::zoomed(camera, place, allowed / std::max(0.01, distance)));
}

void SceneCanvas::mousePressEvent(QMouseEvent *event)
{
    m_button = event->button();
    m_dragging = false;
    m_pressed = m_last = event->position();
    m_pivot = pivotAt(event->position());
    m_flight.reset();
    event->accept();
}

void SceneCanvas::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF position = event->position();
    if (m_button == Qt::NoButton) {
        m_last = position;
        m_hover.start();
        return;
    }
    if (!m_dragging && (position - m_pressed).manhattanLength() < QApplication::startDragDistance()) {
        return;
    }
    m_dragging = true;
    setCursor(Qt::ClosedHandCursor);
    const QPointF by = position - m_last;
    if (m_button == Qt::LeftButton && !(event->modifiers() & Qt::ShiftModifier)) {
        setCamera(scene::orbited(m_scene.camera(), m_pivot, by.x() * kTurn, by.y() * kTurn));
    } else {
        pan(m_last, position);
    }
    m_last = position;
}

void SceneCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != m_button) {
        return;
    }
    const bool click = !m_dragging;
    m_button = Qt::NoButton;
    m_dragging = false;
    unsetCursor();
    if (!click) {
        return;
    }
    const scene::Ray ray = rayAt(event->position());
    const auto hit = m_scene.pick(ray);
    const auto column = m_scene.columns().pick(ray);
    if (event->button() == Qt::LeftButton && column && (!hit || column->second < hit->distance)) {
        emit columnClicked(column->first);
    } else if (event->button() == Qt::LeftButton) {
        emit clicked(hit, event->modifiers());
    } else if (event->button() == Qt::RightButton) {
        emit menuRequested(hit, event->globalPosition().toPoint());
    }
}

void SceneCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    const auto place = m_scene.placeUnder(rayAt(event->position()));
    if (event->button() != Qt::LeftButton || !place) {
        return;
    }
    const scene::Camera camera = m_scene.camera();
    const double distance = std::max(25.0, length(*place - camera.position) * 0.4);
    scene::ViewAngles angles = scene::anglesOf(camera);
    angles.tilt = std::clamp(angles.tilt, 18.0, scene::kMostTilt);
    flyTo(scene::fromAngles(*place, distance, angles));
}

void SceneCanvas::wheelEvent(QWheelEvent *event)
{
    const bool touchpad = event->device() && event->device()->type() == QInputDevice::DeviceType::TouchPad;
    if (touchpad && !event->pixelDelta().isNull() && !(event->modifiers() & Qt::ControlModifier)) {
        m_pivot = pivotAt(event->position());
        pan(event->position(), event->position() + event->pixelDelta());
    } else {
        const double steps = event->angleDelta().y() / 120.0;
        if (steps != 0) {
            zoomAt(event->position(), std::pow(kWheelStep, steps));
        }
    }
    event->accept();
}

void SceneCanvas::gesture(QNativeGestureEvent *event)
{
    if (event->gestureType() == Qt::ZoomNativeGesture) {
        zoomAt(event->position(), 1 / std::max(0.2, 1 + event->value()));
    } else if (event->gestureType() == Qt::RotateNativeGesture) {
        setCamera(scene::orbited(m_scene.camera(), pivotAt(event->position()), event->value(), 0));
    }
}

bool SceneCanvas::event(QEvent *event)
{
    if (event->type() == QEvent::NativeGesture) {
        gesture(static_cast<QNativeGestureEvent *>(event));
        return true;
    }
    return QVTKOpenGLNativeWidget::event(event);
}

bool SceneCanvas::keyMove(int key, bool fine)
{
    const scene::Camera camera = m_scene.camera();
    const double angle = (anglesOf(camera).azimuth) * M_PI / 180;
    const Vec3 ahead{std::sin(angle), std::cos(angle), 0};
    const Vec3 right{std::cos(angle), -std::sin(angle), 0};
    const double step = std::max(1.0, length(camera.focus - camera.position)) * (fine ? 0.015 : 0.06);
    const double turn = fine ? 1 : 5;
    const auto middle = [this] { return pivotAt(QPointF(width() / 2.0, height() / 2.0)); };
    switch (key) {
    case Qt::Key_Up:
    case Qt::Key_W:
        setCamera(scene::moved(camera, ahead * step));
        return true;
    case Qt::Key_Down:
    case Qt::Key_S:
        setCamera(scene::moved(camera, ahead * -step));
        return true;
    case Qt::Key_Left:
    case Qt::Key_A:
        setCamera(scene::moved(camera, right * -step));
        return true;
    case Qt::Key_Right:
    case Qt::Key_D:
        setCamera(scene::moved(camera, right * step));
        return true;
    case Qt::Key_Q:
        setCamera(scene::orbited(camera, middle(), turn, 0));
        return true;
    case Qt::Key_E:
        setCamera(scene::orbited(camera, middle(), -turn, 0));
        return true;
    case Qt::Key_PageUp:
        setCamera(scene::orbited(camera, middle(), 0, turn));
        return true;
    case Qt::Key_PageDown:
        setCamera(scene::orbited(camera, middle(), 0, -turn));
        return true;
    default:
        return false;
    }
}

void SceneCanvas::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) {
        QVTKOpenGLNativeWidget::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(0.6);
        return;
    case Qt::Key_Minus:
        zoomBy(1 / 0.6);
        return;
    case Qt::Key_R:
    case Qt::Key_Home:
        goHome();
        return;
    case Qt::Key_N:
        faceNorth();
        return;
    default:
        if (!keyMove(event->key(), event->modifiers() & Qt::ShiftModifier)) {
            event->ignore(); // Esc and the rest belong to the window
        }
    }
}

void SceneCanvas::onHover()
{
    if (m_button != Qt::NoButton || !underMouse()) {
        return;
    }
    const auto hit = m_scene.pick(rayAt(m_last));
    setCursor(hit ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

Result<scene::Picture> SceneCanvas::largePicture(const scene::PictureOptions &options)
{
    if (!isValid() || !m_painted) {
        return fail(ErrorCode::NotReadable, tr("The 3D view has not been drawn yet."));
    }
    makeCurrent();
    Result<scene::Picture> picture = scene::drawPicture(m_scene, renderWindow(), options);
    doneCurrent();
    requestFrame(); // the buffers had another size
    return picture;
}

QImage SceneCanvas::picture()
{
    if (isVisible() && !isAtRest()) {
        drawFrame(scene::Quality::Still);
    }
    return grabFramebuffer();
}

} // namespace loci::widgets
