// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/scene/boxes.h"

#include <algorithm>
#include <limits>

namespace loci::scene {

namespace {

struct Gathered
{
    std::vector<std::uint32_t> triangles;
    double cosine = 0, sine = 0; ///< of four times the wall directions: right angles fall together
    double bottom = std::numeric_limits<double>::infinity();
    double highest = -std::numeric_limits<double>::infinity();
    double roofArea = 0, roofMoment = 0;
};

Vec3 corner(const city::TriangleMesh &mesh, std::uint32_t triangle, int i)
{
    const float *p = mesh.positions.data() + 3 * static_cast<std::size_t>(mesh.triangles[3 * triangle + i]);
    return {p[0], p[1], p[2]};
}

void gather(const city::TriangleMesh &mesh, std::uint32_t triangle, SurfaceClass surface, Gathered &into)
{
    into.triangles.push_back(triangle);
    const std::array<Vec3, 3> p{corner(mesh, triangle, 0), corner(mesh, triangle, 1), corner(mesh, triangle, 2)};
    for (int i = 0; i < 3; ++i) {
        const Vec3 edge = p[(i + 1) % 3] - p[i];
        const double flat = std::hypot(edge.x, edge.y);
        into.bottom = std::min(into.bottom, p[i].z);
        into.highest = std::max(into.highest, p[i].z);
        // Only level edges tell the direction of a wall; diagonals of the triangulation climb.
        if (flat > 0.01 && std::abs(edge.z) < 0.02 * flat) {
            const double angle = 4 * std::atan2(edge.y, edge.x);
            into.cosine += flat * std::cos(angle);
            into.sine += flat * std::sin(angle);
        }
    }
    if (surface == SurfaceClass::Roof) {
        const double area = length(cross(p[1] - p[0], p[2] - p[0]));
        into.roofArea += area;
        into.roofMoment += area * (p[0].z + p[1].z + p[2].z) / 3;
    }
}

TurnedBox boxOf(const city::TriangleMesh &mesh, city::ObjectIndex object, const Gathered &g)
{
    TurnedBox box;
    box.object = object;
    box.angle = std::atan2(g.sine, g.cosine) / 4;
    const double c = std::cos(box.angle);
    const double s = std::sin(box.angle);
    constexpr double kFar = std::numeric_limits<double>::infinity();
    double low[2]{kFar, kFar};
    double high[2]{-kFar, -kFar};
    for (const std::uint32_t triangle : g.triangles) {
        for (int i = 0; i < 3; ++i) {
            const Vec3 p = corner(mesh, triangle, i);
            const double along[2]{p.x * c + p.y * s, p.y * c - p.x * s};
            for (int axis = 0; axis < 2; ++axis) {
                low[axis] = std::min(low[axis], along[axis]);
                high[axis] = std::max(high[axis], along[axis]);
            }
        }
    }
    const double u = (low[0] + high[0]) / 2;
    const double v = (low[1] + high[1]) / 2;
    box.x = u * c - v * s;
    box.y = u * s + v * c;
    box.halfLength = (high[0] - low[0]) / 2;
    box.halfWidth = (high[1] - low[1]) / 2;
    box.bottom = g.bottom;
    box.top = g.roofArea > 0 ? g.roofMoment / g.roofArea : g.highest;
    return box;
}

} // namespace

std::vector<TurnedBox> turnedBoxes(const city::TriangleMesh &mesh, const std::vector<SurfaceClass> &classes,
                                   const std::unordered_map<city::ObjectIndex, city::ObjectIndex> &rootOf)
{
    std::unordered_map<city::ObjectIndex, Gathered> byRoot;
    for (std::uint32_t t = 0; t < mesh.triangleCount(); ++t) {
        const auto root = rootOf.find(mesh.triangleObject[t]);
        if (root != rootOf.end()) {
            gather(mesh, t, classes[t], byRoot[root->second]);
        }
    }
    std::vector<TurnedBox> boxes;
    boxes.reserve(byRoot.size());
    for (const auto &[root, gathered] : byRoot) {
        boxes.push_back(boxOf(mesh, root, gathered));
    }
    std::sort(boxes.begin(), boxes.end(), [](const TurnedBox &a, const TurnedBox &b) {
        return a.volume() != b.volume() ? a.volume() > b.volume() : a.object < b.object;
    });
    return boxes;
}

BoxMesh meshOf(const std::vector<TurnedBox> &boxes)
{
    static constexpr std::array<std::int32_t, 30> kTriangles{4, 5, 6, 4, 6, 7, 0, 1, 5, 0, 5, 4, 1, 2, 6,
                                                             1, 6, 5, 2, 3, 7, 2, 7, 6, 3, 0, 4, 3, 4, 7};
    BoxMesh mesh;
    mesh.positions.reserve(boxes.size() * 24);
    mesh.triangles.reserve(boxes.size() * kTriangles.size());
    for (const TurnedBox &box : boxes) {
        const auto first = static_cast<std::int32_t>(mesh.positions.size() / 3);
        const double c = std::cos(box.angle);
        const double s = std::sin(box.angle);
        for (int i = 0; i < 8; ++i) {
            const double u = (i % 4 == 1 || i % 4 == 2) ? box.halfLength : -box.halfLength;
            const double v = i % 4 >= 2 ? box.halfWidth : -box.halfWidth;
            mesh.positions.push_back(static_cast<float>(box.x + u * c - v * s));
            mesh.positions.push_back(static_cast<float>(box.y + u * s + v * c));
            mesh.positions.push_back(static_cast<float>(i < 4 ? box.bottom : box.top));
        }
        for (const std::int32_t corner : kTriangles) {
            mesh.triangles.push_back(first + corner);
        }
        mesh.object.push_back(box.object);
    }
    return mesh;
}

} // namespace loci::scene
