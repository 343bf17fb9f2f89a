// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/citymodel.h"

#include <vector>

namespace loci::city {

/// Which semantic surfaces belong to each geometry of a store, as ranges of GeometryStore::semantics. Surfaces and
/// parent links tell; one that nothing refers to goes with its neighbour, so that none is lost.
std::vector<IndexRange> semanticRanges(const GeometryStore &store);

} // namespace loci::city
