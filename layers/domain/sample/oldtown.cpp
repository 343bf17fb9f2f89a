// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/sample/landmarks.h"
#include "layers/domain/sample/townbuilder.h"

#include <algorithm>

namespace loci::sample {

namespace {

constexpr Point kCentre = Terrain::kTown;

/// Names of the lanes follow the list; a patch is a group of blocks between lanes, cut further by alleys.
void fillWithLanes(TownBuilder &b, const Ring &cell, const HouseStyle &style)
{
    if (cell.size() < 3 || area(cell) < 300) {
        return;
    }
    std::vector<Point> seeds;
    double x0 = 1e9, x1 = -1e9, y0 = 1e9, y1 = -1e9;
    for (const Point p : cell) {
        x0 = std::min(x0, p.x);
        x1 = std::max(x1, p.x);
        y0 = std::min(y0, p.y);
        y1 = std::max(y1, p.y);
    }
    for (int tries = 0; tries < 400; ++tries) {
        const Point p{b.random.range(x0, x1), b.random.range(y0, y1)};
        const bool apart = std::none_of(seeds.begin(), seeds.end(), [&](Point q) { return distance(p, q) < 70; });
        if (apart && contains(cell, p)) {
            seeds.push_back(p);
        }
    }
    if (seeds.empty()) {
        seeds.push_back(centroid(cell));
    }
    const double lane = 4.4;
    const std::vector<Ring> patches = voronoi(seeds, cell);
    for (std::size_t i = 0; i < patches.size(); ++i) {
        const Ring &patch = patches[i];
        for (std::size_t k = 0; k < patch.size(); ++k) {
            const Point mid = mix(patch[k], patch[(k + 1) % patch.size()], 0.5);
            for (std::size_t j = i + 1; j < seeds.size(); ++j) {
                const bool between = std::fabs(distance(mid, seeds[i]) - distance(mid, seeds[j])) < 1e-6;
                if (between && distance(patch[k], patch[(k + 1) % patch.size()]) > 4) {
                    b.addStreet(b.nextStreetName(StreetClass::Lane), StreetClass::Lane, lane,
                                {patch[k], patch[(k + 1) % patch.size()]});
                }
            }
        }
        for (const Ring &block : b.blocks(inset(patch, lane / 2), 1750, 2.4, 0.10, StreetClass::Path, lane)) {
            b.rows(block, style);
        }
    }
}

HouseStyle oldHouses()
{
    HouseStyle style;
    style.widthMin = 7;
    style.widthMax = 12.5;
    style.depthMin = 8;
    style.depthMax = 11.5;
    style.roofs = {Roof::FireGable, Roof::FireGable, Roof::FireGable, Roof::Gable, Roof::Hip};
    style.uses = {Use::Residential, Use::Residential, Use::Residential, Use::Mixed, Use::Commercial};
    style.materials = {"whitewashed brick", "whitewashed brick", "grey brick", "timber"};
    style.yearMin = 1660;
    style.yearMax = 1948;
    style.rise = 0.24;
    style.wingChance = 0.8;
    style.chimneyChance = 0.75;
    return style;
}

/// The corner of a wedge at the crossing, and the two pieces left.
struct Carved
{
    Ring corner, side, end;
};
Carved carve(TownBuilder &b, const Ring &wedge, Point reach)
{
    const auto sign = [](double v) { return v < 0 ? -1.0 : 1.0; };
    auto [inner, side] = b.split(wedge, kCentre + Point{reach.x, 0}, {-sign(reach.x), 0}, 6, StreetClass::Local, 6);
    auto [corner, end] = b.split(inner, kCentre + Point{0, reach.y}, {0, -sign(reach.y)}, 6, StreetClass::Local, 4);
    return {corner, side, end};
}

} // namespace

Ring townWall()
{
    return ellipse(kCentre, 335, 288, 22, 0.5 / 22);
}

std::vector<Point> townGates()
{
    const Ring wall = townWall();
    std::vector<Point> gates;
    for (const Point along : {turned({0, 1}, 0.010), turned({1, 0}, -0.012)}) {
        const auto ends = chord(wall, kCentre, along);
        const bool swap = dot(ends[1] - ends[0], along) < 0;
        gates.push_back(swap ? ends[0] : ends[1]);
        gates.push_back(swap ? ends[1] : ends[0]);
    }
    return gates; // north, south, east, west
}

void addOldTown(TownBuilder &b)
{
    const Ring wall = townWall();
    Ring round = inset(wall, 9);
    round.push_back(round.front());
    b.addStreet({"顺城街", "Inner Wall Street"}, StreetClass::Lane, 5, round);
    const Ring inside = inset(wall, 12);
    const Point ns = turned({1, 0}, 0.010);
    const Point ew = turned({0, 1}, -0.012);
    auto [east, west] = b.split(inside, kCentre, ns, 11, StreetClass::Collector, 14, {"鼓楼街", "Drum Tower Street"});
    auto [ne, se] = b.split(east, kCentre, ew, 10, StreetClass::Collector, 8, {"东大街", "East Main Street"});
    auto [nw, sw] = b.split(west, kCentre, ew, 10, StreetClass::Collector, 8, {"西大街", "West Main Street"});

    const Carved market = carve(b, se, {92, -74});
    const Carved temple = carve(b, ne, {98, 150});
    const Carved yamen = carve(b, nw, {-112, 128});
    const Carved garden = carve(b, sw, {-118, -104});
    addMarketSquare(b, market.corner);
    addConfucianTemple(b, temple.corner);
    addYamen(b, yamen.corner);
    addGarden(b, garden.corner);

    HouseStyle shops = oldHouses();
    shops.uses = {Use::Mixed, Use::Commercial, Use::Mixed, Use::Residential};
    shops.storeysMin = shops.storeysMax = 2;
    for (const Carved *c : {&market, &temple, &yamen, &garden}) {
        fillWithLanes(b, c->side, oldHouses());
        fillWithLanes(b, c->end, c == &market ? shops : oldHouses());
    }
}

} // namespace loci::sample
