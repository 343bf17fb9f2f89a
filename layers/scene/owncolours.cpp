// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/scene/owncolours.h"

#include <algorithm>
#include <cmath>

namespace loci::scene {

OwnColours::OwnColours(const city::CityModel &model)
{
    const auto &themes = model.geometry.materialThemes;
    const auto chosen = std::find_if(themes.begin(), themes.end(),
                                     [&](const auto &theme) { return theme.name == model.defaultMaterialTheme; });
    m_theme = chosen != themes.end() ? &*chosen : themes.empty() ? nullptr : &themes.front();
    if (!m_theme) {
        return;
    }
    for (const city::Material &material : model.materials) {
        std::uint32_t packed = city::kNone;
        if (material.diffuse) {
            packed = 0;
            for (const double channel : *material.diffuse) {
                const double part = std::isfinite(channel) ? std::clamp(channel, 0.0, 1.0) : 0;
                packed = (packed << 8) | static_cast<std::uint32_t>(std::lround(part * 255));
            }
        }
        m_byMaterial.push_back(packed);
    }
}

std::uint32_t OwnColours::of(city::SurfaceIndex surface) const
{
    const std::uint32_t material =
        m_theme && surface < m_theme->surface.size() ? m_theme->surface[surface] : city::kNone;
    return material < m_byMaterial.size() ? m_byMaterial[material] : city::kNone;
}

} // namespace loci::scene
