// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/scene/cutfacelayer.h"

#include <vtkActor.h>
#include <vtkCellArray.h>
#include <vtkNew.h>
#include <vtkPlane.h>
#include <vtkPlaneCollection.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkPolyDataMapper.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>

#include <QElapsedTimer>
#include <QtConcurrent/QtConcurrentMap>
#include <algorithm>

namespace loci::scene {

namespace {

constexpr double kWhileMoving = 0.02; // seconds that a picture in motion has for it

vtkSmartPointer<vtkCellArray> cellsOf(const std::vector<std::int32_t> &corners, int each)
{
    vtkNew<vtkTypeInt32Array> connectivity;
    connectivity->SetNumberOfValues(static_cast<vtkIdType>(corners.size()));
    std::copy(corners.begin(), corners.end(), connectivity->GetPointer(0));
    auto cells = vtkSmartPointer<vtkCellArray>::New();
    cells->SetData(each, connectivity);
    return cells;
}

vtkSmartPointer<vtkPoints> pointsOf(const std::vector<float> &positions)
{
    vtkNew<vtkFloatArray> values;
    values->SetNumberOfComponents(3);
    values->SetNumberOfTuples(static_cast<vtkIdType>(positions.size() / 3));
    std::copy(positions.begin(), positions.end(), values->GetPointer(0));
    auto points = vtkSmartPointer<vtkPoints>::New();
    points->SetData(values);
    return points;
}

} // namespace

CutFaceLayer::CutFaceLayer(vtkRenderer *renderer)
    : m_renderer(renderer)
    , m_face(vtkSmartPointer<vtkProperty>::New())
    , m_line(vtkSmartPointer<vtkProperty>::New())
{
    for (vtkProperty *property : {m_face.Get(), m_line.Get()}) {
        property->SetAmbient(1); // a drawing: the light does not change its colour
        property->SetDiffuse(0);
    }
    m_face->SetInterpolationToFlat();
    m_line->SetLineWidth(1.6F);
    setTheme(Theme::Light);
}

CutFaceLayer::~CutFaceLayer()
{
    for (auto &[mesh, entry] : m_entries) {
        drop(entry);
    }
}

void CutFaceLayer::setTheme(Theme theme)
{
    const Rgb face = palette(theme).cutFace;
    const Rgb line = palette(theme).edge;
    m_face->SetColor(face.r / 255.0, face.g / 255.0, face.b / 255.0);
    m_line->SetColor(line.r / 255.0, line.g / 255.0, line.b / 255.0);
}

void CutFaceLayer::setCut(const SceneCut &cut, const Vec3 &sceneOrigin)
{
    m_origin = sceneOrigin;
    m_planes = cut.planes();
    m_others.clear();
    for (std::size_t i = 0; i < m_planes.size(); ++i) {
        vtkNew<vtkPlaneCollection> others;
        for (std::size_t j = 0; j < m_planes.size(); ++j) {
            if (i != j) {
                vtkNew<vtkPlane> plane;
                const Vec3 place = m_planes[j].point - m_origin;
                plane->SetOrigin(place.x, place.y, place.z);
                plane->SetNormal(m_planes[j].inward.x, m_planes[j].inward.y, m_planes[j].inward.z);
                others->AddItem(plane);
            }
        }
        m_others.emplace_back(others);
    }
    forgetHidden();
}

void CutFaceLayer::forgetHidden()
{
    for (auto &[mesh, entry] : m_entries) {
        drop(entry);
    }
}

void CutFaceLayer::drop(Entry &entry)
{
    for (const auto &actor : entry.actors) {
        m_renderer->RemoveActor(actor);
    }
    entry.actors.clear();
    entry.made = false;
}

void CutFaceLayer::show(const std::vector<Tile> &tiles, bool moving)
{
    for (auto &[mesh, entry] : m_entries) {
        entry.wanted = false;
    }
    for (const Tile &tile : tiles) {
        Entry &entry = m_entries[tile.mesh.get()];
        entry.mesh = tile.mesh;
        entry.model = tile.model;
        entry.wanted = true;
    }
    if (!moving || m_seconds < kWhileMoving) {
        makeMissing(tiles);
    }
    for (auto it = m_entries.begin(); it != m_entries.end();) {
        Entry &entry = it->second;
        if (entry.mesh.use_count() == 1) { // the tile is gone
            drop(entry);
            it = m_entries.erase(it);
            continue;
        }
        for (const auto &actor : entry.actors) {
            actor->SetVisibility(entry.wanted ? 1 : 0);
        }
        ++it;
    }
}

void CutFaceLayer::makeMissing(const std::vector<Tile> &tiles)
{
    struct Work
    {
        Entry *entry;
        const Tile *tile;
        std::vector<CutFaces> faces;
    };
    std::vector<Work> works;
    for (const Tile &tile : tiles) {
        Entry &entry = m_entries[tile.mesh.get()];
        if (!entry.made && !m_planes.empty()) {
            works.push_back({&entry, &tile, {}});
        }
    }
    if (works.empty()) {
        return;
    }
    QElapsedTimer clock;
    clock.start();
    QtConcurrent::blockingMap(works, [this](Work &work) {
        if (!work.entry->cutter) {
            work.entry->cutter = std::make_unique<BodyCutter>(*work.entry->mesh, *work.entry->model);
        }
        for (const CutPlane &plane : m_planes) {
            work.faces.push_back(work.entry->cutter->cut(plane, work.tile->hidden));
        }
    });
    m_seconds = static_cast<double>(clock.nsecsElapsed()) / 1e9;
    for (Work &work : works) {
        for (std::size_t i = 0; i < work.faces.size(); ++i) {
            addActors(*work.entry, i, work.faces[i]);
        }
        work.entry->made = true;
    }
}

void CutFaceLayer::addActors(Entry &entry, std::size_t plane, const CutFaces &faces)
{
    if (faces.isEmpty()) {
        return;
    }
    const vtkSmartPointer<vtkPoints> points = pointsOf(faces.positions);
    const Vec3 place = entry.mesh->origin - m_origin;
    const auto add = [&](vtkPolyData *data, vtkProperty *property, double towardsViewer) {
        data->SetPoints(points);
        vtkNew<vtkPolyDataMapper> mapper;
        mapper->SetInputData(data);
        mapper->ScalarVisibilityOff();
        mapper->StaticOn();
        mapper->SetResolveCoincidentTopologyToPolygonOffset();
        mapper->SetRelativeCoincidentTopologyPolygonOffsetParameters(-towardsViewer, -towardsViewer);
        mapper->SetRelativeCoincidentTopologyLineOffsetParameters(-towardsViewer, -towardsViewer);
        mapper->SetClippingPlanes(m_others[plane].Get());
        auto actor = vtkSmartPointer<vtkActor>::New();
        actor->SetMapper(mapper);
        actor->SetPosition(place.x, place.y, place.z);
        actor->SetProperty(property);
        actor->PickableOff();
        m_renderer->AddActor(actor);
        entry.actors.push_back(actor);
    };
    vtkNew<vtkPolyData> filled;
    filled->SetPolys(cellsOf(faces.triangles, 3));
    add(filled, m_face, 1);
    vtkNew<vtkPolyData> lines;
    lines->SetLines(cellsOf(faces.lines, 2));
    add(lines, m_line, 3);
}

std::size_t CutFaceLayer::triangles() const
{
    std::size_t count = 0;
    for (const auto &[mesh, entry] : m_entries) {
        for (const auto &actor : entry.actors) {
            auto *data = vtkPolyData::SafeDownCast(actor->GetMapper()->GetInputDataObject(0, 0));
            count += actor->GetVisibility() != 0 && data ? static_cast<std::size_t>(data->GetNumberOfPolys()) : 0;
        }
    }
    return count;
}

} // namespace loci::scene
