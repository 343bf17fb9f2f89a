// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/sampleparts.h"

#include <algorithm>
#include <functional>

namespace loci::formats {

namespace {

using sample::Point;
using sample::Ring;
using sample::Town;

/// One GeoJSON layer in the town's CRS, written as GDAL writes it.
class Layer
{
public:
    Layer(const QDir &folder, const char *name)
        : m_path(folder.filePath(QString::fromLatin1(name) + QStringLiteral(".geojson")))
        , m_out(m_path)
    {
        m_out << "{\n\"type\": \"FeatureCollection\",\n\"name\": \"" << name
              << "\",\n\"crs\": { \"type\": \"name\", \"properties\": { \"name\": \"urn:ogc:def:crs:EPSG::"
              << sample::kEpsg << "\" } },\n\"features\": [";
    }
    Layer &feature()
    {
        m_out << (m_count++ > 0 ? "},\n{" : "\n{") << "\"type\":\"Feature\",\"properties\":{";
        return *this;
    }
    Layer &text(const char *key, std::string_view value)
    {
        m_out.member(key);
        value.empty() ? m_out << "null" : m_out.quoted(value);
        return *this;
    }
    Layer &names(const sample::Name &name) { return text("name", name.en).text("name_zh", name.zh); }
    Layer &number(const char *key, double value, int decimals = 0)
    {
        m_out.member(key).fixed(value, decimals);
        return *this;
    }
    Layer &unknown(const char *key)
    {
        m_out.member(key) << "null";
        return *this;
    }
    Layer &flag(const char *key, bool value)
    {
        m_out.member(key) << (value ? "true" : "false");
        return *this;
    }
    Layer &list(const char *key, const std::vector<std::string> &values)
    {
        m_out.member(key) << '[';
        for (std::size_t i = 0; i < values.size(); ++i) {
            (i > 0 ? m_out << ',' : m_out).quoted(values[i]);
        }
        m_out << ']';
        return *this;
    }
    void point(Point p)
    {
        m_out << "},\"geometry\":{\"type\":\"Point\",\"coordinates\":";
        place(p);
        m_out << '}';
    }
    void point(Point p, double z)
    {
        m_out << "},\"geometry\":{\"type\":\"Point\",\"coordinates\":[";
        m_out.fixed(p.x + sample::kOriginEast, 3) << ',';
        m_out.fixed(p.y + sample::kOriginNorth, 3) << ',';
        m_out.fixed(z, 2) << "]}";
    }
    void line(const sample::Line &line)
    {
        m_out << "},\"geometry\":{\"type\":\"LineString\",\"coordinates\":";
        places(line, false);
        m_out << '}';
    }
    void polygon(const Ring &ring, const std::vector<Ring> &holes = {})
    {
        m_out << "},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[";
        rings(ring, holes);
        m_out << "]}";
    }
    void multiPolygon(const std::vector<sample::Part> &parts)
    {
        m_out << "},\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":[";
        for (std::size_t i = 0; i < parts.size(); ++i) {
            m_out << (i > 0 ? ",[" : "[");
            rings(parts[i].footprint, parts[i].holes);
            m_out << ']';
        }
        m_out << "]}";
    }
    Result<> finish(SampleReport &report)
    {
        m_out << (m_count > 0 ? "}\n]\n}\n" : "]\n}\n");
        LOCI_CHECK(m_out.open());
        LOCI_CHECK(m_out.commit());
        report.files.append(m_path);
        return {};
    }

private:
    void place(Point p)
    {
        m_out << '[';
        m_out.fixed(p.x + sample::kOriginEast, 3) << ',';
        m_out.fixed(p.y + sample::kOriginNorth, 3) << ']';
    }
    void places(const std::vector<Point> &points, bool close)
    {
        m_out << '[';
        for (std::size_t i = 0; i < points.size(); ++i) {
            if (i > 0) {
                m_out << ',';
            }
            place(points[i]);
        }
        if (close) {
            m_out << ',';
            place(points.front());
        }
        m_out << ']';
    }
    void rings(const Ring &ring, const std::vector<Ring> &holes)
    {
        places(ring, true);
        for (const Ring &hole : holes) { // clockwise, as RFC 7946 asks
            m_out << ',';
            places(sample::area(hole) > 0 ? Ring(hole.rbegin(), hole.rend()) : hole, true);
        }
    }

    QString m_path;
    TextFile m_out;
    int m_count = 0;
};

Result<> writePlan(const QDir &folder, const Town &town, SampleReport &report)
{
    Layer landUse(folder, "landuse");
    for (const sample::Zone &zone : town.zones) {
        landUse.feature().names(zone.name).text("kind", zone.kind).polygon(zone.ring, zone.holes);
    }
    LOCI_CHECK(landUse.finish(report));
    Layer water(folder, "water");
    for (const sample::Zone &zone : town.water) {
        water.feature().names(zone.name).text("kind", zone.kind).polygon(zone.ring, zone.holes);
    }
    LOCI_CHECK(water.finish(report));
    Layer streets(folder, "streets");
    for (const sample::Street &street : town.streets) {
        streets.feature()
            .names(street.name)
            .text("class", sample::streetClassCode(street.kind))
            .number("width", street.width, 1)
            .line(street.line);
    }
    LOCI_CHECK(streets.finish(report));
    Layer trees(folder, "trees");
    for (const sample::Tree &tree : town.trees) {
        const auto &species = sample::treeSpecies()[tree.species];
        trees.feature()
            .text("species", species.latin)
            .text("name", species.name.en)
            .text("name_zh", species.name.zh)
            .number("height", tree.height, 1)
            .point(tree.at);
    }
    return trees.finish(report);
}

Result<> writeBuildingLayer(const QDir &folder, const Town &town, SampleReport &report)
{
    Layer layer(folder, "buildings");
    for (const sample::Building &building : town.buildings) {
        double base = 1e9;
        double top = -1e9;
        int storeys = 0;
        for (const sample::Part &part : building.parts) {
            base = std::min(base, part.base);
            top = std::max(top, part.top);
            storeys = std::max(storeys, part.storeys);
        }
        layer.feature().text("id", building.id).names(building.name).text("use", sample::useCode(building.use));
        building.year > 0 ? layer.number("year", building.year) : layer.unknown("year");
        layer.number("storeys", storeys);
        building.heightKnown ? layer.number("height", top - base, 2) : layer.unknown("height");
        layer.text("roof", sample::roofName(building.parts.front().roof)).text("material", building.material);
        building.residents >= 0 ? layer.number("residents", building.residents) : layer.unknown("residents");
        layer.text("district", building.district >= 0 ? town.districts[building.district].name.en : "");
        layer.text("heritage_ref", building.place >= 0 ? town.heritage[building.place].ref : "");
        // A building in one polygon stays one; parts that stand on others are left to the model.
        std::vector<sample::Part> onGround;
        for (const sample::Part &part : building.parts) {
            if (part.base < base + 3 || building.parts.size() == 1) {
                onGround.push_back(part);
            }
        }
        layer.multiPolygon(onGround);
    }
    return layer.finish(report);
}

Result<> writeAreas(const QDir &folder, const Town &town, SampleReport &report)
{
    Layer districts(folder, "districts");
    for (const sample::District &district : town.districts) {
        districts.feature().text("code", district.code).names(district.name).polygon(district.ring);
    }
    LOCI_CHECK(districts.finish(report));
    Layer layer(folder, "neighbourhoods");
    for (const sample::Neighbourhood &n : town.neighbourhoods) {
        const double land = sample::area(n.ring);
        layer.feature()
            .text("code", n.code)
            .names(n.name)
            .text("district_code", town.districts[n.district].code)
            .number("area_m2", land)
            .number("buildings", n.buildings)
            .number("residents", n.residents)
            .number("floor_area_m2", n.floorArea)
            .number("footprint_m2", n.footprintArea)
            .number("plot_ratio", n.floorArea / land, 3)
            .number("coverage_percent", 100 * n.footprintArea / land, 2)
            .number("green_percent", std::min(95.0, 100 * n.greenArea / land), 1);
        // One community has not reported: shown as unknown, never as nought.
        n.code.ends_with("3") && n.district % 5 == 2
            ? layer.unknown("elderly_percent")
            : layer.number("elderly_percent", 11 + (n.residents * 7 + n.buildings) % 160 / 10.0, 1);
        layer.polygon(n.ring);
    }
    LOCI_CHECK(layer.finish(report));
    for (const auto &[name, list] : {std::pair{"stops", &town.stops}, std::pair{"sensors", &town.sensors}}) {
        Layer points(folder, name);
        for (const sample::Station &station : *list) {
            points.feature()
                .text("id", station.id)
                .text("kind", station.kind)
                .names(station.name)
                .point(station.at, station.z);
        }
        LOCI_CHECK(points.finish(report));
    }
    return {};
}

constexpr const char *kLevels[] = {
    "", "全国重点文物保护单位", "省级文物保护单位", "市级文物保护单位", "县级文物保护单位", "未定级不可移动文物"};
constexpr const char *kConditions[] = {"", "好", "较好", "一般", "较差", "差"};

Result<> writeHeritage(const QDir &folder, const Town &town, SampleReport &report)
{
    Layer places(folder, "heritage_places");
    for (const sample::HeritagePlace &p : town.heritage) {
        places.feature()
            .text("ref_no", p.ref)
            .names(p.name)
            .number("level_code", p.level)
            .text("level_zh", kLevels[p.level])
            .text("category_code", p.category)
            .text("category", p.categoryName.en)
            .text("category_zh", p.categoryName.zh)
            .text("subcategory", p.subcategory.en)
            .text("subcategory_zh", p.subcategory.zh)
            .text("era", p.era.en)
            .text("era_zh", p.era.zh);
        if (p.yearTo != 0) {
            places.number("year_from", p.yearFrom).number("year_to", p.yearTo);
        } else {
            places.unknown("year_from").unknown("year_to");
        }
        p.condition > 0 ? places.number("condition_code", p.condition) : places.unknown("condition_code");
        places.text("condition_zh", kConditions[p.condition])
            .text("condition_date", p.conditionDate)
            .text("damage_cause_zh", p.cause)
            .text("occupancy", p.occupancy)
            .text("ownership_zh", p.ownership)
            .text("designation_batch_zh", p.batch)
            .text("designation_date", p.designationDate)
            .flag("has_zone", p.scope)
            .flag("has_sign", p.sign)
            .flag("has_archive", p.archive)
            .flag("has_keeper", p.keeper)
            .number("area_m2", sample::area(p.body))
            .text("district", p.district >= 0 ? town.districts[p.district].name.en : "")
            .list("object_ids", p.objects)
            .point(p.at, p.z);
    }
    LOCI_CHECK(places.finish(report));
    Layer zones(folder, "heritage_zones");
    for (const sample::HeritagePlace &p : town.heritage) {
        if (p.protection.empty()) {
            continue;
        }
        zones.feature()
            .text("ref_no", p.ref)
            .names(p.name)
            .text("zone_type", "control")
            .text("zone_type_zh", "建设控制地带")
            .number("level_code", p.level)
            .number("max_height_m", p.maxHeight, 1)
            .text("height_ref", "natural ground")
            .text("valid_from", "2011-08-02")
            .text("note", "schematic")
            .polygon(p.control, {p.protection});
        zones.feature()
            .text("ref_no", p.ref)
            .names(p.name)
            .text("zone_type", "protection")
            .text("zone_type_zh", "保护范围")
            .number("level_code", p.level)
            .unknown("max_height_m")
            .text("height_ref", "")
            .text("valid_from", "2006-07-01")
            .text("note", "schematic")
            .polygon(p.protection);
    }
    LOCI_CHECK(zones.finish(report));
    Layer areas(folder, "historic_areas");
    for (const sample::Zone &area : town.areas) {
        areas.feature().names(area.name).text("zone_type", area.kind).polygon(area.ring, area.holes);
    }
    return areas.finish(report);
}

Result<> writeText(const QString &path, const std::function<void(TextBuffer &)> &fill, SampleReport &report)
{
    TextFile out(path);
    fill(out);
    LOCI_CHECK(out.open());
    LOCI_CHECK(out.commit());
    report.files.append(path);
    return {};
}

void fillGrid(TextBuffer &out, const Town &town)
{
    using sample::Terrain;
    const double half = Terrain::kCell / 2; // values belong to cell centres, so the grid starts half a cell further out
    out << "ncols " << Terrain::kColumns << "\nnrows " << Terrain::kRows << "\nxllcorner ";
    out.fixed(sample::kOriginEast - half, 1) << "\nyllcorner ";
    out.fixed(sample::kOriginNorth - half, 1) << "\ncellsize ";
    out.fixed(Terrain::kCell, 1) << "\nNODATA_value -9999\n";
    for (int row = Terrain::kRows - 1; row >= 0; --row) {
        for (int column = 0; column < Terrain::kColumns; ++column) {
            if (column > 0) {
                out << ' ';
            }
            out.fixed(town.terrain.gridHeight(column, row), 3);
        }
        out << '\n';
    }
}

void fillReadme(TextBuffer &out, const Town &town)
{
    out << "Linjiang (临江), the sample city of Loci\n\n"
        << "An invented river town. Nothing in it shows a real place, person, building or decree.\n"
        << "Made by `loci sample` from the seed " << town.seed << "; the same seed gives the same bytes.\n\n"
        << "Coordinates: EPSG:" << sample::kEpsg
        << " (CGCS2000 / 3-degree Gauss-Kruger CM 117E), metres; heights in metres.\n\n"
        << "linjiang.city.json       city model, CityJSON 2.0: " << static_cast<int>(town.buildings.size())
        << " buildings in LoD 1 and 2, terrain, water, bridges, town wall, trees\n"
        << "buildings.geojson        the buildings' outlines with their attributes\n"
        << "districts.geojson, neighbourhoods.geojson   areas with counts for indicators\n"
        << "heritage_places.geojson, heritage_zones.geojson, historic_areas.geojson   the heritage register; zones are "
           "schematic\n"
        << "streets.geojson, landuse.geojson, water.geojson, trees.geojson   the plan\n"
        << "stops.geojson, sensors.geojson   places of feeds\n"
        << "census.csv   invented counts by community and year; two communities have not reported since 2025\n"
        << "air_hours.csv   invented hours of eight air stations, with gaps\n"
        << "terrain.asc, terrain.prj  heights on a 20 m grid\n\n"
        << "Licence: CC0 1.0, https://creativecommons.org/publicdomain/zero/1.0/\n";
}

} // namespace

Result<> writeTownLayers(const QDir &folder, const Town &town, SampleReport &report)
{
    LOCI_CHECK(writePlan(folder, town, report));
    LOCI_CHECK(writeBuildingLayer(folder, town, report));
    LOCI_CHECK(writeAreas(folder, town, report));
    LOCI_CHECK(writeHeritage(folder, town, report));
    LOCI_CHECK(writeText(
        folder.filePath(QStringLiteral("terrain.asc")), [&](TextBuffer &out) { fillGrid(out, town); }, report));
    LOCI_CHECK(writeText(
        folder.filePath(QStringLiteral("terrain.prj")),
        [](TextBuffer &out) {
            out << R"(PROJCS["CGCS2000 / 3-degree Gauss-Kruger CM 117E",GEOGCS["China Geodetic Coordinate System 2000",DATUM["China_2000",SPHEROID["CGCS2000",6378137,298.257222101]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",117],PARAMETER["scale_factor",1],PARAMETER["false_easting",500000],PARAMETER["false_northing",0],UNIT["metre",1],AUTHORITY["EPSG","4548"]])"
                << '\n';
        },
        report));
    return writeText(
        folder.filePath(QStringLiteral("README.txt")), [&](TextBuffer &out) { fillReadme(out, town); }, report);
}

} // namespace loci::formats
