// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/scene/cityscene.h"

#include "layers/scene/scenemodel.h"
#include "layers/scene/vtkfactories.h"

#include <vtkActor.h>
#include <vtkCamera.h>
#include <vtkImageData.h>
#include <vtkNew.h>
#include <vtkPlane.h>
#include <vtkPlaneCollection.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>
#include <vtkTexture.h>

#include <algorithm>
#include <array>
#include <map>
#include <unordered_set>

namespace loci::scene {

CityScene::CityScene()
    : m_renderer(vtkSmartPointer<vtkRenderer>::New())
    , m_look(m_renderer)
    , m_ground(m_renderer)
    , m_highlight(m_renderer)
    , m_glass(m_renderer)
    , m_cutFaces(m_renderer)
    , m_columns(m_renderer)
    , m_planes(vtkSmartPointer<vtkPlaneCollection>::New())
    , m_groundPlanes(vtkSmartPointer<vtkPlaneCollection>::New())
{
    m_highlight.setClipping(m_planes);
    m_glass.setClipping(m_planes);
    m_ground.setClipping(m_groundPlanes);
    registerVtkFactories();
    vtkCamera *camera = m_renderer->GetActiveCamera();
    camera->SetViewUp(0, 0, 1);
    camera->SetViewAngle(kViewAngle);
    m_renderer->SetUseDepthPeeling(false);
}

CityScene::~CityScene()
{
    m_models.clear(); // before the renderer's passes go
}

vtkRenderer *CityScene::renderer() const
{
    return m_renderer;
}

CityScene::Model *CityScene::find(const QString &id) const
{
    for (const auto &model : m_models) {
        if (model->id == id) {
            return model.get();
        }
    }
    return nullptr;
}

void CityScene::setTheme(Theme theme, const Rgb &accent)
{
    m_look.setTheme(theme);
    m_highlight.setAccent(accent);
    m_cutFaces.setTheme(theme);
    placeColumns();
    for (const auto &model : m_models) {
        recolour(*model);
    }
    relight();
}

void CityScene::setSun(double elevation, double azimuth)
{
    m_look.setSun(elevation, azimuth);
    relight();
}

void CityScene::relight()
{
    for (const auto &model : m_models) {
        m_look.applyTo(model->material);
        m_look.applyTo(model->groundMaterial);
    }
    m_ground.relight(m_look);
}

namespace {

/// The colour that a map shows most often along its edge: the ground goes on in it beyond the map.
Rgb edgeColour(vtkImageData &image)
{
    int size[3];
    image.GetDimensions(size);
    std::map<std::array<std::uint8_t, 3>, int> counts;
    constexpr int kSteps = 40;
    const auto look = [&](int x, int y) {
        const auto *rgb = static_cast<const std::uint8_t *>(image.GetScalarPointer(x, y, 0));
        ++counts[{rgb[0], rgb[1], rgb[2]}];
    };
    for (int i = 0; i <= kSteps; ++i) {
        const int x = (size[0] - 1) * i / kSteps;
        const int y = (size[1] - 1) * i / kSteps;
        look(x, 0);
        look(x, size[1] - 1);
        look(0, y);
        look(size[0] - 1, y);
    }
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](const auto &a, const auto &b) { return a.second < b.second; });
    return {most->first[0], most->first[1], most->first[2]};
}

} // namespace

void CityScene::setGroundImage(vtkSmartPointer<vtkImageData> image, const Box3 &extent)
{
    m_groundTexture = nullptr;
    m_groundExtent = extent;
    m_ground.setPlain(std::nullopt);
    if (image && !extent.isEmpty()) {
        m_groundTexture = vtkSmartPointer<vtkTexture>::New();
        m_groundTexture->SetInputData(image);
        m_groundTexture->InterpolateOn();
        m_groundTexture->MipmapOn();
        m_groundTexture->SetWrap(vtkTexture::ClampToBorder); // beyond the map the ground is plain
        const Rgb plain = edgeColour(*image);
        m_ground.setPlain(plain);
        m_groundTexture->SetBorderColor(plain.r / 255.0F, plain.g / 255.0F, plain.b / 255.0F, 1);
    }
    for (const auto &model : m_models) {
        for (const auto &tile : model->tiles) {
            if (tile->mesh().kind == TilePlan::Kind::Terrain) {
                tile->setDrape(m_groundTexture, extent);
            }
        }
    }
    m_ground.setDrape(m_groundTexture, extent);
    m_ground.relight(m_look);
}

