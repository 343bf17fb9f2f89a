// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/sample/town.h"

#include "layers/domain/sample/landmarks.h"

#include <algorithm>
#include <cstdio>

namespace loci::sample {

namespace {

std::string number(const char *format, int n)
{
    char text[24];
    std::snprintf(text, sizeof text, format, n);
    return text;
}

void addStop(TownBuilder &b, const char *kind, Name name, Point at)
{
    b.town.stops.push_back({number("STOP-%03d", static_cast<int>(b.town.stops.size()) + 1), kind, std::move(name), at,
                            b.town.terrain.ground(at)});
}

void addSensor(TownBuilder &b, const char *kind, Name name, Point at)
{
    b.town.sensors.push_back({number("SEN-%03d", static_cast<int>(b.town.sensors.size()) + 1), kind, std::move(name),
                              at, b.town.terrain.ground(at)});
}

} // namespace

void addStations(TownBuilder &b)
{
    addStop(b, "rail", {"临江站", "Linjiang Railway Station"}, {1274, 214});
    for (const double x : {1105.0, 1690.0, 2300.0}) {
        const Point at = Terrain::bank(1, true, x - 1, x + 1)[1];
        addStop(b, "ferry",
                {x < 1200   ? "古渡码头"
                 : x < 2000 ? "新市码头"
                            : "桃源码头",
                 x < 1200   ? "Old Ferry Pier"
                 : x < 2000 ? "Xinshi Pier"
                            : "Taoyuan Pier"},
                at);
    }
    const std::vector<Street> streets = b.town.streets;
    for (const Street &street : streets) {
        if (street.kind != StreetClass::Arterial && street.kind != StreetClass::Collector) {
            continue;
        }
        double walked = 180;
        int count = 0;
        for (std::size_t i = 0; i + 1 < street.line.size(); ++i) {
            walked += distance(street.line[i], street.line[i + 1]);
            const Point at = street.line[i + 1];
            const bool inside = at.x > 30 && at.y > 30 && at.x < Terrain::kWidth - 30 && at.y < Terrain::kHeight - 30;
            if (walked > 330 && inside && Terrain::fromWater(at) > 3) {
                walked = 0;
                ++count;
                const Point off = left(unitVector(at - street.line[i])) * (street.width / 2 - 1);
                addStop(b, "bus", {street.name.zh + number("%d站", count), street.name.en + number(" %d", count)},
                        at + off);
            }
        }
    }
    for (std::size_t i = 0; i < b.town.neighbourhoods.size(); i += 3) {
        const Neighbourhood &n = b.town.neighbourhoods[i];
        const Point at = centroid(n.ring);
        if (contains(n.ring, at) && Terrain::fromWater(at) > 8) {
            addSensor(b, "air", {n.name.zh + "空气站", n.name.en + " air station"}, at);
        }
    }
    for (const double x : {700.0, 1275.0, 1930.0, 2560.0}) {
        addSensor(b, "level",
                  {"练江水位" + number("%d号", static_cast<int>(x / 100)),
                   "River gauge" + number(" %d", static_cast<int>(x / 100))},
                  Terrain::bank(-4, true, x - 1, x + 1)[1]);
    }
    for (std::size_t i = 2; i < b.town.stops.size(); i += 3) {
        const Station stop = b.town.stops[i];
        const bool noise = i % 2 == 0;
        addSensor(
            b, noise ? "noise" : "traffic",
            {stop.name.zh + (noise ? "噪声点" : "车流点"), stop.name.en + (noise ? " noise" : " traffic counter")},
            stop.at + Point{6, 4});
    }
    addSensor(b, "weather", {"文峰山气象站", "Wenfeng Hill weather station"}, Terrain::kHill + Point{-30, 10});
}

Town makeTown(std::uint64_t seed, Content content)
{
    Town town;
    town.seed = seed;
    TownBuilder b(town, seed);
    Random seeds(seed ^ 0x4c6f636953616d70ULL);
    const auto step = [&](void (*what)(TownBuilder &)) {
        b.random = seeds.fork();
        what(b);
    };
    step(addMainRoads);
    step(addWallAndGates);
    step(addOldTown);
    step(addLandmarks);
    step(addModernQuarters);
    step(addGridQuarter);
    step(addSuburbs);
    step(addIndustry);
    step(addVillages);
    if (content == Content::BuildingsOnly) {
        return town;
    }
    step(addBridges);
    step(addGreen);
    step(addDistricts);
    step(addHeritage);
    step(addStations);
    return town;
}

} // namespace loci::sample
