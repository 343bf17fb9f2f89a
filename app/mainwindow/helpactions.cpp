// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/helpactions.h"

#include "widgets/common/actionregistry.h"
#include "widgets/common/translator.h"
#include "widgets/guide/guidewindow.h"

namespace loci::app {

namespace {

void showGuide(QWidget &window, const Services &services)
{
    auto *guide = window.findChild<widgets::GuideWindow *>(QString(), Qt::FindDirectChildrenOnly);
    if (guide == nullptr) {
        guide = new widgets::GuideWindow(services.translator.language(), &window);
        QObject::connect(&services.translator, &widgets::Translator::languageChanged, guide,
                         &widgets::GuideWindow::setLanguage);
    }
    guide->show();
    guide->raise();
    guide->activateWindow();
}

} // namespace

void registerHelpActions(QWidget &window, const Services &services, std::function<void()> startTour,
                         widgets::ActionRegistry &actions)
{
    widgets::ActionSpec guide{"help.guide", "Window", QT_TRANSLATE_NOOP("Window", "User guide"), "help",
                              QKeySequence(Qt::Key_F1)};
    guide.run = [&window, services] { showGuide(window, services); };
    actions.add(std::move(guide));
    widgets::ActionSpec round{"help.tour", "Window", QT_TRANSLATE_NOOP("Window", "Take the tour"), "tour"};
    round.run = std::move(startTour);
    actions.add(std::move(round));
}

} // namespace loci::app
