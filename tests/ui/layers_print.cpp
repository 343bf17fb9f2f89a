// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/print/mapexporter.h"
#include "tests/support/testmain.h"
#include "tests/ui/layers_fixture.h"
#include "widgets/layers/frameoverlay.h"
#include "widgets/layers/printpanel.h"

#include <qgscoordinatereferencesystem.h>
#include <qgscoordinatetransform.h>
#include <qgsfillsymbol.h>
#include <qgsproject.h>
#include <qgssinglesymbolrenderer.h>
#include <qgsvectorlayer.h>

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace loci;
using namespace loci::map;
using namespace loci::widgets;

class TestPrint : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::LayersFixture> m_fixture;
    QgsVectorLayer *m_layer = nullptr;

    PrintRequest request() const
    {
        PrintRequest r;
        r.project = &m_fixture->project();
        r.layers = {m_layer};
        r.centre = {85250, 446050};
        r.scale = 2500;
        r.dpi = 200;
        r.legend = false;
        return r;
    }
    /// Width in pixels of the black run in the row with the widest black.
    static int widestBlack(const QImage &image, const QRect &area)
    {
        int widest = 0;
        for (int y = area.top(); y <= area.bottom(); ++y) {
            int run = 0;
            for (int x = area.left(); x <= area.right(); ++x) {
                run = qGray(image.pixel(x, y)) < 40 ? run + 1 : 0;
                widest = std::max(widest, run);
            }
        }
        return widest;
    }
    /// One black square of 400 m, without an outline, around the centre.
    void blackSquare()
    {
        auto *square = new QgsVectorLayer(QStringLiteral("Polygon?crs=EPSG:28992"), QStringLiteral("Square"),
                                          QStringLiteral("memory"));
        QgsFeature feature;
        feature.setGeometry(QgsGeometry::fromRect(QgsRectangle(85050, 445850, 85450, 446250)));
        QgsFeatureList features{feature};
        square->dataProvider()->addFeatures(features);
        square->updateExtents();
        square->setRenderer(new QgsSingleSymbolRenderer(
            QgsFillSymbol::createSimple({{"color", "0,0,0,255"}, {"outline_style", "no"}})));
        m_fixture->project().addMapLayer(square);
        m_layer = square;
    }
    static QRect mapPixels(const PrintRequest &r)
    {
        const QRectF area = mapArea(r);
        const double k = r.dpi / 25.4;
        return QRectF(area.x() * k + 3, area.y() * k + 3, area.width() * k - 6, area.height() * k - 6).toRect();
    }

