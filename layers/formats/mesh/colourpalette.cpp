// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/mesh/colourpalette.h"

#include "layers/formats/mesh/meshlook.h"

#include <algorithm>
#include <cmath>

namespace loci::formats {

std::uint32_t ColourPalette::material(const std::array<double, 3> &colour)
{
    constexpr double kSteps = 15;
    std::uint32_t key = 0;
    std::array<double, 3> stepped{};
    for (std::size_t c = 0; c < 3; ++c) {
        const double step = std::isfinite(colour[c]) ? std::round(std::clamp(colour[c], 0.0, 1.0) * kSteps) : 0;
        key = key * 16 + static_cast<std::uint32_t>(step);
        stepped[c] = step / kSteps;
    }
    const auto [found, added] = m_numbers.try_emplace(key, static_cast<std::uint32_t>(m_part.materials.size()));
    if (added) {
        m_part.materials.push_back(
            {plainMaterial(QStringLiteral("colour %1").arg(key, 3, 16, QLatin1Char('0')), stepped, 1), city::kNone});
    }
    return found->second;
}

} // namespace loci::formats
