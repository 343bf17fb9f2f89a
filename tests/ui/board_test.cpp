// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/indicators/definition.h"
#include "tests/support/testmain.h"
#include "widgets/board/board.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace loci;
using namespace loci::widgets;

/// Boards as data, and the packs that the program brings.
class TestBoardData : public QObject
{
    Q_OBJECT

private slots:
    void survivesJson()
    {
        Board board;
        board.id = QStringLiteral("a");
        board.name = {QStringLiteral("板"), QStringLiteral("Board")};
        Tile tile;
        tile.kind = Tile::Kind::Series;
        tile.place = {3, 2, 4, 5};
        tile.stream = QStringLiteral("S/PM2.5");
        tile.limit = 60;
        board.tiles.push_back(tile);
        const Board again = Board::fromJson(board.id, board.toJson());
        QCOMPARE(again.tiles.size(), std::size_t(1));
        QVERIFY(again.tiles[0] == tile);
        QCOMPARE(again.name.zh, QStringLiteral("板"));
    }

    void hostileBoardsStayInTheGrid()
    {
        const Board board = Board::fromJson(
            QStringLiteral("x"),
            QJsonDocument::fromJson(R"({"tiles":[{"kind":"value","place":[-5,-9,100,100000]},{"place":"no"},7,)"
                                    R"({"kind":"unheard","place":[1e9,1e9,1,1]}]})")
                .object());
        QCOMPARE(board.tiles.size(), std::size_t(4));
        for (const Tile &tile : board.tiles) {
            QVERIFY(tile.place.x() >= 0 && tile.place.x() + tile.place.width() <= Board::kColumns);
            QVERIFY(tile.place.y() >= 0 && tile.place.height() >= 2 && tile.place.height() <= 24);
        }
    }

    void tilesMakeRoom()
    {
        Board board;
        for (const QRect &place : {QRect(0, 0, 6, 3), QRect(6, 0, 6, 3), QRect(0, 3, 12, 4)}) {
            Tile tile;
            tile.place = place;
            board.tiles.push_back(tile);
        }
        board.put(1, QRect(3, 0, 6, 3));
        QCOMPARE(board.tiles[1].place, QRect(3, 0, 6, 3));
        for (std::size_t i = 0; i < 3; ++i) {
            for (std::size_t j = i + 1; j < 3; ++j) {
                QVERIFY(!board.tiles[i].place.intersects(board.tiles[j].place));
            }
        }
        const QRect free = board.freePlace({3, 3});
        for (const Tile &tile : board.tiles) {
            QVERIFY(!tile.place.intersects(free));
        }
    }

    void everyShippedPackCanBeUsed()
    {
        const QDir folder(QStringLiteral(LOCI_SOURCE_DIR "/resources/indicators"));
        const QStringList names = folder.entryList({QStringLiteral("*.json")});
        QCOMPARE(names.size(), 8);
        QStringList codes;
        for (const QString &name : names) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto pack = indicators::readPack(file.readAll(), name);
            QVERIFY2(pack.findings.empty(),
                     pack.findings.empty() ? "" : qPrintable(name + pack.findings.front().message));
            QVERIFY(!pack.value.empty());
            for (const indicators::Definition &definition : pack.value) {
                QVERIFY2(!codes.contains(definition.code), qPrintable(definition.code));
                codes << definition.code;
                QVERIFY2(!definition.name.zh.isEmpty() && !definition.name.en.isEmpty(), qPrintable(definition.code));
                QVERIFY2(!definition.source.isEmpty(), qPrintable(definition.code));
                QVERIFY2(!definition.confirm.isEmpty(), qPrintable(definition.code));
            }
        }
        QVERIFY(codes.size() > 120);
    }
};
LOCI_TEST_CLASS(TestBoardData)
#include "board_test.moc"
