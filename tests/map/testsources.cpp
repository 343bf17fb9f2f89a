// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/layerinfo.h"
#include "layers/map/layertheme.h"
#include "tests/map/maptestbase.h"

#include <qgslayertree.h>
#include <qgsproject.h>
#include <qgsrectangle.h>
#include <qgsvectorfilewriter.h>
#include <qgsvectorlayer.h>

#include <QJsonArray>
#include <array>

using namespace loci;
using namespace loci::test;

class TestSources : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { ensureQgis(); }
    void readsSharedFiles_data();
    void readsSharedFiles();
    void keepsLongitudeFirst();
    void recognisesThemes_data();
    void recognisesThemes();
    void saysOneSentenceForBadFiles_data();
    void saysOneSentenceForBadFiles();
    void makesAGroupOfSublayers();
    void assumesTheMapsSystemForLayersWithout();
    void layersOfDifferentSystemsMeet();
    void reportsMissingServers();
    void opensTables_data();
    void opensTables();
};

void TestSources::readsSharedFiles_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("geometry");
    QTest::addColumn<int>("features");
    QTest::addColumn<QString>("crs");
    const auto row = [](const char *file, const char *geometry, int features, const char *crs) {
        QTest::newRow(file) << QString::fromLatin1(file) << QString::fromLatin1(geometry) << features
                            << QString::fromLatin1(crs);
    };
    row("base/delft/tudcampus_footprints.geojson", "MultiPolygon", 1529, "EPSG:28992");
    row("base/denhaag/the-hague_neighbourhoods.geojson", "MultiPolygon", 44, "EPSG:4326");
    row("base/rotterdam/rotterdam_neighbourhoods.geojson", "MultiPolygon", 22, "EPSG:4326");
    row("base/zurich/zurich-city_neighbourhoods.geojson", "MultiPolygon", 34, "EPSG:4326");
    row("base/nyc_brooklyn/Gowanus-Rezoning-Lots.geojson", "MultiPointZ", 3094, "EPSG:4326");
    row("base/nyc_brooklyn/bkcb6-parks.geojson", "MultiPolygon", 201, "EPSG:4326");
    row("base/luoyang/luoyang_districts.geojson", "Polygon", 15, "EPSG:4326");
    row("base/luxembourg/lux.shp", "MultiPolygon", 12, "EPSG:4326");
    row("base/luxembourg/elev.tif", "Raster", 0, "EPSG:4326");
    row("qgis/montpellier/demoqgis/edition/events.gpkg", "Point", 1151, "EPSG:4326");
    row("qgis/montpellier/demoqgis_intranet/data/VilleMTP_MTP_EspacesVertsSurface_2011.shp", "MultiPolygon", 624,
        "EPSG:2154");
    row("qgis/montpellier/demoqgis/data/vector/donnes_sociodemo_sous_quartiers.csv", "None", 31, "");
}

void TestSources::readsSharedFiles()
{
    QFETCH(QString, file);
    QFETCH(QString, geometry);
    QFETCH(int, features);
    QFETCH(QString, crs);
    const QString path = sharedData(file);
    if (path.isEmpty()) {
        QSKIP("shared data is absent");
    }
    const auto info = map::describeLayers(path);
    LOCI_VERIFY_RESULT(info);
    const QJsonObject layer = info->value(QStringLiteral("layers")).toArray().first().toObject();
    QCOMPARE(layer.value(QStringLiteral("geometry")).toString(), geometry);
    QCOMPARE(layer.value(QStringLiteral("features")).toInt(), features);
    QCOMPARE(layer.value(QStringLiteral("crs")).toString(), crs);
}

void TestSources::keepsLongitudeFirst()
{
    // The file states CRS84 (longitude first) and is named EPSG:4326 (latitude first in the register).
    const QString path = sharedData(QStringLiteral("base/nyc_brooklyn/Gowanus-Rezoning-Lots.geojson"));
    if (path.isEmpty()) {
        QSKIP("shared data is absent");
    }
    const auto info = map::describeLayers(path);
    LOCI_VERIFY_RESULT(info);
    const QJsonArray box = info->value(QStringLiteral("bbox")).toArray();
    QCOMPARE(box.size(), 4);
    const std::array expected{-73.996290, 40.665969, -73.976680, 40.683435};
    for (int i = 0; i < 4; ++i) {
        QVERIFY(std::abs(box.at(i).toDouble() - expected.at(static_cast<std::size_t>(i))) < 1e-6);
    }
    map::MapDocument document;
    LOCI_VERIFY_RESULT(addAndWait(document, path));
    document.project().setCrs(QgsCoordinateReferenceSystem(QStringLiteral("EPSG:3857")));
    const QgsRectangle mercator = document.fullExtent();
    QVERIFY2(mercator.xMinimum() < -8'230'000 && mercator.yMinimum() > 4'960'000, qPrintable(mercator.toString()));
}

