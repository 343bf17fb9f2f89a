// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/scene/cutoutline.h"

#include "layers/domain/city/mesh.h"
#include "layers/scene/bodycutter.h"

#include <algorithm>

namespace loci::scene {

namespace {

constexpr double kSame = 1e-3; // metres

std::uint64_t cellOf(std::int64_t x, std::int64_t y)
{
    return (static_cast<std::uint64_t>(x) << 32) ^ (static_cast<std::uint64_t>(y) & 0xffffffffU);
}

std::int64_t cellNumber(double value)
{
    return static_cast<std::int64_t>(std::floor(value / kSame));
}

} // namespace

CutOutline::CutOutline(const Vec3 &normal, double level)
    : m_normal(normal)
    , m_u(normalised(cross(std::abs(normal.z) < 0.9 ? Vec3{0, 0, 1} : Vec3{1, 0, 0}, normal)))
    , m_v(cross(normal, m_u))
    , m_level(level)
{}

void CutOutline::clear()
{
    m_nodes.clear();
    m_grid.clear();
    m_lines.clear();
}

std::uint32_t CutOutline::nodeAt(const Vec3 &place)
{
    const Vec2 flat{dot(place, m_u), dot(place, m_v)};
    const std::int64_t x = cellNumber(flat.x);
    const std::int64_t y = cellNumber(flat.y);
    for (std::int64_t i = x - 1; i <= x + 1; ++i) {
        for (std::int64_t j = y - 1; j <= y + 1; ++j) {
            const auto [first, last] = m_grid.equal_range(cellOf(i, j));
            for (auto it = first; it != last; ++it) {
                const Vec2 &other = m_nodes[it->second];
                if (std::hypot(other.x - flat.x, other.y - flat.y) < kSame) {
                    return it->second;
                }
            }
        }
    }
    m_nodes.push_back(flat);
    const auto number = static_cast<std::uint32_t>(m_nodes.size() - 1);
    m_grid.emplace(cellOf(x, y), number);
    return number;
}

void CutOutline::addTriangle(const Vec3 &a, const Vec3 &b, const Vec3 &c)
{
    const std::array<Vec3, 3> corners{a, b, c};
    std::array<double, 3> heights{};
    for (std::size_t i = 0; i < 3; ++i) {
        heights[i] = dot(corners[i], m_normal) - m_level;
    }
    std::array<std::uint32_t, 2> ends{};
    std::size_t count = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        const std::size_t j = (i + 1) % 3;
        if ((heights[i] > 0) == (heights[j] > 0)) {
            continue;
        }
        // From the kept corner, so that both triangles of an edge find the same place.
        const std::size_t from = heights[i] > 0 ? i : j;
        const std::size_t to = from == i ? j : i;
        const double share = heights[from] / (heights[from] - heights[to]);
        ends[count++] = nodeAt(corners[from] + (corners[to] - corners[from]) * share);
    }
    if (count == 2 && ends[0] != ends[1]) {
        ++m_lines[(static_cast<std::uint64_t>(std::min(ends[0], ends[1])) << 32) | std::max(ends[0], ends[1])];
    }
}

/// Empty when a line ends somewhere.
std::vector<CutOutline::Loop> CutOutline::loops()
{
    std::vector<std::vector<std::uint32_t>> next(m_nodes.size());
    for (const auto &[key, times] : m_lines) {
        if (times % 2 == 1) { // walls between two parts of a body go
            const auto a = static_cast<std::uint32_t>(key >> 32);
            const auto b = static_cast<std::uint32_t>(key & 0xffffffffU);
            next[a].push_back(b);
            next[b].push_back(a);
        }
    }
    if (std::any_of(next.begin(), next.end(), [](const auto &ends) { return ends.size() % 2 == 1; })) {
        return {};
    }
    std::vector<Loop> found;
    std::vector<std::int64_t> placeOnPath(m_nodes.size(), -1);
    for (std::uint32_t start = 0; start < next.size(); ++start) {
        Loop path;
        std::uint32_t node = start;
        while (!next[node].empty() || !path.empty()) {
            if (placeOnPath[node] >= 0) { // a loop is complete
                const auto from = static_cast<std::size_t>(placeOnPath[node]);
                found.emplace_back(path.begin() + static_cast<std::ptrdiff_t>(from), path.end());
                for (std::size_t i = from; i < path.size(); ++i) {
                    placeOnPath[path[i]] = -1;
                }
                path.resize(from);
                if (next[node].empty() && path.empty()) {
                    break;
                }
            }
            placeOnPath[node] = static_cast<std::int64_t>(path.size());
            path.push_back(node);
            const std::uint32_t to = next[node].back();
            next[node].pop_back();
            next[to].erase(std::find(next[to].begin(), next[to].end(), node));
            node = to;
        }
    }
    return found;
}

