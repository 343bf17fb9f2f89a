// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/comparegeometry.h"

#include <algorithm>

namespace loci::city {

namespace {

using Ring = std::vector<Vec3>;

struct Surface
{
    std::vector<Ring> rings; ///< exterior first
    Vec3 centre;             ///< mean of the exterior's points
    std::string_view semantic;
};

bool near(const Vec3 &a, const Vec3 &b, double tolerance)
{
    return std::abs(a.x - b.x) <= tolerance && std::abs(a.y - b.y) <= tolerance && std::abs(a.z - b.z) <= tolerance;
}

Vec3 placed(const CityModel &model, const Instance &instance, const std::array<double, 3> &p)
{
    const auto row = [&](std::size_t r) {
        const double *m = instance.matrix.data() + 4 * r;
        return m[0] * p[0] + m[1] * p[1] + m[2] * p[2] + m[3];
    };
    const double w = row(3);
    const double scale = w != 0 ? 1 / w : 1;
    Vec3 at;
    if (instance.referenceVertex < model.vertices.size()) {
        at = model.vertices.at(instance.referenceVertex);
    }
    return {at.x + row(0) * scale, at.y + row(1) * scale, at.z + row(2) * scale};
}

/// All surfaces of a geometry in world coordinates; of an instance those of its template, where it stands.
std::vector<Surface> surfacesOf(const CityModel &model, const Geometry &geometry)
{
    const Instance *instance =
        geometry.instance < model.instances.size() ? &model.instances[geometry.instance] : nullptr;
    const GeometryStore &store = instance ? model.templates : model.geometry;
    IndexRange range = geometry.surfaces;
    if (instance) {
        range = instance->templateGeometry < store.geometries.size()
                    ? store.geometries[instance->templateGeometry].surfaces
                    : IndexRange();
    }
    std::vector<Surface> surfaces;
    surfaces.reserve(range.size());
    for (SurfaceIndex s = range.begin; s < range.end; ++s) {
        Surface surface;
        const IndexRange rings = store.rings(s);
        for (std::uint32_t r = rings.begin; r < rings.end; ++r) {
            Ring ring;
            for (const std::uint32_t v : store.ring(r)) {
                ring.push_back(instance ? placed(model, *instance, model.templateVertices[v]) : model.vertices.at(v));
            }
            surface.rings.push_back(std::move(ring));
        }
        if (!surface.rings.empty() && !surface.rings.front().empty()) {
            const Ring &exterior = surface.rings.front();
            for (const Vec3 &p : exterior) {
                surface.centre = {surface.centre.x + p.x, surface.centre.y + p.y, surface.centre.z + p.z};
            }
            const double share = 1.0 / static_cast<double>(exterior.size());
            surface.centre = {surface.centre.x * share, surface.centre.y * share, surface.centre.z * share};
        }
        const std::uint32_t semantic = store.surfaceSemantic[s];
        if (semantic < store.semantics.size() && store.semantics[semantic].type != kNone) {
            surface.semantic = model.typeNames.at(store.semantics[semantic].type);
        }
        surfaces.push_back(std::move(surface));
    }
    return surfaces;
}

/// The same points in the same direction, beginning anywhere.
bool sameRing(const Ring &a, const Ring &b, double tolerance)
{
    if (a.size() != b.size()) {
        return false;
    }
    for (std::size_t shift = 0; shift < b.size(); ++shift) {
        bool same = true;
        for (std::size_t i = 0; i < a.size() && same; ++i) {
            same = near(a[i], b[(i + shift) % b.size()], tolerance);
        }
        if (same) {
            return true;
        }
    }
    return a.empty();
}

bool sameSurface(const Surface &a, const Surface &b, double tolerance)
{
    if (a.rings.size() != b.rings.size() || (!a.rings.empty() && !sameRing(a.rings[0], b.rings[0], tolerance))) {
        return false;
    }
    std::vector<bool> used(b.rings.size(), false);
    for (std::size_t i = 1; i < a.rings.size(); ++i) {
        bool found = false;
        for (std::size_t j = 1; j < b.rings.size() && !found; ++j) {
            found = !used[j] && sameRing(a.rings[i], b.rings[j], tolerance);
            used[j] = used[j] || found;
        }
        if (!found) {
            return false;
        }
    }
    return true;
}

GeometryAgreement compareSurfaces(std::vector<Surface> a, std::vector<Surface> b, double tolerance)
{
    if (a.size() != b.size()) {
        return {false, true};
    }
    const auto byX = [](const Surface &p, const Surface &q) { return p.centre.x < q.centre.x; };
    std::sort(b.begin(), b.end(), byX);
    std::vector<bool> used(b.size(), false);
    GeometryAgreement agreement;
    for (const Surface &surface : a) {
        Surface lowest;
        lowest.centre.x = surface.centre.x - tolerance;
        auto it = std::lower_bound(b.begin(), b.end(), lowest, byX);
        std::size_t chosen = b.size();
        for (; it != b.end() && it->centre.x <= surface.centre.x + tolerance; ++it) {
            const auto place = static_cast<std::size_t>(it - b.begin());
            if (used[place] || !sameSurface(surface, *it, tolerance)) {
                continue;
            }
            chosen = place; // of several in one place the one that means the same
            if (it->semantic == surface.semantic) {
                break;
            }
        }
        if (chosen == b.size()) {
            return {false, true};
        }
        used[chosen] = true;
        agreement.semantics = agreement.semantics && b[chosen].semantic == surface.semantic;
    }
    return agreement;
}

bool sameShape(const CityModel &before, const Geometry &a, const CityModel &after, const Geometry &b)
{
    const auto lod = [](const CityModel &model, const Geometry &g) {
        return g.lod == kNone ? std::string_view() : model.lodNames.at(g.lod);
    };
    return a.type == b.type && lod(before, a) == lod(after, b) && a.shells.size() == b.shells.size();
}

} // namespace

GeometryAgreement compareGeometry(const CityModel &before, ObjectIndex a, const CityModel &after, ObjectIndex b,
                                  double tolerance)
{
    const IndexRange ours = before.objectGeometries[a];
    const IndexRange theirs = after.objectGeometries[b];
    if (ours.size() != theirs.size()) {
        return {false, true};
    }
    std::vector<bool> used(theirs.size(), false);
    GeometryAgreement agreement;
    for (GeometryIndex g = ours.begin; g < ours.end; ++g) {
        const Geometry &mine = before.geometry.geometries[g];
        bool found = false;
        for (GeometryIndex h = theirs.begin; h < theirs.end && !found; ++h) {
            const Geometry &other = after.geometry.geometries[h];
            if (used[h - theirs.begin] || !sameShape(before, mine, after, other)) {
                continue;
            }
            const GeometryAgreement here =
                compareSurfaces(surfacesOf(before, mine), surfacesOf(after, other), tolerance);
            found = here.geometry;
            used[h - theirs.begin] = used[h - theirs.begin] || found;
            agreement.semantics = agreement.semantics && (!found || here.semantics);
        }
        if (!found) {
            return {false, true};
        }
    }
    return agreement;
}

} // namespace loci::city