void TestSources::recognisesThemes_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("theme");
    QTest::newRow("footprints") << "base/delft/tudcampus_footprints.geojson"
                                << "building";
    QTest::newRow("neighbourhoods") << "base/denhaag/the-hague_neighbourhoods.geojson"
                                    << "district";
    QTest::newRow("parks") << "base/nyc_brooklyn/bkcb6-parks.geojson"
                           << "park";
    QTest::newRow("zoning") << "base/nyc_brooklyn/cb6-zoning.geojson"
                            << "landuse";
    QTest::newRow("bike routes") << "base/nyc_brooklyn/cb6-bike-routes.geojson"
                                 << "road";
    QTest::newRow("subway") << "base/nyc_brooklyn/cb6-subway-routes.geojson"
                            << "rail";
}

void TestSources::recognisesThemes()
{
    QFETCH(QString, file);
    QFETCH(QString, theme);
    const QString path = sharedData(file);
    if (path.isEmpty()) {
        QSKIP("shared data is absent");
    }
    map::MapDocument document;
    const auto added = addAndWait(document, path);
    LOCI_VERIFY_RESULT(added);
    QCOMPARE(map::themeName(map::themeOf(*document.project().mapLayer(added->value.first()))), theme);
}

void TestSources::saysOneSentenceForBadFiles_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << "a.geojson" << QByteArray();
    QTest::newRow("truncated") << "b.geojson" << QByteArray(R"({"type":"FeatureCollection","features":[{"type":"Fea)");
    QTest::newRow("not json") << "c.geojson" << QByteArray("hello");
    QTest::newRow("fake gpkg") << "d.gpkg" << QByteArray("SQLite format 3\0garbage garbage", 31);
    QTest::newRow("fake shp") << "e.shp" << QByteArray("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx");
    QTest::newRow("fake tif") << "f.tif" << QByteArray("II*\0\0\0", 6);
    QTest::newRow("fake project") << "g.qgz" << QByteArray("PK\3\4 no");
    QTest::newRow("one column") << "h.csv" << QByteArray("only\n1\n2\n");
}

void TestSources::saysOneSentenceForBadFiles()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    const QTemporaryDir folder;
    map::MapDocument document;
    const auto added = addAndWait(document, writeFile(folder, name, bytes));
    QVERIFY(!added);
    QVERIFY(added.error().message.contains(name));
    QVERIFY(added.error().message.endsWith(QLatin1Char('.')));
    QVERIFY(document.project().mapLayers().isEmpty());
    QVERIFY(document.takeChanges().empty());
}

void TestSources::makesAGroupOfSublayers()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("two layers.gpkg"));
    for (const QString &name : {QStringLiteral("roads"), QStringLiteral("trees")}) {
        QgsVectorLayer memory(name == QLatin1String("roads") ? QStringLiteral("LineString?crs=EPSG:28992")
                                                             : QStringLiteral("Point?crs=EPSG:28992"),
                              name, QStringLiteral("memory"));
        QgsVectorFileWriter::SaveVectorOptions options;
        options.driverName = QStringLiteral("GPKG");
        options.layerName = name;
        options.actionOnExistingFile = QFile::exists(path) ? QgsVectorFileWriter::CreateOrOverwriteLayer
                                                           : QgsVectorFileWriter::CreateOrOverwriteFile;
        QCOMPARE(QgsVectorFileWriter::writeAsVectorFormatV3(&memory, path, {}, options), QgsVectorFileWriter::NoError);
    }
    map::MapDocument document;
    const auto added = addAndWait(document, path);
    LOCI_VERIFY_RESULT(added);
    QCOMPARE(added->value.size(), 2);
    const QgsLayerTreeGroup *root = document.project().layerTreeRoot();
    QCOMPARE(root->children().size(), 1);
    QCOMPARE(root->children().first()->name(), QStringLiteral("two layers"));
    QCOMPARE(root->children().first()->children().first()->name(), QStringLiteral("trees"));
}

void TestSources::assumesTheMapsSystemForLayersWithout()
{
    const QString green =
        sharedData(QStringLiteral("qgis/montpellier/demoqgis_intranet/data/VilleMTP_MTP_EspacesVertsSurface_2011.shp"));
    const QString monuments =
        sharedData(QStringLiteral("qgis/montpellier/demoqgis_intranet/data/Monuments_Historiques.shp"));
    if (green.isEmpty()) {
        QSKIP("shared data is absent");
    }
    map::MapDocument document;
    LOCI_VERIFY_RESULT(addAndWait(document, green));
    const auto added = addAndWait(document, monuments);
    LOCI_VERIFY_RESULT(added);
    QCOMPARE(document.project().mapLayer(added->value.first())->crs().authid(), QStringLiteral("EPSG:2154"));
    QVERIFY(std::any_of(added->findings.begin(), added->findings.end(),
                        [](const Finding &finding) { return finding.code == QLatin1String("missing_crs"); }));
    map::MapDocument alone;
    const auto lost = addAndWait(alone, monuments);
    LOCI_VERIFY_RESULT(lost);
    QVERIFY(!alone.project().mapLayer(lost->value.first())->crs().isValid());
}

