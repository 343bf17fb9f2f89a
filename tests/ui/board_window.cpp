// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/indicatorverb.h"
#include "layers/domain/city/citymodel.h"
#include "tests/ui/board_fixture.h"
#include "widgets/board/boardexport.h"
#include "widgets/board/explaincard.h"
#include "widgets/city/citylibrary.h"
#include "widgets/common/theme.h"
#include "widgets/common/tokens.h"
#include "widgets/common/translator.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QJsonArray>
#include <QTreeWidget>

using namespace loci;
using namespace loci::widgets;

/// The indicator workplace of the real program over the sample city, and the verb over the same workspace.
class TestBoards
    : public QObject
    , private test::BoardWindow
{
    Q_OBJECT
private:
    static Result<cli::Answer> verb(const QStringList &arguments, const QHash<QString, QString> &options = {})
    {
        return cli::indicatorVerb().run({arguments, options, {}, {}});
    }

private slots:
    void initTestCase() { open(); }
    void cleanupTestCase() { close(); }

    void showsTheBoardsOfTheSample()
    {
        QVERIFY(room().view().isVisible());
        QVERIFY(!m_window->views().isVisible());
        QCOMPARE(workspace().keys(QLatin1String(workspace::key::kBoardPrefix)).size(), 3);
        QCOMPARE(results().definitions().size(), std::size_t(21));
        for (const Finding &finding : results().findings) {
            QVERIFY2(finding.severity != Severity::Error, qPrintable(finding.message));
        }
        for (const auto &definition : results().definitions()) {
            const indicators::Calculated *city = results().latest(definition->code, results().areas().city());
            QVERIFY2(city != nullptr && city->value, qPrintable(definition->code + (city ? city->reason : QString())));
            qInfo("%s: %.3f %s, %s, %s", qPrintable(definition->code), *city->value, qPrintable(definition->unit),
                  qPrintable(city->coverage()), qPrintable(city->written));
        }
    }

    void heritagePlacesOfTheSampleAreFullRecords()
    {
        const QStringList assets = workspace().keys(QStringLiteral("heritage/asset/"));
        QCOMPARE(assets.size(), 120);
        QCOMPARE(workspace().keys(QStringLiteral("heritage/zone/")).size(), 158);
        const city::CityModelPtr model = m_rooms->services().cities.entries().front().model;
        QVERIFY(model != nullptr);
        int bound = 0;
        for (const QString &key : assets) {
            const QJsonObject record = workspace().json(key);
            QCOMPARE(record[QLatin1String("names")].toArray().size(), 2);
            QVERIFY(!record[QLatin1String("phases")].toArray().isEmpty());
            for (const auto &binding : record[QLatin1String("bindings")].toArray()) {
                QCOMPARE(binding[QLatin1String("model")].toString(), m_rooms->services().cities.entries().front().id);
                const QString object = binding[QLatin1String("object")].toString();
                QVERIFY2(model->find(object.toStdString()) != city::kNone, qPrintable(object));
                ++bound;
            }
        }
        QVERIFY(bound > 120);
    }

    void oneDistrictIsPartial()
    {
        showBoard("livable");
        int partial = 0;
        for (const int district : results().areas().atLevel(1)) {
            const indicators::Calculated *value =
                results().find(QStringLiteral("LV-04"), district, QStringLiteral("2026"));
            QVERIFY(value != nullptr);
            partial += value->quality == indicators::Quality::Partial ? 1 : 0;
        }
        QCOMPARE(partial, 1);
        const indicators::Calculated *city = results().latest(QStringLiteral("LV-04"), results().areas().city());
        QCOMPARE(city->quality, indicators::Quality::Partial);
        QCOMPARE(city->coverage(), QStringLiteral("partial (62 of 64)"));
        QVERIFY(canvas().tileWidget(2)->accessibleName().contains(QStringLiteral("partial (62 of 64)")));
        const indicators::Calculated *before =
            results().find(QStringLiteral("LV-04"), results().areas().city(), QStringLiteral("2023"));
        QCOMPARE(before->quality, indicators::Quality::Complete);
    }

    void opensToDefinitionFormulaInputsAndSource()
    {
        showBoard("livable");
        QTest::mouseClick(canvas().tileWidget(2), Qt::LeftButton, {}, QPoint(20, 10));
        QCOMPARE(room().card().code(), QStringLiteral("LV-04"));
        const QString words = room().card().words();
        for (const char *part : {"100 * sorting / homes", "= 100 *", "census.csv, version", "calc-", "2027", "2030",
                                 "partial (62 of 64)", "Share of homes with waste sorting"}) {
            QVERIFY2(words.contains(QLatin1String(part)),
                     qPrintable(QLatin1String(part) + QStringLiteral(" in ") + words));
        }
        QVERIFY(room().card().findChild<QTreeWidget *>(QStringLiteral("explain.tree"))->topLevelItem(0)->childCount() >
                2);
    }

    void aBarMarksItsAreaInEveryTile()
    {
        showBoard("livable");
        const int ranking = tileOf(Tile::Kind::Ranking);
        BoardTile *tile = canvas().tileWidget(ranking);
        const auto spots = tileSpots(tile->content(), canvas().board().tiles[ranking], *canvas().context());
        QVERIFY(spots.size() >= 10);
        QTest::mouseClick(tile, Qt::LeftButton, {}, spots[2].box.center().toPoint());
        QCOMPARE(canvas().marked(), spots[2].area);
        QTest::mouseDClick(tile, Qt::LeftButton, {}, spots[2].box.center().toPoint());
        QCOMPARE(results().areas().at(canvas().area()).code, spots[2].area);
        auto *areas = room().panel().findChild<QComboBox *>(QStringLiteral("board.area"));
        QCOMPARE(areas->currentData().toInt(), canvas().area());
        emit room().view().areaReset();
        QCOMPARE(canvas().area(), 0);
    }

    void dragsTilesAndTakesItBack()
    {
        showBoard("resilient");
        room().view().setEditing(true);
        const QRect before = canvas().board().tiles[0].place;
        BoardTile *tile = canvas().tileWidget(0);
        const QPoint grab(30, 10);
        const int column = canvas().width() / Board::kColumns;
        QTest::mousePress(tile, Qt::LeftButton, {}, grab);
        QTest::mouseMove(tile, grab + QPoint(3 * column / 2, 2));
        QTest::mouseMove(tile, grab + QPoint(3 * column / 2, 2));
        QTest::mouseRelease(tile, Qt::LeftButton, {}, grab);
        QVERIFY(canvas().board().tiles[0].place != before);
        QCOMPARE(Board::fromJson(QStringLiteral("resilient"), workspace().json(QStringLiteral("board/resilient")))
                     .tiles[0]
                     .place,
                 canvas().board().tiles[0].place);
        LOCI_VERIFY_RESULT(workspace().undo());
        QCOMPARE(canvas().board().tiles[0].place, before);
        room().view().setEditing(false);
    }

    void addsATile()
    {
        showBoard("intelligent");
        const std::size_t before = canvas().board().tiles.size();
        room().view().addTile(Tile::Kind::Gauge);
        QCOMPARE(canvas().board().tiles.size(), before + 1);
        QVERIFY(!canvas().board().tiles.back().code.isEmpty());
        LOCI_VERIFY_RESULT(workspace().undo());
        QCOMPARE(canvas().board().tiles.size(), before);
    }

    void exportsWithProvenance()
    {
        showBoard("livable");
        for (const char *format : {"png", "pdf", "csv"}) {
            m_saveTo = at(QStringLiteral("board.") + QLatin1String(format));
            emit room().view().exportRequested(QLatin1String(format));
            QVERIFY2(QFile::exists(m_saveTo), format);
        }
        QFile csv(at(QStringLiteral("board.csv")));
        QVERIFY(csv.open(QIODevice::ReadOnly));
        const QByteArray text = csv.readAll();
        QVERIFY(text.contains("calc-"));
        QVERIFY(text.contains("census.csv"));
        QVERIFY(text.contains("\"unknown\"")); // and its value is an empty cell
        QFile pdf(at(QStringLiteral("board.pdf")));
        QVERIFY(pdf.open(QIODevice::ReadOnly) && pdf.read(5) == "%PDF-");
        QImage png(at(QStringLiteral("board.png")));
        QVERIFY(png.width() > 1000);
        QVERIFY(png.text(QStringLiteral("Provenance")).contains(QStringLiteral("calc-")));
    }

    void keepsValuesInTheWorkspace()
    {
        const auto rows = workspace().indicatorValues(QStringLiteral("LV-04"));
        QVERIFY(rows.size() > 500); // 79 areas, 7 years
        int unknown = 0;
        for (const storage::IndicatorRow &row : rows) {
            unknown += row.value ? 0 : 1;
            QVERIFY(row.calculation.startsWith(QStringLiteral("calc-")));
        }
        QVERIFY(unknown >= 4);
    }

    void looksRight_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QString>("language");
        QTest::newRow("light-en") << false << "en";
        QTest::newRow("dark-zh") << true << "zh_CN";
    }
    void looksRight()
    {
        QFETCH(bool, dark);
        QFETCH(QString, language);
        applyTheme(*qApp, dark ? ThemeMode::Dark : ThemeMode::Light);
        m_rooms->services().translator.setLanguage(language);
        for (const char *board : {"livable", "resilient", "intelligent"}) {
            showBoard(board);
            QCoreApplication::sendPostedEvents();
            for (int i = 0; i < static_cast<int>(canvas().board().tiles.size()); ++i) {
                const QImage image = canvas().tileWidget(i)->grab().toImage();
                QSet<QRgb> colours;
                for (int y = 0; y < image.height(); y += 2) {
                    for (int x = 0; x < image.width(); x += 2) {
                        colours.insert(image.pixel(x, y));
                    }
                }
                QVERIFY2(colours.size() > 4, qPrintable(QStringLiteral("%1 tile %2 is empty").arg(board).arg(i)));
            }
            picture(qPrintable(
                QStringLiteral("board-%1-%2").arg(QLatin1String(board), QLatin1String(QTest::currentDataTag()))));
        }
        m_rooms->services().translator.setLanguage(QStringLiteral("en"));
        applyTheme(*qApp, ThemeMode::Light);
    }

    void theVerbTellsTheSame()
    {
        const QString path = workspacePath();
        const auto packs = verb({QStringLiteral("list")});
        LOCI_VERIFY_RESULT(packs);
        QCOMPARE(packs->json[QStringLiteral("packs")].toArray().size(), 8);
        const auto listed = verb({QStringLiteral("list"), path});
        LOCI_VERIFY_RESULT(listed);
        QCOMPARE(listed->json[QStringLiteral("indicators")].toArray().size(), 21);
        const auto one = verb({QStringLiteral("compute"), path, QStringLiteral("LV-04")});
        LOCI_VERIFY_RESULT(one);
        const indicators::Calculated *city = results().latest(QStringLiteral("LV-04"), results().areas().city());
        QCOMPARE(one->json[QStringLiteral("value")].toDouble(), *city->value);
        QCOMPARE(one->json[QStringLiteral("calculation")].toString(), city->id);
        QCOMPARE(one->json[QStringLiteral("quality")].toString(), QStringLiteral("partial"));
        QCOMPARE(one->json[QStringLiteral("coverage")].toObject()[QStringLiteral("have")].toInt(), 62);
        const auto told = verb({QStringLiteral("explain"), path, QStringLiteral("LV-04")});
        LOCI_VERIFY_RESULT(told);
        QVERIFY(told->text.contains(QStringLiteral("Rows")));
        const auto target = verb({QStringLiteral("target"), path, QStringLiteral("LV-04")});
        LOCI_VERIFY_RESULT(target);
        QCOMPARE(target->json[QStringLiteral("targets")].toArray().size(), 2);
        const auto ahead = verb({QStringLiteral("forecast"), path, QStringLiteral("SEN-001/PM2.5")});
        LOCI_VERIFY_RESULT(ahead);
        QCOMPARE(ahead->json[QStringLiteral("forecast")].toArray().size(), 24);
        QVERIFY(ahead->json[QStringLiteral("backTest")].toObject()[QStringLiteral("compared")].toInt() > 100);
        for (const QStringList &wrong : {QStringList{QStringLiteral("compute"), path, QStringLiteral("none")},
                                         {QStringLiteral("explain"), path},
                                         {QStringLiteral("forecast"), path, QStringLiteral("none")},
                                         {QStringLiteral("dance")}}) {
            const auto refused = verb(wrong);
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::Usage);
        }
        QVERIFY(!verb({QStringLiteral("target"), path, QStringLiteral("LV-04")},
                      {{QStringLiteral("set"), QStringLiteral("soon=1")}}));
        QCOMPARE(verb({QStringLiteral("compute"), at(QStringLiteral("absent.loci"))}).error().code,
                 ErrorCode::NotReadable);
    }

    void theVerbWritesToAWorkspaceOfItsOwn()
    {
        const QString path = at(QStringLiteral("own.loci"));
        LOCI_VERIFY_RESULT(workspace::Workspace::create(path));
        const auto added = verb({QStringLiteral("add"), path, QStringLiteral("iso37120")});
        LOCI_VERIFY_RESULT(added);
        QVERIFY(added->json[QStringLiteral("added")].toInt() > 40);
        const auto computed =
            verb({QStringLiteral("compute"), path, QStringLiteral("ISO37120-5.1")}, {{QStringLiteral("keep"), {}}});
        LOCI_VERIFY_RESULT(computed);
        QVERIFY(computed->json[QStringLiteral("value")].isNull()); // not connected: unknown, never zero
        QCOMPARE(computed->json[QStringLiteral("quality")].toString(), QStringLiteral("unknown"));
        const auto set = verb({QStringLiteral("target"), path, QStringLiteral("ISO37120-5.1")},
                              {{QStringLiteral("set"), QStringLiteral("2027=5,2030=4")},
                               {QStringLiteral("baseline"), QStringLiteral("2023=6")}});
        LOCI_VERIFY_RESULT(set);
        QCOMPARE(set->json[QStringLiteral("targets")].toArray().size(), 2);
        auto opened = workspace::Workspace::open(path, workspace::Access::ReadOnly);
        LOCI_VERIFY_RESULT(opened);
        QVERIFY(!(*opened)->indicatorValues(QStringLiteral("ISO37120-5.1")).empty());
        QVERIFY((*opened)->keys().contains(QStringLiteral("indicator/target/ISO37120-5.1")));
    }
};
LOCI_TEST_CLASS(TestBoards)
#include "board_window.moc"
