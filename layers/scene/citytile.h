// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/scene/colouring.h"
#include "layers/scene/tilemesh.h"

#include <vtkSmartPointer.h>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class vtkActor;
class vtkImageData;
class vtkPlaneCollection;
class vtkPolyData;
class vtkProperty;
class vtkRenderer;
class vtkTexture;

namespace loci::scene {

/// How much of a tile is drawn: a 64th, a 16th or a quarter of its buildings as boxes, the largest ones; all of them as
/// boxes; everything.
enum class TileLevel : std::uint8_t { None, Fewest, Few, Sparse, Boxes, Full };
inline constexpr std::size_t kTileLevels = 6;

/// A tile on the renderer: one vtkPolyData and one mapper for each level that was ever shown (and one more for each
/// texture image in use). Main thread.
class CityTile
{
public:
    /// Says whether an object is hidden; asked when hiding changes, not while drawing.
    using Hidden = std::function<bool(city::ObjectIndex)>;

    /// `material` is shared by all tiles of a model: light and opacity change in one place.
    CityTile(std::shared_ptr<const TileMesh> mesh, std::shared_ptr<const TextureSet> textures, vtkProperty *material,
             const Vec3 &sceneOrigin);
    ~CityTile();
    CityTile(const CityTile &) = delete;
    CityTile &operator=(const CityTile &) = delete;

    const TileMesh &mesh() const { return *m_mesh; }
    const std::shared_ptr<const TileMesh> &sharedMesh() const { return m_mesh; }
    const std::shared_ptr<const TextureSet> &sharedTextures() const { return m_textures; }
    void attach(vtkRenderer *renderer);
    void detach();

    void setColouring(std::shared_ptr<const Colouring> colouring);
    void setHidden(Hidden hidden); ///< empty: everything shows
    /// The map image on the ground (terrain and cover only): corners in world coordinates; null takes it off.
    void setDrape(vtkTexture *texture, const Box3 &extent);

    /// Planes in scene coordinates that cut what is drawn; shared, so that they move without a call.
    void setClipping(vtkPlaneCollection *planes);

    /// Draws the crisp edges in that material, over the full level only; null: none.
    void setEdges(vtkProperty *material);

    void setLevel(TileLevel level);
    TileLevel level() const { return m_level; }
    std::size_t triangles(TileLevel level) const;
    /// What setLevel() makes of a level: one that is no simpler than the model itself is the model.
    TileLevel usable(TileLevel level) const;
    bool isMade(TileLevel level) const;       ///< showing it costs no more than drawing it
    std::size_t madeTriangles() const;        ///< of all levels that were made
    void dropUnused();                        ///< frees the levels that are not shown
    std::size_t boxes(TileLevel level) const; ///< that stand for the buildings at a level
    std::size_t shownObjects() const { return m_shownObjects; }

    struct Answer
    {
        city::ObjectIndex object = city::kNone;
        city::SurfaceIndex surface = city::kNone;
        double distance = 0;
    };
    /// Exact, against all shown triangles at full detail, whatever level is drawn. World coordinates.
    /// Points and lines are met within the ray's spread; `before`: how far behind the eye the ray begins.
    std::optional<Answer> pick(const Ray &ray, double farthest, double before = 0) const;
    /// Object and surface of a drawn cell of the full level's first mesh (for tests against the hardware selector).
    Answer cell(std::size_t number) const;
    vtkActor *fullActor() const;

private:
    struct Drawn;
    void make(TileLevel level);
    void makeFull(Drawn &drawn);
    void makeBoxes(Drawn &drawn, std::size_t boxes);
    void addPoints(Drawn &drawn);
    void addLines(Drawn &drawn);
    void paint(TileLevel level);
    void showOnly(TileLevel level);
    void makeEdges();
    void dropEdges();
    Drawn &drawn(TileLevel level) const { return *m_levels[static_cast<std::size_t>(level)]; }

    std::shared_ptr<const TileMesh> m_mesh;
    std::shared_ptr<const TextureSet> m_textures;
    Vec3 m_offset; ///< of the tile's origin in the scene
    std::shared_ptr<const Colouring> m_colouring;
    Hidden m_hidden;
    vtkSmartPointer<vtkProperty> m_material;
    vtkSmartPointer<vtkTexture> m_drape;
    vtkSmartPointer<vtkPlaneCollection> m_clipping;
    Box3 m_drapeExtent;
    vtkSmartPointer<vtkActor> m_edges; ///< made when first shown
    TileLevel m_level = TileLevel::None;
    std::size_t m_shownTriangles = 0, m_shownObjects = 0;
    vtkRenderer *m_renderer = nullptr;
    std::array<std::unique_ptr<Drawn>, kTileLevels> m_levels;
};

} // namespace loci::scene
