// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/scene/citytile.h"

#include "layers/scene/looseparts.h"
#include "layers/scene/owncolours.h"

#include <vtkActor.h>
#include <vtkCellArray.h>
#include <vtkCellData.h>
#include <vtkImageData.h>
#include <vtkMapper.h>
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
#include <map>
#include <numeric>
#include <unordered_set>

namespace loci::scene {

namespace {

/// Some triangles of a mesh as one polydata with its actor.
struct Part
{
    vtkSmartPointer<vtkPolyData> data;
    vtkSmartPointer<vtkUnsignedCharArray> colours;
    vtkSmartPointer<vtkActor> actor;
    std::vector<std::uint32_t> triangles; ///< of the mesh, by cell; empty: cell n is triangle n
    enum class Of { Triangles, Points, Lines } of = Of::Triangles; ///< what `triangles` are
};

vtkSmartPointer<vtkPoints> pointsOf(vtkFloatArray *positions)
{
    auto points = vtkSmartPointer<vtkPoints>::New();
    points->SetData(positions);
    return points;
}

Part makePart(vtkPoints *points, vtkTypeInt32Array *connectivity, const Vec3 &offset, vtkProperty *material,
              int corners = 3)
{
    Part part;
    part.data = vtkSmartPointer<vtkPolyData>::New();
    part.data->SetPoints(points);
    vtkNew<vtkCellArray> cells;
    cells->SetData(corners, connectivity);
    if (corners == 1) {
        part.data->SetVerts(cells);
    } else if (corners == 2) {
        part.data->SetLines(cells);
    } else {
        part.data->SetPolys(cells);
    }
    part.colours = vtkSmartPointer<vtkUnsignedCharArray>::New();
    part.colours->SetName("colour");
    part.colours->SetNumberOfComponents(4);
    part.colours->SetNumberOfTuples(connectivity->GetNumberOfValues() / corners);
    part.data->GetCellData()->SetScalars(part.colours);

    vtkNew<vtkPolyDataMapper> mapper;
    mapper->SetInputData(part.data);
    mapper->SetScalarModeToUseCellData();
    mapper->SetColorModeToDirectScalars();
    mapper->StaticOn();
    part.actor = vtkSmartPointer<vtkActor>::New();
    part.actor->SetMapper(mapper);
    part.actor->SetPosition(offset.x, offset.y, offset.z);
    part.actor->SetProperty(material);
    return part;
}

vtkSmartPointer<vtkTypeInt32Array> chosen(vtkTypeInt32Array *all, const std::vector<std::uint32_t> &triangles)
{
    auto connectivity = vtkSmartPointer<vtkTypeInt32Array>::New();
    connectivity->SetNumberOfValues(static_cast<vtkIdType>(triangles.size()) * 3);
    const std::int32_t *from = all->GetPointer(0);
    std::int32_t *to = connectivity->GetPointer(0);
    for (const std::uint32_t triangle : triangles) {
        to = std::copy_n(from + 3 * static_cast<std::size_t>(triangle), 3, to);
    }
    return connectivity;
}

} // namespace

struct CityTile::Drawn
{
    std::vector<Part> parts;
    std::vector<city::ObjectIndex> boxObject; ///< boxes only: by box
    bool stale = true;                        ///< colours are older than the colouring
};

CityTile::CityTile(std::shared_ptr<const TileMesh> mesh, std::shared_ptr<const TextureSet> textures,
                   vtkProperty *material, const Vec3 &sceneOrigin)
    : m_mesh(std::move(mesh))
    , m_textures(std::move(textures))
    , m_offset(m_mesh->origin - sceneOrigin)
    , m_material(material)
    , m_shownTriangles(m_mesh->triangleCount())
    , m_shownObjects(m_mesh->objectCount)
{}

CityTile::~CityTile()
{
    detach();
}

void CityTile::attach(vtkRenderer *renderer)
{
    m_renderer = renderer;
    for (const auto &level : m_levels) {
        if (level) {
            for (const Part &part : level->parts) {
                renderer->AddActor(part.actor);
            }
        }
    }
}

void CityTile::detach()
{
    if (!m_renderer) {
        return;
    }
    for (const auto &level : m_levels) {
        if (level) {
            for (const Part &part : level->parts) {
                m_renderer->RemoveActor(part.actor);
            }
        }
    }
    dropEdges();
    m_renderer = nullptr;
}

void CityTile::setEdges(vtkProperty *material)
{
    const bool shown = material && m_level == TileLevel::Full && !m_mesh->edges.object.empty() && m_renderer;
    if (shown && !m_edges) {
        makeEdges();
    }
    if (m_edges) {
        m_edges->SetVisibility(shown ? 1 : 0);
        if (shown) {
            m_edges->SetProperty(material);
        }
    }
}

void CityTile::makeEdges()
{
    const EdgeLines &edges = m_mesh->edges;
    vtkNew<vtkTypeInt32Array> ends;
    ends->Allocate(static_cast<vtkIdType>(edges.ends.size()));
    for (std::size_t i = 0; i < edges.object.size(); ++i) {
        if (!m_hidden || !m_hidden(edges.object[i])) {
            ends->InsertNextValue(edges.ends[2 * i]);
            ends->InsertNextValue(edges.ends[2 * i + 1]);
        }
    }
    vtkNew<vtkCellArray> lines;
    lines->SetData(2, ends);
    vtkNew<vtkPolyData> data;
    data->SetPoints(pointsOf(m_mesh->positions));
    data->SetLines(lines);
    vtkNew<vtkPolyDataMapper> mapper;
    mapper->SetInputData(data);
    mapper->ScalarVisibilityOff();
    mapper->StaticOn();
    mapper->SetResolveCoincidentTopologyToPolygonOffset();
    mapper->SetRelativeCoincidentTopologyLineOffsetParameters(-1.5, -3);
    mapper->SetClippingPlanes(m_clipping.Get());
    m_edges = vtkSmartPointer<vtkActor>::New();
    m_edges->SetMapper(mapper);
    m_edges->SetPosition(m_offset.x, m_offset.y, m_offset.z);
    m_edges->PickableOff();
    m_renderer->AddActor(m_edges);
}

void CityTile::dropEdges()
{
    if (m_edges && m_renderer) {
        m_renderer->RemoveActor(m_edges);
    }
    m_edges = nullptr;
}

void CityTile::setColouring(std::shared_ptr<const Colouring> colouring)
{
    const bool textures = m_mesh->uv && m_textures;
    const bool otherParts = textures && m_colouring && m_colouring->showsTextures() != colouring->showsTextures();
    m_colouring = std::move(colouring);
    for (const auto &level : m_levels) {
        if (level) {
            level->stale = true;
        }
    }
    if (otherParts) {
        setHidden(std::move(m_hidden)); // cut into other parts
    } else if (m_level != TileLevel::None) {
        paint(m_level);
    }
}

void CityTile::setHidden(Hidden hidden)
{
    vtkRenderer *renderer = m_renderer;
    detach();
    m_renderer = renderer;
    m_hidden = std::move(hidden);
    for (auto &level : m_levels) {
        level.reset();
    }
    m_shownTriangles = m_mesh->triangleCount();
    m_shownObjects = m_mesh->objectCount;
    if (m_hidden) {
        std::unordered_set<city::ObjectIndex> shown;
        m_shownTriangles = 0;
        for (const city::ObjectIndex object : m_mesh->object) {
            if (!m_hidden(object)) {
                ++m_shownTriangles;
                shown.insert(object);
            }
        }
        m_shownObjects = shown.size();
    }
    if (m_level != TileLevel::None) {
        make(m_level);
        showOnly(m_level);
    }
}

void CityTile::setDrape(vtkTexture *texture, const Box3 &extent)
{
    m_drape = texture;
    m_drapeExtent = extent;
    setHidden(std::move(m_hidden));
}

std::size_t CityTile::boxes(TileLevel level) const
{
    const std::size_t all = m_mesh->boxObject.size();
    switch (level) {
    case TileLevel::Boxes:
        return all;
    case TileLevel::Sparse:
        return (all + 3) / 4;
    case TileLevel::Few:
        return (all + 15) / 16;
    case TileLevel::Fewest:
        return (all + 63) / 64;
    default:
        return 0;
    }
}

std::size_t CityTile::triangles(TileLevel level) const
{
    if (level == TileLevel::None) {
        return 0;
    }
    const std::size_t drawnBoxes = boxes(level);
    return drawnBoxes > 0 ? std::min(m_shownTriangles, drawnBoxes * kBoxTriangles) : m_shownTriangles;
}

TileLevel CityTile::usable(TileLevel level) const
{
    // What is no simpler than the model itself is not worth a mesh of its own.
    if (level != TileLevel::None && level != TileLevel::Full && triangles(level) >= m_shownTriangles) {
        return m_shownTriangles > 0 || m_mesh->hasLooseParts() ? TileLevel::Full : TileLevel::None;
    }
    return level;
}

bool CityTile::isMade(TileLevel level) const
{
    return level == TileLevel::None || m_levels[static_cast<std::size_t>(level)] != nullptr;
}

std::size_t CityTile::madeTriangles() const
{
    std::size_t sum = 0;
    for (std::size_t i = 1; i < m_levels.size(); ++i) {
        sum += m_levels[i] ? triangles(static_cast<TileLevel>(i)) : 0;
    }
    return sum;
}

void CityTile::dropUnused()
{
    for (std::size_t i = 1; i < m_levels.size(); ++i) {
        if (m_levels[i] && static_cast<TileLevel>(i) != m_level) {
            for (const Part &part : m_levels[i]->parts) {
                if (m_renderer) {
                    m_renderer->RemoveActor(part.actor);
                }
            }
            m_levels[i].reset();
        }
    }
    if (m_edges && m_level != TileLevel::Full) {
        dropEdges();
    }
}

void CityTile::setLevel(TileLevel level)
{
    level = usable(level);
    if (level == m_level) {
        return;
    }
    m_level = level;
    if (level != TileLevel::None) {
        if (!m_levels[static_cast<std::size_t>(level)]) {
            make(level);
        } else if (drawn(level).stale) {
            paint(level);
        }
    }
    showOnly(level);
}

void CityTile::showOnly(TileLevel level)
{
    for (std::size_t i = 0; i < m_levels.size(); ++i) {
        if (m_levels[i]) {
            for (const Part &part : m_levels[i]->parts) {
                part.actor->SetVisibility(static_cast<TileLevel>(i) == level ? 1 : 0);
            }
        }
    }
}

void CityTile::make(TileLevel level)
{
    auto &slot = m_levels[static_cast<std::size_t>(level)];
    slot = std::make_unique<Drawn>();
    if (level == TileLevel::Full) {
        makeFull(*slot);
    } else {
        makeBoxes(*slot, boxes(level));
    }
    if (m_mesh->pointPositions && level >= TileLevel::Boxes) {
        addPoints(*slot);
    }
    if (m_mesh->linePositions && level >= TileLevel::Boxes) {
        addLines(*slot);
    }
    for (const Part &part : slot->parts) {
        part.actor->GetMapper()->SetClippingPlanes(m_clipping.Get());
        if (m_renderer) {
            m_renderer->AddActor(part.actor);
        }
    }
    paint(level);
}

void CityTile::makeFull(Drawn &into)
{
    const vtkSmartPointer<vtkPoints> points = pointsOf(m_mesh->positions);
    const bool textured = m_mesh->uv && m_textures && m_colouring && m_colouring->showsTextures();
    if (!m_hidden && !textured) {
        into.parts.push_back(makePart(points, m_mesh->triangles, m_offset, m_material));
    } else {
        std::map<std::uint32_t, std::vector<std::uint32_t>> byImage; // kNone first is not needed: it is its own part
        byImage[city::kNone];
        for (std::uint32_t t = 0; t < m_mesh->triangleCount(); ++t) {
            if (m_hidden && m_hidden(m_mesh->object[t])) {
                continue;
            }
            const std::uint32_t image = textured ? m_mesh->texture[t] : city::kNone;
            const bool usable = image < (textured ? m_textures->images.size() : 0) && m_textures->images[image];
            byImage[usable ? image : city::kNone].push_back(t);
        }
        // The plain part comes first: cell() and the selector's test speak about it.
        for (auto it = byImage.rbegin(); it != byImage.rend(); ++it) {
            Part part = makePart(points, chosen(m_mesh->triangles, it->second), m_offset, m_material);
            part.triangles = std::move(it->second);
            if (it->first != city::kNone) {
                part.data->GetPointData()->SetTCoords(m_mesh->uv);
                vtkNew<vtkTexture> texture;
                texture->SetInputData(m_textures->images[it->first]);
                texture->InterpolateOn();
                texture->MipmapOn();
                texture->RepeatOn();
                part.actor->SetTexture(texture);
            }
            into.parts.push_back(std::move(part));
        }
    }
    if (m_drape && m_mesh->kind == TilePlan::Kind::Terrain) {
        vtkNew<vtkFloatArray> uv;
        uv->SetNumberOfComponents(2);
        const vtkIdType count = m_mesh->positions->GetNumberOfTuples();
        uv->SetNumberOfTuples(count);
        for (vtkIdType i = 0; i < count; ++i) {
            const float *p = m_mesh->positions->GetPointer(3 * i);
            const Vec3 world = m_mesh->origin + Vec3{p[0], p[1], p[2]};
            uv->SetTypedComponent(
                i, 0,
                static_cast<float>((world.x - m_drapeExtent.min.x) / (m_drapeExtent.max.x - m_drapeExtent.min.x)));
            uv->SetTypedComponent(
                i, 1,
                static_cast<float>((world.y - m_drapeExtent.min.y) / (m_drapeExtent.max.y - m_drapeExtent.min.y)));
        }
        into.parts.front().data->GetPointData()->SetTCoords(uv);
        into.parts.front().actor->SetTexture(m_drape);
    }
}

void CityTile::setClipping(vtkPlaneCollection *planes)
{
    m_clipping = planes;
    for (const auto &level : m_levels) {
        if (level) {
            for (const Part &part : level->parts) {
                part.actor->GetMapper()->SetClippingPlanes(planes);
            }
        }
    }
    dropEdges(); // made anew when drawn
}

void CityTile::makeBoxes(Drawn &into, std::size_t boxes)
{
    constexpr vtkIdType kCorners = 8;
    std::vector<std::uint32_t> triangles;
    triangles.reserve(boxes * kBoxTriangles);
    for (std::size_t box = 0; box < boxes; ++box) {
        if (!m_hidden || !m_hidden(m_mesh->boxObject[box])) {
            into.boxObject.push_back(m_mesh->boxObject[box]);
            for (std::size_t i = 0; i < kBoxTriangles; ++i) {
                triangles.push_back(static_cast<std::uint32_t>(box * kBoxTriangles + i));
            }
        }
    }
    // Only the corners in use: all points of a mesh go to the graphics card. The tile's mesh keeps them.
    vtkNew<vtkFloatArray> corners;
    corners->SetNumberOfComponents(3);
    corners->SetArray(m_mesh->boxPositions->GetPointer(0), static_cast<vtkIdType>(boxes) * kCorners * 3, 1);
    into.parts.push_back(makePart(pointsOf(corners), chosen(m_mesh->boxTriangles, triangles), m_offset, m_material));
}

void CityTile::addPoints(Drawn &into)
{
    constexpr float kPixels = 3;
    std::vector<std::uint32_t> points;
    for (std::uint32_t i = 0; i < m_mesh->pointObject.size(); ++i) {
        if (!m_hidden || !m_hidden(m_mesh->pointObject[i])) {
            points.push_back(i);
        }
    }
    auto connectivity = vtkSmartPointer<vtkTypeInt32Array>::New();
    connectivity->SetNumberOfValues(static_cast<vtkIdType>(points.size()));
    std::copy(points.begin(), points.end(), connectivity->GetPointer(0));
    vtkNew<vtkProperty> dots;
    dots->SetPointSize(kPixels);
    dots->LightingOff();
    Part part = makePart(pointsOf(m_mesh->pointPositions), connectivity, m_offset, dots, 1);
    part.triangles = std::move(points);
    part.of = Part::Of::Points;
    into.parts.push_back(std::move(part));
}

void CityTile::addLines(Drawn &into)
{
    constexpr float kPixels = 2.2F;
    std::vector<std::uint32_t> lines;
    for (std::uint32_t i = 0; i < m_mesh->lineObject.size(); ++i) {
        if (!m_hidden || !m_hidden(m_mesh->lineObject[i])) {
            lines.push_back(i);
        }
    }
    auto connectivity = vtkSmartPointer<vtkTypeInt32Array>::New();
    connectivity->SetNumberOfValues(static_cast<vtkIdType>(lines.size()) * 2);
    std::int32_t *to = connectivity->GetPointer(0);
    for (const std::uint32_t line : lines) {
        to = std::copy_n(m_mesh->lineEnds.data() + 2 * static_cast<std::size_t>(line), 2, to);
    }
    vtkNew<vtkProperty> strokes;
    strokes->SetLineWidth(kPixels);
    strokes->LightingOff();
    Part part = makePart(pointsOf(m_mesh->linePositions), connectivity, m_offset, strokes, 2);
    part.actor->GetMapper()->SetResolveCoincidentTopologyToPolygonOffset();
    part.actor->GetMapper()->SetRelativeCoincidentTopologyLineOffsetParameters(-2, -4); // they lie on the ground
    part.triangles = std::move(lines);
    part.of = Part::Of::Lines;
    into.parts.push_back(std::move(part));
}

void CityTile::paint(TileLevel level)
{
    Drawn &target = drawn(level);
    const Colouring plain;
    const Colouring &colouring = m_colouring ? *m_colouring : plain;
    for (Part &part : target.parts) {
        const bool white = part.actor->GetTexture() != nullptr; // the image brings its own colours
        unsigned char *to = part.colours->GetPointer(0);
        const vtkIdType count = part.colours->GetNumberOfTuples();
        for (vtkIdType cell = 0; cell < count; ++cell) {
            Rgb colour{255, 255, 255};
            if (part.of == Part::Of::Lines) {
                const std::size_t line = part.triangles[static_cast<std::size_t>(cell)];
                colour = colouring.ofLine(m_mesh->lineObject[line], m_mesh->lineClass[line]);
            } else if (part.of == Part::Of::Points) {
                const std::size_t point = part.triangles[static_cast<std::size_t>(cell)];
                const std::uint32_t own = m_mesh->pointColour[point];
                colour = own == city::kNone || colouring.isByAttribute()
                             ? colouring.of(m_mesh->pointObject[point], SurfaceClass::Other)
                             : OwnColours::unpacked(own);
            } else if (level != TileLevel::Full) {
                const auto box = static_cast<std::size_t>(cell) / kBoxTriangles;
                const bool roof = static_cast<std::size_t>(cell) % kBoxTriangles < 2;
                colour = colouring.of(target.boxObject[box], roof ? SurfaceClass::Roof : SurfaceClass::Wall);
            } else if (!white) {
                const std::size_t triangle = part.triangles.empty() ? static_cast<std::size_t>(cell)
                                                                    : part.triangles[static_cast<std::size_t>(cell)];
                const std::uint32_t own =
                    m_mesh->ownColour.empty() || !colouring.showsTextures() ? city::kNone : m_mesh->ownColour[triangle];
                colour = own == city::kNone ? colouring.of(m_mesh->object[triangle], m_mesh->surfaceClass[triangle])
                                            : OwnColours::unpacked(own);
            }
            to[0] = colour.r;
            to[1] = colour.g;
            to[2] = colour.b;
            to[3] = 255;
            to += 4;
        }
        part.colours->Modified();
    }
    target.stale = false;
}

std::optional<CityTile::Answer> CityTile::pick(const Ray &ray, double farthest, double before) const
{
    const Ray local{ray.from - m_mesh->origin, ray.direction, ray.spread};
    std::function<bool(std::uint32_t)> ignored;
    if (m_hidden) {
        ignored = [this](std::uint32_t triangle) { return m_hidden(m_mesh->object[triangle]); };
    }
    const auto hit = m_mesh->bvh.nearest(local, farthest, ignored);
    if (ray.spread > 0 && m_mesh->hasLooseParts()) {
        // A line on the ground lies as far as the ground itself.
        const double limit = hit ? hit->distance + ray.spread * (before + hit->distance) : farthest;
        if (const auto loose = nearestLoose(*m_mesh, local, before, limit, m_hidden)) {
            return Answer{loose->object, city::kNone, hit ? std::min(loose->distance, hit->distance) : loose->distance};
        }
    }
    if (!hit) {
        return std::nullopt;
    }
    return Answer{m_mesh->object[hit->triangle], m_mesh->surface[hit->triangle], hit->distance};
}

CityTile::Answer CityTile::cell(std::size_t number) const
{
    const Part &part = drawn(TileLevel::Full).parts.front();
    const std::size_t triangle = part.triangles.empty() ? number : part.triangles[number];
    return {m_mesh->object[triangle], m_mesh->surface[triangle], 0};
}

vtkActor *CityTile::fullActor() const
{
    const auto &full = m_levels[static_cast<std::size_t>(TileLevel::Full)];
    return full ? full->parts.front().actor.Get() : nullptr;
}

} // namespace loci::scene
