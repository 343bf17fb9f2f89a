// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace loci::test {

/// Texts that mean something else to a careless reader: SQL of both homes, their comments and quotes, full-text
/// operators, QGIS expressions, Unicode that looks or sorts like a quote. A list of known ones, and as many as wanted
/// made from their parts; the same for the same seed. None has a letter z or a Han character: records with those are
/// never meant.
QStringList injectionStrings(int count, quint32 seed = 20261126);

} // namespace loci::test
