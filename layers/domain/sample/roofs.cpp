// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/sample/solid.h"

#include <algorithm>
#include <cmath>

namespace loci::sample {

const char *roofName(Roof roof)
{
    switch (roof) {
    case Roof::Flat:
        return "flat";
    case Roof::Gable:
        return "gable";
    case Roof::Hip:
        return "hip";
    case Roof::HalfHip:
        return "half-hip";
    case Roof::Pyramid:
        return "pyramid";
    case Roof::Shed:
        return "shed";
    case Roof::Mansard:
        return "mansard";
    case Roof::HipAndGable:
        return "hip-and-gable";
    case Roof::FireGable:
        return "gable with fire walls";
    case Roof::Sawtooth:
        return "sawtooth";
    case Roof::Spire:
        return "spire";
    case Roof::Barrel:
        return "barrel";
    }
    return "flat";
}

Ring Lot::footprint() const
{
    return {at(leftAt(0), 0), at(rightAt(0), 0), at(rightAt(depth), depth), at(leftAt(depth), depth)};
}

Lot Lot::quarterTurned() const
{
    Lot lot;
    lot.origin = at(right0, 0);
    lot.along = left(along);
    lot.right0 = depth;
    lot.depth = width();
    return lot;
}

Lot Lot::around(Point centre, Point along, double length, double width)
{
    Lot lot;
    lot.along = along;
    lot.origin = centre - along * (length / 2) - left(along) * (width / 2);
    lot.right0 = length;
    lot.depth = width;
    return lot;
}

Solid prism(const Ring &outer, const std::vector<Ring> &holes, double base, double top, const std::vector<Ring> &boxes,
            double boxTop)
{
    Solid solid;
    std::vector<std::vector<int>> low;
    std::vector<std::vector<int>> high;
    const auto wall = [&](const Ring &ring) {
        std::vector<int> l;
        std::vector<int> h;
        for (const Point p : ring) {
            l.push_back(solid.vertex(p, base));
            h.push_back(solid.vertex(p, top));
        }
        for (std::size_t i = 0; i < l.size(); ++i) {
            const std::size_t j = (i + 1) % l.size();
            solid.add(Surface::Wall, {l[i], l[j], h[j], h[i]});
        }
        low.push_back(std::move(l));
        high.push_back(std::move(h));
    };
    wall(outer);
    for (const Ring &hole : holes) {
        wall(hole);
    }
    solid.add(Surface::Ground, low[0], {low.begin() + 1, low.end()});
    solid.add(Surface::Roof, high[0], {high.begin() + 1, high.end()});
    for (const Ring &box : boxes) {
        addBox(solid, box, boxTop);
    }
    return solid;
}

Solid swept(const Lot &lot, double base, const std::vector<std::array<double, 2>> &chain)
{
    Solid solid;
    std::vector<int> leftSide;
    std::vector<int> rightSide;
    for (const auto &[t, z] : chain) {
        leftSide.push_back(solid.vertex(lot.at(lot.leftAt(t), t), z));
        rightSide.push_back(solid.vertex(lot.at(lot.rightAt(t), t), z));
    }
    const double d = lot.depth;
    const int fl = solid.vertex(lot.at(lot.leftAt(0), 0), base);
    const int fr = solid.vertex(lot.at(lot.rightAt(0), 0), base);
    const int br = solid.vertex(lot.at(lot.rightAt(d), d), base);
    const int bl = solid.vertex(lot.at(lot.leftAt(d), d), base);
    solid.add(Surface::Ground, {fl, bl, br, fr});
    solid.add(Surface::Wall, {fl, fr, rightSide.front(), leftSide.front()});
    solid.add(Surface::Wall, {br, bl, leftSide.back(), rightSide.back()});
    for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
        const bool upright = chain[i][0] == chain[i + 1][0];
        solid.add(upright ? Surface::Wall : Surface::Roof,
                  {leftSide[i], rightSide[i], rightSide[i + 1], leftSide[i + 1]});
    }
    std::vector<int> leftWall{bl, fl};
    leftWall.insert(leftWall.end(), leftSide.begin(), leftSide.end());
    std::vector<int> rightWall{br, fr};
    rightWall.insert(rightWall.end(), rightSide.begin(), rightSide.end());
    solid.add(Surface::Wall, leftWall);
    solid.add(Surface::Wall, rightWall);
    return solid;
}

