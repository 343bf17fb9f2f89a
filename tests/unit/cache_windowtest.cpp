// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/modelcache/cachefile.h"
#include "layers/formats/modelcache/modelwindow.h"
#include "tests/support/samemodel.h"
#include "tests/support/testmain.h"
#include "tests/unit/cache_fixture.h"

#include <QTest>
#include <functional>
#include <random>
#include <set>
#include <sstream>

using namespace loci;
using namespace loci::city;
using namespace loci::formats::modelcache;
using namespace loci::test;

namespace {

/// Everything of an object as text, free of row numbers: equal texts mean equal objects.
class Description
{
public:
    Description(const CityModel &model, const std::vector<std::string> &lods) : m(model), m_lods(lods)
    {
        m_out.precision(17);
    }

    std::string of(ObjectIndex o)
    {
        m_out.str({});
        m_out << m.objectIds[o] << ' ' << m.typeOf(o) << '\n';
        for (const auto &column : m.attributes.columns()) {
            m_out << column->name() << '=' << column->json(o) << ' ';
        }
        for (const auto &[object, text] : m.objectExtra) {
            m_out << (object == o ? text : std::string());
        }
        for (GeometryIndex g = m.objectGeometries[o].begin; g < m.objectGeometries[o].end; ++g) {
            const Geometry &geometry = m.geometry.geometries[g];
            const Geometry &shape = geometry.instance == kNone ? geometry : templateOf(geometry);
            const std::string lod(shape.lod == kNone ? std::string_view() : m.lodNames.at(shape.lod));
            if (m_lods.empty() || std::find(m_lods.begin(), m_lods.end(), lod) != m_lods.end()) {
                describe(geometry, m.geometry, [this](std::uint32_t v) { return m.vertices.at(v); });
            }
        }
        return m_out.str();
    }

private:
    const Geometry &templateOf(const Geometry &geometry) const
    {
        return m.templates.geometries[m.instances[geometry.instance].templateGeometry];
    }

    using VertexAt = std::function<Vec3(std::uint32_t)>;

    void describe(const Geometry &g, const GeometryStore &store, const VertexAt &vertexAt)
    {
        m_out << "\ngeometry " << geometryTypeName(g.type) << ' ' << (g.lod == kNone ? "" : m.lodNames.at(g.lod));
        if (g.instance != kNone) {
            const Instance &instance = m.instances[g.instance];
            const Vec3 at = m.vertices.at(instance.referenceVertex);
            m_out << " at " << at.x << ' ' << at.y << ' ' << at.z;
            for (const double part : instance.matrix) {
                m_out << ' ' << part;
            }
            describe(templateOf(g), m.templates, [this](std::uint32_t v) {
                return Vec3{m.templateVertices[v][0], m.templateVertices[v][1], m.templateVertices[v][2]};
            });
        }
        for (std::uint32_t s = g.shells.begin; s < g.shells.end; ++s) {
            const Shell &shell = store.shells[s];
            m_out << " shell " << shell.solid << ' ' << shell.surfaces.begin - g.surfaces.begin << ' '
                  << shell.surfaces.size();
        }
        for (SurfaceIndex s = g.surfaces.begin; s < g.surfaces.end; ++s) {
            m_out << "\n surface";
            for (std::uint32_t n = store.surfaceSemantic[s]; n != kNone; n = store.semantics[n].parent) {
                const SemanticSurface &semantic = store.semantics[n];
                m_out << ' ' << m.typeNames.at(semantic.type) << std::string_view(semantic.attributes);
            }
            for (const MaterialTheme &theme : store.materialThemes) {
                const std::uint32_t number = s < theme.surface.size() ? theme.surface[s] : kNone;
                m_out << ' ' << theme.name << ':' << (number == kNone ? std::string() : m.materials[number].json)
                      << (number == kNone ? 0.0 : m.materials[number].transparency);
            }
            for (std::uint32_t r = store.surfaceRings[s]; r < store.surfaceRings[s + 1]; ++r) {
                describeRing(store, r, vertexAt);
            }
        }
    }

