// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <compare> of libstdc++ 12 when no Qt header comes before it
#include "layers/scene/cityscene.h"
#include "layers/scene/picture.h"
#endif

#include <QVTKOpenGLNativeWidget.h>

#include <QElapsedTimer>
#include <QTimer>
#include <optional>

class QNativeGestureEvent;

namespace loci::widgets {

/// The picture of a CityScene and the hands on it. Left drag turns about what is under the cursor, right or middle drag
/// pulls the ground along, the wheel zooms to the cursor, double click flies there. Draws only when something changed:
/// plainly while it moves, as plainly as the computer needs (measured once, when there is something to show), with all
/// detail and soft shade once it rests. Main thread.
class SceneCanvas final : public QVTKOpenGLNativeWidget
{
    Q_OBJECT
public:
    SceneCanvas(scene::CityScene &scene, QWidget *parent);
    ~SceneCanvas() override;

    /// Whether this computer can draw it at all; otherwise a sentence for the person.
    static std::optional<QString> whyNot();

    void setCamera(const scene::Camera &camera);
    void flyTo(const scene::Camera &camera);
    scene::Camera target() const; ///< where a flight ends, or the camera
    void goHome();
    void zoomBy(double factor); ///< about the middle of the picture
    void faceNorth();
    void requestFrame(); ///< something changed: draw soon
    /// Measures with the next frame what drawing costs on this computer, once. Best when nothing is being built.
    void requestCalibration() { m_calibrationWanted = !m_calibrated; }
    bool isAtRest() const; ///< nothing moves and the still picture is on screen
    QImage picture();
    /// At any size, drawn beside what is on screen, which stays.
    Result<scene::Picture> largePicture(const scene::PictureOptions &options);
    scene::Ray rayAt(const QPointF &position) const;
    double aspect() const;
    QPointF pressedAt() const { return m_pressed; } ///< where the click that is told began

signals:
    void changing(); ///< the picture on screen is no longer right
    void cameraMoved();
    void drawn();
    void rested();
    void clicked(const std::optional<loci::scene::Hit> &hit, Qt::KeyboardModifiers modifiers);
    void columnClicked(const QString &id); ///< instead of clicked(), when a column stands before what was hit
    void menuRequested(const std::optional<loci::scene::Hit> &hit, const QPoint &globalPosition);

protected:
    bool event(QEvent *event) override;
    void paintGL() override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void drawFrame(scene::Quality quality);
    void calibrate();
    scene::Quality movingQuality() const;
    void onFrame();
    void onFlight();
    void onHover();
    void move(const scene::Camera &camera);
    void pan(const QPointF &from, const QPointF &to);
    void zoomAt(const QPointF &position, double factor);
    void gesture(QNativeGestureEvent *event);
    Vec3 pivotAt(const QPointF &position) const;
    bool keyMove(int key, bool fine);

    scene::CityScene &m_scene;
    scene::FrameBudget m_budget;
    QTimer m_frame, m_still, m_flightTimer, m_hover;
    std::optional<scene::Flight> m_flight;
    QElapsedTimer m_flightClock;
    bool m_isStill = false, m_painted = false;
    bool m_calibrated = false, m_calibrationWanted = false;
    Qt::MouseButton m_button = Qt::NoButton;
    bool m_dragging = false;
    QPointF m_pressed, m_last;
    Vec3 m_pivot;
};

} // namespace loci::widgets
