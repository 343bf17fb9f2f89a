// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/sampleparts.h"

#include <QCoreApplication>
#include <QTemporaryFile>
#include <array>
#include <unordered_map>

namespace loci::formats {

namespace {

using sample::Building;
using sample::Face;
using sample::Part;
using sample::Solid;
using sample::Surface;
using sample::Town;
using Vertex = std::array<std::int32_t, 3>;

constexpr const char *kSurfaceNames[] = {"GroundSurface", "WallSurface", "RoofSurface", "OuterCeilingSurface"};

struct VertexHash
{
    std::size_t operator()(const Vertex &v) const
    {
        std::uint64_t h = static_cast<std::uint32_t>(v[0]);
        h = h * 0x9e3779b97f4a7c15ULL + static_cast<std::uint32_t>(v[1]);
        h = h * 0x9e3779b97f4a7c15ULL + static_cast<std::uint32_t>(v[2]);
        return static_cast<std::size_t>(h ^ (h >> 29));
    }
};

/// Gives each place one number and writes it down once. clear() forgets the places but not the count: the next town
/// lies elsewhere.
class VertexPool
{
public:
    explicit VertexPool(TextBuffer &out) : m_out(out) {}
    qint64 id(const Vertex &v)
    {
        const auto [place, isNew] = m_ids.try_emplace(v, m_next);
        if (isNew) {
            m_out << (m_next == 0 ? "[" : ",[") << v[0] << ',' << v[1] << ',' << v[2] << ']';
            ++m_next;
        }
        return place->second;
    }
    void clear() { m_ids.clear(); }
    void restart()
    {
        m_ids.clear();
        m_next = 0;
    }
    qint64 count() const { return m_next; }

private:
    TextBuffer &m_out;
    std::unordered_map<Vertex, qint64, VertexHash> m_ids;
    qint64 m_next = 0;
};

/// Writes city objects of one town whose south-west corner is moved by `offset` millimetres.
class ObjectWriter
{
public:
    ObjectWriter(TextBuffer &out, VertexPool &pool, SampleReport &report) : m_out(out), m_pool(pool), m_report(report)
    {}

    void place(std::array<std::int32_t, 2> offset, std::string idPrefix)
    {
        m_offset = offset;
        m_prefix = std::move(idPrefix);
    }
    void building(const Town &town, const Building &building);
    void structure(const Town &town, const sample::Structure &structure);
    void terrain(const Town &town);
    void water(const Town &town);
    void tree(const sample::Tree &tree, double z, int number);

private:
    void open(const std::string &id, std::string_view type)
    {
        m_out.member(m_prefix + id) << "{\"type\":\"" << type << '"';
        ++m_report.objects;
    }
    qint64 id(const Vertex &v) { return m_pool.id({v[0] + m_offset[0], v[1] + m_offset[1], v[2]}); }
    void ring(const Solid &solid, const std::vector<int> &ids)
    {
        m_out << '[';
        for (std::size_t i = 0; i < ids.size(); ++i) {
            (i > 0 ? m_out << ',' : m_out) << id(solid.vertices[ids[i]]);
        }
        m_out << ']';
    }
    void faces(const Solid &solid, bool first = true)
    {
        for (const Face &face : solid.faces) {
            m_out << (first ? "[" : ",[");
            first = false;
            for (std::size_t r = 0; r < face.rings.size(); ++r) {
                if (r > 0) {
                    m_out << ',';
                }
                ring(solid, face.rings[r]);
            }
            m_out << ']';
        }
    }
    void solid(const Solid &solid, std::string_view lod, bool perFace);
    void parts(const Part &part);
    void buildingFacts(const Town &town, const Building &building);
    void partFacts(const Part &part, bool heightKnown);
    void names(const sample::Name &name)
    {
        if (!name.isEmpty()) {
            m_out.member("name").quoted(name.en);
            m_out.member("name_zh").quoted(name.zh);
        }
    }

