// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/services/capabilities.h"
#include "layers/map/services/sessionpasswords.h"
#include "tests/map/maptestbase.h"
#include "tests/map/nginxserver.h"
#include "tests/map/servicedocuments.h"

#include <qgsmaprendererparalleljob.h>
#include <qgsmapsettings.h>
#include <qgsnetworkaccessmanager.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include <QBuffer>
#include <QMutex>
#include <QNetworkReply>
#include <QPainter>

using namespace loci;
using namespace loci::test;
using map::ServiceKind;

namespace {

constexpr double kWorld = 20037508.342789244;

QByteArray png(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QColor tileColour(int zoom, int x, int y)
{
    return {40 + 50 * x, 40 + 50 * y, 60 + 60 * zoom};
}

QByteArray tile(int zoom, int x, int y)
{
    QImage image(256, 256, QImage::Format_RGB32);
    image.fill(tileColour(zoom, x, y));
    return png(image);
}

QByteArray answer(const QUrl &url)
{
    QNetworkAccessManager network;
    QNetworkReply *reply = network.get(QNetworkRequest(url));
    return QTest::qWaitFor([reply] { return reply->isFinished(); }, 10'000) ? reply->readAll() : QByteArray();
}

/// The map as the window draws it.
QImage drawn(const map::MapDocument &document, const QgsRectangle &extent, const QSize &size)
{
    QgsMapSettings settings;
    settings.setDestinationCrs(document.project().crs());
    settings.setExtent(extent);
    settings.setOutputSize(size);
    settings.setOutputDpi(96);
    settings.setBackgroundColor(Qt::white);
    settings.setLayers(document.visibleLayers());
    QgsMapRendererParallelJob job(settings);
    QSignalSpy finished(&job, &QgsMapRendererJob::finished);
    job.start();
    return finished.wait(20'000) ? job.renderedImage() : QImage();
}

} // namespace

class TestWebServices : public QObject
{
    Q_OBJECT
private:
    NginxServer m_server;
    QMutex m_mutex;
    QSet<QString> m_hosts; ///< that QGIS asked for something

    Result<std::vector<map::ServiceLayer>> offered(ServiceKind kind) const
    {
        const QString address = m_server.address(QStringLiteral("ows"));
        return map::readCapabilities(answer(map::capabilitiesUrl(address, kind)), address, kind);
    }
    void compareTiles(const QImage &image, int zoom)
    {
        QVERIFY(!image.isNull());
        const int count = 1 << zoom;
        for (int x = 0; x < count; ++x) {
            for (int y = 0; y < count; ++y) {
                const QPoint middle(image.width() * (2 * x + 1) / (2 * count),
                                    image.height() * (2 * y + 1) / (2 * count));
                QCOMPARE(image.pixelColor(middle), tileColour(zoom, x, y));
            }
        }
    }

private slots:
    void initTestCase();
    void drawsTiles();
    void drawsTilesBehindALogin();
    void drawsMatrixTiles();
    void drawsMatrixTilesOfAnotherSystem();
    void drawsAMapService();
    void drawsAndCountsFeatures();
    void readsNamesOfSystems_data();
    void readsNamesOfSystems();
    void comesBackAfterTheServerWasGone();
    void askedNobodyElse();
    void cleanupTestCase() { m_server.stop(); }
};

void TestWebServices::initTestCase()
{
    ensureQgis();
    if (!NginxServer::isInstalled()) {
        QSKIP("nginx is not installed");
    }
    const QString problem = m_server.create();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    connect(
        QgsNetworkAccessManager::instance(), // layout: qgis-instance only it sees all requests
        qOverload<QgsNetworkRequestParameters>(&QgsNetworkAccessManager::requestAboutToBeCreated), this,
        [this](const QgsNetworkRequestParameters &request) {
            const QMutexLocker lock(&m_mutex);
            m_hosts.insert(request.request().url().host());
        },
        Qt::DirectConnection);
    for (int zoom = 0; zoom <= 2; ++zoom) {
        for (int x = 0; x < 1 << zoom; ++x) {
            for (int y = 0; y < 1 << zoom; ++y) {
                const QString path = QStringLiteral("%1/%2/%3.png").arg(zoom).arg(x).arg(y);
                QVERIFY(m_server.write(QStringLiteral("tiles/") + path, tile(zoom, x, y)));
                QVERIFY(m_server.write(QStringLiteral("ows/wmts/tile/") + path, tile(zoom, x, y)));
            }
        }
    }
    QImage quarters(400, 400, QImage::Format_RGB32);
    QPainter painter(&quarters);
    painter.fillRect(0, 0, 200, 200, Qt::red);
    painter.fillRect(200, 0, 200, 200, Qt::green);
    painter.fillRect(0, 200, 200, 200, Qt::blue);
    painter.fillRect(200, 200, 200, 200, Qt::yellow);
    painter.end();
    const QByteArray address = m_server.address(QStringLiteral("ows")).toUtf8();
    QVERIFY(m_server.write(QStringLiteral("ows/wms/map.png"), png(quarters)));
    QVERIFY(m_server.write(QStringLiteral("ows/wms/capabilities.xml"), wmsCapabilities(address)));
    QVERIFY(m_server.write(QStringLiteral("ows/wmts/capabilities.xml"), wmtsCapabilities(address)));
    QVERIFY(m_server.write(QStringLiteral("ows/wfs/capabilities.xml"), wfsCapabilities(address)));
    QVERIFY(m_server.write(QStringLiteral("ows/wfs/types.xml"), wfsTypes()));
    QVERIFY(m_server.write(QStringLiteral("ows/wfs/features.xml"), wfsFeatures()));
}

void TestWebServices::drawsTiles()
{
    const auto source =
        map::xyzSource(m_server.address(QStringLiteral("tiles/{z}/{x}/{y}.png")), QStringLiteral("Tiles"), 2);
    LOCI_VERIFY_RESULT(source);
    map::MapDocument document;
    LOCI_VERIFY_RESULT(addAndWait(document, *source));
    QCOMPARE(document.project().crs().authid(), QStringLiteral("EPSG:3857"));
    const QgsRectangle world(-kWorld, -kWorld, kWorld, kWorld);
    compareTiles(drawn(document, world, {512, 512}), 1);
    compareTiles(drawn(document, world, {1024, 1024}), 2);
}

void TestWebServices::drawsTilesBehindALogin()
{
    QString address = m_server.address(QStringLiteral("closed/tiles/{z}/{x}/{y}.png"));
    address.replace(QStringLiteral("http://"), QStringLiteral("http://ann:op3n-sesame@"));
    const auto source = map::xyzSource(address, QStringLiteral("Closed tiles"), 2);
    LOCI_VERIFY_RESULT(source);
    map::MapDocument document;
    DocumentShelf shelf;
    LOCI_VERIFY_RESULT(addAndWait(document, *source));
    shelf.take(document);
    for (const QByteArray &bytes : std::as_const(shelf.documents)) {
        QVERIFY2(!bytes.contains("op3n-sesame"), bytes.constData());
    }
    compareTiles(drawn(document, QgsRectangle(-kWorld, -kWorld, kWorld, kWorld), {512, 512}), 1);
}

void TestWebServices::drawsMatrixTiles()
{
    const auto layers = offered(ServiceKind::Wmts);
    LOCI_VERIFY_RESULT(layers);
    QCOMPARE(layers->size(), std::size_t{2});
    map::MapDocument document;
    LOCI_VERIFY_RESULT(addAndWait(document, layers->front().source));
    QCOMPARE(document.project().crs().authid(), QStringLiteral("EPSG:3857"));
    compareTiles(drawn(document, QgsRectangle(-kWorld, -kWorld, kWorld, kWorld), {512, 512}), 1);
}

void TestWebServices::drawsMatrixTilesOfAnotherSystem()
{
    const auto layers = offered(ServiceKind::Wmts);
    LOCI_VERIFY_RESULT(layers);
    map::MapDocument document;
    LOCI_VERIFY_RESULT(addAndWait(document, layers->back().source));
    QCOMPARE(document.project().crs().authid(), QStringLiteral("EPSG:28992"));
    const double side = 880803.84;
    compareTiles(drawn(document, QgsRectangle(-285401.92, 903401.92 - side, -285401.92 + side, 903401.92), {512, 512}),
                 1);
}

void TestWebServices::drawsAMapService()
{
    const auto layers = offered(ServiceKind::Wms);
    LOCI_VERIFY_RESULT(layers);
    QCOMPARE(layers->front().title, QStringLiteral("Historic map 历史地图"));
    map::MapDocument document;
    LOCI_VERIFY_RESULT(addAndWait(document, layers->front().source));
    const QImage image = drawn(document, QgsRectangle(0, 0, 40000, 40000), {400, 400});
    QCOMPARE(image.pixelColor(100, 100), QColor(Qt::red));
    QCOMPARE(image.pixelColor(300, 100), QColor(Qt::green));
    QCOMPARE(image.pixelColor(100, 300), QColor(Qt::blue));
    QCOMPARE(image.pixelColor(300, 300), QColor(Qt::yellow));
    QStringList maps; // the server notes a request after it has answered
    QTRY_VERIFY(!(maps = m_server.requests().filter(QStringLiteral("GetMap"))).isEmpty());
    for (const char *part : {"VERSION=1.3.0", "LAYERS=historic%20map", "CRS=EPSG:3857", "BBOX=0,0,40000,40000",
                             "WIDTH=400", "FORMAT=image/png"}) {
        const QString request = QUrl::fromPercentEncoding(maps.last().toUtf8());
        QVERIFY2(request.contains(QUrl::fromPercentEncoding(part), Qt::CaseInsensitive), qPrintable(maps.last()));
    }
}

void TestWebServices::drawsAndCountsFeatures()
{
    const auto layers = offered(ServiceKind::Wfs);
    LOCI_VERIFY_RESULT(layers);
    map::MapDocument document;
    const auto added = addAndWait(document, layers->front().source);
    LOCI_VERIFY_RESULT(added);
    auto *layer = qobject_cast<QgsVectorLayer *>(document.project().mapLayer(added->value.first()));
    QVERIFY(layer != nullptr);
    QCOMPARE(layer->crs().authid(), QStringLiteral("EPSG:28992"));
    QStringList names;
    QgsFeatureIterator iterator = layer->getFeatures();
    for (QgsFeature feature; iterator.nextFeature(feature);) {
        names << feature.attribute(QStringLiteral("name")).toString();
    }
    names.sort();
    QCOMPARE(names, (QStringList{QStringLiteral("East"), QStringLiteral("West"), QStringLiteral("中")}));
    // Squares of 100 m at 0, 200 and 400 m east of the corner.
    const QImage image = drawn(document, QgsRectangle(79900, 454800, 80600, 455300), {700, 500});
    QVERIFY(image.pixelColor(150, 250) != QColor(Qt::white));
    QVERIFY(image.pixelColor(350, 250) != QColor(Qt::white));
    QVERIFY(image.pixelColor(550, 250) != QColor(Qt::white));
    QCOMPARE(image.pixelColor(250, 250), QColor(Qt::white));
    QCOMPARE(image.pixelColor(450, 250), QColor(Qt::white));
}

void TestWebServices::readsNamesOfSystems_data()
{
    QTest::addColumn<QByteArray>("stated");
    QTest::addColumn<QString>("wanted");
    QTest::newRow("urn") << QByteArray("urn:ogc:def:crs:EPSG::28992") << "srsname='EPSG:28992'";
    QTest::newRow("urn with version") << QByteArray("urn:ogc:def:crs:EPSG:6.9:4490") << "srsname='EPSG:4490'";
    QTest::newRow("address") << QByteArray("http://www.opengis.net/def/crs/EPSG/0/3857") << "srsname='EPSG:3857'";
    QTest::newRow("old address") << QByteArray("http://www.opengis.net/gml/srs/epsg.xml#2154") << "srsname='EPSG:2154'";
    QTest::newRow("short") << QByteArray("EPSG:4326") << "srsname='EPSG:4326'";
    QTest::newRow("no code of EPSG") << QByteArray("urn:ogc:def:crs:OGC:1.3:CRS84") << "";
}

void TestWebServices::readsNamesOfSystems()
{
    QFETCH(QByteArray, stated);
    QFETCH(QString, wanted);
    const QByteArray document = wfsCapabilities("http://127.0.0.1/ows").replace("urn:ogc:def:crs:EPSG::28992", stated);
    const auto layers = map::readCapabilities(document, QStringLiteral("http://127.0.0.1/ows"), ServiceKind::Wfs);
    LOCI_VERIFY_RESULT(layers);
    const QString uri = layers->front().source.uri;
    QVERIFY2(wanted.isEmpty() ? !uri.contains(QLatin1String("srsname")) : uri.contains(wanted), qPrintable(uri));
}

void TestWebServices::comesBackAfterTheServerWasGone()
{
    const auto layers = offered(ServiceKind::Wfs);
    LOCI_VERIFY_RESULT(layers);
    DocumentShelf shelf;
    QString id;
    {
        map::MapDocument document;
        const auto added = addAndWait(document, layers->front().source);
        LOCI_VERIFY_RESULT(added);
        id = added->value.first();
        shelf.take(document);
    }
    m_server.stop();
    map::MapDocument document;
    QSignalSpy findings(&document, &map::MapDocument::findingsReported);
    document.load(shelf.keys(), shelf.reader());
    QTRY_VERIFY_WITH_TIMEOUT(document.isIdle(), 20'000);
    QVERIFY(!document.project().mapLayer(id)->isValid());
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings.first().first().value<Findings>().front().code, QStringLiteral("layer_unavailable"));
    QVERIFY(!document.needsPassword(id));
    const QString problem = m_server.start();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    document.reopen(id);
    QTRY_VERIFY_WITH_TIMEOUT(document.isIdle(), 20'000);
    QVERIFY(document.project().mapLayer(id)->isValid());
    QVERIFY(document.takeChanges().empty());
}

void TestWebServices::askedNobodyElse()
{
    const QMutexLocker lock(&m_mutex);
    QCOMPARE(m_hosts, QSet<QString>{QStringLiteral("127.0.0.1")});
}

LOCI_TEST_CLASS(TestWebServices)
#include "testwebservices.moc"
