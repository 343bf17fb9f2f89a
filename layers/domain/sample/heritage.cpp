// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/sample/landmarks.h"

#include <algorithm>
#include <cstdio>
#include <map>

namespace loci::sample {

namespace {

const Era &eraOf(int year)
{
    static const std::vector<Era> eras{{"北宋宣和", "Northern Song, Xuanhe reign", 1119, 1125},
                                       {"南宋咸淳", "Southern Song, Xianchun reign", 1265, 1274},
                                       {"元", "Yuan", 1271, 1368},
                                       {"明洪武", "Ming, Hongwu reign", 1368, 1398},
                                       {"明天顺", "Ming, Tianshun reign", 1457, 1464},
                                       {"明成化", "Ming, Chenghua reign", 1465, 1487},
                                       {"明正德", "Ming, Zhengde reign", 1506, 1521},
                                       {"明嘉靖", "Ming, Jiajing reign", 1522, 1566},
                                       {"明万历", "Ming, Wanli reign", 1573, 1620},
                                       {"清康熙", "Qing, Kangxi reign", 1662, 1722},
                                       {"清雍正", "Qing, Yongzheng reign", 1723, 1735},
                                       {"清乾隆", "Qing, Qianlong reign", 1736, 1795},
                                       {"清嘉庆", "Qing, Jiaqing reign", 1796, 1820},
                                       {"清道光", "Qing, Daoguang reign", 1821, 1850},
                                       {"清咸丰", "Qing, Xianfeng reign", 1851, 1861},
                                       {"清同治", "Qing, Tongzhi reign", 1862, 1874},
                                       {"清光绪", "Qing, Guangxu reign", 1875, 1908},
                                       {"清宣统", "Qing, Xuantong reign", 1909, 1911},
                                       {"民国", "Republican era", 1912, 1949},
                                       {"20世纪50年代", "1950s", 1950, 1959},
                                       {"20世纪60年代", "1960s", 1960, 1969}};
    static const Era kUnknown{"", "", 0, 0};
    for (const Era &era : eras) {
        if (year >= era.from && year <= era.to) {
            return era;
        }
    }
    return year > 1368 && year < 1644 ? eras[7] : year >= 1644 && year < 1662 ? eras[9] : kUnknown;
}

struct Category
{
    const char *code;
    Name name, sub;
};
Category categoryOf(const Building &building)
{
    const Name old{"古建筑", "Ancient building"};
    const Name modern{"近现代重要史迹及代表性建筑", "Modern site or building"};
    const std::string &zh = building.name.zh;
    const auto has = [&](const char *part) { return zh.find(part) != std::string::npos; };
    if (building.year >= 1840 && building.use == Use::Industrial) {
        return {"0500", modern, {"工业建筑及附属物", "industrial building"}};
    }
    if (has("天主堂")) {
        return {"0500", modern, {"宗教建筑", "religious building"}};
    }
    if (has("宗祠")) {
        return {"0300", old, {"坛庙祠堂", "shrine or ancestral hall"}};
    }
    if (has("塔") || has("寺") || has("庙")) {
        return {"0300", old, {"寺观塔幢", "temple or pagoda"}};
    }
    if (has("门") || has("城墙")) {
        return {"0300", old, {"城垣城楼", "town wall or gate tower"}};
    }
    if (has("县衙")) {
        return {"0300", old, {"衙署官邸", "official residence"}};
    }
    if (has("园")) {
        return {"0300", old, {"苑囿园林", "garden"}};
    }
    if (has("楼") || has("戏台") || has("亭")) {
        return {"0300", old, {"亭台楼阙", "pavilion or tower"}};
    }
    if (building.year >= 1840 || building.year == 0) {
        return has("银行") || has("海关") ? Category{"0500", modern, {"金融商贸建筑", "commercial building"}}
                                          : Category{"0500", modern, {"传统民居", "traditional dwelling"}};
    }
    return building.use == Use::Residential ? Category{"0300", old, {"宅第民居", "dwelling"}}
                                            : Category{"0300", old, {"店铺作坊", "shop or workshop"}};
}

class Register
{
public:
    explicit Register(TownBuilder &b) : m_b(b) {}