void CityScene::addModel(const QString &id, city::CityModelPtr model, const ModelStyle &style)
{
    removeModel(id);
    if (!m_hasOrigin && !model->extent.isEmpty()) {
        const Camera kept = camera(); // in world coordinates: it stays where it is when the origin moves
        m_origin = model->extent.centre();
        m_origin.z = std::isfinite(model->extent.min.z) ? model->extent.min.z : 0;
        m_hasOrigin = true;
        setCamera(kept);
        applyCut();
    }
    auto entry = std::make_unique<Model>();
    entry->id = id;
    entry->model = std::move(model);
    entry->style = style;
    entry->material = vtkSmartPointer<vtkProperty>::New();
    entry->groundMaterial = vtkSmartPointer<vtkProperty>::New();
    entry->applyOpacity(m_cut.terrainOpacity);
    m_look.applyTo(entry->material);
    m_look.applyTo(entry->groundMaterial);
    m_models.push_back(std::move(entry));
    recolour(*m_models.back());
}

void CityScene::recolour(Model &model)
{
    model.colouring = model.classes ? std::make_shared<Colouring>(m_look.theme(), *model.classes)
                                    : std::make_shared<Colouring>(*model.model, m_look.theme(), model.style.colourBy,
                                                                  ColourScale::fromText(model.style.colourScale));
    for (CityTile *tile : model.drawnThings()) {
        tile->setColouring(model.colouring);
    }
}

void CityScene::setStyle(const QString &id, const ModelStyle &style)
{
    Model *model = find(id);
    if (!model || model->style == style) {
        return;
    }
    const ModelStyle before = std::exchange(model->style, style);
    model->applyOpacity(m_cut.terrainOpacity);
    if (before.colourBy != style.colourBy || before.colourScale != style.colourScale) {
        recolour(*model);
    }
    if (before.visible != style.visible) {
        refreshHighlight();
        updateGround();
    }
}

void CityScene::addTile(const QString &id, std::shared_ptr<const TileMesh> mesh,
                        std::shared_ptr<const TextureSet> textures)
{
    Model *model = find(id);
    if (!model || (mesh->triangleCount() == 0 && !mesh->hasLooseParts())) {
        return;
    }
    const bool built = mesh->kind == TilePlan::Kind::Built;
    auto tile = std::make_unique<CityTile>(std::move(mesh), std::move(textures),
                                           built ? model->material : model->groundMaterial, m_origin);
    tile->setClipping(m_planes);
    tile->setColouring(model->colouring);
    if (const auto hidden = model->hiddenFor(tile->mesh().kind)) {
        tile->setHidden(hidden);
    }
    if (m_groundTexture && tile->mesh().kind == TilePlan::Kind::Terrain) {
        tile->setDrape(m_groundTexture, m_groundExtent);
    }
    tile->attach(m_renderer);
    model->extent.include(tile->mesh().bounds);
    model->tiles.push_back(std::move(tile));
    if (std::any_of(m_selected.begin(), m_selected.end(), [&id](const ObjectKey &k) { return k.modelId == id; })) {
        refreshHighlight();
    }
}

void CityScene::setClasses(const QString &id, std::shared_ptr<const ObjectClasses> classes,
                           const std::vector<std::uint8_t> &shown)
{
    Model *model = find(id);
    if (!model || (classes && classes->ofObject.size() != model->model->objectCount())) {
        return;
    }
    if (classes == model->classes && shown.empty()) {
        return;
    }
    model->classes = std::move(classes);
    recolour(*model);
    model->isolating = false;
    model->hidden = nullptr;
    if (model->classes && shown.size() == model->model->objectCount()) {
        model->hidden = std::make_shared<std::vector<std::uint8_t>>(shown.size());
        for (std::size_t o = 0; o < shown.size(); ++o) {
            (*model->hidden)[o] = shown[o] == 0 ? 1 : 0;
        }
    }
    applyHidden(*model);
    refreshHighlight();
}

void CityScene::removeTiles(const QString &id)
{
    if (Model *model = find(id)) {
        model->groups.clear();
        model->groupedTiles = 0;
        model->tiles.clear();
        refreshHighlight();
    }
}

void CityScene::removeModel(const QString &id)
{
    const auto gone = std::remove_if(m_models.begin(), m_models.end(), [&id](const auto &m) { return m->id == id; });
    if (gone == m_models.end()) {
        return;
    }
    m_models.erase(gone, m_models.end());
    m_hasOrigin = m_hasOrigin && !m_models.empty();
    refreshHighlight();
    updateGround();
}

city::CityModelPtr CityScene::model(const QString &id) const
{
    const Model *found = find(id);
    return found ? found->model : nullptr;
}

