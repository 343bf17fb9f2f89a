// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/workspace/workspace.h"

#include <QStringList>

namespace loci::test {

/// Works on the catalogue until it is killed, saying each number that is on disk: edits, undoes, redoes, and each third
/// time imports a table of twenty places that all carry the number.
int catalogueUntilKilled(workspace::Workspace &workspace);
/// Sets a field of a record ("edit PATH ID PREFIX") to PREFIX-1, PREFIX-2 ... until it is killed.
int editUntilKilled(workspace::Workspace &workspace, const QStringList &arguments);
/// Merges a bundle ("merge PATH BUNDLE"); "merged", or the sentence why not.
int mergeOnce(workspace::Workspace &workspace, const QStringList &arguments);

} // namespace loci::test
