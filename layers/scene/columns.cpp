// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/scene/columns.h"

#include "layers/scene/cityscene.h"

#include <vtkActor.h>
#include <vtkCellArray.h>
#include <vtkCellData.h>
#include <vtkNew.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkPolyDataMapper.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>
#include <vtkUnsignedCharArray.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace loci::scene {

namespace {

constexpr int kSides = 6;
constexpr double kBand = 0.45; // height of a stripe, in radii
constexpr double kFrame = 0.8; // height of a frame, in radii

/// Faces with a colour each, lines without.
class Body
{
public:
    Body() { m_colours->SetNumberOfComponents(3); }

    vtkIdType point(double x, double y, double z) { return m_points->InsertNextPoint(x, y, z); }
    void face(std::initializer_list<vtkIdType> corners, const Rgb &colour)
    {
        m_faces->InsertNextCell(static_cast<vtkIdType>(corners.size()), std::data(corners));
        addColour(colour);
    }
    void top(const std::vector<vtkIdType> &corners, const Rgb &colour)
    {
        m_faces->InsertNextCell(static_cast<vtkIdType>(corners.size()), corners.data());
        addColour(colour);
    }
    void line(vtkIdType a, vtkIdType b)
    {
        const vtkIdType cell[2]{a, b};
        m_lines->InsertNextCell(2, cell);
    }
    vtkSmartPointer<vtkActor> faces() const
    {
        vtkNew<vtkPolyData> data;
        data->SetPoints(m_points);
        data->SetPolys(m_faces);
        data->GetCellData()->SetScalars(m_colours);
        return actorOf(data, true);
    }
    vtkSmartPointer<vtkActor> lines(const Rgb &colour, float width) const
    {
        vtkNew<vtkPolyData> data;
        data->SetPoints(m_points);
        data->SetLines(m_lines);
        auto actor = actorOf(data, false);
        actor->GetProperty()->SetColor(colour.r / 255.0, colour.g / 255.0, colour.b / 255.0);
        actor->GetProperty()->SetLineWidth(width);
        return actor;
    }

private:
    void addColour(const Rgb &colour)
    {
        const unsigned char rgb[3]{colour.r, colour.g, colour.b};
        m_colours->InsertNextTypedTuple(rgb);
    }
    static vtkSmartPointer<vtkActor> actorOf(vtkPolyData *data, bool coloured)
    {
        vtkNew<vtkPolyDataMapper> mapper;
        mapper->SetInputData(data);
        mapper->SetScalarVisibility(coloured);
        mapper->StaticOn();
        auto actor = vtkSmartPointer<vtkActor>::New();
        actor->SetMapper(mapper);
        actor->PickableOff();
        actor->GetProperty()->SetInterpolationToFlat();
        actor->GetProperty()->SetAmbient(coloured ? 0.35 : 1);
        actor->GetProperty()->SetDiffuse(coloured ? 0.7 : 0);
        return actor;
    }

    vtkNew<vtkPoints> m_points;
    vtkNew<vtkCellArray> m_faces, m_lines;
    vtkNew<vtkUnsignedCharArray> m_colours;
};

Rgb paler(const Rgb &c)
{
    const auto half = [](std::uint8_t v) { return static_cast<std::uint8_t>((v + 2 * 255) / 3); };
    return {half(c.r), half(c.g), half(c.b)};
}

Rgb darker(const Rgb &c)
{
    const auto half = [](std::uint8_t v) { return static_cast<std::uint8_t>(v * 6 / 10); };
    return {half(c.r), half(c.g), half(c.b)};
}

std::vector<vtkIdType> ring(Body &body, const Vec3 &middle, double radius, double z)
{
    std::vector<vtkIdType> points;
    points.reserve(kSides);
    for (int i = 0; i < kSides; ++i) {
        const double angle = 2 * std::numbers::pi * (i + 0.5) / kSides;
        points.push_back(body.point(middle.x + radius * std::cos(angle), middle.y + radius * std::sin(angle), z));
    }
    return points;
}

void addEdges(Body &edges, const Vec3 &foot, double radius, double height)
{
    const auto low = ring(edges, foot, radius, foot.z);
    const auto high = ring(edges, foot, radius, foot.z + height);
    for (std::size_t i = 0; i < low.size(); ++i) {
        const std::size_t next = (i + 1) % low.size();
        edges.line(low[i], low[next]);
        edges.line(high[i], high[next]);
        edges.line(low[i], high[i]);
    }
}

void addColumn(Body &body, const Column &column, const Vec3 &foot)
{
    const bool striped = column.look == Column::Look::Striped;
    const int bands = striped ? std::max(2, static_cast<int>(std::ceil(column.height / (kBand * column.radius)))) : 1;
    auto low = ring(body, foot, column.radius, foot.z);
    for (int band = 0; band < bands; ++band) {
        const Rgb colour = band % 2 == 1 ? paler(column.colour) : column.colour;
        const auto high = ring(body, foot, column.radius, foot.z + column.height * (band + 1) / bands);
        for (std::size_t i = 0; i < low.size(); ++i) {
            const std::size_t next = (i + 1) % low.size();
            body.face({low[i], low[next], high[next], high[i]}, colour);
        }
        low = high;
    }
    body.top(low, striped ? paler(column.colour) : column.colour);
}

double heightOf(const Column &column)
{
    return column.look == Column::Look::Frame ? kFrame * column.radius : std::max(0.5, column.height);
}

} // namespace