    HeritagePlace &open(Name name, int level, int year)
    {
        HeritagePlace &p = m_b.town.heritage.emplace_back();
        char ref[24];
        std::snprintf(ref, sizeof ref, "990010-%04d", static_cast<int>(m_b.town.heritage.size()));
        p.ref = ref;
        p.name = std::move(name);
        p.level = level;
        const Era &era = eraOf(year);
        p.era = {era.zh, era.en};
        p.yearFrom = era.from;
        p.yearTo = era.to;
        fillFacts(p);
        return p;
    }

    /// Body, zones, district; call when the objects are in.
    void close(HeritagePlace &p, const std::vector<Point> &outline)
    {
        p.body = convexHull(outline);
        p.at = centroid(p.body);
        for (const District &d : m_b.town.districts) {
            if (contains(d.ring, p.at)) {
                p.district = static_cast<int>(&d - m_b.town.districts.data());
            }
        }
        if (p.level <= 4) {
            static const double reach[5][2] = {{0, 0}, {30, 110}, {20, 70}, {12, 45}, {8, 28}};
            p.protection = tidy(outset(p.body, reach[p.level][0] * m_b.random.range(0.8, 1.2)));
            p.control = tidy(outset(p.protection, reach[p.level][1] * m_b.random.range(0.8, 1.2)));
            static const double heights[] = {0, 9, 12, 15, 18};
            p.maxHeight = heights[p.level];
        }
    }

private:
    /// Mitres of sharp corners stand out far: cut them back to a rounded outline.
    static Ring tidy(const Ring &ring)
    {
        Ring out;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Point a = ring[(i + ring.size() - 1) % ring.size()];
            const Point b = ring[i];
            const Point c = ring[(i + 1) % ring.size()];
            out.push_back(mix(b, a, 0.12));
            out.push_back(mix(b, c, 0.12));
        }
        return convexHull(out);
    }

    void fillFacts(HeritagePlace &p)
    {
        Random &r = m_b.random;
        static const int weights[] = {1, 1, 2, 2, 2, 2, 3, 3, 3, 4, 5};
        p.condition = p.level == 5 && r.chance(0.14) ? 0 : weights[r.integer(0, p.level <= 2 ? 6 : 10)];
        if (p.condition > 0) {
            char date[16];
            std::snprintf(date, sizeof date, "%d-%02d-%02d", r.integer(2021, 2026), r.integer(1, 9), r.integer(1, 28));
            p.conditionDate = date;
        }
        static const std::vector<std::string> owners{"国有", "国有", "集体", "私人", "私人"};
        p.ownership = p.level <= 2 ? "国有" : r.pick(owners);
        p.occupancy = p.condition >= 4 ? (r.chance(0.6) ? "vacant" : "part occupied")
                      : r.chance(0.08) ? "unknown"
                                       : "occupied";
        static const std::vector<std::string> causes{"年久失修",     "水灾",       "腐蚀",
                                                     "生产生活活动", "不合理利用", "生物破坏"};
        p.cause = p.condition >= 3 ? r.pick(causes) : "";
        static const char *const batches[] = {"",
                                              "第五批全国重点文物保护单位",
                                              "第四批省级文物保护单位",
                                              "第三批市级文物保护单位",
                                              "第二批县级文物保护单位",
                                              ""};
        p.batch = batches[p.level];
        static const char *const dates[] = {"", "2001-06-25", "1998-05-04", "2005-03-16", "1987-11-02", ""};
        p.designationDate = dates[p.level];
        p.scope = p.level <= 4;
        p.sign = p.level <= 3 || r.chance(0.8);
        p.archive = p.level <= 2 || r.chance(0.65);
        p.keeper = p.level <= 3 || r.chance(0.7);
    }

