// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/services/capabilities.h"
#include "layers/map/services/databaselayers.h"
#include "tests/support/testenvironment.h"
#include "tests/support/testmain.h"
#include "tests/ui/layers_fixture.h"
#include "widgets/layers/addsourcepanel.h"
#include "widgets/layers/servicetab.h"

#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace loci;
using namespace loci::map;
using namespace loci::widgets;

namespace {
constexpr char kWms[] =
    "<WMS_Capabilities version=\"1.3.0\" xmlns=\"http://www.opengis.net/wms\"><Capability><Request><GetMap>"
    "<Format>image/jpeg</Format><Format>image/png</Format></GetMap></Request><Layer><Title>All</Title><CRS>EPSG:28992</"
    "CRS>"
    "<CRS>EPSG:3857</CRS><Layer><Name>roads</Name><Title>Roads</Title></Layer><Layer><Name>water</Name><Title>Water "
    "&amp; "
    "quays</Title><Abstract>Canals</Abstract></Layer></Layer></Capability></WMS_Capabilities>";
constexpr char kWfs[] =
    "<wfs:WFS_Capabilities xmlns:wfs=\"http://www.opengis.net/wfs/2.0\" version=\"2.0.0\"><wfs:FeatureTypeList>"
    "<wfs:FeatureType><wfs:Name>city:parcel</wfs:Name><wfs:Title>Parcels</wfs:Title>"
    "<wfs:DefaultCRS>urn:ogc:def:crs:EPSG::28992</wfs:DefaultCRS></wfs:FeatureType></wfs:FeatureTypeList></"
    "wfs:WFS_Capabilities>";
constexpr char kWmts[] =
    "<Capabilities xmlns=\"http://www.opengis.net/wmts/1.0\" "
    "xmlns:ows=\"http://www.opengis.net/ows/1.1\"><Contents><Layer>"
    "<ows:Title>Aerial</ows:Title><ows:Identifier>aerial</ows:Identifier><Style><ows:Identifier>default</"
    "ows:Identifier></Style>"
    "<Format>image/png</Format><TileMatrixSetLink><TileMatrixSet>GoogleMaps</TileMatrixSet></TileMatrixSetLink></Layer>"
    "</Contents></Capabilities>";

/// Answers every request with one body.
class OneAnswer : public QTcpServer
{
public:
    explicit OneAnswer(QByteArray body) : m_body(std::move(body))
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                socket->readAll();
                socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nConnection: close\r\nContent-Length: " +
                              QByteArray::number(m_body.size()) + "\r\n\r\n" + m_body);
                socket->disconnectFromHost();
            });
        });
    }
    QString address() const { return QStringLiteral("http://127.0.0.1:%1/wms").arg(serverPort()); }

private:
    QByteArray m_body;
};
} // namespace

class TestServices : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::LayersFixture> m_fixture;

