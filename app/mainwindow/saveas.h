// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mainwindow/services.h"

namespace loci::app {

class MainWindow;

/// Asks where to, and saves the open workspace there: a file goes on under its new name; of a workspace on a server a
/// copy is written in the background, and the window stays on the server, where the others are.
void saveWorkspaceAs(MainWindow &window, const Services &services);

} // namespace loci::app
