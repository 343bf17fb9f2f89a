// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/webdatum/webdatum.h"
#include "layers/map/webdatum/webdatumrasters.h"
#include "layers/map/webdatum/webdatumuri.h"
#include "tests/map/maptestbase.h"

#include <qgscoordinatetransform.h>
#include <qgsproject.h>
#include <qgsrasterlayer.h>
#include <qgsrectangle.h>
#include <qgsvectorfilewriter.h>
#include <qgsvectorlayer.h>

#include <QTextStream>
#include <cmath>

using namespace loci;
using namespace loci::test;
using geodesy::WebDatum;

namespace {

const QByteArray kSites = "name,longitude,latitude\nA,116.4102445,39.9164043\nB,108.9446495,34.2584087\n"
                          "C,121.4782231,31.2284577\n";

/// Features by name, as a layer shows them.
QHash<QString, Vec2> placesOf(const QgsVectorLayer &layer, const QgsFeatureRequest &request = {})
{
    QHash<QString, Vec2> places;
    QgsFeatureIterator features = layer.getFeatures(request);
    QgsFeature feature;
    while (features.nextFeature(feature)) {
        const QgsPointXY point = feature.geometry().asPoint();
        places.insert(feature.attribute(QStringLiteral("name")).toString(), {point.x(), point.y()});
    }
    return places;
}

bool isNear(const Vec2 &a, const Vec2 &b, double degrees = 1e-7)
{
    return std::abs(a.x - b.x) < degrees && std::abs(a.y - b.y) < degrees;
}

QgsVectorLayer *layerOf(const map::MapDocument &document, const QString &id)
{
    return qobject_cast<QgsVectorLayer *>(document.project().mapLayer(id));
}

QStringList codesOf(const Findings &findings)
{
    QStringList codes;
    for (const Finding &finding : findings) {
        codes << finding.code;
    }
    return codes;
}

} // namespace

