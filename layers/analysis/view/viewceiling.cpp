// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/view/viewceiling.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <limits>

namespace loci::analysis {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::analysis::ViewCeiling)
};

constexpr double kEarthRadius = 6371000;
constexpr double kFinest = 50;   // metres: between points so close the curvature matters less than 0.1 mm
constexpr double kFineFace = 25; // the same for faces: less than 0.02 mm

double cross(const Vec2 &a, const Vec2 &b)
{
    return a.x * b.y - a.y * b.x;
}

Vec2 flat(const Vec3 &from, const Vec3 &to)
{
    return {to.x - from.x, to.y - from.y};
}

/// The place in the two directions of the triangle: eye + u * (left - eye) + v * (right - eye).
Vec2 sharesOf(const CeilingFacet &facet, const Vec2 &place)
{
    const Vec2 a = flat(facet.from, facet.left);
    const Vec2 b = flat(facet.from, facet.right);
    const Vec2 p{place.x - facet.from.x, place.y - facet.from.y};
    const double whole = cross(a, b);
    return {cross(p, b) / whole, cross(a, p) / whole};
}

std::optional<Vec2> inTriangle(const CeilingFacet &facet, const Vec2 &place)
{
    const Vec2 shares = sharesOf(facet, place);
    constexpr double kRim = 1e-12; // what stands on the rim is in
    const bool in = shares.x >= -kRim && shares.y >= -kRim && shares.x + shares.y <= facet.reach + kRim;
    return in ? std::optional(shares) : std::nullopt;
}

/// The bend as the facet's triangle has it, carried on beside it: faces that lie half in it are bent as a whole.
double bendAround(const CeilingFacet &facet, const Vec2 &place)
{
    const Vec2 shares = sharesOf(facet, place);
    const double share = shares.x + shares.y;
    if (!(share > 0)) {
        return 0;
    }
    const double d = std::hypot(place.x - facet.from.x, place.y - facet.from.y);
    return d * (d / share - d) * facet.curvature;
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
        for (const Vec2 &p : facet.outline()) {
            facet.bounds.include(Vec3{p.x, p.y, 0});
        }
        m_facets.push_back(facet);
        return true;
    }

    const planning::ProtectedView &m_view;
    std::size_t m_number;
    std::vector<CeilingFacet> &m_facets;
};

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
    return curvature != 0 && inTriangle(*this, place) ? bendAround(*this, place) : 0;
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

Loaded<ViewCeiling> ViewCeiling::of(const planning::ViewSet &set, const QDate &day, const QString &datum)
{
    Loaded<ViewCeiling> made;
    for (std::size_t v = 0; v < set.views.size(); ++v) {
        const planning::ProtectedView &view = set.views[v];
        if (!view.isInForce(day)) {
            continue;
        }
        const bool comparable = view.datum.isEmpty() || view.datum == datum;
        if (!comparable) {
            made.findings.push_back(
                {Severity::Error, QStringLiteral("view_datum"), view.id, QStringLiteral("datum"),
                 datum.isEmpty() ? Texts::tr("View %1 counts in the height system %2; which one the model has is not "
                                             "said. It gives no ceiling.")
                                       .arg(view.id, view.datum)
                                 : Texts::tr("View %1 counts in the height system %2, the model in %3. It gives no "
                                             "ceiling.")
                                       .arg(view.id, view.datum, datum)});
        }
        FacetMaker maker(view, v, comparable ? made.value.m_facets : made.value.m_incomparable);
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
        if (facet.consultation != consultation || !facet.bounds.intersects2d(box)) {
            continue;
        }
        const Shape triangle = Shape::ofRing(context, facet.outline());
        // Between eye and edge the bend lifts objects most in the middle, so with curvature the rim does not tell all.
        const auto consider = [&](const Vec2 &p) {
            lower(lowest, facet.plane.heightAt(p) - bendAround(facet, p), facet);
        };
        const Shape common = triangle.intersection(area);
        alongRings(common, facet.curvature == 0 ? 0 : kFinest, consider);
        if (facet.curvature != 0 && common.area() > 0) {
            consider(common.centroid());
        }
    }
    return lowest;
}

std::vector<ViewCeiling::Intrusion> ViewCeiling::against(std::span<const Triangle3> faces) const
{
    std::vector<Intrusion> found;
    Box3 box;
    for (const Triangle3 &t : faces) {
        std::for_each(t.begin(), t.end(), [&box](const Vec3 &p) { box.include(p); });
    }
    for (const CeilingFacet &facet : m_facets) {
        if (!facet.bounds.intersects2d(box)) {
            continue;
        }
        const auto bend = [&facet](const Vec2 &p) { return bendAround(facet, p); };
        const Excess excess = facet.curvature == 0
                                  ? excessOver(faces, facet.plane, facet.outline())
                                  : excessOver(lifted(faces, bend, kFineFace), facet.plane, facet.outline());
        if (!excess.most) {
            continue;
        }
        Intrusion one{&facet, excess, *excess.most, 0, false};
        one.excess.at.z -= facet.curvature == 0 ? 0 : bend({excess.at.x, excess.at.y});
        one.limit = one.excess.at.z - one.over;
        one.eyeInside = box.contains2d({facet.from.x, facet.from.y}) && isRoofed(faces, facet.from);
        found.push_back(one);
    }
    std::sort(found.begin(), found.end(), [](const Intrusion &a, const Intrusion &b) { return a.over > b.over; });
    return found;
}

bool ViewCeiling::mayRise(const Box3 &box) const
{
    return std::any_of(m_facets.begin(), m_facets.end(), [&box](const CeilingFacet &facet) {
        if (facet.consultation || !facet.bounds.intersects2d(box)) {
            return false;
        }
        // The plane is lowest over a corner of the box; what bends lifts by at most a quarter of the square.
        double lowest = std::numeric_limits<double>::infinity();
        for (const Vec2 &p : {Vec2{box.min.x, box.min.y}, Vec2{box.max.x, box.min.y}, Vec2{box.min.x, box.max.y},
                              Vec2{box.max.x, box.max.y}}) {
            lowest = std::min(lowest, facet.plane.heightAt(p));
        }
        const double length = std::max(std::hypot(facet.left.x - facet.from.x, facet.left.y - facet.from.y),
                                       std::hypot(facet.right.x - facet.from.x, facet.right.y - facet.from.y));
        return box.max.z + std::abs(facet.curvature) * length * length / 4 > lowest;
    });
}

std::vector<std::size_t> ViewCeiling::incomparableOver(const Shape &area, const Shape::Context &context) const
{
    std::vector<std::size_t> views;
    for (const CeilingFacet &facet : m_incomparable) {
        const bool isKnown = std::find(views.begin(), views.end(), facet.view) != views.end();
        if (!isKnown && facet.bounds.intersects2d(area.bounds()) &&
            Shape::ofRing(context, facet.outline()).intersects(area)) {
            views.push_back(facet.view);
        }
    }
    return views;
}

} // namespace loci::analysis
