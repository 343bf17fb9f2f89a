// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mainwindow/services.h"

#include <functional>

class QWidget;

namespace loci::widgets {
class ActionRegistry;
} // namespace loci::widgets

namespace loci::app {

/// What the help button of the header offers: the user guide (F1), made when it is first wanted and following the
/// window's language, and the tour. The guide's window belongs to `window`.
void registerHelpActions(QWidget &window, const Services &services, std::function<void()> startTour,
                         widgets::ActionRegistry &actions);

} // namespace loci::app
