// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/sample/landmarks.h"

#include <algorithm>

namespace loci::sample {

namespace {

HouseStyle townHouses()
{
    HouseStyle style;
    style.widthMin = 12;
    style.widthMax = 19;
    style.depthMin = 11;
    style.depthMax = 13;
    style.storeysMin = 3;
    style.storeysMax = 4;
    style.storeyHeight = 3.5;
    style.rise = 0.34;
    style.roofs = {Roof::Gable, Roof::Gable, Roof::Mansard, Roof::Mansard, Roof::Hip};
    style.uses = {Use::Residential, Use::Mixed, Use::Mixed, Use::Commercial, Use::Office};
    style.materials = {"brick", "red brick", "render", "stone"};
    style.yearMin = 1874;
    style.yearMax = 1937;
    style.wingChance = 1;
    style.dormerChance = 1;
    style.chimneyChance = 1;
    return style;
}

HouseStyle villas()
{
    HouseStyle style;
    style.widthMin = 9;
    style.widthMax = 13;
    style.depthMin = 8.5;
    style.depthMax = 11;
    style.storeysMin = 1;
    style.storeysMax = 3;
    style.rise = 0.40;
    style.roofs = {Roof::Hip, Roof::Gable, Roof::HalfHip, Roof::Pyramid, Roof::Hip};
    style.materials = {"render", "brick", "concrete"};
    style.yearMin = 1926;
    style.yearMax = 2012;
    style.wingChance = 0.95;
    style.dormerChance = 1;
    style.chimneyChance = 1;
    style.gapChance = 0.08;
    return style;
}

/// A public building around a courtyard, filling most of a block.
bool addCourtyardBuilding(TownBuilder &b, const Ring &block, Name name, Use use, int year, double margin, double wing,
                          double height, int storeys)
{
    const Ring outer = inset(block, margin);
    if (outer.size() < 4) {
        return false;
    }
    const Point along = unitVector(outer[1] - outer[0]);
    const Point c = centroid(outer);
    double halfS = 1e9;
    double halfT = 1e9;
    for (std::size_t i = 0; i < outer.size(); ++i) { // the largest upright box around the middle, roughly
        const Point e = outer[(i + 1) % outer.size()] - outer[i];
        const Point n = left(unitVector(e));
        const double room = dot(c - outer[i], n);
        if (std::fabs(dot(n, along)) > 0.7) {
            halfS = std::min(halfS, room);
        } else {
            halfT = std::min(halfT, room);
        }
    }
    const Ring body = rectangle(c, along, 2 * halfS * 0.93, 2 * halfT * 0.93);
    Ring court = inset(body, wing);
    if (court.size() != 4 || area(court) < 80) {
        court.clear();
    }
    Building building = landmark(std::move(name), use, year, "brick");
    std::vector<Ring> holes;
    if (!court.empty()) {
        holes.push_back(court);
    }
    building.parts.push_back(b.makeBlock(body, holes, height, storeys, court.empty() ? 1 : 2));
    return b.add(std::move(building));
}

} // namespace

void addMainRoads(TownBuilder &b)
{
    const Point c = Terrain::kTown;
    Ring boulevard = outset(ellipse(c, 335, 288, 22, 0.5 / 22), 52);
    boulevard.push_back(boulevard.front());
    b.addStreet({"环城路", "Ring Boulevard"}, StreetClass::Arterial, 16, boulevard);
    b.addStreet({"滨江路", "Riverside Road"}, StreetClass::Collector, 10, Terrain::bank(16, true, 20, 2980));
    b.addStreet({"江南路", "South Bank Road"}, StreetClass::Collector, 12, Terrain::bank(18, false, 20, 2980));
    b.addStreet({"建设大道", "Jianshe Avenue"}, StreetClass::Arterial, 22,
                smoothed({{0, 470}, {500, 495}, {1270, 500}, {1930, 500}, {2560, 505}, {3000, 520}}, 2));
    const auto bank = [](double x, bool north) { return Terrain::bank(17, north, x - 1, x + 1)[1]; };
    b.addStreet({"永济路", "Yongji Road"}, StreetClass::Collector, 14, {bank(1275, true), {1279, 1120}, {1281, 1190}});
    b.addStreet({"车站路", "Station Road"}, StreetClass::Arterial, 22, {{1274, 268}, {1275, 500}, bank(1275, false)});
    b.addStreet({"中山路", "Zhongshan Road"}, StreetClass::Collector, 16,
                {bank(1930, true), {1935, 1080}, {1950, 1480}, {1960, 1700}});
    b.addStreet({"中山南路", "Zhongshan South Road"}, StreetClass::Arterial, 20,
                {{1930, 235}, {1930, 500}, bank(1930, false)});
    b.addStreet({"新安大道", "Xin'an Avenue"}, StreetClass::Arterial, 26, {{2556, 40}, {2560, 505}, bank(2560, false)});
    b.addStreet({"新安北大道", "Xin'an North Avenue"}, StreetClass::Arterial, 24,
                smoothed({bank(2560, true), {2560, 1100}, {2562, 1700}, {2590, 2400}}, 2));
    b.addStreet({"东门大街", "East Gate Street"}, StreetClass::Collector, 14,
                {{1615, 1480}, {1950, 1482}, {2562, 1478}, {3000, 1440}});
    b.addStreet({"北门路", "North Gate Road"}, StreetClass::Collector, 14,
                smoothed({{1283, 1768}, {1290, 1880}, {1292, 2120}, {1270, 2400}}, 2));
    b.addStreet({"西门路", "West Gate Road"}, StreetClass::Collector, 12,
                smoothed({{945, 1478}, {800, 1470}, {640, 1390}, {300, 1300}, {0, 1250}}, 2));
    for (const auto &[x, y] : std::vector<std::pair<double, bool>>{{1275, true}, {1930, true}, {2560, true}}) {
        static const Name names[] = {
            {"永济桥", "Yongji Bridge"}, {"中山桥", "Zhongshan Bridge"}, {"新安大桥", "Xin'an Bridge"}};
        b.addStreet(x < 1300   ? names[0]
                    : x < 2000 ? names[1]
                               : names[2],
                    StreetClass::Bridge, x > 2000 ? 24 : 12, {bank(x, !y), bank(x, y)});
    }
    b.addStreet({"徽江铁路", "Huijiang Railway"}, StreetClass::Rail, 18,
                smoothed({{0, 214}, {600, 196}, {1300, 188}, {2200, 184}, {3000, 150}}, 3));
}

void addGridQuarter(TownBuilder &b)
{
    addChurch(b, {2092, 1300}, turned({1, 0}, 0.004));
    b.reserve(rectangle({2085, 1300}, {1, 0}, 74, 44));
    b.town.zones.push_back({{"天主堂广场", "Church Square"}, "square", rectangle({2085, 1300}, {1, 0}, 74, 44), {}});
    const Ring park = rectangle({2330, 1250}, turned({1, 0}, -0.004), 120, 90);
    b.reserve(park);
    b.town.zones.push_back({{"中山公园", "Zhongshan Park"}, "park", park, {}});
    int n = 0;
    const std::vector<Name> civic{
        {"旧海关大楼", "Former Customs House"},   {"临江第一中学", "Linjiang No. 1 Middle School"},
        {"中国银行旧址", "Former Bank of China"}, {"福音医院旧址", "Former Gospel Hospital"},
        {"邮政大楼", "Post Office Building"},     {"大同剧院", "Datong Theatre"}};
    const std::vector<Use> uses{Use::Office, Use::Education, Use::Commercial, Use::Health, Use::Civic, Use::Culture};
    for (const Ring &region : {Ring{{1702, 1075}, {1915, 1058}, {1940, 1466}, {1690, 1468}},
                               Ring{{1955, 1062}, {2535, 1010}, {2538, 1466}, {1962, 1470}},
                               Ring{{1690, 1492}, {1940, 1492}, {1946, 1690}, {1690, 1694}},
                               Ring{{1966, 1493}, {2540, 1490}, {2542, 1650}, {1972, 1690}}}) {
        for (const Ring &block : b.blocks(region, 7200, 13, 0.05, StreetClass::Local, 0)) {
            const Ring kerb = inset(block, 1.2);
            const bool civicHere =
                n < static_cast<int>(civic.size()) && area(kerb) > 5200 && area(kerb) < 9500 && b.random.chance(0.4);
            if (civicHere && addCourtyardBuilding(b, kerb, civic[n], uses[n], 1898 + 7 * n, 4, 15, 15 + n % 3, 4)) {
                ++n;
                continue;
            }
            b.rows(kerb, townHouses());
        }
    }
}

void addSuburbs(TownBuilder &b)
{
    HouseStyle port;
    port.widthMin = 7;
    port.widthMax = 12;
    port.roofs = {Roof::FireGable, Roof::Gable, Roof::FireGable, Roof::Shed};
    port.uses = {Use::Mixed, Use::Commercial, Use::Storage, Use::Residential};
    port.materials = {"grey brick", "whitewashed brick", "timber"};
    port.rise = 0.26;
    port.yearMin = 1780;
    port.yearMax = 1940;
    port.storeysMin = 2;
    for (const Ring &region : {Ring{{960, 1025}, {1262, 1040}, {1262, 1132}, {1010, 1150}},
                               Ring{{1292, 1040}, {1690, 1040}, {1690, 1150}, {1560, 1150}, {1292, 1132}},
                               Ring{{900, 1030}, {1000, 1030}, {940, 1230}, {900, 1300}}}) {
        for (const Ring &block : b.blocks(region, 2300, 5, 0.08, StreetClass::Lane, 0)) {
            b.rows(block, port);
        }
    }
    for (const Ring &region : {Ring{{1720, 1722}, {2540, 1680}, {2555, 2020}, {1730, 2060}},
                               Ring{{1312, 1885}, {1705, 1780}, {1712, 2130}, {1312, 2190}},
                               Ring{{930, 1960}, {1060, 1860}, {1268, 1890}, {1266, 2190}, {980, 2150}}}) {
        for (const Ring &block : b.blocks(region, 8200, 9, 0.12, StreetClass::Local, 0)) {
            const Ring plot = inset(block, 1.5);
            if (b.random.chance(0.06)) {
                b.town.zones.push_back({{"", ""}, "park", plot, {}});
                b.reserve(plot);
                continue;
            }
            b.gardens(plot, villas(), 19, 4);
        }
    }
    HouseStyle hill = villas();
    hill.roofs = {Roof::Gable, Roof::FireGable, Roof::Hip};
    hill.uses = {Use::Residential, Use::Residential, Use::Mixed};
    for (const Ring &region : {Ring{{430, 1085}, {895, 1085}, {900, 1450}, {800, 1452}, {430, 1290}}}) {
        for (const Ring &block : b.blocks(region, 5200, 7, 0.14, StreetClass::Local, 0)) {
            b.gardens(inset(block, 1), hill, 18.5, 3);
        }
    }
}

} // namespace loci::sample
