// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/base/canceltoken.h"
#include "layers/domain/city/mesh.h"
#include "layers/formats/modelreader.h"
#include "tests/support/testenvironment.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTest>
#include <map>

using namespace loci;
using namespace loci::city;
using loci::formats::readModel;

namespace {

/// What the README of the shared data says of each model.
struct Expected
{
    const char *file;
    std::uint32_t objects;
    const char *types;
    std::size_t geometries;
    const char *geometryTypes;
    const char *semantics;
    std::uint32_t vertices;
    int materials, textures, templates; ///< -1: not counted there
};

constexpr Expected kModels[] = {
    {"denhaag/denhaag_v11.city.json", 2498, "Building 844, BuildingPart 1653, TINRelief 1", 1991,
     "CompositeSurface 1, Solid 1990", "GroundSurface 1990, RoofSurface 3004, WallSurface 11215", 22997, 5970, 0, 0},
    {"denhaag/DenHaag_01_v08_legacy.json", 2498, "Building 844, BuildingPart 1653, TINRelief 1", 1991,
     "CompositeSurface 1, Solid 1990", "GroundSurface 1990, RoofSurface 3004, WallSurface 11215", 22997, 5970, 0, 0},
    {"denhaag/DH_01_subs_v11.city.json", 12, "Building 4, BuildingPart 8", 9, "Solid 9",
     "GroundSurface 9, RoofSurface 13, WallSurface 48", 92, 27, 0, 0},
    {"denhaag/denhaag_random_5.city.jsonl", 17, "Building 5, BuildingPart 12", 14, "Solid 14",
     "GroundSurface 14, RoofSurface 25, WallSurface 78", 148, -1, -1, 0},
    {"delft/tudelft_campus_v11.city.json", 862, "Building 432, BuildingPart 430", 430, "Solid 430",
     "GroundSurface 430, RoofSurface 430, WallSurface 860", 39701, 0, 0, 0},
    {"delft/delft_v20.city.json", 570,
     "Bridge 3, Building 160, GenericCityObject 54, LandUse 81, PlantCover 126, Road 143, WaterBody 3", 570,
     "MultiSurface 410, Solid 160", "", 18262, 0, 0, 0},
    {"delft/delft_1b.city.json", 1, "Building 1", 1, "Solid 1", "", 154, 0, 0, 0},
    {"delft/3dbag_tile5908_99bldg_multilod.city.jsonl", 199, "Building 99, BuildingPart 100", 399,
     "MultiSurface 99, Solid 300", "GroundSurface 300, RoofSurface 300, WallSurface 600", 39991, -1, -1, 0},
    {"delft/delft_subset.city.jsonl", 20, "Building 10, BuildingPart 10", 40, "MultiSurface 10, Solid 30",
     "GroundSurface 30, RoofSurface 30, WallSurface 60", 331, -1, -1, 0},
    {"delft/3dbag_b2.city.jsonl", 4, "Building 2, BuildingPart 2", 2, "Solid 2",
     "GroundSurface 2, RoofSurface 2, WallSurface 4", 127, -1, -1, 0},
    {"rotterdam/3-20-DELFSHAVEN.city.json", 853, "Building 853", 853, "MultiSurface 853",
     "GroundSurface 853, RoofSurface 853, WallSurface 853", 22246, 0, 148, 0},
    {"rotterdam/rotterdam_subset.city.json", 16, "Building 16", 16, "MultiSurface 16",
     "GroundSurface 16, RoofSurface 16, WallSurface 16", 383, 0, 74, 0},
    {"rotterdam/rotterdam_one.city.json", 1, "Building 1", 1, "MultiSurface 1",
     "GroundSurface 1, RoofSurface 1, WallSurface 1", 25, 0, 6, 0},
    {"zurich/zurich_subset_lod2.city.json", 210, "Building 49, BuildingPart 161", 161, "MultiSurface 161",
     "GroundSurface 54, RoofSurface 644, WallSurface 1340", 3670, 0, 0, 0},
    {"misc/building_with_innerring.city.json", 1, "Building 1", 1, "MultiSurface 1",
     "GroundSurface 1, RoofSurface 1, WallSurface 1", 188, 0, 0, 0},
    {"misc/cjio_composite_solid_with_material.json", 1, "+GenericCityObject 1", 1, "CompositeSolid 1", "", 12, 0, 0, 0},
    {"misc/cjio_cube.json", 1, "Building 1", 1, "Solid 1", "", 8, 0, 0, 0},
    {"misc/cjio_dummy.json", 2, "Building 1, SolitaryVegetationObject 1", 3, "GeometryInstance 1, Solid 2", "", 7, 3, 3,
     2},
    {"misc/cjio_dummy_noappearance.json", 1, "Building 1", 2, "Solid 2", "", 7, 0, 0, 2},
    {"misc/cjio_minimal.json", 0, "", 0, "", "", 0, 0, 0, 0},
    {"misc/cjio_multisurface_with_material.json", 1, "CityFurniture 1", 1, "MultiSurface 1", "", 285, 5, 0, 0},
    {"misc/cjio_rectangle.json", 1, "Building 1", 1, "MultiSurface 1", "", 4, 0, 0, 0},
    {"misc/cjval_cjfeat1.json", 1, "Building 1", 1, "Solid 1", "", 8, 0, 0, 0},
    {"misc/cjval_cube.city.json", 1, "+GenericCityObject 1", 1, "Solid 1", "", 8, 0, 0, 0},
    {"misc/cjval_cube_20.jsonl", 5, "Building 3, GenericCityObject 1, GnericCityObject 1", 5, "Solid 5", "", 42, -1, -1,
     0},
    {"misc/cjval_material3.city.json", 1, "Building 1", 1, "Solid 1", "", 8, 2, 0, 0},
    {"misc/cjval_texture5.city.json", 1, "Building 1", 1, "Solid 1", "", 46, 0, 1, 0},
    {"misc/cjval_texture7.city.json", 1, "GenericCityObject 1", 1, "MultiSurface 1", "", 8, 0, 1, 0},
    {"misc/geom_temp.city.jsonl", 18, "Bridge 1, CityObjectGroup 1, GenericCityObject 1, SolitaryVegetationObject 15",
     17, "GeometryInstance 15, MultiSurface 2", "", 136, -1, -1, 3},
    {"misc/japanese.city.json", 4, "Building 2, BuildingInstallation 2", 8, "MultiSurface 4, Solid 4",
     "GroundSurface 2, RoofSurface 16, WallSurface 25", 276, 0, 0, 0},
    {"misc/lod2_buildings_100_seq.city.jsonl", 100, "Building 100", 100, "Solid 100",
     "GroundSurface 100, RoofSurface 200, WallSurface 400", 1000, -1, -1, 0},
    {"misc/lod2_buildings_100_v20.city.json", 100, "Building 100", 100, "Solid 100",
     "GroundSurface 100, RoofSurface 200, WallSurface 400", 1000, 0, 0, 0},
    {"misc/mt_two_textured_buildings_v10.city.json", 2, "Building 2", 2, "MultiSurface 2",
     "GroundSurface 2, RoofSurface 2, WallSurface 2", 26, 2, 8, 0},
    {"misc/multi_lod.city.json", 10, "Building 10", 30, "Solid 30", "GroundSurface 10, RoofSurface 10, WallSurface 15",
     319, 0, 0, 0},
    {"misc/noise_data.city.json", 5, "+NoiseCityFurnitureSegment 2, Building 2, CityFurniture 1", 6,
     "MultiLineString 2, Solid 4", "", 16, 0, 0, 0},
    {"misc/noise_extension.city.jsonl", 5, "+NoiseCityFurnitureSegment 2, Building 2, CityFurniture 1", 6,
     "MultiLineString 2, Solid 4", "", 33, -1, -1, 0},
    {"misc/railway_appearance.city.jsonl", 2, "Bridge 1, CityFurniture 1", 2, "MultiSurface 2", "", 188, -1, -1, 3},
    {"misc/twobuildings_v20.city.json", 2, "Building 2", 2, "MultiSurface 2",
     "GroundSurface 2, RoofSurface 2, WallSurface 2", 255, 0, 0, 0},
    {"misc/val3dity_csol.json", 1, "GenericCityObject 1", 1, "CompositeSolid 1", "", 16, 0, 0, 0},
    {"misc/val3dity_cube_v10.city.json", 1, "GenericCityObject 1", 1, "Solid 1", "", 8, 0, 0, 0},
    {"misc/val3dity_cube_v11.city.json", 1, "+GenericCityObject 1", 1, "Solid 1", "", 8, 0, 0, 0},
    {"misc/val3dity_geomtemplate_1.json", 1, "SolitaryVegetationObject 1", 1, "GeometryInstance 1", "", 1, 0, 0, 1},
    {"misc/val3dity_geomtemplate_2.json", 1, "SolitaryVegetationObject 1", 1, "GeometryInstance 1", "", 1, 0, 0, 1},
    {"misc/val3dity_msol.json", 1, "GenericCityObject 1", 1, "MultiSolid 1", "", 16, 0, 0, 0},
    {"misc/val3dity_several_lods_valid.json", 2, "Building 1, BuildingPart 1", 4, "MultiSurface 1, Solid 3",
     "GroundSurface 3, RoofSurface 3, WallSurface 6", 189, 0, 0, 0},
    {"misc/val3dity_torus.city.json", 1, "+GenericCityObject 1", 1, "Solid 1", "", 14, 0, 0, 0},
};

QString listed(const std::map<QString, int> &counts)
{
    QStringList parts;
    for (const auto &[name, count] : counts) {
        parts << QStringLiteral("%1 %2").arg(name).arg(count);
    }
    parts.sort();
    return parts.join(QStringLiteral(", "));
}

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

} // namespace

