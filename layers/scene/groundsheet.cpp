// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/scene/groundsheet.h"

#include <vtkActor.h>
#include <vtkCellArray.h>
#include <vtkFloatArray.h>
#include <vtkNew.h>
#include <vtkPlaneCollection.h>
#include <vtkPointData.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkPolyDataMapper.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>
#include <vtkTexture.h>
#include <vtkUnsignedCharArray.h>

#include <algorithm>

namespace loci::scene {

namespace {

constexpr int kCells = 56;
constexpr int kNodes = kCells + 1;
constexpr double kBelow = 0.25; ///< metres under the floors, so that these do not flicker through
constexpr std::array<double, 10> kRings{1.0, 1.15, 1.35, 1.6, 1.9, 2.3, 2.8, 3.5, 4.3, 5.5};

vtkSmartPointer<vtkActor> makeActor(vtkPolyData *data, vtkUnsignedCharArray *colours, vtkRenderer *renderer)
{
    data->GetPointData()->SetScalars(colours);
    vtkNew<vtkPolyDataMapper> mapper;
    mapper->SetInputData(data);
    mapper->SetScalarModeToUsePointData();
    mapper->SetColorModeToDirectScalars();
    mapper->StaticOn();
    auto actor = vtkSmartPointer<vtkActor>::New();
    actor->SetMapper(mapper);
    actor->PickableOff();
    actor->GetProperty()->SetAmbient(1); // lit beforehand: light must fade into the horizon
    actor->GetProperty()->SetDiffuse(0);
    actor->SetUseBounds(false);
    renderer->AddActor(actor);
    return actor;
}

vtkSmartPointer<vtkUnsignedCharArray> colourArray(vtkIdType count)
{
    auto colours = vtkSmartPointer<vtkUnsignedCharArray>::New();
    colours->SetNumberOfComponents(3);
    colours->SetNumberOfTuples(count);
    return colours;
}

void put(vtkUnsignedCharArray *colours, vtkIdType i, const Rgb &colour)
{
    unsigned char *to = colours->GetPointer(3 * i);
    to[0] = colour.r;
    to[1] = colour.g;
    to[2] = colour.b;
}

/// Inverse distances to the fourth: near feet decide, far ones only fill.
double interpolated(const std::vector<Vec3> &feet, double x, double y)
{
    double weights = 0;
    double sum = 0;
    for (const Vec3 &p : feet) {
        const double squared = (p.x - x) * (p.x - x) + (p.y - y) * (p.y - y) + 4;
        const double weight = 1 / (squared * squared);
        weights += weight;
        sum += weight * p.z;
    }
    return sum / weights;
}

std::vector<Vec3> thinned(const std::vector<Vec3> &feet, std::size_t most)
{
    if (feet.size() <= most) {
        return feet;
    }
    std::vector<Vec3> kept;
    const double step = static_cast<double>(feet.size()) / static_cast<double>(most);
    for (std::size_t i = 0; i < most; ++i) {
        kept.push_back(feet[static_cast<std::size_t>(static_cast<double>(i) * step)]);
    }
    return kept;
}

} // namespace

GroundSheet::GroundSheet(vtkRenderer *renderer) : m_renderer(renderer) {}

GroundSheet::~GroundSheet()
{
    clear();
}

void GroundSheet::clear()
{
    for (vtkActor *actor : {m_sheet.Get(), m_beyond.Get()}) {
        if (actor) {
            m_renderer->RemoveActor(actor);
        }
    }
    m_sheet = nullptr;
    m_beyond = nullptr;
    m_shape.heights.clear();
}

void GroundSheet::build(const Box3 &extent, const std::vector<Vec3> &feet, bool hasTerrain, const Vec3 &sceneOrigin)
{
    clear();
    if (extent.isEmpty()) {
        return;
    }
    m_origin = sceneOrigin;
    const double margin = 0.35 * std::max({extent.max.x - extent.min.x, extent.max.y - extent.min.y, 80.0});
    m_shape.area = extent;
    m_shape.area.min = {extent.min.x - margin, extent.min.y - margin, extent.min.z};
    m_shape.area.max = {extent.max.x + margin, extent.max.y + margin, extent.max.z};

    std::vector<double> levels;
    for (const Vec3 &p : feet) {
        levels.push_back(p.z);
    }
    if (levels.empty()) {
        levels.push_back(std::isfinite(extent.min.z) ? extent.min.z : 0);
    }
    std::sort(levels.begin(), levels.end());
    const bool level = hasTerrain || feet.size() < 3 || levels.back() - levels.front() < 0.5;
    m_shape.base =
        (level ? std::min(levels.front(), hasTerrain ? extent.min.z : levels.front()) : levels[levels.size() / 20]) -
        kBelow;
    const std::vector<Vec3> some = thinned(feet, 600);
    m_shape.heights.assign(kNodes * kNodes, m_shape.base);
    for (int row = 0; row < kNodes && !level; ++row) {
        for (int column = 0; column < kNodes; ++column) {
            const Vec3 p = node(column, row);
            // Outside the models it settles to the base level, which the horizon has.
            const double outX = std::max({extent.min.x - p.x, p.x - extent.max.x, 0.0}) / margin;
            const double outY = std::max({extent.min.y - p.y, p.y - extent.max.y, 0.0}) / margin;
            const double out = std::clamp(std::hypot(outX, outY), 0.0, 1.0);
            const double share = 1 - out * out * (3 - 2 * out);
            m_shape.heights[static_cast<std::size_t>(row * kNodes + column)] =
                m_shape.base + share * (interpolated(some, p.x, p.y) - kBelow - m_shape.base);
        }
    }
    makeSheet();
    makeBeyond();
    setClipping(m_clipping);
    setOpacity(m_opacity);
}

void GroundSheet::setClipping(vtkPlaneCollection *planes)
{
    m_clipping = planes;
    for (vtkActor *actor : {m_sheet.Get(), m_beyond.Get()}) {
        if (actor) {
            actor->GetMapper()->SetClippingPlanes(planes);
        }
    }
}

void GroundSheet::setOpacity(double opacity)
{
    m_opacity = opacity;
    for (vtkActor *actor : {m_sheet.Get(), m_beyond.Get()}) {
        if (actor) {
            actor->GetProperty()->SetOpacity(opacity);
        }
    }
}

Vec3 GroundSheet::node(int column, int row) const
{
    const double z =
        m_shape.heights.empty() ? m_shape.base : m_shape.heights[static_cast<std::size_t>(row * kNodes + column)];
    return {m_shape.area.min.x + (m_shape.area.max.x - m_shape.area.min.x) * column / kCells,
            m_shape.area.min.y + (m_shape.area.max.y - m_shape.area.min.y) * row / kCells, z};
}

void GroundSheet::makeSheet()
{
    vtkNew<vtkPoints> points;
    vtkNew<vtkCellArray> cells;
    for (int row = 0; row < kNodes; ++row) {
        for (int column = 0; column < kNodes; ++column) {
            const Vec3 p = node(column, row) - m_origin;
            points->InsertNextPoint(p.x, p.y, p.z);
        }
    }
    for (vtkIdType row = 0; row < kCells; ++row) {
        for (vtkIdType column = 0; column < kCells; ++column) {
            const vtkIdType a = row * kNodes + column;
            const vtkIdType triangles[2][3]{{a, a + 1, a + kNodes + 1}, {a, a + kNodes + 1, a + kNodes}};
            cells->InsertNextCell(3, triangles[0]);
            cells->InsertNextCell(3, triangles[1]);
        }
    }
    m_sheetData = vtkSmartPointer<vtkPolyData>::New();
    m_sheetData->SetPoints(points);
    m_sheetData->SetPolys(cells);
    m_sheetColours = colourArray(kNodes * kNodes);
    m_sheet = makeActor(m_sheetData, m_sheetColours, m_renderer);
    setDrape(m_drape, m_drapeExtent);
}

void GroundSheet::makeBeyond()
{
    std::vector<Vec3> border; // once around
    for (int i = 0; i < kCells; i += 4) {
        border.push_back(node(i, 0));
    }
    for (int i = 0; i < kCells; i += 4) {
        border.push_back(node(kCells, i));
    }
    for (int i = kCells; i > 0; i -= 4) {
        border.push_back(node(i, kCells));
    }
    for (int i = kCells; i > 0; i -= 4) {
        border.push_back(node(0, i));
    }
    const Vec3 middle = m_shape.area.centre();
    const auto count = static_cast<vtkIdType>(border.size());
    vtkNew<vtkPoints> points;
    vtkNew<vtkCellArray> cells;
    for (const double ring : kRings) {
        for (const Vec3 &p : border) {
            // Towards the horizon the square becomes round.
            const double round = std::clamp((ring - 1) / 6, 0.0, 1.0);
            const double radius = length({m_shape.area.max.x - middle.x, m_shape.area.max.y - middle.y, 0});
            const Vec3 flat{p.x - middle.x, p.y - middle.y, 0};
            const Vec3 out = flat * (1 - round) + normalised(flat) * (radius * round);
            points->InsertNextPoint(middle.x + out.x * ring - m_origin.x, middle.y + out.y * ring - m_origin.y,
                                    m_shape.base - m_origin.z);
            m_reach = std::max(m_reach, length(out) * ring);
        }
    }
    for (vtkIdType ring = 0; ring + 1 < static_cast<vtkIdType>(kRings.size()); ++ring) {
        for (vtkIdType i = 0; i < count; ++i) {
            const vtkIdType a = ring * count + i;
            const vtkIdType b = ring * count + (i + 1) % count;
            const vtkIdType triangles[2][3]{{a, a + count, b + count}, {a, b + count, b}};
            cells->InsertNextCell(3, triangles[0]);
            cells->InsertNextCell(3, triangles[1]);
        }
    }
    m_beyondData = vtkSmartPointer<vtkPolyData>::New();
    m_beyondData->SetPoints(points);
    m_beyondData->SetPolys(cells);
    m_beyondColours = colourArray(points->GetNumberOfPoints());
    m_beyond = makeActor(m_beyondData, m_beyondColours, m_renderer);
}

void GroundSheet::relight(const SceneLook &look)
{
    if (!m_sheet) {
        return;
    }
    const Rgb plain = m_plain.value_or(palette(look.theme()).plain);
    const Rgb colour = m_sheet->GetTexture() ? Rgb{255, 255, 255} : plain;
    for (int row = 0; row < kNodes; ++row) {
        for (int column = 0; column < kNodes; ++column) {
            const Vec3 east = node(std::min(column + 1, kCells), row) - node(std::max(column - 1, 0), row);
            const Vec3 north = node(column, std::min(row + 1, kCells)) - node(column, std::max(row - 1, 0));
            const Vec3 normal = normalised(cross(east, north));
            put(m_sheetColours, row * kNodes + column, look.lit(colour, length(normal) > 0 ? normal : Vec3{0, 0, 1}));
        }
    }
    m_sheetColours->Modified();
    const vtkIdType perRing = m_beyondColours->GetNumberOfTuples() / static_cast<vtkIdType>(kRings.size());
    for (vtkIdType i = 0; i < m_beyondColours->GetNumberOfTuples(); ++i) {
        const double share = static_cast<double>(i / perRing) / (kRings.size() - 1);
        put(m_beyondColours, i, mix(look.lit(plain, {0, 0, 1}), look.horizon(), 1 - (1 - share) * (1 - share)));
    }
    m_beyondColours->Modified();
}

void GroundSheet::setDrape(vtkTexture *texture, const Box3 &extent)
{
    m_drape = texture;
    m_drapeExtent = extent;
    if (!m_sheet) {
        return;
    }
    m_sheet->SetTexture(texture);
    if (!texture) {
        m_sheetData->GetPointData()->SetTCoords(nullptr);
        return;
    }
    vtkNew<vtkFloatArray> uv;
    uv->SetNumberOfComponents(2);
    for (int row = 0; row < kNodes; ++row) {
        for (int column = 0; column < kNodes; ++column) {
            const Vec3 p = node(column, row);
            uv->InsertNextTuple2((p.x - extent.min.x) / (extent.max.x - extent.min.x),
                                 (p.y - extent.min.y) / (extent.max.y - extent.min.y));
        }
    }
    m_sheetData->GetPointData()->SetTCoords(uv);
}

double GroundShape::heightAt(double x, double y) const
{
    if (heights.empty() || !area.contains2d({x, y})) {
        return base;
    }
    const double u = (x - area.min.x) / (area.max.x - area.min.x) * kCells;
    const double v = (y - area.min.y) / (area.max.y - area.min.y) * kCells;
    const int column = std::min(static_cast<int>(u), kCells - 1);
    const int row = std::min(static_cast<int>(v), kCells - 1);
    const double s = u - column;
    const double t = v - row;
    const auto node = [this](int i, int j) { return heights[static_cast<std::size_t>(j * kNodes + i)]; };
    const double low = node(column, row) * (1 - s) + node(column + 1, row) * s;
    const double high = node(column, row + 1) * (1 - s) + node(column + 1, row + 1) * s;
    return low * (1 - t) + high * t;
}

std::optional<double> GroundShape::meets(const Ray &ray) const
{
    if (ray.direction.z > -1e-3) {
        return std::nullopt;
    }
    // A few steps of Newton on the gentle sheet are enough.
    double z = heightAt(ray.from.x, ray.from.y);
    double distance = 0;
    for (int round = 0; round < 4; ++round) {
        distance = (z - ray.from.z) / ray.direction.z;
        const Vec3 place = ray.from + ray.direction * distance;
        z = heightAt(place.x, place.y);
    }
    return distance >= 0 ? std::optional(distance) : std::nullopt;
}

} // namespace loci::scene