    TextBuffer &m_out;
    VertexPool &m_pool;
    SampleReport &m_report;
    std::array<std::int32_t, 2> m_offset{0, 0};
    std::string m_prefix;
};

void ObjectWriter::solid(const Solid &solid, std::string_view lod, bool perFace)
{
    m_out << "{\"type\":\"Solid\",\"lod\":\"" << lod << "\",\"boundaries\":[[";
    faces(solid);
    m_out << "]],\"semantics\":{\"surfaces\":[";
    if (perFace) { // one semantic object a face: façades can be named and linked one by one
        for (std::size_t i = 0; i < solid.faces.size(); ++i) {
            m_out << (i > 0 ? ",{\"type\":\"" : "{\"type\":\"")
                  << kSurfaceNames[static_cast<int>(solid.faces[i].surface)] << "\"}";
        }
    } else {
        m_out << R"({"type":"GroundSurface"},{"type":"WallSurface"},{"type":"RoofSurface"})";
    }
    m_out << "],\"values\":[[";
    for (std::size_t i = 0; i < solid.faces.size(); ++i) {
        const int value = perFace ? static_cast<int>(i) : static_cast<int>(solid.faces[i].surface);
        (i > 0 ? m_out << ',' : m_out) << value;
    }
    m_out << "]]}}";
}

void ObjectWriter::parts(const Part &part)
{
    m_out.member("geometry") << '[';
    solid(part.lod1, "1", false);
    m_out << ',';
    solid(part.lod2, "2", true);
    m_out << ']';
}

void ObjectWriter::partFacts(const Part &part, bool heightKnown)
{
    m_out.member("roofType").quoted(sample::roofName(part.roof));
    m_out.member("storeysAboveGround") << part.storeys;
    m_out.member("measuredHeight");
    if (heightKnown) {
        m_out.fixed(part.top - part.base, 2);
    } else {
        m_out << "null";
    }
    m_out.member("eavesHeight").fixed(part.eaves - part.base, 2);
    m_out.member("groundElevation").fixed(part.base, 2);
}

void ObjectWriter::buildingFacts(const Town &town, const Building &building)
{
    names(building.name);
    m_out.member("function").quoted(sample::useCode(building.use));
    m_out.member("yearOfConstruction");
    building.year > 0 ? m_out << building.year : m_out << "null";
    m_out.member("material").quoted(building.material);
    m_out.member("residents");
    building.residents >= 0 ? m_out << building.residents : m_out << "null";
    if (building.district >= 0) {
        m_out.member("district").quoted(town.districts[building.district].name.en);
        m_out.member("district_zh").quoted(town.districts[building.district].name.zh);
        m_out.member("neighbourhood_code").quoted(town.neighbourhoods[building.neighbourhood].code);
    }
    if (building.street >= 0) {
        m_out.member("street").quoted(town.streets[building.street].name.en);
        m_out.member("street_zh").quoted(town.streets[building.street].name.zh);
        m_out.member("houseNumber") << building.number;
    }
    if (building.place >= 0) {
        m_out.member("heritage_ref").quoted(town.heritage[building.place].ref);
        m_out.member("heritage_level") << town.heritage[building.place].level;
    }
}

void ObjectWriter::building(const Town &town, const Building &building)
{
    ++m_report.buildings;
    open(building.id, "Building");
    m_out.member("attributes") << '{';
    buildingFacts(town, building);
    if (building.parts.size() == 1) {
        partFacts(building.parts.front(), building.heightKnown);
        m_out << '}';
        parts(building.parts.front());
        m_out << '}';
        return;
    }
    double base = building.parts.front().base;
    double top = building.parts.front().top;
    int storeys = 0;
    for (const Part &part : building.parts) {
        base = std::min(base, part.base);
        top = std::max(top, part.top);
        storeys = std::max(storeys, part.storeys);
    }
    m_out.member("roofType").quoted(sample::roofName(building.parts.front().roof));
    m_out.member("storeysAboveGround") << storeys;
    m_out.member("measuredHeight");
    building.heightKnown ? m_out.fixed(top - base, 2) : m_out << "null";
    m_out << '}';
    m_out.member("children") << '[';
    for (std::size_t i = 0; i < building.parts.size(); ++i) {
        (i > 0 ? m_out << ',' : m_out).quoted(m_prefix + building.id + "-" + std::to_string(i + 1));
    }
    m_out << "]}";
    for (std::size_t i = 0; i < building.parts.size(); ++i) {
        open(building.id + "-" + std::to_string(i + 1), "BuildingPart");
        m_out.member("attributes") << '{';
        partFacts(building.parts[i], building.heightKnown);
        m_out << '}';
        m_out.member("parents") << '[';
        m_out.quoted(m_prefix + building.id) << ']';
        parts(building.parts[i]);
        m_out << '}';
    }
}

void ObjectWriter::structure(const Town &town, const sample::Structure &structure)
{
    open(structure.id, structure.type);
    m_out.member("attributes") << '{';
    names(structure.name);
    m_out.member("yearOfConstruction") << structure.year;
    if (structure.place >= 0) {
        m_out.member("heritage_ref").quoted(town.heritage[structure.place].ref);
    }
    m_out << '}';
    std::size_t count = 0;
    m_out.member("geometry") << "[{\"type\":\"MultiSurface\",\"lod\":\"2\",\"boundaries\":[";
    for (const Solid &solid : structure.solids) {
        faces(solid, count == 0);
        count += solid.faces.size();
    }
    m_out
        << R"(],"semantics":{"surfaces":[{"type":"GroundSurface"},{"type":"WallSurface"},{"type":"RoofSurface"},{"type":"OuterCeilingSurface"}],"values":[)";
    bool first = true;
    for (const Solid &solid : structure.solids) {
        for (const Face &face : solid.faces) {
            (first ? m_out : m_out << ',') << static_cast<int>(face.surface);
            first = false;
        }
    }
    m_out << "]}}]}";
}

void ObjectWriter::terrain(const Town &town)
{
    using sample::Terrain;
    open("LJ-TERRAIN", "TINRelief");
    m_out.member("attributes") << "{\"name\":\"Terrain\",\"name_zh\":\"地形\"}";
    m_out.member("geometry") << "[{\"type\":\"CompositeSurface\",\"lod\":\"1\",\"boundaries\":[";
    const auto at = [&](int c, int r) {
        const double cell = Terrain::kCell * 1000;
        return id({static_cast<std::int32_t>(c * cell), static_cast<std::int32_t>(r * cell),
                   static_cast<std::int32_t>(std::lround(town.terrain.gridHeight(c, r) * 1000))});
    };
    for (int r = 0; r + 1 < Terrain::kRows; ++r) {
        for (int c = 0; c + 1 < Terrain::kColumns; ++c) {
            const qint64 sw = at(c, r);
            const qint64 se = at(c + 1, r);
            const qint64 ne = at(c + 1, r + 1);
            const qint64 nw = at(c, r + 1);
            m_out << (r == 0 && c == 0 ? "[[" : ",[[") << sw << ',' << se << ',' << ne << "]],[[" << sw << ',' << ne
                  << ',' << nw << "]]";
        }
    }
    m_out << "]}]}";
}

void ObjectWriter::water(const Town &town)
{
    int number = 0;
    for (const sample::Zone &zone : town.water) {
        open("LJ-W" + std::to_string(++number), "WaterBody");
        m_out.member("attributes") << '{';
        names(zone.name);
        m_out.member("class").quoted(zone.kind);
        m_out << '}';
        const double z = zone.kind == "river" ? sample::Terrain::kWater : sample::Terrain::kPlateau + 0.06;
        m_out.member("geometry") << "[{\"type\":\"MultiSurface\",\"lod\":\"1\",\"boundaries\":[[";
        const auto write = [&](const sample::Ring &points) {
            m_out << '[';
            for (std::size_t i = 0; i < points.size(); ++i) {
                (i > 0 ? m_out << ',' : m_out) << id({static_cast<std::int32_t>(std::lround(points[i].x * 1000)),
                                                      static_cast<std::int32_t>(std::lround(points[i].y * 1000)),
                                                      static_cast<std::int32_t>(std::lround(z * 1000))});
            }
            m_out << ']';
        };
        write(zone.ring);
        for (const sample::Ring &hole : zone.holes) {
            m_out << ',';
            write(hole);
        }
        m_out << "]],\"semantics\":{\"surfaces\":[{\"type\":\"WaterSurface\"}],\"values\":[0]}}]}";
    }
}

void ObjectWriter::tree(const sample::Tree &tree, double z, int number)
{
    const sample::TreeSpecies &species = sample::treeSpecies()[tree.species];
    open("LJ-T" + std::to_string(number), "SolitaryVegetationObject");
    m_out.member("attributes") << "{\"species\":\"" << species.latin << "\",\"species_zh\":\"" << species.name.zh
                               << "\",\"height\":";
    m_out.fixed(tree.height, 1) << '}';
    const qint64 reference = id({static_cast<std::int32_t>(std::lround(tree.at.x * 1000)),
                                 static_cast<std::int32_t>(std::lround(tree.at.y * 1000)),
                                 static_cast<std::int32_t>(std::lround(z * 1000))});
    m_out.member("geometry") << "[{\"type\":\"GeometryInstance\",\"template\":" << tree.species << ",\"boundaries\":["
                             << reference << "],\"transformationMatrix\":[";
    for (int i = 0; i < 16; ++i) {
        m_out << (i > 0 ? "," : "");
        i % 5 == 0 ? m_out.fixed(i < 15 ? tree.height : 1, 1) : m_out << "0.0";
    }
    m_out << "]}]}";
}

/// One tree of height 1 for each species: a trunk and a crown of rings.
void writeTemplates(TextBuffer &out)
{
    struct Shape
    {
        double trunk, low, wide, widest, top;
    };
    static const Shape shapes[] = {{0.28, 0.24, 0.36, 0.55, 1},
                                   {0.22, 0.20, 0.42, 0.48, 0.98},
                                   {0.30, 0.26, 0.40, 0.58, 1},
                                   {0.22, 0.18, 0.24, 0.30, 1},
                                   {0.26, 0.22, 0.30, 0.45, 1}};
    out.member("geometry-templates") << "{\"templates\":[";
    TextBuffer vertices;
    int next = 0;
    for (std::size_t s = 0; s < std::size(shapes); ++s) {
        const Shape &shape = shapes[s];
        const auto circle = [](double r, int n) { return sample::ellipse({0, 0}, r, r, n); };
        Solid trunk = sample::prism(circle(0.025, 4), {}, 0, shape.trunk);
        const bool conifer = s == 3;
        Solid crown = sample::lofted({{circle(0.10, 7), shape.low},
                                      {circle(shape.wide * 0.85, 7), shape.low + 0.1},
                                      {circle(shape.wide, 7), shape.widest},
                                      {circle(shape.wide * (conifer ? 0.45 : 0.66), 7), conifer ? 0.66 : 0.84}},
                                     sample::Cap::Apex, shape.top);
        out << (s > 0 ? "," : "") << "{\"type\":\"MultiSurface\",\"lod\":\"2\",\"boundaries\":[";
        bool first = true;
        for (Solid *solid : {&trunk, &crown}) {
            solid->finish();
            for (const Face &face : solid->faces) {
                out << (first ? "[[" : ",[[");
                first = false;
                for (std::size_t i = 0; i < face.rings[0].size(); ++i) {
                    (i > 0 ? out << ',' : out) << next + face.rings[0][i];
                }
                out << "]]";
            }
            for (const Vertex &v : solid->vertices) {
                vertices << (vertices.text().empty() ? "[" : ",[");
                vertices.fixed(v[0] / 1000.0, 3) << ',';
                vertices.fixed(v[1] / 1000.0, 3) << ',';
                vertices.fixed(v[2] / 1000.0, 3) << ']';
            }
            next += static_cast<int>(solid->vertices.size());
        }
        out << "]}";
    }
    out << "],\"vertices-templates\":[" << vertices.text() << "]}";
}

void writeHead(TextBuffer &out, const char *title)
{
    out << "{\"type\":\"CityJSON\",\"version\":\"2.0\",\"transform\":{\"scale\":[0.001,0.001,0.001],\"translate\":["
        << static_cast<int>(sample::kOriginEast) << ".0," << static_cast<int>(sample::kOriginNorth)
        << ".0,0.0]},\"metadata\":{\"title\":\"" << title
        << "\",\"referenceSystem\":\"https://www.opengis.net/def/crs/EPSG/0/" << sample::kEpsg << "\"}";
}

} // namespace

Result<> writeTownModel(const QString &path, const Town &town, SampleReport &report)
{
    TextFile out(path);
    LOCI_CHECK(out.open());
    writeHead(out, "Linjiang 临江, an invented river town");
    writeTemplates(out);
    out.member("CityObjects") << '{';
    TextBuffer vertices;
    VertexPool pool(vertices);
    ObjectWriter writer(out, pool, report);
    writer.terrain(town);
    writer.water(town);
    for (const sample::Structure &structure : town.structures) {
        writer.structure(town, structure);
    }
    for (const Building &building : town.buildings) {
        writer.building(town, building);
    }
    int number = 0;
    for (const sample::Tree &tree : town.trees) {
        writer.tree(tree, town.terrain.ground(tree.at), ++number);
    }
    out << "},\"vertices\":[" << vertices.text() << "]}\n";
    report.vertices = pool.count();
    return out.commit();
}

namespace {

Result<> appendSpool(TextFile &out, QTemporaryFile &spool)
{
    if (!spool.seek(0)) {
        return fail(ErrorCode::NotReadable, spool.errorString());
    }
    while (!spool.atEnd()) {
        const QByteArray piece = spool.read(1 << 20);
        out << std::string_view(piece.constData(), static_cast<std::size_t>(piece.size()));
        LOCI_CHECK(out.flush());
    }
    return {};
}

std::string townPrefix(int town)
{
    std::string digits = std::to_string(town);
    return "T" + std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') + digits + "-";
}

/// Calls `visit(town, prefix, offset, building)` for so many buildings; stops at the first error.
template <class Visit>
Result<> eachBuilding(const SampleOptions &options, const CancelToken &cancel, const ProgressFunction &progress,
                      const Visit &visit)
{
    int left = options.buildings;
    for (int number = 0; left > 0; ++number) {
        const Town town = sample::makeTown(options.seed + static_cast<quint64>(number), sample::Content::BuildingsOnly);
        const int wide = std::max(1, static_cast<int>(std::ceil(std::sqrt(options.buildings / 3400.0))));
        const std::array<std::int32_t, 2> offset{static_cast<std::int32_t>(number % wide) * 3000000,
                                                 static_cast<std::int32_t>(number / wide) * 2400000};
        for (const Building &building : town.buildings) {
            if (left == 0) {
                break;
            }
            LOCI_CHECK(visit(town, townPrefix(number), offset, building));
            --left;
        }
        if (cancel.isCancelled()) {
            return fail(ErrorCode::Cancelled,
                        QCoreApplication::translate("SampleWriter", "Writing the sample was cancelled."));
        }
        if (progress) {
            progress(1.0 - static_cast<double>(left) / options.buildings);
        }
    }
    return {};
}

Result<> writeSequence(TextFile &out, const SampleOptions &options, const CancelToken &cancel,
                       const ProgressFunction &progress, SampleReport &report)
{
    writeHead(out, "Linjiang, buildings for measurements");
    out << ",\"CityObjects\":{},\"vertices\":[]}\n";
    TextBuffer vertices;
    VertexPool pool(vertices);
    ObjectWriter writer(out, pool, report);
    return eachBuilding(
        options, cancel, progress,
        [&](const Town &town, const std::string &prefix, const auto &offset, const Building &building) -> Result<> {
            pool.restart();
            vertices.text().clear();
            writer.place(offset, prefix);
            out << "{\"type\":\"CityJSONFeature\",\"id\":\"" << prefix << building.id << "\",\"CityObjects\":{";
            writer.building(town, building);
            out << "},\"vertices\":[" << vertices.text() << "]}\n";
            report.vertices += pool.count();
            return out.flush();
        });
}

} // namespace

Result<> writeBuildings(const QString &path, const SampleOptions &options, const CancelToken &cancel,
                        const ProgressFunction &progress, SampleReport &report)
{
    TextFile out(path);
    LOCI_CHECK(out.open());
    if (options.sequence) {
        LOCI_CHECK(writeSequence(out, options, cancel, progress, report));
        return out.commit();
    }
    writeHead(out, "Linjiang, buildings for measurements");
    out.member("CityObjects") << '{';
    // The vertices come after the objects in the file, and their number has no bound: they wait on the disk.
    QTemporaryFile spool(path + QStringLiteral(".vertices.XXXXXX"));
    if (!spool.open()) {
        return fail(ErrorCode::NotWritable, QCoreApplication::translate("SampleWriter", "%1 cannot be written: %2")
                                                .arg(spool.fileName(), spool.errorString()));
    }
    TextBuffer vertices;
    VertexPool pool(vertices);
    ObjectWriter writer(out, pool, report);
    std::string current;
    LOCI_CHECK(eachBuilding(
        options, cancel, progress,
        [&](const Town &town, const std::string &prefix, const auto &offset, const Building &building) -> Result<> {
            if (prefix != current) {
                pool.clear();
                current = prefix;
                writer.place(offset, prefix);
            }
            writer.building(town, building);
            if (vertices.text().size() > (1 << 20)) {
                if (spool.write(vertices.text().data(), static_cast<qint64>(vertices.text().size())) < 0) {
                    return fail(ErrorCode::NotWritable, spool.errorString());
                }
                vertices.text().clear();
            }
            return out.flush();
        }));
    out << "},\"vertices\":[";
    LOCI_CHECK(appendSpool(out, spool));
    out << vertices.text() << "]}\n";
    report.vertices = pool.count();
    return out.commit();
}

} // namespace loci::formats
