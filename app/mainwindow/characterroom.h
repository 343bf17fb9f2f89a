// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mainwindow/services.h"
#include "layers/analysis/character/characterprofile.h"

#include <QObject>

namespace loci::widgets {
class ActionRegistry;
class CharacterCard;
class PlanDesk;
} // namespace loci::widgets

namespace loci::app {

class MainWindow;

/// The character of the areas of the planning case: profiles in the background, for the town as it is and with the
/// scenario that is worked on, the reference of an area as the document "planning/character/<area>".
class CharacterRoom final : public QObject
{
    Q_OBJECT
public:
    CharacterRoom(MainWindow &window, const Services &services, widgets::PlanDesk &desk,
                  widgets::ActionRegistry &actions);

    widgets::CharacterCard &card() const { return *m_card; }
    void open();
    bool isIdle() const { return !m_running; }

    static constexpr char kPrefix[] = "planning/character/"; ///< + id of the area

private:
    void fillAreas();
    void compute();
    void keep();
    void choose(const QStringList &buildings, bool fly);
    std::optional<analysis::CharacterProfile> kept(const QString &area) const;
    bool isShown() const;

    MainWindow &m_window;
    Services m_services;
    widgets::PlanDesk &m_desk;
    widgets::CharacterCard *m_card;
    Result<analysis::CharacterRule> m_rule;
    QString m_area;
    bool m_running = false, m_again = false;
};

} // namespace loci::app
