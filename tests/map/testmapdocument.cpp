// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/quietstyle.h"
#include "tests/map/maptestbase.h"

#include <qgsfillsymbol.h>
#include <qgslayertree.h>
#include <qgsproject.h>
#include <qgsrectangle.h>
#include <qgsrendercontext.h>
#include <qgsrenderer.h>
#include <qgssinglesymbolrenderer.h>
#include <qgssymbol.h>
#include <qgsvectorlayer.h>

#include <QTcpServer>
#include <QTcpSocket>

using namespace loci;
using namespace loci::test;
using map::MapDocument;

namespace {
const QByteArray kPoints = R"({"type":"FeatureCollection","features":[
 {"type":"Feature","properties":{"name":"a"},"geometry":{"type":"Point","coordinates":[4.3,52.0]}},
 {"type":"Feature","properties":{"name":"b"},"geometry":{"type":"Point","coordinates":[4.4,52.1]}}]})";
const QByteArray kArea = R"({"type":"FeatureCollection","features":[
 {"type":"Feature","properties":{"name":"park"},"geometry":{"type":"Polygon","coordinates":[[[4,52],[5,52],[5,53],[4,52]]]}}]})";
} // namespace

class TestMapDocument : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { ensureQgis(); }
    void emptyDocumentHasNoChanges();
    void addingMakesDocumentsOnce();
    void undoBringsBackStyleNameTreeAndIds_data();
    void undoBringsBackStyleNameTreeAndIds();
    void reloadGivesTheSameDocuments();
    void keepsMissingLayersAndRepairsThem();
    void writesPathsRelativeToTheBaseFolder();
    void deadServersDoNotDelayTheRest();
    void silentServersDoNotDelayTheRest();
    void placesPointsOverLinesOverPolygons();
    void themeChangeIsNoEdit();
    void quietStylesFollowTheThemeAfterAReload();
    void cityFootprintsStayOutOfTheDocuments();
    void cityFootprintsLookLikeWhatTheyAre();

private:
    struct Setup
    {
        QTemporaryDir folder;
        MapDocument document;
        DocumentShelf shelf;
        QStringList ids;
    };
    static void fill(Setup &setup);
    static void deadServer(int port, bool silent);
};

void TestMapDocument::fill(Setup &setup)
{
    for (const auto &[name, bytes] : {std::pair{"stops.geojson", kPoints}, std::pair{"area.geojson", kArea}}) {
        const auto added = addAndWait(setup.document, writeFile(setup.folder, QLatin1String(name), bytes));
        LOCI_VERIFY_RESULT(added);
        setup.ids << added->value;
    }
    setup.shelf.take(setup.document);
    QCOMPARE(setup.shelf.documents.size(), 4);
}

void TestMapDocument::emptyDocumentHasNoChanges()
{
    MapDocument document;
    QVERIFY(document.takeChanges().empty());
    QVERIFY(document.load({}, [](const QString &) { return std::nullopt; }).empty());
    QVERIFY(document.takeChanges().empty());
}

void TestMapDocument::addingMakesDocumentsOnce()
{
    Setup setup;
    fill(setup);
    QCOMPARE(setup.ids.size(), 2);
    QVERIFY(setup.document.takeChanges().empty());
    QCOMPARE(setup.document.visibleLayers().size(), 2);
    QCOMPARE(setup.document.project().crs().authid(), QStringLiteral("EPSG:4326"));
    QVERIFY(!setup.document.fullExtent().isNull());
}

void TestMapDocument::undoBringsBackStyleNameTreeAndIds_data()
{
    QTest::addColumn<QString>("edit");
    for (const char *edit :
         {"style", "rename", "hide", "order", "group", "remove", "opacity", "crs", "labels", "scale"}) {
        QTest::newRow(edit) << QString::fromLatin1(edit);
    }
}

