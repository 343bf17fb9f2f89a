// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/unit/gmltext.h"

#include <QFile>
#include <QTemporaryDir>
#include <cmath>

using namespace loci;
using namespace loci::city;
using namespace loci::test;

namespace {

Vec3 cornerOf(const CityModel &m, SurfaceIndex s, std::uint32_t corner)
{
    return m.vertices.at(m.geometry.ring(m.geometry.rings(s).begin)[corner]);
}

std::string semanticName(const CityModel &m, std::size_t number)
{
    return std::string(m.typeNames.at(m.geometry.semantics[number].type));
}

const QByteArray kWindow = "691002 5336000 8 691004 5336000 8 691004 5336000 10 691002 5336000 10 691002 5336000 8";

} // namespace

class CityGmlFeaturesTest : public QObject
{
    Q_OBJECT

private slots:
    void aSolidTakesItsFacesFromTheThematicSurfaces()
    {
        const auto loaded = readGml(gmlDocument(gmlHouse()));
        LOCI_VERIFY_RESULT(loaded);
        const CityModel &m = *loaded->value;
        QCOMPARE(codesOf(loaded->findings), QStringList());
        QCOMPARE(m.geometry.geometries.size(), std::size_t(1)); // counted once
        QCOMPARE(m.geometry.geometries[0].type, GeometryType::Solid);
        QCOMPARE(m.geometry.surfaceCount(), 6U);
        QCOMPARE(m.vertices.size(), 8U);
        QCOMPARE(m.semanticOf(0), std::string_view("GroundSurface"));
        QCOMPARE(m.semanticOf(1), std::string_view("RoofSurface"));
        QCOMPARE(m.geometry.semantics.size(), std::size_t(6));
        QCOMPARE(m.extent.min, (Vec3{691000, 5336000, 5}));
        QCOMPARE(m.extent.max, (Vec3{691010, 5336010, 15}));
        QCOMPARE(m.crs.value(), 25832);
        QCOMPARE(codesOf(*validate(m)), QStringList());
        QCOMPARE(*m.attributes.find("measuredHeight")->number(0), 10.0);
    }

    void whatTheSolidLeavesIsAMultiSurface()
    {
        QByteArray house = gmlHouse();
        house.replace(gmlLink("face1"), ""); // the roof is no longer in the solid
        const auto loaded = readGml(gmlDocument(house));
        LOCI_VERIFY_RESULT(loaded);
        const CityModel &m = *loaded->value;
        QCOMPARE(m.geometry.geometries.size(), std::size_t(2));
        QCOMPARE(m.geometry.geometries[1].type, GeometryType::MultiSurface);
        QCOMPARE(m.geometry.geometries[1].surfaces.size(), 1U);
        QCOMPARE(m.semanticOf(m.geometry.geometries[1].surfaces.begin), std::string_view("RoofSurface"));
        QCOMPARE(m.geometry.surfaceCount(), 6U);
    }

    void aThematicSurfaceMayTakeItsFaceFromTheSolid()
    {
        const QByteArray object =
            "<bldg:Building gml:id='b'><bldg:lod1Solid>" + gmlSolid(gmlMember(gmlPolygon(kCubeFaces[0], "g"))) +
            "</bldg:lod1Solid><bldg:boundedBy><bldg:GroundSurface gml:id='ground'><bldg:lod1MultiSurface>" +
            gmlMulti(gmlLink("g")) + "</bldg:lod1MultiSurface></bldg:GroundSurface></bldg:boundedBy></bldg:Building>";
        const auto loaded = readGml(gmlDocument(gmlObject(object)));
        LOCI_VERIFY_RESULT(loaded);
        const CityModel &m = *loaded->value;
        QCOMPARE(m.geometry.surfaceCount(), 1U);
        QCOMPARE(m.semanticOf(0), std::string_view("GroundSurface"));
        QCOMPARE(m.geometry.semantics[0].attributes, std::string("{\"id\":\"ground\"}"));
    }

