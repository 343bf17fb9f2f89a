// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mainwindow/services.h"
#include "layers/domain/indicators/outcome.h"
#include "widgets/briefing/briefingdesk.h"
#include "widgets/briefing/briefingexport.h"

#include <QObject>
#include <QTimer>
#include <memory>

namespace loci::widgets {
class ActionRegistry;
class BriefingPanel;
class BriefingShow;
class BriefingStage;
class OperatorConsole;
class SceneEditor;
} // namespace loci::widgets

namespace loci::app {

class MainWindow;

/// The briefing workplace: scenes at the left, the form of one in place of the details, the show with its console, and
/// what goes out as files. The stage, and numbers for it, are made when they are first needed.
class BriefingRoom final : public QObject
{
    Q_OBJECT
public:
    BriefingRoom(MainWindow &window, const Services &services, widgets::ActionRegistry &actions);
    ~BriefingRoom() override;

    static const QString kWorkplace;
    widgets::BriefingDesk &desk() { return m_desk; }
    widgets::BriefingPanel &panel() const { return *m_panel; }
    widgets::SceneEditor &editor() const { return *m_editor; }
    widgets::BriefingShow &show();
    widgets::BriefingStage &stage();
    widgets::OperatorConsole *console() const { return m_console; }
    bool isIdle() const;

    /// Shows a briefing by id or name; goes on at `scene` when it has it. Fails when there is no such briefing.
    Result<> start(const QString &name, const QString &scene = {}, bool kiosk = false, const QString &screen = {});
    void keepView(); ///< as a new scene behind the current one
    void freeze();
    void exportTo(const QString &format, const QString &path);

signals:
    void startedShow();
    void endedShow();

private:
    void addActions(widgets::ActionRegistry &actions);
    void connectPanel();
    void onWorkplace(const QString &id);
    void onWorkspace();
    void onDesk();
    void chooseScene(int scene);
    void preview();
    void compute(std::function<void()> then);
    void refreshNumbers();
    void begin(const QString &id, const QString &scene, bool kiosk, const QString &screen);
    void showCard();
    void report(const Result<> &result);
    QString language() const;
    QString wallLanguage() const;

    MainWindow &m_window;
    Services m_services;
    widgets::BriefingDesk m_desk;
    widgets::BriefingPanel *m_panel;
    widgets::SceneEditor *m_editor;
    std::unique_ptr<widgets::BriefingStage> m_stage;
    std::unique_ptr<widgets::BriefingShow> m_show;
    widgets::OperatorConsole *m_console = nullptr;
    QTimer m_again; ///< live numbers are computed anew
    bool m_shown = false, m_computing = false, m_stale = true;
    std::vector<std::function<void()>> m_waiting;
};

} // namespace loci::app
