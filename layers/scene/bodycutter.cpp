// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/scene/bodycutter.h"

#include "layers/scene/cutoutline.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace loci::scene {

namespace {

constexpr double kOnPlane = 1e-5; // metres: a corner as near as that lies on the side that goes

using Corner = std::array<std::int32_t, 3>;
struct EdgeHash
{
    std::size_t operator()(const std::pair<Corner, Corner> &edge) const
    {
        std::uint64_t hash = 1469598103934665603ULL;
        for (const Corner &corner : {edge.first, edge.second}) {
            for (const std::int32_t value : corner) {
                hash = (hash ^ static_cast<std::uint32_t>(value)) * 1099511628211ULL;
            }
        }
        return static_cast<std::size_t>(hash);
    }
};
/// Edges that were met an odd number of times.
using OddEdges = std::unordered_set<std::pair<Corner, Corner>, EdgeHash>;

void addRing(const city::CityModel &model, std::uint32_t ring, OddEdges &odd)
{
    const std::span<const std::uint32_t> ids = model.geometry.ring(ring);
    const auto cornerOf = [&](std::size_t i) {
        const std::int32_t *xyz = model.vertices.xyz.data() + 3 * static_cast<std::size_t>(ids[i]);
        return Corner{xyz[0], xyz[1], xyz[2]};
    };
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const Corner a = cornerOf(i);
        const Corner b = cornerOf((i + 1) % ids.size());
        if (a == b) {
            continue;
        }
        const auto [place, isNew] = odd.insert(a < b ? std::pair(a, b) : std::pair(b, a));
        if (!isNew) {
            odd.erase(place);
        }
    }
}

} // namespace

BodyCutter::BodyCutter(const TileMesh &mesh, const city::CityModel &model) : m_mesh(mesh), m_model(model)
{
    const auto count = static_cast<std::uint32_t>(mesh.triangleCount());
    for (std::uint32_t t = 0; t < count; ++t) {
        if (m_bodies.empty() || m_bodies.back().object != mesh.object[t]) {
            Body body;
            body.object = mesh.object[t];
            body.first = t;
            std::copy_n(cornersOf(t)[0], 3, body.low.begin());
            body.high = body.low;
            m_bodies.push_back(body);
        }
        Body &body = m_bodies.back();
        body.last = t + 1;
        for (const float *corner : cornersOf(t)) {
            for (std::size_t axis = 0; axis < 3; ++axis) {
                body.low[axis] = std::min(body.low[axis], corner[axis]);
                body.high[axis] = std::max(body.high[axis], corner[axis]);
            }
        }
    }
}

std::array<const float *, 3> BodyCutter::cornersOf(std::uint32_t triangle) const
{
    const std::int32_t *ids = m_mesh.triangles->GetPointer(3 * static_cast<vtkIdType>(triangle));
    const float *all = m_mesh.positions->GetPointer(0);
    return {all + 3 * static_cast<std::size_t>(ids[0]), all + 3 * static_cast<std::size_t>(ids[1]),
            all + 3 * static_cast<std::size_t>(ids[2])};
}

bool BodyCutter::isClosed(Body &body) const
{
    if (body.closed != Closed::Unknown) {
        return body.closed == Closed::Yes;
    }
    body.closed = Closed::No;
    std::unordered_set<city::GeometryIndex> geometries;
    for (std::uint32_t t = body.first; t < body.last; ++t) {
        const city::SurfaceIndex surface = m_mesh.surface[t];
        if (surface == city::kNone) {
            return false; // an instance: its template is not looked at
        }
        geometries.insert(m_model.geometry.surfaceGeometry[surface]);
    }
    OddEdges odd;
    for (const city::GeometryIndex g : geometries) {
        const city::IndexRange surfaces = m_model.geometry.geometries[g].surfaces;
        for (city::SurfaceIndex s = surfaces.begin; s < surfaces.end; ++s) {
            const city::IndexRange rings = m_model.geometry.rings(s);
            for (std::uint32_t r = rings.begin; r < rings.end; ++r) {
                addRing(m_model, r, odd);
            }
        }
    }
    body.closed = odd.empty() ? Closed::Yes : Closed::No;
    return odd.empty();
}

CutFaces BodyCutter::cut(const CutPlane &plane, const std::function<bool(city::ObjectIndex)> &hidden)
{
    CutFaces faces;
    const Vec3 normal = normalised(plane.inward);
    const double level = dot(plane.point - m_mesh.origin, normal) + kOnPlane;
    CutOutline outline(normal, level);
    for (Body &body : m_bodies) {
        double lowest = 0;
        double highest = 0;
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const double n = std::array{normal.x, normal.y, normal.z}[axis];
            lowest += n * (n > 0 ? body.low[axis] : body.high[axis]);
            highest += n * (n > 0 ? body.high[axis] : body.low[axis]);
        }
        if (lowest > level || highest <= level || (hidden && hidden(body.object)) || !isClosed(body)) {
            continue;
        }
        outline.clear();
        for (std::uint32_t t = body.first; t < body.last; ++t) {
            const std::array<const float *, 3> corners = cornersOf(t);
            outline.addTriangle({corners[0][0], corners[0][1], corners[0][2]},
                                {corners[1][0], corners[1][1], corners[1][2]},
                                {corners[2][0], corners[2][1], corners[2][2]});
        }
        outline.fill(faces);
    }
    return faces;
}

} // namespace loci::scene