void TestMapDocument::undoBringsBackStyleNameTreeAndIds()
{
    QFETCH(QString, edit);
    Setup setup;
    fill(setup);
    auto *layer = qobject_cast<QgsVectorLayer *>(setup.document.project().mapLayer(setup.ids.first()));
    QVERIFY(layer != nullptr);
    QgsLayerTree *root = setup.document.project().layerTreeRoot();
    if (edit == QLatin1String("style")) {
        auto *renderer = dynamic_cast<QgsSingleSymbolRenderer *>(layer->renderer());
        QVERIFY(renderer != nullptr);
        auto *changed = renderer->clone();
        changed->symbol()->setColor(QColor(200, 30, 40));
        layer->setRenderer(changed);
    } else if (edit == QLatin1String("rename")) {
        layer->setName(QStringLiteral("Haltes 站"));
    } else if (edit == QLatin1String("hide")) {
        root->findLayer(layer->id())->setItemVisibilityChecked(false);
    } else if (edit == QLatin1String("order")) {
        QgsLayerTreeNode *node = root->children().first();
        root->insertChildNode(2, node->clone());
        root->removeChildNode(node);
    } else if (edit == QLatin1String("group")) {
        QgsLayerTreeGroup *group = root->insertGroup(0, QStringLiteral("Base"));
        QgsLayerTreeNode *node = root->findLayer(layer->id());
        group->addChildNode(node->clone());
        root->removeChildNode(node);
    } else if (edit == QLatin1String("remove")) {
        setup.document.project().removeMapLayer(layer->id());
    } else if (edit == QLatin1String("opacity")) {
        layer->setOpacity(0.4);
    } else if (edit == QLatin1String("crs")) {
        setup.document.project().setCrs(QgsCoordinateReferenceSystem(QStringLiteral("EPSG:28992")));
    } else if (edit == QLatin1String("labels")) {
        layer->setLabelsEnabled(!layer->labelsEnabled());
    } else if (edit == QLatin1String("scale")) {
        layer->setScaleBasedVisibility(true);
        layer->setMinimumScale(50'000);
    }
    QCoreApplication::processEvents(); // the queued removal of the tree bridge finds the layer in its new place
    const QHash<QString, QByteArray> before = setup.shelf.take(setup.document);
    const QHash<QString, QByteArray> after = setup.shelf.documents;
    QVERIFY2(before != after, "the edit left no trace in the documents");
    QStringList keys;
    for (const QString &key :
         QSet<QString>(before.keyBegin(), before.keyEnd()) | QSet<QString>(after.keyBegin(), after.keyEnd())) {
        if (before.value(key) != after.value(key)) {
            keys << key;
        }
    }
    QVERIFY(keys.size() <= 2);
    for (const auto &state : {before, after, before}) {
        setup.shelf.documents = state;
        setup.document.apply(keys, setup.shelf.reader());
        QTRY_VERIFY(setup.document.isIdle());
        QVERIFY2(setup.document.takeChanges().empty(), "applying left a difference behind");
        // A fresh look at everything: what is live now equals the stored state, byte for byte.
        MapDocument witness;
        witness.load(setup.shelf.keys(), setup.shelf.reader());
        QTRY_VERIFY(witness.isIdle());
        DocumentShelf live;
        MapDocument &document = setup.document;
        const QMap<QString, QgsMapLayer *> layers = document.project().mapLayers();
        QCOMPARE(layers.keys(), witness.project().mapLayers().keys());
        for (QgsMapLayer *each : layers) {
            QVERIFY(each->isValid());
            QCOMPARE(each->name(), witness.project().mapLayer(each->id())->name());
            QCOMPARE(each->opacity(), witness.project().mapLayer(each->id())->opacity());
        }
        QCOMPARE(document.project().layerTreeRoot()->dump(), witness.project().layerTreeRoot()->dump());
    }
}

void TestMapDocument::reloadGivesTheSameDocuments()
{
    Setup setup;
    fill(setup);
    MapDocument second;
    QVERIFY(second.load(setup.shelf.keys(), setup.shelf.reader()).empty());
    QVERIFY(second.takeChanges().empty());
    QTRY_VERIFY(second.isIdle());
    QVERIFY2(second.takeChanges().empty(), "opening a layer is no edit");
    QCOMPARE(second.visibleLayers().size(), 2);
    // Rewriting an unchanged layer gives the stored bytes: an edit and its opposite leave no difference.
    QgsMapLayer *layer = second.project().mapLayer(setup.ids.first());
    const QString name = layer->name();
    layer->setName(QStringLiteral("other"));
    const auto changes = second.takeChanges();
    QCOMPARE(changes.size(), std::size_t(1));
    layer->setName(name);
    const auto back = second.takeChanges();
    QCOMPARE(back.size(), std::size_t(1));
    QCOMPARE(*back.front().value, setup.shelf.documents.value(back.front().key));
}

void TestMapDocument::keepsMissingLayersAndRepairsThem()
{
    Setup setup;
    fill(setup);
    const QString path = setup.folder.filePath(QStringLiteral("stops.geojson"));
    const QString moved = setup.folder.filePath(QStringLiteral("elsewhere.geojson"));
    QVERIFY(QFile::rename(path, moved));
    MapDocument second;
    const Findings findings = second.load(setup.shelf.keys(), setup.shelf.reader());
    QCOMPARE(findings.size(), std::size_t(1));
    QCOMPARE(findings.front().code, QStringLiteral("layer_missing"));
    QTRY_VERIFY(second.isIdle());
    QgsMapLayer *broken = second.project().mapLayer(setup.ids.first());
    QVERIFY(broken != nullptr && !broken->isValid());
    QVERIFY(second.project().layerTreeRoot()->findLayer(broken->id()) != nullptr);
    QVERIFY(second.takeChanges().empty());
    LOCI_VERIFY_RESULT(second.repairSource(broken->id(), moved));
    QTRY_VERIFY(second.isIdle());
    QVERIFY(broken->isValid());
    const auto changes = second.takeChanges();
    QCOMPARE(changes.size(), std::size_t(1));
    QVERIFY(changes.front().value->contains("elsewhere.geojson"));
    QVERIFY(!second.repairSource(broken->id(), setup.folder.filePath(QStringLiteral("nowhere.shp"))));
}

void TestMapDocument::writesPathsRelativeToTheBaseFolder()
{
    Setup setup;
    setup.document.setBaseFolder(setup.folder.path());
    fill(setup);
    for (const QByteArray &bytes : setup.shelf.documents) {
        QVERIFY(!bytes.contains(setup.folder.path().toUtf8()));
    }
    MapDocument second;
    second.setBaseFolder(setup.folder.path());
    QVERIFY(second.load(setup.shelf.keys(), setup.shelf.reader()).empty());
    QTRY_VERIFY(second.isIdle());
    QCOMPARE(second.visibleLayers().size(), 2);
    QVERIFY(second.takeChanges().empty());
}

void TestMapDocument::deadServer(int port, bool silent)
{
    Setup setup;
    fill(setup);
    // The layer document of a layer whose server is not there, as an earlier session would have stored it.
    const QString key = QStringLiteral("map/layer/") + setup.ids.first();
    QByteArray bytes = setup.shelf.documents.value(key);
    const auto begin = bytes.indexOf("<datasource>");
    const auto end = bytes.indexOf("</datasource>");
    bytes.replace(
        begin, end - begin,
        QStringLiteral("<datasource>url='http://127.0.0.1:%1/wfs' typename='a' version='2.0.0'").arg(port).toUtf8());
    const auto provider = bytes.indexOf("<provider");
    const auto providerEnd = bytes.indexOf("</provider>");
    bytes.replace(provider, providerEnd - provider, "<provider encoding=\"UTF-8\">WFS");
    setup.shelf.documents.insert(key, bytes);
    MapDocument second;
    QSignalSpy opened(&second, &MapDocument::layerOpened);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(second.load(setup.shelf.keys(), setup.shelf.reader()).empty());
    QVERIFY2(timer.elapsed() < 1500, "loading waited for a server");
    QTRY_VERIFY(second.project().mapLayer(setup.ids.last())->isValid());
    QVERIFY(timer.elapsed() < 2500);
    QVERIFY(second.takeChanges().empty());
    if (!silent) {
        QTRY_VERIFY(second.isIdle());
        QVERIFY(!second.project().mapLayer(setup.ids.first())->isValid());
    } else {
        QVERIFY(second.isOpening(setup.ids.first()));
    }
    QVERIFY(second.project().layerTreeRoot()->findLayer(setup.ids.first()) != nullptr);
}

void TestMapDocument::deadServersDoNotDelayTheRest()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const int port = server.serverPort();
    server.close();
    deadServer(port, false);
}

