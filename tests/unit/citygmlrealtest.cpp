// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/mesh.h"
#include "layers/formats/modelreader.h"
#include "layers/formats/texturepath.h"
#include "tests/support/testenvironment.h"
#include "tests/support/testmain.h"
#include "tests/unit/gmltext.h"

#include <QFileInfo>
#include <cmath>
#include <map>

using namespace loci;
using namespace loci::city;
using loci::formats::readModel;

namespace {

/// Objects and thematic surfaces by type and polygons as the README counts them: by element; and different images.
struct Expected
{
    const char *file;
    const char *types;
    const char *semantics;
    std::uint32_t polygons;
    std::size_t textures;
};

constexpr Expected kModels[] = {
    {"citygml4j/invalid_building_v3.gml", "Building 1", "GroundSurface 1, RoofSurface 2, WallSurface 4", 7, 0},
    {"citygml4j/lod2_buildings_v3.gml", "Building 100", "GroundSurface 100, RoofSurface 200, WallSurface 400", 700, 0},
    {"citygml4j/lod3_building_v2.gml", "Building 1, BuildingInstallation 1",
     "Door 2, GroundSurface 1, RoofSurface 2, WallSurface 4, Window 21", 3092, 8},
    {"denhaag/DenHaag_01.gml.gz", "Building 844, BuildingPart 1653, TINRelief 1",
     "GroundSurface 1990, RoofSurface 3004, WallSurface 11215", 21804, 0},
    {"ingolstadt/4018106/4018106.xml", "Building 1, BuildingInstallation 3",
     "ClosureSurface 1, Door 1, GroundSurface 1, OuterCeilingSurface 2, OuterFloorSurface 1, RoofSurface 4, "
     "WallSurface 40, Window 32",
     385, 2},
    {"ingolstadt/4018133/4018133.xml", "Building 1, BuildingInstallation 7",
     "Door 3, GroundSurface 2, RoofSurface 4, WallSurface 31, Window 16", 130, 2},
    {"ingolstadt/4018142/4018142.xml", "Building 1", "GroundSurface 1, RoofSurface 4, WallSurface 4", 9, 1},
    {"ingolstadt/4018148/4018148.xml", "Building 1, BuildingInstallation 5",
     "Door 2, GroundSurface 1, OuterCeilingSurface 2, OuterFloorSurface 1, RoofSurface 14, WallSurface 112, Window 7",
     259, 4},
    {"ingolstadt/4018149a/4018149a.xml", "Building 1, BuildingInstallation 3",
     "Door 3, GroundSurface 1, RoofSurface 9, WallSurface 32, Window 24", 108, 1},
    {"ingolstadt/4018149b/4018149b.xml", "Building 1, BuildingInstallation 4",
     "ClosureSurface 1, GroundSurface 1, OuterCeilingSurface 1, OuterFloorSurface 1, RoofSurface 9, WallSurface 21, "
     "Window 12",
     142, 1},
    {"ingolstadt/4018152a/4018152a.xml", "Building 1, BuildingInstallation 5",
     "GroundSurface 1, OuterCeilingSurface 8, RoofSurface 6, WallSurface 38, Window 16", 1276, 4},
    {"ingolstadt/4018193/4018193.xml", "Building 1, BuildingInstallation 4",
     "Door 1, GroundSurface 1, RoofSurface 4, WallSurface 19, Window 14", 701, 2},
    {"ingolstadt/4018194/4018194.xml", "Building 1, BuildingInstallation 1",
     "GroundSurface 1, OuterCeilingSurface 5, OuterFloorSurface 5, RoofSurface 4, WallSurface 23, Window 5", 125, 3},
    {"ingolstadt/4018197/4018197.xml", "Building 1, BuildingInstallation 1",
     "GroundSurface 1, OuterCeilingSurface 3, OuterFloorSurface 1, RoofSurface 3, WallSurface 22", 238, 3},
    {"ingolstadt/4018213/4018213.xml", "Building 1", "GroundSurface 1, RoofSurface 8, WallSurface 6", 15, 1},
    {"ingolstadt/4018259/4018259.xml", "Building 1, BuildingInstallation 2",
     "Door 1, GroundSurface 1, OuterCeilingSurface 2, OuterFloorSurface 1, RoofSurface 1, WallSurface 24, Window 12",
     56, 2},
    {"libcitygml/BridgeAndBuilding.gml", "Bridge 1, Building 1, BuildingPart 1", "WallSurface 1", 2, 0},
    {"libcitygml/FZK-Haus-LoD0-KIT-IAI-KHH-B36-V1.gml", "Building 1", "", 2, 0},
    {"libcitygml/b1_lod2_cs_w_sem.gml", "Building 1", "GroundSurface 1, RoofSurface 4, WallSurface 4", 10, 0},
    {"libcitygml/b1_lod2_s.gml", "Building 1", "", 9, 0},
    {"ogc_examples/v2_Building_LOD0-EPSG25832.gml", "Building 1, TINRelief 1", "", 11, 0},
    {"ogc_examples/v2_Building_LOD1-EPSG25832.gml", "Building 1, TINRelief 1", "", 15, 0},
    {"ogc_examples/v2_Building_LOD1-LocalEngineeringCRS.gml", "Building 1, TINRelief 1", "", 15, 0},
    {"ogc_examples/v2_Building_LOD2-EPSG25832.gml", "Building 1, TINRelief 1",
     "GroundSurface 1, RoofSurface 2, WallSurface 4", 16, 0},
    {"ogc_examples/v2_Building_LOD3-EPSG25832.gml", "Building 1, TINRelief 1",
     "Door 1, GroundSurface 1, RoofSurface 2, WallSurface 4, Window 2", 33, 0},
    {"ogc_examples/v2_Building_LOD4-EPSG25832.gml", "Building 1, BuildingFurniture 1, BuildingRoom 1, TINRelief 1",
     "CeilingSurface 2, Door 2, FloorSurface 1, GroundSurface 1, InteriorWallSurface 4, RoofSurface 2, WallSurface 4, "
     "Window 4",
     1007, 0},
    {"ogc_examples/v2_Building_and_garage_LOD2-EPSG25832.gml", "Building 1, BuildingPart 1, TINRelief 1",
     "GroundSurface 2, RoofSurface 3, WallSurface 8", 25, 0},
    {"ogc_examples/v3_Building_LOD0-EPSG25832.gml", "Building 1, TINRelief 1", "RoofSurface 1", 11, 0},
    {"ogc_examples/v3_Building_LOD1-EPSG25832.gml", "Building 1, TINRelief 1", "", 15, 0},
    {"ogc_examples/v3_Building_LOD1-LocalEngineeringCRS.gml", "Building 1, TINRelief 1", "", 15, 0},
    {"ogc_examples/v3_Building_LOD2-EPSG25832.gml", "Building 1, TINRelief 1",
     "GroundSurface 1, RoofSurface 2, WallSurface 4", 16, 0},
    {"ogc_examples/v3_Building_LOD3-EPSG25832.gml", "Building 1, BuildingFurniture 1, BuildingRoom 1, TINRelief 1",
     "CeilingSurface 2, Door 2, FloorSurface 1, GroundSurface 1, InteriorWallSurface 4, RoofSurface 2, WallSurface 4, "
     "Window 4",
     1007, 0},
    {"ogc_examples/v3_Building_and_garage_LOD2-EPSG25832.gml", "Building 1, BuildingPart 1, TINRelief 1",
     "GroundSurface 2, RoofSurface 3, WallSurface 8", 25, 0},
    {"ogc_examples/v3_Dynamizer_SensorConnection_V2.gml", "Building 1, BuildingRoom 1",
     "GroundSurface 1, RoofSurface 2, WallSurface 8", 11, 0},
    {"ogc_examples/v3_Dynamizer_inline_Timeseries.gml", "Building 1", "GroundSurface 1, RoofSurface 2, WallSurface 8",
     11, 0},
    {"ogc_examples/v3_LOD2_with_several_attributes.gml", "Building 1", "GroundSurface 1, RoofSurface 2, WallSurface 8",
     11, 0},
    {"tokyo_meiji_gallery/53394517_bldg_6697_2_op_CityGML2.gml", "Building 1",
     "GroundSurface 1, RoofSurface 279, WallSurface 370", 785, 1},
    {"tokyo_meiji_gallery/53394517_bldg_6697_2_op_CityGML3.gml", "Building 1",
     "GroundSurface 1, RoofSurface 279, WallSurface 370", 785, 1},
    {"val3dity/DenHaag_1BwBP.gml", "Building 1, BuildingPart 6", "GroundSurface 6, RoofSurface 7, WallSurface 26", 39,
     0},
    {"val3dity/FZK-Haus_full.gml", "+CellSpace 24", "", 201, 0},
};

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QString listed(const std::map<QString, int> &counts)
{
    QStringList parts;
    for (const auto &[name, count] : counts) {
        parts << QStringLiteral("%1 %2").arg(name).arg(count);
    }
    parts.sort();
    return parts.join(QStringLiteral(", "));
}

std::map<QString, int> typesOf(const CityModel &m)
{
    std::map<QString, int> types;
    for (ObjectIndex o = 0; o < m.objectCount(); ++o) {
        ++types[text(m.typeOf(o))];
    }
    return types;
}

std::map<QString, int> semanticsOf(const CityModel &m, IndexRange surfaces)
{
    std::map<QString, int> counts;
    for (SurfaceIndex s = surfaces.begin; s < surfaces.end; ++s) {
        ++counts[text(m.semanticOf(s))];
    }
    return counts;
}

int texturesFound(const CityModel &m)
{
    int found = 0;
    for (const Texture &texture : m.textures) {
        const QString path = formats::texturePath(m.sourcePath, QString::fromStdString(texture.image));
        found += !path.isEmpty() && QFileInfo(path).isFile() ? 1 : 0;
    }
    return found;
}

} // namespace

