// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/scene/scenecut.h"
#include "layers/scene/tilemesh.h"

#include <functional>

namespace loci::scene {

/// What a plane cuts out of closed bodies: filled faces, and the lines around them. Relative to the tile's origin.
struct CutFaces
{
    std::vector<float> positions;        ///< x, y, z
    std::vector<std::int32_t> triangles; ///< three positions each
    std::vector<std::int32_t> lines;     ///< two positions each
    bool isEmpty() const { return triangles.empty(); }
};

/// Cuts the bodies of one tile. A body is what one object has of surfaces; it is closed when every edge of their rings
/// belongs to an even number of them, whatever kind of geometry the file calls it. Bodies that are open, or that the
/// plane meets in lines that do not close, give no face. Borrows mesh and model. One thread at a time.
class BodyCutter
{
public:
    BodyCutter(const TileMesh &mesh, const city::CityModel &model);

    /// `plane` in world coordinates; objects that `hidden` names are left out.
    CutFaces cut(const CutPlane &plane, const std::function<bool(city::ObjectIndex)> &hidden = {});

private:
    enum class Closed : std::uint8_t { Unknown, Yes, No };
    struct Body
    {
        city::ObjectIndex object = city::kNone;
        std::uint32_t first = 0, last = 0; ///< triangles
        std::array<float, 3> low{}, high{};
        Closed closed = Closed::Unknown;
    };
    bool isClosed(Body &body) const;
    std::array<const float *, 3> cornersOf(std::uint32_t triangle) const;

    const TileMesh &m_mesh;
    const city::CityModel &m_model;
    std::vector<Body> m_bodies;
};

} // namespace loci::scene
