// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/sample/landmarks.h"

#include <algorithm>
#include <cmath>

namespace loci::sample {

Building landmark(Name name, Use use, int year, std::string material)
{
    Building building;
    building.name = std::move(name);
    building.use = use;
    building.year = year;
    building.material = std::move(material);
    return building;
}

Part pagoda(TownBuilder &b, Point at, double radius, int storeys)
{
    const auto ring = [&](double r) { return ellipse(at, r, r, 8, 1.0 / 16); };
    double z = std::floor(b.town.terrain.lowest(ring(radius * 1.5)) * 100) / 100;
    std::vector<Level> levels{{ring(radius * 1.5), z}, {ring(radius * 1.5), z + 1.6}};
    z += 1.6;
    double r = radius;
    double height = radius * 0.58;
    levels.push_back({ring(r), z});
    for (int i = 0; i < storeys; ++i) {
        z += height;
        const double next = r * 0.93;
        levels.insert(levels.end(), {{ring(r), z},
                                     {ring(r * 1.22 + 0.3), z + 0.25},
                                     {ring(r * 1.22 + 0.3), z + 0.5},
                                     {ring(next + 0.12), z + 1.15},
                                     {ring(next), z + 1.4}});
        z += 1.4;
        r = next;
        height *= 0.96;
    }
    levels.push_back({ring(r), z + height});
    levels.push_back({ring(r * 1.25 + 0.3), z + height + 0.25});
    levels.push_back({ring(r * 0.45), z + height + 2.2});
    levels.push_back({ring(0.55), z + height + 3.4});
    levels.push_back({ring(0.40), z + height + 6.5});
    return b.makeTower(levels, Cap::Apex, z + height + 8.5, storeys);
}

void addMarketSquare(TownBuilder &b, const Ring &cell)
{
    b.town.zones.push_back({{"鼓楼广场", "Drum Tower Square"}, "square", cell, {}});
    const Point c = centroid(cell);
    const Point along = turned({1, 0}, 0.010);
    Building drum = landmark({"鼓楼", "Drum Tower"}, Use::Culture, 1583, "brick and timber");
    const Point at = c + Point{6, 14};
    drum.parts.push_back(b.makeBlock(rectangle(at, along, 30, 21), {}, 8.2, 1));
    drum.parts.push_back(b.makeHall(at, along, 24, 14, 9.5, 6.2, true, 8.2));
    b.add(std::move(drum), true);
    Building stage = landmark({"古戏台", "Old Opera Stage"}, Use::Culture, 1762, "timber");
    stage.parts.push_back(b.makeHall(c + Point{-22, -16}, along, 11, 9, 5.2, 3.8));
    b.add(std::move(stage), true);
    b.reserve(cell);
}

void addConfucianTemple(TownBuilder &b, const Ring &cell)
{
    b.town.zones.push_back({{"文庙", "Confucian Temple precinct"}, "precinct", cell, {}});
    const Point c = centroid(cell);
    const Point east = turned({1, 0}, 0.010);
    const Point north = left(east);
    const struct
    {
        Name name;
        double s, t, length, width, walls, rise;
        bool doubled;
    } halls[] = {
        {{"文庙棂星门", "Lingxing Gate"}, 0, -58, 16, 6, 4.6, 3, false},
        {{"文庙大成门", "Dacheng Gate"}, 0, -30, 26, 9, 5.2, 4.2, false},
        {{"文庙大成殿", "Dacheng Hall"}, 0, 16, 34, 21, 11.5, 8, true},
        {{"文庙崇圣祠", "Chongsheng Shrine"}, 0, 52, 24, 11, 5.6, 4.8, false},
        {{"文庙东庑", "East Cloister"}, 31, -5, 9, 42, 4.4, 3.2, false},
        {{"文庙西庑", "West Cloister"}, -31, -5, 9, 42, 4.4, 3.2, false},
    };
    for (const auto &h : halls) {
        const bool deep = h.width > h.length; // the ridge runs along the longer side
        const Point at = c + east * h.s + north * h.t;
        Building hall = landmark(h.name, Use::Culture, h.doubled ? 1471 : 1684, "timber");
        hall.parts.push_back(b.makeHall(at, deep ? north : east, deep ? h.width : h.length, deep ? h.length : h.width,
                                        h.walls, h.rise, h.doubled));
        b.add(std::move(hall), false);
    }
    b.reserve(cell);
}

void addYamen(TownBuilder &b, const Ring &cell)
{
    b.town.zones.push_back({{"县衙", "Former Magistracy"}, "precinct", cell, {}});
    const Point c = centroid(cell);
    const Point east = turned({1, 0}, 0.010);
    const Point north = left(east);
    const char *zh[] = {"县衙仪门", "县衙大堂", "县衙二堂", "县衙三堂"};
    const char *en[] = {"Magistracy Ceremonial Gate", "Magistracy Main Hall", "Magistracy Second Hall",
                        "Magistracy Third Hall"};
    for (int i = 0; i < 4; ++i) {
        Building hall = landmark({zh[i], en[i]}, Use::Culture, 1510 + 41 * i, "timber");
        hall.parts.push_back(b.makeHall(c + north * (-42.0 + 28 * i), east, i == 1 ? 32 : 24, i == 1 ? 15 : 10,
                                        i == 1 ? 6.6 : 5, i == 1 ? 5.8 : 4.2));
        b.add(std::move(hall));
    }
    for (const double side : {-1.0, 1.0}) {
        for (int i = 0; i < 3; ++i) {
            Building office = landmark({}, Use::Office, 1740, "whitewashed brick");
            Part part = b.makePart(Lot::around(c + east * (34 * side) + north * (-34.0 + 28 * i), north, 22, 9),
                                   Roof::Gable, 4.2, 2.6, 1);
            TownBuilder::finishSolids(part);
            office.parts.push_back(std::move(part));
            b.add(std::move(office));
        }
    }
    b.reserve(cell);
}

void addGarden(TownBuilder &b, const Ring &cell)
{
    b.town.zones.push_back({{"半亩园", "Half-Acre Garden"}, "park", cell, {}});
    const Point c = centroid(cell);
    Ring pond = ellipse(c + Point{4, -2}, 27, 19, 18);
    for (std::size_t i = 0; i < pond.size(); ++i) {
        const double f = 1 + 0.16 * sinTurns(3.0 * static_cast<double>(i) / 18 + 0.1);
        pond[i] = c + Point{4, -2} + (pond[i] - c - Point{4, -2}) * f;
    }
    b.town.water.push_back({{"映月池", "Moon Mirror Pond"}, "pond", pond, {}});
    b.reserve(convexHull(pond));
    const struct
    {
        Name name;
        double x, y, length, width;
    } halls[] = {{{"半亩园远香堂", "Hall of Distant Fragrance"}, 2, 30, 18, 11},
                 {{"半亩园听雨轩", "Rain Listening Studio"}, -37, 4, 12, 9},
                 {{"半亩园月到亭", "Moon Arrival Pavilion"}, 41, -4, 7.5, 7},
                 {{"半亩园藏书楼", "Garden Library"}, -20, -36, 20, 9}};
    for (const auto &h : halls) {
        Building hall = landmark(h.name, Use::Culture, 1788, "timber");
        hall.parts.push_back(b.makeHall(c + Point{h.x, h.y}, {1, 0}, h.length, h.width, 4.4, 3.8));
        b.add(std::move(hall));
    }
    b.reserve(cell);
}

void addHillTemple(TownBuilder &b)
{
    Building tower = landmark({"文峰塔", "Wenfeng Pagoda"}, Use::Religious, 1124, "brick");
    tower.parts.push_back(pagoda(b, Terrain::kHill + Point{14, -20}, 7.2, 7));
    b.add(std::move(tower), true);
    const Point foot{640, 1520};
    b.town.zones.push_back(
        {{"天宁寺", "Tianning Temple precinct"},
         "precinct",
         rectangle(foot + unitVector(Terrain::kHill - foot) * 48, unitVector(Terrain::kHill - foot), 210, 120),
         {}});
    b.town.zones.push_back({{"文峰山公园", "Wenfeng Hill Park"}, "park", ellipse(Terrain::kHill, 118, 96, 14), {}});
    const char *zh[] = {"天宁寺山门", "天宁寺天王殿", "天宁寺大雄宝殿", "天宁寺藏经阁"};
    const char *en[] = {"Tianning Temple Gate", "Hall of the Heavenly Kings", "Great Hall of Tianning Temple",
                        "Tianning Sutra Library"};
    const Point up = unitVector(Terrain::kHill - foot);
    const Point across = left(up) * -1.0;
    for (int i = 0; i < 4; ++i) {
        Building hall = landmark({zh[i], en[i]}, Use::Religious, 1398 + 67 * i, "timber");
        const bool main = i == 2;
        hall.parts.push_back(b.makeHall(foot + up * (32.0 * i), across, main ? 30 : 20, main ? 18 : 10, main ? 11 : 6,
                                        main ? 7.5 : 4.4, main));
        b.add(std::move(hall), true);
    }
    b.addStreet(
        {"登山步道", "Hill Path"}, StreetClass::Path, 3,
        smoothed({{660, 1400}, {622, 1508}, {560, 1600}, {600, 1690}, {505, 1715}, Terrain::kHill + Point{14, -36}},
                 2));
}

void addLandmarks(TownBuilder &b)
{
    addHillTemple(b);
    addIslandTemple(b);
}

void addIslandTemple(TownBuilder &b)
{
    const double y = Terrain::riverCentre(1870);
    Building hall = landmark({"水神庙", "Temple of the River God"}, Use::Religious, 1457, "timber");
    hall.parts.push_back(b.makeHall({1866, y + 2}, {1, 0}, 22, 13, 7, 5.5, true));
    b.add(std::move(hall), true);
    Building tower = landmark({"镇江塔", "River Guard Pagoda"}, Use::Religious, 1268, "stone");
    tower.parts.push_back(pagoda(b, {1822, Terrain::riverCentre(1822)}, 4.4, 5));
    b.add(std::move(tower), true);
    Building house = landmark({"江心亭", "Mid-River Pavilion"}, Use::Culture, 1876, "timber");
    house.parts.push_back(b.makeHall({2010, Terrain::riverCentre(2010)}, {1, 0}, 10, 8, 4.2, 3.6));
    b.add(std::move(house), true);
}

void addChurch(TownBuilder &b, Point at, Point along)
{
    Building church = landmark({"圣若瑟天主堂", "St Joseph's Church"}, Use::Religious, 1893, "brick");
    Part nave = b.makePart(Lot::around(at, along, 38, 15), Roof::Gable, 11, 8.5, 1);
    TownBuilder::finishSolids(nave);
    const double base = nave.base;
    const Point front = at - along * 24;
    const auto square = [&](double half) { return rectangle(front, along, 2 * half, 2 * half); };
    Part tower = b.makeTower({{square(5), base},
                              {square(5), base + 14},
                              {square(4.4), base + 14.6},
                              {square(4.4), base + 27},
                              {square(4.9), base + 27.2},
                              {square(4.9), base + 28}},
                             Cap::Apex, base + 48, 4);
    Part apse = b.makePart(Lot::around(at + along * 22.5, along, 7, 11), Roof::Pyramid, 8, 5, 1);
    TownBuilder::finishSolids(apse);
    church.parts.push_back(std::move(nave));
    church.parts.push_back(std::move(tower));
    church.parts.push_back(std::move(apse));
    b.add(std::move(church), true);
}

} // namespace loci::sample
