// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of CityScene that looks: camera, levels of detail, rays.
#include "layers/scene/cityscene.h"
#include "layers/scene/scenemodel.h"

#include <vtkCamera.h>
#include <vtkMatrix4x4.h>
#include <vtkNew.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>

#include <algorithm>
#include <numbers>
#include <numeric>
#include <unordered_map>
#include <utility>
#include <vector>

namespace loci::scene {

namespace {

constexpr double kHalfAngle = kViewAngle / 2 * std::numbers::pi / 180;
constexpr double kLeastHeight = 1.6;            ///< of the eye above the ground: a person's
constexpr std::size_t kStillBudget = 4'000'000; ///< triangles of a picture that nobody waits for
constexpr double kNearest = 0.2;
constexpr std::size_t kLeastMade = 20000;    ///< triangles that a moving frame may make new
constexpr std::size_t kMostMade = 8'000'000; ///< triangles that are kept at hand, shown or not

/// Axes of the picture for a camera: to the right, up, forward.
struct Axes
{
    Vec3 right, up, forward;
};

Axes axesOf(const Camera &camera)
{
    const Vec3 forward = normalised(camera.focus - camera.position);
    Vec3 right = cross(forward, {0, 0, 1});
    right = length(right) > 1e-9 ? normalised(right) : Vec3{1, 0, 0};
    return {right, cross(right, forward), forward};
}

double distanceTo(const Box3 &box, const Vec3 &p)
{
    const Vec3 out{std::max({box.min.x - p.x, 0.0, p.x - box.max.x}), std::max({box.min.y - p.y, 0.0, p.y - box.max.y}),
                   std::max({box.min.z - p.z, 0.0, p.z - box.max.z})};
    return length(out);
}

/// The finest level up to `level` that costs no making; else the coarsest, which costs little.
TileLevel finestMade(const CityTile &tile, TileLevel level)
{
    while (level > TileLevel::Fewest && !tile.isMade(level)) {
        level = static_cast<TileLevel>(static_cast<int>(level) - 1);
    }
    return level;
}

/// Whether a box may be in the picture: it is not wholly on the far side of one of the five planes.
bool isInView(const Box3 &box, const Camera &camera, double aspect)
{
    const Axes axes = axesOf(camera);
    const double tanY = std::tan(kHalfAngle);
    const double tanX = tanY * aspect;
    const std::array<Vec3, 5> inward{axes.forward, axes.forward * tanX + axes.right, axes.forward * tanX - axes.right,
                                     axes.forward * tanY + axes.up, axes.forward * tanY - axes.up};
    return std::all_of(inward.begin(), inward.end(), [&](const Vec3 &n) {
        const Vec3 farthest{n.x > 0 ? box.max.x : box.min.x, n.y > 0 ? box.max.y : box.min.y,
                            n.z > 0 ? box.max.z : box.min.z};
        return dot(farthest - camera.position, n) > 0;
    });
}

/// Where the middle 98 of 100 values lie.
std::pair<double, double> mostOf(std::vector<double> &values)
{
    std::sort(values.begin(), values.end());
    const std::size_t few = values.size() / 100;
    return {values[few], values[values.size() - 1 - few]};
}

/// A look over places on the ground: `across` and `along` the view's direction, which goes down by `tilt`.
struct Overlook
{
    double across = 0, along = 0, distance = 100;

