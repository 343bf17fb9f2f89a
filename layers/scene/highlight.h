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
    /// Triangles as nine numbers each, relative to `offset` (in scene coordinates); `surface` those of the one
    /// surface that was pointed at, tinted more strongly.
    void show(const std::vector<float> &corners, const std::vector<float> &surface, const Vec3 &offset);
    void setClipping(vtkPlaneCollection *planes); ///< as the tiles have it
    void clear();
    bool isEmpty() const { return m_actors.empty(); }

private:
    void recolour();

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
