// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/citymodel.h"

#include <QString>
#include <array>
#include <memory>
#include <vector>

namespace loci::formats {

/// A building with its parts: what stays together in one tile.
struct TileUnit
{
    std::vector<city::ObjectIndex> objects;
    Box3 bounds;
    std::size_t cost = 0; ///< corners of the geometries that are shown
};
std::vector<TileUnit> tileUnits(const city::CityModel &model, const QString &lod);

/// A quadtree over the units by the middle of their bounds: only leaves hold units.
struct TileNode
{
    std::vector<std::size_t> units; ///< leaf: numbers of units
    std::array<std::unique_ptr<TileNode>, 4> children;
    std::string name; ///< "0", "0-3", ...
    bool isLeaf() const { return !units.empty(); }
};
std::unique_ptr<TileNode> tileTree(const std::vector<TileUnit> &units);

} // namespace loci::formats
