// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/sample/solid.h"

#include <algorithm>
#include <cmath>

namespace loci::sample {

namespace {

struct Normal
{
    double x = 0, y = 0, z = 0;
};

Normal newell(const Solid &solid, const std::vector<int> &ring)
{
    Normal n;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const auto &a = solid.vertices[ring[i]];
        const auto &b = solid.vertices[ring[(i + 1) % ring.size()]];
        n.x += (static_cast<double>(a[1]) - b[1]) * (static_cast<double>(a[2]) + b[2]);
        n.y += (static_cast<double>(a[2]) - b[2]) * (static_cast<double>(a[0]) + b[0]);
        n.z += (static_cast<double>(a[0]) - b[0]) * (static_cast<double>(a[1]) + b[1]);
    }
    return n;
}

struct Edge
{
    int low, high, face;
    bool forward;
};

std::vector<Edge> edgesOf(const Solid &solid)
{
    std::vector<Edge> edges;
    for (std::size_t f = 0; f < solid.faces.size(); ++f) {
        for (const auto &ring : solid.faces[f].rings) {
            for (std::size_t i = 0; i < ring.size(); ++i) {
                const int a = ring[i];
                const int b = ring[(i + 1) % ring.size()];
                edges.push_back({std::min(a, b), std::max(a, b), static_cast<int>(f), a < b});
            }
        }
    }
    std::sort(edges.begin(), edges.end(), [](const Edge &a, const Edge &b) {
        return a.low != b.low ? a.low < b.low : a.high != b.high ? a.high < b.high : a.face < b.face;
    });
    return edges;
}

void flip(Face &face)
{
    for (auto &ring : face.rings) {
        std::reverse(ring.begin(), ring.end());
    }
}

/// Turns faces so that neighbours agree. False when an edge does not have exactly two faces or the faces are not one
/// piece.
bool makeConsistent(Solid &solid)
{
    const std::vector<Edge> edges = edgesOf(solid);
    if (edges.size() % 2 != 0) {
        return false;
    }
    std::vector<std::vector<std::pair<int, bool>>> neighbours(solid.faces.size()); // face, runs the same way
    for (std::size_t i = 0; i < edges.size(); i += 2) {
        const Edge &a = edges[i];
        const Edge &b = edges[i + 1];
        if (a.low != b.low || a.high != b.high ||
            (i + 2 < edges.size() && edges[i + 2].low == a.low && edges[i + 2].high == a.high)) {
            return false;
        }
        neighbours[a.face].emplace_back(b.face, a.forward == b.forward);
        neighbours[b.face].emplace_back(a.face, a.forward == b.forward);
    }
    std::vector<signed char> turn(solid.faces.size(), 0);
    std::vector<int> stack{0};
    turn[0] = 1;
    std::size_t reached = 0;
    while (!stack.empty()) {
        const int f = stack.back();
        stack.pop_back();
        ++reached;
        for (const auto &[other, same] : neighbours[f]) {
            const signed char wanted = same ? static_cast<signed char>(-turn[f]) : turn[f];
            if (turn[other] == 0) {
                turn[other] = wanted;
                stack.push_back(other);
            } else if (turn[other] != wanted) {
                return false;
            }
        }
    }
    for (std::size_t f = 0; f < solid.faces.size(); ++f) {
        if (turn[f] < 0) {
            flip(solid.faces[f]);
        }
    }
    return reached == solid.faces.size();
}

} // namespace

int Solid::vertex(Point p, double z)
{
    const std::array<std::int32_t, 3> v{static_cast<std::int32_t>(std::lround(p.x * 1000)),
                                        static_cast<std::int32_t>(std::lround(p.y * 1000)),
                                        static_cast<std::int32_t>(std::lround(z * 1000))};
    const auto found = std::find(vertices.begin(), vertices.end(), v);
    if (found != vertices.end()) {
        return static_cast<int>(found - vertices.begin());
    }
    vertices.push_back(v);
    return static_cast<int>(vertices.size() - 1);
}

void Solid::add(Surface surface, std::vector<int> ring, std::vector<std::vector<int>> holes)
{
    Face face;
    face.surface = surface;
    face.rings.push_back(std::move(ring));
    for (auto &hole : holes) {
        face.rings.push_back(std::move(hole));
    }
    faces.push_back(std::move(face));
}

bool Solid::finish()
{
    for (Face &face : faces) {
        for (auto &ring : face.rings) {
            ring.erase(std::unique(ring.begin(), ring.end()), ring.end());
            while (ring.size() > 1 && ring.front() == ring.back()) {
                ring.pop_back();
            }
        }
        const Normal outer = newell(*this, face.rings.front());
        for (std::size_t i = 1; i < face.rings.size(); ++i) {
            const Normal hole = newell(*this, face.rings[i]);
            if (outer.x * hole.x + outer.y * hole.y + outer.z * hole.z > 0) {
                std::reverse(face.rings[i].begin(), face.rings[i].end());
            }
        }
    }
    std::erase_if(faces, [](const Face &face) { return face.rings.front().size() < 3; });
    if (faces.size() < 4 || !makeConsistent(*this)) {
        return false;
    }
    if (volume(*this) < 0) {
        for (Face &face : faces) {
            flip(face);
        }
    }
    return true;
}

