// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/scene/highlight.h"

#include <vtkActor.h>
#include <vtkCellArray.h>
#include <vtkCleanPolyData.h>
#include <vtkFeatureEdges.h>
#include <vtkMapper.h>
#include <vtkNew.h>
#include <vtkPlaneCollection.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkPolyDataMapper.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>

#include <algorithm>

namespace loci::scene {

namespace {

vtkSmartPointer<vtkPolyData> polyData(const std::vector<float> &corners)
{
    vtkNew<vtkPoints> points;
    vtkNew<vtkCellArray> cells;
    const auto count = static_cast<vtkIdType>(corners.size() / 3);
    points->SetNumberOfPoints(count);
    for (vtkIdType i = 0; i < count; ++i) {
        points->SetPoint(i, corners.data() + 3 * i);
    }
    for (vtkIdType i = 0; i + 2 < count; i += 3) {
        const vtkIdType triangle[3]{i, i + 1, i + 2};
        cells->InsertNextCell(3, triangle);
    }
    auto data = vtkSmartPointer<vtkPolyData>::New();
    data->SetPoints(points);
    data->SetPolys(cells);
    return data;
}

vtkSmartPointer<vtkPolyData> edgesOf(vtkPolyData *faces)
{
    vtkNew<vtkCleanPolyData> joined;
    joined->SetInputData(faces);
    joined->ToleranceIsAbsoluteOn();
    joined->SetAbsoluteTolerance(0.002);
    vtkNew<vtkFeatureEdges> edges;
    edges->SetInputConnection(joined->GetOutputPort());
    edges->BoundaryEdgesOn();
    edges->FeatureEdgesOn();
    edges->SetFeatureAngle(20);
    edges->NonManifoldEdgesOff();
    edges->ManifoldEdgesOff();
    edges->ColoringOff();
    edges->Update();
    return edges->GetOutput();
}

vtkSmartPointer<vtkActor> makeActor(vtkPolyData *data, const Vec3 &offset, double towardsViewer)
{
    vtkNew<vtkPolyDataMapper> mapper;
    mapper->SetInputData(data);
    mapper->ScalarVisibilityOff();
    mapper->StaticOn();
    mapper->SetResolveCoincidentTopologyToPolygonOffset();
    mapper->SetRelativeCoincidentTopologyPolygonOffsetParameters(-towardsViewer, -towardsViewer);
    mapper->SetRelativeCoincidentTopologyLineOffsetParameters(-towardsViewer, -towardsViewer);
    auto actor = vtkSmartPointer<vtkActor>::New();
    actor->SetMapper(mapper);
    actor->SetPosition(offset.x, offset.y, offset.z);
    actor->PickableOff();
    actor->GetProperty()->SetInterpolationToFlat();
    return actor;
}

} // namespace

Highlight::Highlight(vtkRenderer *renderer) : m_renderer(renderer) {}

Highlight::~Highlight()
{
    clear();
}

void Highlight::clear()
{
    for (const Part &part : m_actors) {
        m_renderer->RemoveActor(part.actor);
    }
    m_actors.clear();
}

void Highlight::setClipping(vtkPlaneCollection *planes)
{
    m_clipping = planes;
    for (const Part &part : m_actors) {
        part.actor->GetMapper()->SetClippingPlanes(planes);
    }
}

void Highlight::setAccent(const Rgb &accent)
{
    m_accent = accent;
    recolour();
}

void Highlight::recolour()
{
    for (const Part &part : m_actors) {
        const auto channel = [&part](std::uint8_t value) { return (value + (255 - value) * part.towardsWhite) / 255; };
        part.actor->GetProperty()->SetColor(channel(m_accent.r), channel(m_accent.g), channel(m_accent.b));
    }
}

void Highlight::show(const std::vector<float> &corners, const std::vector<float> &surface, const Vec3 &offset)
{
    clear();
    if (corners.empty()) {
        return;
    }
    const auto add = [this](vtkSmartPointer<vtkActor> actor, double ambient, double diffuse, double opacity,
                            double towardsWhite) {
        vtkProperty *property = actor->GetProperty();
        property->SetAmbient(ambient);
        property->SetDiffuse(diffuse);
        property->SetOpacity(opacity);
        actor->GetMapper()->SetClippingPlanes(m_clipping.Get());
        m_renderer->AddActor(actor);
        m_actors.push_back({std::move(actor), towardsWhite});
    };
    const vtkSmartPointer<vtkPolyData> faces = polyData(corners);
    add(makeActor(faces, offset, 2), 0.45, 0.65, 1, 0.30);
    if (!surface.empty()) {
        add(makeActor(polyData(surface), offset, 4), 0.6, 0.5, 1, 0.0);
    }
    const vtkSmartPointer<vtkPolyData> edges = edgesOf(faces);
    const vtkSmartPointer<vtkActor> glow = makeActor(edges, offset, 6);
    glow->GetProperty()->SetLineWidth(7);
    add(glow, 1, 0, 0.28, 0.25);
    const vtkSmartPointer<vtkActor> outline = makeActor(edges, offset, 8);
    outline->GetProperty()->SetLineWidth(2.4F);
    add(outline, 1, 0, 1, 0);
    recolour();
}

} // namespace loci::scene