    void orientationTurnsAFace()
    {
        const QByteArray turned = gmlMember(
            "<gml:OrientableSurface orientation='-'><gml:baseSurface xlink:href='#p'/></gml:OrientableSurface>");
        const QByteArray twice = gmlMember(
            "<gml:OrientableSurface orientation='-'><gml:baseSurface><gml:OrientableSurface orientation='-'>"
            "<gml:baseSurface xlink:href='#p'/></gml:OrientableSurface></gml:baseSurface></gml:OrientableSurface>");
        const QByteArray object = "<bldg:Building><bldg:lod2MultiSurface>" +
                                  gmlMulti(gmlMember(gmlPolygon(kCubeFaces[0], "p")) + turned + twice) +
                                  "</bldg:lod2MultiSurface></bldg:Building>";
        const auto loaded = readGml(gmlDocument(gmlObject(object)));
        LOCI_VERIFY_RESULT(loaded);
        const CityModel &m = *loaded->value;
        QCOMPARE(m.geometry.surfaceCount(), 3U);
        QCOMPARE(cornerOf(m, 0, 1), (Vec3{691000, 5336010, 5}));
        QCOMPARE(cornerOf(m, 1, 0), (Vec3{691010, 5336000, 5}));
        QCOMPARE(cornerOf(m, 1, 2), (Vec3{691000, 5336010, 5}));
        QCOMPARE(cornerOf(m, 2, 1), cornerOf(m, 0, 1));
        QCOMPARE(m.vertices.size(), 4U);
    }

    void linksReachOtherObjectsBackAndForth()
    {
        const QByteArray before = gmlObject("<bldg:Building gml:id='a'><bldg:lod2MultiSurface>" +
                                            gmlMulti(gmlLink("later")) + "</bldg:lod2MultiSurface></bldg:Building>");
        const QByteArray owner = gmlObject("<bldg:Building gml:id='b'><bldg:lod2MultiSurface>" +
                                           gmlMulti(gmlMember(gmlPolygon(kCubeFaces[0], "later"))) +
                                           "</bldg:lod2MultiSurface></bldg:Building>");
        QByteArray after = before;
        after.replace("gml:id='a'", "gml:id='c'");
        const auto loaded = readGml(gmlDocument(before + owner + after));
        LOCI_VERIFY_RESULT(loaded);
        const CityModel &m = *loaded->value;
        QCOMPARE(codesOf(loaded->findings), QStringList());
        QCOMPARE(m.objectCount(), 3U);
        for (const char *id : {"a", "b", "c"}) {
            const Box3 box = m.boundsOf(m.find(id));
            QCOMPARE(box.max, (Vec3{691010, 5336010, 5}));
        }
    }

    void prefixesMayChange()
    {
        QByteArray house = gmlHouse();
        house.replace("<bldg:Building ", "<b:Building xmlns:b='http://www.opengis.net/citygml/building/2.0' "
                                         "xmlns:bldg='http://example.org/other' ");
        house.replace("</bldg:Building>", "</b:Building>")
            .replace("bldg:lod2", "b:lod2")
            .replace("bldg:boundedBy", "b:boundedBy");
        for (const char *type : {"Wall", "Roof", "Ground"}) {
            house.replace(QByteArray("bldg:") + type, QByteArray("b:") + type);
        }
        const auto loaded = readGml(gmlDocument(house + gmlObject("<bldg:Building gml:id='second'/>")));
        LOCI_VERIFY_RESULT(loaded);
        const CityModel &m = *loaded->value;
        QCOMPARE(m.objectCount(), 2U);
        QCOMPARE(m.typeOf(0), std::string_view("Building"));
        QCOMPARE(m.typeOf(1), std::string_view("Building"));
        QCOMPARE(m.semanticOf(1), std::string_view("RoofSurface"));
        QVERIFY(m.attributes.find("bldg:measuredHeight") != nullptr); // an attribute of another namespace now
        QCOMPARE(codesOf(loaded->findings), QStringList());
    }

