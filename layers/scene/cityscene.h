// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/scene/cameramotion.h"
#include "layers/scene/citytile.h"
#include "layers/scene/columns.h"
#include "layers/scene/cutfacelayer.h"
#include "layers/scene/glasslayer.h"
#include "layers/scene/groundsheet.h"
#include "layers/scene/highlight.h"
#include "layers/scene/levelchooser.h"
#include "layers/scene/scenecut.h"
#include "layers/scene/scenelook.h"
#include "layers/scene/sunshadow.h"

#include <vtkSmartPointer.h>

#include <QHash>
#include <QString>
#include <memory>
#include <optional>
#include <vector>

class vtkPlaneCollection;

namespace loci::scene {

struct ModelStyle
{
    bool visible = true;
    double opacity = 1;
    QString colourBy;         ///< as Colouring takes it
    QString colourScale = {}; ///< as ColourScale::fromText() takes it
    bool operator==(const ModelStyle &) const = default;
};

/// An object, and perhaps one surface of it.
struct ObjectKey
{
    QString modelId;
    city::ObjectIndex object = city::kNone;
    city::SurfaceIndex surface = city::kNone;
};

/// A rectangle of a picture, pixels from the lower left corner.
struct PicturePart
{
    int left = 0, bottom = 0, width = 0, height = 0;
};

/// Distance at which a ray enters a box; 0 from inside.
std::optional<double> rayEntry(const Ray &ray, const Box3 &box);

/// City models on one VTK renderer: tiles, levels of detail, light, ground, selection, exact picking. Knows no window
/// and no Qt6::Gui. World coordinates are those of the models' CRS; the renderer works in metres around `origin()`.
/// Main thread.
class CityScene
{
public:
    CityScene();
    ~CityScene();
    CityScene(const CityScene &) = delete;
    CityScene &operator=(const CityScene &) = delete;

    vtkRenderer *renderer() const;
    Vec3 origin() const { return m_origin; }

    // Appearance
    void setTheme(Theme theme, const Rgb &accent);
    void setSun(double elevation, double azimuth);
    const SceneLook &look() const { return m_look; }
    /// RGB bytes, rows from the bottom; an empty image takes the map off.
    void setGroundImage(vtkSmartPointer<vtkImageData> image, const Box3 &extent);

    // Models. The first one's place becomes the origin.
    void addModel(const QString &id, city::CityModelPtr model, const ModelStyle &style);
    void setStyle(const QString &id, const ModelStyle &style);
    /// Colours by classes instead of the style's colourBy; null: by the style again. And of the objects only those that
    /// `shown` marks with 1 (by object; empty: all).
    void setClasses(const QString &id, std::shared_ptr<const ObjectClasses> classes,
                    const std::vector<std::uint8_t> &shown = {});
    void addTile(const QString &id, std::shared_ptr<const TileMesh> mesh, std::shared_ptr<const TextureSet> textures);
    void removeTiles(const QString &id);
    void removeModel(const QString &id);
    city::CityModelPtr model(const QString &id) const;
    const Legend &legend(const QString &id) const;
    /// Fits the ground, and what stands for the city from afar, to what is there; after the last tile of a model, and
    /// now and then before.
    void updateGround();

    /// Numbers by area as columns on the ground; they stay when models come and go. An empty list takes them off.
    void setColumns(std::vector<Column> columns, const QString &marked = {});
    const ColumnLayer &columns() const { return m_columns; }

    // Hiding and selection
    void hide(const std::vector<ObjectKey> &objects);
    void isolate(const std::vector<ObjectKey> &objects); ///< terrain and ground cover stay
    void showAll();
    bool isAnythingHidden() const;
    void setSelected(const std::vector<ObjectKey> &objects);

    /// What is proposed and what bounds it, see-through; never picked.
    void setGlass(std::vector<GlassBody> bodies) { m_glass.show(std::move(bodies), m_origin); }
    const std::vector<GlassBody> &glass() const { return m_glass.bodies(); }

