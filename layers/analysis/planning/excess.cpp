// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/planning/excess.h"

#include "layers/analysis/planning/groundcut.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace loci::analysis {

namespace {

/// Twice the signed area seen from above; positive for faces that look up.
double flatArea(const Triangle3 &t)
{
    return (t[1].x - t[0].x) * (t[2].y - t[0].y) - (t[1].y - t[0].y) * (t[2].x - t[0].x);
}

bool isUpright(const Triangle3 &t)
{
    constexpr double kSlimmest = 1e-9; // m2: seen from above a wall is a line
    return std::abs(flatArea(t)) < kSlimmest;
}

Vec3 crossing(const Vec3 &a, double ha, const Vec3 &b, double hb)
{
    const double t = ha / (ha - hb);
    return {a.x + t * (b.x - a.x), a.y + t * (b.y - a.y), a.z + t * (b.z - a.z)};
}

double heightOver(const SlopedPlane &plane, const Vec3 &p)
{
    return p.z - plane.heightAt({p.x, p.y});
}

double mostOver(const SlopedPlane &plane, const Triangle3 &t)
{
    return std::max({heightOver(plane, t[0]), heightOver(plane, t[1]), heightOver(plane, t[2])});
}

/// The part of a triangle at or above the plane, seen from above.
std::vector<Vec2> above(const Triangle3 &t, const SlopedPlane &plane)
{
    std::vector<Vec2> kept;
    kept.reserve(4);
    for (std::size_t i = 0; i < 3; ++i) {
        const Vec3 &a = t[i];
        const Vec3 &b = t[(i + 1) % 3];
        const double ha = heightOver(plane, a), hb = heightOver(plane, b);
        if (ha >= 0) {
            kept.push_back({a.x, a.y});
        }
        if ((ha > 0 && hb < 0) || (ha < 0 && hb > 0)) {
            const Vec3 p = crossing(a, ha, b, hb);
            kept.push_back({p.x, p.y});
        }
    }
    return kept;
}

struct Face
{
    const Triangle3 *triangle;
    double most; ///< of its corners above the plane
};

/// Adds up what faces have above a plane in an area. Highest faces first: the others are looked at only where they can
/// still tell something.
class ExcessSum
{
public:
    ExcessSum(std::span<const Triangle3> faces, const SlopedPlane &plane, const GroundCut &cut)
        : m_all(faces)
        , m_plane(plane)
        , m_cut(cut)
    {
        for (const Triangle3 &t : faces) {
            (isUpright(t) ? m_walls : m_faces).push_back({&t, mostOver(plane, t)});
        }
        for (std::vector<Face> *list : {&m_faces, &m_walls}) {
            std::sort(list->begin(), list->end(), [](const Face &a, const Face &b) { return a.most > b.most; });
        }
    }

    Excess sum()
    {
        for (const Face &face : m_faces) {
            if (!(face.most > 0) && isKnown(face)) {
                break;
            }
            add(face);
        }
        for (const Face &wall : m_walls) {
            if (isKnown(wall)) {
                break;
            }
            addWall(*wall.triangle);
        }
        const bool isAbove = m_excess.most && *m_excess.most > 0;
        m_excess.area = std::max(m_up, m_down);
        m_excess.volume = std::abs(m_volume);
        if (isAbove && !isClosedAbove(m_all, m_plane)) {
            m_excess.volume.reset();
        }
        return m_excess;
    }

private:
    bool isKnown(const Face &face) const
    {
        constexpr double kRounding = 1e-9;
        return m_excess.most && face.most <= *m_excess.most + kRounding;
    }

    void raise(double over, const Vec3 &at)
    {
        if (!m_excess.most || over > *m_excess.most) {
            m_excess.most = over;
            m_excess.at = at;
        }
    }

    void add(const Face &face)
    {
        const Triangle3 &t = *face.triangle;
        const auto plane = SlopedPlane::through(t[0], t[1], t[2]);
        if (!plane) {
            return;
        }
        if (!isKnown(face)) {
            const std::vector<Vec2> ring{{t[0].x, t[0].y}, {t[1].x, t[1].y}, {t[2].x, t[2].y}};
            const auto ground = m_cut.of(ring);
            for (const Vec2 &p : ground ? ground->corners : std::vector<Vec2>()) {
                const double height = plane->heightAt(p);
                raise(height - m_plane.heightAt(p), {p.x, p.y, height});
            }
        }
        const std::vector<Vec2> high = face.most > 0 ? above(t, m_plane) : std::vector<Vec2>();
        const auto ground = high.size() < 3 ? std::nullopt : m_cut.of(high);
        if (ground) {
            const bool up = flatArea(t) > 0;
            const double over = plane->heightAt(ground->middle) - m_plane.heightAt(ground->middle);
            m_volume += (up ? 1 : -1) * ground->area * over;
            (up ? m_up : m_down) += ground->area;
        }
    }

