// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/subset.h"

#include <cstdint>
#include <vector>

namespace loci::city {

/// How an object takes part in a subset.
enum class Kept : std::uint8_t {
    No,
    Bare, ///< as the parent of something chosen: without its geometry
    Whole
};

std::vector<Kept> chooseObjects(const CityModel &model, const SubsetCriteria &criteria);
/// Numbers of the geometries that stay, ascending.
std::vector<GeometryIndex> chooseSubsetGeometries(const CityModel &model, const std::vector<Kept> &kept,
                                                  const std::string &lod);

} // namespace loci::city