    void describeRing(const GeometryStore &store, std::uint32_t r, const VertexAt &vertexAt)
    {
        m_out << " (";
        for (const std::uint32_t v : store.ring(r)) {
            const Vec3 p = vertexAt(v);
            m_out << p.x << ' ' << p.y << ' ' << p.z << ',';
        }
        for (const TextureTheme &theme : store.textureThemes) {
            if (r >= theme.ringTexture.size() || theme.ringTexture[r] == kNone) {
                continue;
            }
            m_out << theme.name << ' ' << m.textures[theme.ringTexture[r]].image;
            for (std::size_t i = 0; i < store.ring(r).size(); ++i) {
                const auto &uv = m.textureVertices[theme.uv[theme.ringUv[r] + i]];
                m_out << ' ' << uv[0] << ' ' << uv[1];
            }
        }
        m_out << ')';
    }

    const CityModel &m;
    const std::vector<std::string> &m_lods;
    std::ostringstream m_out;
};

bool isGroup(const CityModel &m, ObjectIndex o)
{
    return m.typeOf(o) == "CityObjectGroup";
}

/// What WindowQuery says, by looking at every object.
std::set<ObjectIndex> bruteForce(const CityModel &m, const WindowQuery &query)
{
    const auto rootOf = [&m](ObjectIndex o) {
        while (m.objectParent[o] != kNone && !isGroup(m, m.objectParent[o])) {
            o = m.objectParent[o];
        }
        return o;
    };
    std::set<ObjectIndex> roots, found, kept;
    for (ObjectIndex o = 0; o < m.objectCount(); ++o) {
        if (!query.window || m.boundsOf(o).intersects2d(*query.window)) {
            roots.insert(rootOf(o));
        }
    }
    for (ObjectIndex o = 0; o < m.objectCount(); ++o) {
        if (roots.count(rootOf(o)) > 0) {
            found.insert(o);
        }
    }
    for (ObjectIndex o : found) {
        if (query.types.empty() ||
            std::find(query.types.begin(), query.types.end(), m.typeOf(o)) != query.types.end()) {
            for (kept.insert(o); m.objectParent[o] != kNone && !isGroup(m, m.objectParent[o]);) {
                o = m.objectParent[o];
                kept.insert(o);
            }
        }
    }
    return kept;
}

QString compare(const CityModel &whole, const CityModel &part, const WindowQuery &query)
{
    const std::set<ObjectIndex> expected = bruteForce(whole, query);
    if (expected.size() != part.objectCount()) {
        return QStringLiteral("%1 objects, expected %2").arg(part.objectCount()).arg(expected.size());
    }
    Description wanted(whole, query.lods), got(part, query.lods);
    ObjectIndex row = 0;
    for (const ObjectIndex o : expected) {
        if (wanted.of(o) != got.of(row)) {
            return QString::fromStdString(wanted.of(o) + "\nbut\n" + got.of(row)).left(4000);
        }
        const ObjectIndex parent = whole.objectParent[o], made = part.objectParent[row];
        const bool present = parent != kNone && expected.count(parent) > 0;
        if (present != (made != kNone) || (present && whole.objectIds[parent] != part.objectIds[made])) {
            return QStringLiteral("another parent of %1").arg(whole.idOf(o));
        }
        std::vector<std::string> children, madeChildren;
        for (const ObjectIndex child : whole.childrenOf(o)) {
            if (expected.count(child) > 0) {
                children.push_back(whole.objectIds[child]);
            }
        }
        for (const ObjectIndex child : part.childrenOf(row)) {
            madeChildren.push_back(part.objectIds[child]);
        }
        if (children != madeChildren || part.find(whole.objectIds[o]) == kNone) {
            return QStringLiteral("other children of %1").arg(whole.idOf(o));
        }
        ++row;
    }
    return {};
}

} // namespace

class TestModelWindow : public QObject
{
    Q_OBJECT
private slots:
    void windowsEqualLookingAtAll()
    {
        const CacheFixture f(600);
        const auto whole = openAndKeep(f.model, f.folder);
        LOCI_VERIFY_RESULT(whole);
        const CityModel &m = *whole->loaded.value;
        const auto file = formats::openCache(f.model, f.folder);
        QVERIFY(file);
        std::mt19937 random(5);
        const auto between = [&](double a, double b) {
            return a + (b - a) * static_cast<double>(random() % 1000) / 1000;
        };
        std::size_t all = 0;
        for (int i = 0; i < 40; ++i) {
            WindowQuery query;
            query.window.emplace();
            query.window->include(
                Vec3{between(m.extent.min.x, m.extent.max.x), between(m.extent.min.y, m.extent.max.y), 0});
            query.window->include(
                Vec3{query.window->min.x + between(1, 300), query.window->min.y + between(1, 300), 0});
            query.lods = i % 3 == 1 ? std::vector<std::string>{"1"} : std::vector<std::string>{};
            query.types = i % 4 == 2 ? std::vector<std::string>{"BuildingPart"} : std::vector<std::string>{};
            const auto part = readWindow(*file, query);
            QVERIFY(part);
            const QString difference = compare(m, **part, query);
            QVERIFY2(difference.isEmpty(), qPrintable(difference));
            all += (*part)->objectCount();
        }
        QVERIFY2(all > 500, qPrintable(QString::number(all)));
        const auto nothing = readWindow(*file, {Box3{{0, 0, 0}, {1, 1, 1}}, {}, {}, {}});
        QVERIFY(nothing && (*nothing)->objectCount() == 0 && (*nothing)->extent.isEmpty());
    }

