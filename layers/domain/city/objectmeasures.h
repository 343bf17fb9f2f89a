// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/citymodel.h"

#include <optional>

namespace loci::city {

/// What the surfaces of a building say about its size; a measure that they do not tell is absent, never zero.
struct ObjectMeasures
{
    std::optional<double> volume; ///< of the closed solids, holes subtracted; absent when one is open or there is none
    std::optional<double> roofArea; ///< of the roof surfaces, on their slope; absent without semantic surfaces
};

/// Of an object with all its descendants, each in its highest LoD. Units are those of the CRS.
ObjectMeasures measuresOf(const CityModel &model, ObjectIndex object);

} // namespace loci::city