ColumnLayer::~ColumnLayer()
{
    for (const auto &actor : m_actors) {
        m_renderer->RemoveActor(actor);
    }
}

void ColumnLayer::show(const std::vector<Column> &columns, const QString &marked, const Rgb &accent, const Vec3 &origin,
                       const Ground &ground)
{
    std::vector<double> feet;
    feet.reserve(columns.size());
    for (const Column &column : columns) {
        feet.push_back(ground(column.place.x, column.place.y));
    }
    if (columns == m_columns && marked == m_marked && accent == m_accent && origin == m_origin && feet == m_feet) {
        return;
    }
    m_columns = columns;
    m_marked = marked;
    m_accent = accent;
    m_origin = origin;
    m_feet = std::move(feet);
    make(origin, accent);
}

void ColumnLayer::make(const Vec3 &origin, const Rgb &accent)
{
    for (const auto &actor : m_actors) {
        m_renderer->RemoveActor(actor);
    }
    m_actors.clear();
    if (m_columns.empty()) {
        return;
    }
    Body bodies, edges, frames, glow;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const Column &column = m_columns[i];
        const Vec3 foot{column.place.x - origin.x, column.place.y - origin.y, m_feet[i] - origin.z};
        const double height = heightOf(column);
        const bool frame = column.look == Column::Look::Frame;
        if (!frame) {
            addColumn(bodies, column, foot);
        }
        addEdges(frame ? frames : edges, foot, column.radius, height);
        if (column.id == m_marked) {
            addEdges(glow, foot, column.radius * 1.06, height * 1.01);
        }
    }
    m_actors.push_back(bodies.faces());
    m_actors.push_back(edges.lines(darker(m_columns.front().colour), 1.2F));
    m_actors.push_back(frames.lines({128, 134, 134}, 2.0F));
    m_actors.push_back(glow.lines(accent, 5.0F));
    for (const auto &actor : m_actors) {
        m_renderer->AddActor(actor);
    }
}

std::optional<std::pair<QString, double>> ColumnLayer::pick(const Ray &ray) const
{
    std::optional<std::pair<QString, double>> best;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const Column &column = m_columns[i];
        const double r = column.radius * 0.93; // between the inner and the outer circle of the hexagon
        const Box3 box{{column.place.x - r, column.place.y - r, m_feet[i]},
                       {column.place.x + r, column.place.y + r, m_feet[i] + heightOf(column)}};
        const auto distance = rayEntry(ray, box);
        if (distance && (!best || *distance < best->second)) {
            best = {column.id, *distance};
        }
    }
    return best;
}

std::optional<Vec3> ColumnLayer::topOf(const QString &id) const
{
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (m_columns[i].id == id) {
            return Vec3{m_columns[i].place.x, m_columns[i].place.y, m_feet[i] + heightOf(m_columns[i])};
        }
    }
    return std::nullopt;
}

double ColumnLayer::nearest(const Vec3 &eye) const
{
    double result = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const Column &column = m_columns[i];
        const double beside = std::max(0.0, std::hypot(eye.x - column.place.x, eye.y - column.place.y) - column.radius);
        const double above = std::max({0.0, eye.z - m_feet[i] - heightOf(column), m_feet[i] - eye.z});
        result = std::min(result, std::hypot(beside, above));
    }
    return result;
}

void CityScene::setColumns(std::vector<Column> columns, const QString &marked)
{
    m_wantedColumns = std::move(columns);
    m_markedColumn = marked;
    placeColumns();
}

void CityScene::placeColumns()
{
    m_columns.show(m_wantedColumns, m_markedColumn, m_highlight.accent(), m_origin,
                   [this](double x, double y) { return groundHeight(x, y); });
}

} // namespace loci::scene
