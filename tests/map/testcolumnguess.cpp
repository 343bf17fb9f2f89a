// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/columnguess.h"
#include "tests/support/testmain.h"

#include <QStringEncoder>
#include <QTest>

using namespace loci::map;

class TestColumnGuess : public QObject
{
    Q_OBJECT
private slots:
    void findsCoordinateColumns_data();
    void findsCoordinateColumns();
    void prefersWktOverNumbers();
    void leavesTablesWithoutCoordinates();
    void readsChineseInGb18030();
    void takesDecimalCommasApart();
};

void TestColumnGuess::findsCoordinateColumns_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("x");
    QTest::addColumn<QString>("y");
    QTest::addColumn<bool>("degrees");
    QTest::newRow("lon lat") << QByteArray("id,lon,lat\n1,4.3,52.0\n") << "lon"
                             << "lat" << true;
    QTest::newRow("lat first") << QByteArray("Latitude;Longitude\n52.0;4.3\n") << "Longitude"
                               << "Latitude" << true;
    QTest::newRow("metres") << QByteArray("name\tX\tY\na\t84756.1\t445388.2\n") << "X"
                            << "Y" << false;
    QTest::newRow("easting") << QByteArray("Easting,Northing\n530000,180000\n") << "Easting"
                             << "Northing" << false;
    QTest::newRow("chinese") << QByteArray("名称,经度,纬度\n白马寺,112.6,34.7\n") << "经度"
                             << "纬度" << true;
    QTest::newRow("x y degrees") << QByteArray("x,y\n4.3,52\n4.4,52.1\n") << "x"
                                 << "y" << true;
    QTest::newRow("quoted") << QByteArray("\"a,b\",\"lon\",\"lat\"\n\"q,\"\"r\",4,52\n") << "lon"
                            << "lat" << true;
}

void TestColumnGuess::findsCoordinateColumns()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, x);
    QFETCH(QString, y);
    QFETCH(bool, degrees);
    const TableGuess guess = guessTable(text);
    QCOMPARE(guess.xColumn, x);
    QCOMPARE(guess.yColumn, y);
    QCOMPARE(guess.degrees, degrees);
}

void TestColumnGuess::prefersWktOverNumbers()
{
    const TableGuess guess = guessTable(QByteArray("x;y;geom\n1;2;\"POINT (3 4)\"\n1;2;POINT(5 6)\n"));
    QCOMPARE(guess.wktColumn, QStringLiteral("geom"));
    QVERIFY(guess.hasCoordinates());
}

void TestColumnGuess::leavesTablesWithoutCoordinates()
{
    const TableGuess guess = guessTable(QByteArray("name,lat,lon\na,here,there\n"));
    QVERIFY(!guess.hasCoordinates());
    QCOMPARE(guess.columns.size(), 3);
}

void TestColumnGuess::readsChineseInGb18030()
{
    QStringEncoder encoder("GB18030");
    QVERIFY(encoder.isValid());
    const QByteArray bytes = encoder(QStringLiteral("名称,经度,纬度\n白马寺,112.6,34.7\n龙门石窟,112.47,34.56\n"));
    const TableGuess guess = guessTable(bytes);
    QCOMPARE(guess.encoding, QStringLiteral("GB18030"));
    QCOMPARE(guess.xColumn, QStringLiteral("经度"));
}

void TestColumnGuess::takesDecimalCommasApart()
{
    const TableGuess guess = guessTable(QByteArray("lon;lat\n4,31;52,07\n"));
    QCOMPARE(guess.delimiter, QChar(';'));
    QVERIFY(guess.decimalComma);
    QCOMPARE(guess.xColumn, QStringLiteral("lon"));
}

LOCI_TEST_CLASS(TestColumnGuess)
#include "testcolumnguess.moc"
