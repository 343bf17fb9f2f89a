// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/scene/tilemesh.h"

#include <functional>
#include <optional>

namespace loci::scene {

class OwnColours;

/// Takes the points of the objects' MultiPoints, with their colours, and the lines of their MultiLineStrings into the
/// tile.
void addLooseParts(const city::CityModel &model, std::span<const city::ObjectIndex> objects, const QString &lod,
                   const OwnColours &colours, TileMesh &tile);

struct LooseHit
{
    city::ObjectIndex object = city::kNone;
    double distance = 0; ///< along the ray
};
/// The point or line nearest to the eye among those that the ray passes within its spread. `ray` is relative to the
/// tile's origin and begins `before` metres behind the eye.
std::optional<LooseHit> nearestLoose(const TileMesh &tile, const Ray &ray, double before, double farthest,
                                     const std::function<bool(city::ObjectIndex)> &hidden);

} // namespace loci::scene
