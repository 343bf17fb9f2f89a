// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"

namespace loci::cli {

/// `render-scene INPUT... OUT.png`: draws city models in 3D into a PNG file. Needs an X display (Xvfb will do).
VerbSpec renderSceneVerb();

} // namespace loci::cli