    void allOfEverySharedFileComesByWindow()
    {
        const QString root = sharedData(QStringLiteral("cityjson"));
        if (root.isEmpty()) {
            QSKIP("the shared data is absent");
        }
        const QTemporaryDir temporary;
        const formats::CacheFolder folder(temporary.filePath(QStringLiteral("kept")), kKey);
        int compared = 0;
        for (const char *sub : {"denhaag", "delft", "rotterdam", "zurich", "misc"}) {
            for (QDirIterator it(root + QLatin1Char('/') + QLatin1String(sub), QDir::Files); it.hasNext();) {
                const QString path = it.next();
                const auto whole = formats::isCityModel(path) ? openAndKeep(path, folder) : formats::openModel({}, {});
                const auto file = whole ? formats::openCache(path, folder) : nullptr;
                if (!file || whole->loaded.value->objectCount() > 1000) {
                    continue;
                }
                const auto part = readWindow(*file, {});
                QVERIFY2(part, qPrintable(path));
                const QString difference = compare(*whole->loaded.value, **part, {});
                QVERIFY2(difference.isEmpty(), qPrintable(path + ": " + difference));
                ++compared;
            }
        }
        QVERIFY2(compared > 40, qPrintable(QString::number(compared)));
    }

    void anObjectComesWithItsFamily()
    {
        const CacheFixture f(300);
        const auto whole = openAndKeep(f.model, f.folder);
        LOCI_VERIFY_RESULT(whole);
        const CityModel &m = *whole->loaded.value;
        const auto file = formats::openCache(f.model, f.folder);
        for (ObjectIndex o = 0; o < m.objectCount(); o += 7) {
            const auto part = readObject(*file, m.objectIds[o]);
            QVERIFY(part);
            const std::vector<ObjectIndex> family = m.withDescendants(m.rootOf(o));
            QCOMPARE((*part)->objectCount(), static_cast<std::uint32_t>(family.size()));
            const ObjectIndex made = (*part)->find(m.objectIds[o]);
            QVERIFY(made != kNone);
            QCOMPARE(Description(**part, {}).of(made), Description(m, {}).of(o));
        }
        const auto nobody = readObject(*file, "nobody");
        QVERIFY(nobody && (*nobody)->objectCount() == 0);
    }

    void onlyTheColumnsAskedFor()
    {
        const CacheFixture f(100);
        const auto whole = openAndKeep(f.model, f.folder);
        LOCI_VERIFY_RESULT(whole);
        const std::string name = whole->loaded.value->attributes.columns().front()->name();
        WindowQuery query;
        query.attributes = std::vector<std::string>{name, "no such column"};
        const auto part = readWindow(*formats::openCache(f.model, f.folder), query);
        QVERIFY(part);
        QCOMPARE((*part)->attributes.columns().size(), std::size_t(1));
        QVERIFY((*part)->attributes.find(name) != nullptr);
        QCOMPARE((*part)->attributes.find(name)->count(), whole->loaded.value->attributes.find(name)->count());
    }

    void theTreeIsKept()
    {
        const CacheFixture f(100);
        const auto whole = openAndKeep(f.model, f.folder);
        LOCI_VERIFY_RESULT(whole);
        const auto tree = readTree(*formats::openCache(f.model, f.folder));
        const ObjectIndexTree built = ObjectIndexTree::build(*whole->loaded.value);
        QVERIFY(tree);
        QCOMPARE(tree->objects(), built.objects());
        QVERIFY(tree->boxes() == built.boxes());
    }
};

LOCI_TEST_CLASS(TestModelWindow)
#include "cache_windowtest.moc"
