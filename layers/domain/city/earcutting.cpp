// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The second half of PolygonTriangulator: the grid of reflex vertices and the cutting of ears.
#include "layers/domain/city/polygontriangulator.h"

#include <algorithm>
#include <cmath>

namespace loci::city {

namespace {
constexpr std::int32_t kGridFrom = 64; // below this many vertices one cell is faster than a grid

template <class A, class B, class C>
double cross(const A &a, const B &b, const C &c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}
} // namespace

int PolygonTriangulator::column(double x) const
{
    return std::clamp(static_cast<int>((x - m_minX) / m_cellWidth), 0, m_columns - 1);
}

int PolygonTriangulator::row(double y) const
{
    return std::clamp(static_cast<int>((y - m_minY) / m_cellHeight), 0, m_rows - 1);
}

void PolygonTriangulator::buildGrid(std::int32_t start)
{
    double maxX = m_nodes[start].x, maxY = m_nodes[start].y;
    m_minX = maxX;
    m_minY = maxY;
    m_count = 0;
    std::int32_t reflexCount = 0;
    std::int32_t n = start;
    do {
        Node &node = m_nodes[n];
        m_minX = std::min(m_minX, node.x);
        m_minY = std::min(m_minY, node.y);
        maxX = std::max(maxX, node.x);
        maxY = std::max(maxY, node.y);
        node.reflex = !(turn(n) > 0);
        reflexCount += node.reflex ? 1 : 0;
        ++m_count;
        n = node.next;
    } while (n != start);
    const int side = reflexCount < kGridFrom ? 1 : std::min(2048, static_cast<int>(std::sqrt(reflexCount / 2.0)));
    m_columns = m_rows = side;
    m_cellWidth = maxX > m_minX ? (maxX - m_minX) / side : 1;
    m_cellHeight = maxY > m_minY ? (maxY - m_minY) / side : 1;
    const std::size_t cells = static_cast<std::size_t>(side) * side;
    m_cellCount.assign(cells, 0);
    m_cellStart.assign(cells + 1, 0);
    m_cellNodes.resize(static_cast<std::size_t>(reflexCount));
    const auto eachReflex = [&](auto &&use) {
        std::int32_t k = start;
        do {
            if (m_nodes[k].reflex) {
                use(k, static_cast<std::size_t>(row(m_nodes[k].y)) * m_columns + column(m_nodes[k].x));
            }
            k = m_nodes[k].next;
        } while (k != start);
    };
    eachReflex([this](std::int32_t, std::size_t cell) { ++m_cellStart[cell + 1]; });
    for (std::size_t c = 0; c < cells; ++c) {
        m_cellStart[c + 1] += m_cellStart[c];
    }
    eachReflex([this](std::int32_t k, std::size_t cell) { m_cellNodes[m_cellStart[cell] + m_cellCount[cell]++] = k; });
}

bool PolygonTriangulator::blockedInRow(int row, int firstColumn, int lastColumn, const Node &a, const Node &b,
                                       const Node &c)
{
    for (int k = firstColumn; k <= lastColumn; ++k) {
        const std::size_t cell = static_cast<std::size_t>(row) * m_columns + k;
        std::int32_t *nodes = m_cellNodes.data() + m_cellStart[cell];
        for (std::uint32_t i = 0; i < m_cellCount[cell];) {
            const Node &v = m_nodes[nodes[i]];
            if (v.removed || !v.reflex) {
                nodes[i] = nodes[--m_cellCount[cell]]; // never needed again
                continue;
            }
            ++i;
            const bool corner = (v.x == a.x && v.y == a.y) || (v.x == b.x && v.y == b.y) || (v.x == c.x && v.y == c.y);
            if (!corner && cross(a, b, v) >= 0 && cross(b, c, v) >= 0 && cross(c, a, v) >= 0) {
                return true;
            }
        }
    }
    return false;
}

bool PolygonTriangulator::isEar(std::int32_t node)
{
    const Node &b = m_nodes[node];
    const Node &a = m_nodes[b.previous];
    const Node &c = m_nodes[b.next];
    if (!(cross(a, b, c) > 0)) {
        return false;
    }
    const int firstRow = row(std::min({a.y, b.y, c.y})), lastRow = row(std::max({a.y, b.y, c.y}));
    const Node *corners[4] = {&a, &b, &c, &a};
    for (int r = firstRow; r <= lastRow; ++r) {
        // Only the columns that the triangle touches in this row: long thin ears stay cheap.
        const double low = r == firstRow ? -INFINITY : m_minY + r * m_cellHeight;
        const double high = r == lastRow ? INFINITY : m_minY + (r + 1) * m_cellHeight;
        double minX = INFINITY, maxX = -INFINITY;
        for (int side = 0; side < 3; ++side) {
            const Node &p = *corners[side], &q = *corners[side + 1];
            const double from = std::max(low, std::min(p.y, q.y)), to = std::min(high, std::max(p.y, q.y));
            if (from > to) {
                continue;
            }
            const double run = q.y != p.y ? (q.x - p.x) / (q.y - p.y) : 0;
            const double x1 = q.y != p.y ? p.x + (from - p.y) * run : p.x;
            const double x2 = q.y != p.y ? p.x + (to - p.y) * run : q.x;
            minX = std::min({minX, x1, x2});
            maxX = std::max({maxX, x1, x2});
        }
        const double slack = 1e-9 * m_cellWidth;
        if (minX <= maxX && blockedInRow(r, column(minX - slack), column(maxX + slack), a, b, c)) {
            return false;
        }
    }
    return true;
}

void PolygonTriangulator::updateReflex(std::int32_t node)
{
    if (m_nodes[node].reflex) {
        m_nodes[node].reflex = !(turn(node) > 0);
    }
}

std::int32_t PolygonTriangulator::cut(std::int32_t node, std::vector<std::uint32_t> &triangles)
{
    Node &n = m_nodes[node];
    if (turn(node) > 0) {
        triangles.insert(triangles.end(), {m_nodes[n.previous].point, n.point, m_nodes[n.next].point});
    }
    m_nodes[n.previous].next = n.next;
    m_nodes[n.next].previous = n.previous;
    n.removed = true;
    --m_count;
    updateReflex(n.previous);
    updateReflex(n.next);
    return n.next;
}

void PolygonTriangulator::cutEars(std::int32_t start, std::vector<std::uint32_t> &triangles)
{
    std::int32_t node = start;
    std::int32_t waiting = 0;                                                // vertices looked at since the last cut
    std::int64_t patience = 50 * static_cast<std::int64_t>(m_count) + 10000; // looks, before crossings are hopeless
    while (m_count > 2) {
        const bool flat = turn(node) == 0; // on the line between its neighbours, or a spike: adds no area
        if (flat || patience <= 0) {
            node = m_nodes[cut(node, triangles)].previous;
            waiting = 0;
        } else if (isEar(node)) {
            node = m_nodes[cut(node, triangles)].next; // skip one: neighbouring ears make slivers
            waiting = 0;
        } else if (++waiting > m_count) {
            // Crossings: no vertex is an ear. Cut one that turns the right way and go on.
            for (std::int32_t k = 0; k < m_count && !(turn(node) > 0); ++k) {
                node = m_nodes[node].next;
            }
            node = cut(node, triangles);
            patience -= waiting;
            waiting = 0;
        } else {
            node = m_nodes[node].next;
        }
    }
}

} // namespace loci::city
