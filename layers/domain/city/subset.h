// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/result.h"
#include "layers/domain/city/citymodel.h"

#include <optional>
#include <string>
#include <vector>

namespace loci::city {

/// What a part of a model is made of. Criteria that are given must all hold.
struct SubsetCriteria
{
    std::optional<Box3> window;                      ///< in the model's CRS; a building counts with all its parts
    std::vector<std::string> types;                  ///< object types; empty: all
    std::string lod;                                 ///< "2.2" exactly, or "2" for 2, 2.0 and 2.2; empty: all
    std::optional<std::vector<ObjectIndex>> objects; ///< these with their descendants

    bool isAll() const { return !window && types.empty() && lod.empty() && !objects; }
};

/// The part of a model that fulfils the criteria, as a model of its own: the order of objects, geometries and surfaces
/// stays. Descendants of what is chosen by id or type come along; parents come without geometry when they are not
/// chosen themselves, so that no link breaks. Vertices, materials, textures, texture coordinates and templates that
/// nothing uses any more are left out. Pure; any thread. Fails only when cancelled.
Result<CityModelPtr> subset(const CityModel &model, const SubsetCriteria &criteria, const CancelToken &cancel = {});

} // namespace loci::city
