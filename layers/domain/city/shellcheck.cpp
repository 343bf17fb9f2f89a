// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/shellcheck.h"

#include "layers/domain/city/polygontriangulator.h"

#include <algorithm>
#include <numeric>

namespace loci::city {

namespace {

/// Groups that grow together; each member also knows whether it is turned against its group's leader.
class Groups
{
public:
    explicit Groups(std::size_t count) : m_leader(count), m_turned(count, 0)
    {
        std::iota(m_leader.begin(), m_leader.end(), 0U);
    }
    std::uint32_t find(std::uint32_t i)
    {
        std::uint32_t root = i;
        std::uint8_t turned = 0;
        while (m_leader[root] != root) {
            turned ^= m_turned[root];
            root = m_leader[root];
        }
        while (m_leader[i] != root) {
            const std::uint32_t next = m_leader[i];
            const std::uint8_t own = m_turned[i];
            m_leader[i] = root;
            m_turned[i] = turned;
            turned ^= own;
            i = next;
        }
        return root;
    }
    bool isTurned(std::uint32_t i)
    {
        find(i);
        return m_turned[i] != 0;
    }
    void join(std::uint32_t a, std::uint32_t b, bool opposite = false)
    {
        const std::uint32_t ra = find(a), rb = find(b);
        if (ra != rb) {
            m_turned[ra] = static_cast<std::uint8_t>(m_turned[a] ^ m_turned[b] ^ (opposite ? 1 : 0));
            m_leader[ra] = rb;
        }
    }

private:
    std::vector<std::uint32_t> m_leader;
    std::vector<std::uint8_t> m_turned;
};

} // namespace

void ShellCheck::collectEdges(IndexRange surfaces)
{
    m_edges.clear();
    for (SurfaceIndex s = surfaces.begin; s < surfaces.end; ++s) {
        const IndexRange rings = m_store.rings(s);
        for (std::uint32_t r = rings.begin; r < rings.end; ++r) {
            const auto ring = m_store.ring(r);
            for (std::size_t i = 0; i < ring.size(); ++i) {
                const std::uint32_t a = m_vertices.place(ring[i]);
                const std::uint32_t b = m_vertices.place(ring[i + 1 < ring.size() ? i + 1 : 0]);
                m_edges.push_back({std::min(a, b), std::max(a, b), a < b, s});
            }
        }
    }
    std::sort(m_edges.begin(), m_edges.end(), [](const EdgeUse &x, const EdgeUse &y) {
        return x.a != y.a ? x.a < y.a : x.b != y.b ? x.b < y.b : x.surface < y.surface;
    });
}

template <class Each>
void ShellCheck::eachEdge(Each each) const
{
    for (std::size_t i = 0; i < m_edges.size();) {
        std::size_t end = i;
        while (end < m_edges.size() && m_edges[end].a == m_edges[i].a && m_edges[end].b == m_edges[i].b) {
            ++end;
        }
        each(m_edges.data() + i, m_edges.data() + end);
        i = end;
    }
}

void ShellCheck::addManifoldFaults(std::vector<Fault> &faults) const
{
    eachEdge([&](const EdgeUse *first, const EdgeUse *last) {
        if (last - first > 2 && (faults.empty() || faults.back().surface != first->surface)) {
            faults.push_back({303, first->surface});
        }
    });
}

void ShellCheck::addTurnedPolygons(IndexRange surfaces, std::vector<Fault> &faults) const
{
    Groups groups(surfaces.size());
    SurfaceIndex twisted = kNone;
    eachEdge([&](const EdgeUse *first, const EdgeUse *last) {
        if (last - first != 2 || first[0].surface == first[1].surface) {
            return;
        }
        const std::uint32_t a = first[0].surface - surfaces.begin, b = first[1].surface - surfaces.begin;
        const bool opposite = first[0].forward == first[1].forward;
        if (groups.find(a) == groups.find(b) && (groups.isTurned(a) != groups.isTurned(b)) != opposite) {
            twisted = first[0].surface;
        }
        groups.join(a, b, opposite);
    });
    if (twisted != kNone) { // one side only, as a Moebius strip has
        faults.push_back({307, twisted});
        return;
    }
    std::vector<std::uint32_t> members(surfaces.size(), 0), turned(surfaces.size(), 0);
    for (std::uint32_t i = 0; i < surfaces.size(); ++i) {
        const std::uint32_t leader = groups.find(i);
        ++members[leader];
        turned[leader] += groups.isTurned(i) ? 1 : 0;
    }
    for (std::uint32_t i = 0; i < surfaces.size(); ++i) {
        const std::uint32_t leader = groups.find(i);
        const bool minority = turned[leader] * 2 <= members[leader];
        if (turned[leader] > 0 && groups.isTurned(i) == minority) {
            faults.push_back({307, surfaces.begin + i});
        }
    }
}

std::vector<std::uint32_t> ShellCheck::components(IndexRange surfaces) const
{
    Groups groups(surfaces.size());
    eachEdge([&](const EdgeUse *first, const EdgeUse *last) {
        for (const EdgeUse *use = first + 1; use < last; ++use) {
            groups.join(first->surface - surfaces.begin, use->surface - surfaces.begin);
        }
    });
    std::vector<std::uint32_t> component(surfaces.size());
    for (std::uint32_t i = 0; i < surfaces.size(); ++i) {
        component[i] = groups.find(i);
    }
    return component;
}

bool ShellCheck::hasBowTie(IndexRange surfaces, const std::vector<std::uint32_t> &component, SurfaceIndex &where) const
{
    // Around each corner the polygons must hang together by edges that end there.
    std::vector<Corner> corners;
    for (const EdgeUse &use : m_edges) {
        corners.push_back({use.a, use.surface});
        corners.push_back({use.b, use.surface});
    }
    std::sort(corners.begin(), corners.end());
    corners.erase(std::unique(corners.begin(), corners.end()), corners.end());
    const auto number = [&corners](std::uint32_t place, SurfaceIndex surface) {
        return static_cast<std::uint32_t>(std::lower_bound(corners.begin(), corners.end(), Corner{place, surface}) -
                                          corners.begin());
    };
    Groups fans(corners.size());
    eachEdge([&](const EdgeUse *first, const EdgeUse *last) {
        for (const EdgeUse *use = first + 1; use < last; ++use) {
            fans.join(number(first->a, first->surface), number(use->a, use->surface));
            fans.join(number(first->b, first->surface), number(use->b, use->surface));
        }
    });
    for (std::uint32_t i = 1; i < corners.size(); ++i) {
        const Corner &before = corners[i - 1], &corner = corners[i];
        const bool sameBody = component[before.surface - surfaces.begin] == component[corner.surface - surfaces.begin];
        if (before.place == corner.place && sameBody && fans.find(i) != fans.find(i - 1)) {
            where = corner.surface;
            return true;
        }
    }
    return false;
}

std::vector<ShellCheck::Fault> ShellCheck::check(IndexRange surfaces, bool mustClose)
{
    std::vector<Fault> faults;
    if (surfaces.isEmpty()) {
        return faults;
    }
    if (mustClose && surfaces.size() < 4) {
        return {{301, surfaces.begin}};
    }
    collectEdges(surfaces);
    addManifoldFaults(faults);
    addTurnedPolygons(surfaces, faults);
    if (!faults.empty()) {
        return faults;
    }
    const std::vector<std::uint32_t> component = components(surfaces);
    for (std::uint32_t i = 1; i < component.size(); ++i) {
        if (component[i] != component[0]) {
            return {{305, surfaces.begin + i}};
        }
    }
    SurfaceIndex where = kNone;
    if (mustClose) {
        eachEdge([&](const EdgeUse *first, const EdgeUse *last) {
            where = last - first == 1 && where == kNone ? first->surface : where;
        });
        if (where != kNone) {
            return {{302, where}};
        }
    }
    if (hasBowTie(surfaces, component, where)) {
        return {{303, where}};
    }
    return faults;
}

double ShellCheck::volume(IndexRange surfaces)
{
    const std::uint32_t firstRing = m_store.surfaceRings[surfaces.begin];
    const Vec3 o = m_vertices.world(m_store.vertexIds[m_store.ringVertices[firstRing]]);
    double sum = 0;
    for (std::uint32_t r = firstRing; r < m_store.surfaceRings[surfaces.end]; ++r) {
        m_points.clear();
        for (const std::uint32_t id : m_store.ring(r)) {
            m_points.push_back(m_vertices.world(id));
        }
        if (m_points.empty()) {
            continue;
        }
        // A flat ring of any shape: area vector times the distance of its plane (holes turn the other way).
        const Vec3 n = newellNormal(m_points);
        const Vec3 &p = m_points.front();
        sum += n.x * (p.x - o.x) + n.y * (p.y - o.y) + n.z * (p.z - o.z);
    }
    return sum / 6;
}

} // namespace loci::city
