// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace loci::widgets {

/// Prepares Qt for windows with a 3D view: the surface format VTK needs, and contexts that share. Call it before the
/// application object is made.
void prepareSceneSurfaces();

} // namespace loci::widgets
