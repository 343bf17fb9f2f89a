// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/scene/scenetypes.h"

#include <vtkSmartPointer.h>

#include <vector>

class vtkActor;
class vtkPlaneCollection;
class vtkRenderer;

namespace loci::scene {

/// Something see-through that is no part of a model: a building that is proposed, a ceiling, a corridor.
struct GlassBody
{
    std::vector<Vec3> corners; ///< world coordinates, three a triangle
    std::vector<Vec3> lines;   ///< two a line: edges, storeys, hatching
    Rgb colour;
    double opacity = 0.5; ///< of the faces; the lines are solid
    double lineWidth = 1.5;
};

/// Draws glass bodies over the scene. Main thread.
class GlassLayer
{
public:
    explicit GlassLayer(vtkRenderer *renderer);
    ~GlassLayer();
    GlassLayer(const GlassLayer &) = delete;
    GlassLayer &operator=(const GlassLayer &) = delete;

    void show(std::vector<GlassBody> bodies, const Vec3 &origin); ///< of the scene
    const std::vector<GlassBody> &bodies() const { return m_bodies; }
    void setClipping(vtkPlaneCollection *planes); ///< as the tiles have it

private:
    void add(vtkSmartPointer<vtkActor> actor, const Rgb &colour, double opacity);
    void clear();

    vtkRenderer *m_renderer;
    std::vector<GlassBody> m_bodies;
    std::vector<vtkSmartPointer<vtkActor>> m_actors;
    vtkSmartPointer<vtkPlaneCollection> m_clipping;
};

} // namespace loci::scene
