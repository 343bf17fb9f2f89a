// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mainwindow/recordwords.h"
#include "app/mainwindow/services.h"
#include "layers/workspace/mergeoffer.h"

#include <QObject>
#include <QPointer>
#include <deque>

namespace loci::widgets {
class HeaderBar;
class MergePanel;
class PeopleBar;
} // namespace loci::widgets

namespace loci::app {

class MainWindow;

/// The other desks of a shared workspace in the window: who is there, what each is changing, and both versions of a
/// step that was refused because another desk was quicker.
class DeskRoom final : public QObject
{
    Q_OBJECT
public:
    DeskRoom(MainWindow &window, const Services &services, widgets::HeaderBar &header, widgets::HeritageDesk &desk);
    widgets::PeopleBar &people() const { return *m_people; }
    widgets::MergePanel &merge() const { return *m_merge; }

private:
    void watch();
    void showPeople();
    void tell(const QStringList &keys, const QString &author); ///< what another desk changed
    void offer(const workspace::RefusedStep &step);
    void showNext();
    void keep(const workspace::Command &command);
    void settle(const QStringList &keys);

    MainWindow &m_window;
    Services m_services;
    widgets::HeritageDesk &m_desk;
    RecordWords m_words;
    widgets::PeopleBar *m_people;
    widgets::MergePanel *m_merge;
    std::deque<workspace::MergeOffer> m_waiting; ///< the first one is shown
    QPointer<QWidget> m_before;                  ///< what was beside the views
};

} // namespace loci::app