void TestMapDocument::silentServersDoNotDelayTheRest()
{
    QTcpServer blackHole; // accepts, and never says a word
    QVERIFY(blackHole.listen(QHostAddress::LocalHost));
    QElapsedTimer timer;
    timer.start();
    deadServer(blackHole.serverPort(), true);
    QVERIFY2(timer.elapsed() < 5000, "closing waited for a silent server");
}

void TestMapDocument::placesPointsOverLinesOverPolygons()
{
    QTemporaryDir folder;
    MapDocument document;
    for (const auto &[name, bytes] :
         {std::pair{"p.geojson", kPoints}, std::pair{"a.geojson", kArea}, std::pair{"q.geojson", kPoints}}) {
        LOCI_VERIFY_RESULT(addAndWait(document, writeFile(folder, QLatin1String(name), bytes)));
    }
    QStringList names;
    for (const QgsMapLayer *layer : document.visibleLayers()) {
        names << layer->name();
    }
    QCOMPARE(names, (QStringList{QStringLiteral("q"), QStringLiteral("p"), QStringLiteral("a")}));
}

void TestMapDocument::themeChangeIsNoEdit()
{
    Setup setup;
    fill(setup);
    auto *layer = qobject_cast<QgsVectorLayer *>(setup.document.project().mapLayer(setup.ids.last()));
    const auto colour = [layer] {
        return dynamic_cast<QgsSingleSymbolRenderer *>(layer->renderer())->symbol()->color();
    };
    const QColor light = colour();
    setup.document.setDark(true);
    QVERIFY(colour() != light);
    QVERIFY(setup.document.takeChanges().empty());
    auto *own = dynamic_cast<QgsSingleSymbolRenderer *>(layer->renderer())->clone();
    own->symbol()->setColor(QColor(1, 2, 3));
    layer->setRenderer(own);
    setup.document.setDark(false);
    QCOMPARE(colour(), QColor(1, 2, 3));
    QVERIFY(!setup.document.takeChanges().empty());
}

