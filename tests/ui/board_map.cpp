// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/ledgerroom.h"
#include "layers/map/indicators/problemlayer.h"
#include "layers/map/mapdocument.h"
#include "tests/ui/board_fixture.h"
#include "widgets/board/boarddata.h"
#include "widgets/board/compositecard.h"
#include "widgets/board/explaincard.h"
#include "widgets/board/indicatormap.h"
#include "widgets/board/ledgercard.h"
#include "widgets/common/tokens.h"
#include "widgets/map/mapsession.h"
#include "widgets/scene/sceneview.h"

#include <qgsproject.h>
#include <qgsrenderer.h>
#include <qgsvectorlayer.h>

#include <cmath>

using namespace loci;
using namespace loci::widgets;

/// Indicators on map and in 3D, the ledger, composites, further tiles, and what is printed of a board.
class TestBoardMap
    : public QObject
    , private test::BoardWindow
{
    Q_OBJECT

private slots:
    void initTestCase() { open(); }
    void cleanupTestCase() { close(); }

    void everyKindOfTileSaysSomething()
    {
        showBoard("resilient");
        const std::size_t before = canvas().board().tiles.size();
        for (const Tile::Kind kind : {Tile::Kind::Distribution, Tile::Kind::States, Tile::Kind::Alerts,
                                      Tile::Kind::Problems, Tile::Kind::Scene, Tile::Kind::Heat}) {
            room().view().addTile(kind);
            const Tile &tile = canvas().board().tiles.back();
            QVERIFY(tile.kind == kind);
            QVERIFY(!tileWords(tile, *canvas().context()).isEmpty());
            QVERIFY(Tile::fromJson(tile.toJson()) == tile);
        }
        const int distribution = static_cast<int>(before);
        const auto spots = tileSpots(canvas().tileWidget(distribution)->content(), canvas().board().tiles[before],
                                     *canvas().context());
        QVERIFY(spots.size() >= 3);
        for (std::size_t i = 0; i < 6; ++i) {
            LOCI_VERIFY_RESULT(workspace().undo());
        }
        QCOMPARE(canvas().board().tiles.size(), before);
    }

    void aPictureTileShowsAFile()
    {
        showBoard("resilient");
        QImage image(40, 30, QImage::Format_RGB32);
        image.fill(QColor(200, 30, 60));
        const QString path = at(QStringLiteral("square.png"));
        QVERIFY(image.save(path));
        m_open = {path};
        room().view().addTile(Tile::Kind::Picture);
        const Tile &tile = canvas().board().tiles.back();
        QCOMPARE(tile.picture, QStringLiteral("square.png")); // relative to the workspace
        const QImage shown = canvas().tileWidget(static_cast<int>(canvas().board().tiles.size()) - 1)->grab().toImage();
        QCOMPARE(shown.pixelColor(shown.rect().center()), QColor(200, 30, 60));
        LOCI_VERIFY_RESULT(workspace().undo());
        LOCI_VERIFY_RESULT(workspace().undo());
    }

    void anIndicatorLiesOnTheMapAndStandsIn3D()
    {
        IndicatorMap &map = room().map();
        room().putOnMap(QStringLiteral("LV-04"));
        QVERIFY(map.layer().isShown());
        QCOMPARE(workspace().json(QStringLiteral("indicator/map"))[QLatin1String("code")].toString(),
                 QStringLiteral("LV-04"));
        for (const QString &key : workspace().keys()) {
            QVERIFY2(!key.startsWith(QLatin1String("map/layer/indicator")), qPrintable(key)); // derived, never stored
        }
        const auto *layer = qobject_cast<QgsVectorLayer *>(
            m_rooms->services().session.document().project().mapLayer(QLatin1String(map::AreaLayer::kId)));
        QVERIFY(layer != nullptr);
        QCOMPARE(layer->featureCount(), 14LL);
        QStringList labels;
        for (const QgsLegendSymbolItem &item : layer->renderer()->legendSymbolItems()) {
            labels << item.label();
        }
        QVERIFY(labels.contains(QStringLiteral("partial data")) && labels.contains(QStringLiteral("no data")));
        QVERIFY2(labels.size() >= 6, qPrintable(labels.join(QLatin1Char('|'))));
        LOCI_VERIFY_RESULT(workspace().undo());
        QVERIFY(!map.layer().isShown());
        LOCI_VERIFY_RESULT(workspace().redo());
        QVERIFY(map.layer().isShown());
    }

    void whatIsChosenOnTheMapIsChosenEverywhere()
    {
        showBoard("livable");
        emit room().view().areaReset();
        const QString area = QStringLiteral("9900104");
        const auto feature = room().map().layer().featureOf(area);
        QVERIFY(feature);
        m_rooms->services().selection.set({FeatureRef{QLatin1String(map::AreaLayer::kId), *feature}});
        QCOMPARE(results().areas().at(canvas().area()).code, area);
        QCOMPARE(canvas().marked(), area);
        QCOMPARE(m_window->scene().markedColumn(), area);
        QVERIFY(canvas().tileWidget(2)->accessibleName().contains(QStringLiteral("%")));
        emit m_window->scene().columnClicked(QStringLiteral("9900112"));
        QCOMPARE(results().areas().at(canvas().area()).code, QStringLiteral("9900112"));
        emit room().view().areaReset();
        // and the other way: a bar lights its area up on map and in 3D, and turns no tile
        canvas().setMarked(QStringLiteral("9900103"));
        QCOMPARE(room().map().selectedArea(), QStringLiteral("9900103"));
        QCOMPARE(m_window->scene().markedColumn(), QStringLiteral("9900103"));
        QCOMPARE(canvas().area(), 0);
        m_rooms->services().selection.clear();
    }

    void aNumberOpensToItsRowsOnTheMap()
    {
        const int part = results().areas().findAny(QStringLiteral("9900101001"));
        QVERIFY(part > 0);
        emit room().panel().indicatorChosen(QStringLiteral("LV-02"));
        emit room().panel().areaChosen(part);
        const QStringList rows = room().card().rows();
        QVERIFY(rows.size() > 10);
        emit room().card().rowsRequested(rows, QStringLiteral("buildings.geojson"));
        QCOMPARE(m_rooms->services().selection.things().size(), static_cast<std::size_t>(rows.size()));
        QVERIFY(m_window->views().isVisible());
        m_rooms->services().selection.clear();
        m_window->setWorkplace(app::BoardRoom::kWorkplace);
        emit room().view().areaReset();
    }

    void keepsALedgerOfProblems()
    {
        app::LedgerRoom &ledger = room().ledger();
        QCOMPARE(ledger.problems().size(), std::size_t(5));
        QCOMPARE(ledger.problems().front().id, QStringLiteral("reports-xinan")); // its deadline has passed
        QVERIFY(ledger.problems().front().isOverdue(QDate(2026, 11, 1)));
        QVERIFY(m_rooms->services().session.document().project().mapLayer(QLatin1String(map::ProblemLayer::kId)));
        indicators::Problem problem;
        problem.finding = QStringLiteral("Broken bench");
        problem.deadline = QDate(2020, 1, 1);
        problem.place = Vec2{118.4, 29.7};
        emit ledger.card().saveRequested(problem);
        QCOMPARE(ledger.problems().size(), std::size_t(6));
        QCOMPARE(ledger.problems().front().finding, problem.finding); // overdue for the longest time
        showBoard("livable");
        const int tile = tileOf(Tile::Kind::Problems);
        const QString words = tileWords(canvas().board().tiles[static_cast<std::size_t>(tile)], *canvas().context());
        QVERIFY2(words.contains(QStringLiteral("Broken bench")) && words.contains(QStringLiteral("days overdue")),
                 qPrintable(words));
        emit ledger.card().removeRequested(ledger.problems().front().id);
        QCOMPARE(ledger.problems().size(), std::size_t(5));
        LOCI_VERIFY_RESULT(workspace().undo());
        QCOMPARE(ledger.problems().size(), std::size_t(6));
        LOCI_VERIFY_RESULT(workspace().undo());
        QCOMPARE(ledger.problems().size(), std::size_t(5));
    }

    void anAlertIsSeenOnce()
    {
        showBoard("intelligent");
        const auto data = [this] { return canvas().context()->data; };
        QVERIFY(data() != nullptr && data()->alerts.size() > 3);
        const QString id = data()->alerts.front().id;
        QVERIFY(!data()->alerts.front().seen);
        emit canvas().itemChosen(id);
        const auto seen = std::find_if(data()->alerts.begin(), data()->alerts.end(),
                                       [&id](const indicators::Alert &alert) { return alert.id == id; });
        QVERIFY(seen != data()->alerts.end() && seen->seen);
        LOCI_VERIFY_RESULT(workspace().undo());
        QVERIFY(!data()->alerts.front().seen);
    }

    void joinsIndicatorsWithJudgements()
    {
        CompositeCard &card = room().composite();
        indicators::CompositePlan plan;
        plan.codes = {QStringLiteral("LV-03"), QStringLiteral("LV-04"), QStringLiteral("RS-02")};
        plan.weighting = indicators::CompositePlan::Weighting::Ahp;
        plan.judgements = {{1, 3, 5}, {1 / 3.0, 1, 2}, {1 / 5.0, 1 / 2.0, 1}};
        card.setPlan(plan);
        QVERIFY2(card.result(), qPrintable(card.words()));
        QVERIFY(std::abs(card.result()->hierarchy->consistencyRatio - 0.00318) < 1e-4);
        QVERIFY(card.words().contains(QStringLiteral("consistency ratio 0.003")));
        QCOMPARE(card.result()->areas.size(), std::size_t(14));
        plan.codes = {QStringLiteral("LV-03")};
        card.setPlan(plan);
        QVERIFY(!card.result() && card.words().contains(QStringLiteral("two or more")));
    }

    void whatIsPrintedIsWhatIsShown()
    {
        for (const char *board : {"livable", "resilient", "intelligent"}) {
            showBoard(board);
            canvas().choose(-1);
            m_saveTo = at(QStringLiteral("same.png"));
            emit room().view().exportRequested(QStringLiteral("png"));
            const QImage paper = QImage(m_saveTo).convertToFormat(QImage::Format_RGB32);
            QImage screen(canvas().size() * 2, QImage::Format_RGB32);
            screen.setDevicePixelRatio(2);
            screen.fill(tokens().window);
            canvas().render(&screen, {}, {}, QWidget::DrawChildren);
            screen.setDevicePixelRatio(1);
            QCOMPARE(paper.width(), screen.width());
            // Letters are smoothed otherwise in a window than on paper; at an eighth only what is said counts.
            const int height = std::min(paper.height(), screen.height()) / 8;
            const auto coarse = [height](const QImage &image) {
                return image.copy(0, 0, image.width(), height * 8)
                    .scaled(image.width() / 8, height, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
            };
            const QImage printed = coarse(paper), shown = coarse(screen);
            qint64 differing = 0;
            for (int y = 0; y < height; ++y) {
                for (int x = 0; x < printed.width(); ++x) {
                    const QRgb p = printed.pixel(x, y), q = shown.pixel(x, y);
                    const int apart =
                        std::abs(qRed(p) - qRed(q)) + std::abs(qGreen(p) - qGreen(q)) + std::abs(qBlue(p) - qBlue(q));
                    differing += apart > 120 ? 1 : 0;
                }
            }
            const double share = static_cast<double>(differing) / (static_cast<double>(height) * printed.width());
            qInfo("%s: %.4f %% of the pixels differ", board, 100 * share);
            QVERIFY2(share < 0.002, board);
        }
    }
};
LOCI_TEST_CLASS(TestBoardMap)
#include "board_map.moc"