    /// Moves so that what is seen lies in the middle, and fills `wide` of the picture's half width and `high` of its
    /// half height.
    void fit(const std::vector<std::pair<double, double>> &places, double tilt, double aspect, double wide, double high)
    {
        const double tanY = std::tan(kHalfAngle);
        std::vector<double> x(places.size());
        std::vector<double> y(places.size());
        for (std::size_t i = 0; i < places.size(); ++i) {
            const double ahead = places[i].second - along;
            const double depth = std::max(0.1 * distance, distance + ahead * std::cos(tilt));
            x[i] = (places[i].first - across) / (depth * tanY * aspect);
            y[i] = ahead * std::sin(tilt) / (depth * tanY);
        }
        const auto [left, right] = mostOf(x);
        const auto [low, up] = mostOf(y);
        across += (left + right) / 2 * distance * tanY * aspect;
        along += (low + up) / 2 * distance * tanY / std::sin(tilt);
        distance = std::max(60.0, distance * std::max((right - left) / 2 / wide, (up - low) / 2 / high));
    }
};

} // namespace

namespace {

/// How far at least what is drawn of a tile is from the eye. Its box says little when the eye is within: one tower
/// makes it high.
double clearanceOf(const CityTile &tile, const Vec3 &eye, double limit)
{
    const TileMesh &mesh = tile.mesh();
    const double toBox = distanceTo(mesh.bounds, eye);
    if (toBox >= limit || tile.level() != TileLevel::Full || mesh.hasLooseParts()) {
        return toBox;
    }
    return std::max(toBox, mesh.bvh.clearance(eye - mesh.origin, limit));
}

/// The box of a tile, wider by what the ray meets beside it.
Box3 reachOf(const CityTile &tile, const Ray &ray)
{
    Box3 box = tile.mesh().bounds;
    if (ray.spread > 0 && tile.mesh().hasLooseParts()) {
        const double wider = ray.spread * (length(box.centre() - ray.from) + length(box.max - box.min));
        box.min = box.min - Vec3{wider, wider, wider};
        box.max = box.max + Vec3{wider, wider, wider};
    }
    return box;
}

} // namespace

std::optional<double> rayEntry(const Ray &ray, const Box3 &box)
{
    double first = 0;
    double last = std::numeric_limits<double>::infinity();
    const std::array<std::array<double, 4>, 3> axes{{{ray.from.x, ray.direction.x, box.min.x, box.max.x},
                                                     {ray.from.y, ray.direction.y, box.min.y, box.max.y},
                                                     {ray.from.z, ray.direction.z, box.min.z, box.max.z}}};
    for (const auto &[from, direction, low, high] : axes) {
        if (std::abs(direction) < 1e-12) {
            if (from < low - 1e-3 || from > high + 1e-3) {
                return std::nullopt;
            }
            continue;
        }
        const double a = (low - 1e-3 - from) / direction;
        const double b = (high + 1e-3 - from) / direction;
        first = std::max(first, std::min(a, b));
        last = std::min(last, std::max(a, b));
    }
    return first <= last ? std::optional(first) : std::nullopt;
}

Camera CityScene::camera() const
{
    vtkCamera *camera = m_renderer->GetActiveCamera();
    double p[3];
    double f[3];
    camera->GetPosition(p);
    camera->GetFocalPoint(f);
    return {m_origin + Vec3{p[0], p[1], p[2]}, m_origin + Vec3{f[0], f[1], f[2]}};
}

void CityScene::setCamera(const Camera &camera)
{
    Camera kept = camera;
    if (!m_ground.isEmpty()) {
        const double lowest = groundHeight(camera.position.x, camera.position.y) + kLeastHeight;
        if (kept.position.z < lowest) {
            kept = moved(kept, {0, 0, lowest - kept.position.z});
        }
    }
    // Straight down has no "up": a hair off it keeps north at the top.
    if (std::hypot(kept.focus.x - kept.position.x, kept.focus.y - kept.position.y) < 1e-6) {
        kept.position.y -= 1e-3 * std::max(1.0, std::abs(kept.position.z - kept.focus.z));
    }
    const Vec3 p = kept.position - m_origin;
    const Vec3 f = kept.focus - m_origin;
    vtkCamera *active = m_renderer->GetActiveCamera();
    active->SetPosition(p.x, p.y, p.z);
    active->SetFocalPoint(f.x, f.y, f.z);
    active->SetViewUp(0, 0, 1);
}

Camera CityScene::homeCamera(double aspect) const
{
    Box3 box = extent();
    if (box.isEmpty()) {
        box.include(m_origin - Vec3{100, 100, 0});
        box.include(m_origin + Vec3{100, 100, 30});
    }
    // The buildings decide, not the corners of their box, which may be empty.
    constexpr ViewAngles kAngles{36, 21};
    const double turn = kAngles.azimuth * std::numbers::pi / 180;
    std::vector<std::pair<double, double>> places; // across and along the view
    for (const auto &model : m_models) {
        for (const auto &tile : model->tiles) {
            for (const Vec3 &p : tile->mesh().groundPoints) {
                places.emplace_back(p.x * std::cos(turn) - p.y * std::sin(turn),
                                    p.x * std::sin(turn) + p.y * std::cos(turn));
            }
        }
    }
    constexpr double kTower = 0.5; // a place that is higher than that to its width is no city
    const double wide = std::max(box.max.x - box.min.x, box.max.y - box.min.y);
    if (places.size() < 3 || box.max.z - box.min.z > kTower * wide) {
        return fitting(box, aspect, kAngles);
    }
    constexpr std::size_t kEnough = 20'000;
    std::vector<double> across;
    std::vector<double> along;
    std::vector<std::pair<double, double>> some;
    const std::size_t step = places.size() / kEnough + 1;
    for (std::size_t i = 0; i < places.size(); i += step) {
        some.push_back(places[i]);
        across.push_back(places[i].first);
        along.push_back(places[i].second);
    }
    places = std::move(some);
    const auto [left, right] = mostOf(across);
    const auto [near, far] = mostOf(along);
    const double deep = (far - near) / 2 + 12;
    const double height = std::min(60.0, box.max.z - box.min.z);
    Overlook look{(left + right) / 2, (near + far) / 2, std::max({60.0, right - left, 2 * deep})};
    constexpr double kWide = 0.9; // of the picture
    constexpr double kHigh = 0.72;
    constexpr int kRounds = 6; // each halves what is left and more
    for (int i = 0; i < kRounds; ++i) {
        look.fit(places, kAngles.tilt * std::numbers::pi / 180, std::max(0.2, aspect), kWide, kHigh);
    }
    look.distance += height; // roofs stand higher than the ground that was looked at
    const Vec3 focus{look.across * std::cos(turn) + look.along * std::sin(turn),
                     look.along * std::cos(turn) - look.across * std::sin(turn),
                     (m_ground.isEmpty() ? box.min.z : groundHeight(box.centre().x, box.centre().y)) + height / 4};
    return fromAngles(focus, look.distance, kAngles);
}

double CityScene::horizonHeight() const
{
    const double tilt = anglesOf(camera()).tilt * std::numbers::pi / 180;
    // The horizon lies `tilt` above the middle of the picture.
    return std::abs(tilt) > 1.4 ? 2 : 0.5 + std::tan(tilt) / std::tan(kHalfAngle) / 2;
}

void CityScene::prepareFrame(int width, int height, Quality quality, std::size_t budget)
{
    m_look.setQuality(quality);
    const double aspect = height > 0 ? static_cast<double>(width) / height : 1;
    const Camera eye = camera();
    std::vector<CityTile *> seen;
    std::vector<TileView> views;
    for (const auto &model : m_models) {
        for (const auto &tile : model->tiles) {
            if (!model->style.visible || !isInView(tile->mesh().bounds, eye, aspect)) {
                tile->setLevel(TileLevel::None);
                continue;
            }
            seen.push_back(tile.get());
            views.push_back({distanceTo(tile->mesh().bounds, eye.position),
                             {0, tile->triangles(TileLevel::Fewest), tile->triangles(TileLevel::Few),
                              tile->triangles(TileLevel::Sparse), tile->triangles(TileLevel::Boxes),
                              tile->triangles(TileLevel::Full)}});
        }
    }
    std::vector<TileLevel> levels = chooseLevels(views, budget > 0 ? budget : kStillBudget);
    std::unordered_map<const CityTile *, TileLevel *> wanted;
    wanted.reserve(seen.size());
    for (std::size_t i = 0; i < seen.size(); ++i) {
        wanted.emplace(seen[i], &levels[i]);
    }
    for (const auto &model : m_models) {
        model->groups.show(wanted);
    }
    showLevels(seen, views, levels, isMoving(quality) && budget > 0 ? std::max(kLeastMade, budget / 5) : kStillBudget);
    if (!isMoving(quality)) {
        dropUnused();
    }
    drawEdges(height, quality);
    drawCutFaces(quality);
    m_look.setViewDistance(length(eye.focus - eye.position), 2 * std::tan(kHalfAngle) / std::max(1, height));
    m_look.drawSky(horizonHeight());
    setClipping(aspect);
}

void CityScene::showLevels(const std::vector<CityTile *> &tiles, const std::vector<TileView> &views,
                           const std::vector<TileLevel> &levels, std::size_t mayMake)
{
    // Making a level of a tile and sending it to the graphics card takes long beside drawing it: a moving frame makes
    // only some, near tiles first, and shows the others by what there is. The next frames go on.
    std::vector<std::size_t> order(tiles.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return views[a].distance < views[b].distance; });
    std::size_t made = 0;
    for (const std::size_t i : order) {
        TileLevel level = tiles[i]->usable(levels[i]);
        if (!tiles[i]->isMade(level)) {
            const std::size_t cost = tiles[i]->triangles(level);
            if (made == 0 || made + cost <= mayMake) { // one at least: it may be larger than what a frame may make
                made += cost;
            } else {
                level = finestMade(*tiles[i], level);
            }
        }
        tiles[i]->setLevel(level);
    }
}