const Legend &CityScene::legend(const QString &id) const
{
    static const Legend none;
    const Model *found = find(id);
    return found ? found->colouring->legend() : none;
}

void CityScene::regroup(Model &model)
{
    if (model.groupedTiles == model.tiles.size()) {
        return;
    }
    model.groupedTiles = model.tiles.size();
    model.groups.rebuild(model.tiles, model.material, m_origin, [this, &model](CityTile &group) {
        group.setClipping(m_planes);
        group.setColouring(model.colouring);
        if (const auto hidden = model.hiddenFor(group.mesh().kind)) {
            group.setHidden(hidden);
        }
        group.attach(m_renderer);
    });
}

void CityScene::updateGround()
{
    for (const auto &model : m_models) {
        regroup(*model);
    }
    std::vector<Vec3> feet;
    bool terrain = false;
    double lowest = std::numeric_limits<double>::infinity();
    for (const auto &model : m_models) {
        for (const auto &tile : model->tiles) {
            if (!model->style.visible) {
                continue;
            }
            terrain = terrain || tile->mesh().kind != TilePlan::Kind::Built;
            lowest = std::min(lowest, tile->mesh().bounds.min.z);
            feet.insert(feet.end(), tile->mesh().groundPoints.begin(), tile->mesh().groundPoints.end());
        }
    }
    Box3 box = extent();
    box.min.z = std::isfinite(lowest) ? lowest : box.min.z;
    m_ground.build(box, feet, terrain, m_origin);
    m_ground.setDrape(m_groundTexture, m_groundExtent);
    m_ground.relight(m_look);
    placeColumns();
}

void CityScene::applyHidden(Model &model)
{
    for (CityTile *tile : model.drawnThings()) {
        tile->setHidden(model.hiddenFor(tile->mesh().kind));
    }
    m_cutFaces.forgetHidden();
}

void CityScene::hide(const std::vector<ObjectKey> &objects)
{
    for (const auto &model : m_models) {
        bool changed = false;
        for (const ObjectKey &key : objects) {
            if (key.modelId == model->id && key.object < model->model->objectCount()) {
                model->markHidden(key.object);
                changed = true;
            }
        }
        if (changed) {
            applyHidden(*model);
        }
    }
    refreshHighlight();
}

void CityScene::isolate(const std::vector<ObjectKey> &objects)
{
    for (const auto &model : m_models) {
        model->hidden = std::make_shared<std::vector<std::uint8_t>>(model->model->objectCount(), 1);
        model->isolating = true;
        for (const ObjectKey &key : objects) {
            if (key.modelId == model->id && key.object < model->model->objectCount()) {
                for (const city::ObjectIndex o : model->model->withDescendants(key.object)) {
                    (*model->hidden)[o] = 0;
                }
            }
        }
        applyHidden(*model);
    }
    refreshHighlight();
}

void CityScene::showAll()
{
    for (const auto &model : m_models) {
        if (model->hidden) {
            model->hidden = nullptr;
            model->isolating = false;
            applyHidden(*model);
        }
    }
    refreshHighlight();
}

bool CityScene::isAnythingHidden() const
{
    return std::any_of(m_models.begin(), m_models.end(), [](const auto &m) { return m->hidden != nullptr; });
}

void CityScene::setSelected(const std::vector<ObjectKey> &objects)
{
    m_selected = objects;
    refreshHighlight();
}

namespace {

/// Collects what of the tiles is selected, relative to the origin of the first tile that has some of it.
class Marked
{
public:
    std::unordered_set<city::ObjectIndex> objects;   ///< of the model that is looked at
    std::unordered_set<city::SurfaceIndex> surfaces; ///< that were pointed at
    CityTile::Hidden hidden;

