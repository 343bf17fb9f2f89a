// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/citymodel.h"

#include <QString>

namespace loci::test {

/// What a written model must have in common with the one it came from.
struct CompareOptions
{
    bool sequence = false; ///< the objects may stand in another order, and features repeat shared vertices
    bool textures = true;  ///< images were copied along
};

/// First difference as text, empty when the models are equal in everything that `loci info` counts, in links, attribute
/// values, kept texts, coordinates (1e-9), semantics, materials, textures and templates.
QString firstDifference(const city::CityModel &before, const city::CityModel &after,
                        const CompareOptions &options = {});

} // namespace loci::test
