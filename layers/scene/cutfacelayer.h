// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/scene/bodycutter.h"
#include "layers/scene/scenecolours.h"

#include <vtkSmartPointer.h>

#include <map>
#include <memory>

class vtkActor;
class vtkPlaneCollection;
class vtkProperty;
class vtkRenderer;

namespace loci::scene {

/// The filled faces where the cut goes through closed bodies, on the renderer. Made tile by tile when they are first
/// seen. Main thread.
class CutFaceLayer
{
public:
    explicit CutFaceLayer(vtkRenderer *renderer);
    ~CutFaceLayer();

    /// A tile at full detail that is in the picture.
    struct Tile
    {
        std::shared_ptr<const TileMesh> mesh;
        city::CityModelPtr model;
        std::function<bool(city::ObjectIndex)> hidden;
    };

    void setTheme(Theme theme);
    void setCut(const SceneCut &cut, const Vec3 &sceneOrigin);
    void forgetHidden(); ///< other objects are hidden now
    /// Shows the faces of these tiles and no others. With `moving`, faces that would take long are left out until the
    /// view rests.
    void show(const std::vector<Tile> &tiles, bool moving);
    std::size_t triangles() const; ///< on the renderer, for tests

private:
    struct Entry
    {
        std::shared_ptr<const TileMesh> mesh;
        city::CityModelPtr model;
        std::unique_ptr<BodyCutter> cutter;
        std::vector<vtkSmartPointer<vtkActor>> actors;
        bool made = false, wanted = false;
    };
    void drop(Entry &entry);
    void makeMissing(const std::vector<Tile> &tiles);
    void addActors(Entry &entry, std::size_t plane, const CutFaces &faces);

    vtkRenderer *m_renderer;
    Vec3 m_origin;
    std::vector<CutPlane> m_planes;
    std::vector<vtkSmartPointer<vtkPlaneCollection>> m_others; ///< by plane: all but it
    std::map<const TileMesh *, Entry> m_entries;
    vtkSmartPointer<vtkProperty> m_face, m_line;
    double m_seconds = 0; ///< that the last making took
};

} // namespace loci::scene
