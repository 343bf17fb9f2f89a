// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/scene/scenetypes.h"

#include <vtkSmartPointer.h>

class vtkActor;
class vtkPlaneCollection;
class vtkRenderer;

namespace loci::scene {

/// The selected things: a tint over their faces and a glowing outline along their edges, in the accent colour. One mesh
/// for all of them. Main thread.
class Highlight
{
public:
    explicit Highlight(vtkRenderer *renderer);
    ~Highlight();

    void setAccent(const Rgb &accent);
    const Rgb &accent() const { return m_accent; }
    /// Coordinates of what is selected: triangles as nine numbers each, of them again those of the one surface that was
    /// pointed at, which is tinted more strongly; points as three and lines as six numbers.
    struct Parts
    {
        std::vector<float> corners, surface, points, lines;
    };
    void show(const Parts &parts, const Vec3 &offset); ///< relative to `offset` (in scene coordinates)
    void setClipping(vtkPlaneCollection *planes);      ///< as the tiles have it
    void clear();
    bool isEmpty() const { return m_actors.empty(); }

private:
    void recolour();
    void add(vtkSmartPointer<vtkActor> actor, double ambient, double opacity, double towardsWhite);

    struct Part
    {
        vtkSmartPointer<vtkActor> actor;
        double towardsWhite;
    };
    vtkRenderer *m_renderer;
    Rgb m_accent{15, 118, 110};
    std::vector<Part> m_actors;
    vtkSmartPointer<vtkPlaneCollection> m_clipping;
};

} // namespace loci::scene
