// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/scene/scenelook.h"
#include "layers/scene/scenetypes.h"

#include <vtkSmartPointer.h>

#include <optional>

class vtkActor;
class vtkPlaneCollection;
class vtkPolyData;
class vtkRenderer;
class vtkTexture;
class vtkUnsignedCharArray;

namespace loci::scene {

/// Heights of the ground sheet: a value that any thread may ask.
struct GroundShape
{
    Box3 area;                   ///< of the sheet, world
    double base = 0;             ///< beyond it
    std::vector<double> heights; ///< by node, row by row from the south-west; empty: there is no ground
    double heightAt(double x, double y) const;
    /// Where a ray that goes down meets it (the level of its base where there is no sheet).
    std::optional<double> meets(const Ray &ray) const;
};

/// The ground that the models stand on: a sheet through the feet of the buildings (or just below the model's own
/// terrain), level beyond them and fading into the horizon. It carries the map image. Main thread.
class GroundSheet
{
public:
    explicit GroundSheet(vtkRenderer *renderer);
    ~GroundSheet();

    /// `feet`: ground points in world coordinates; with `hasTerrain` the sheet stays below all of them.
    void build(const Box3 &extent, const std::vector<Vec3> &feet, bool hasTerrain, const Vec3 &sceneOrigin);
    void clear();
    void relight(const SceneLook &look);
    void setDrape(vtkTexture *texture, const Box3 &extent);
    /// Colour of the ground where no map lies; that of the theme when empty. relight() shows it.
    void setPlain(const std::optional<Rgb> &colour) { m_plain = colour; }
    void setClipping(vtkPlaneCollection *planes); ///< in scene coordinates; shared
    void setOpacity(double opacity);
    double heightAt(double x, double y) const { return m_shape.heightAt(x, y); } ///< world
    const GroundShape &shape() const { return m_shape; }
    bool isEmpty() const { return m_shape.heights.empty(); }
    double reach() const { return m_reach; } ///< how far it goes from the middle, metres

private:
    void makeSheet();
    void makeBeyond();
    Vec3 node(int column, int row) const; ///< world

    vtkRenderer *m_renderer;
    vtkSmartPointer<vtkActor> m_sheet, m_beyond;
    vtkSmartPointer<vtkPolyData> m_sheetData, m_beyondData;
    vtkSmartPointer<vtkUnsignedCharArray> m_sheetColours, m_beyondColours;
    vtkSmartPointer<vtkTexture> m_drape;
    vtkSmartPointer<vtkPlaneCollection> m_clipping;
    std::optional<Rgb> m_plain;
    double m_opacity = 1;
    Box3 m_drapeExtent;
    GroundShape m_shape;
    Vec3 m_origin;
    double m_reach = 1000;
};

} // namespace loci::scene
