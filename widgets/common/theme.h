// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/settings.h"
#include "widgets/common/tokens.h"

namespace loci::widgets {

/// "light" or "dark"; empty: as the desktop has it.
inline const Setting<QString> kTheme{"theme", QString()};

/// Applies what the person chose last, or the desktop's scheme. At the start of the program.
void restoreTheme();
/// Applies and remembers.
void chooseTheme(ThemeMode mode);

} // namespace loci::widgets
