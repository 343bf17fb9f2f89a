// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/geometry.h"

#include <vector>

namespace loci::indicators {

/// Where people are, or where a service is, and how many or how much.
struct Located
{
    Vec2 place;
    double amount = 0; ///< people; beds, places, square metres
};

/// How a service loses weight with the distance within its reach.
enum class Decay {
    None,     ///< basic 2SFCA: all within reach count the same
    Stepwise, ///< E2SFCA: 1, 0.68, 0.22 in thirds of the reach (Luo and Qi 2009)
    Gaussian
};
double decayWeight(Decay decay, double distance, double reach);

/// Two-step floating catchment area over straight lines (domain.md 4.9): supply by person that each demand has within
/// reach, by demand. Supply is shared out among everybody within its reach, so that the sum of people times access is
/// the supply that anybody reaches.
std::vector<double> twoStepCatchment(const std::vector<Located> &demand, const std::vector<Located> &supply,
                                     double reach, Decay decay);

} // namespace loci::indicators