class CityGmlRealTest : public QObject
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
        const QString file = test::sharedData(QStringLiteral("citygml/") + QLatin1String(wanted.file));
        if (file.isEmpty()) {
            QSKIP("shared data is absent");
        }
        const auto loaded = readModel(file);
        LOCI_VERIFY_RESULT(loaded);
        const CityModel &m = *loaded->value;
        QCOMPARE(listed(typesOf(m)), QString::fromUtf8(wanted.types));
        std::map<QString, int> semantics;
        for (const SemanticSurface &surface : m.geometry.semantics) {
            ++semantics[text(m.typeNames.at(surface.type))];
        }
        QCOMPARE(listed(semantics), QString::fromUtf8(wanted.semantics));
        QCOMPARE(m.textures.size(), wanted.textures);
        QCOMPARE(texturesFound(m), static_cast<int>(wanted.textures));
        for (const Finding &finding : loaded->findings) {
            QVERIFY2(finding.severity != Severity::Error, qPrintable(finding.code + ' ' + finding.where));
        }
        // Every polygon once, or more often only where the file itself refers to it again.
        std::uint32_t polygons = 0;
        for (const Geometry &geometry : m.geometry.geometries) {
            polygons += geometry.type == GeometryType::MultiLineString ? 0 : geometry.surfaces.size();
        }
        QVERIFY2(polygons >= wanted.polygons && polygons <= wanted.polygons + 3, qPrintable(QString::number(polygons)));
        const auto mesh = triangulate(m, {});
        LOCI_VERIFY_RESULT(mesh);
        QVERIFY(mesh->triangleCount() > 0);
        LOCI_VERIFY_RESULT(footprints(m));
    }

    void theHagueIsTheSameAsInCityJson()
    {
        const QString gmlFile = test::sharedData(QStringLiteral("citygml/denhaag/DenHaag_01.gml.gz"));
        const QString jsonFile = test::sharedData(QStringLiteral("cityjson/denhaag/denhaag_v11.city.json"));
        if (gmlFile.isEmpty() || jsonFile.isEmpty()) {
            QSKIP("shared data is absent");
        }
        const auto gml = readModel(gmlFile), json = readModel(jsonFile);
        LOCI_VERIFY_RESULT(gml);
        LOCI_VERIFY_RESULT(json);
        const CityModel &a = *gml->value, &b = *json->value;
        QCOMPARE(a.format, QStringLiteral("CityGML"));
        QCOMPARE(a.version, QStringLiteral("1.0"));
        QCOMPARE(a.crs.value(), 28992);
        QCOMPARE(listed(typesOf(a)), listed(typesOf(b)));
        int compared = 0;
        for (ObjectIndex o = 0; o < b.objectCount(); ++o) {
            const ObjectIndex mine = a.find(b.objectIds[o]);
            QVERIFY2(mine != kNone, b.objectIds[o].c_str());
            QCOMPARE(a.typeOf(mine), b.typeOf(o));
            QCOMPARE(a.objectParent[mine] == kNone ? std::string() : a.objectIds[a.objectParent[mine]],
                     b.objectParent[o] == kNone ? std::string() : b.objectIds[b.objectParent[o]]);
            QCOMPARE(a.childrenOf(mine).size(), b.childrenOf(o).size());
            for (const char *name : {"RelativeEavesHeight", "RelativeRidgeHeight", "AbsoluteEavesHeight",
                                     "AbsoluteRidgeHeight", "roofType"}) {
                QCOMPARE(a.attributes.find(name)->json(mine), b.attributes.find(name)->json(o));
            }
            QCOMPARE(a.objectGeometries[mine].size(), b.objectGeometries[o].size());
            if (b.objectGeometries[o].isEmpty()) {
                continue;
            }
            const Geometry &mineShape = a.geometry.geometries[a.objectGeometries[mine].begin];
            const Geometry &shape = b.geometry.geometries[b.objectGeometries[o].begin];
            QCOMPARE(mineShape.type, shape.type);
            QCOMPARE(a.lodNames.at(mineShape.lod), b.lodNames.at(shape.lod));
            QCOMPARE(mineShape.surfaces.size(), shape.surfaces.size());
            QCOMPARE(semanticsOf(a, mineShape.surfaces), semanticsOf(b, shape.surfaces));
            const Box3 mineBox = a.boundsOf(mine), box = b.boundsOf(o);
            QVERIFY(std::abs(mineBox.min.x - box.min.x) < 0.0011 && std::abs(mineBox.max.y - box.max.y) < 0.0011 &&
                    std::abs(mineBox.max.z - box.max.z) < 0.0011);
            ++compared;
        }
        QCOMPARE(compared, 1991);
        QCOMPARE(a.geometry.surfaceCount(), b.geometry.surfaceCount());
        const auto mine = footprints(a), theirs = footprints(b);
        QCOMPARE(mine->size(), theirs->size());
    }

    void theTwoVersionsOfTheGalleryAreTheSame()
    {
        const QString folder = test::sharedData(QStringLiteral("citygml/tokyo_meiji_gallery"));
        if (folder.isEmpty()) {
            QSKIP("shared data is absent");
        }
        const auto two = readModel(folder + QStringLiteral("/53394517_bldg_6697_2_op_CityGML2.gml"));
        const auto three = readModel(folder + QStringLiteral("/53394517_bldg_6697_2_op_CityGML3.gml"));
        LOCI_VERIFY_RESULT(two);
        LOCI_VERIFY_RESULT(three);
        for (const CityModel *m : {two->value.get(), three->value.get()}) {
            QCOMPARE(m->crs.value(), 6691); // JGD2011 / UTM zone 54N
            QVERIFY(m->metadata.find("6697") != std::string::npos);
            // The file's own envelope is larger than the building, which is 120 m by 64 m.
            QVERIFY(m->extent.min.x > 383890 && m->extent.max.x < 384020);
            QVERIFY(m->extent.min.y > 3949040 && m->extent.max.y < 3949120);
            QVERIFY(m->extent.max.x - m->extent.min.x < 200 && m->extent.max.z < 80);
            QVERIFY(m->attributes.find("measuredHeight") != nullptr);
            QCOMPARE(*m->attributes.find("measuredHeight")->number(0), 31.7);
            QCOMPARE(m->attributes.find("建物ID")->value(0).toString(), QStringLiteral("13104-bldg-53"));
            const std::string details = m->attributes.find("uro:buildingDetails")->json(0);
            QVERIFY2(details.find("\"uro:city\":\"13104\",\"uro:city_text\":\"東京都新宿区\"") != std::string::npos,
                     details.c_str());
            QVERIFY(details.find("\"uro:buildingRoofEdgeArea\":2513.8552") != std::string::npos);
            QCOMPARE(m->attributes.find("uro:extendedAttribute")->kind(), AttributeColumn::Kind::Json);
            QCOMPARE(m->geometry.textureThemes.size(), std::size_t(1));
            QCOMPARE(m->geometry.textureThemes[0].name, std::string("rgbTexture"));
            const auto textured = std::count_if(m->geometry.textureThemes[0].ringTexture.begin(),
                                                m->geometry.textureThemes[0].ringTexture.end(),
                                                [](std::uint32_t t) { return t != kNone; });
            QVERIFY2(textured > 500, qPrintable(QString::number(textured)));
        }
        QCOMPARE(two->value->extent, three->value->extent);
    }

    void windowsBelongToTheirWalls()
    {
        const QString file = test::sharedData(QStringLiteral("citygml/ingolstadt/4018106/4018106.xml"));
        if (file.isEmpty()) {
            QSKIP("shared data is absent");
        }
        const auto loaded = readModel(file);
        LOCI_VERIFY_RESULT(loaded);
        const CityModel &m = *loaded->value;
        int windows = 0;
        for (const SemanticSurface &surface : m.geometry.semantics) {
            if (m.typeNames.at(surface.type) == "Window") {
                QVERIFY(surface.parent != kNone);
                QCOMPARE(m.typeNames.at(m.geometry.semantics[surface.parent].type), std::string_view("WallSurface"));
                ++windows;
            }
        }
        QCOMPARE(windows, 32);
        QCOMPARE(m.materials.size(), std::size_t(3)); // two of five are for back sides
        QCOMPARE(m.crs.value(), 32632);
        const std::uint32_t used = static_cast<std::uint32_t>(
            std::count_if(m.geometry.textureThemes[0].ringTexture.begin(),
                          m.geometry.textureThemes[0].ringTexture.end(), [](std::uint32_t t) { return t != kNone; }));
        QCOMPARE(used, 261U); // one for each textureCoordinates of the file
    }

    void namesWhatIsNotCarried()
    {
        const QString file =
            test::sharedData(QStringLiteral("citygml/ogc_examples/v3_Dynamizer_inline_Timeseries.gml"));
        if (file.isEmpty()) {
            QSKIP("shared data is absent");
        }
        const auto loaded = readModel(file);
        LOCI_VERIFY_RESULT(loaded);
        QVERIFY(test::codesOf(loaded->findings, Severity::Info).contains(QStringLiteral("not_carried")));
        QCOMPARE(loaded->value->crs.value(), 31468); // urn:adv:crs:DE_DHDN_3GK4*DE_DHHN92_NH
        QCOMPARE(loaded->value->version, QStringLiteral("3.0"));
        const auto &semantics = loaded->value->geometry.semantics;
        QVERIFY(std::any_of(semantics.begin(), semantics.end(), [](const SemanticSurface &surface) {
            return std::string_view(surface.attributes).find("\"diffuse_irradiation\":1454.63") !=
                   std::string_view::npos;
        }));
    }
};

LOCI_TEST_CLASS(CityGmlRealTest)

#include "citygmlrealtest.moc"
