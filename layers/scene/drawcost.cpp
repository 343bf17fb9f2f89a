// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/scene/drawcost.h"

#include "layers/scene/boxes.h"
#include "layers/scene/citytile.h"
#include "layers/scene/scenelook.h"
#include "layers/scene/vtkfactories.h"

#include <vtkCamera.h>
#include <vtkLight.h>
#include <vtkLightCollection.h>
#include <vtkNew.h>
#include <vtkProperty.h>
#include <vtkRenderWindow.h>
#include <vtkRenderer.h>

#include <QElapsedTimer>
#include <algorithm>
#include <cstring>

namespace loci::scene {

namespace {

constexpr int kRow = 110;       ///< houses of a row and a column: 121,000 triangles
constexpr double kSpacing = 24; ///< metres
constexpr int kFrames = 3;      ///< of each kind that are timed; one before them makes shaders and buffers

std::shared_ptr<const TileMesh> meshTile(const std::vector<TurnedBox> &boxes)
{
    const BoxMesh mesh = meshOf(boxes);
    auto tile = std::make_shared<TileMesh>();
    tile->positions = vtkSmartPointer<vtkFloatArray>::New();
    tile->positions->SetNumberOfComponents(3);
    tile->positions->SetNumberOfTuples(static_cast<vtkIdType>(mesh.positions.size() / 3));
    std::memcpy(tile->positions->GetPointer(0), mesh.positions.data(), mesh.positions.size() * sizeof(float));
    tile->triangles = vtkSmartPointer<vtkTypeInt32Array>::New();
    tile->triangles->SetNumberOfValues(static_cast<vtkIdType>(mesh.triangles.size()));
    std::memcpy(tile->triangles->GetPointer(0), mesh.triangles.data(), mesh.triangles.size() * sizeof(std::int32_t));
    const std::size_t triangles = mesh.triangles.size() / 3;
    tile->object.assign(triangles, 0);
    tile->surface.assign(triangles, city::kNone);
    tile->surfaceClass.assign(triangles, SurfaceClass::Wall);
    tile->objectCount = boxes.size();
    return tile;
}

/// A slab that fills the picture, and the houses on it.
std::vector<TurnedBox> slab()
{
    TurnedBox box;
    box.halfLength = box.halfWidth = kRow * kSpacing;
    box.bottom = -2;
    box.top = -1;
    return {box};
}

std::vector<TurnedBox> houses()
{
    std::vector<TurnedBox> boxes;
    boxes.reserve(static_cast<std::size_t>(kRow) * kRow);
    for (int i = 0; i < kRow * kRow; ++i) {
        TurnedBox box;
        box.x = (i % kRow - kRow / 2.0) * kSpacing;
        box.y = (i / kRow - kRow / 2.0) * kSpacing;
        box.halfLength = 6;
        box.halfWidth = 5;
        box.top = 9 + i % 7;
        boxes.push_back(box);
    }
    return boxes;
}

/// The renderer that is measured, in the window for as long as it lives.
class Probe
{
public:
    Probe(vtkRenderWindow *window, vtkRenderer *shown, double longest)
        : m_window(window)
        , m_shown(shown)
        , m_look(m_renderer)
        , m_slab(meshTile(slab()), nullptr, m_material, {})
        , m_houses(meshTile(houses()), nullptr, m_material, {})
        , m_longest(longest)
    {
        m_look.applyTo(m_material);
        vtkCamera *camera = m_renderer->GetActiveCamera();
        camera->SetViewAngle(30);
        camera->SetViewUp(0, 0, 1);
        camera->SetFocalPoint(0, 0, 0);
        camera->SetPosition(0, -0.8 * kRow * kSpacing, 0.9 * kRow * kSpacing);
        camera->SetClippingRange(10, 4 * kRow * kSpacing);
        m_shown->DrawOff();
        m_window->AddRenderer(m_renderer);
        m_slab.attach(m_renderer);
        m_houses.attach(m_renderer);
        m_slab.setLevel(TileLevel::Full);
        m_clock.start();
    }
    ~Probe()
    {
        m_slab.detach();
        m_houses.detach();
        m_window->RemoveRenderer(m_renderer);
        m_shown->DrawOn();
        // Both share shader programs; VTK sets their light anew only for lights that were changed since.
        vtkLightCollection *lights = m_shown->GetLights();
        lights->InitTraversal();
        while (vtkLight *light = lights->GetNextItem()) {
            light->Modified();
        }
    }
    Probe(const Probe &) = delete;
    Probe &operator=(const Probe &) = delete;

    /// Seconds of a frame: the least of a few, as nothing makes a frame quicker than it is.
    double frame(Quality quality, bool withHouses)
    {
        m_look.setQuality(quality);
        m_houses.setLevel(withHouses ? TileLevel::Full : TileLevel::None);
        draw();
        double least = draw();
        for (int i = 1; i < kFrames && static_cast<double>(m_clock.elapsed()) / 1000 < m_longest; ++i) {
            least = std::min(least, draw());
        }
        return least;
    }
    std::size_t triangles() const { return m_houses.triangles(TileLevel::Full); }

private:
    double draw()
    {
        QElapsedTimer clock;
        clock.start();
        m_window->Render();
        m_window->WaitForCompletion();
        return static_cast<double>(clock.nsecsElapsed()) / 1e9;
    }

    vtkRenderWindow *m_window;
    vtkRenderer *m_shown;
    vtkNew<vtkRenderer> m_renderer;
    vtkNew<vtkProperty> m_material;
    SceneLook m_look;
    CityTile m_slab, m_houses;
    double m_longest;
    QElapsedTimer m_clock;
};

} // namespace

DrawCost measureDrawCost(vtkRenderWindow *window, vtkRenderer *shown, double longest)
{
    registerVtkFactories();
    Probe probe(window, shown, longest);
    DrawCost cost;
    cost.coarse = probe.frame(Quality::Coarse, false);
    cost.fine = std::max(cost.coarse, probe.frame(Quality::Moving, false));
    const double full = probe.frame(Quality::Moving, true);
    cost.perTriangle = std::max(0.0, full - cost.fine) / static_cast<double>(probe.triangles());
    return cost;
}

} // namespace loci::scene
