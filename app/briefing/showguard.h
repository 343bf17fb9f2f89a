// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace loci::app {

/// Set for the process that shows, so that it does not watch itself.
inline constexpr char kGuardedVariable[] = "LOCI_GUARDED_SHOW";

/// True when these arguments start a show that somebody has to watch over.
bool wantsGuard(const QStringList &arguments);
/// Runs the program with the same arguments and starts it again when it dies of a signal: the show then goes on where
/// its state file says. Gives up when it dies again and again at once. Returns the exit status.
int guardShow(int argc, char **argv, const QStringList &arguments);

} // namespace loci::app