class TestWebDatum : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { ensureQgis(); }

    void readsHints()
    {
        QCOMPARE(map::webDatumHint(QStringLiteral("guobao_sites_gcj02.csv")), WebDatum::Gcj02);
        QCOMPARE(map::webDatumHint(QStringLiteral("点位 GCJ-02")), WebDatum::Gcj02);
        QCOMPARE(map::webDatumHint(QStringLiteral("type=xyz&url=https://webrd01.is.autonavi.com/x")), WebDatum::Gcj02);
        QCOMPARE(map::webDatumHint(QStringLiteral("poi_bd09ll.geojson")), WebDatum::Bd09);
        QCOMPARE(map::webDatumHint(QStringLiteral("百度坐标")), WebDatum::Bd09);
        for (const char *other : {"sites.csv", "abd0912.shp", "bd096.csv", "delft.gpkg"}) {
            QCOMPARE(map::webDatumHint(QLatin1String(other)), WebDatum::None);
        }
        const map::WebDatumUri uri{WebDatum::Bd09, QStringLiteral("delimitedtext"),
                                   QStringLiteral("file:///a b/点&=%20.csv?xField=x&yField=y")};
        const auto back = map::WebDatumUri::fromText(uri.toText());
        QVERIFY(back && back->uri == uri.uri && back->provider == uri.provider && back->datum == uri.datum);
        QVERIFY(!map::WebDatumUri::fromText(QStringLiteral("datum=x&provider=ogr&uri=y")));
    }

    void showsAMarkedFileAtItsTruePlace()
    {
        const QTemporaryDir folder;
        const QString path = writeFile(folder, QStringLiteral("sites_gcj02.csv"), kSites);
        map::MapDocument document;
        const auto added = addAndWait(document, path);
        LOCI_VERIFY_RESULT(added);
        QVERIFY(codesOf(added->findings).contains(QLatin1String("web_datum")));
        QgsVectorLayer *layer = layerOf(document, added->value.first());
        QVERIFY(layer != nullptr && layer->isValid());
        QCOMPARE(map::webDatumOf(*layer), WebDatum::Gcj02);
        QCOMPARE(layer->featureCount(), 3LL);
        const QHash<QString, Vec2> places = placesOf(*layer);
        QVERIFY(isNear(places.value(QStringLiteral("A")), {116.404, 39.915}));
        QVERIFY(isNear(places.value(QStringLiteral("B")), {108.94, 34.26}));
        QVERIFY(isNear(places.value(QStringLiteral("C")), {121.4737, 31.2304}));
        QVERIFY(layer->extent().contains(QgsPointXY(116.404, 39.915)));
        // A window catches what truly lies in it, and nothing else.
        const auto inWindow = [&](double x, double y) {
            return placesOf(*layer,
                            QgsFeatureRequest().setFilterRect(QgsRectangle(x - 1e-4, y - 1e-4, x + 1e-4, y + 1e-4)))
                .keys();
        };
        QCOMPARE(inWindow(116.404, 39.915), QStringList{QStringLiteral("A")});
        QCOMPARE(inWindow(116.4102445, 39.9164043), QStringList());
        const QgsCoordinateReferenceSystem mercator(QStringLiteral("EPSG:3857"));
        const QHash<QString, Vec2> drawn =
            placesOf(*layer, QgsFeatureRequest().setDestinationCrs(mercator, QgsCoordinateTransformContext()));
        QVERIFY(isNear(drawn.value(QStringLiteral("A")), {12958034.006, 4853597.988}, 0.05));
        QVERIFY(!layer->startEditing());
        QVERIFY(!layer->dataProvider()->addFeatures(*std::make_unique<QgsFeatureList>()));
    }

    void exportsTheTruth()
    {
        const QTemporaryDir folder;
        map::MapDocument document;
        const auto added = addAndWait(document, writeFile(folder, QStringLiteral("sites_gcj02.csv"), kSites));
        LOCI_VERIFY_RESULT(added);
        QgsVectorLayer *layer = layerOf(document, added->value.first());
        QgsVectorFileWriter::SaveVectorOptions options;
        options.driverName = QStringLiteral("GPKG");
        const QString target = folder.filePath(QStringLiteral("out.gpkg"));
        QCOMPARE(QgsVectorFileWriter::writeAsVectorFormatV3(layer, target, QgsCoordinateTransformContext(), options),
                 QgsVectorFileWriter::NoError);
        const QgsVectorLayer written(target, QStringLiteral("out"), QStringLiteral("ogr"));
        QVERIFY(isNear(placesOf(written).value(QStringLiteral("A")), {116.404, 39.915}));
        QFile source(folder.filePath(QStringLiteral("sites_gcj02.csv")));
        QVERIFY(source.open(QIODevice::ReadOnly));
        QCOMPARE(source.readAll(), kSites);
    }

    void isAnEditThatComesBack()
    {
        const QTemporaryDir folder;
        const QString path = writeFile(folder, QStringLiteral("sites.csv"), kSites);
        map::MapDocument document;
        document.setBaseFolder(folder.path());
        DocumentShelf shelf;
        const auto added = addAndWait(document, path);
        LOCI_VERIFY_RESULT(added);
        const QString id = added->value.first();
        QCOMPARE(map::webDatumOf(*layerOf(document, id)), WebDatum::None);
        shelf.take(document);
        LOCI_VERIFY_RESULT(map::setWebDatum(document, id, WebDatum::Gcj02));
        QVERIFY(QTest::qWaitFor([&] { return document.isIdle(); }, 20'000));
        QCOMPARE(map::webDatumOf(*layerOf(document, id)), WebDatum::Gcj02);
        QVERIFY(isNear(placesOf(*layerOf(document, id)).value(QStringLiteral("A")), {116.404, 39.915}));
        const QHash<QString, QByteArray> before = shelf.take(document);
        QVERIFY(!shelf.documents.value(QStringLiteral("map/layer/") + id).contains(folder.path().toUtf8()));

        map::MapDocument again; // after a restart
        again.setBaseFolder(folder.path());
        again.load(shelf.keys(), shelf.reader());
        QVERIFY(QTest::qWaitFor([&] { return again.isIdle(); }, 20'000));
        QCOMPARE(map::webDatumOf(*layerOf(again, id)), WebDatum::Gcj02);
        QVERIFY(isNear(placesOf(*layerOf(again, id)).value(QStringLiteral("A")), {116.404, 39.915}));
        QVERIFY(again.takeChanges().empty());

        shelf.documents = before; // undo
        document.apply({QStringLiteral("map/layer/") + id}, shelf.reader());
        QVERIFY(QTest::qWaitFor([&] { return document.isIdle(); }, 20'000));
        QCOMPARE(map::webDatumOf(*layerOf(document, id)), WebDatum::None);
        QVERIFY(isNear(placesOf(*layerOf(document, id)).value(QStringLiteral("A")), {116.4102445, 39.9164043}));
    }

    void repairsAMarkedLayer()
    {
        const QTemporaryDir folder;
        const QString path = writeFile(folder, QStringLiteral("a_gcj02.csv"), kSites);
        map::MapDocument document;
        const auto added = addAndWait(document, path);
        LOCI_VERIFY_RESULT(added);
        const QString other = folder.filePath(QStringLiteral("moved.csv"));
        QVERIFY(QFile::rename(path, other));
        LOCI_VERIFY_RESULT(document.repairSource(added->value.first(), other));
        QVERIFY(QTest::qWaitFor([&] { return document.isIdle(); }, 20'000));
        QgsVectorLayer *layer = layerOf(document, added->value.first());
        QVERIFY(layer->isValid());
        QVERIFY(isNear(placesOf(*layer).value(QStringLiteral("A")), {116.404, 39.915}));
    }

    void refusesWhatCannotBeMarked()
    {
        const QTemporaryDir folder;
        map::MapDocument document;
        const auto added = addAndWait(
            document, writeFile(folder, QStringLiteral("delft.csv"), "name,longitude,latitude\nA,4.36,52\n"));
        LOCI_VERIFY_RESULT(added);
        const auto marked = map::setWebDatum(document, added->value.first(), WebDatum::Gcj02);
        QVERIFY(!marked && marked.error().message.contains(QLatin1String("delft")));
        QVERIFY(!map::setWebDatum(document, QStringLiteral("none"), WebDatum::Gcj02));
    }

    void showsTheMonumentsOfChinaWhereTheyAre()
    {
        const QString path = sharedData(QStringLiteral("heritage/china_guobao/guobao_sites_gcj02.csv"));
        if (path.isEmpty()) {
            QSKIP("shared data is absent");
        }
        map::MapDocument document;
        const auto added = addAndWait(document, path);
        LOCI_VERIFY_RESULT(added);
        QVERIFY(codesOf(added->findings).contains(QLatin1String("web_datum")));
        QgsVectorLayer *layer = layerOf(document, added->value.first());
        QCOMPARE(map::webDatumOf(*layer), WebDatum::Gcj02);
        int checked = 0;
        QgsFeatureIterator features = layer->getFeatures();
        QgsFeature feature;
        while (features.nextFeature(feature)) {
            if (!feature.hasGeometry()) {
                continue;
            }
            const Vec2 stored{feature.attribute(QStringLiteral("longitude")).toDouble(),
                              feature.attribute(QStringLiteral("latitude")).toDouble()};
            const QgsPointXY point = feature.geometry().asPoint();
            const Vec2 shown{point.x(), point.y()};
            QVERIFY(isNear(geodesy::toWebDatum(WebDatum::Gcj02, shown), stored, 1e-8)); // a millimetre
            QVERIFY(!isNear(shown, stored, 1e-4));
            ++checked;
        }
        QVERIFY2(checked > 4000, qPrintable(QString::number(checked)));
    }

    void aBaseMapIsDrawnWhereThingsAre()
    {
        map::MapDocument document;
        auto *tiles = new QgsRasterLayer(QStringLiteral("type=xyz&zmin=0&zmax=18&url=file:///nowhere/{z}/{x}/{y}.png"),
                                         QStringLiteral("web map"), QStringLiteral("wms"));
        QVERIFY(tiles->isValid());
        document.project().addMapLayer(tiles);
        QVERIFY(map::canSetWebDatum(document, tiles->id(), WebDatum::Gcj02));
        const QgsCoordinateReferenceSystem mercator(QStringLiteral("EPSG:3857"));
        const Vec2 forbiddenCity{116.391, 39.907};
        QgsCoordinateTransform toMap(QgsCoordinateReferenceSystem(QStringLiteral("EPSG:4326")), mercator,
                                     &document.project());
        const QgsPointXY middle = toMap.transform(QgsPointXY(forbiddenCity.x, forbiddenCity.y));
        const QgsRectangle view(middle.x() - 900, middle.y() - 600, middle.x() + 900, middle.y() + 600);
        map::WebDatumRasters rasters;
        QCOMPARE(rasters.shown({tiles}, view, mercator), QList<QgsMapLayer *>{tiles}); // not marked

        LOCI_VERIFY_RESULT(map::setWebDatum(document, tiles->id(), WebDatum::Gcj02));
        QCOMPARE(map::webDatumOf(*tiles), WebDatum::Gcj02);
        const QList<QgsMapLayer *> shown = rasters.shown({tiles}, view, mercator);
        QCOMPARE(shown.size(), 1);
        QVERIFY(shown.first() != tiles);
        QCOMPARE(shown.first()->id(), tiles->id());
        QCOMPARE(tiles->crs(), mercator); // the layer itself stays
        // Where the copy puts a place of the tiles: at the rim of the view too, to a few metres.
        QgsCoordinateTransform ofCopy(mercator, shown.first()->crs(), &document.project());
        for (const Vec2 &beside : {Vec2{0, 0}, Vec2{0.007, 0.004}, Vec2{-0.007, -0.004}}) {
            const Vec2 truth{forbiddenCity.x + beside.x, forbiddenCity.y + beside.y};
            const Vec2 marked = geodesy::toWebDatum(WebDatum::Gcj02, truth);
            const QgsPointXY inTiles = toMap.transform(QgsPointXY(marked.x, marked.y));
            const QgsPointXY onMap = ofCopy.transform(inTiles, Qgis::TransformDirection::Reverse);
            const QgsPointXY wanted = toMap.transform(QgsPointXY(truth.x, truth.y));
            QVERIFY(inTiles.distance(wanted) > 300);
            QVERIFY2(onMap.distance(wanted) < (beside.x == 0 ? 0.05 : 8),
                     qPrintable(QString::number(onMap.distance(wanted))));
        }
        LOCI_VERIFY_RESULT(map::setWebDatum(document, tiles->id(), WebDatum::None));
        QCOMPARE(rasters.shown({tiles}, view, mercator), QList<QgsMapLayer *>{tiles});
    }
};

LOCI_TEST_CLASS(TestWebDatum)
#include "testwebdatum.moc"