void CityScene::dropUnused()
{
    std::size_t made = 0;
    for (const auto &model : m_models) {
        for (const auto &tile : model->tiles) {
            made += tile->madeTriangles();
        }
    }
    for (const auto &model : m_models) {
        for (const auto &tile : model->tiles) {
            if (made > kMostMade) {
                tile->dropUnused();
            }
        }
    }
}

void CityScene::drawEdges(int height, Quality quality)
{
    // By the size of a pixel there: lines closer to each other than pixels would only make it dark.
    constexpr std::array<double, 3> kMetresAPixel{0.25, 0.6, 1.2};
    constexpr std::array<double, 3> kTowardsWall{0, 0.2, 0.4};
    const Vec3 eye = camera().position;
    const double perMetre = 2 * std::tan(kHalfAngle) / std::max(1, height);
    const Palette &colours = palette(m_look.theme());
    for (std::size_t i = 0; i < m_edgeMaterials.size(); ++i) {
        if (!m_edgeMaterials[i]) {
            m_edgeMaterials[i] = vtkSmartPointer<vtkProperty>::New();
            m_edgeMaterials[i]->SetAmbient(1);
            m_edgeMaterials[i]->SetDiffuse(0);
            m_edgeMaterials[i]->SetLineWidth(1.2F);
        }
        const Rgb colour = mix(colours.edge, colours[SurfaceClass::Wall], kTowardsWall[i]);
        m_edgeMaterials[i]->SetColor(colour.r / 255.0, colour.g / 255.0, colour.b / 255.0);
    }
    const bool shown = m_edgesShown && !isMoving(quality);
    for (const auto &model : m_models) {
        for (const auto &tile : model->tiles) {
            vtkProperty *material = nullptr;
            if (shown && tile->level() == TileLevel::Full) {
                const double pixel = perMetre * distanceTo(tile->mesh().bounds, eye);
                const auto place = std::lower_bound(kMetresAPixel.begin(), kMetresAPixel.end(), pixel);
                material = place == kMetresAPixel.end()
                               ? nullptr
                               : m_edgeMaterials[static_cast<std::size_t>(place - kMetresAPixel.begin())].Get();
            }
            tile->setEdges(material);
        }
    }
}

