// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mainwindow/services.h"

#include <QObject>
#include <QTimer>

namespace loci::widgets {
class FeedSession;
class FeedsPanel;
class StreamCard;
class StreamViews;
class TimeBar;
} // namespace loci::widgets

namespace loci::app {

class MainWindow;

/// The workplace of live feeds: the list at the left, markers on map and in 3D, the card of a stream at the right, and
/// the time bar, whose past moments all of them show.
class FeedRoom final : public QObject
{
    Q_OBJECT
public:
    FeedRoom(MainWindow &window, const Services &services, widgets::TimeBar &time);

    widgets::FeedSession &session() const { return *m_session; }
    widgets::FeedsPanel &panel() const { return *m_panel; }
    widgets::StreamViews &views() const { return *m_views; }
    widgets::StreamCard &card() const { return *m_card; }
    void openStream(const QString &id); ///< its card, its row, framed in both views

    static const QString kWorkplace;

private:
    void connectParts();
    void closeCard();
    void onTime(const QDateTime &time);
    void showGaps(const QString &stream);

    MainWindow &m_window;
    Services m_services;
    widgets::TimeBar &m_time;
    widgets::FeedSession *m_session;
    widgets::FeedsPanel *m_panel;
    widgets::StreamViews *m_views;
    widgets::StreamCard *m_card;
    QTimer m_clockTick;
};

} // namespace loci::app
