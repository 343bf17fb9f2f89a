// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/sample/landmarks.h"

#include <algorithm>

namespace loci::sample {

namespace {

constexpr int kCamphor = 0, kWillow = 1, kPlane = 2, kPine = 3, kGinkgo = 4;

void plant(TownBuilder &b, Point at, int species, double height)
{
    const double r = height * 0.16;
    const bool inside = at.x > 10 && at.y > 10 && at.x < Terrain::kWidth - 10 && at.y < Terrain::kHeight - 10;
    if (inside && Terrain::fromWater(at) > 1.5 && b.clearOfBuildings(rectangle(at, {1, 0}, 2 * r, 2 * r))) {
        b.town.trees.push_back({at, species, height});
    }
}

void plantAlong(TownBuilder &b, const Line &line, double offset, double spacing, int species, double low, double high)
{
    double left0 = spacing / 2;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const double l = distance(line[i], line[i + 1]);
        const Point u = l > 0 ? (line[i + 1] - line[i]) * (1 / l) : Point{1, 0};
        double s = left0;
        for (; s < l; s += spacing) {
            const Point at = line[i] + u * s + left(u) * offset;
            const bool onStreet = std::any_of(b.town.streets.begin(), b.town.streets.end(), [&](const Street &street) {
                return street.kind != StreetClass::Path && distanceToLine(at, street.line) < street.width / 2;
            });
            if (!onStreet) {
                plant(b, at, species, b.random.range(low, high));
            }
        }
        left0 = s - l;
    }
}

void plantWithin(TownBuilder &b, const Ring &ring, double spacing, const std::vector<int> &species)
{
    double x0 = 1e9, x1 = -1e9, y0 = 1e9, y1 = -1e9;
    for (const Point p : ring) {
        x0 = std::min(x0, p.x);
        x1 = std::max(x1, p.x);
        y0 = std::min(y0, p.y);
        y1 = std::max(y1, p.y);
    }
    for (double y = y0; y < y1; y += spacing) {
        for (double x = x0; x < x1; x += spacing) {
            const Point at{x + b.random.range(0, spacing), y + b.random.range(0, spacing)};
            const int kind = b.random.pick(species);
            const double height = b.random.range(7, 14);
            const bool inPond = std::any_of(b.town.water.begin(), b.town.water.end(),
                                            [&](const Zone &w) { return w.kind == "pond" && contains(w.ring, at); });
            if (contains(ring, at) && !inPond) {
                plant(b, at, kind, height);
            }
        }
    }
}

/// Fields, meadows and woods where nobody has built.
void addOpenLand(TownBuilder &b)
{
    std::vector<Point> seeds;
    for (double y = 55; y < Terrain::kHeight; y += 96) {
        for (double x = 55; x < Terrain::kWidth; x += 104) {
            seeds.push_back({x + b.random.range(-34, 34), y + b.random.range(-32, 32)});
        }
    }
    const Ring bounds{{0, 0}, {Terrain::kWidth, 0}, {Terrain::kWidth, Terrain::kHeight}, {0, Terrain::kHeight}};
    for (const Ring &cell : voronoi(seeds, bounds)) {
        const Ring plot = inset(cell, 2);
        if (plot.empty() || !b.clearOfBuildings(outset(plot, 14))) {
            continue;
        }
        double dry = 1e9;
        for (const Point p : cell) {
            dry = std::min(dry, Terrain::fromWater(p));
        }
        const Point c = centroid(plot);
        const bool town = distance(c, Terrain::kTown) < 420 ||
                          std::any_of(b.town.zones.begin(), b.town.zones.end(), [&](const Zone &z) {
                              return z.kind != "field" && z.kind != "forest" && contains(z.ring, c);
                          });
        if (dry < 22 || town) {
            continue;
        }
        const bool wood = b.town.terrain.ground(c) > 27;
        if (!wood && c.y > 1000 && c.y < 1950 && c.x > 900 && c.x < 2560) {
            continue;
        }
        b.town.zones.push_back({{}, wood ? "forest" : "field", wood ? cell : plot, {}});
        if (wood) {
            plantWithin(b, cell, 17, {kPine, kPine, kCamphor});
        }
    }
}

} // namespace

void addGreen(TownBuilder &b)
{
    b.town.water.push_back({{"练江", "Lian River"}, "river", Terrain::river(), {}});
    const Ring island = Terrain::island();
    b.town.water.back().holes.push_back(Ring(island.rbegin(), island.rend()));
    b.town.zones.push_back({{"江心洲公园", "Mid-River Island Park"}, "park", island, {}});
    for (const bool north : {true, false}) {
        Ring belt = Terrain::bank(2, north, 0, Terrain::kWidth);
        const Line outer = Terrain::bank(11, north, 0, Terrain::kWidth);
        belt.insert(belt.end(), outer.rbegin(), outer.rend());
        if (area(belt) < 0) {
            belt = Ring(belt.rbegin(), belt.rend());
        }
        b.town.zones.push_back(
            {north ? Name{"滨江绿带", "Riverside green belt"} : Name{"江南绿带", "South Bank green belt"},
             "belt",
             belt,
             {}});
    }
    const std::size_t parks = b.town.zones.size();
    for (std::size_t i = 0; i < parks; ++i) {
        const Zone zone = b.town.zones[i];
        if (zone.kind == "park") {
            plantWithin(b, zone.ring, 11, {kCamphor, kGinkgo, kWillow});
        } else if (zone.kind == "precinct") {
            plantWithin(b, inset(zone.ring, 4), 19, {kCamphor, kGinkgo});
        }
    }
    plantAlong(b, Terrain::bank(6, true, 30, 2970), 0, 13, kWillow, 6, 10);
    plantAlong(b, Terrain::bank(7, false, 30, 2970), 0, 13, kWillow, 6, 10);
    const std::size_t streets = b.town.streets.size();
    for (std::size_t i = 0; i < streets; ++i) {
        const Street street = b.town.streets[i];
        const bool wide =
            street.kind == StreetClass::Arterial || (street.kind == StreetClass::Collector && street.width > 11);
        if (wide || (street.kind == StreetClass::Local && street.width >= 13)) {
            for (const double side : {-1.0, 1.0}) {
                plantAlong(b, street.line, side * (street.width / 2 - 0.4 + 0.6), 15, kPlane, 8, 13);
            }
        }
    }
    addOpenLand(b);
}