    void openingsAreSurfacesWithAParent()
    {
        const QByteArray wall =
            "<bldg:Building><bldg:boundedBy><bldg:WallSurface gml:id='w'><bldg:opening><bldg:Window gml:id='o'>"
            "<gml:name>pane</gml:name><bldg:lod3MultiSurface>" +
            gmlMulti(gmlMember(gmlPolygon(kWindow.constData()))) +
            "</bldg:lod3MultiSurface></bldg:Window></bldg:opening></bldg:WallSurface></bldg:boundedBy></bldg:Building>";
        const auto loaded = readGml(gmlDocument(gmlObject(wall)));
        LOCI_VERIFY_RESULT(loaded);
        const CityModel &m = *loaded->value;
        QCOMPARE(m.geometry.semantics.size(), std::size_t(2));
        QCOMPARE(semanticName(m, 0), std::string("WallSurface"));
        QCOMPARE(semanticName(m, 1), std::string("Window"));
        QCOMPARE(m.geometry.semantics[1].parent, 0U);
        QCOMPARE(m.geometry.semantics[1].attributes, std::string("{\"id\":\"o\",\"name\":\"pane\"}"));
        QCOMPARE(m.semanticOf(0), std::string_view("Window"));
    }

    void templatesStayInstances()
    {
        const QByteArray local = gmlMulti(gmlMember(gmlPolygon("0 0 0 1 0 0 1 0 3 0 0 3 0 0 0")), "tree");
        const auto tree = [](const char *id, const QByteArray &relative) {
            return gmlObject(
                QByteArray("<veg:SolitaryVegetationObject gml:id='") + id +
                "'><veg:lod1ImplicitRepresentation><core:ImplicitGeometry><core:transformationMatrix>2 0 0 0 0 2 0 0 0 "
                "0 2 0 0 "
                "0 0 1</core:transformationMatrix>" +
                relative +
                "<core:referencePoint><gml:Point><gml:pos>691000 5336000 5</gml:pos></gml:Point></core:referencePoint>"
                "</core:ImplicitGeometry></veg:lod1ImplicitRepresentation></veg:SolitaryVegetationObject>");
        };
        const QByteArray link = "<core:relativeGMLGeometry xlink:href='#tree'/>";
        const QByteArray foreign = "<core:libraryObject>http://example.org/tree.wrl</core:libraryObject>";
        const auto loaded = readGml(gmlDocument(
            tree("t1", link) + tree("t2", "<core:relativeGMLGeometry>" + local + "</core:relativeGMLGeometry>") +
            tree("t3", foreign)));
        LOCI_VERIFY_RESULT(loaded);
        const CityModel &m = *loaded->value;
        QCOMPARE(m.templates.geometries.size(), std::size_t(1));
        QCOMPARE(m.instances.size(), std::size_t(3));
        QCOMPARE(m.instances[0].templateGeometry, 0U);
        QCOMPARE(m.instances[1].templateGeometry, 0U);
        QCOMPARE(m.instances[2].templateGeometry, kNone);
        QCOMPARE(m.instances[0].matrix[5], 2.0);
        QCOMPARE(m.vertices.at(m.instances[0].referenceVertex), (Vec3{691000, 5336000, 5}));
        QCOMPARE(m.geometry.surfaceCount(), 0U);
        QVERIFY(codesOf(loaded->findings, Severity::Info).contains(QStringLiteral("library_object")));
        const auto mesh = triangulate(m, {});
        QCOMPARE(mesh->triangleCount(), std::size_t(4));
    }

    void appearanceFindsItsSurfaces_data()
    {
        QTest::addColumn<bool>("first");
        QTest::newRow("before the objects") << true;
        QTest::newRow("after the objects") << false;
    }

