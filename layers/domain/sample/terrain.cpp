// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/sample/terrain.h"

#include <algorithm>
#include <cmath>

namespace loci::sample {

namespace {

double bump(double t)
{
    const double f = std::max(0.0, 1 - t * t);
    return f * f * f;
}
double smooth(double low, double high, double x)
{
    const double f = std::clamp((x - low) / (high - low), 0.0, 1.0);
    return f * f * (3 - 2 * f);
}
constexpr double kIslandX = 1930;
double islandHalf(double x)
{
    return 52 * bump((x - kIslandX) / 300);
}
double riverHalf(double x)
{
    return 66 + 9 * sinTurns(x / 1500 + 0.2) + 62 * bump((x - kIslandX) / 430);
}
double slopeFactor(double x)
{
    const double d = (Terrain::riverCentre(x + 1) - Terrain::riverCentre(x - 1)) / 2;
    return std::sqrt(1 + d * d);
}

} // namespace

double Terrain::riverCentre(double x)
{
    return 872 + 78 * sinTurns((x - 420) / kWidth) + 26 * sinTurns(x / 1500 + 0.1);
}

double Terrain::fromWater(Point p)
{
    const double d = std::fabs(p.y - riverCentre(p.x)) / slopeFactor(p.x);
    return std::max(d - riverHalf(p.x), islandHalf(p.x) - d);
}

bool Terrain::onIsland(Point p)
{
    return std::fabs(p.y - riverCentre(p.x)) / slopeFactor(p.x) < islandHalf(p.x);
}

Line Terrain::bank(double offset, bool north, double fromX, double toX)
{
    Line line;
    const int steps = std::max(2, static_cast<int>((toX - fromX) / 15));
    for (int i = 0; i <= steps; ++i) {
        const double x = fromX + (toX - fromX) * i / steps;
        const double d = (riverHalf(x) + offset) * slopeFactor(x);
        line.push_back({x, riverCentre(x) + (north ? d : -d)});
    }
    return line;
}

Ring Terrain::river()
{
    Ring ring = bank(0, false, 0, kWidth);
    const Line north = bank(0, true, 0, kWidth);
    ring.insert(ring.end(), north.rbegin(), north.rend());
    return ring;
}

Ring Terrain::island()
{
    Ring ring;
    const double reach = 262;
    for (int side = 0; side < 2; ++side) {
        for (int i = 0; i < 36; ++i) {
            const double f = side == 0 ? i / 36.0 : 1 - i / 36.0;
            const double x = kIslandX - reach + 2 * reach * f;
            const double d = islandHalf(x) * slopeFactor(x);
            ring.push_back({x, riverCentre(x) + (side == 0 ? -d : d)});
        }
    }
    return ring;
}

double Terrain::shape(Point p)
{
    const double d = fromWater(p);
    if (d <= 0) {
        return kWater + std::max(d * 0.16, -4.5);
    }
    double z = kWater + std::min(d * 0.16, kPlateau - kWater);
    if (onIsland(p)) {
        return z;
    }
    const double north = p.y > riverCentre(p.x) ? 1 : 0.35;
    const double away = smooth(370, 640, distance(p, kTown)) * smooth(25, 260, d);
    const double rolling = 3.2 + 2.2 * sinTurns(p.x / 900 + p.y / 1300) + 1.3 * sinTurns(p.y / 610 - p.x / 1750 + 0.3);
    z += away * north * (rolling + 0.006 * std::max(0.0, p.y - 1500));
    const Point h = p - kHill;
    const double ridges = 1 + 0.10 * sinTurns(h.x / 310 + h.y / 260) + 0.07 * sinTurns(h.y / 150 - h.x / 190);
    const double clear = smooth(360, 560, distance(p, kTown)); // the old town is level
    z += clear * smooth(0, 120, d) * 92 * bump(length({h.x / 600, h.y / 500})) * ridges;
    z += 44 * bump(length({(p.x - 130) / 420, (p.y - 2180) / 420})) * ridges;
    z += clear * 30 * bump(length({(p.x - 900) / 330, (p.y - 2360) / 240}));
    return z;
}

Terrain::Terrain()
{
    m_grid.reserve(static_cast<std::size_t>(kColumns) * kRows);
    for (int row = 0; row < kRows; ++row) {
        for (int column = 0; column < kColumns; ++column) {
            // On whole millimetres, as the files hold them.
            m_grid.push_back(std::floor(shape({column * kCell, row * kCell}) * 1000 + 0.5) / 1000);
        }
    }
}

double Terrain::ground(Point p) const
{
    const double gx = std::clamp(p.x / kCell, 0.0, kColumns - 1.000001);
    const double gy = std::clamp(p.y / kCell, 0.0, kRows - 1.000001);
    const int column = static_cast<int>(gx);
    const int row = static_cast<int>(gy);
    const double fx = gx - column;
    const double fy = gy - row;
    const double z00 = gridHeight(column, row);
    const double z11 = gridHeight(column + 1, row + 1);
    if (fx >= fy) { // the cell's diagonal runs from south-west to north-east
        const double z10 = gridHeight(column + 1, row);
        return z00 + fx * (z10 - z00) + fy * (z11 - z10);
    }
    const double z01 = gridHeight(column, row + 1);
    return z00 + fy * (z01 - z00) + fx * (z11 - z01);
}

double Terrain::lowest(const Ring &ring) const
{
    double z = ground(centroid(ring));
    for (std::size_t i = 0; i < ring.size(); ++i) {
        z = std::min({z, ground(ring[i]), ground(mix(ring[i], ring[(i + 1) % ring.size()], 0.5))});
    }
    return z;
}

} // namespace loci::sample
