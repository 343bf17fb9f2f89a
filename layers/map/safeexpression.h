// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QgsExpression;
class QString;

namespace loci::map {

/// The first thing in an expression that reaches beyond the row it is asked about: another layer, a file, the network,
/// the computer's environment or its user. Empty: nothing. What is hidden in a text that eval() would read cannot be
/// seen, so eval() reaches out as well.
QString reachingOut(const QgsExpression &expression);

} // namespace loci::map
