// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/scene/sunshadow.h"

#include "layers/scene/cameramotion.h"

#include <QtConcurrent/QtConcurrentMap>
#include <algorithm>
#include <limits>
#include <numbers>

namespace loci::scene {

namespace {

constexpr int kBlock = 32;      ///< pixels a side that are looked at together
constexpr int kRough = 20;      ///< neighbours that differ by more are looked at more closely
constexpr double kClear = 0.03; ///< metres off the surface, so that it does not shade itself

double distanceAlong(const Box3 &box, const Vec3 &n, bool farthest)
{
    const bool up = farthest;
    return n.x * ((n.x > 0) == up ? box.max.x : box.min.x) + n.y * ((n.y > 0) == up ? box.max.y : box.min.y) +
           n.z * ((n.z > 0) == up ? box.max.z : box.min.z);
}

/// A box seen along the sun's rays: where it lies across them, and how far towards the sun it reaches.
struct Silhouette
{
    double left = 0, right = 0, low = 0, high = 0, towards = 0;
};

struct Place
{
    bool met = false;
    double darkness = 0; ///< when it lies in the shadow
    Vec3 from;           ///< of the ray to the sun
};

class Caster
{
public:
    Caster(const ShadowRequest &request, const CancelToken &cancel) : m_request(request), m_cancel(cancel)
    {
        const Vec3 sun = request.light.direction;
        m_across = normalised(cross(sun, std::abs(sun.z) < 0.99 ? Vec3{0, 0, 1} : Vec3{0, 1, 0}));
        m_along = cross(sun, m_across);
        for (const ShadowRequest::Tile &tile : request.tiles) {
            m_silhouettes.push_back(silhouetteOf(tile.mesh->bounds));
        }
        m_forward = normalised(request.camera.focus - request.camera.position);
        const Vec3 right = cross(m_forward, {0, 0, 1});
        m_right = length(right) > 1e-9 ? normalised(right) : Vec3{1, 0, 0};
        m_up = cross(m_right, m_forward);
        m_tanY = std::tan(kViewAngle / 2 * std::numbers::pi / 180);
        m_tanX = m_tanY * request.width / std::max(1, request.height);
    }

    void draw(ShadowMask &mask, int left, int top) const
    {
        const int right = std::min(left + kBlock, mask.width);
        const int bottom = std::min(top + kBlock, mask.height);
        const std::vector<std::size_t> seen = tilesSeen(left, top, right, bottom);
        std::vector<Place> places;
        Box3 spread;
        for (int y = top; y < bottom && !m_cancel.isCancelled(); ++y) {
            for (int x = left; x < right; ++x) {
                places.push_back(placeAt(x + 0.5, y + 0.5, seen));
                if (places.back().met) {
                    spread.include(places.back().from);
                }
            }
        }
        if (spread.isEmpty() || m_cancel.isCancelled()) {
            return;
        }
        const std::vector<std::size_t> shading = tilesTowardsSun(spread);
        std::size_t next = 0;
        for (int y = top; y < bottom; ++y) {
            for (int x = left; x < right; ++x) {
                pixel(mask, x, y) = toByte(darknessOf(places[next++], shading));
            }
        }
        smooth(mask, {left, top, right, bottom}, seen, shading);
    }

private:
    struct Area
    {
        int left, top, right, bottom;
    };

    static std::uint8_t &pixel(ShadowMask &mask, int x, int y)
    {
        return mask
            .darkness[static_cast<std::size_t>(y) * static_cast<std::size_t>(mask.width) + static_cast<std::size_t>(x)];
    }
    static std::uint8_t toByte(double darkness) { return static_cast<std::uint8_t>(std::lround(darkness * 255)); }

    Silhouette silhouetteOf(const Box3 &box) const
    {
        return {distanceAlong(box, m_across, false), distanceAlong(box, m_across, true),
                distanceAlong(box, m_along, false), distanceAlong(box, m_along, true),
                distanceAlong(box, m_request.light.direction, true)};
    }