namespace {

Solid hipped(const Lot &lot, double base, double eaves, double ridge, double cut)
{
    // cut 1: hip down to the eaves; between 0 and 1: half-hip, the gable goes up to that share of the roof.
    const double d = lot.depth;
    const double tm = d / 2;
    const double run = std::min(tm * 0.9, (lot.rightAt(tm) - lot.leftAt(tm)) * 0.4) * cut;
    Solid solid;
    const auto at = [&](double s, double t, double z) { return solid.vertex(lot.at(s, t), z); };
    const int fl = at(lot.leftAt(0), 0, base);
    const int fr = at(lot.rightAt(0), 0, base);
    const int br = at(lot.rightAt(d), d, base);
    const int bl = at(lot.leftAt(d), d, base);
    const int efl = at(lot.leftAt(0), 0, eaves);
    const int efr = at(lot.rightAt(0), 0, eaves);
    const int ebr = at(lot.rightAt(d), d, eaves);
    const int ebl = at(lot.leftAt(d), d, eaves);
    const int rl = at(lot.leftAt(tm) + run, tm, ridge);
    const int rr = at(lot.rightAt(tm) - run, tm, ridge);
    const double share = 1 - cut;
    const double t1 = tm * share;
    const double t2 = d - t1;
    const double zc = eaves + (ridge - eaves) * share;
    const int lf = cut < 1 ? at(lot.leftAt(t1), t1, zc) : efl;
    const int lb = cut < 1 ? at(lot.leftAt(t2), t2, zc) : ebl;
    const int rf = cut < 1 ? at(lot.rightAt(t1), t1, zc) : efr;
    const int rb = cut < 1 ? at(lot.rightAt(t2), t2, zc) : ebr;
    solid.add(Surface::Ground, {fl, bl, br, fr});
    solid.add(Surface::Wall, {fl, fr, efr, efl});
    solid.add(Surface::Wall, {br, bl, ebl, ebr});
    solid.add(Surface::Wall, cut < 1 ? std::vector<int>{bl, fl, efl, lf, lb, ebl} : std::vector<int>{bl, fl, efl, ebl});
    solid.add(Surface::Wall, cut < 1 ? std::vector<int>{fr, br, ebr, rb, rf, efr} : std::vector<int>{fr, br, ebr, efr});
    solid.add(Surface::Roof, cut < 1 ? std::vector<int>{efl, efr, rf, rr, rl, lf} : std::vector<int>{efl, efr, rr, rl});
    solid.add(Surface::Roof, cut < 1 ? std::vector<int>{ebr, ebl, lb, rl, rr, rb} : std::vector<int>{ebr, ebl, rl, rr});
    solid.add(Surface::Roof, {lf, rl, lb});
    solid.add(Surface::Roof, {rf, rb, rr});
    return solid;
}

std::vector<std::array<double, 2>> sawtooth(double depth, double eaves, double ridge)
{
    std::vector<std::array<double, 2>> chain;
    const int teeth = std::max(2, static_cast<int>(depth / 9));
    for (int i = 0; i < teeth; ++i) {
        chain.push_back({depth * i / teeth, eaves});
        chain.push_back({depth * i / teeth + depth / teeth * 0.22, ridge});
    }
    chain.push_back({depth, eaves});
    return chain;
}

std::vector<std::array<double, 2>> barrel(double depth, double eaves, double ridge)
{
    std::vector<std::array<double, 2>> chain;
    for (int i = 0; i <= 6; ++i) {
        const double f = i / 6.0;
        chain.push_back({depth * f, eaves + (ridge - eaves) * 4 * f * (1 - f)});
    }
    return chain;
}

} // namespace

Solid roofed(const Lot &lot, Roof roof, double base, double eaves, double ridge)
{
    const double d = lot.depth;
    switch (roof) {
    case Roof::Hip:
        return hipped(lot, base, eaves, ridge, 1);
    case Roof::HalfHip:
        return hipped(lot, base, eaves, ridge, 0.45);
    case Roof::Pyramid:
        return lofted({{lot.footprint(), base}, {lot.footprint(), eaves}}, Cap::Apex, ridge);
    case Roof::Shed:
        return swept(lot, base, {{0, eaves}, {d, ridge}});
    case Roof::Mansard: {
        const double m = std::min(1.6, d * 0.2);
        const double knee = eaves + (ridge - eaves) * 0.72;
        return swept(lot, base, {{0, eaves}, {m, knee}, {d / 2, ridge}, {d - m, knee}, {d, eaves}});
    }
    case Roof::Sawtooth:
        return swept(lot, base, sawtooth(d, eaves, ridge));
    case Roof::Barrel:
        return swept(lot, base, barrel(d, eaves, ridge));
    case Roof::FireGable:
        return fireGabled(lot, base, eaves, ridge);
    case Roof::Flat:
        return prism(lot.footprint(), {}, base, ridge);
    default:
        return swept(lot, base, {{0, eaves}, {d / 2, ridge}, {d, eaves}});
    }
}