double volume(const Solid &solid)
{
    if (solid.vertices.empty()) {
        return 0;
    }
    const auto &o = solid.vertices.front();
    double sum = 0;
    for (const Face &face : solid.faces) {
        for (const auto &ring : face.rings) {
            const Normal n = newell(solid, ring);
            const auto &p = solid.vertices[ring.front()];
            sum += (n.x * (p[0] - o[0]) + n.y * (p[1] - o[1]) + n.z * (static_cast<double>(p[2]) - o[2])) / 6;
        }
    }
    return sum * 1e-9;
}

namespace {

/// Index of the roof face right below or above a place, and its height there.
int roofFaceAt(const Solid &solid, Point p, double &z)
{
    for (std::size_t f = 0; f < solid.faces.size(); ++f) {
        const Face &face = solid.faces[f];
        if (face.surface != Surface::Roof) {
            continue;
        }
        Ring outline;
        for (const int v : face.rings.front()) {
            outline.push_back({solid.vertices[v][0] / 1000.0, solid.vertices[v][1] / 1000.0});
        }
        if (!contains(outline, p)) {
            continue;
        }
        const Normal n = newell(solid, face.rings.front());
        const auto &o = solid.vertices[face.rings.front().front()];
        if (std::fabs(n.z) > 1e-6) {
            z = o[2] / 1000.0 - (n.x * (p.x - o[0] / 1000.0) + n.y * (p.y - o[1] / 1000.0)) / n.z;
            return static_cast<int>(f);
        }
    }
    return -1;
}

/// True when `hole` lies inside the face with some room to its edge and to the holes already there.
bool fits(const Solid &solid, const Face &face, const Ring &hole)
{
    for (std::size_t r = 0; r < face.rings.size(); ++r) {
        Ring ring;
        for (const int v : face.rings[r]) {
            ring.push_back({solid.vertices[v][0] / 1000.0, solid.vertices[v][1] / 1000.0});
        }
        if (r > 0 && area(ring) < 0) {
            std::reverse(ring.begin(), ring.end());
        }
        for (const Point p : hole) {
            if (contains(ring, p) != (r == 0)) {
                return false;
            }
            for (std::size_t i = 0; i < ring.size(); ++i) {
                if (distanceToSegment(p, ring[i], ring[(i + 1) % ring.size()]) < 0.12) {
                    return false;
                }
            }
        }
        if (r > 0 && overlap(ring, hole, -0.12)) {
            return false;
        }
    }
    return true;
}

} // namespace

bool addBox(Solid &solid, const Ring &box, double top)
{
    double z = 0;
    const int f = roofFaceAt(solid, centroid(box), z);
    if (f < 0 || !fits(solid, solid.faces[f], box)) {
        return false;
    }
    std::vector<int> foot;
    std::vector<int> head;
    for (const Point p : box) {
        double zp = 0;
        if (roofFaceAt(solid, p, zp) != f || zp > top - 0.2) {
            return false;
        }
        foot.push_back(solid.vertex(p, zp));
        head.push_back(solid.vertex(p, top));
    }
    solid.faces[f].rings.push_back(foot);
    for (std::size_t i = 0; i < foot.size(); ++i) {
        const std::size_t j = (i + 1) % foot.size();
        solid.add(Surface::Wall, {foot[i], foot[j], head[j], head[i]});
    }
    solid.add(Surface::Roof, head);
    return true;
}

bool addDormer(Solid &solid, const Lot &lot, double s, double width, double tFront, double height, bool back)
{
    const auto tOf = [&](double t) { return back ? lot.depth - t : t; };
    double z0 = 0;
    double z1 = 0;
    const int f = roofFaceAt(solid, lot.at(s + width / 2, tOf(tFront)), z0);
    const int g = roofFaceAt(solid, lot.at(s + width / 2, tOf(tFront + 0.2)), z1);
    if (f < 0 || f != g || z1 - z0 < 0.05) {
        return false;
    }
    const double tBack = tFront + 0.2 * height / (z1 - z0);
    const Ring hole{lot.at(s, tOf(tFront)), lot.at(s + width, tOf(tFront)), lot.at(s + width, tOf(tBack)),
                    lot.at(s, tOf(tBack))};
    if (!fits(solid, solid.faces[f], hole)) {
        return false;
    }
    const int a = solid.vertex(hole[0], z0);
    const int b = solid.vertex(hole[1], z0);
    const int c = solid.vertex(hole[2], z0 + height);
    const int d = solid.vertex(hole[3], z0 + height);
    const int e = solid.vertex(hole[0], z0 + height);
    const int h = solid.vertex(hole[1], z0 + height);
    solid.faces[f].rings.push_back({a, b, c, d});
    solid.add(Surface::Wall, {a, b, h, e});
    solid.add(Surface::Wall, {b, c, h});
    solid.add(Surface::Wall, {d, a, e});
    solid.add(Surface::Roof, {e, h, c, d});
    return true;
}

} // namespace loci::sample
