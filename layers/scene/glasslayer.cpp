// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/scene/glasslayer.h"

#include <vtkActor.h>
#include <vtkCellArray.h>
#include <vtkNew.h>
#include <vtkPlaneCollection.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkPolyDataMapper.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>

namespace loci::scene {

namespace {

constexpr double kChannel = 255;

/// Cells of `each` corners, relative to the origin.
vtkSmartPointer<vtkActor> actorOf(const std::vector<Vec3> &corners, vtkIdType each, const Vec3 &origin)
{
    vtkNew<vtkPoints> points;
    points->SetDataTypeToFloat();
    points->SetNumberOfPoints(static_cast<vtkIdType>(corners.size()));
    vtkNew<vtkCellArray> cells;
    for (vtkIdType i = 0; i < points->GetNumberOfPoints(); ++i) {
        const Vec3 &p = corners[static_cast<std::size_t>(i)];
        points->SetPoint(i, p.x - origin.x, p.y - origin.y, p.z - origin.z);
    }
    for (vtkIdType i = 0; i + each <= points->GetNumberOfPoints(); i += each) {
        const vtkIdType cell[3]{i, i + 1, i + 2};
        cells->InsertNextCell(each, cell);
    }
    vtkNew<vtkPolyData> data;
    data->SetPoints(points);
    each == 2 ? data->SetLines(cells) : data->SetPolys(cells);
    vtkNew<vtkPolyDataMapper> mapper;
    mapper->SetInputData(data);
    mapper->ScalarVisibilityOff();
    auto actor = vtkSmartPointer<vtkActor>::New();
    actor->SetMapper(mapper);
    actor->PickableOff();
    actor->GetProperty()->SetInterpolationToFlat();
    return actor;
}

} // namespace

GlassLayer::GlassLayer(vtkRenderer *renderer) : m_renderer(renderer) {}

GlassLayer::~GlassLayer()
{
    clear();
}

void GlassLayer::clear()
{
    for (const auto &actor : m_actors) {
        m_renderer->RemoveActor(actor);
    }
    m_actors.clear();
}

void GlassLayer::add(vtkSmartPointer<vtkActor> actor, const Rgb &colour, double opacity)
{
    vtkProperty *property = actor->GetProperty();
    property->SetColor(colour.r / kChannel, colour.g / kChannel, colour.b / kChannel);
    property->SetAmbient(0.55);
    property->SetDiffuse(0.5);
    property->SetOpacity(opacity);
    actor->GetMapper()->SetClippingPlanes(m_clipping.Get());
    m_renderer->AddActor(actor);
    m_actors.push_back(std::move(actor));
}

void GlassLayer::show(std::vector<GlassBody> bodies, const Vec3 &origin)
{
    clear();
    m_bodies = std::move(bodies);
    for (const GlassBody &body : m_bodies) {
        if (!body.corners.empty()) {
            add(actorOf(body.corners, 3, origin), body.colour, body.opacity);
        }
        if (!body.lines.empty()) {
            const vtkSmartPointer<vtkActor> lines = actorOf(body.lines, 2, origin);
            lines->GetProperty()->SetLineWidth(static_cast<float>(body.lineWidth));
            lines->GetProperty()->LightingOff();
            add(lines, body.colour, 1);
        }
    }
}

void GlassLayer::setClipping(vtkPlaneCollection *planes)
{
    m_clipping = planes;
    for (const auto &actor : m_actors) {
        actor->GetMapper()->SetClippingPlanes(planes);
    }
}

} // namespace loci::scene