void TestSources::layersOfDifferentSystemsMeet()
{
    const QString metres = sharedData(QStringLiteral("base/delft/tudcampus_footprints.geojson"));
    const QString degrees = sharedData(QStringLiteral("base/rotterdam/rotterdam_neighbourhoods.geojson"));
    if (metres.isEmpty()) {
        QSKIP("shared data is absent");
    }
    // The second time, the coordinate systems come from QGIS's caches, where workers of the first time named them.
    for (int round = 1; round <= 2; ++round) {
        map::MapDocument document;
        LOCI_VERIFY_RESULT(addAndWait(document, metres));
        LOCI_VERIFY_RESULT(addAndWait(document, degrees));
        QCOMPARE(document.project().crs().authid(), QStringLiteral("EPSG:28992"));
        const QgsRectangle extent = document.fullExtent();
        QVERIFY2(extent.xMinimum() > 50'000 && extent.xMaximum() < 120'000, qPrintable(extent.toString()));
        QVERIFY(extent.yMinimum() > 420'000 && extent.yMaximum() < 460'000);
    }
}

void TestSources::reportsMissingServers()
{
    map::MapDocument document;
    map::SourceSpec source;
    source.provider = QStringLiteral("WFS");
    source.uri = QStringLiteral("url='http://127.0.0.1:9/wfs' typename='a' version='2.0.0'");
    source.name = QStringLiteral("Trees");
    const auto added = addAndWait(document, source);
    QVERIFY(!added);
    QCOMPARE(added.error().code, ErrorCode::NotReadable);
    QVERIFY(added.error().message.contains(QStringLiteral("Trees")));
    source.provider = QStringLiteral("postgres");
    source.uri = QStringLiteral("dbname='x' host=127.0.0.1 port=9 table=\"a\" (geom)");
    QVERIFY(!addAndWait(document, source));
    // Tiles need no word with the server to be added.
    source.provider = QStringLiteral("wms");
    source.uri = QStringLiteral("type=xyz&url=http://127.0.0.1:9/%7Bz%7D/%7Bx%7D/%7By%7D.png&zmax=19&zmin=0");
    LOCI_VERIFY_RESULT(addAndWait(document, source));
}

void TestSources::opensTables_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("semicolons") << QByteArray("name;经度;纬度\n白马寺;112.6;34.7\n龙门;112.47;34.56\n");
    QTest::newRow("commas") << QByteArray("name,lon,lat\n白马寺,112.6,34.7\n龙门,112.47,34.56\n");
    QTest::newRow("tabs") << QByteArray("name\tx\ty\n白马寺\t112.6\t34.7\n龙门\t112.47\t34.56\n");
    QTest::newRow("bars") << QByteArray("name|lng|lat\n白马寺|112.6|34.7\n龙门|112.47|34.56\n");
    QTest::newRow("decimal commas") << QByteArray("name;lon;lat\n白马寺;112,6;34,7\n龙门;112,47;34,56\n");
    QTest::newRow("shapes") << QByteArray("name;geom=+?:/1\n白马寺;POINT (112.6 34.7)\n龙门;POINT (112.47 34.56)\n");
    QTest::newRow("hard name") << QByteArray(
        "name;100% #1 & 2\n白马寺;POINT (112.6 34.7)\n龙门;POINT (112.47 34.56)\n");
}

void TestSources::opensTables()
{
    QFETCH(QByteArray, bytes);
    const QTemporaryDir folder;
    map::MapDocument document;
    const auto points = addAndWait(document, writeFile(folder, QStringLiteral("points of interest.csv"), bytes));
    LOCI_VERIFY_RESULT(points);
    auto *layer = qobject_cast<QgsVectorLayer *>(document.project().mapLayer(points->value.first()));
    QCOMPARE(layer->featureCount(), 2LL);
    QCOMPARE(layer->crs().authid(), QStringLiteral("EPSG:4326"));
    QgsFeature feature;
    QVERIFY(layer->getFeatures().nextFeature(feature));
    QCOMPARE(feature.attribute(0).toString(), QStringLiteral("白马寺"));
    QCOMPARE(feature.geometry().asPoint().y(), 34.7);
}

LOCI_TEST_CLASS(TestSources)
#include "testsources.moc"
