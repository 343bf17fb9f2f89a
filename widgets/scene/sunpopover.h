// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/sun/solarposition.h"

#include <QDateTime>
#include <QFrame>
#include <functional>

class QCheckBox;
class QDateEdit;
class QLabel;
class QPushButton;
class QSlider;

namespace loci::widgets {

/// Date and time of the sun: a day, a slider over its hours, "now". Closes at a click elsewhere.
class SunPopover final : public QFrame
{
    Q_OBJECT
public:
    /// `position` says where the sun stands at an instant, for the line of words below.
    using Position = std::function<sun::SolarPosition(const QDateTime &utc)>;
    explicit SunPopover(QWidget *parent);

    void open(const QPoint &globalTopLeft, const QDateTime &utc, bool shadows, Position position);
    void retranslate();

signals:
    void changed(const QDateTime &utc);
    void shadowsChosen(bool shown);

private:
    void show(const QDateTime &local);
    void emitChange();
    QDateTime chosen() const; ///< local time
    void describe();

    QDateEdit *m_day;
    QSlider *m_time;
    QLabel *m_timeText, *m_sunText, *m_dayLabel, *m_timeLabel;
    QPushButton *m_now;
    QCheckBox *m_shadows;
    Position m_position;
};

} // namespace loci::widgets
