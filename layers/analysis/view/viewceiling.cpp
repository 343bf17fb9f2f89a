// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/view/viewceiling.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace loci::analysis {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::analysis::ViewCeiling)
};

constexpr double kEarthRadius = 6371000;
constexpr double kFinest = 50; // metres: between points so close the curvature matters less than 0.1 mm

double cross(const Vec2 &a, const Vec2 &b)
{
    return a.x * b.y - a.y * b.x;
}

Vec2 flat(const Vec3 &from, const Vec3 &to)
{
    return {to.x - from.x, to.y - from.y};
}

/// The place in the two directions of the triangle: eye + u * (left - eye) + v * (right - eye).
std::optional<Vec2> inTriangle(const CeilingFacet &facet, const Vec2 &place)
{
    const Vec2 a = flat(facet.from, facet.left);
    const Vec2 b = flat(facet.from, facet.right);
    const Vec2 p{place.x - facet.from.x, place.y - facet.from.y};
    const double whole = cross(a, b);
    const double u = cross(p, b) / whole;
    const double v = cross(a, p) / whole;
    constexpr double kRim = 1e-12; // what stands on the rim is in
    const bool in = u >= -kRim && v >= -kRim && u + v <= facet.reach + kRim;
    return in ? std::optional(Vec2{u, v}) : std::nullopt;
}

Vec3 beyond(const Vec3 &inner, const Vec3 &outer, double metres)
{
    const double length = std::hypot(outer.x - inner.x, outer.y - inner.y);
    const double t = length > 0 ? metres / length : 0;
    return {outer.x + t * (outer.x - inner.x), outer.y + t * (outer.y - inner.y), outer.z};
}

class FacetMaker
{
public:
    FacetMaker(const planning::ProtectedView &view, std::size_t number, std::vector<CeilingFacet> &facets)
        : m_view(view)
        , m_number(number)
        , m_facets(facets)
    {}

    /// False when no stretch of the edge has a width from this eye.
    bool make(std::size_t eye)
    {
        bool any = false;
        const std::vector<Vec3> &edge = m_view.edge;
        for (std::size_t i = 0; i + 1 < edge.size(); ++i) {
            any = add(eye, edge[i], edge[i + 1], false) || any;
        }
        if (m_view.consultation > 0) {
            add(eye, beyond(edge[1], edge[0], m_view.consultation), edge[0], true);
            const std::size_t last = edge.size() - 1;
            add(eye, edge[last], beyond(edge[last - 1], edge[last], m_view.consultation), true);
        }
        return any;
    }

private:
    bool add(std::size_t eye, const Vec3 &left, const Vec3 &right, bool consultation)
    {
        CeilingFacet facet;
        facet.view = m_number;
        facet.eye = eye;
        facet.consultation = consultation;
        facet.from = m_view.eyes[eye];
        facet.left = left;
        facet.right = right;
        const auto plane = SlopedPlane::through(facet.from, left, right);
        if (!plane) {
            return false;
        }
        facet.plane = *plane;
        const Vec2 middle{(left.x + right.x) / 2 - facet.from.x, (left.y + right.y) / 2 - facet.from.y};
        facet.reach = 1 + m_view.background / std::hypot(middle.x, middle.y);
        facet.curvature = m_view.refraction ? (1 - *m_view.refraction) / (2 * kEarthRadius) : 0;
        m_facets.push_back(facet);
        return true;
    }

    const planning::ProtectedView &m_view;
    std::size_t m_number;
    std::vector<CeilingFacet> &m_facets;
};

/// Cheap, before any shape is made.
bool mayMeet(const CeilingFacet &facet, const Box3 &box)
{
    Box3 own;
    for (const Vec2 &p : facet.outline()) {
        own.include(Vec3{p.x, p.y, 0});
    }
    return own.intersects2d(box);
}

void lower(std::optional<ViewCeiling::At> &lowest, double height, const CeilingFacet &facet)
{
    if (!lowest || height < lowest->height) {
        lowest = ViewCeiling::At{height, &facet};
    }
}

/// Calls `each` with the corners of rings, and with points between where they are far apart.
template <class Each>
void alongRings(const Shape &shape, double finest, Each each)
{
    for (const planning::Polygon &polygon : shape.polygons()) {
        for (const planning::Ring &ring : polygon) {
            for (std::size_t i = 0; i < ring.size(); ++i) {
                const Vec2 &a = ring[i];
                const Vec2 &b = ring[(i + 1) % ring.size()];
                const double length = std::hypot(b.x - a.x, b.y - a.y);
                const int steps = finest > 0 ? std::max(1, static_cast<int>(std::ceil(length / finest))) : 1;
                for (int n = 0; n < steps; ++n) {
                    const double t = static_cast<double>(n) / steps;
                    each(Vec2{a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)});
                }
            }
        }
    }
}

} // namespace

