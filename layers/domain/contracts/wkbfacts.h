// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/geometry.h"

#include <QByteArray>
#include <optional>

namespace loci::contracts {

/// Kind and box of a shape in well-known binary.
struct WkbFacts
{
    int kind = 0; ///< 1 point, 2 line, 3 polygon, 4 to 6 several of them, 7 a collection; Z and M left out
    Box3 box;     ///< in the plane; empty for an empty shape
};

/// Nothing for bytes that are no shape, for coordinates that are no finite numbers, and for curves. Nested at most 16
/// deep; memory in proportion to the bytes.
std::optional<WkbFacts> wkbFacts(const QByteArray &wkb);
/// A point in the plane as well-known binary.
QByteArray wkbPoint(const Vec2 &point);

} // namespace loci::contracts
