// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/citymodel.h"

namespace loci::test {

struct GridCity
{
    std::uint32_t buildings = 100;
    Vec3 corner{80000, 450000, 0};
    double spacing = 24; ///< metres between middles; every building measures 12 x 10
    int storeys = 0;     ///< ledges on each facade: four more wall rectangles each, for many triangles
};
/// Buildings "b0", "b1", ... in rows of a square, each with floor, walls and a gabled roof (ridge at 9 + number % 7
/// metres) and the attributes "number" (integer) and "kind" (text, three values). LoD 2.
city::CityModelPtr gridCity(const GridCity &options);
/// Middle of building `number` on the ground.
Vec3 placeOf(const GridCity &options, std::uint32_t number);

} // namespace loci::test
