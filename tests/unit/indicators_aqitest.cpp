// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/indicators/airquality.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTest>
#include <cmath>
#include <limits>

using namespace loci;
using namespace loci::indicators;

namespace {

constexpr double kGap = std::numeric_limits<double>::quiet_NaN();

AirQualityRules rules()
{
    QFile file(QStringLiteral(LOCI_SOURCE_DIR "/resources/rules/airquality.json"));
    return file.open(QIODevice::ReadOnly) ? AirQualityRules::fromJson(file.readAll()).value_or(AirQualityRules())
                                          : AirQualityRules();
}

std::optional<int> indexOf(const AirQualityRules &all, const char *version, const char *table, double value)
{
    const AqiVersion *found = all.version(QLatin1String(version));
    return found != nullptr ? individualIndex(*found, QLatin1String(table), value).index : std::nullopt;
}

AirSeries oneDay(const std::map<QString, double> &levels)
{
    AirSeries series;
    series.start = QDateTime(QDate(2026, 3, 1), QTime(0, 0), Qt::UTC);
    for (const auto &[pollutant, level] : levels) {
        series.values[pollutant] = std::vector<double>(24, level);
        series.units[pollutant] = QStringLiteral("µg/m³");
    }
    return series;
}

const std::map<QString, double> kClean{{QStringLiteral("SO2"), 10},  {QStringLiteral("NO2"), 20},
                                       {QStringLiteral("CO"), 500},  {QStringLiteral("O3"), 60},
                                       {QStringLiteral("PM10"), 30}, {QStringLiteral("PM2.5"), 20}};

} // namespace