void CityScene::drawCutFaces(Quality quality)
{
    std::vector<CutFaceLayer::Tile> tiles;
    for (const auto &model : m_models) {
        for (const auto &tile : model->tiles) {
            const bool seenThrough = m_cut.terrainOpacity < 1 && tile->mesh().kind != TilePlan::Kind::Built;
            if (m_cut.cutsAnything() && tile->level() == TileLevel::Full && !seenThrough) {
                tiles.push_back({tile->sharedMesh(), model->model, model->hiddenFor(tile->mesh().kind)});
            }
        }
    }
    m_cutFaces.show(tiles, quality == Quality::Moving);
}

std::optional<ShadowRequest> CityScene::shadowRequest(int width, int height) const
{
    const SunLight light = m_look.light();
    if (light.sun < 0.01 || light.direction.z <= 0) {
        return std::nullopt;
    }
    ShadowRequest request;
    request.camera = camera();
    request.width = width;
    request.height = height;
    request.light = light;
    request.cut = m_cut;
    request.ground = m_ground.shape();
    for (const auto &model : m_models) {
        for (const auto &tile : model->tiles) {
            if (model->style.visible) {
                request.tiles.push_back({tile->sharedMesh(), model->hiddenFor(tile->mesh().kind)});
            }
        }
    }
    return request;
}

