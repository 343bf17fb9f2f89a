// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mainwindow/services.h"
#include "layers/base/result.h"

#include <QObject>
#include <map>

namespace loci::widgets {
class ActionRegistry;
class LevelPanel;
} // namespace loci::widgets

namespace loci::app {

class MainWindow;

/// The workplace for packages between district, city and province. Packages are sealed with this person's own key, made
/// at the first one, beside which its public half lies for the receivers; theirs are the files of "level-keys".
class LevelRoom final : public QObject
{
    Q_OBJECT
public:
    LevelRoom(MainWindow &window, const Services &services, widgets::ActionRegistry &actions);
    widgets::LevelPanel &panel() const { return *m_panel; }

    void send();
    void receive();
    void takeRemarks();
    void remark(const QString &sender, const QString &what);
    void sendBack(const QString &sender);

    static const QString kWorkplace;

private:
    void refresh();
    Result<QByteArray> ownKey() const;
    std::map<QString, QByteArray> trustedKeys() const;
    void fail(const Error &error);

    MainWindow &m_window;
    Services m_services;
    widgets::LevelPanel *m_panel;
};

} // namespace loci::app
