// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/scene/calmflight.h"
#include "widgets/briefing/briefingstage.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>
#include <functional>

class QScreen;

namespace loci::widgets {

/// What the audience sees: one picture without frame, pointer, tips, menus or child widgets, on a screen of its own. It
/// paints finished pictures only, so a change never waits for anything. Main thread.
class AudienceWindow final : public QWidget
{
    Q_OBJECT
public:
    explicit AudienceWindow(QWidget *parent = nullptr);

    /// Full screen on the screen of that name; without it on the last one that is not the console's. Empty name: chosen
    /// so from the start. When its screen is unplugged it comes back as a window, and goes back when it returns.
    void placeOn(const QString &screen, const QWidget *console);
    QString screenName() const { return m_wanted; }
    bool isOnItsScreen() const { return m_onScreen; }

    void setWall(const briefing::Wall &wall);
    QSize canvas() const; ///< pixels of the pictures it wants

    using Frame = std::function<QImage(const CameraPose &, QSize)>;
    void showPicture(const WallPicturePtr &picture, briefing::Transition transition, const Frame &frame = {});
    void fly(const std::vector<CameraPose> &stops, double seconds, const Frame &frame); ///< over the shown picture
    const WallPicturePtr &picture() const { return m_picture; }
    bool isMoving() const { return m_motion.isActive(); }
    void setBlackout(bool black);
    void setPointer(const std::optional<QPointF> &share); ///< of the canvas, 0 to 1; empty: none
    void setCard(const AskCard &card);
    const std::vector<double> &frameTimes() const { return m_frames; } ///< ms, of the last flight

signals:
    void keyPressed(int key, const QString &text);
    void tapped(double share); ///< of the width
    void canvasChanged();
    void moved();      ///< a transition or flight is over
    void firstShown(); ///< the first pixels of a new picture are painted

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    bool event(QEvent *event) override;

private:
    void place();
    void step();
    void beginFlight(const scene::CalmFlight &flight, double seconds, const Frame &frame);
    void paintCanvas(QPainter &painter);
    QRect cityPlace() const;

    QString m_wanted;
    const QWidget *m_console = nullptr;
    bool m_onScreen = false;
    briefing::Wall m_wall;
    WallPicturePtr m_picture, m_before;
    double m_share = 1; ///< of a fade
    std::optional<scene::CalmFlight> m_flight;
    double m_seconds = 0;
    Frame m_frame;
    QImage m_frameImage;
    QTimer m_motion;
    QElapsedTimer m_clock;
    bool m_black = false, m_fresh = false;
    std::optional<QPointF> m_pointer;
    AskCard m_card;
    std::vector<double> m_frames;
};

} // namespace loci::widgets