    /// Its edges: a wall is highest on one of them.
    void addWall(const Triangle3 &t)
    {
        for (std::size_t i = 0; i < 3; ++i) {
            const Vec3 &a = t[i];
            const Vec3 &b = t[(i + 1) % 3];
            const auto part = m_cut.along({a.x, a.y}, {b.x, b.y});
            for (const double s : part ? std::vector{part->first, part->second} : std::vector<double>()) {
                const Vec3 p{a.x + s * (b.x - a.x), a.y + s * (b.y - a.y), a.z + s * (b.z - a.z)};
                raise(heightOver(m_plane, p), p);
            }
        }
    }

    std::span<const Triangle3> m_all;
    const SlopedPlane &m_plane;
    const GroundCut &m_cut;
    std::vector<Face> m_faces, m_walls;
    Excess m_excess;
    double m_volume = 0, m_up = 0, m_down = 0;
};

void split(const Triangle3 &t, double finest, std::vector<Triangle3> &into)
{
    std::size_t longest = 0;
    double most = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        const Vec3 &a = t[i];
        const Vec3 &b = t[(i + 1) % 3];
        const double length = std::hypot(b.x - a.x, b.y - a.y);
        longest = length > most ? i : longest;
        most = std::max(most, length);
    }
    constexpr std::size_t kMost = 1'000'000; // pieces: a face as large as a land stays coarse
    if (!(most > finest) || into.size() > kMost) {
        into.push_back(t);
        return;
    }
    const Vec3 &a = t[longest];
    const Vec3 &b = t[(longest + 1) % 3];
    const Vec3 &c = t[(longest + 2) % 3];
    const Vec3 middle{(a.x + b.x) / 2, (a.y + b.y) / 2, (a.z + b.z) / 2};
    split({a, middle, c}, finest, into);
    split({middle, b, c}, finest, into);
}

/// An edge with its ends in order, and which way it is run through.
struct Edge
{
    Vec3 low, high;
    int way = 1;
    auto key() const { return std::tie(low.x, low.y, low.z, high.x, high.y, high.z); }
};

std::vector<Edge> edgesAbove(std::span<const Triangle3> faces, const SlopedPlane &plane)
{
    constexpr double kRounding = 1e-9;
    std::vector<Edge> edges;
    edges.reserve(3 * faces.size());
    for (const Triangle3 &t : faces) {
        for (std::size_t i = 0; i < 3; ++i) {
            const Vec3 &a = t[i];
            const Vec3 &b = t[(i + 1) % 3];
            if (std::max(heightOver(plane, a), heightOver(plane, b)) > kRounding) {
                const bool inOrder = std::tie(a.x, a.y, a.z) < std::tie(b.x, b.y, b.z);
                edges.push_back(inOrder ? Edge{a, b, 1} : Edge{b, a, -1});
            }
        }
    }
    std::sort(edges.begin(), edges.end(), [](const Edge &a, const Edge &b) { return a.key() < b.key(); });
    return edges;
}

} // namespace

Excess excessOver(std::span<const Triangle3> faces, const SlopedPlane &plane, const Shape *within,
                  const Shape::Context &context)
{
    if (within == nullptr) {
        return ExcessSum(faces, plane, EverywhereCut()).sum();
    }
    return ExcessSum(faces, plane, ShapeCut(*within, context)).sum();
}

Excess excessOver(std::span<const Triangle3> faces, const SlopedPlane &plane, std::span<const Vec2> convex)
{
    return ExcessSum(faces, plane, ConvexCut(convex)).sum();
}

std::optional<double> highestWithin(std::span<const Triangle3> faces, const Shape &within,
                                    const Shape::Context &context)
{
    double top = -std::numeric_limits<double>::infinity();
    for (const Triangle3 &t : faces) {
        top = std::max({top, t[0].z, t[1].z, t[2].z});
    }
    const auto most = faces.empty() ? std::nullopt : excessOver(faces, SlopedPlane::level(top), &within, context).most;
    return most ? std::optional(top + *most) : std::nullopt;
}

std::vector<Triangle3> lifted(std::span<const Triangle3> faces, const std::function<double(const Vec2 &)> &lift,
                              double finest)
{
    std::vector<Triangle3> raised;
    raised.reserve(faces.size());
    for (const Triangle3 &t : faces) {
        split(t, finest, raised);
    }
    for (Triangle3 &t : raised) {
        for (Vec3 &p : t) {
            p.z += lift({p.x, p.y});
        }
    }
    return raised;
}

bool isClosedAbove(std::span<const Triangle3> faces, const SlopedPlane &plane)
{
    const std::vector<Edge> edges = edgesAbove(faces, plane);
    for (std::size_t i = 0; i < edges.size();) {
        int balance = 0;
        std::size_t j = i;
        for (; j < edges.size() && edges[j].key() == edges[i].key(); ++j) {
            balance += edges[j].way;
        }
        if (balance != 0) {
            return false;
        }
        i = j;
    }
    return true;
}

} // namespace loci::analysis