class CityJsonRealTest : public QObject
{
    Q_OBJECT

private slots:
    void countsAreThoseOfTheReadme_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < static_cast<int>(std::size(kModels)); ++i) {
            QTest::newRow(kModels[i].file) << i;
        }
    }

    void countsAreThoseOfTheReadme()
    {
        QFETCH(int, index);
        const Expected &wanted = kModels[index];
        const QString file = test::sharedData(QStringLiteral("cityjson/") + QLatin1String(wanted.file));
        if (file.isEmpty()) {
            QSKIP("shared data is absent");
        }
        const auto loaded = readModel(file);
        LOCI_VERIFY_RESULT(loaded);
        const CityModel &m = *loaded->value;
        QCOMPARE(m.objectCount(), wanted.objects);
        std::map<QString, int> types, geometryTypes, semantics;
        for (ObjectIndex o = 0; o < m.objectCount(); ++o) {
            ++types[text(m.typeOf(o))];
        }
        for (const Geometry &geometry : m.geometry.geometries) {
            ++geometryTypes[text(geometryTypeName(geometry.type))];
        }
        for (const SemanticSurface &surface : m.geometry.semantics) {
            ++semantics[text(m.typeNames.at(surface.type))];
        }
        QCOMPARE(listed(types), QString::fromUtf8(wanted.types));
        QCOMPARE(m.geometry.geometries.size(), wanted.geometries);
        QCOMPARE(listed(geometryTypes), QString::fromUtf8(wanted.geometryTypes));
        QCOMPARE(listed(semantics), QString::fromUtf8(wanted.semantics));
        QCOMPARE(m.vertices.size(), wanted.vertices);
        if (wanted.materials >= 0) {
            QCOMPARE(static_cast<int>(m.materials.size()), wanted.materials);
            QCOMPARE(static_cast<int>(m.textures.size()), wanted.textures);
        }
        if (wanted.templates > 0) {
            QCOMPARE(static_cast<int>(m.templates.geometries.size()), wanted.templates);
        }
        for (const Finding &finding : loaded->findings) {
            qInfo("%s %s: %s", qPrintable(finding.code), qPrintable(finding.object), qPrintable(finding.message));
        }
    }

    void drawsEveryModel_data() { countsAreThoseOfTheReadme_data(); }

    void drawsEveryModel()
    {
        QFETCH(int, index);
        const QString file = test::sharedData(QStringLiteral("cityjson/") + QLatin1String(kModels[index].file));
        if (file.isEmpty()) {
            QSKIP("shared data is absent");
        }
        const auto loaded = readModel(file);
        LOCI_VERIFY_RESULT(loaded);
        const auto mesh = triangulate(*loaded->value, {});
        LOCI_VERIFY_RESULT(mesh);
        QCOMPARE(mesh->triangles.size(), 3 * mesh->triangleCount());
        for (const std::uint32_t corner : mesh->triangles) {
            QVERIFY(corner < mesh->positions.size() / 3);
        }
        LOCI_VERIFY_RESULT(footprints(*loaded->value));
    }

    void knowsTheHague()
    {
        const QString file = test::sharedData(QStringLiteral("cityjson/denhaag/denhaag_v11.city.json"));
        if (file.isEmpty()) {
            QSKIP("shared data is absent");
        }
        const auto loaded = readModel(file);
        LOCI_VERIFY_RESULT(loaded);
        const CityModel &m = *loaded->value;
        QCOMPARE(m.crs.value(), 7415);
        QCOMPARE(m.version, QStringLiteral("1.1"));
        const ObjectIndex part = m.find("GUID_DBDABF53-7DD5-4C2F-BE7F-51F29A0CBA16_1");
        QVERIFY(part != kNone);
        QCOMPARE(m.objectIds[m.rootOf(part)], std::string("GUID_DBDABF53-7DD5-4C2F-BE7F-51F29A0CBA16"));
        QCOMPARE(*m.attributes.find("RelativeEavesHeight")->number(part), 3.133);
        QCOMPARE(m.attributes.find("roofType")->value(part).toString(), QStringLiteral("1000"));
        const Geometry &solid = m.geometry.geometries[m.objectGeometries[part].begin];
        QCOMPARE(solid.surfaces.size(), 6U);
        QCOMPARE(m.semanticOf(solid.surfaces.begin + 4), std::string_view("RoofSurface"));
        QCOMPARE(m.geometry.materialThemes.size(), std::size_t(1));
        QCOMPARE(m.geometry.materialThemes[0].surface[solid.surfaces.begin + 4], 2314U);
        QVERIFY(std::abs(m.extent.min.x - 78248.66) < 1e-6);
        QVERIFY(std::abs(m.extent.max.z - 37.481) < 1e-6);
        const auto outlines = footprints(m);
        LOCI_VERIFY_RESULT(outlines);
        QCOMPARE(outlines->size(), std::size_t(844));
    }

    void readsEqualModelFromFileAndSequence()
    {
        const QString whole = test::sharedData(QStringLiteral("cityjson/misc/lod2_buildings_100_v20.city.json"));
        const QString sequence = test::sharedData(QStringLiteral("cityjson/misc/lod2_buildings_100_seq.city.jsonl"));
        if (whole.isEmpty()) {
            QSKIP("shared data is absent");
        }
        const auto a = readModel(whole), b = readModel(sequence);
        LOCI_VERIFY_RESULT(a);
        LOCI_VERIFY_RESULT(b);
        QCOMPARE(b->value->format, QStringLiteral("CityJSONSeq"));
        QCOMPARE(a->value->geometry.surfaceCount(), b->value->geometry.surfaceCount());
        const auto meshA = triangulate(*a->value, {}), meshB = triangulate(*b->value, {});
        QCOMPARE(meshA->triangleCount(), meshB->triangleCount());
    }

    void everyConformanceFileIsReadWithoutErrors()
    {
        const QString folder = test::sharedData(QStringLiteral("cityjson/conformance"));
        if (folder.isEmpty()) {
            QSKIP("shared data is absent");
        }
        const QStringList files = QDir(folder).entryList(QDir::Files);
        QCOMPARE(files.size(), 24);
        for (const QString &name : files) {
            const auto loaded = readModel(folder + QLatin1Char('/') + name);
            LOCI_VERIFY_RESULT(loaded);
            for (const Finding &finding : loaded->findings) {
                if (finding.severity == Severity::Error) {
                    qInfo("%s: %s %s: %s", qPrintable(name), qPrintable(finding.code), qPrintable(finding.object),
                          qPrintable(finding.message));
                }
            }
        }
    }

    void invalidFilesGiveTheirCode_data()
    {
        QTest::addColumn<QString>("code");
        QTest::newRow("cjval_material2.city.json") << "materials";
        QTest::newRow("cjval_sem.json") << "semantics_arrays";
        QTest::newRow("cjval_o4.json") << "wrong_vertex_index";
        QTest::newRow("cjval_texture1.city.json") << "textures";
        QTest::newRow("cjval_texture6.city.json") << "textures";
        QTest::newRow("corpus_invalid_out_of_range_vertex_index.json") << "wrong_vertex_index";
        QTest::newRow("corpus_invalid_cityjsonfeature_root_id_unresolved.city.jsonl") << "schema";
        QTest::newRow("specs_invalid.json") << "parents_children_consistency";
        QTest::newRow("specs_invalid3.json") << "schema";
        QTest::newRow("val3dity_invalid_schema_cityjson_2.json") << "wrong_vertex_index";
        QTest::newRow("val3dity_notransform.city.jsonl") << "schema";
        QTest::newRow("val3dity_unclosedbracket.city.jsonl") << "json_syntax";
        QTest::newRow("duckdb_unknown_crs.city.json") << "missing_crs";
        QTest::newRow("cjval_o2.json") << "extra_root_properties";
    }

    void invalidFilesGiveTheirCode()
    {
        QFETCH(QString, code);
        const QString file =
            test::sharedData(QStringLiteral("cityjson/invalid/") + QString::fromUtf8(QTest::currentDataTag()));
        if (file.isEmpty()) {
            QSKIP("shared data is absent");
        }
        const auto loaded = readModel(file);
        LOCI_VERIFY_RESULT(loaded);
        QStringList codes;
        for (const Finding &finding : loaded->findings) {
            codes << finding.code;
        }
        QVERIFY2(codes.contains(code), qPrintable(codes.join(QLatin1Char(' '))));
    }
};

LOCI_TEST_CLASS(CityJsonRealTest)
#include "cityjsonrealtest.moc"
