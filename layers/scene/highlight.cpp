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

/// Cells of one, two or three corners each: points, lines, triangles.
vtkSmartPointer<vtkPolyData> cellsOf(const std::vector<float> &corners, int each)
{
    vtkNew<vtkPoints> points;
    vtkNew<vtkCellArray> cells;
    const auto count = static_cast<vtkIdType>(corners.size() / 3);
    points->SetNumberOfPoints(count);
    for (vtkIdType i = 0; i < count; ++i) {
        points->SetPoint(i, corners.data() + 3 * i);
    }
    for (vtkIdType i = 0; i + each <= count; i += each) {
        const vtkIdType cell[3]{i, i + 1, i + 2};
        cells->InsertNextCell(each, cell);
    }
    auto data = vtkSmartPointer<vtkPolyData>::New();
    data->SetPoints(points);
    if (each == 1) {
        data->SetVerts(cells);
    } else if (each == 2) {
        data->SetLines(cells);
    } else {
        data->SetPolys(cells);
    }
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

void Highlight::add(vtkSmartPointer<vtkActor> actor, double ambient, double opacity, double towardsWhite)
{
    vtkProperty *property = actor->GetProperty();
    property->SetAmbient(ambient);
    property->SetDiffuse(std::max(0.0, 1.1 - ambient) * (ambient < 1 ? 1 : 0));
    property->SetOpacity(opacity);
    actor->GetMapper()->SetClippingPlanes(m_clipping.Get());
    m_renderer->AddActor(actor);
    m_actors.push_back({std::move(actor), towardsWhite});
}

void Highlight::show(const Parts &parts, const Vec3 &offset)
{
    clear();
    if (!parts.points.empty()) {
        const vtkSmartPointer<vtkActor> points = makeActor(cellsOf(parts.points, 1), offset, 8);
        points->GetProperty()->SetPointSize(5);
        add(points, 1, 1, 0);
    }
    if (!parts.lines.empty()) {
        const vtkSmartPointer<vtkActor> lines = makeActor(cellsOf(parts.lines, 2), offset, 8);
        lines->GetProperty()->SetLineWidth(5);
        add(lines, 1, 1, 0);
    }
    if (!parts.corners.empty()) {
        const vtkSmartPointer<vtkPolyData> faces = cellsOf(parts.corners, 3);
        add(makeActor(faces, offset, 2), 0.45, 1, 0.30);
        if (!parts.surface.empty()) {
            add(makeActor(cellsOf(parts.surface, 3), offset, 4), 0.6, 1, 0.0);
        }
        const vtkSmartPointer<vtkPolyData> edges = edgesOf(faces);
        const vtkSmartPointer<vtkActor> glow = makeActor(edges, offset, 6);
        glow->GetProperty()->SetLineWidth(7);
        add(glow, 1, 0.28, 0.25);
        const vtkSmartPointer<vtkActor> outline = makeActor(edges, offset, 8);
        outline->GetProperty()->SetLineWidth(2.4F);
        add(outline, 1, 1, 0);
    }
    recolour();
}

} // namespace loci::scene