private slots:
    void init()
    {
        m_fixture = std::make_unique<test::LayersFixture>();
        m_fixture->project().setCrs(QgsCoordinateReferenceSystem::fromEpsgId(28992));
        m_layer = m_fixture->addSquares();
        QVERIFY(m_layer);
    }
    void cleanup() { m_fixture.reset(); }

    void pngIsTrueToScale()
    {
        blackSquare();
        const PrintRequest r = request();
        const QString path = m_fixture->folder.filePath(QStringLiteral("map.png"));
        LOCI_VERIFY_RESULT(exportMap(r, path));
        const QImage image(path);
        QVERIFY(std::abs(image.width() - 297 * 200 / 25.4) < 1); // QGIS cuts the part of a dot off
        QVERIFY(std::abs(image.height() - 210 * 200 / 25.4) < 1);
        const double expected = 400.0 / r.scale * 1000 / 25.4 * r.dpi; // 400 m on paper, in dots
        const double measured = widestBlack(image, mapPixels(r));
        QVERIFY2(std::abs(measured - expected) / expected < 0.005,
                 qPrintable(QStringLiteral("%1 / %2").arg(measured).arg(expected)));
    }

    void backgroundExportIsTheSamePicture()
    {
        blackSquare();
        const PrintRequest r = request();
        const QString path = m_fixture->folder.filePath(QStringLiteral("background.png"));
        MapExporter exporter;
        QSignalSpy finished(&exporter, &MapExporter::succeeded);
        exporter.start(r, path);
        QVERIFY(finished.wait(30000));
        const QImage image(path);
        const double expected = 400.0 / r.scale * 1000 / 25.4 * r.dpi;
        const double measured = widestBlack(image, mapPixels(r));
        QVERIFY2(std::abs(measured - expected) / expected < 0.005,
                 qPrintable(QStringLiteral("%1 / %2").arg(measured).arg(expected)));
    }

    void degreesArePrintedInTrueMetres()
    {
        blackSquare();
        m_fixture->project().setCrs(QgsCoordinateReferenceSystem::fromEpsgId(3857));
        PrintRequest r = request();
        const QgsCoordinateTransform toMap(QgsCoordinateReferenceSystem::fromEpsgId(28992), m_fixture->project().crs(),
                                           m_fixture->project().transformContext());
        const QgsPointXY centre = toMap.transform(85250, 446050);
        r.centre = {centre.x(), centre.y()};
        QCOMPARE(paperCrs(r).authid(), QStringLiteral("EPSG:32631"));
        const QString path = m_fixture->folder.filePath(QStringLiteral("utm.png"));
        LOCI_VERIFY_RESULT(exportMap(r, path));
        const double expected = 400.0 / r.scale * 1000 / 25.4 * r.dpi;
        const double measured = widestBlack(QImage(path), mapPixels(r));
        // Turned by the convergence of the two grids, so a row is at most a little longer than the side.
        QVERIFY2(std::abs(measured - expected) / expected < 0.005,
                 qPrintable(QStringLiteral("%1 / %2").arg(measured).arg(expected)));
    }

    void pdfHasTheSizeOfThePaper_data()
    {
        QTest::addColumn<QSizeF>("paper");
        for (const PaperSize &size : paperSizes()) {
            QTest::newRow(qPrintable(size.name)) << size.millimetres;
        }
        QTest::newRow("own size") << QSizeF(333, 222);
    }
    void pdfHasTheSizeOfThePaper()
    {
        QFETCH(QSizeF, paper);
        PrintRequest r = request();
        r.page = paper;
        r.dpi = 96;
        r.legend = true;
        const QString path = m_fixture->folder.filePath(QStringLiteral("map.pdf"));
        LOCI_VERIFY_RESULT(exportMap(r, path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QRegularExpression box(QStringLiteral("/MediaBox\\s*\\[\\s*0\\s+0\\s+([\\d.]+)\\s+([\\d.]+)"));
        const QRegularExpressionMatch match = box.match(QString::fromLatin1(file.readAll()));
        QVERIFY(match.hasMatch());
        QVERIFY(std::abs(match.captured(1).toDouble() * 25.4 / 72 - paper.width()) < 0.5);
        QVERIFY(std::abs(match.captured(2).toDouble() * 25.4 / 72 - paper.height()) < 0.5);
    }

    void writesSvg()
    {
        const QString path = m_fixture->folder.filePath(QStringLiteral("map.svg"));
        LOCI_VERIFY_RESULT(exportMap(request(), path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("<svg"));
    }

    void refusesWhatCannotBePrintedAndLeavesNothing()
    {
        const QString folder = m_fixture->folder.path();
        const QStringList before = QDir(folder).entryList(QDir::AllEntries | QDir::Hidden);
        PrintRequest huge = request();
        huge.page = {2000, 2000};
        huge.dpi = 600;
        QVERIFY(!exportMap(huge, folder + "/x.png"));
        PrintRequest zero = request();
        zero.scale = 0;
        QVERIFY(!exportMap(zero, folder + "/x.png"));
        QCOMPARE(exportMap(request(), folder + "/x.docx").error().code, ErrorCode::Unsupported);
        QCOMPARE(exportMap(request(), folder + "/nowhere/x.png").error().code, ErrorCode::NotWritable);
        QCOMPARE(QDir(folder).entryList(QDir::AllEntries | QDir::Hidden), before);
    }

    void panelPlacesTheFrameAndExports()
    {
        QWidget map;
        map.resize(800, 600);
        map.show();
        Box3 view{{84900, 445800, 0}, {85700, 446400, 0}};
        PrintPanel panel(*m_fixture->session, m_fixture->files);
        panel.attach(&map, {[&] { return view; }, [] { return EpsgCode(28992); }, {}, {}, {}});
        panel.resize(340, 700);
        panel.show();
        QVERIFY(panel.overlay());
        QTRY_VERIFY(panel.overlay()->isVisible());
        QVERIFY(map.rect().contains(panel.overlay()->framePixels().boundingRect().toRect()));
        // Dragging the grip moves the paper in the world: 10 px are 10 m here.
        const double before = panel.request().centre.x;
        QWidget *grip = panel.overlay()->grip();
        QTest::mousePress(grip, Qt::LeftButton, {}, QPoint(10, 10));
        const QPoint target = grip->mapToGlobal(QPoint(20, 10));
        QMouseEvent move(QEvent::MouseMove, grip->mapFromGlobal(target), target, Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(grip, &move);
        QTest::mouseRelease(grip, Qt::LeftButton);
        QVERIFY(std::abs(panel.request().centre.x - before - 10) < 0.01);
        QTest::keyClick(grip, Qt::Key_Left);
        QVERIFY(panel.request().centre.x < before + 10);

        auto *scale = panel.findChild<QComboBox *>(QStringLiteral("scale"));
        scale->lineEdit()->selectAll();
        QTest::keyClicks(scale->lineEdit(), QStringLiteral("1:1 250"));
        QTest::keyClick(scale->lineEdit(), Qt::Key_Return);
        QCOMPARE(panel.request().scale, 1250.0);

        auto *title = panel.findChild<QLineEdit *>(QStringLiteral("title"));
        QTest::keyClicks(title, QStringLiteral("Plan of the square"));
        QTest::keyClick(title, Qt::Key_Return);
        QCOMPARE(m_fixture->space->json(QStringLiteral("print/texts")).value("title").toString(),
                 QStringLiteral("Plan of the square"));
        QCOMPARE(m_fixture->space->undoTitle(), QStringLiteral("Change print texts"));

        const QString path = m_fixture->folder.filePath(QStringLiteral("panel.png"));
        m_fixture->files.saves.push_back(path);
        QSignalSpy exported(&panel, &PrintPanel::exported);
        QTest::mouseClick(panel.findChild<QAbstractButton *>(QStringLiteral("export")), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(exported.count(), 1, 60000);
        QVERIFY(!QImage(path).isNull());
        QTest::mouseClick(panel.findChild<QAbstractButton *>(QStringLiteral("copy")), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!QApplication::clipboard()->image().isNull(), 30000);
    }
};

LOCI_TEST_CLASS(TestPrint)
#include "layers_print.moc"
