// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/heritage/reigns.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace loci;
using namespace loci::heritage;

class HeritageReignsTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void readsChinese_data();
    void readsChinese();
    void goesBothWays_data();
    void goesBothWays();
    void everyEraComesBack();
    void refusesWhatIsAmbiguousOrWrong_data();
    void refusesWhatIsAmbiguousOrWrong();
    void readsNumbers();
    void findsByPinyin();
    void readsTheErasOfTheNationalList();
    void refusesADamagedTable();

private:
    ReignTable m_table;
};

void HeritageReignsTest::initTestCase()
{
    QFile file(QStringLiteral(LOCI_SOURCE_DIR "/resources/heritage/reigns.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto table = ReignTable::parse(file.readAll());
    LOCI_VERIFY_RESULT(table);
    m_table = *table;
    QVERIFY(m_table.eras().size() > 500);
    QVERIFY(!m_table.source().isEmpty());
}

void HeritageReignsTest::readsChinese_data()
{
    QTest::addColumn<QString>("edtf");
    const auto row = [](const char *text, const char *edtf) { QTest::newRow(text) << QString::fromLatin1(edtf); };
    row("清乾隆", "1736/1795");
    row("乾隆三十年", "1765");
    row("清高宗乾隆三十年", "1765");
    row("清光绪二十年（1894年）", "1894");
    row("明洪武元年", "1368");
    row("唐贞观十五年", "0641");
    row("汉武帝元狩二年", "-0120");
    row("清", "1644/1911");
    row("清代", "1644/1911");
    row("宋", "0960/1279");
    row("北宋", "0960/1127");
    row("宋绍兴十年", "1140");
    row("明万历四十八年", "1620");
    row("元至正二十八年", "1368");
    row("后至元三年", "1337");
    row("民国", "1912/1949");
    row("明至清", "1368/1911");
    row("明、清", "1368/1911");
    row("明清", "1368/1911");
    row("唐—宋", "0618/1279");
    row("宋至元", "0960/1368");
    row("清乾隆至嘉庆", "1736/1820");
    row("清乾隆三十年至四十年", "");
    row("元至正元年至明洪武三年", "1341/1370");
    row("清康熙年间", "1662/1722");
    row("明末", "1575~/1644~");
    row("约唐", "0618~/0907~");
    row("1930年", "1930");
    row("20世纪50年代", "195X");
    row("明清至今", "1368/..");
    row("大清乾隆", "1736/1795");
    row("萬曆十年", "1582");
    row("武周天授", "0690/0692");
}

void HeritageReignsTest::readsChinese()
{
    QFETCH(QString, edtf);
    const auto date = m_table.toEdtf(QString::fromUtf8(QTest::currentDataTag()));
    if (edtf.isEmpty()) {
        QVERIFY(!date); // a year without an era is not guessed
        return;
    }
    LOCI_VERIFY_RESULT(date);
    QCOMPARE(date->text(), edtf);
}

void HeritageReignsTest::goesBothWays_data()
{
    QTest::addColumn<QString>("edtf");
    const auto row = [](const char *text, const char *edtf) { QTest::newRow(text) << QString::fromLatin1(edtf); };
    row("清乾隆", "1736/1795");
    row("清乾隆三十年", "1765");
    row("明洪武", "1368/1398");
    row("明永乐十八年", "1420");
    row("唐开元元年", "0713");
    row("北宋宣和七年", "1125");
    row("西汉建元元年", "-0139");
    row("清光绪三十四年", "1908");
    row("清宣统三年", "1911");
    row("唐", "0618/0907");
    row("南宋", "1127/1279");
}

void HeritageReignsTest::goesBothWays()
{
    QFETCH(QString, edtf);
    const QString text = QString::fromUtf8(QTest::currentDataTag());
    const auto date = m_table.toEdtf(text);
    LOCI_VERIFY_RESULT(date);
    QCOMPARE(date->text(), edtf);
    const QStringList names = m_table.toChinese(Edtf::parse(edtf).value());
    QVERIFY2(names.contains(text), qPrintable(names.join(QLatin1Char(' '))));
}

void HeritageReignsTest::everyEraComesBack()
{
    int years = 0;
    for (const Era &era : m_table.eras()) {
        if (era.reign.isEmpty()) {
            continue;
        }
        const QString name = era.dynasty + era.ruler + era.reign;
        const int last = era.to - era.from + 1;
        for (const int year : {1, (last + 1) / 2, last}) {
            const QString text = name + chineseYear(year);
            const auto date = m_table.toEdtf(text);
            if (!date && date.error().message.contains(QStringLiteral("、"))) {
                continue; // one ruler, one era name, twice: it has to be written in another way
            }
            QVERIFY2(date, qPrintable(text + QLatin1Char(' ') + date.error().message));
            QVERIFY2(*date == Edtf::years(era.from + year - 1, era.from + year - 1), qPrintable(text));
            const QStringList back = m_table.toChinese(*date);
            QVERIFY2(back.contains(era.dynasty + era.reign + chineseYear(year)), qPrintable(text));
            ++years;
        }
    }
    QVERIFY(years > 1000);
}

void HeritageReignsTest::refusesWhatIsAmbiguousOrWrong_data()
{
    QTest::addColumn<QString>("part");
    const auto row = [](const char *text, const char *part) { QTest::newRow(text) << QString::fromUtf8(part); };
    row("建武三年", "东汉光武帝建武");
    row("唐上元二年", "肃宗");
    row("乾隆六十一年", "60");
    row("清光绪二十年（1994年）", "1994");
    row("清至明", "before it begins");
    row("昨天", "昨天");
    row("", "known here");
    row("清乾隆零年", "乾隆零年");
}

void HeritageReignsTest::refusesWhatIsAmbiguousOrWrong()
{
    QFETCH(QString, part);
    const auto date = m_table.toEdtf(QString::fromUtf8(QTest::currentDataTag()));
    QVERIFY(!date);
    QVERIFY2(date.error().message.contains(part), qPrintable(date.error().message));
}

void HeritageReignsTest::readsNumbers()
{
    for (int number = 1; number < 200; ++number) {
        const QString year = chineseYear(number);
        QCOMPARE(chineseNumber(year.chopped(1)), std::optional(number));
    }
    QCOMPARE(chineseNumber(QStringLiteral("廿三")), std::optional(23));
    QCOMPARE(chineseNumber(QStringLiteral("30")), std::optional(30));
    QVERIFY(!chineseNumber(QStringLiteral("天")));
    QVERIFY(!chineseNumber({}));
}

void HeritageReignsTest::findsByPinyin()
{
    const std::vector<Era> found = m_table.find(QStringLiteral("ql"));
    QVERIFY(
        std::any_of(found.begin(), found.end(), [](const Era &era) { return era.reign == QStringLiteral("乾隆"); }));
    QVERIFY(m_table.find(QStringLiteral("zzzz")).empty());
    QCOMPARE(m_table.find(QStringLiteral("q"), 3).size(), std::size_t(3));
}

void HeritageReignsTest::readsTheErasOfTheNationalList()
{
    QFile file(QStringLiteral(LOCI_SHARED_DATA "/heritage/china_guobao/guobao_sites_gcj02.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        QSKIP("the shared data is not here");
    }
    int rows = 0;
    int read = 0;
    const QJsonArray sites = QJsonDocument::fromJson(file.readAll()).array();
    for (const QJsonValue &site : sites) {
        const QString era = site.toObject().value(QLatin1String("era")).toString();
        rows += era.isEmpty() ? 0 : 1;
        read += !era.isEmpty() && m_table.toEdtf(era) ? 1 : 0;
    }
    QVERIFY2(read >= rows * 97 / 100, qPrintable(QStringLiteral("%1 of %2").arg(read).arg(rows)));
    qInfo("%d of %d eras read", read, rows);
}

void HeritageReignsTest::refusesADamagedTable()
{
    QVERIFY(!ReignTable::parse("{}"));
    QVERIFY(!ReignTable::parse("{\"dynasties\": [{\"name\": \"清\", \"from\": 1911, \"to\": 1644}]}"));
}

LOCI_TEST_CLASS(HeritageReignsTest)
#include "heritage_reignstest.moc"