Solid fireGabled(const Lot &lot, double base, double eaves, double ridge)
{
    const double thick = 0.45;
    const double d = lot.depth;
    const double rise = ridge - eaves;
    const double over = 0.75;
    const double z1 = eaves + rise * 0.36 + over;
    const double z2 = eaves + rise * 0.72 + over;
    const double z3 = ridge + over;
    const std::vector<std::array<double, 2>> steps{{0, z1},        {d * 0.18, z1}, {d * 0.18, z2}, {d * 0.36, z2},
                                                   {d * 0.36, z3}, {d * 0.64, z3}, {d * 0.64, z2}, {d * 0.82, z2},
                                                   {d * 0.82, z1}, {d, z1}};
    Solid solid;
    const auto point = [&](bool right, bool inner, double t, double z) {
        const double s = right ? lot.rightAt(t) - (inner ? thick : 0) : lot.leftAt(t) + (inner ? thick : 0);
        return solid.vertex(lot.at(s, t), z);
    };
    std::vector<int> front;
    std::vector<int> back;
    int roof[2][3];
    for (const bool right : {false, true}) {
        std::vector<int> outer;
        std::vector<int> inner;
        for (const auto &[t, z] : steps) {
            outer.push_back(point(right, false, t, z));
            inner.push_back(point(right, true, t, z));
        }
        const int footFront = point(right, false, 0, base);
        const int footBack = point(right, false, d, base);
        int *r = roof[right ? 1 : 0];
        r[0] = point(right, true, 0, eaves);
        r[1] = point(right, true, d / 2, ridge);
        r[2] = point(right, true, d, eaves);
        std::vector<int> gable{footBack, footFront};
        gable.insert(gable.end(), outer.begin(), outer.end());
        solid.add(Surface::Wall, gable);
        std::vector<int> inside{r[2], r[1], r[0]};
        inside.insert(inside.end(), inner.begin(), inner.end());
        solid.add(Surface::Wall, inside);
        for (std::size_t i = 0; i + 1 < steps.size(); ++i) {
            const bool upright = steps[i][0] == steps[i + 1][0];
            solid.add(upright ? Surface::Wall : Surface::Roof, {outer[i], inner[i], inner[i + 1], outer[i + 1]});
        }
        const std::vector<int> f{footFront, outer.front(), inner.front(), r[0]};
        const std::vector<int> b{footBack, outer.back(), inner.back(), r[2]};
        front.insert(front.end(), f.begin(), f.end());
        back.insert(back.end(), b.begin(), b.end());
    }
    const auto wall = [&](const std::vector<int> &v) { // left foot, outer, inner, roof, then the same on the right
        solid.add(Surface::Wall, {v[0], v[4], v[5], v[6], v[7], v[3], v[2], v[1]});
    };
    wall(front);
    wall(back);
    solid.add(Surface::Ground, {front[0], back[0], back[4], front[4]});
    solid.add(Surface::Roof, {roof[0][0], roof[1][0], roof[1][1], roof[0][1]});
    solid.add(Surface::Roof, {roof[0][1], roof[1][1], roof[1][2], roof[0][2]});
    return solid;
}

Solid lofted(const std::vector<Level> &levels, Cap cap, double capZ, double ridgeInset)
{
    Solid solid;
    std::vector<std::vector<int>> ids;
    for (const Level &level : levels) {
        auto &ring = ids.emplace_back();
        for (const Point p : level.ring) {
            ring.push_back(solid.vertex(p, level.z));
        }
    }
    const std::size_t n = ids.front().size();
    solid.add(Surface::Ground, {ids.front().rbegin(), ids.front().rend()});
    for (std::size_t k = 0; k + 1 < ids.size(); ++k) {
        for (std::size_t i = 0; i < n; ++i) {
            const std::size_t j = (i + 1) % n;
            const Point a = levels[k].ring[i];
            const Point edge = unitVector(levels[k].ring[j] - a);
            const double out = -dot(levels[k + 1].ring[i] - a, left(edge)); // how far the upper level stands out
            const double up = levels[k + 1].z - levels[k].z;
            const Surface surface = std::fabs(out) < 0.12 * up ? Surface::Wall
                                    : out > 0                  ? Surface::OuterCeiling
                                                               : Surface::Roof;
            solid.add(surface, {ids[k][i], ids[k][j], ids[k + 1][j], ids[k + 1][i]});
        }
    }
    const std::vector<int> &top = ids.back();
    const Ring &ring = levels.back().ring;
    if (cap == Cap::Flat) {
        solid.add(Surface::Roof, top);
    } else if (cap == Cap::Apex) {
        const int apex = solid.vertex(centroid(ring), capZ);
        for (std::size_t i = 0; i < n; ++i) {
            solid.add(Surface::Roof, {top[i], top[(i + 1) % n], apex});
        }
    } else {
        const Point along = unitVector(ring[1] - ring[0]);
        const int r0 = solid.vertex(mix(ring[3], ring[0], 0.5) + along * ridgeInset, capZ);
        const int r1 = solid.vertex(mix(ring[1], ring[2], 0.5) - along * ridgeInset, capZ);
        const Surface end = ridgeInset < 0.1 ? Surface::Wall : Surface::Roof;
        solid.add(Surface::Roof, {top[0], top[1], r1, r0});
        solid.add(Surface::Roof, {top[2], top[3], r0, r1});
        solid.add(end, {top[1], top[2], r1});
        solid.add(end, {top[3], top[0], r0});
    }
    return solid;
}

} // namespace loci::sample
