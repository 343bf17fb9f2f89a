// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace loci::widgets {

/// A unit as people read it: "m2/person" -> "m²/person", "degC" -> "°C", "ug/m3" -> "µg/m³", words translated; empty
/// for "1".
QString shownUnit(const QString &unit);

} // namespace loci::widgets
