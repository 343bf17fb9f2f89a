// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/citymodel.h"
#include "layers/scene/scenetypes.h"

#include <vector>

namespace loci::scene {

/// Colours that the file itself gives its surfaces, by their materials; packed as 0xRRGGBB.
class OwnColours
{
public:
    explicit OwnColours(const city::CityModel &model);
    bool isEmpty() const { return m_byMaterial.empty(); }
    std::uint32_t of(city::SurfaceIndex surface) const; ///< kNone when it has none

    static Rgb unpacked(std::uint32_t colour)
    {
        return {static_cast<std::uint8_t>(colour >> 16), static_cast<std::uint8_t>(colour >> 8),
                static_cast<std::uint8_t>(colour)};
    }

private:
    const city::MaterialTheme *m_theme = nullptr;
    std::vector<std::uint32_t> m_byMaterial;
};

} // namespace loci::scene
