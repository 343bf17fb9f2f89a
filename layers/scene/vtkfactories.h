// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace loci::scene {

/// Makes sure that VTK's OpenGL classes are registered: calling it links the file that registers them at start.
void registerVtkFactories();

} // namespace loci::scene