void CityScene::setClipping(double aspect)
{
    // As far as the ground reaches; as near as the nearest thing allows, for the sake of the depth buffer.
    const Camera eye = camera();
    double nearest = std::numeric_limits<double>::infinity();
    double farthest = 1000;
    for (const auto &model : m_models) {
        for (const auto &tile : model->tiles) {
            if (tile->level() != TileLevel::None) {
                nearest = std::min(nearest, clearanceOf(*tile, eye.position, nearest));
            }
        }
        for (const CityTile *group : model->groups.all()) {
            if (group->level() != TileLevel::None) {
                nearest = std::min(nearest, distanceTo(group->mesh().bounds, eye.position));
            }
        }
    }
    nearest = std::min(nearest, m_columns.nearest(eye.position));
    const Box3 box = extent();
    if (!box.isEmpty()) {
        const Vec3 middle = box.centre();
        farthest = length({eye.position.x - middle.x, eye.position.y - middle.y, eye.position.z - m_origin.z}) +
                   m_ground.reach();
    }
    const double above = std::max(0.5, eye.position.z - groundHeight(eye.position.x, eye.position.y));
    // The ground under the lower edge of the picture is the nearest of what is always there.
    const double tilt = anglesOf(eye).tilt * std::numbers::pi / 180;
    const double toGround =
        above / std::max(0.05, std::sin(std::min(std::numbers::pi / 2, std::max(0.0, tilt) + kHalfAngle)));
    const double corner = std::cos(std::atan(std::tan(kHalfAngle) * std::hypot(1, aspect)));
    const double near = std::clamp(0.6 * corner * std::min(nearest, toGround), kNearest, farthest / 4);
    m_renderer->GetActiveCamera()->SetClippingRange(near, farthest);
}

void CityScene::framePart(int width, int height, const PicturePart &part)
{
    vtkCamera *active = m_renderer->GetActiveCamera();
    active->SetUseExplicitProjectionTransformMatrix(part.width > 0);
    if (part.width <= 0 || part.height <= 0) {
        m_look.drawSky(horizonHeight());
        return;
    }
    double range[2];
    active->GetClippingRange(range);
    const double top = range[0] * std::tan(kHalfAngle);
    const double right = top * width / std::max(1, height);
    const double x0 = right * (2.0 * part.left / width - 1);
    const double x1 = right * (2.0 * (part.left + part.width) / width - 1);
    const double y0 = top * (2.0 * part.bottom / height - 1);
    const double y1 = top * (2.0 * (part.bottom + part.height) / height - 1);
    vtkNew<vtkMatrix4x4> projection;
    projection->Zero();
    projection->SetElement(0, 0, 2 * range[0] / (x1 - x0));
    projection->SetElement(0, 2, (x1 + x0) / (x1 - x0));
    projection->SetElement(1, 1, 2 * range[0] / (y1 - y0));
    projection->SetElement(1, 2, (y1 + y0) / (y1 - y0));
    projection->SetElement(2, 2, -(range[1] + range[0]) / (range[1] - range[0]));
    projection->SetElement(2, 3, -2 * range[1] * range[0] / (range[1] - range[0]));
    projection->SetElement(3, 2, -1);
    active->SetExplicitProjectionTransformMatrix(projection);
    m_look.drawSky(horizonHeight(), static_cast<double>(part.bottom) / height,
                   static_cast<double>(part.bottom + part.height) / height);
}

