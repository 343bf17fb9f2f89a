// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/services/capabilities.h"
#include "tests/map/maptestbase.h"
#include "tests/map/nginxserver.h"
#include "widgets/map/mapcanvas.h"

#include <QBuffer>
#include <QRandomGenerator>

using namespace loci;
using namespace loci::test;
using widgets::MapCanvas;
using widgets::MapViewport;

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

QByteArray plainTile()
{
    QImage image(256, 256, QImage::Format_RGB32);
    image.fill(Qt::red);
    return png(image);
}

/// Some 200 kB that nobody can press together.
QByteArray heavyTile()
{
    QRandomGenerator random(1);
    QImage image(256, 256, QImage::Format_RGB32);
    random.fillRange(reinterpret_cast<quint32 *>(image.bits()), 256 * 256); // NOLINT: pixels are words
    return png(image);
}

} // namespace

/// What the map does when a server dies under it.
class TestMapServers : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        ensureQgis();
        if (!NginxServer::isInstalled()) {
            QSKIP("nginx is not installed");
        }
    }

    void keepsTheOldPictureWhenTheServerDiesWhileDrawing()
    {
        NginxServer server;
        const QString problem = server.create();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        for (int zoom = 1; zoom <= 3; ++zoom) {
            for (int x = 0; x < 1 << zoom; ++x) {
                for (int y = 0; y < 1 << zoom; ++y) {
                    QVERIFY(server.write(QStringLiteral("%1/%2/%3.png").arg(zoom).arg(x).arg(y),
                                         zoom == 1 ? plainTile() : heavyTile()));
                }
            }
        }
        map::MapDocument document;
        const auto source =
            map::xyzSource(server.address(QStringLiteral("slow/{z}/{x}/{y}.png")), QStringLiteral("Tiles"), 3);
        LOCI_VERIFY_RESULT(source);
        LOCI_VERIFY_RESULT(addAndWait(document, *source));
        QSignalSpy findings(&document, &map::MapDocument::findingsReported);
        MapCanvas canvas(document);
        canvas.resize(512, 512);
        canvas.show();
        QSignalSpy finished(&canvas, &MapCanvas::renderingFinished);
        MapViewport view;
        view.size = canvas.size();
        view.centre = {0, 0};
        view.unitsPerPixel = 2 * kWorld / 512;
        canvas.setViewport(view);
        QVERIFY(finished.wait(20'000));
        QTRY_COMPARE_WITH_TIMEOUT(canvas.picture().pixelColor(100, 100), QColor(Qt::red), 20'000);
        QCOMPARE(findings.size(), 0);

        // Twice as near: new tiles, which come so slowly that the server dies in the middle of it.
        const auto before = server.requests().size();
        finished.clear();
        view.unitsPerPixel /= 2;
        canvas.setViewport(view);
        QTRY_VERIFY(canvas.isRendering());
        QTRY_VERIFY(canvas.painter().isPainting());
        QCOMPARE(canvas.picture().pixelColor(100, 100), QColor(Qt::red)); // the old picture, enlarged, serves
        server.kill();
        QVERIFY(finished.wait(30'000));
        QVERIFY(server.requests().size() >= before);
        QCOMPARE(canvas.picture().pixelColor(100, 100), QColor(Qt::red));
        QCOMPARE(canvas.picture().pixelColor(400, 300), QColor(Qt::red));
        QCOMPARE(findings.size(), 1);
        const Finding finding = findings.first().first().value<Findings>().front();
        QCOMPARE(finding.code, QStringLiteral("layer_not_drawn"));
        QVERIFY(finding.message.contains(QStringLiteral("Tiles")));

        // Still gone: the same picture, and no second word about it.
        finished.clear();
        view.centre = {kWorld / 8, 0};
        canvas.setViewport(view);
        QVERIFY(finished.wait(30'000));
        QCOMPARE(canvas.picture().pixelColor(200, 200), QColor(Qt::red));
        QCOMPARE(findings.size(), 1);

        // Back again: what it has is drawn.
        const QString again = server.start();
        QVERIFY2(again.isEmpty(), qPrintable(again));
        view.centre = {0, 0};
        view.unitsPerPixel *= 2;
        canvas.setViewport(view);
        QTRY_VERIFY_WITH_TIMEOUT(!canvas.isRendering(), 20'000);
        QCOMPARE(canvas.picture().pixelColor(100, 100), QColor(Qt::red));
        QCOMPARE(findings.size(), 1);
    }
};

LOCI_TEST_CLASS(TestMapServers)
#include "mapservers_test.moc"