/// Without the corners that lie on a straight line: triangles of one wall leave them.
CutOutline::Loop CutOutline::straightened(const Loop &loop) const
{
    constexpr double kStraight = 2e-4; // metres
    Loop kept;
    for (std::size_t i = 0; i < loop.size(); ++i) {
        const Vec2 &a = m_nodes[kept.empty() ? loop.back() : kept.back()];
        const Vec2 &b = m_nodes[loop[i]];
        const Vec2 &c = m_nodes[loop[(i + 1) % loop.size()]];
        const double reach = std::max(1e-9, std::hypot(c.x - a.x, c.y - a.y));
        const double off = std::abs((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)) / reach;
        const bool between = (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y) >= 0;
        if (off > kStraight || !between) {
            kept.push_back(loop[i]);
        }
    }
    return kept;
}

bool CutOutline::isInside(const Vec2 &place, const Loop &loop) const
{
    bool inside = false;
    for (std::size_t i = 0; i < loop.size(); ++i) {
        const Vec2 &a = m_nodes[loop[i]];
        const Vec2 &b = m_nodes[loop[(i + 1) % loop.size()]];
        if ((a.y > place.y) != (b.y > place.y) && place.x < a.x + (b.x - a.x) * (place.y - a.y) / (b.y - a.y)) {
            inside = !inside;
        }
    }
    return inside;
}

double CutOutline::areaOf(const Loop &loop) const
{
    double twice = 0;
    for (std::size_t i = 0; i < loop.size(); ++i) {
        const Vec2 &a = m_nodes[loop[i]];
        const Vec2 &b = m_nodes[loop[(i + 1) % loop.size()]];
        twice += a.x * b.y - b.x * a.y;
    }
    return twice / 2;
}

std::vector<std::optional<std::size_t>> CutOutline::containers(const std::vector<Loop> &all,
                                                               std::vector<int> &depths) const
{
    std::vector<std::optional<std::size_t>> nearest(all.size());
    depths.assign(all.size(), 0);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Vec2 &a = m_nodes[all[i][0]];
        const Vec2 &b = m_nodes[all[i][1]];
        const Vec2 middle{(a.x + b.x) / 2, (a.y + b.y) / 2}; // corners may lie on the other loop
        for (std::size_t j = 0; j < all.size(); ++j) {
            if (i == j || std::abs(areaOf(all[j])) <= std::abs(areaOf(all[i])) || !isInside(middle, all[j])) {
                continue;
            }
            ++depths[i];
            if (!nearest[i] || std::abs(areaOf(all[j])) < std::abs(areaOf(all[*nearest[i]]))) {
                nearest[i] = j;
            }
        }
    }
    return nearest;
}

void CutOutline::fill(CutFaces &faces)
{
    std::vector<Loop> all;
    for (const Loop &loop : loops()) {
        all.push_back(straightened(loop));
    }
    std::erase_if(all, [](const Loop &loop) { return loop.size() < 3; });
    std::vector<int> depths;
    const std::vector<std::optional<std::size_t>> nearest = containers(all, depths);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (depths[i] % 2 == 1) {
            continue;
        }
        std::vector<Loop> holes;
        for (std::size_t j = 0; j < all.size(); ++j) {
            if (depths[j] == depths[i] + 1 && nearest[j] == i) {
                holes.push_back(all[j]);
            }
        }
        fillLoop(all[i], std::move(holes), faces);
    }
}

void CutOutline::fillLoop(Loop outer, std::vector<Loop> holes, CutFaces &faces) const
{
    if (areaOf(outer) < 0) {
        std::reverse(outer.begin(), outer.end());
    }
    for (Loop &hole : holes) {
        if (areaOf(hole) > 0) {
            std::reverse(hole.begin(), hole.end());
        }
    }
    holes.insert(holes.begin(), std::move(outer));
    std::vector<Vec3> points;
    std::vector<std::uint32_t> ends;
    for (const Loop &loop : holes) {
        for (const std::uint32_t node : loop) {
            points.push_back(m_normal * m_level + m_u * m_nodes[node].x + m_v * m_nodes[node].y);
        }
        ends.push_back(static_cast<std::uint32_t>(points.size()));
    }
    std::vector<std::uint32_t> triangles;
    if (!city::triangulatePolygon(points, ends, triangles)) {
        return;
    }
    const auto base = static_cast<std::int32_t>(faces.positions.size() / 3);
    for (const Vec3 &p : points) {
        faces.positions.insert(faces.positions.end(),
                               {static_cast<float>(p.x), static_cast<float>(p.y), static_cast<float>(p.z)});
    }
    for (const std::uint32_t corner : triangles) {
        faces.triangles.push_back(base + static_cast<std::int32_t>(corner));
    }
    std::uint32_t first = 0;
    for (const std::uint32_t end : ends) {
        for (std::uint32_t i = first; i < end; ++i) {
            faces.lines.push_back(base + static_cast<std::int32_t>(i));
            faces.lines.push_back(base + static_cast<std::int32_t>(i + 1 < end ? i + 1 : first));
        }
        first = end;
    }
}

} // namespace loci::scene