    void appearanceFindsItsSurfaces()
    {
        QFETCH(bool, first);
        const QByteArray appearance =
            "<app:appearanceMember><app:Appearance><app:theme>summer</"
            "app:theme><app:surfaceDataMember><app:X3DMaterial>"
            "<app:diffuseColor>1 0.5 0</app:diffuseColor><app:transparency>0.25</app:transparency>"
            "<app:target>#face1</app:target></app:X3DMaterial></app:surfaceDataMember><app:surfaceDataMember>"
            "<app:ParameterizedTexture><app:imageURI>tiles/roof.jpg</app:imageURI><app:wrapMode>wrap</app:wrapMode>"
            "<app:target uri='#face1'><app:TexCoordList><app:textureCoordinates ring='#face1_ring'>0 0 1 0 1 1 0 1 0 0"
            "</app:textureCoordinates></app:TexCoordList></app:target></app:ParameterizedTexture></"
            "app:surfaceDataMember>"
            "<app:surfaceDataMember><app:GeoreferencedTexture/></app:surfaceDataMember>"
            "</app:Appearance></app:appearanceMember>";
        const auto loaded = readGml(gmlDocument(first ? appearance + gmlHouse() : gmlHouse() + appearance));
        LOCI_VERIFY_RESULT(loaded);
        const CityModel &m = *loaded->value;
        QCOMPARE(codesOf(loaded->findings), QStringList());
        QCOMPARE(m.materials.size(), std::size_t(1));
        QCOMPARE((*m.materials[0].diffuse)[1], 0.5);
        QCOMPARE(m.materials[0].transparency, 0.25);
        QCOMPARE(m.geometry.materialThemes[0].name, std::string("summer"));
        QCOMPARE(m.geometry.materialThemes[0].surface[1], 0U);
        QCOMPARE(m.geometry.materialThemes[0].surface[0], kNone);
        QCOMPARE(m.textures[0].image, std::string("tiles/roof.jpg"));
        const TextureTheme &theme = m.geometry.textureThemes.at(0);
        QCOMPARE(theme.ringTexture[1], 0U);
        QCOMPARE(theme.uv.size(), std::size_t(4));
        QCOMPARE(m.textureVertices[theme.uv[theme.ringUv[1] + 2]], (std::array<float, 2>{1, 1}));
        QVERIFY(codesOf(loaded->findings, Severity::Info).contains(QStringLiteral("appearance_not_carried")));
    }

