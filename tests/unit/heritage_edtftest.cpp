// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/heritage/edtf.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace loci;
using namespace loci::heritage;

class HeritageEdtfTest : public QObject
{
    Q_OBJECT
private slots:
    void readsAndWrites_data();
    void readsAndWrites();
    void refuses_data();
    void refuses();
    void comparesIntervals();
    void readsPhrases_data();
    void readsPhrases();
    void writesPhrases();
    void countsCenturies();
};

void HeritageEdtfTest::readsAndWrites_data()
{
    QTest::addColumn<int>("fromYear");
    QTest::addColumn<int>("fromMonth");
    QTest::addColumn<int>("toYear");
    QTest::addColumn<int>("toMonth");
    QTest::addColumn<bool>("isCertain");
    const auto row = [](const char *text, int y, int m, int y2, int m2, bool isCertain) {
        QTest::newRow(text) << y << m << y2 << m2 << isCertain;
    };
    row("1420", 1420, 1, 1420, 12, true);
    row("1420-05", 1420, 5, 1420, 5, true);
    row("1420-05-31", 1420, 5, 1420, 5, true);
    row("1420/1450", 1420, 1, 1450, 12, true);
    row("1420~", 1420, 1, 1420, 12, false);
    row("1420?", 1420, 1, 1420, 12, false);
    row("1420%", 1420, 1, 1420, 12, false);
    row("142X", 1420, 1, 1429, 12, false);
    row("14XX", 1400, 1, 1499, 12, false);
    row("-0221", -221, 1, -221, 12, true);
    row("-022X", -229, 1, -220, 12, false);
    row("0000", 0, 1, 0, 12, true);
    row("Y-17000", -17000, 1, -17000, 12, true);
    row("1420-21", 1420, 3, 1420, 5, true);
    row("1420-24", 1420, 12, 1421, 2, true);
    row("1420-XX", 1420, 1, 1420, 12, false);
    row("1420-05-XX", 1420, 5, 1420, 5, false);
    row("2000-02-29", 2000, 2, 2000, 2, true);
    row("1420~/1450?", 1420, 1, 1450, 12, false);
}

void HeritageEdtfTest::readsAndWrites()
{
    const QString text = QString::fromLatin1(QTest::currentDataTag());
    const auto date = Edtf::parse(text);
    LOCI_VERIFY_RESULT(date);
    QCOMPARE(date->text(), text);
    QTEST(date->first()->year, "fromYear");
    QTEST(date->first()->month, "fromMonth");
    QTEST(date->last()->year, "toYear");
    QTEST(date->last()->month, "toMonth");
    QTEST(date->isCertain(), "isCertain");
}

void HeritageEdtfTest::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"",          "142",   "14200",      "1420-13",        "1420-00", "1420-02-30", "1900-02-29",
          "1450/1420", "../..", "/",          "1420/1430/1440", "14X0",    "-0000",      "Y1420",
          "1420-5",    "abcd",  "1420-XX-05", "142X-05-03",     "1420??",  "１４２０",   "1420 or so"}) {
        QTest::newRow(*text ? text : "empty") << QString::fromUtf8(text);
    }
}

void HeritageEdtfTest::refuses()
{
    QFETCH(QString, text);
    const auto date = Edtf::parse(text);
    QVERIFY2(!date, qPrintable(text));
    QCOMPARE(date.error().code, ErrorCode::Invalid);
    QVERIFY(!date.error().message.isEmpty());
}

void HeritageEdtfTest::comparesIntervals()
{
    const auto of = [](const char *text) { return Edtf::parse(QString::fromLatin1(text)).value(); };
    QVERIFY(of("1420").overlaps(of("142X")));
    QVERIFY(!of("1420").overlaps(of("1421/1450")));
    QVERIFY(of("../1450").overlaps(of("-0221")));
    QVERIFY(!of("../1450").overlaps(of("1451")));
    QVERIFY(of("1440/..").overlaps(of("2024")));
    QVERIFY(of("1420-05").isBefore(of("1420-06")));
    QVERIFY(!of("1420-05").isBefore(of("1420")));
    QVERIFY(!of("1440/..").isBefore(of("3000")));
    QVERIFY(!of("../1450").first());
    QVERIFY(!of("1420/").last());
    QCOMPARE(of("1420/").text(), QStringLiteral("1420/"));
}

void HeritageEdtfTest::readsPhrases_data()
{
    QTest::addColumn<QString>("edtf");
    const auto row = [](const char *phrase, const char *edtf) { QTest::newRow(phrase) << QString::fromLatin1(edtf); };
    row("20世纪50年代", "195X");
    row("18世纪", "17XX");
    row("公元前3世纪", "-0299/-0200");
    row("18世纪初", "1701~/1720~");
    row("1930年", "1930");
    row("公元前221年", "-0220");
    row("约1420年", "1420~");
    row("1938～1946年", "1938/1946");
    row("1942-1945年", "1942/1945");
    row("公元前37－公元668年", "-0036/0668");
    row("1950s", "195X");
    row("18th century", "17XX");
    row("early 18th century", "1701~/1733~");
    row("c. 1420", "1420~");
    row("221 BC", "-0220");
}

void HeritageEdtfTest::readsPhrases()
{
    QFETCH(QString, edtf);
    const auto date = edtfOfPhrase(QString::fromUtf8(QTest::currentDataTag()));
    QVERIFY(date);
    QCOMPARE(date->text(), edtf);
    QCOMPARE(Edtf::parse(edtf).value(), *date);
}

void HeritageEdtfTest::writesPhrases()
{
    for (const char *phrase : {"20世纪50年代", "18世纪", "公元前221年", "约1420年", "1930年"}) {
        const QString text = QString::fromUtf8(phrase);
        QCOMPARE(phraseOf(edtfOfPhrase(text).value(), QStringLiteral("zh")), text);
    }
    QCOMPARE(phraseOf(Edtf::parse(QStringLiteral("195X")).value(), QStringLiteral("en")), QStringLiteral("1950s"));
    QCOMPARE(phraseOf(Edtf::parse(QStringLiteral("1420/..")).value(), QStringLiteral("en")),
             QStringLiteral("from 1420"));
    QVERIFY(!edtfOfPhrase(QStringLiteral("long ago")));
    QVERIFY(!edtfOfPhrase(QStringLiteral("1420"))); // a bare number is no phrase: it is EDTF
}

void HeritageEdtfTest::countsCenturies()
{
    QCOMPARE(centuryOf(1700), 17);
    QCOMPARE(centuryOf(1701), 18);
    QCOMPARE(centuryOf(1), 1);
    QCOMPARE(centuryOf(0), -1);
    QCOMPARE(centuryOf(-99), -1);
    QCOMPARE(centuryOf(-100), -2);
}

LOCI_TEST_CLASS(HeritageEdtfTest)
#include "heritage_edtftest.moc"