Ray CityScene::rayAt(double x, double y, int width, int height) const
{
    const Camera eye = camera();
    const Axes axes = axesOf(eye);
    const double tanY = std::tan(kHalfAngle);
    const double tanX = tanY * width / std::max(1, height);
    const double u = (2 * x / std::max(1, width) - 1) * tanX;
    const double v = (1 - 2 * y / std::max(1, height)) * tanY;
    constexpr double kBeside = 5; // pixels: points and lines are thin
    return {eye.position, normalised(axes.forward + axes.right * u + axes.up * v),
            kBeside * 2 * tanY / std::max(1, height)};
}

CityScene::Projected CityScene::project(const Vec3 &place, int width, int height) const
{
    const Camera eye = camera();
    const Axes axes = axesOf(eye);
    const Vec3 d = place - eye.position;
    const double depth = dot(d, axes.forward);
    if (depth <= 0) {
        return {};
    }
    const double scale = height / 2.0 / std::tan(kHalfAngle) / depth;
    return {width / 2.0 + dot(d, axes.right) * scale, height / 2.0 - dot(d, axes.up) * scale, true};
}

std::optional<Hit> CityScene::pick(const Ray &whole) const
{
    const auto kept = m_cut.kept(whole);
    if (!kept) {
        return std::nullopt;
    }
    const Ray ray{whole.from + whole.direction * kept->first, whole.direction, whole.spread};
    struct Candidate
    {
        double entry;
        const Model *model;
        const CityTile *tile;
    };
    std::vector<Candidate> candidates;
    for (const auto &model : m_models) {
        if (!model->style.visible) {
            continue;
        }
        for (const auto &tile : model->tiles) {
            if (m_cut.terrainOpacity < 1 && tile->mesh().kind != TilePlan::Kind::Built) {
                continue; // one sees through it
            }
            if (const auto entry = rayEntry(ray, reachOf(*tile, ray))) {
                candidates.push_back({*entry, model.get(), tile.get()});
            }
        }
    }
    std::sort(candidates.begin(), candidates.end(),
              [](const Candidate &a, const Candidate &b) { return a.entry < b.entry; });
    std::optional<Hit> best;
    double farthest = kept->second - kept->first;
    for (const Candidate &c : candidates) {
        if (c.entry > farthest) {
            break;
        }
        if (const auto answer = c.tile->pick(ray, farthest, kept->first)) {
            farthest = answer->distance;
            best = Hit{c.model->id, answer->object, answer->surface, ray.from + ray.direction * farthest,
                       farthest + kept->first};
        }
    }
    return best;
}

std::optional<Vec3> CityScene::placeUnder(const Ray &ray) const
{
    if (const auto hit = pick(ray)) {
        return hit->place;
    }
    const auto distance = m_ground.shape().meets(ray);
    return distance ? std::optional(ray.from + ray.direction * *distance) : std::nullopt;
}

double CityScene::roofHeight(double x, double y) const
{
    const Box3 box = extent();
    const double top = std::isfinite(box.max.z) ? box.max.z + 10 : 1000;
    const auto hit = pick({{x, y, top}, {0, 0, -1}});
    return hit ? hit->place.z : groundHeight(x, y);
}

bool CityScene::isHiddenBehind(const Vec3 &place) const
{
    const Vec3 eye = camera().position;
    const Vec3 way = place - eye;
    const auto hit = pick({eye, normalised(way)});
    return hit && hit->distance < length(way) - 0.5;
}

} // namespace loci::scene
