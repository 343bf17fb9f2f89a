// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mainwindow/services.h"

namespace loci::widgets {
class ActionRegistry;
}

namespace loci::app {

class MainWindow;

/// The commands of the window itself, as one table: file, edit, view, window. Rooms register theirs beside it.
void registerWindowActions(MainWindow &window, const Services &services, widgets::ActionRegistry &actions);

} // namespace loci::app
