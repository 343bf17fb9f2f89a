// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/status.h"
#include "widgets/common/timescale.h"

#include <QDateTime>
#include <QWidget>
#include <vector>

class QHBoxLayout;
class QLabel;
class QMenu;
class QTimer;
class QToolButton;

namespace loci::widgets {

/// Something that happened; the bar counts them per pixel column and marks what is not good.
struct TimeEvent
{
    QDateTime time;
    Status status = Status::Good;
};
struct TimeSpan
{
    QDateTime from, to;
};

/// The axis inside the time bar: histogram, gaps, ticks, now, and the cursor that is dragged.
class TimeAxis final : public QWidget
{
    Q_OBJECT
public:
    explicit TimeAxis(QWidget *parent = nullptr);
    void setRange(const QDateTime &from, const QDateTime &to);
    void setEvents(std::vector<TimeEvent> events); ///< any order
    void setGaps(std::vector<TimeSpan> gaps);
    void setTime(const QDateTime &time); ///< scrolls when it leaves the range; does not emit
    void setNow(const QDateTime &now);
    QDateTime time() const { return m_time; }
    const TimeScale &scale() const { return m_scale; }
    int eventsInView() const;
    QSize sizeHint() const override { return {480, 56}; }
    QSize minimumSizeHint() const override { return {160, 56}; }

signals:
    void timeDragged(const QDateTime &time); ///< by the person
    void rangeChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void drag(double x);
    void setScale(const TimeScale &scale);
    void paintBars(QPainter &painter) const;
    void paintGaps(QPainter &painter) const;
    void paintTicks(QPainter &painter) const;
    void paintCursor(QPainter &painter) const;
    TimeScale m_scale;
    std::vector<TimeEvent> m_events; // by time
    std::vector<TimeSpan> m_gaps;
    QDateTime m_time, m_now;
    double m_panFrom = 0;
};

/// The bar at the bottom of the window: now, play, speed, date, axis, and room for the buttons of tasks and findings.
class TimeBar final : public QWidget
{
    Q_OBJECT
public:
    explicit TimeBar(QWidget *parent = nullptr);
    TimeAxis &axis() const { return *m_axis; }
    QDateTime time() const;
    void setTime(const QDateTime &time); ///< does not emit
    /// Follows the clock: the cursor stands at "now" until the person moves it.
    void setNow(const QDateTime &now);
    bool isAtNow() const { return m_atNow; }
    bool isPlaying() const;
    void setPlaying(bool playing);
    void setSpeed(double timesReal);
    double speed() const { return m_speed; }
    /// Forward or back by a second of the replay at its speed.
    void step(int steps);
    /// Puts a widget at the right end.
    void addEndWidget(QWidget *widget);

    static constexpr int kHeight = 72;

signals:
    /// The time everything should show, in UTC; while playing at most 20 times a second.
    void timeChanged(const QDateTime &time);
    void playingChanged(bool playing);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void refreshText();
    void fillSpeedMenu();
    void advance();
    void backToNow();
    TimeAxis *m_axis;
    QToolButton *m_nowButton;
    QToolButton *m_back, *m_play, *m_forward;
    QToolButton *m_speedButton;
    QMenu *m_speedMenu;
    QLabel *m_date;
    QLabel *m_remark;
    QHBoxLayout *m_end;
    QTimer *m_timer;
    QDateTime m_now;
    double m_speed = 3600;
    bool m_atNow = true;
};

} // namespace loci::widgets
