// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/actionregistry.h"
#include "widgets/common/prompts.h"

#include <QWidget>
#include <memory>

namespace loci::widgets {
class CommandPalette;
class FindingsPanel;
class HeaderBar;
class Rail;
class TaskButton;
class TimeBar;
class Toast;
class Tour;
class WelcomePage;
} // namespace loci::widgets

namespace loci::test {

/// Everything of widgets/common in one window, with a drawn stand-in for map and 3D. For looking at it, and for tests
/// of language, theme, focus and layout over all pieces at once.
class ShellDemo final : public QWidget
{
    Q_OBJECT
public:
    ShellDemo();
    ~ShellDemo() override;

    widgets::ActionRegistry actions;
    widgets::HeaderBar *header = nullptr;
    widgets::Rail *rail = nullptr;
    widgets::TimeBar *time = nullptr;
    widgets::TaskButton *tasks = nullptr;
    widgets::FindingsPanel *findings = nullptr;
    widgets::CommandPalette *palette = nullptr;
    widgets::Toast *toast = nullptr;
    widgets::Tour *tour = nullptr;

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeLeft();
    QWidget *makeMiddle();
    QWidget *makeRight();
    void fillTime();
    widgets::SystemFilePrompt m_files;
};

/// The welcome page with a few recent workspaces.
std::unique_ptr<widgets::WelcomePage> makeDemoWelcome();

} // namespace loci::test
