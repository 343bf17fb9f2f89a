// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/scene/framebudget.h"

class vtkRenderer;
class vtkRenderWindow;

namespace loci::scene {

/// Draws a synthetic city into the window a few times, as moving frames are drawn, and says what it costs. The window's
/// context is current; what it shows is drawn over, so draw it anew. `shown` is its renderer, which rests meanwhile.
/// Takes a quarter of a second without a GPU, and never much more than `longest` seconds. Main thread.
DrawCost measureDrawCost(vtkRenderWindow *window, vtkRenderer *shown, double longest = 0.5);

} // namespace loci::scene