    Vec3 sight(double x, double y) const
    {
        const double u = (2 * (x + m_request.left) / std::max(1, m_request.width) - 1) * m_tanX;
        const double v = (1 - 2 * (y + m_request.top) / std::max(1, m_request.height)) * m_tanY;
        return normalised(m_forward + m_right * u + m_up * v);
    }

    std::vector<std::size_t> tilesSeen(int left, int top, int right, int bottom) const
    {
        const std::array<Vec3, 4> corners{sight(left, top), sight(right, top), sight(right, bottom),
                                          sight(left, bottom)};
        std::array<Vec3, 4> inward;
        for (std::size_t i = 0; i < 4; ++i) {
            inward[i] = cross(corners[i], corners[(i + 1) % 4]);
        }
        const Vec3 eye = m_request.camera.position;
        std::vector<std::size_t> seen;
        for (std::size_t i = 0; i < m_request.tiles.size(); ++i) {
            const ShadowRequest::Tile &tile = m_request.tiles[i];
            const bool inside = std::all_of(inward.begin(), inward.end(), [&](const Vec3 &n) {
                return distanceAlong(tile.mesh->bounds, n, true) - dot(eye, n) >= 0;
            });
            if (inside && !isSeenThrough(tile)) {
                seen.push_back(i);
            }
        }
        return seen;
    }

    bool isSeenThrough(const ShadowRequest::Tile &tile) const
    {
        return m_request.cut.terrainOpacity < 1 && tile.mesh->kind != TilePlan::Kind::Built;
    }

    std::vector<std::size_t> tilesTowardsSun(const Box3 &spread) const
    {
        const Silhouette ours = silhouetteOf(spread);
        const double nearest = distanceAlong(spread, m_request.light.direction, false);
        std::vector<std::size_t> shading;
        for (std::size_t i = 0; i < m_silhouettes.size(); ++i) {
            const Silhouette &other = m_silhouettes[i];
            if (other.left <= ours.right && other.right >= ours.left && other.low <= ours.high &&
                other.high >= ours.low && other.towards >= nearest && !isSeenThrough(m_request.tiles[i])) {
                shading.push_back(i);
            }
        }
        return shading;
    }

    static std::function<bool(std::uint32_t)> ignoredOf(const ShadowRequest::Tile &tile)
    {
        if (!tile.hidden) {
            return {};
        }
        return [&tile](std::uint32_t triangle) { return tile.hidden(tile.mesh->object[triangle]); };
    }

    Place placeAt(double x, double y, const std::vector<std::size_t> &seen) const
    {
        const Ray whole{m_request.camera.position, sight(x, y)};
        const auto kept = m_request.cut.kept(whole);
        double distance = std::numeric_limits<double>::infinity();
        Vec3 normal{0, 0, 1};
        bool met = false;
        if (kept) {
            const Ray ray{whole.from + whole.direction * kept->first, whole.direction};
            double nearest = kept->second - kept->first;
            for (const std::size_t i : seen) {
                const ShadowRequest::Tile &tile = m_request.tiles[i];
                const Ray local{ray.from - tile.mesh->origin, ray.direction};
                if (const auto hit = tile.mesh->bvh.nearest(local, nearest, ignoredOf(tile))) {
                    nearest = hit->distance;
                    distance = nearest + kept->first;
                    normal = normalOf(*tile.mesh, hit->triangle);
                    met = true;
                }
            }
        }
        double fromGround = std::numeric_limits<double>::infinity();
        if (!m_request.ground.heights.empty()) {
            const auto ground = m_request.ground.meets(whole);
            if (ground && *ground < distance && *ground < 20000) {
                distance = fromGround = *ground;
                normal = {0, 0, 1};
                met = true;
            }
        }
        if (!met) {
            return {};
        }
        if (kept && kept->first > 0 && distance < fromGround && dot(normal, whole.direction) > 0) {
            return {}; // from inside a body that the cut has opened: its cut face, which is a drawing, lies before it
        }
        if (dot(normal, whole.direction) > 0) {
            normal = normal * -1; // the shader lights the side that one sees
        }
        const SunLight &light = m_request.light;
        const double sun = light.sun * std::max(0.0, dot(normal, light.direction));
        const double rest = light.ambient + light.sky * std::max(0.0, dot(normal, light.skyDirection));
        return {sun > 0, sun / (sun + rest), whole.from + whole.direction * distance + normal * kClear};
    }

