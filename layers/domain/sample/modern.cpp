// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/sample/landmarks.h"

#include <algorithm>

namespace loci::sample {

namespace {

Ring box(double x0, double y0, double x1, double y1)
{
    return {{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}};
}

void describe(TownBuilder &b, Building &building, Use use, int yearMin, int yearMax)
{
    building.use = use;
    building.material = use == Use::Residential ? "concrete" : b.random.chance(0.5) ? "curtain wall" : "concrete";
    building.year = b.random.chance(0.03) ? 0 : b.random.integer(yearMin, yearMax);
    double floorArea = 0;
    for (const Part &part : building.parts) {
        double net = area(part.footprint);
        for (const Ring &hole : part.holes) {
            net -= std::fabs(area(hole));
        }
        floorArea += net * part.storeys;
    }
    building.residents = use == Use::Residential ? static_cast<int>(floorArea / 38 * b.random.range(0.75, 1.1)) : 0;
}

/// A slab of flats with stair heads, balconies left out.
void addSlab(TownBuilder &b, Point at, Point along, double length, int storeys, int yearMin, int yearMax)
{
    Building slab;
    slab.parts.push_back(b.makeBlock(rectangle(at, along, length, 12.5), {}, storeys * 2.95 + 1, storeys,
                                     std::max(1, static_cast<int>(length / 17))));
    describe(b, slab, Use::Residential, yearMin, yearMax);
    b.add(std::move(slab), false, 2);
}

/// A tower on a podium; the shaft steps back twice.
void addTowerBlock(TownBuilder &b, Point at, Point along, double side, int storeys, Use use)
{
    Building tower;
    const double aspect = b.random.range(0.75, 1);
    const bool eight = use == Use::Office && b.random.chance(0.3);
    const auto ring = [&](double f) {
        return eight ? ellipse(at, side * 0.56 * f, side * 0.56 * f, 8, 1.0 / 16)
                     : rectangle(at, along, side * f, side * aspect * f);
    };
    const double storey = use == Use::Office ? 3.9 : 3.0;
    const double base = std::floor(b.town.terrain.lowest(ring(1)) * 100) / 100;
    const double top = base + storeys * storey;
    const double knee = base + storeys * storey * b.random.range(0.6, 0.85);
    std::vector<Level> levels{{ring(1), base},        {ring(1), knee},        {ring(0.9), knee + 0.4},
                              {ring(0.9), top},       {ring(0.8), top + 0.5}, {ring(0.55), top + 0.6},
                              {ring(0.55), top + 4.6}};
    tower.parts.push_back(b.makeTower(levels, Cap::Flat, top + 4.6, storeys));
    if (use == Use::Office) {
        const Ring podium =
            rectangle(at + left(along) * -(side * 0.5 * (eight ? 1.12 : aspect) + 8.2), along, side * 1.5, 16);
        Part low = b.makeBlock(podium, {}, 12.5, 3, 2);
        if (b.isFree(podium, 2)) {
            tower.parts.push_back(std::move(low));
        }
    }
    describe(b, tower, use, 1998, 2024);
    b.add(std::move(tower), false, 3);
}

void addPerimeter(TownBuilder &b, const Ring &block, int storeys, Use use)
{
    const Ring outer = inset(block, 7);
    if (outer.size() != 4) {
        return;
    }
    const Ring court = inset(outer, 14);
    Building building;
    building.parts.push_back(
        b.makeBlock(outer, court.size() == 4 && area(court) > 300 ? std::vector<Ring>{court} : std::vector<Ring>{},
                    storeys * 3.2 + 1.2, storeys, 3));
    describe(b, building, use, 2003, 2023);
    b.add(std::move(building), false, 1);
}

/// Rows of slabs facing south across a block.
void addSlabRows(TownBuilder &b, const Ring &block, int storeys, int yearMin, int yearMax)
{
    const Ring inner = inset(block, 6);
    if (inner.size() < 4) {
        return;
    }
    const double spacing = storeys * 2.95 * 1.15 + 13;
    double y0 = 1e9;
    double y1 = -1e9;
    for (const Point p : inner) {
        y0 = std::min(y0, p.y);
        y1 = std::max(y1, p.y);
    }
    const Point along = turned({1, 0}, b.random.range(-0.006, 0.006));
    for (double y = y0 + 7; y < y1 - 6; y += spacing) {
        const auto low = chord(inner, {0, y - 6.3}, {1, 0});
        const auto high = chord(inner, {0, y + 6.3}, {1, 0});
        if (low.size() != 2 || high.size() != 2) {
            continue;
        }
        const double from = std::max(std::min(low[0].x, low[1].x), std::min(high[0].x, high[1].x));
        const double to = std::min(std::max(low[0].x, low[1].x), std::max(high[0].x, high[1].x));
        const int count = std::max(1, static_cast<int>((to - from) / 58));
        const double each = (to - from) / count - 7;
        for (int i = 0; i < count && each > 16; ++i) {
            addSlab(b, {from + (to - from) * (i + 0.5) / count, y}, along, each, storeys, yearMin, yearMax);
        }
    }
}

} // namespace

void addModernQuarters(TownBuilder &b)
{
    Building station = landmark({"临江站", "Linjiang Railway Station"}, Use::Transport, 1996, "concrete");
    Part hall = b.makePart(Lot::around({1274, 229}, {1, 0}, 96, 26), Roof::Barrel, 10, 7, 2);
    TownBuilder::finishSolids(hall);
    station.parts.push_back(std::move(hall));
    for (const double x : {1207.0, 1341.0}) {
        station.parts.push_back(b.makeBlock(rectangle({x, 229}, {1, 0}, 37.9, 20), {}, 9.5, 2, 1));
    }
    b.add(std::move(station), true);
    b.town.zones.push_back({{"站前广场", "Station Square"}, "square", box(1215, 246, 1333, 300), {}});
    b.reserve(box(1215, 246, 1333, 300));
    const Ring plaza = box(1560, 640, 1690, 730);
    b.reserve(plaza);
    b.town.zones.push_back({{"市民广场", "Citizens' Square"}, "square", plaza, {}});
    Building hallOfTown = landmark({"临江市民中心", "Linjiang Civic Centre"}, Use::Civic, 2014, "curtain wall");
    hallOfTown.parts.push_back(
        b.makeBlock(rectangle({1625, 770}, {1, 0}, 118, 46), {rectangle({1625, 770}, {1, 0}, 60, 18)}, 22, 5, 3));
    b.add(std::move(hallOfTown), true);
    addTowerBlock(b, {1490, 690}, {1, 0}, 40, 46, Use::Office);

    for (const Ring &region : {box(1292, 312, 1912, 482), box(1292, 520, 1912, 868)}) { // centre
        for (const Ring &block : b.blocks(region, 11500, 15, 0.05, StreetClass::Local, 0)) {
            const int kind = b.random.integer(0, 9);
            const Point c = centroid(block);
            if (kind < 4) {
                addTowerBlock(b, c + Point{b.random.range(-14, 14), b.random.range(-6, 14)}, {1, 0},
                              b.random.range(28, 36), b.random.integer(18, 34), Use::Office);
                addTowerBlock(b, c + Point{b.random.range(-50, -34), b.random.range(-20, 20)}, {1, 0},
                              b.random.range(24, 30), b.random.integer(14, 26), Use::Commercial);
            } else if (kind < 7) {
                addPerimeter(b, block, b.random.integer(6, 9), Use::Mixed);
            } else {
                addSlabRows(b, block, b.random.integer(9, 12), 1998, 2012);
            }
        }
    }
    for (const Ring &region :
         {box(540, 285, 1255, 478), Ring{{520, 520}, {1258, 522}, {1258, 868}, {560, 820}}}) { // work units
        for (const Ring &block : b.blocks(region, 9800, 10, 0.07, StreetClass::Local, 0)) {
            addSlabRows(b, block, b.random.integer(5, 7), 1972, 1996);
        }
    }
    for (const Ring &region : {box(1948, 300, 2538, 482), box(1948, 524, 2538, 760)}) { // residential towers
        for (const Ring &block : b.blocks(region, 15000, 14, 0.05, StreetClass::Local, 0)) {
            if (b.random.chance(0.3)) {
                addPerimeter(b, block, b.random.integer(6, 8), Use::Residential);
                continue;
            }
            const Point c = centroid(block);
            for (int i = 0; i < 6; ++i) {
                const Point at = c + Point{-42.0 + 42 * (i % 3), i < 3 ? -26.0 : 28.0};
                addTowerBlock(b, at, turned({1, 0}, 0.02), b.random.range(21, 24), b.random.integer(17, 30),
                              Use::Residential);
            }
        }
    }
    for (const Ring &block :
         b.blocks(box(2590, 300, 2960, 500), 12000, 12, 0.06, StreetClass::Local, 0)) { // research park
        addPerimeter(b, block, b.random.integer(3, 5), Use::Office);
    }
    for (const Ring &block : b.blocks(box(2590, 545, 2960, 740), 12000, 12, 0.06, StreetClass::Local, 0)) {
        addPerimeter(b, block, b.random.integer(3, 5), Use::Office);
    }
}

void addIndustry(TownBuilder &b)
{
    b.town.zones.push_back({{"纱厂旧址", "Old cotton mill"}, "industrial", box(640, 30, 1180, 172), {}});
    b.town.zones.push_back({{"铁路货场", "Freight yard"}, "industrial", box(1400, 30, 2500, 168), {}});
    int number = 0;
    for (double x = 520; x < 2480; x += b.random.range(66, 92)) {
        if (x > 1180 && x < 1400) {
            continue;
        }
        const double length = b.random.range(44, 62);
        double y = 40;
        while (y < 150) {
            const double width = b.random.range(20, 44);
            static const std::vector<Roof> roofs{Roof::Sawtooth, Roof::Sawtooth, Roof::Gable, Roof::Barrel, Roof::Shed};
            const Roof roof = b.random.pick(roofs);
            const double walls = b.random.range(6, 10);
            Building shed;
            Part part = b.makePart(Lot::around({x + length / 2, y + width / 2}, {1, 0}, length, width), roof, walls,
                                   roof == Roof::Sawtooth ? 3.2 : width * 0.14, 1);
            TownBuilder::finishSolids(part);
            if (b.random.chance(0.5)) {
                Part office =
                    b.makeBlock(rectangle({x + length + 4.5, y + width / 2}, {1, 0}, 9, width * 0.5), {}, 7.2, 2, 1);
                shed.parts.push_back(std::move(part));
                shed.parts.push_back(std::move(office));
            } else {
                shed.parts.push_back(std::move(part));
            }
            describe(b, shed, x < 1200 ? Use::Industrial : Use::Storage, x < 1200 ? 1919 : 1958,
                     x < 1200 ? 1966 : 2016);
            shed.material = x < 1200 ? "red brick" : "steel";
            if (x < 720 && y < 60) {
                shed.name = {"大兴纱厂织造车间", "Daxing Cotton Mill weaving hall"};
            }
            b.add(std::move(shed), false, 1.5);
            y += width + 11;
        }
        if (++number % 5 == 2) {
            Building silo = landmark({}, Use::Storage, 1964, "concrete");
            for (int i = 0; i < 3; ++i) {
                const Point at{x + length + 10 + 9.2 * i, 132};
                const double base = b.town.terrain.lowest(ellipse(at, 4.5, 4.5, 12));
                silo.parts.push_back(
                    b.makeTower({{ellipse(at, 4.5, 4.5, 12), base}, {ellipse(at, 4.5, 4.5, 12), base + 22}}, Cap::Apex,
                                base + 24.5, 1));
            }
            b.add(std::move(silo), false, 0);
        }
    }
    Structure chimney;
    chimney.id = "LJ-S900";
    chimney.type = "OtherConstruction";
    chimney.name = {"大兴纱厂烟囱", "Daxing Cotton Mill chimney"};
    chimney.year = 1921;
    const Point at{1215, 110};
    const double z = b.town.terrain.ground(at);
    Solid shaft = lofted({{ellipse(at, 3, 3, 12), z},
                          {ellipse(at, 1.7, 1.7, 12), z + 46},
                          {ellipse(at, 2, 2, 12), z + 46.4},
                          {ellipse(at, 2, 2, 12), z + 48}},
                         Cap::Flat, z + 48);
    shaft.finish();
    chimney.solids.push_back(std::move(shaft));
    b.town.structures.push_back(std::move(chimney));
}

void addVillages(TownBuilder &b)
{
    HouseStyle farm;
    farm.widthMin = 9;
    farm.widthMax = 14;
    farm.depthMin = 8;
    farm.depthMax = 10;
    farm.storeysMin = 1;
    farm.storeysMax = 2;
    farm.roofs = {Roof::Gable, Roof::FireGable, Roof::Gable, Roof::HalfHip};
    farm.uses = {Use::Residential, Use::Residential, Use::Residential, Use::Agricultural};
    farm.materials = {"whitewashed brick", "render", "rammed earth"};
    farm.yearMin = 1840;
    farm.yearMax = 2008;
    farm.rise = 0.3;
    farm.wingChance = 0.8;
    farm.chimneyChance = 0.8;
    static const Name names[] = {{"汪家村", "Wang Village"},    {"上坝村", "Shangba Village"},
                                 {"石潭村", "Shitan Village"},  {"柳溪村", "Liuxi Village"},
                                 {"桃源村", "Taoyuan Village"}, {"渔梁村", "Yuliang Village"}};
    static const Point places[] = {{235, 330}, {200, 1130}, {2780, 1160}, {2790, 1870}, {2770, 2240}, {250, 640}};
    for (int v = 0; v < 6; ++v) {
        const Point c = places[v];
        const double turn = b.random.range(-0.1, 0.1);
        const Point u = turned({1, 0}, turn);
        const Line spine = smoothed({c - u * 165 + left(u) * b.random.range(-25, 25), c - u * 60,
                                     c + u * 55 + left(u) * 18, c + u * 170 + left(u) * b.random.range(-25, 25)},
                                    2);
        b.addStreet({names[v].zh + "街", names[v].en + " Street"}, StreetClass::Local, 6, spine);
        b.addClearStreet(b.nextStreetName(StreetClass::Lane), StreetClass::Lane, 4, c - left(u) * 120,
                         c + left(u) * 110);
        for (int k = 0; k < 5; ++k) {
            const double offset = (k / 2 + 1) * 26.0 * (k % 2 == 0 ? 1 : -1);
            for (double s = -150; s < 150; s += b.random.range(15, 22)) {
                const Point at = c + u * s + left(u) * (offset * 0.6 + b.random.range(-3, 3));
                const Point along = turned(u, b.random.range(-0.03, 0.03));
                const double width = b.random.range(farm.widthMin, farm.widthMax);
                const Lot lot = Lot::around(at, along, width, b.random.range(farm.depthMin, farm.depthMax));
                if (length({s / 165, offset / 110}) < 1) {
                    b.addHouse(lot, farm, 1);
                }
            }
        }
        Building shrine = landmark(
            {names[v].zh.substr(0, 6) + "宗祠", names[v].en.substr(0, names[v].en.find(' ')) + " Ancestral Hall"},
            Use::Culture, 1602 + 37 * v, "timber");
        const Point at = c + left(u) * 62 - u * 34;
        shrine.parts.push_back(b.makeHall(at, u, 18, 12, 5.4, 4.4));
        b.add(std::move(shrine), false, 1);
    }
}

} // namespace loci::sample
