// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/scene/scenelook.h"
#include "layers/scene/scenetypes.h"

#include <vtkSmartPointer.h>

class vtkActor;
class vtkPolyData;
class vtkRenderer;
class vtkTexture;
class vtkUnsignedCharArray;

namespace loci::scene {

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
    double heightAt(double x, double y) const; ///< world
    bool isEmpty() const { return m_heights.empty(); }
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
    Box3 m_drapeExtent;
    Box3 m_area; ///< of the sheet, world
    Vec3 m_origin;
    double m_base = 0, m_reach = 1000;
    std::vector<double> m_heights; ///< by node
};

} // namespace loci::scene