    static Vec3 normalOf(const TileMesh &mesh, std::uint32_t triangle)
    {
        const auto corner = [&](int i) {
            const std::int32_t vertex = mesh.triangles->GetPointer(3 * static_cast<vtkIdType>(triangle))[i];
            const float *p = mesh.positions->GetPointer(3 * static_cast<vtkIdType>(vertex));
            return Vec3{p[0], p[1], p[2]};
        };
        const Vec3 a = corner(0);
        return normalised(cross(corner(1) - a, corner(2) - a));
    }

    double darknessOf(const Place &place, const std::vector<std::size_t> &shading) const
    {
        if (!place.met) {
            return 0;
        }
        const auto kept = m_request.cut.kept({place.from, m_request.light.direction});
        if (!kept) {
            return 0;
        }
        const Vec3 from = place.from + m_request.light.direction * kept->first;
        for (const std::size_t i : shading) {
            const ShadowRequest::Tile &tile = m_request.tiles[i];
            if (tile.mesh->bvh.meetsAny({from - tile.mesh->origin, m_request.light.direction},
                                        kept->second - kept->first, ignoredOf(tile))) {
                return place.darkness;
            }
        }
        return 0;
    }

    /// Four looks at each pixel that differs from its neighbour, within the block.
    void smooth(ShadowMask &mask, const Area &area, const std::vector<std::size_t> &seen,
                const std::vector<std::size_t> &shading) const
    {
        std::vector<std::pair<int, int>> rough;
        for (int y = area.top; y < area.bottom; ++y) {
            for (int x = area.left; x < area.right; ++x) {
                const int here = pixel(mask, x, y);
                const auto differs = [&](int i, int j) {
                    return i >= area.left && i < area.right && j >= area.top && j < area.bottom &&
                           std::abs(here - pixel(mask, i, j)) > kRough;
                };
                if (differs(x - 1, y) || differs(x + 1, y) || differs(x, y - 1) || differs(x, y + 1)) {
                    rough.emplace_back(x, y);
                }
            }
        }
        for (const auto &[x, y] : rough) {
            double sum = 0;
            for (const double dy : {0.25, 0.75}) {
                for (const double dx : {0.25, 0.75}) {
                    sum += darknessOf(placeAt(x + dx, y + dy, seen), shading);
                }
            }
            pixel(mask, x, y) = toByte(sum / 4);
        }
    }

    const ShadowRequest &m_request;
    const CancelToken &m_cancel;
    Vec3 m_across, m_along, m_forward, m_right, m_up;
    double m_tanX = 1, m_tanY = 1;
    std::vector<Silhouette> m_silhouettes;
};

} // namespace

Result<ShadowMask> castShadows(const ShadowRequest &request, const CancelToken &cancel)
{
    ShadowMask mask;
    mask.width = request.partWidth > 0 ? request.partWidth : request.width - request.left;
    mask.height = request.partHeight > 0 ? request.partHeight : request.height - request.top;
    mask.darkness.assign(static_cast<std::size_t>(mask.width) * static_cast<std::size_t>(mask.height), 0);
    const Caster caster(request, cancel);
    std::vector<std::pair<int, int>> blocks;
    for (int top = 0; top < mask.height; top += kBlock) {
        for (int left = 0; left < mask.width; left += kBlock) {
            blocks.emplace_back(left, top);
        }
    }
    QtConcurrent::blockingMap(blocks, [&](const std::pair<int, int> &block) {
        if (!cancel.isCancelled()) {
            caster.draw(mask, block.first, block.second);
        }
    });
    if (cancel.isCancelled()) {
        return fail(ErrorCode::Cancelled, {});
    }
    return mask;
}

} // namespace loci::scene
