// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/clock.h"
#include "widgets/briefing/audiencewindow.h"
#include "widgets/briefing/showstate.h"
#include "widgets/briefing/sleepguard.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <map>
#include <vector>

namespace loci::widgets {

/// A running show: which scene the audience sees, the pictures of those before and behind it, keys and clickers, the
/// loop of a foyer. Keeps at most three wall pictures, and a small one of every scene. Nothing here opens a dialog.
/// Main thread.
class BriefingShow final : public QObject
{
    Q_OBJECT
public:
    BriefingShow(BriefingStage &stage, const Clock &clock, QObject *parent = nullptr);
    ~BriefingShow() override;

    struct Options
    {
        QString language;
        QString workspace; ///< path, for the state file
        QString screen;    ///< of the audience; empty: chosen
        bool kiosk = false;
        QString stateFile; ///< empty: nothing is kept
    };
    void start(const briefing::Briefing &briefing, const QString &scene, const Options &options,
               const QWidget *console);
    void stop();
    bool isRunning() const { return m_audience != nullptr; }
    AudienceWindow *audience() const { return m_audience; }

    /// The briefing was edited, or its numbers computed anew: pictures are made again, the scene stays.
    void update(const briefing::Briefing &briefing);
    const briefing::Briefing &briefing() const { return m_briefing; }
    int current() const { return m_current; } ///< -1 before the first one is shown
    int upcoming() const { return m_briefing.next(m_current); }
    bool isPrepared(int scene) const { return m_pictures.contains(scene); }
    WallPicturePtr picture(int scene) const;
    QImage thumbnail(int scene) const { return m_thumbnails.value(scene); }
    bool isBlack() const { return m_black; }
    bool isKiosk() const { return m_options.kiosk; }
    QDateTime began() const { return m_began; }
    QStringList problems() const; ///< of the scene that is shown

    void goTo(int scene);
    void next();
    void previous();
    void setBlackout(bool black);
    void setCard(const AskCard &card);
    void setPointer(const std::optional<QPointF> &share);
    void setKiosk(bool kiosk);
    bool press(int key, const QString &text); ///< true when it meant something

    /// ms from each wish of a prepared scene to its first pixels on the wall.
    const std::vector<double> &changeTimes() const { return m_changeTimes; }

signals:
    void changed(); ///< scene, blackout, kiosk
    void pictureReady(int scene);
    void ended();
    void told(const QString &sentence); ///< for the console

private:
    void order(int scene, bool show);
    void take(int scene, const WallPicturePtr &picture);
    void present(int scene);
    void prepareAround();
    void prepareThumbnails();
    void onMoved();
    void keepState();
    void forgetFar();

    BriefingStage &m_stage;
    const Clock &m_clock;
    Options m_options;
    briefing::Briefing m_briefing;
    QPointer<AudienceWindow> m_audience;
    SleepGuard m_guard;
    std::map<int, WallPicturePtr> m_pictures;
    QHash<int, QImage> m_thumbnails;
    int m_current = -1, m_wanted = -1;
    int m_lastDrawn = -1; ///< the scene whose look the city stage has
    quint64 m_generation = 0;
    bool m_black = false, m_pathPlayed = false;
    QDateTime m_began;
    QTimer m_loop, m_resized;
    QElapsedTimer m_wish;
    bool m_measuring = false;
    std::vector<double> m_changeTimes;
};

} // namespace loci::widgets
