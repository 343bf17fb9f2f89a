// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/indicators/forecast.h"
#include "layers/formats/observations/csvobservations.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <limits>

using namespace loci;
using namespace loci::indicators;

namespace {

constexpr double kGap = std::numeric_limits<double>::quiet_NaN();

/// A daily wave on a slope with a little, repeatable roughness.
std::vector<double> wave(int days, double roughness = 0)
{
    std::vector<double> values;
    values.reserve(static_cast<std::size_t>(days) * 24);
    quint32 state = 12345;
    for (int hour = 0; hour < days * 24; ++hour) {
        state = state * 1664525U + 1013904223U;
        const double noise = roughness * (state / 4294967295.0 - 0.5);
        values.push_back(40 + 0.02 * hour + 10 * std::sin(hour * 2 * M_PI / 24) + noise);
    }
    return values;
}

QString madeFile(const QTemporaryDir &folder, const char *name, const QByteArray &text)
{
    QFile file(folder.filePath(QLatin1String(name)));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName() : QString();
}

} // namespace

class IndicatorForecastTest : public QObject
{
    Q_OBJECT

private slots:
    void followsTrendAndSeason()
    {
        const auto made = forecast(wave(30), 24, 48, 5);
        LOCI_VERIFY_RESULT(made);
        const auto truth = wave(32);
        for (int step = 0; step < 48; ++step) {
            QVERIFY(std::abs(made->points[step].value - truth[30 * 24 + step]) < 0.5);
            QVERIFY(made->points[step].low <= made->points[step].value);
        }
        QVERIFY(made->backTest.meanAbsolute < 0.5);
        QVERIFY(made->method.startsWith(QStringLiteral("Holt-Winters")));
    }

    void bandsWidenAndHold()
    {
        const auto made = forecast(wave(60, 6), 24, 24, 20);
        LOCI_VERIFY_RESULT(made);
        const auto width = [&](std::size_t i) { return made->points[i].high - made->points[i].low; };
        QVERIFY(width(23) >= width(0));
        QVERIFY(width(0) > 1);
        QVERIFY(made->backTest.inBand > 0.75);
        QCOMPARE(made->backTest.compared, 20 * 24);
    }

    void gapsAreNoZeros()
    {
        std::vector<double> values = wave(40);
        for (int hour = 300; hour < 360; ++hour) {
            values[hour] = kGap;
        }
        const auto made = forecast(values, 24, 24, 5);
        LOCI_VERIFY_RESULT(made);
        QVERIFY(made->backTest.meanAbsolute < 1);
        QVERIFY(made->points[0].value > 20);
        std::vector<double> empty(1000, kGap);
        QVERIFY(!forecast(empty, 24, 24, 5));
        QVERIFY(!forecast(wave(1), 24, 24, 5));
        QVERIFY(!forecast(wave(30), 24, 0, 5));
        CancelToken cancel;
        cancel.cancel();
        const auto cancelled = forecast(wave(30), 24, 24, 5, cancel);
        QVERIFY(!cancelled);
        QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
    }

    void flagsWhatLeavesTheBaseline()
    {
        std::vector<double> values = wave(40, 4);
        values[35 * 24 + 7] += 60;
        values[36 * 24 + 7] = kGap;
        const auto found = anomalies(values, 24);
        QVERIFY(found[35 * 24 + 7].flagged);
        QVERIFY(found[35 * 24 + 7].score > 3.5);
        QVERIFY(found[35 * 24 + 7].expected < values[35 * 24 + 7]);
        QVERIFY(!found[36 * 24 + 7].flagged); // a gap is no anomaly
        QVERIFY(!found[5].judged);            // no history yet
        const auto flags = std::count_if(found.begin(), found.end(), [](const Anomaly &a) { return a.flagged; });
        QVERIFY2(flags < 30, qPrintable(QString::number(flags)));
        QVERIFY(!anomalies(std::vector<double>(400, 5.0), 24)[399].judged); // no scatter to judge by
    }

    void readsTables()
    {
        const QTemporaryDir folder;
        const QString path = madeFile(folder, "square.csv",
                                      "time,station,PM2.5,note\n"
                                      "2026-11-01T02:00,\"A, north\",12.5,x\n"
                                      "2026-11-01T00:00,\"A, north\",10,x\n"
                                      "soon,\"A, north\",99,x\n"
                                      "2026-11-01T03:00,\"A, north\",NA,x\n"
                                      "2026-11-01T04:00,\"A, north\",,x\n"
                                      "2026-11-01T05:00,\"A, north\",0\n");
        const auto read =
            formats::CsvObservations::read({{path, {{QStringLiteral("PM2.5"), QStringLiteral("µg/m³")}}}});
        LOCI_VERIFY_RESULT(read);
        QCOMPARE(read->findings.size(), std::size_t(1));
        QCOMPARE(read->findings[0].where, QStringLiteral("row 4"));
        const auto series = read->value->hourly(QStringLiteral("A, north/PM2.5"));
        LOCI_VERIFY_RESULT(series);
        QCOMPARE(series->start, QDateTime(QDate(2026, 11, 1), QTime(0, 0), Qt::UTC));
        QCOMPARE(series->values.size(), std::size_t(6));
        QCOMPARE(series->values[0], 10.0);
        QVERIFY(std::isnan(series->values[1])); // no row: a gap
        QCOMPARE(series->values[2], 12.5);
        QVERIFY(std::isnan(series->values[3]));
        QVERIFY(std::isnan(series->values[4]));
        QCOMPARE(series->values[5], 0.0); // a measured zero is one
    }

    void refusesWhatIsNoTable()
    {
        const QTemporaryDir folder;
        const QHash<QString, QString> units{{QStringLiteral("a"), QStringLiteral("m")}};
        QVERIFY(!formats::CsvObservations::read({{folder.filePath(QStringLiteral("absent.csv")), units}}));
        QVERIFY(!formats::CsvObservations::read({{madeFile(folder, "notime.csv", "a,b\n1,2\n"), units}}));
        QVERIFY(!formats::CsvObservations::read({{madeFile(folder, "nounit.csv", "time,b\n1,2\n"), units}}));
        QVERIFY(!formats::CsvObservations::read({{madeFile(folder, "empty.csv", ""), units}}));
        const auto far = formats::CsvObservations::read(
            {{madeFile(folder, "far.csv", "time,a\n2026-01-01T00:00,1\n9999-01-01T00:00,2\n"), units}});
        LOCI_VERIFY_RESULT(far);
        QCOMPARE(far->findings.size(), std::size_t(1)); // and not a billion gaps
    }
};
LOCI_TEST_CLASS(IndicatorForecastTest)
#include "indicators_forecasttest.moc"
