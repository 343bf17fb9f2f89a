// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/sample/landmarks.h"

#include <algorithm>
#include <cstdio>

namespace loci::sample {

namespace {

constexpr double kThick = 7, kHigh = 8.4;

Structure structure(TownBuilder &b, const char *type, Name name, int year)
{
    Structure s;
    char id[24];
    std::snprintf(id, sizeof id, "LJ-S%03d", static_cast<int>(b.town.structures.size()) + 1);
    s.id = id;
    s.type = type;
    s.name = std::move(name);
    s.year = year;
    return s;
}

/// One straight piece of the wall with its parapet; both closed.
void addCurtain(TownBuilder &b, Point p, Point q, Structure &wall)
{
    if (distance(p, q) < 2) {
        return;
    }
    const Point along = unitVector(q - p);
    const Ring body = rectangle(mix(p, q, 0.5), along, distance(p, q), kThick);
    const double base = b.town.terrain.lowest(body);
    Solid curtain = prism(body, {}, base, base + kHigh);
    curtain.finish();
    const Point out = left(along) * -1.0; // the wall runs counter-clockwise
    Solid parapet = prism(rectangle(mix(p, q, 0.5) + out * (kThick / 2 - 0.4), along, distance(p, q), 0.8), {},
                          base + kHigh, base + kHigh + 1.6);
    parapet.finish();
    wall.solids.push_back(std::move(curtain));
    wall.solids.push_back(std::move(parapet));
    b.reserve(rectangle(mix(p, q, 0.5), along, distance(p, q), kThick + 3));
}

void addGate(TownBuilder &b, Point at, Point along, Name name, int year)
{
    Building gate = landmark(std::move(name), Use::Culture, year, "brick and timber");
    for (const double side : {-1.0, 1.0}) {
        gate.parts.push_back(b.makeBlock(rectangle(at + along * (10.0 * side), along, 11, 15), {}, 9.6, 1));
    }
    gate.parts.push_back(b.makeBlock(rectangle(at, along, 9, 15), {}, 3.4, 1, 0, 6.2));
    gate.parts.push_back(b.makeHall(at, along, 22, 11, 9, 5.6, true, 9.6));
    b.add(std::move(gate), true);
}

} // namespace

void addWallAndGates(TownBuilder &b)
{
    const Ring wall = inset(townWall(), kThick / 2);
    const std::vector<Point> gates = townGates();
    static const Name gateNames[] = {{"拱辰门", "Gongchen Gate (north)"},
                                     {"南薰门", "Nanxun Gate (south)"},
                                     {"迎晖门", "Yinghui Gate (east)"},
                                     {"挹翠门", "Yicui Gate (west)"}};
    Structure curtain = structure(b, "OtherConstruction", {"临江古城墙", "Linjiang town wall"}, 1553);
    for (std::size_t i = 0; i < wall.size(); ++i) {
        const Point p = wall[i];
        const Point q = wall[(i + 1) % wall.size()];
        const auto gate =
            std::find_if(gates.begin(), gates.end(), [&](Point g) { return distanceToSegment(g, p, q) < kThick; });
        if (gate == gates.end()) {
            addCurtain(b, p, q, curtain);
        } else {
            const Point along = unitVector(q - p);
            const Point at = p + along * dot(*gate - p, along);
            addGate(b, at, along, gateNames[gate - gates.begin()], 1553);
            addCurtain(b, p, at - along * 15.5, curtain);
            addCurtain(b, at + along * 15.5, q, curtain);
        }
        if (i % 2 == 0) {
            const Point corner = p + unitVector(p - Terrain::kTown) * 2.5;
            const Point facing = unitVector(left(p - Terrain::kTown));
            if (std::none_of(gates.begin(), gates.end(), [&](Point g) { return distance(g, p) < 34; })) {
                Building tower = landmark({"敌台", "Wall tower"}, Use::Culture, 1553, "brick");
                tower.parts.push_back(b.makeBlock(rectangle(corner, facing, 13, 13), {}, 9.8, 1));
                tower.parts.push_back(b.makeHall(corner, facing, 9, 7, 3.4, 3, false, 9.8));
                b.add(std::move(tower), true);
            }
        }
    }
    b.town.structures.push_back(std::move(curtain));
    const Ring outer = outset(townWall(), 36);
    const Ring inner = outset(townWall(), 17);
    b.town.water.push_back({{"护城河", "Town moat"}, "moat", outer, {Ring(inner.rbegin(), inner.rend())}});
    for (std::size_t i = 0; i < outer.size(); ++i) {
        const std::size_t j = (i + 1) % outer.size();
        b.reserve(Ring{inner[i], outer[i], outer[j], inner[j]});
    }
}

namespace {

/// A beam of rectangular section between two places at given heights.
Solid beam(Point p, Point q, double width, double low, double high)
{
    Solid s = prism(rectangle(mix(p, q, 0.5), unitVector(q - p), distance(p, q), width), {}, low, high);
    s.finish();
    return s;
}

/// A cambered deck in short pieces on piers; z follows a parabola between the banks.
void addDeck(Structure &bridge, Point p, Point q, double width, double z0, double rise, int spans, double pierWidth)
{
    const int pieces = spans * 4;
    const Lot lot = Lot::around(mix(p, q, 0.5), left(unitVector(q - p)), width, distance(p, q));
    std::vector<std::array<double, 2>> chain;
    const auto height = [&](double f) { return z0 + rise * 4 * f * (1 - f); };
    for (int i = 0; i <= pieces; ++i) {
        chain.push_back({lot.depth * i / pieces, height(static_cast<double>(i) / pieces)});
    }
    // Top as the chain, underside one slab lower: swept() closes the chain down to a level base, so the deck is cut
    // into pieces that each stand on a level underside.
    for (int i = 0; i < pieces; ++i) {
        const auto &[t0, a] = chain[i];
        const auto &[t1, c] = chain[i + 1];
        Lot piece = lot;
        piece.origin = lot.at(0, t0);
        piece.depth = t1 - t0;
        Solid slab = swept(piece, std::min(a, c) - 1.3, {{0, a}, {t1 - t0, c}});
        slab.finish();
        bridge.solids.push_back(std::move(slab));
    }
    for (int i = 1; i < spans; ++i) {
        const double f = static_cast<double>(i) / spans;
        const Point at = mix(p, q, f);
        const Point across = left(unitVector(q - p));
        bridge.solids.push_back(
            beam(at - across * (width / 2 + 1), at + across * (width / 2 + 1), pierWidth, 3.2, height(f) - 1.35));
    }
}

Point bankPoint(double x, bool north, double offset)
{
    return Terrain::bank(offset, north, x - 1, x + 1)[1];
}

} // namespace

void addBridges(TownBuilder &b)
{
    const double deck = Terrain::kPlateau + 0.15;
    Structure old = structure(b, "Bridge", {"永济桥", "Yongji Bridge"}, 1573);
    addDeck(old, bankPoint(1275, false, 17), bankPoint(1275, true, 17), 9, deck, 4.5, 9, 4);
    b.town.structures.push_back(std::move(old));

    Structure steel = structure(b, "Bridge", {"中山桥", "Zhongshan Bridge"}, 1934);
    const Point s = bankPoint(1930, false, 18);
    const Point n = bankPoint(1930, true, 18);
    addDeck(steel, s, n, 14, deck, 2.2, 8, 3);
    const Point along = unitVector(n - s);
    for (const double side : {-1.0, 1.0}) { // trusses as upper beams with posts
        const Point off = left(along) * (6.4 * side);
        for (int i = 1; i < 8; ++i) {
            const Point a = mix(s, n, (i + 0.08) / 9) + off;
            const Point c = mix(s, n, (i + 0.92) / 9) + off;
            steel.solids.push_back(beam(a, c, 0.6, deck + 8.2, deck + 8.9));
            steel.solids.push_back(beam(a, a + along * 0.6, 0.6, deck + 0.4, deck + 8.2));
            steel.solids.push_back(beam(c, c + along * 0.6, 0.6, deck + 0.4, deck + 8.2));
        }
    }
    b.town.structures.push_back(std::move(steel));

    Structure cable = structure(b, "Bridge", {"新安大桥", "Xin'an Bridge"}, 2009);
    const Point s3 = bankPoint(2560, false, 26);
    const Point n3 = bankPoint(2560, true, 26);
    addDeck(cable, s3, n3, 26, deck, 3.5, 3, 6);
    const Point along3 = unitVector(n3 - s3);
    for (const double f : {1.0 / 3, 2.0 / 3}) {
        const Point at = mix(s3, n3, f);
        for (const double side : {-1.0, 1.0}) {
            const Point foot = at + left(along3) * (14.2 * side);
            const auto ring = [&](double half) { return rectangle(foot, along3, 2 * half, 2 * half * 0.7); };
            Solid pylon = lofted({{ring(2.4), 3.2}, {ring(1.2), 58}}, Cap::Flat, 58);
            pylon.finish();
            cable.solids.push_back(std::move(pylon));
        }
        cable.solids.push_back(beam(at - left(along3) * 13, at + left(along3) * 13, 1.6, 46, 48.5));
    }
    b.town.structures.push_back(std::move(cable));
}

} // namespace loci::sample
