// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/mesh.h"
#include "layers/domain/city/polygontriangulator.h"
#include "layers/formats/export/exportformat.h"

#include <array>
#include <functional>
#include <map>
#include <span>
#include <vector>

namespace loci::formats {

/// One surface in world coordinates, cut into triangles, with what it looks like.
struct WalkedSurface
{
    city::ObjectIndex object = city::kNone;
    std::uint32_t semanticType = city::kNone; ///< in CityModel::typeNames
    std::uint32_t material = city::kNone;     ///< of the chosen theme
    std::uint32_t texture = city::kNone;      ///< of the chosen theme
    std::span<const Vec3> points;
    std::span<const std::uint32_t> triangles; ///< three indices into `points` each
    std::span<const std::array<float, 2>> uv; ///< one a point when there is a texture, v upwards
};

/// Goes over the surfaces that a mesh format shows: of each object those of one LoD, instances placed. It counts what
/// is left out on the way.
class SurfaceWalk
{
public:
    using Visit = std::function<void(const WalkedSurface &)>;
    SurfaceWalk(const city::CityModel &model, const QString &lod);

    void object(city::ObjectIndex object, const Visit &visit);
    void report(DroppedList &dropped) const; ///< what mesh formats cannot carry, seen so far and in the whole model

private:
    struct Themes
    {
        const city::MaterialTheme *material = nullptr;
        const city::TextureTheme *texture = nullptr;
    };
    Themes themesOf(const city::GeometryStore &store) const;
    void surfaces(const city::GeometryStore &store, const city::Geometry &geometry, const Themes &themes,
                  city::ObjectIndex object, const city::Instance *instance, const Visit &visit);
    bool gather(const city::GeometryStore &store, city::SurfaceIndex s, const city::Instance *instance);
    void dress(const city::GeometryStore &store, city::SurfaceIndex s, const Themes &themes, WalkedSurface &surface);
    void reportThemes(DroppedList &dropped) const;

    const city::CityModel &m_model;
    city::LodChoice m_lod;
    Themes m_themes, m_templateThemes;
    city::PolygonTriangulator m_triangulator;
    std::vector<Vec3> m_points;
    std::vector<std::uint32_t> m_ringEnds, m_triangles;
    std::vector<std::array<float, 2>> m_uv;
    struct Losses
    {
        int otherLods = 0, pointsOrLines = 0, noArea = 0, instances = 0;
    };
    std::map<std::uint32_t, Losses> m_losses; ///< by object type
};

} // namespace loci::formats
