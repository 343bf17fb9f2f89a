// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/timebar.h"

#include "widgets/common/icons.h"
#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QTimer>
#include <QToolButton>

namespace loci::widgets {

namespace {
constexpr int kFrame = 50; // ms
constexpr int kStepMs = 1000;
constexpr double kSpeeds[] = {1, 60, 600, 3600, 21600, 86400, 604800};

/// How much time passes in a second: "1 h", and "×8" for what no round unit says.
QString speedText(double speed)
{
    const QLocale locale;
    const auto amount = [&](double unit) { return locale.toString(speed / unit, 'g', 3); };
    if (speed <= 1) {
        return TimeBar::tr("real time");
    }
    if (speed < 60) {
        return QStringLiteral("×%1").arg(amount(1));
    }
    return speed < 3600    ? TimeBar::tr("%1 min/s").arg(amount(60))
           : speed < 86400 ? TimeBar::tr("%1 h/s").arg(amount(3600))
                           : TimeBar::tr("%1 d/s").arg(amount(86400));
}
} // namespace

TimeBar::TimeBar(QWidget *parent)
    : QWidget(parent)
    , m_axis(new TimeAxis(this))
    , m_nowButton(new QToolButton(this))
    , m_back(new QToolButton(this))
    , m_play(new QToolButton(this))
    , m_forward(new QToolButton(this))
    , m_speedButton(new QToolButton(this))
    , m_speedMenu(new QMenu(this))
    , m_date(new QLabel(this))
    , m_remark(new QLabel(this))
    , m_end(new QHBoxLayout)
    , m_timer(new QTimer(this))
    , m_now(QDateTime::currentDateTimeUtc())
{
    setObjectName(QStringLiteral("timebar"));
    setFixedHeight(kHeight);
    const Tokens &t = tokens();
    m_play->setIcon(icon(QStringLiteral("play")));
    m_back->setIcon(icon(QStringLiteral("skip-back")));
    m_forward->setIcon(icon(QStringLiteral("skip-forward")));
    for (QToolButton *button : {m_back, m_play, m_forward}) {
        button->setIconSize(QSize(t.icon, t.icon));
        button->setFixedSize(t.hit, t.hit);
    }
    m_speedButton->setProperty("kind", "quiet");
    m_speedButton->setPopupMode(QToolButton::InstantPopup);
    m_speedButton->setMenu(m_speedMenu);
    for (QToolButton *button : {m_nowButton, m_back, m_play, m_forward, m_speedButton}) {
        button->setFocusPolicy(Qt::TabFocus);
    }
    m_nowButton->setObjectName(QStringLiteral("timebar.now"));
    m_date->setProperty("role", "section");
    m_remark->setProperty("role", "caption");

    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addStretch(1);
    texts->addWidget(m_date);
    texts->addWidget(m_remark);
    texts->addStretch(1);
    m_end->setSpacing(t.gap);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(t.padding, 1, t.padding, 0);
    layout->setSpacing(t.gap);
    layout->addWidget(m_nowButton);
    layout->addWidget(m_back);
    layout->addWidget(m_play);
    layout->addWidget(m_forward);
    layout->addWidget(m_speedButton);
    layout->addSpacing(t.gap / 2);
    layout->addLayout(texts);
    layout->addSpacing(t.gap);
    layout->addWidget(m_axis, 1);
    layout->addSpacing(t.gap);
    layout->addLayout(m_end);

    m_timer->setInterval(kFrame);
    connect(m_timer, &QTimer::timeout, this, &TimeBar::advance);
    connect(m_play, &QToolButton::clicked, this, [this] { setPlaying(!isPlaying()); });
    connect(m_back, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_forward, &QToolButton::clicked, this, [this] { step(1); });
    connect(m_nowButton, &QToolButton::clicked, this, &TimeBar::backToNow);
    connect(m_axis, &TimeAxis::rangeChanged, this, &TimeBar::refreshText);
    connect(m_axis, &TimeAxis::timeDragged, this, [this](const QDateTime &time) {
        m_atNow = false;
        refreshText();
        emit timeChanged(time);
    });
    connect(m_speedMenu, &QMenu::aboutToShow, this, &TimeBar::fillSpeedMenu);
    retranslate();
}

QDateTime TimeBar::time() const
{
    return m_axis->time().toUTC();
}

void TimeBar::setTime(const QDateTime &time)
{
    m_atNow = false;
    m_axis->setTime(time);
    refreshText();
}

void TimeBar::setNow(const QDateTime &now)
{
    m_now = now.toUTC();
    m_axis->setNow(now);
    if (m_atNow) {
        m_axis->setTime(now);
    }
    refreshText();
}

bool TimeBar::isPlaying() const
{
    return m_timer->isActive();
}

void TimeBar::setPlaying(bool playing)
{
    if (playing == isPlaying()) {
        return;
    }
    if (playing) {
        m_atNow = false;
        m_timer->start();
    } else {
        m_timer->stop();
    }
    retranslate();
    emit playingChanged(playing);
}

void TimeBar::setSpeed(double timesReal)
{
    m_speed = timesReal;
    retranslate();
}

void TimeBar::step(int steps)
{
    setPlaying(false);
    m_atNow = false;
    const QDateTime time = m_axis->time().addMSecs(static_cast<qint64>(m_speed * kStepMs) * steps);
    m_axis->setTime(time);
    refreshText();
    emit timeChanged(time.toUTC());
}

void TimeBar::addEndWidget(QWidget *widget)
{
    m_end->addWidget(widget);
}

void TimeBar::advance()
{
    const QDateTime time = m_axis->time().addMSecs(static_cast<qint64>(m_speed * kFrame));
    m_axis->setTime(time);
    refreshText();
    emit timeChanged(time.toUTC());
}

void TimeBar::backToNow()
{
    setPlaying(false);
    m_atNow = true;
    m_axis->setTime(m_now);
    refreshText();
    emit timeChanged(m_now);
}

void TimeBar::fillSpeedMenu()
{
    m_speedMenu->clear();
    for (const double speed : kSpeeds) {
        QAction *action = m_speedMenu->addAction(speedText(speed), this, [this, speed] { setSpeed(speed); });
        action->setCheckable(true);
        action->setChecked(qFuzzyCompare(speed, m_speed));
    }
}

void TimeBar::refreshText()
{
    const QLocale locale;
    const QDateTime time = m_axis->time();
    const QString format = locale.language() == QLocale::Chinese ? QStringLiteral("yyyy年M月d日 ddd HH:mm")
                                                                 : QStringLiteral("ddd d MMM yyyy, HH:mm");
    m_date->setText(locale.toString(time, format));
    // The text must not push the axis about while it plays.
    m_date->setMinimumWidth(std::max(m_date->minimumWidth(), m_date->sizeHint().width()));
    const int count = m_axis->eventsInView();
    const QString events = count == 0   ? QString()
                           : count == 1 ? tr("1 event")
                                        : tr("%1 events").arg(locale.toString(count));
    const QString state = isPlaying() ? tr("Replay, %1").arg(speedText(m_speed))
                          : m_atNow   ? tr("Now")
                                      : tr("Chosen time");
    m_remark->setText(events.isEmpty() || isPlaying() ? state : QStringLiteral("%1 · %2").arg(state, events));
}

void TimeBar::retranslate()
{
    m_nowButton->setText(tr("Now"));
    setTip(m_nowButton, tr("Back to the present"));
    m_play->setIcon(icon(isPlaying() ? QStringLiteral("pause") : QStringLiteral("play")));
    setTip(m_play, isPlaying() ? tr("Pause") : tr("Play"));
    setTip(m_back, tr("One step back"));
    setTip(m_forward, tr("One step forward"));
    m_speedButton->setText(speedText(m_speed));
    setTip(m_speedButton, tr("Speed of the replay"));
    m_axis->setAccessibleName(tr("Time"));
    refreshText();
}

void TimeBar::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(rect(), tokens().surface);
    painter.fillRect(QRect(0, 0, width(), 1), tokens().hairline);
}

void TimeBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_date->setMinimumWidth(0);
        retranslate();
        m_axis->update();
    }
    QWidget::changeEvent(event);
}

} // namespace loci::widgets