double CeilingFacet::bendAt(const Vec2 &place) const
{
    const auto inside = curvature == 0 ? std::nullopt : inTriangle(*this, place);
    const double share = inside ? inside->x + inside->y : 0;
    if (!(share > 0)) {
        return 0;
    }
    const double d = std::hypot(place.x - from.x, place.y - from.y);
    return d * (d / share - d) * curvature;
}

std::optional<double> CeilingFacet::heightAt(const Vec2 &place) const
{
    const auto inside = inTriangle(*this, place);
    if (!inside) {
        return std::nullopt;
    }
    return from.z + inside->x * (left.z - from.z) + inside->y * (right.z - from.z) - bendAt(place);
}

std::vector<Vec2> CeilingFacet::outline() const
{
    const auto end = [this](const Vec3 &p) {
        return Vec2{from.x + reach * (p.x - from.x), from.y + reach * (p.y - from.y)};
    };
    return {{from.x, from.y}, end(left), end(right)};
}

Loaded<ViewCeiling> ViewCeiling::of(const planning::ViewSet &set, const QDate &day)
{
    Loaded<ViewCeiling> made;
    for (std::size_t v = 0; v < set.views.size(); ++v) {
        const planning::ProtectedView &view = set.views[v];
        if (!view.isInForce(day)) {
            continue;
        }
        FacetMaker maker(view, v, made.value.m_facets);
        for (std::size_t eye = 0; eye < view.eyes.size(); ++eye) {
            if (!maker.make(eye)) {
                made.findings.push_back({Severity::Error, QStringLiteral("view_without_width"), view.id,
                                         QString::number(eye),
                                         Texts::tr("From eye %1 of view %2 the edge has no width; it protects nothing.")
                                             .arg(eye + 1)
                                             .arg(view.id)});
            }
        }
    }
    return made;
}

std::optional<ViewCeiling::At> ViewCeiling::heightAt(const Vec2 &place, bool consultation) const
{
    std::optional<At> lowest;
    for (const CeilingFacet &facet : m_facets) {
        const auto height = facet.consultation == consultation ? facet.heightAt(place) : std::nullopt;
        if (height) {
            lower(lowest, *height, facet);
        }
    }
    return lowest;
}

std::optional<ViewCeiling::At> ViewCeiling::lowestOver(const Shape &area, const Shape::Context &context,
                                                       bool consultation) const
{
    std::optional<At> lowest;
    const Box3 box = area.bounds();
    for (const CeilingFacet &facet : m_facets) {
        if (facet.consultation != consultation || !mayMeet(facet, box)) {
            continue;
        }
        const Shape triangle = Shape::ofRing(context, facet.outline());
        // Between eye and edge the bend lifts objects most in the middle, so with curvature the rim does not tell all.
        const auto consider = [&](const Vec2 &p) { lower(lowest, facet.plane.heightAt(p) - facet.bendAt(p), facet); };
        const Shape common = triangle.intersection(area);
        alongRings(common, facet.curvature == 0 ? 0 : kFinest, consider);
        if (facet.curvature != 0 && common.area() > 0) {
            consider(common.centroid());
        }
    }
    return lowest;
}

std::vector<ViewCeiling::Intrusion> ViewCeiling::against(std::span<const Triangle3> faces, const Shape &outline,
                                                         const Shape::Context &context) const
{
    std::vector<Intrusion> found;
    const Box3 box = outline.bounds();
    for (const CeilingFacet &facet : m_facets) {
        const Shape triangle = mayMeet(facet, box) ? Shape::ofRing(context, facet.outline()) : Shape();
        if (!triangle.intersects(outline)) {
            continue;
        }
        const Excess excess = excessOver(faces, facet.plane, &triangle, context);
        if (!excess.most) {
            continue;
        }
        const double bend = facet.bendAt({excess.at.x, excess.at.y});
        found.push_back({&facet, excess, *excess.most + bend, excess.at.z - *excess.most - bend});
    }
    std::sort(found.begin(), found.end(), [](const Intrusion &a, const Intrusion &b) { return a.over > b.over; });
    return found;
}

} // namespace loci::analysis