    void attributesOfAllKinds()
    {
        const QByteArray object =
            "<bldg:Building gml:id='b'><gml:name>Rathaus</gml:name><bldg:function>1000</bldg:function>"
            "<bldg:function>2000</bldg:function><bldg:yearOfConstruction>1912</bldg:yearOfConstruction>"
            "<gen:stringAttribute name='code'><gen:value>0042</gen:value></gen:stringAttribute>"
            "<gen:intAttribute name='floors'><gen:value>-3</gen:value></gen:intAttribute>"
            "<gen:doubleAttribute name='area'><gen:value>12.5</gen:value></gen:doubleAttribute>"
            "<gen:measureAttribute name='span'><gen:value uom='ft'>7</gen:value></gen:measureAttribute>"
            "<gen:doubleAttribute name='odd'><gen:value>about 3</gen:value></gen:doubleAttribute>"
            "<gen:genericAttributeSet name='set'><gen:intAttribute name='n'><gen:value>1</gen:value></gen:intAttribute>"
            "<gen:genericAttributeSet name='inner'><gen:uriAttribute "
            "name='u'><gen:value>x:y</gen:value></gen:uriAttribute>"
            "</gen:genericAttributeSet></gen:genericAttributeSet>"
            "<uro:buildingIDAttribute><uro:BuildingIDAttribute><uro:buildingID>13104-bldg-53</uro:buildingID>"
            "<uro:depth uom='m'>2.5</uro:depth></uro:BuildingIDAttribute></uro:buildingIDAttribute>"
            "<bldg:address><core:Address><core:xalAddress><xAL:AddressDetails><xAL:Country><xAL:CountryName>X"
            "</xAL:CountryName></xAL:Country></xAL:AddressDetails></core:xalAddress></core:Address></bldg:address>"
            "</bldg:Building>";
        const auto loaded = readGml(gmlDocument(gmlObject(object)));
        LOCI_VERIFY_RESULT(loaded);
        const AttributeTable &table = loaded->value->attributes;
        const auto json = [&table](const char *name) {
            const AttributeColumn *column = table.find(name);
            return column == nullptr ? std::string("absent") : column->json(0);
        };
        QCOMPARE(json("name"), std::string("\"Rathaus\""));
        QCOMPARE(json("function"), std::string("[\"1000\",\"2000\"]"));
        QCOMPARE(json("yearOfConstruction"), std::string("1912"));
        QCOMPARE(json("code"), std::string("\"0042\""));
        QCOMPARE(json("floors"), std::string("-3"));
        QCOMPARE(json("area"), std::string("12.5"));
        QCOMPARE(json("span"), std::string("7"));
        QCOMPARE(json("span_uom"), std::string("\"ft\""));
        QCOMPARE(json("odd"), std::string("\"about 3\""));
        QCOMPARE(json("set"), std::string("{\"n\":1,\"inner\":{\"u\":\"x:y\"}}"));
        QCOMPARE(json("uro:buildingIDAttribute"),
                 std::string("{\"uro:buildingID\":\"13104-bldg-53\",\"uro:depth\":2.5}"));
        QCOMPARE(loaded->value->objectExtra.at(0).second, std::string("{\"address\":[{\"CountryName\":\"X\"}]}"));
        QCOMPARE(codesOf(loaded->findings), QStringList{QStringLiteral("attribute")});
    }

