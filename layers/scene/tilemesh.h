// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/finding.h"
#include "layers/base/result.h"
#include "layers/domain/city/mesh.h"
#include "layers/scene/crispedges.h"
#include "layers/scene/scenetypes.h"
#include "layers/scene/trianglebvh.h"

#include <vtkFloatArray.h>
#include <vtkImageData.h>
#include <vtkSmartPointer.h>
#include <vtkTypeInt32Array.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace loci::scene {

/// Images of a model's textures, by texture index; null where the file could not be read.
struct TextureSet
{
    std::vector<vtkSmartPointer<vtkImageData>> images;
    Findings findings; ///< "missing_texture", one for every image that is not there; never fetched from a network
};
/// Reads PNG, JPEG, TIFF and BMP beside the model's file. Any thread.
std::shared_ptr<const TextureSet> loadTextures(const city::CityModel &model, const CancelToken &cancel = {});

struct TileOptions
{
    QString lod;                             ///< empty: the highest of every object
    std::optional<std::string> textureTheme; ///< asks for texture coordinates
    std::size_t objectsPerTile = 1500;       ///< most root objects of one tile; halves have at least a third of it
};

/// The root objects of one tile. Built things, ground cover (roads, water, land use) and terrain lie in tiles apart:
/// they are simplified, draped and hidden in their own ways.
struct TilePlan
{
    enum class Kind : std::uint8_t { Built, Cover, Terrain };
    Kind kind = Kind::Built;
    std::vector<city::ObjectIndex> roots;
    Box3 bounds;
};
/// Cuts the model into tiles by halving along the longer side. Any thread; stops early and incomplete when cancelled.
std::vector<TilePlan> planTiles(const city::CityModel &model, const TileOptions &options,
                                const CancelToken &cancel = {});

/// Everything of one tile that is made in a worker and then only read. Coordinates are single precision relative to
/// `origin`, the middle of the tile, so that 3e7 m coordinates keep a hundredth of a millimetre.
struct TileMesh
{
    TilePlan::Kind kind = TilePlan::Kind::Built;
    Vec3 origin; ///< world
    Box3 bounds; ///< world
    vtkSmartPointer<vtkFloatArray> positions;
    vtkSmartPointer<vtkTypeInt32Array> triangles; ///< three positions each
    std::vector<city::ObjectIndex> object;        ///< by triangle
    std::vector<city::SurfaceIndex> surface;      ///< by triangle; kNone for instances
    std::vector<SurfaceClass> surfaceClass;       ///< by triangle
    vtkSmartPointer<vtkFloatArray> uv;            ///< by position, or null
    std::vector<std::uint32_t> texture;           ///< by triangle, or empty
    EdgeLines edges;                              ///< of what is built
    std::size_t objectCount = 0;
    TriangleBvh bvh;
    /// Ground points of the root objects (for a terrain where the model has none).
    std::vector<Vec3> groundPoints;

    /// One turned box a built root object, largest first: eight corners and ten triangles each, no floor.
    vtkSmartPointer<vtkFloatArray> boxPositions;
    vtkSmartPointer<vtkTypeInt32Array> boxTriangles;
    std::vector<city::ObjectIndex> boxObject;

    std::vector<std::uint32_t> ownColour; ///< by triangle: 0xRRGGBB of its material or kNone; empty without materials
    vtkSmartPointer<vtkFloatArray> pointPositions; ///< of MultiPoint geometries, or null
    std::vector<city::ObjectIndex> pointObject;
    std::vector<std::uint32_t> pointColour;       ///< as ownColour
    vtkSmartPointer<vtkFloatArray> linePositions; ///< of MultiLineString geometries, or null
    std::vector<std::int32_t> lineEnds;           ///< two positions a line
    std::vector<city::ObjectIndex> lineObject;
    std::vector<SurfaceClass> lineClass;

    std::size_t triangleCount() const { return object.size(); }
    bool hasLooseParts() const { return pointPositions || linePositions; } ///< points or lines
    std::size_t memoryBytes() const;
};
inline constexpr std::size_t kBoxTriangles = 10;

/// Any thread. Fails only when cancelled.
Result<std::shared_ptr<const TileMesh>> buildTile(const city::CityModel &model, const TilePlan &plan,
                                                  const TileOptions &options, const CancelToken &cancel = {});

/// The objects below (and with) a root that are drawn under a choice of LoD: a footprint of LoD 0 on the building
/// gives way to the solids of its parts.
std::vector<city::ObjectIndex> drawnObjects(const city::CityModel &model, city::ObjectIndex root, const QString &lod);

} // namespace loci::scene
