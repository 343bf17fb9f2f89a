// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace loci::app {

class MainWindow;

/// Shows a pane below the 3D view, each with half of the height, or takes it off and brings map and 3D back.
void showBelowScene(MainWindow &window, QWidget *pane, bool shown);

} // namespace loci::app