    TownBuilder &m_b;
};

/// Building groups that are one place: the start of the name, the name of the place, its level.
struct Ensemble
{
    const char *prefix;
    Name name;
    int level;
};
const std::vector<Ensemble> &ensembles()
{
    static const std::vector<Ensemble> list{{"文庙", {"临江文庙", "Linjiang Confucian Temple"}, 1},
                                            {"县衙", {"临江县衙", "Linjiang Magistracy"}, 2},
                                            {"半亩园", {"半亩园", "Half-Acre Garden"}, 2},
                                            {"天宁寺", {"天宁寺", "Tianning Temple"}, 2},
                                            {"文峰塔", {"文峰塔", "Wenfeng Pagoda"}, 1},
                                            {"鼓楼", {"鼓楼", "Drum Tower"}, 2},
                                            {"镇江塔", {"镇江塔", "River Guard Pagoda"}, 2},
                                            {"水神庙", {"水神庙", "Temple of the River God"}, 3},
                                            {"圣若瑟天主堂", {"圣若瑟天主堂", "St Joseph's Church"}, 2},
                                            {"大兴纱厂", {"大兴纱厂旧址", "Daxing Cotton Mill"}, 3},
                                            {"古戏台", {"古戏台", "Old Opera Stage"}, 3}};
    return list;
}

void addWallPlace(TownBuilder &b, Register &reg)
{
    HeritagePlace &place = reg.open({"临江古城墙", "Linjiang town wall and gates"}, 1, 1553);
    const int row = static_cast<int>(b.town.heritage.size()) - 1;
    place.category = "0300";
    place.categoryName = {"古建筑", "Ancient building"};
    place.subcategory = {"城垣城楼", "town wall or gate tower"};
    for (Structure &s : b.town.structures) {
        if (s.name.zh == "临江古城墙") {
            s.place = row;
            place.objects.push_back(s.id);
        }
    }
    for (Building &building : b.town.buildings) {
        if (building.year == 1553) {
            building.place = row;
            place.objects.push_back(building.id);
        }
    }
    reg.close(place, townWall());
    const std::vector<Point> gates = townGates();
    place.at = gates[1] + Point{0, 9};
}

void addNamedBuildings(TownBuilder &b, Register &reg)
{
    std::map<std::string, std::vector<int>> groups;
    std::vector<std::string> order;
    for (std::size_t i = 0; i < b.town.buildings.size(); ++i) {
        const Building &building = b.town.buildings[i];
        if (building.name.isEmpty() || building.place >= 0 || building.year > 1966) {
            continue;
        }
        std::string key = building.name.zh;
        for (const Ensemble &e : ensembles()) {
            key = building.name.zh.starts_with(e.prefix) ? e.name.zh : key;
        }
        if (groups[key].empty()) {
            order.push_back(key);
        }
        groups[key].push_back(static_cast<int>(i));
    }
    for (const std::string &key : order) {
        const Building &first = b.town.buildings[groups[key].front()];
        const auto e =
            std::find_if(ensembles().begin(), ensembles().end(), [&](const Ensemble &x) { return x.name.zh == key; });
        int year = first.year;
        for (const int i : groups[key]) {
            year = std::min(year, b.town.buildings[i].year);
        }
        HeritagePlace &place =
            e != ensembles().end() ? reg.open(e->name, e->level, year) : reg.open(first.name, 4, year);
        const Category c = categoryOf(first);
        place.category = c.code;
        place.categoryName = c.name;
        place.subcategory = c.sub;
        std::vector<Point> outline;
        for (const int i : groups[key]) {
            Building &building = b.town.buildings[i];
            building.place = static_cast<int>(b.town.heritage.size()) - 1;
            place.objects.push_back(building.id);
            for (const Part &part : building.parts) {
                outline.insert(outline.end(), part.footprint.begin(), part.footprint.end());
                place.z = std::max(place.z, part.top);
            }
        }
        reg.close(place, outline);
    }
}

void addStructurePlaces(TownBuilder &b, Register &reg)
{
    for (Structure &s : b.town.structures) {
        if (s.place >= 0 || s.year > 1960) {
            continue;
        }
        const bool bridge = s.type == "Bridge";
        HeritagePlace &place = reg.open(s.name, s.year < 1700 ? 2 : 4, s.year);
        place.category = s.year < 1840 ? "0300" : "0500";
        place.categoryName = s.year < 1840 ? Name{"古建筑", "Ancient building"}
                                           : Name{"近现代重要史迹及代表性建筑", "Modern site or building"};
        place.subcategory = !bridge         ? Name{"工业建筑及附属物", "industrial building"}
                            : s.year < 1840 ? Name{"桥涵码头", "bridge or wharf"}
                                            : Name{"交通道路设施", "transport structure"};
        s.place = static_cast<int>(b.town.heritage.size()) - 1;
        place.objects.push_back(s.id);
        std::vector<Point> outline;
        for (const Solid &solid : s.solids) {
            for (const auto &v : solid.vertices) {
                outline.push_back({v[0] / 1000.0, v[1] / 1000.0});
            }
        }
        reg.close(place, outline);
    }
}

Name houseName(TownBuilder &b, const Building &building, int serial)
{
    const Name &family =
        familyNames()[static_cast<std::size_t>(b.random.integer(0, static_cast<int>(familyNames().size()) - 1))];
    static const std::vector<Name> kinds{{"氏宅", " Residence"}, {"家大院", " Family Compound"}, {"氏民居", " House"}};
    static const std::vector<Name> trades{{"盛茶庄", " Sheng Tea House"},
                                          {"记墨庄", " Ink Workshop"},
                                          {"记药铺", " Pharmacy"},
                                          {"记酱园", " Soy Sauce Works"},
                                          {"记布庄", " Cloth Shop"}};
    if (serial % 9 == 4) {
        static const std::vector<Name> halls{{"临水会馆", "Linshui Guild Hall"},
                                             {"徽州会馆", "Huizhou Guild Hall"},
                                             {"江西会馆", "Jiangxi Guild Hall"},
                                             {"漕运公所", "Canal Transport Hall"},
                                             {"盐务公所", "Salt Office"},
                                             {"紫阳书院", "Ziyang Academy"},
                                             {"义仓旧址", "Former Charity Granary"},
                                             {"文昌阁", "Wenchang Pavilion"},
                                             {"望江楼", "River View House"},
                                             {"当铺旧址", "Former Pawnshop"},
                                             {"钱庄旧址", "Former Money House"}};
        return halls[static_cast<std::size_t>(serial / 9) % halls.size()];
    }
    const std::vector<Name> &list = building.use == Use::Residential ? kinds : trades;
    const Name &kind = b.random.pick(list);
    if (building.street >= 0) {
        const Name &street = b.town.streets[building.street].name;
        return {street.zh + family.zh + kind.zh, family.en + kind.en + ", " + street.en};
    }
    return {family.zh + kind.zh, family.en + kind.en};
}

void addHouses(TownBuilder &b, Register &reg, std::size_t until)
{
    std::vector<int> candidates;
    for (std::size_t i = 0; i < b.town.buildings.size(); ++i) {
        const Building &building = b.town.buildings[i];
        if (building.name.isEmpty() && building.place < 0 && building.year > 1600 && building.year < 1945) {
            candidates.push_back(static_cast<int>(i));
        }
    }
    for (int serial = 0; b.town.heritage.size() < until && !candidates.empty(); ++serial) {
        const std::size_t pick = b.random.next() % candidates.size();
        const int index = candidates[pick];
        candidates.erase(candidates.begin() + static_cast<std::ptrdiff_t>(pick));
        Building &building = b.town.buildings[index];
        const double draw = b.random.unit();
        HeritagePlace &place = reg.open(houseName(b, building, serial),
                                        draw < 0.22   ? 3
                                        : draw < 0.60 ? 4
                                                      : 5,
                                        building.year);
        const Category c = categoryOf(building);
        place.category = c.code;
        place.categoryName = c.name;
        place.subcategory = c.sub;
        place.objects.push_back(building.id);
        building.place = static_cast<int>(b.town.heritage.size()) - 1;
        building.name = place.name;
        std::vector<Point> outline;
        for (const Part &part : building.parts) {
            outline.insert(outline.end(), part.footprint.begin(), part.footprint.end());
            place.z = std::max(place.z, part.top);
        }
        reg.close(place, outline);
    }
}

/// Wells, steles, carvings and tombs: no building in the model.
void addSmallPlaces(TownBuilder &b, Register &reg)
{
    const Name old{"古建筑", "Ancient building"};
    const Name stone{"石窟寺及石刻", "Grotto or stone carving"};
    const Name tomb{"古墓葬", "Ancient tomb"};
    const Name site{"古遗址", "Ancient site"};
    const struct
    {
        Name name;
        const char *code;
        Name category, sub;
        Point at;
        int level, year;
    } places[] = {
        {{"双眼井", "Twin-Mouth Well"}, "0300", old, {"池塘井泉", "pond, well or spring"}, {1200, 1530}, 4, 1480},
        {{"状元井", "Scholar's Well"}, "0300", old, {"池塘井泉", "pond, well or spring"}, {1395, 1600}, 5, 1600},
        {{"八角井", "Octagonal Well"}, "0300", old, {"池塘井泉", "pond, well or spring"}, {1130, 1390}, 5, 1740},
        {{"甘泉", "Sweet Spring"}, "0300", old, {"池塘井泉", "pond, well or spring"}, {742, 1560}, 5, 1680},
        {{"疏浚清江碑", "River Dredging Stele"}, "0400", stone, {"碑刻", "stele"}, {1215, 1046}, 4, 1729},
        {{"禁赌碑", "Anti-Gambling Stele"}, "0400", stone, {"碑刻", "stele"}, {1462, 1500}, 5, 1835},
        {{"县学碑林", "School Steles"}, "0400", stone, {"碑刻", "stele"}, {1335, 1575}, 3, 1512},
        {{"文峰山摩崖石刻", "Wenfeng Cliff Inscriptions"},
         "0400",
         stone,
         {"摩崖石刻", "cliff inscription"},
         {520, 1640},
         2,
         1120},
        {{"观音岩造像", "Guanyin Rock Carvings"},
         "0400",
         stone,
         {"摩崖石刻", "cliff inscription"},
         {330, 1700},
         3,
         1290},
        {{"程氏家族墓", "Cheng Family Tombs"}, "0200", tomb, {"普通墓葬", "ordinary tomb"}, {330, 1930}, 4, 1590},
        {{"汪尚书墓", "Tomb of Minister Wang"},
         "0200",
         tomb,
         {"名人或贵族墓", "tomb of a notable"},
         {690, 1850},
         3,
         1540},
        {{"石潭窑址", "Shitan Kiln Site"}, "0100", site, {"窑址", "kiln site"}, {2870, 1250}, 3, 1270},
        {{"古渡口遗址", "Old Ferry Landing"},
         "0100",
         site,
         {"桥梁码头遗址", "bridge or wharf site"},
         {1105, 1002},
         4,
         1610},
        {{"山越聚落遗址", "Shanyue Settlement Site"}, "0100", site, {"聚落址", "settlement site"}, {170, 2120}, 3, 0},
        {{"官道石板路", "Post Road Pavement"}, "0100", site, {"驿站古道遗址", "post road site"}, {880, 1478}, 5, 1650}};
    for (const auto &s : places) {
        HeritagePlace &place = reg.open(s.name, s.level, s.year);
        if (s.year == 0) {
            place.era = {"汉", "Han"};
            place.yearFrom = -201;
            place.yearTo = 220;
        }
        place.category = s.code;
        place.categoryName = s.category;
        place.subcategory = s.sub;
        reg.close(place, ellipse(s.at, s.code[1] == '1' ? 22 : 4, s.code[1] == '1' ? 16 : 4, 10));
        place.z = b.town.terrain.ground(place.at);
    }
}

} // namespace

