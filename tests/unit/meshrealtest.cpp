// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/mesh.h"
#include "tests/support/testenvironment.h"
#include "tests/support/testmain.h"
#include "tests/unit/meshfixtures.h"

#include <QTest>
#include <map>

using namespace loci;
using namespace loci::city;

namespace {

QString listed(const std::map<QString, int> &counts)
{
    QStringList parts;
    for (const auto &[name, count] : counts) {
        parts << QStringLiteral("%1 %2").arg(name).arg(count);
    }
    return parts.join(QStringLiteral(", "));
}

QString typesOf(const CityModel &model)
{
    std::map<QString, int> types;
    for (ObjectIndex o = 0; o < model.objectCount(); ++o) {
        const std::string_view type = model.typeOf(o);
        ++types[QString::fromUtf8(type.data(), static_cast<qsizetype>(type.size()))];
    }
    return listed(types);
}

double heightOf(const Box3 &box)
{
    return box.max.z - box.min.z;
}

} // namespace

/// The tilesets, point clouds and IFC files of the shared data. Counts were taken from the JSON of the files by hand.
class MeshRealTest : public QObject
{
    Q_OBJECT

private slots:
    void models_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("types");
        QTest::addColumn<int>("surfaces");
        QTest::addColumn<int>("epsg");
        QTest::addColumn<QStringList>("codes");
        const auto row = [](const char *file, const char *format, const char *types, int surfaces, int epsg,
                            const QStringList &codes) {
            QTest::newRow(file) << QStringLiteral("%1").arg(file) << QStringLiteral("%1").arg(format)
                                << QStringLiteral("%1").arg(types) << surfaces << epsg << codes;
        };
        const QStringList local{"no_crs"}, earth{"crs_derived"};
        row("3dtiles/1.0/TilesetWithDiscreteLOD/tileset.json", "3D Tiles 1.0", "GenericCityObject 1", 14782, 32618,
            {"coarser_level", "crs_derived", "missing_content"});
        row("3dtiles/1.0/TilesetWithDiscreteLOD/dragon_low.b3dm", "3D Tiles 1.0", "GenericCityObject 1", 2312, 0,
            local);
        row("3dtiles/1.0/TilesetWithRequestVolume/tileset.json", "3D Tiles 1.0", "GenericCityObject 42",
            66094 + 480 + 125000, 32618, earth);
        row("3dtiles/1.0/TilesetWithRequestVolume/city/tileset.json", "3D Tiles 1.0", "GenericCityObject 40", 480,
            32618, earth);
        row("3dtiles/1.0/TilesetWithRequestVolume/points.pnts", "3D Tiles 1.0", "GenericCityObject 1", 125000, 0,
            local);
        row("3dtiles/1.1/SparseImplicitQuadtree/tileset.json", "3D Tiles 1.1", "GenericCityObject 32", 64, 0, local);
        row("3dtiles/glTF/EXT_mesh_features/FeatureIdAttribute/tileset.json", "3D Tiles 1.1", "GenericCityObject 4", 8,
            0, local);
        row("3dtiles/glTF/EXT_mesh_features/FeatureIdAttribute/FeatureIdAttribute.gltf", "glTF 2.0",
            "GenericCityObject 4", 8, 0, local);
        row("3dtiles/glTF/EXT_structural_metadata/SharedPropertyTable/tileset.json", "3D Tiles 1.1",
            "GenericCityObject 4", 16, 0, local);
        row("pointcloud/laspy_simple.las", "LAS 1.2", "GenericCityObject 2", 1065, 0, local);
        row("pointcloud/laspy_extrabytes.las", "LAS 1.4", "GenericCityObject 2", 1065, 0, local);
        row("pointcloud/laspy_simple1_4.las", "LAS 1.4", "GenericCityObject 1", 22600, 4326, {});
        const QStringList ifc{"ifc_shells", "no_crs"};
        row("ifc/SimpleWall.ifc", "IFC IFC2X3",
            "Building 1, BuildingConstructiveElement 2, BuildingStorey 1, GenericCityObject 1", 40, 0, ifc);
        row("ifc/TallBuilding.ifc", "IFC IFC2X3",
            "Building 1, BuildingConstructiveElement 56, BuildingRoom 3, BuildingStorey 5, GenericCityObject 1", -1, 0,
            ifc);
    }

    void models()
    {
        QFETCH(QString, file);
        const QString path = test::sharedData(file);
        if (path.isEmpty()) {
            QSKIP("shared data is absent");
        }
        const auto loaded = formats::readModel(path);
        LOCI_VERIFY_RESULT(loaded);
        const CityModel &model = *loaded->value;
        QTEST(model.format + QLatin1Char(' ') + model.version, "format");
        QTEST(typesOf(model), "types");
        QFETCH(int, surfaces);
        if (surfaces >= 0) {
            QCOMPARE(static_cast<int>(model.geometry.surfaceCount()), surfaces);
        }
        QTEST(model.crs.value(), "epsg");
        QTEST(test::codesOf(loaded->findings), "codes");
        LOCI_VERIFY_RESULT(triangulate(model, {}));
    }

    void boundingBoxesAreWhatTheirNamesSay()
    {
        const QString folder = test::sharedData(QStringLiteral("3dtiles/1.1/BoundingBoxTests"));
        if (folder.isEmpty()) {
            QSKIP("shared data is absent");
        }
        const QStringList names = QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        QCOMPARE(names.size(), 6);
        for (const QString &name : names) {
            const auto loaded = formats::readModel(folder + QLatin1Char('/') + name + QStringLiteral("/tileset.json"));
            LOCI_VERIFY_RESULT(loaded);
            const QStringList low = name.section(QLatin1Char('-'), 0, 0).split(QLatin1Char('_'));
            const QStringList high = name.section(QLatin1Char('-'), 1, 1).split(QLatin1Char('_'));
            const Box3 &box = loaded->value->extent;
            const std::array<double, 6> found{box.min.x, box.min.y, box.min.z, box.max.x, box.max.y, box.max.z};
            for (qsizetype axis = 0; axis < 3; ++axis) {
                QVERIFY2(std::abs(found[static_cast<std::size_t>(axis)] - low[axis].toDouble()) < 1e-5,
                         qPrintable(name));
                QVERIFY2(std::abs(found[static_cast<std::size_t>(axis + 3)] - high[axis].toDouble()) < 1e-5,
                         qPrintable(name));
            }
            QCOMPARE(loaded->value->geometry.surfaceCount(), 12U);
        }
    }

    void batchTableHoldsTheHeightsOfTheBuildings()
    {
        const QString path = test::sharedData(QStringLiteral("3dtiles/1.0/TilesetWithRequestVolume/city/tileset.json"));
        if (path.isEmpty()) {
            QSKIP("shared data is absent");
        }
        const auto loaded = formats::readModel(path);
        LOCI_VERIFY_RESULT(loaded);
        const CityModel &model = *loaded->value;
        const ObjectIndex first = model.find("ll.b3dm#0");
        QVERIFY(first != kNone);
        QCOMPARE(test::attribute(model, "id", first), QVariant(0));
        QCOMPARE(test::attribute(model, "Longitude", first).toDouble(), -1.3197004795898053);
        for (ObjectIndex o = 0; o < model.objectCount(); ++o) {
            const double stated = test::attribute(model, "Height", o).toDouble();
            const double drawn = heightOf(model.boundsOf(o));
            QVERIFY2(std::abs(stated - drawn) < 0.05,
                     qPrintable(QStringLiteral("%1: %2 %3").arg(model.idOf(o)).arg(stated).arg(drawn)));
        }
        const Vec3 centre = model.extent.centre();
        QVERIFY2(std::abs(centre.x - 448000) < 2000 && std::abs(centre.y - 4431500) < 2500,
                 qPrintable(QStringLiteral("%1 %2").arg(centre.x, 0, 'f', 1).arg(centre.y, 0, 'f', 1)));
        QVERIFY(std::abs(model.extent.min.z) < 1);
    }

    void propertyTableBecomesAttributes()
    {
        const QString path = test::sharedData(
            QStringLiteral("3dtiles/glTF/EXT_structural_metadata/SharedPropertyTable/SharedPropertyTable.gltf"));
        if (path.isEmpty()) {
            QSKIP("shared data is absent");
        }
        const auto loaded = formats::readModel(path);
        LOCI_VERIFY_RESULT(loaded);
        const CityModel &model = *loaded->value;
        QCOMPARE(model.objectCount(), 4U);
        QCOMPARE(test::attribute(model, "example_VEC3_FLOAT32", 0).toString(), QStringLiteral("[0,0.1,0.2]"));
        QCOMPARE(test::attribute(model, "example_VEC3_FLOAT32", 3).toString(), QStringLiteral("[3,3.1,3.2]"));
        QCOMPARE(model.materials.size(), std::size_t{2});
    }

    void ifcKeepsItsTreeAndItsSizes()
    {
        const QString path = test::sharedData(QStringLiteral("ifc/SimpleWall.ifc"));
        if (path.isEmpty()) {
            QSKIP("shared data is absent");
        }
        const auto loaded = formats::readModel(path);
        LOCI_VERIFY_RESULT(loaded);
        const CityModel &model = *loaded->value;
        const ObjectIndex wall = model.find("1F6umJ5H50aeL3A1As_wTm"), door = model.find("1F6umJ5H50aeL3A1As_wUF");
        QVERIFY(wall != kNone && door != kNone);
        QCOMPARE(model.typeOf(model.rootOf(wall)), std::string_view("Building"));
        QCOMPARE(test::attribute(model, "ifcClass", wall).toString(), QStringLiteral("IfcWallStandardCase"));
        QCOMPARE(test::attribute(model, "Area", wall).toDouble(), 14.0474);
        QCOMPARE(model.semanticOf(model.geometry.geometries[model.objectGeometries[door].begin].surfaces.begin),
                 std::string_view("Door"));
        QCOMPARE(test::attribute(model, "HeadHeight", door).toInt(), 2134);
        QVERIFY(std::abs(heightOf(model.boundsOf(door)) - 2.134) < 0.2); // metres, and z is up
    }

    void compressedPointsAreRefusedInOneSentence()
    {
        const QString folder = test::sharedData(QStringLiteral("pointcloud"));
        if (folder.isEmpty()) {
            QSKIP("shared data is absent");
        }
        for (const QString &name : QStringList{"laspy_simple.laz", "laspy_autzen_trim.laz", "laspy_simple.copc.laz",
                                               "munich_buildings/DEBY_LOD2_4903124.laz"}) {
            const auto loaded = formats::readModel(folder + QLatin1Char('/') + name);
            QVERIFY(!loaded.has_value());
            QCOMPARE(loaded.error().code, ErrorCode::Unsupported);
            QVERIFY(loaded.error().message.contains(QStringLiteral("not supported here")));
        }
    }
};

LOCI_TEST_CLASS(MeshRealTest)
#include "meshrealtest.moc"
