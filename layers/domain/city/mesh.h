// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/result.h"
#include "layers/domain/city/citymodel.h"

#include <QString>
#include <optional>
#include <span>
#include <vector>

namespace loci::city {

/// Which geometry of an object is drawn: the highest LoD it has, or the highest that is not above `lod`.
struct LodChoice
{
    QString lod; ///< empty: the highest there is; else exactly this one, or the next lower one when missing
};

/// The geometries of one object under a choice: all of the one LoD that is chosen (an object may have several).
std::vector<GeometryIndex> chooseGeometries(const CityModel &model, ObjectIndex object, const LodChoice &choice);
/// LoD names present in the model, ascending ("0", "1.2", "2.2").
std::vector<QString> lodsOf(const CityModel &model);

/// Triangles ready for upload: single precision relative to `origin`, so that 4e6/3e7 m coordinates do not jitter.
/// Every triangle knows its surface and object. Vertices are not shared between surfaces (flat shading).
struct TriangleMesh
{
    Vec3 origin;                               ///< world coordinates of (0,0,0)
    std::vector<float> positions;              ///< x, y, z
    std::vector<std::uint32_t> triangles;      ///< three positions each
    std::vector<SurfaceIndex> triangleSurface; ///< kNone for triangles of instances
    std::vector<ObjectIndex> triangleObject;
    std::vector<std::uint32_t> triangleSemantic; ///< type name number in CityModel::typeNames or kNone
    std::vector<float> uv;                       ///< u, v by position when a texture theme is asked for, else empty
    std::vector<std::uint32_t> triangleTexture;  ///< with uv: texture index or kNone
    std::uint32_t degenerateSurfaces = 0;        ///< surfaces without area, left out

    std::size_t triangleCount() const { return triangleObject.size(); }
};

struct MeshOptions
{
    std::span<const ObjectIndex> objects; ///< empty with `all` true: the whole model
    bool all = true;
    LodChoice lod;
    std::optional<Vec3> origin; ///< default: centre of the model's extent, at its lowest height
    std::optional<std::string> textureTheme;
    bool flattenInstances = true; ///< place template geometry too
};

/// Triangulates surfaces with holes on their own plane (ear cutting; quads and convex rings take a short way).
/// Pure; any thread. Fails only when cancelled.
Result<TriangleMesh> triangulate(const CityModel &model, const MeshOptions &options, const CancelToken &cancel = {});

/// One polygon with holes, in world coordinates, triangulated to indices into the concatenated rings.
/// Used by triangulate(); public for tests and benchmarks. Returns false when the polygon has no area.
bool triangulatePolygon(std::span<const Vec3> points, std::span<const std::uint32_t> ringEnds,
                        std::vector<std::uint32_t> &triangles);

/// Outline of an object seen from above, with its heights; the map draws these.
struct Footprint
{
    ObjectIndex object = kNone;                           ///< the root object (Building), parts merged into it
    std::vector<std::vector<std::vector<Vec2>>> polygons; ///< polygon, ring (first exterior), open points
    double groundHeight = 0, roofHeight = 0;              ///< lowest and highest z, in the CRS of the model
};
/// From GroundSurface polygons of the highest LoD, else LoD 0, else the downward and horizontal faces. Any thread.
Result<std::vector<Footprint>> footprints(const CityModel &model, const CancelToken &cancel = {});

} // namespace loci::city
