// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scene/syntheticcity.h"

#include "layers/domain/city/citymodelbuilder.h"

#include <cmath>

namespace loci::test {

namespace {

std::uint32_t columnsOf(const GridCity &options)
{
    return std::max(1U, static_cast<std::uint32_t>(std::ceil(std::sqrt(options.buildings))));
}

} // namespace

Vec3 placeOf(const GridCity &options, std::uint32_t number)
{
    const std::uint32_t columns = columnsOf(options);
    return {options.corner.x + (number % columns + 0.5) * options.spacing,
            options.corner.y + (number / columns + 0.5) * options.spacing, options.corner.z};
}

city::CityModelPtr gridCity(const GridCity &options)
{
    city::CityModelBuilder builder({0.001, 0.001, 0.001}, {options.corner.x, options.corner.y, options.corner.z});
    builder.model().crs = EpsgCode(28992);
    for (std::uint32_t n = 0; n < options.buildings; ++n) {
        const Vec3 m = placeOf(options, n);
        const double eaves = 6;
        const double ridge = 9 + n % 7;
        const auto at = [&](double x, double y, double z) { return Vec3{m.x + x, m.y + y, m.z + z}; };
        builder.beginObject("b" + std::to_string(n), "Building");
        builder.attribute("number", static_cast<int>(n));
        builder.attribute("kind", n % 3 == 0 ? "house" : (n % 3 == 1 ? "office" : "shop"));
        builder.beginGeometry(city::GeometryType::Solid, "2");
        builder.beginShell();
        const std::array<std::array<double, 2>, 4> corners{{{-6, -5}, {6, -5}, {6, 5}, {-6, 5}}};
        builder.surface({{at(-6, 5, 0), at(6, 5, 0), at(6, -5, 0), at(-6, -5, 0)}}, "GroundSurface");
        const int bands = 1 + options.storeys;
        for (int side = 0; side < 4; ++side) {
            const auto &a = corners[static_cast<std::size_t>(side)];
            const auto &b = corners[static_cast<std::size_t>((side + 1) % 4)];
            for (int band = 0; band < bands; ++band) {
                const double low = eaves * band / bands;
                const double high = eaves * (band + 1) / bands;
                builder.surface(
                    {{at(a[0], a[1], low), at(b[0], b[1], low), at(b[0], b[1], high), at(a[0], a[1], high)}},
                    "WallSurface");
            }
        }
        builder.surface({{at(6, -5, eaves), at(6, 5, eaves), at(6, 0, ridge)}}, "WallSurface");
        builder.surface({{at(-6, 5, eaves), at(-6, -5, eaves), at(-6, 0, ridge)}}, "WallSurface");
        builder.surface({{at(-6, -5, eaves), at(6, -5, eaves), at(6, 0, ridge), at(-6, 0, ridge)}}, "RoofSurface");
        builder.surface({{at(6, 5, eaves), at(-6, 5, eaves), at(-6, 0, ridge), at(6, 0, ridge)}}, "RoofSurface");
    }
    return builder.finish();
}

} // namespace loci::test