void addHeritage(TownBuilder &b)
{
    Register reg(b);
    addWallPlace(b, reg);
    addNamedBuildings(b, reg);
    addStructurePlaces(b, reg);
    addSmallPlaces(b, reg);
    addHouses(b, reg, 120);
    for (HeritagePlace &place : b.town.heritage) {
        place.z = std::max(place.z, b.town.terrain.ground(place.at));
        place.storeyCount = 0;
    }
    const Ring core = inset(townWall(), 0);
    b.town.areas.push_back(
        {{"临江古城历史文化街区核心保护范围", "Linjiang Old Town historic district, core"}, "core", core, {}});
    b.town.areas.push_back(
        {{"临江古城历史文化街区建设控制地带", "Linjiang Old Town historic district, construction control"},
         "control",
         outset(core, 90),
         {Ring(core.rbegin(), core.rend())}});
    const Ring foreign{{1962, 1062}, {2250, 1040}, {2255, 1400}, {1966, 1400}};
    b.town.areas.push_back(
        {{"中山路历史文化街区核心保护范围", "Zhongshan Road historic district, core"}, "core", foreign, {}});
    b.town.areas.push_back(
        {{"中山路历史文化街区建设控制地带", "Zhongshan Road historic district, construction control"},
         "control",
         outset(foreign, 55),
         {Ring(foreign.rbegin(), foreign.rend())}});
}

} // namespace loci::sample
