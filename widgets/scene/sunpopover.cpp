// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/sunpopover.h"

#include "widgets/common/tokens.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <cmath>

namespace loci::widgets {

namespace {

constexpr int kStepMinutes = 5;
constexpr int kLastStep = 24 * 60 / kStepMinutes - 1;

} // namespace

SunPopover::SunPopover(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_day(new QDateEdit(this))
    , m_time(new QSlider(Qt::Horizontal, this))
    , m_timeText(new QLabel(this))
    , m_sunText(new QLabel(this))
    , m_dayLabel(new QLabel(this))
    , m_timeLabel(new QLabel(this))
    , m_now(new QPushButton(this))
    , m_shadows(new QCheckBox(this))
{
    setProperty("role", "floating");
    setFixedWidth(300);
    m_day->setCalendarPopup(true);
    m_time->setRange(0, kLastStep);
    m_time->setPageStep(60 / kStepMinutes);
    m_timeText->setFont(tokenFont(tokens().fontTitle, QFont::DemiBold));
    m_timeText->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_sunText->setProperty("role", "muted");
    m_sunText->setWordWrap(true);

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(tokens().padding, tokens().padding, tokens().padding, tokens().padding);
    grid->setSpacing(tokens().gap);
    grid->addWidget(m_dayLabel, 0, 0);
    grid->addWidget(m_day, 0, 1);
    grid->addWidget(m_now, 0, 2);
    grid->addWidget(m_timeLabel, 1, 0);
    grid->addWidget(m_timeText, 1, 1, 1, 2);
    grid->addWidget(m_time, 2, 0, 1, 3);
    grid->addWidget(m_sunText, 3, 0, 1, 3);
    grid->addWidget(m_shadows, 4, 0, 1, 3);
    grid->setColumnStretch(1, 1);

    connect(m_day, &QDateEdit::dateChanged, this, &SunPopover::emitChange);
    connect(m_time, &QSlider::valueChanged, this, &SunPopover::emitChange);
    connect(m_now, &QPushButton::clicked, this, [this] {
        show(QDateTime::currentDateTime());
        emitChange();
    });
    connect(m_shadows, &QCheckBox::toggled, this, &SunPopover::shadowsChosen);
    retranslate();
}

void SunPopover::retranslate()
{
    m_shadows->setText(tr("Shadows while the view is still"));
    m_dayLabel->setText(tr("Day"));
    m_timeLabel->setText(tr("Time"));
    m_now->setText(tr("Now"));
    m_time->setAccessibleName(tr("Time of day"));
    m_day->setAccessibleName(tr("Day"));
}

void SunPopover::open(const QPoint &globalTopLeft, const QDateTime &utc, bool shadows, Position position)
{
    const QSignalBlocker blocker(m_shadows);
    m_shadows->setChecked(shadows);
    m_position = std::move(position);
    show(utc.toLocalTime());
    move(globalTopLeft);
    QFrame::show();
    m_time->setFocus();
}

void SunPopover::show(const QDateTime &local)
{
    const QSignalBlocker day(m_day);
    const QSignalBlocker time(m_time);
    m_day->setDate(local.date());
    m_time->setValue((local.time().hour() * 60 + local.time().minute()) / kStepMinutes);
    describe();
}

QDateTime SunPopover::chosen() const
{
    const int minutes = m_time->value() * kStepMinutes;
    return {m_day->date(), QTime(minutes / 60, minutes % 60)};
}

void SunPopover::describe()
{
    m_timeText->setText(QLocale().toString(chosen().time(), QStringLiteral("HH:mm")));
    if (!m_position) {
        m_sunText->clear();
        return;
    }
    const sun::SolarPosition sun = m_position(chosen().toUTC());
    const QString degrees = QLocale().toString(std::abs(sun.elevation), 'f', 0);
    m_sunText->setText(sun.elevation >= 0 ? tr("The sun stands %1° above the horizon, in the direction %2°.")
                                                .arg(degrees, QLocale().toString(sun.azimuth, 'f', 0))
                                          : tr("The sun is %1° below the horizon.").arg(degrees));
}

void SunPopover::emitChange()
{
    describe();
    emit changed(chosen().toUTC());
}

} // namespace loci::widgets
