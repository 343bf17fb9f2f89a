// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/formats/mesh/meshpart.h"

#include <array>
#include <unordered_map>

namespace loci::formats {

/// Materials of a part for the colours of points and faces: 16 steps a channel, so that they stay at most 4096.
class ColourPalette
{
public:
    explicit ColourPalette(MeshPart &part) : m_part(part) {}
    std::uint32_t material(const std::array<double, 3> &colour); ///< sRGB, 0 to 1

private:
    MeshPart &m_part;
    std::unordered_map<std::uint32_t, std::uint32_t> m_numbers;
};

} // namespace loci::formats