void addDistricts(TownBuilder &b)
{
    struct Seed
    {
        Name name;
        Point at;
        bool north;
    };
    static const std::vector<Seed> seeds{
        {{"古城街道", "Gucheng"}, {1280, 1490}, true}, {{"滨江街道", "Binjiang"}, {1320, 860}, true},
        {{"新市街道", "Xinshi"}, {2110, 1300}, true},  {{"北门街道", "Beimen"}, {1300, 2120}, true},
        {{"桃源街道", "Taoyuan"}, {2150, 2030}, true}, {{"文峰街道", "Wenfeng"}, {480, 1830}, true},
        {{"西门街道", "Ximen"}, {560, 1180}, true},    {{"东溪镇", "Dongxi"}, {2830, 1600}, true},
        {{"江南街道", "Jiangnan"}, {880, 620}, false}, {{"新城街道", "Xincheng"}, {1600, 640}, false},
        {{"新安街道", "Xin'an"}, {2240, 600}, false},  {{"高新街道", "Gaoxin"}, {2850, 560}, false},
        {{"铁路街道", "Tielu"}, {1500, 30}, false},    {{"渔梁镇", "Yuliang"}, {190, 480}, false}};
    const Ring bounds{{0, 0}, {Terrain::kWidth, 0}, {Terrain::kWidth, Terrain::kHeight}, {0, Terrain::kHeight}};
    Ring north;
    for (int i = 0; i <= 100; ++i) {
        north.push_back({i * 30.0, Terrain::riverCentre(i * 30.0)});
    }
    Ring south(north.rbegin(), north.rend());
    north.insert(north.end(), {{Terrain::kWidth, Terrain::kHeight}, {0, Terrain::kHeight}});
    south.insert(south.end(), {{0, 0}, {Terrain::kWidth, 0}});
    for (const bool upper : {true, false}) {
        std::vector<Point> points;
        std::vector<const Seed *> chosen;
        for (const Seed &seed : seeds) {
            if (seed.north == upper) {
                points.push_back(seed.at);
                chosen.push_back(&seed);
            }
        }
        const std::vector<Ring> cells = voronoi(points, bounds);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::string code = "99001" + std::to_string(b.town.districts.size() + 101).substr(1);
            b.town.districts.push_back({chosen[i]->name, code, clippedTo(upper ? north : south, cells[i])});
        }
    }
    for (std::size_t d = 0; d < b.town.districts.size(); ++d) {
        const District &district = b.town.districts[d];
        std::vector<Point> points;
        for (int tries = 0; tries < 300 && points.size() < 5; ++tries) {
            const Point p{b.random.range(0, Terrain::kWidth), b.random.range(0, Terrain::kHeight)};
            const bool apart =
                std::none_of(points.begin(), points.end(), [&](Point q) { return distance(p, q) < 190; });
            if (apart && contains(district.ring, p) && Terrain::fromWater(p) > 40) {
                points.push_back(p);
            }
        }
        const std::vector<Ring> cells = voronoi(points, bounds);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            Neighbourhood n;
            const Name &word = streetWords()[(d * 5 + i + 24) % streetWords().size()];
            n.name = {word.zh + "社区", word.en + " Community"};
            n.district = static_cast<int>(d);
            n.code = district.code + "00" + std::to_string(i + 1);
            n.ring = clippedTo(district.ring, cells[i]);
            b.town.neighbourhoods.push_back(std::move(n));
        }
    }
    for (Building &building : b.town.buildings) {
        const Point p = building.middle();
        for (std::size_t i = 0; i < b.town.neighbourhoods.size(); ++i) {
            Neighbourhood &n = b.town.neighbourhoods[i];
            if (contains(n.ring, p)) {
                building.neighbourhood = static_cast<int>(i);
                building.district = n.district;
                ++n.buildings;
                n.residents += std::max(0, building.residents);
                for (const Part &part : building.parts) {
                    n.footprintArea += area(part.footprint);
                    n.floorArea += area(part.footprint) * part.storeys;
                }
                break;
            }
        }
    }
    for (Neighbourhood &n : b.town.neighbourhoods) {
        for (const Tree &tree : b.town.trees) {
            n.greenArea += contains(n.ring, tree.at) ? 28 : 0;
        }
        for (const Zone &zone : b.town.zones) {
            const bool green = zone.kind == "park" || zone.kind == "forest";
            n.greenArea += green && contains(n.ring, centroid(zone.ring)) ? area(zone.ring) * 0.6 : 0;
        }
    }
}

} // namespace loci::sample