    void codeListsStayInTheFolder()
    {
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("city/codelists")));
        const QByteArray list =
            "<gml:Dictionary xmlns:gml='http://www.opengis.net/gml'><gml:dictionaryEntry><gml:Definition>"
            "<gml:description>School</gml:description><gml:name>7</gml:name></gml:Definition>"
            "</gml:dictionaryEntry></gml:Dictionary>";
        const auto write = [&folder](const QString &name, const QByteArray &bytes) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes);
        };
        write(QStringLiteral("city/codelists/usage.xml"), list);
        write(QStringLiteral("outside.xml"), list);
        QVERIFY(QFile::link(folder.filePath(QStringLiteral("outside.xml")),
                            folder.filePath(QStringLiteral("city/codelists/link.xml"))));
        const QByteArray object =
            "<bldg:Building gml:id='b'><bldg:usage codeSpace='../../codelists/usage.xml'>7</bldg:usage>"
            "<bldg:class codeSpace='../outside.xml'>7</bldg:class><bldg:roofType codeSpace='codelists/link.xml'>7"
            "</bldg:roofType><bldg:function codeSpace='http://example.org/usage.xml'>7</bldg:function></bldg:Building>";
        write(QStringLiteral("city/a.gml"), gmlDocument(gmlObject(object)));
        const auto loaded = formats::CityGmlReader().read(folder.filePath(QStringLiteral("city/a.gml")), {}, {});
        LOCI_VERIFY_RESULT(loaded);
        const AttributeTable &table = loaded->value->attributes;
        QCOMPARE(table.find("usage_text")->json(0), std::string("\"School\""));
        QVERIFY(table.find("class_text") == nullptr);
        QVERIFY(table.find("roofType_text") == nullptr);
        QVERIFY(table.find("function_text") == nullptr);
    }

    void axesFollowTheSystem_data()
    {
        QTest::addColumn<QString>("srsName");
        QTest::addColumn<QByteArray>("point");
        QTest::addColumn<int>("crs");
        QTest::addColumn<double>("x");
        QTest::addColumn<double>("y");
        // Tokyo station and Tian'anmen in Beijing, computed with Krueger's series and not with PROJ.
        const auto row = [](const char *name, const char *srs, const char *point, int crs, double x, double y) {
            QTest::newRow(name) << QString::fromLatin1(srs) << QByteArray(point) << crs << x << y;
        };
        row("projected", "urn:ogc:def:crs:EPSG::25832", "691000 5336000 5", 25832, 691000, 5336000);
        row("northing first", "urn:ogc:def:crs:EPSG::25832", "5336000 691000 5", 25832, 691000, 5336000);
        row("AdV", "urn:adv:crs:ETRS89_UTM32*DE_DHHN2016_NH", "691000 5336000 5", 25832, 691000, 5336000);
        row("compound", "urn:ogc:def:crs,crs:EPSG:6.12:25832,crs:EPSG:6.12:5783", "691000 5336000 5", 25832, 691000,
            5336000);
        row("http compound",
            "http://www.opengis.net/def/crs-compound?1=http://www.opengis.net/def/crs/EPSG/0/25832&amp;2=http://"
            "www.opengis.net/def/crs/EPSG/0/5783",
            "691000 5336000 5", 25832, 691000, 5336000);
        row("old URL", "http://www.opengis.net/gml/srs/epsg.xml#25832", "691000 5336000 5", 25832, 691000, 5336000);
        row("Japan, latitude first", "http://www.opengis.net/def/crs/EPSG/0/6697", "35.681236 139.767125 5", 6691,
            388435.687, 3949293.978);
        row("world, longitude first", "EPSG:4326", "139.767125 35.681236 5", 32654, 388435.687, 3949293.978);
        row("China", "urn:ogc:def:crs:EPSG::4490", "39.9087 116.3975 40", 4548, 448481.575, 4419565.435);
    }

    void axesFollowTheSystem()
    {
        QFETCH(QString, srsName);
        QFETCH(QByteArray, point);
        QFETCH(int, crs);
        QFETCH(double, x);
        QFETCH(double, y);
        const QByteArray object =
            gmlObject("<bldg:Building><bldg:lod2MultiSurface>" +
                      gmlMulti(gmlMember(gmlPolygon((point + ' ' + point + ' ' + point).constData()))) +
                      "</bldg:lod2MultiSurface></bldg:Building>");
        const auto loaded = readGml(gmlDocument(object, srsName.toLatin1().constData()));
        LOCI_VERIFY_RESULT(loaded);
        QCOMPARE(loaded->value->crs.value(), crs);
        const Vec3 at = loaded->value->vertices.at(0);
        QVERIFY2(std::abs(at.x - x) < 0.01 && std::abs(at.y - y) < 0.01,
                 qPrintable(QStringLiteral("%1 %2").arg(at.x, 0, 'f', 3).arg(at.y, 0, 'f', 3)));
    }

    void geometriesMayHaveASystemOfTheirOwn()
    {
        const QByteArray own =
            gmlMulti(gmlMember(gmlPolygon("48.137 11.575 5 48.138 11.575 5 48.138 11.576 5 48.137 11.575 5")))
                .replace("<gml:MultiSurface", "<gml:MultiSurface srsName='urn:ogc:def:crs:EPSG::4258'");
        const auto loaded =
            readGml(gmlDocument(gmlHouse() + gmlObject("<bldg:Building gml:id='b'><bldg:lod2MultiSurface>" + own +
                                                       "</bldg:lod2MultiSurface></bldg:Building>")));
        LOCI_VERIFY_RESULT(loaded);
        const CityModel &m = *loaded->value;
        QCOMPARE(m.crs.value(), 25832);
        const ObjectIndex b = m.find("b");
        const Vec3 at = cornerOf(m, m.geometry.geometries[m.objectGeometries[b].begin].surfaces.begin, 0);
        QVERIFY2(std::abs(at.x - 691567.326) < 0.01 && std::abs(at.y - 5334734.330) < 0.01,
                 qPrintable(QStringLiteral("%1 %2").arg(at.x, 0, 'f', 3).arg(at.y, 0, 'f', 3)));
    }

    void readsVersionThree()
    {
        const auto surface = [](const char *points) { return gmlMulti(gmlMember(gmlPolygon(points))); };
        const QByteArray text =
            "<CityModel xmlns='http://www.opengis.net/citygml/3.0' "
            "xmlns:bldg='http://www.opengis.net/citygml/building/3.0' "
            "xmlns:con='http://www.opengis.net/citygml/construction/3.0' xmlns:gml='http://www.opengis.net/gml/3.2' "
            "xmlns:gen='http://www.opengis.net/citygml/generics/3.0' "
            "xmlns:vers='http://www.opengis.net/citygml/versioning/3.0' "
            "xmlns:wtr='http://www.opengis.net/citygml/waterbody/3.0' "
            "xmlns:dem='http://www.opengis.net/citygml/relief/3.0' "
            "xmlns:pcl='http://www.opengis.net/citygml/pointcloud/3.0' xmlns:xlink='http://www.w3.org/1999/xlink'>"
            "<cityObjectMember><bldg:Building gml:id='b'>"
            "<genericAttribute><gen:IntAttribute><gen:name>n</gen:name><gen:value>4</gen:value></gen:IntAttribute>"
            "</genericAttribute><genericAttribute><gen:GenericAttributeSet><gen:name>s</gen:name><gen:genericAttribute>"
            "<gen:StringAttribute><gen:name>t</gen:name><gen:value>x</gen:value></gen:StringAttribute>"
            "</gen:genericAttribute></gen:GenericAttributeSet></genericAttribute>"
            "<boundary><con:WallSurface gml:id='w'><lod3MultiSurface>" +
            surface(kCubeFaces[2]) + "</lod3MultiSurface><con:fillingSurface><con:WindowSurface><lod3MultiSurface>" +
            surface(kWindow.constData()) +
            "</lod3MultiSurface></con:WindowSurface></con:fillingSurface></con:WallSurface></boundary>"
            "<pointCloud><pcl:PointCloud/></pointCloud>"
            "<bldg:buildingPart><bldg:BuildingPart gml:id='p'/></bldg:buildingPart>"
            "<bldg:buildingRoom><bldg:BuildingRoom gml:id='r'><lod2MultiSurface>" +
            surface(kCubeFaces[0]) +
            "</lod2MultiSurface></bldg:BuildingRoom></bldg:buildingRoom>"
            "<bldg:buildingSubdivision><bldg:Storey gml:id='s'/></bldg:buildingSubdivision>"
            "<bldg:buildingSubdivision><bldg:BuildingUnit gml:id='u'/></bldg:buildingSubdivision>"
            "</bldg:Building></cityObjectMember>"
            "<cityObjectMember><wtr:WaterBody gml:id='water'><boundary><wtr:WaterSurface><lod2MultiSurface>" +
            surface(kCubeFaces[0]) +
            "</lod2MultiSurface></wtr:WaterSurface></boundary></wtr:WaterBody></cityObjectMember>"
            "<cityObjectMember><dem:ReliefFeature><dem:lod>1</dem:lod><dem:reliefComponent><dem:MassPointRelief "
            "gml:id='m'>"
            "<dem:lod>1</dem:lod><dem:reliefPoints><gml:MultiPoint><gml:pointMember><gml:Point><gml:pos>691000 5336000 "
            "5"
            "</gml:pos></gml:Point></gml:pointMember></gml:MultiPoint></dem:reliefPoints></dem:MassPointRelief>"
            "</dem:reliefComponent></dem:ReliefFeature></cityObjectMember>"
            "<versionMember><vers:Version><vers:tag>1</vers:tag></vers:Version></versionMember></CityModel>";
        const auto loaded = readGml(text);
        LOCI_VERIFY_RESULT(loaded);
        const CityModel &m = *loaded->value;
        QCOMPARE(m.version, QStringLiteral("3.0"));
        QCOMPARE(m.childrenOf(m.find("b")).size(), std::size_t(4));
        QCOMPARE(m.typeOf(m.find("s")), std::string_view("BuildingStorey"));
        QCOMPARE(m.typeOf(m.find("u")), std::string_view("BuildingUnit"));
        QCOMPARE(m.typeOf(m.find("m")), std::string_view("+MassPointRelief"));
        QVERIFY(m.extensions.find("citygml/relief/3.0") != std::string::npos);
        QCOMPARE(m.attributes.find("n")->json(0), std::string("4"));
        QCOMPARE(m.attributes.find("s")->json(0), std::string("{\"t\":\"x\"}"));
        QCOMPARE(semanticName(m, 1), std::string("Window"));
        QCOMPARE(m.geometry.semantics[1].parent, 0U);
        QCOMPARE(m.geometry.geometries[m.objectGeometries[m.find("m")].begin].type, GeometryType::MultiPoint);
        const QStringList all = codesOf(loaded->findings, Severity::Info);
        QCOMPARE(all.count(QStringLiteral("not_carried")), 2); // the point cloud and the version
        QCOMPARE(codesOf(loaded->findings), QStringList{QStringLiteral("missing_crs")});
        QCOMPARE(codesOf(*validate(m)), QStringList());
    }

    void levelFourIsKeptAsThree()
    {
        QByteArray house = gmlHouse();
        house.replace("lod2", "lod4");
        const auto loaded = readGml(gmlDocument(house));
        LOCI_VERIFY_RESULT(loaded);
        const CityModel &m = *loaded->value;
        QCOMPARE(m.lodNames.at(m.geometry.geometries[0].lod), std::string_view("3"));
        QVERIFY(codesOf(loaded->findings, Severity::Info).contains(QStringLiteral("lod4")));
    }

    void readsOtherModulesAndGroups()
    {
        const QByteArray road =
            gmlObject("<tran:Road gml:id='r'><tran:trafficArea><tran:TrafficArea><tran:lod2MultiSurface>" +
                      gmlMulti(gmlMember(gmlPolygon(kCubeFaces[0]))) +
                      "</tran:lod2MultiSurface></tran:TrafficArea></tran:trafficArea></tran:Road>");
        const QByteArray line =
            gmlObject("<frn:CityFurniture gml:id='f'><frn:lod1Geometry><gml:MultiCurve><gml:curveMember>"
                      "<gml:LineString><gml:pos>691000 5336000 5</gml:pos><gml:pos>691001 5336000 5"
                      "</gml:pos></gml:LineString></gml:curveMember></gml:MultiCurve></frn:lod1Geometry>"
                      "</frn:CityFurniture>");
        const QByteArray group = gmlObject(
            "<grp:CityObjectGroup gml:id='g'><grp:groupMember role='way' xlink:href='#r'/>"
            "<grp:groupMember xlink:href='#f'/><grp:groupMember xlink:href='#nobody'/></grp:CityObjectGroup>");
        const auto loaded = readGml(gmlDocument(group + road + line));
        LOCI_VERIFY_RESULT(loaded);
        const CityModel &m = *loaded->value;
        QCOMPARE(m.objectCount(), 3U);
        QCOMPARE(m.semanticOf(0), std::string_view("TrafficArea"));
        const ObjectIndex g = m.find("g");
        QCOMPARE(m.childrenOf(g).size(), std::size_t(2));
        QCOMPARE(m.objectParent[m.find("r")], kNone);
        QCOMPARE(m.objectExtra.at(0).second, std::string("{\"children_roles\":[\"way\",\"\"]}"));
        QCOMPARE(codesOf(loaded->findings), QStringList{QStringLiteral("xlink")});
        const Geometry &curve = m.geometry.geometries[m.objectGeometries[m.find("f")].begin];
        QCOMPARE(curve.type, GeometryType::MultiLineString);
    }
};

LOCI_TEST_CLASS(CityGmlFeaturesTest)

#include "citygmlfeaturestest.moc"