    // Cutting: drawn and picked is only what it keeps
    void setCut(const SceneCut &cut);
    const SceneCut &cut() const { return m_cut; }
    std::size_t cutFaceTriangles() const { return m_cutFaces.triangles(); } ///< drawn where the cut meets closed bodies

    /// Crisp edges of the buildings in still pictures, fainter with the distance.
    void setEdgesShown(bool shown) { m_edgesShown = shown; }
    bool edgesShown() const { return m_edgesShown; }
    /// What castShadows() needs for a picture of that size; empty when the sun is down. A snapshot: any thread.
    std::optional<ShadowRequest> shadowRequest(int width, int height) const;

    // Camera
    Camera camera() const;
    void setCamera(const Camera &camera); ///< kept above the ground
    Camera homeCamera(double aspect) const;

    /// Makes an empty scene show the same, with the same tiles: it may then be drawn in another window.
    void copyTo(CityScene &other) const;

    // Drawing
    /// Chooses levels, near and far plane and sky for a picture of that size. `budget` 0: full detail for the still
    /// picture, within reason.
    void prepareFrame(int width, int height, Quality quality, std::size_t budget = 0);
    /// After prepareFrame(): draws only that part of the picture, over the whole window; an empty part: all of it
    /// again.
    void framePart(int width, int height, const PicturePart &part);
    DrawnCounts drawn() const;

    // Questions
    Box3 extent() const; ///< of the visible models
    double groundHeight(double x, double y) const { return m_ground.heightAt(x, y); }
    /// Through a point of the picture; x and y in pixels from the upper left corner.
    Ray rayAt(double x, double y, int width, int height) const;
    std::optional<Hit> pick(const Ray &ray) const;
    /// Where the ray meets a model or else the ground; empty when it goes to the sky.
    std::optional<Vec3> placeUnder(const Ray &ray) const;
    struct Projected
    {
        double x = 0, y = 0;
        bool inFront = false;
    };
    Projected project(const Vec3 &place, int width, int height) const;
    /// Highest point of the geometry over or under a place, else the ground.
    double roofHeight(double x, double y) const;
    bool isHiddenBehind(const Vec3 &place) const; ///< something stands between the eye and it
    Box3 boundsOf(const ObjectKey &key) const;
    std::vector<const CityTile *> tiles() const;

private:
    struct Model;
    Model *find(const QString &id) const;
    void applyHidden(Model &model);
    void refreshHighlight();
    void relight();
    void recolour(Model &model);
    void regroup(Model &model);
    void setClipping(double aspect);
    void applyCut();
    static void showLevels(const std::vector<CityTile *> &tiles, const std::vector<TileView> &views,
                           const std::vector<TileLevel> &levels, std::size_t mayMake);
    void dropUnused();
    void drawEdges(int height, Quality quality);
    void drawCutFaces(Quality quality);
    void placeColumns();
    double horizonHeight() const;

    vtkSmartPointer<vtkRenderer> m_renderer;
    Vec3 m_origin;
    bool m_hasOrigin = false;
    SceneLook m_look;
    GroundSheet m_ground;
    Highlight m_highlight;
    GlassLayer m_glass;
    CutFaceLayer m_cutFaces;
    ColumnLayer m_columns;
    std::vector<Column> m_wantedColumns;
    QString m_markedColumn;
    vtkSmartPointer<vtkTexture> m_groundTexture;
    Box3 m_groundExtent;
    SceneCut m_cut;
    bool m_edgesShown = true;
    std::array<vtkSmartPointer<vtkProperty>, 3> m_edgeMaterials;  ///< from near to far
    vtkSmartPointer<vtkPlaneCollection> m_planes, m_groundPlanes; ///< in scene coordinates, shared by the mappers
    std::vector<std::unique_ptr<Model>> m_models;
    std::vector<ObjectKey> m_selected;
};

} // namespace loci::scene