private slots:
    void init() { m_fixture = std::make_unique<test::LayersFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void readsWhatServicesOffer()
    {
        const auto wms = readCapabilities(kWms, QStringLiteral("http://x.org/wms?map=a&service=WMS"), ServiceKind::Wms);
        LOCI_VERIFY_RESULT(wms);
        QCOMPARE(wms->size(), std::size_t(2));
        QCOMPARE((*wms)[1].title, QStringLiteral("Water & quays"));
        QVERIFY((*wms)[1].source.uri.contains(QStringLiteral("crs=EPSG:3857&format=image/png&layers=water")));
        QVERIFY((*wms)[1].source.uri.contains(QStringLiteral("map%3Da")));
        const auto wfs = readCapabilities(kWfs, QStringLiteral("http://x.org/wfs"), ServiceKind::Wfs);
        LOCI_VERIFY_RESULT(wfs);
        QVERIFY(wfs->front().source.uri.contains(QStringLiteral("city:parcel")));
        QVERIFY(wfs->front().source.uri.contains(QStringLiteral("EPSG:28992")));
        const auto wmts = readCapabilities(kWmts, QStringLiteral("http://x.org/wmts"), ServiceKind::Wmts);
        LOCI_VERIFY_RESULT(wmts);
        QVERIFY(wmts->front().source.uri.contains(QStringLiteral("tileMatrixSet=GoogleMaps")));
    }

    void refusesWhatIsNoService()
    {
        QVERIFY(!readCapabilities("<html><body>Hello</body></html>", {}, ServiceKind::Wms));
        QVERIFY(!readCapabilities("not xml at all", {}, ServiceKind::Wms));
        QVERIFY(!readCapabilities(QByteArray(kWms).left(200), {}, ServiceKind::Wms));
        const auto refused = readCapabilities("<ServiceExceptionReport><ServiceException>No map</ServiceException>"
                                              "</ServiceExceptionReport>",
                                              {}, ServiceKind::Wms);
        QVERIFY(!refused);
        QVERIFY(refused.error().message.contains(QStringLiteral("No map")));
        QVERIFY(!xyzSource(QStringLiteral("https://x.org/{z}/{x}.png"), {}));
    }

    void guessesTheKindFromTheAddress()
    {
        QCOMPARE(guessKind(QStringLiteral("https://x.org/{z}/{x}/{y}.png")), ServiceKind::Xyz);
        QCOMPARE(guessKind(QStringLiteral("https://x.org/geo/wfs")), ServiceKind::Wfs);
        QCOMPARE(guessKind(QStringLiteral("https://x.org/WMTSCapabilities.xml")), ServiceKind::Wmts);
        QCOMPARE(guessKind(QStringLiteral("https://x.org/map")), ServiceKind::Wms);
    }

    void asksAServerAndSearchesItsLayers()
    {
        OneAnswer server(kWms);
        ServiceTab tab(ServiceTab::Kind::WebMap, m_fixture->tasks, m_fixture->files);
        tab.resize(340, 500);
        tab.show();
        tab.setAddress(server.address());
        QTest::mouseClick(tab.findChild<QPushButton *>(QStringLiteral("connect")), Qt::LeftButton);
        QTRY_COMPARE(tab.offeredCount(), 2);
        auto *list = tab.findChild<QListWidget *>(QStringLiteral("offered"));
        QTest::keyClicks(tab.findChild<QLineEdit *>(QStringLiteral("search")), QStringLiteral("canal"));
        QVERIFY(list->item(0)->isHidden());
        QVERIFY(!list->item(1)->isHidden());
        list->item(1)->setSelected(true);
        QSignalSpy chosen(&tab, &ServiceTab::chosen);
        QTest::mouseClick(tab.findChild<QPushButton *>(QStringLiteral("add")), Qt::LeftButton);
        QCOMPARE(chosen.count(), 1);
    }

    void saysThatAServerDoesNotAnswer()
    {
        quint16 port = 0;
        {
            QTcpServer gone;
            QVERIFY(gone.listen(QHostAddress::LocalHost));
            port = gone.serverPort();
        }
        ServiceTab tab(ServiceTab::Kind::Features, m_fixture->tasks, m_fixture->files);
        tab.setAddress(QStringLiteral("http://127.0.0.1:%1/wfs").arg(port));
        tab.connectToService();
        auto *message = tab.findChild<QLabel *>(QStringLiteral("message"));
        QTRY_VERIFY(message->text().contains(QStringLiteral("does not answer")));
        QVERIFY(!tab.isBusy());
    }

    void saysThatADatabaseFileIsGone()
    {
        DatabaseSpec spec;
        spec.postgis = false;
        spec.file = QStringLiteral("/nowhere/x.sqlite");
        const auto layers = databaseLayers(spec, {});
        QVERIFY(!layers);
        QVERIFY(layers.error().message.contains(QStringLiteral("does not exist")));
    }

    void addsRealFilesAsOneStep()
    {
        const QString delft = test::sharedData(QStringLiteral("base/delft/tudcampus_footprints.geojson"));
        const QString region = test::sharedData(QStringLiteral("base/delft/tudcampus_influRegion.geojson"));
        if (delft.isEmpty()) {
            QSKIP("shared data is absent");
        }
        AddSourcePanel panel(*m_fixture->session, m_fixture->tasks, m_fixture->files);
        panel.resize(360, 600);
        panel.show();
        const auto steps = m_fixture->space->history().size();
        QSignalSpy added(&panel, &AddSourcePanel::added);
        m_fixture->files.opens.push_back({delft, region});
        QTest::mouseClick(panel.findChild<QPushButton *>(QStringLiteral("chooseFiles")), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(added.count(), 1, 30000);
        const QStringList ids = added.first().first().toStringList();
        QCOMPARE(ids.size(), 2);
        qint64 most = 0;
        for (const QString &id : ids) {
            most = std::max<qint64>(most,
                                    qobject_cast<QgsVectorLayer *>(m_fixture->project().mapLayer(id))->featureCount());
        }
        QCOMPARE(most, 1529);
        QCOMPARE(m_fixture->space->history().size(), steps + 1);
        QVERIFY(m_fixture->space->undo());
        QCOMPARE(m_fixture->project().mapLayers().size(), 0);
    }

    void fetchesNoBaseMapBeforeItIsChosen()
    {
        AddSourcePanel panel(*m_fixture->session, m_fixture->tasks, m_fixture->files);
        auto *list = panel.findChild<QListWidget *>(QStringLiteral("baseMaps"));
        QVERIFY(list->count() >= 1);
        QCOMPARE(m_fixture->project().mapLayers().size(), 0);
    }
};

LOCI_TEST_CLASS(TestServices)
#include "layers_services.moc"