void TestMapDocument::quietStylesFollowTheThemeAfterAReload()
{
    Setup setup;
    fill(setup);
    MapDocument second;
    QVERIFY(second.load(setup.shelf.keys(), setup.shelf.reader()).empty());
    QTRY_VERIFY(second.isIdle());
    const auto colour = [&second, &setup] {
        auto *layer = qobject_cast<QgsVectorLayer *>(second.project().mapLayer(setup.ids.last()));
        return dynamic_cast<QgsSingleSymbolRenderer *>(layer->renderer())->symbol()->color();
    };
    const QColor light = colour();
    second.setDark(true);
    QVERIFY(colour() != light);
    QVERIFY(second.takeChanges().empty());
    second.setDark(false);
    QCOMPARE(colour(), light);
}

void TestMapDocument::cityFootprintsStayOutOfTheDocuments()
{
    auto model = std::make_shared<city::CityModel>();
    model->crs = EpsgCode(7415);
    model->objectIds = {"b1"};
    model->objectType = {model->typeNames.intern("Building")};
    model->attributes.column("year").append(0U, std::int64_t(1908));
    city::Footprint footprint;
    footprint.object = 0;
    footprint.polygons = {{{{80000, 450000}, {80010, 450000}, {80010, 450010}, {80000, 450010}}}};
    footprint.groundHeight = 1;
    footprint.roofHeight = 9.5;
    MapDocument document;
    auto *layer = qobject_cast<QgsVectorLayer *>(
        document.setCityFootprints(QStringLiteral("m1"), QStringLiteral("City"), model, {footprint}));
    QVERIFY(layer != nullptr && layer->isValid());
    QCOMPARE(layer->id(), QStringLiteral("city/m1"));
    QCOMPARE(layer->featureCount(), 1LL);
    QCOMPARE(document.project().crs().authid(), QStringLiteral("EPSG:28992"));
    QgsFeature feature;
    QVERIFY(layer->getFeatures().nextFeature(feature));
    QCOMPARE(feature.attribute(QStringLiteral("height")).toDouble(), 8.5);
    QCOMPARE(feature.attribute(QStringLiteral("year")).toInt(), 1908);
    QCOMPARE(feature.geometry().area(), 100.0);
    for (const auto &change : document.takeChanges()) {
        QVERIFY2(!change.key.contains(QLatin1String("city")), qPrintable(change.key));
        QVERIFY(!change.value || !change.value->contains("city/m1"));
    }
    document.setCityFootprints(QStringLiteral("m1"), QStringLiteral("City"), model, {footprint, footprint});
    QCOMPARE(document.visibleLayers().size(), 1);
    document.removeCityFootprints(QStringLiteral("m1"));
    QVERIFY(document.visibleLayers().isEmpty());
}

void TestMapDocument::cityFootprintsLookLikeWhatTheyAre()
{
    auto model = std::make_shared<city::CityModel>();
    model->crs = EpsgCode(28992);
    model->objectIds = {"b", "w", "h"};
    model->objectType = {model->typeNames.intern("Building"), model->typeNames.intern("WaterBody"),
                         model->typeNames.intern("Bridge")};
    std::vector<city::Footprint> outlines;
    for (std::uint32_t object = 0; object < 3; ++object) {
        const double x = 80000 + 20.0 * object;
        city::Footprint outline;
        outline.object = object;
        outline.polygons = {{{{x, 450000}, {x + 10, 450000}, {x + 10, 450010}, {x, 450010}}}};
        outlines.push_back(outline);
    }
    MapDocument document;
    const auto colours = [&] {
        auto *layer = qobject_cast<QgsVectorLayer *>(
            document.setCityFootprints(QStringLiteral("m"), QStringLiteral("City"), model, outlines));
        QgsRenderContext context;
        layer->renderer()->startRender(context, layer->fields());
        QStringList list;
        QgsFeature feature;
        for (QgsFeatureIterator it = layer->getFeatures(); it.nextFeature(feature);) {
            const QgsSymbol *symbol = layer->renderer()->symbolForFeature(feature, context);
            list << (symbol != nullptr ? symbol->color().name() : QStringLiteral("none"));
        }
        layer->renderer()->stopRender(context);
        return list;
    };
    const auto &light = map::quietPalette(false);
    QCOMPARE(colours(), (QStringList{light.building.name(), light.water.name(), light.building.name()}));
    document.setDark(true);
    const auto &dark = map::quietPalette(true);
    QCOMPARE(colours(), (QStringList{dark.building.name(), dark.water.name(), dark.building.name()}));
}

LOCI_TEST_CLASS(TestMapDocument)
#include "testmapdocument.moc"