/// The worked values of the design's domain notes, section 4.7, and every breakpoint.
class IndicatorAqiTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_rules = rules();
        QCOMPARE(m_rules.versions().size(), std::size_t(3));
    }

    void worksTheExamples()
    {
        QCOMPARE(indexOf(m_rules, "HJ 633-2012", "PM2.5/24h", 80), std::optional(107));
        QCOMPARE(indexOf(m_rules, "HJ 633-2026", "PM2.5/24h", 80), std::optional(119));
        QCOMPARE(indexOf(m_rules, "HJ 633-2012", "PM2.5/24h", 55), std::optional(75));
        QCOMPARE(indexOf(m_rules, "HJ 633-2026", "PM2.5/24h", 55), std::optional(90));
        QCOMPARE(indexOf(m_rules, "HJ 633-2026", "PM2.5/24h", 60.5), std::optional(100)); // half to even: 60
        const AqiVersion &version = *m_rules.version(QStringLiteral("HJ 633-2026"));
        QCOMPARE(individualIndex(version, QStringLiteral("PM2.5/24h"), 61.5).concentration, Quantity(62));
        QCOMPARE(individualIndex(version, QStringLiteral("CO/24h"), 0.85).concentration, Quantity(0.8));
        QCOMPARE(indexOf(m_rules, "US EPA 2024", "PM2.5/24h", 80.0), std::optional(168));
        QCOMPARE(indexOf(m_rules, "US EPA 2024", "PM2.5/24h", 9.09), std::optional(50)); // cut off to 9.0
    }

    void meetsEveryBreakpoint_data()
    {
        QTest::addColumn<QString>("version");
        QTest::newRow("2012") << "HJ 633-2012";
        QTest::newRow("2026") << "HJ 633-2026";
        QTest::newRow("US") << "US EPA 2024";
    }
    void meetsEveryBreakpoint()
    {
        QFETCH(QString, version);
        const AqiVersion &v = *m_rules.version(version);
        for (const auto &[name, table] : v.tables) {
            const double unit = std::pow(10, -table.decimals);
            for (const AqiSegment &segment : table.segments) {
                QCOMPARE(individualIndex(v, name, segment.to).index, std::optional(static_cast<int>(segment.high)));
                const auto below = individualIndex(v, name, segment.to - unit).index;
                QVERIFY2(below && *below <= segment.high && *below >= segment.low, qPrintable(name));
            }
            const auto above = individualIndex(v, name, table.segments.back().to + unit);
            QVERIFY(above.beyond);
            QCOMPARE(above.index.has_value(), table.beyond != AqiTable::Beyond::None);
        }
    }

    void knowsWhatIsBeyondTheTable()
    {
        QCOMPARE(indexOf(m_rules, "HJ 633-2026", "SO2/1h", 900), std::optional(200));
        QVERIFY(!indexOf(m_rules, "HJ 633-2012", "SO2/1h", 900));
        QCOMPARE(indexOf(m_rules, "HJ 633-2026", "O3/8h", 900), std::optional(300));
        QVERIFY(!indexOf(m_rules, "HJ 633-2012", "O3/8h", 900));
        QCOMPARE(indexOf(m_rules, "HJ 633-2026", "PM2.5/24h", 700), std::optional(500));
        QVERIFY(*indexOf(m_rules, "US EPA 2024", "PM2.5/24h", 400) > 500);
        QVERIFY(!indexOf(m_rules, "US EPA 2024", "O3/1h", 0.1)); // the 8-hour table speaks there
        QVERIFY(!indexOf(m_rules, "HJ 633-2026", "PM2.5/24h", -1));
        QVERIFY(!indexOf(m_rules, "HJ 633-2026", "PM2.5/24h", kGap));
    }

    void changesOnItsDate()
    {
        const auto idOn = [this](int y, int m, int d) {
            const AqiVersion *v = m_rules.inForce(QStringLiteral("CN"), QDate(y, m, d));
            return v != nullptr ? v->id : QString();
        };
        QCOMPARE(idOn(2013, 3, 1), QStringLiteral("HJ 633-2012"));
        QCOMPARE(idOn(2026, 2, 28), QStringLiteral("HJ 633-2012"));
        QCOMPARE(idOn(2026, 3, 1), QStringLiteral("HJ 633-2026"));
        QCOMPARE(idOn(2000, 1, 1), QString());
    }

    void aMissingPollutantIsNoZero()
    {
        const AqiVersion &now = *m_rules.version(QStringLiteral("HJ 633-2026"));
        AirSeries series = oneDay(kClean);
        auto day = dailyIndices(now, series);
        LOCI_VERIFY_RESULT(day);
        QCOMPARE(day->size(), std::size_t(1));
        QCOMPARE(day->front().index, std::optional(30)); // PM10, O3 and the rest below
        QVERIFY(day->front().primary.isEmpty());         // not above 50
        series.values[QStringLiteral("SO2")].assign(24, kGap);
        day = dailyIndices(now, series);
        QVERIFY(!day->front().index);
        QVERIFY(day->front().withheld);
        QCOMPARE(day->front().missing, QStringList{QStringLiteral("SO2")});
        series.values[QStringLiteral("PM2.5")].assign(24, 80);
        day = dailyIndices(now, series);
        QCOMPARE(day->front().index, std::optional(119)); // bad enough to be published
        QCOMPARE(day->front().primary, QStringList{QStringLiteral("PM2.5")});
        series.values.clear();
        QVERIFY(dailyIndices(now, series)->empty());
    }

    void needsEnoughHours()
    {
        const AqiVersion &now = *m_rules.version(QStringLiteral("HJ 633-2012"));
        AirSeries series = oneDay({{QStringLiteral("PM2.5"), 80}});
        auto &pm = series.values[QStringLiteral("PM2.5")];
        std::fill_n(pm.begin(), 4, kGap);
        QCOMPARE(dailyIndices(now, series)->front().index, std::optional(107)); // 20 hours
        pm[4] = kGap;
        QVERIFY(!dailyIndices(now, series)->front().index); // 19 hours
    }

    void refusesUnitsOfAnotherKind()
    {
        AirSeries series = oneDay(kClean);
        series.units[QStringLiteral("O3")] = QStringLiteral("ppm");
        QVERIFY(!dailyIndices(*m_rules.version(QStringLiteral("HJ 633-2026")), series));
    }

    void startsDaysAtMidnight()
    {
        AirSeries series = oneDay({{QStringLiteral("PM2.5"), 80}});
        series.start = QDateTime(QDate(2026, 2, 28), QTime(18, 0), Qt::UTC);
        series.values[QStringLiteral("PM2.5")].assign(6 + 24 + 5, 80);
        const auto days = dailyIndices(*m_rules.version(QStringLiteral("HJ 633-2012")), series);
        QCOMPARE(days->size(), std::size_t(1)); // the one whole day
    }

    void worksTheNowCastExample()
    {
        const Quantity value = nowCast({50, 80, 75, 90, 82, 53, 64, 74, 21, 10, 16, 13});
        QVERIFY(value && qAbs(*value - 64.26) < 0.005);
        QVERIFY(!nowCast({std::nullopt, std::nullopt, 75, 90, 82, 53, 64, 74, 21, 10, 16, 13}));
        QCOMPARE(nowCast({10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10}), Quantity(10));
    }

    void refusesBrokenRules()
    {
        QVERIFY(!AirQualityRules::fromJson("{"));
        QVERIFY(!AirQualityRules::fromJson("{\"versions\":[{\"id\":\"x\"}]}"));
    }

private:
    AirQualityRules m_rules;
};
LOCI_TEST_CLASS(IndicatorAqiTest)
#include "indicators_aqitest.moc"