    bool has(city::ObjectIndex object) const { return objects.contains(object) && !(hidden && hidden(object)); }
    void addTriangles(const TileMesh &mesh)
    {
        for (std::size_t t = 0; t < mesh.triangleCount(); ++t) {
            if (!has(mesh.object[t])) {
                continue;
            }
            for (int i = 0; i < 3; ++i) {
                const std::int32_t vertex = mesh.triangles->GetValue(static_cast<vtkIdType>(3 * t + i));
                put(mesh, mesh.positions, vertex, m_parts.corners);
                if (surfaces.contains(mesh.surface[t])) {
                    put(mesh, mesh.positions, vertex, m_parts.surface);
                }
            }
        }
    }
    void addLoose(const TileMesh &mesh)
    {
        for (std::size_t i = 0; i < mesh.pointObject.size(); ++i) {
            if (has(mesh.pointObject[i])) {
                put(mesh, mesh.pointPositions, static_cast<std::int32_t>(i), m_parts.points);
            }
        }
        for (std::size_t i = 0; i < mesh.lineObject.size(); ++i) {
            if (has(mesh.lineObject[i])) {
                put(mesh, mesh.linePositions, mesh.lineEnds[2 * i], m_parts.lines);
                put(mesh, mesh.linePositions, mesh.lineEnds[2 * i + 1], m_parts.lines);
            }
        }
    }
    const Highlight::Parts &parts() const { return m_parts; }
    const Vec3 &base() const { return m_base; }

private:
    void put(const TileMesh &mesh, vtkFloatArray *positions, std::int32_t index, std::vector<float> &into)
    {
        if (!m_hasBase) {
            m_base = mesh.origin;
            m_hasBase = true;
        }
        const float *p = positions->GetPointer(3 * static_cast<vtkIdType>(index));
        const Vec3 place = Vec3{p[0], p[1], p[2]} + (mesh.origin - m_base);
        into.insert(into.end(),
                    {static_cast<float>(place.x), static_cast<float>(place.y), static_cast<float>(place.z)});
    }

    Highlight::Parts m_parts;
    Vec3 m_base;
    bool m_hasBase = false;
};

} // namespace

void CityScene::refreshHighlight()
{
    Marked marked;
    for (const auto &model : m_models) {
        marked.objects.clear();
        marked.surfaces.clear();
        for (const ObjectKey &key : m_selected) {
            if (key.modelId == model->id && key.object < model->model->objectCount()) {
                const auto all = model->model->withDescendants(key.object);
                marked.objects.insert(all.begin(), all.end());
                if (key.surface != city::kNone) {
                    marked.surfaces.insert(key.surface);
                }
            }
        }
        if (marked.objects.empty() || !model->style.visible) {
            continue;
        }
        for (const auto &tile : model->tiles) {
            const TileMesh &mesh = tile->mesh();
            if (mesh.kind != TilePlan::Kind::Terrain) { // a whole terrain in the accent colour helps nobody
                marked.hidden = model->hiddenFor(mesh.kind);
                marked.addTriangles(mesh);
                marked.addLoose(mesh);
            }
        }
    }
    m_highlight.show(marked.parts(), marked.base() - m_origin);
}

void CityScene::setCut(const SceneCut &cut)
{
    m_cut = cut;
    applyCut();
}

void CityScene::applyCut()
{
    const auto toVtk = [this](const CutPlane &plane) {
        vtkNew<vtkPlane> result;
        const Vec3 place = plane.point - m_origin;
        result->SetOrigin(place.x, place.y, place.z);
        result->SetNormal(plane.inward.x, plane.inward.y, plane.inward.z);
        return vtkSmartPointer<vtkPlane>(result);
    };
    m_planes->RemoveAllItems();
    for (const CutPlane &plane : m_cut.planes()) {
        m_planes->AddItem(toVtk(plane));
    }
    m_groundPlanes->RemoveAllItems();
    if (m_cut.highest) {
        m_groundPlanes->AddItem(toVtk({{0, 0, *m_cut.highest}, {0, 0, -1}}));
    }
    m_cutFaces.setCut(m_cut, m_origin);
    m_ground.setOpacity(m_cut.terrainOpacity);
    for (const auto &model : m_models) {
        model->applyOpacity(m_cut.terrainOpacity);
    }
}

std::vector<const CityTile *> CityScene::tiles() const
{
    std::vector<const CityTile *> all;
    for (const auto &model : m_models) {
        for (const auto &tile : model->tiles) {
            all.push_back(tile.get());
        }
    }
    return all;
}

Box3 CityScene::extent() const
{
    Box3 box;
    for (const auto &model : m_models) {
        if (model->style.visible) {
            box.include(model->tiles.empty() ? model->model->extent : model->extent);
        }
    }
    return box;
}

Box3 CityScene::boundsOf(const ObjectKey &key) const
{
    const Model *model = find(key.modelId);
    return model && key.object < model->model->objectCount() ? model->model->boundsWithDescendants(key.object) : Box3();
}

DrawnCounts CityScene::drawn() const
{
    DrawnCounts counts;
    for (const auto &model : m_models) {
        for (const auto &tile : model->tiles) {
            if (tile->level() != TileLevel::None) {
                ++counts.tiles;
                counts.triangles += tile->triangles(tile->level());
                counts.objects += tile->shownObjects();
            }
        }
        for (const CityTile *group : model->groups.all()) {
            if (group->level() != TileLevel::None) {
                counts.triangles += group->triangles(group->level());
                counts.objects += group->shownObjects();
            }
        }
    }
    return counts;
}

} // namespace loci::scene
