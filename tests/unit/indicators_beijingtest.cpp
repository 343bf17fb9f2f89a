// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/indicators/aqistreams.h"
#include "layers/domain/indicators/forecast.h"
#include "layers/formats/observations/csvobservations.h"
#include "tests/support/testenvironment.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>

using namespace loci;
using namespace loci::indicators;

namespace {

const char *const kStations[] = {"Aotizhongxin", "Changping", "Dongsi",  "Guanyuan",
                                 "Nongzhanguan", "Shunyi",    "Tiantan", "Wanshouxigong"};
constexpr std::size_t kHours = 35064;

QHash<QString, QString> unitsOfData()
{
    QHash<QString, QString> units;
    for (const char *name : {"PM2.5", "PM10", "SO2", "NO2", "CO", "O3"}) {
        units.insert(QLatin1String(name), QStringLiteral("µg/m³"));
    }
    return units;
}

QString fileOf(const QString &folder, const char *station)
{
    const QString plain = folder + QStringLiteral("/PRSA_Data_%1_20130301-20170228.csv").arg(QLatin1String(station));
    return QFile::exists(plain) ? plain : plain + QStringLiteral(".gz");
}

QByteArray written(char kind, std::size_t at, const AqiResult &result)
{
    return QByteArray(1, kind) + ',' + QByteArray::number(static_cast<qulonglong>(at)) + ',' +
           (result.index ? QByteArray::number(*result.index) : QByteArray("-")) + ',' +
           result.primary.join(QLatin1Char('+')).toLatin1() + '\n';
}

} // namespace

/// Eight stations in Beijing, four years of hours, against a script of its own kind.
class IndicatorBeijingTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_folder = test::sharedData(QStringLiteral("indicators/beijing_prsa"));
        QFile file(QStringLiteral(LOCI_SOURCE_DIR "/resources/rules/airquality.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        auto rules = AirQualityRules::fromJson(file.readAll());
        LOCI_VERIFY_RESULT(rules);
        m_rules = std::make_shared<const AirQualityRules>(std::move(*rules));
    }

    void equalsTheReference_data()
    {
        QTest::addColumn<QString>("station");
        for (const char *station : kStations) {
            QTest::newRow(station) << QString::fromLatin1(station);
        }
    }
    void equalsTheReference()
    {
        if (m_folder.isEmpty()) {
            QSKIP("shared data is absent");
        }
        QFETCH(QString, station);
        const QString path = fileOf(m_folder, qPrintable(station));
        const auto read = formats::CsvObservations::read({{path, unitsOfData()}});
        LOCI_VERIFY_RESULT(read);
        QVERIFY(read->findings.empty());
        const AirSeries air = AqiStreams::airOf(*read->value, station);
        QCOMPARE(air.hours(), kHours);
        const QString python = QStandardPaths::findExecutable(QStringLiteral("python3"));
        QVERIFY(!python.isEmpty());
        const QTemporaryDir folder;
        const auto out = [&folder](const char *rule) { return folder.filePath(QLatin1String(rule)); };
        QProcess script;
        script.start(python, {QStringLiteral(LOCI_SOURCE_DIR "/tests/support/aqi_reference.py"), path, out("2012"),
                              out("2026")});
        QVERIFY(script.waitForFinished(200000));
        QVERIFY2(script.exitCode() == 0, script.readAllStandardError());
        for (const char *rule : {"2012", "2026"}) {
            QFile reference(out(rule));
            QVERIFY(reference.open(QIODevice::ReadOnly));
            const AqiVersion &version = *m_rules->version(QStringLiteral("HJ 633-") + QLatin1String(rule));
            const auto hours = hourlyIndices(version, air);
            const auto days = dailyIndices(version, air);
            LOCI_VERIFY_RESULT(hours);
            LOCI_VERIFY_RESULT(days);
            QCOMPARE(hours->size(), kHours);
            QCOMPARE(days->size(), kHours / 24);
            for (std::size_t i = 0; i < hours->size(); ++i) {
                const QByteArray line = reference.readLine();
                QVERIFY2(line == written('h', i, (*hours)[i]), line + written('h', i, (*hours)[i]));
            }
            for (std::size_t i = 0; i < days->size(); ++i) {
                const QByteArray line = reference.readLine();
                QVERIFY2(line == written('d', i, (*days)[i]), line + written('d', i, (*days)[i]));
            }
            QVERIFY(reference.atEnd());
        }
    }

    void gapsStayGaps()
    {
        if (m_folder.isEmpty()) {
            QSKIP("shared data is absent");
        }
        const auto read = formats::CsvObservations::read({{fileOf(m_folder, "Tiantan"), unitsOfData()}});
        LOCI_VERIFY_RESULT(read);
        const auto missing = [&](const char *stream) {
            const auto series = read->value->hourly(QStringLiteral("Tiantan/") + QLatin1String(stream));
            return series ? std::count_if(series->values.begin(), series->values.end(),
                                          [](double v) { return std::isnan(v); })
                          : -1;
        };
        QCOMPARE(missing("PM2.5"), 677); // as the description of the data counts them
        QCOMPARE(missing("CO"), 1126);
        QCOMPARE(missing("SO2"), 1118);
        // the day's index of a day with gaps in everything is no number
        const AqiStreams streams(read->value, m_rules);
        QVERIFY(streams.streams().contains(QStringLiteral("Tiantan/AQI")));
        const auto index = streams.hourly(QStringLiteral("Tiantan/AQI"));
        LOCI_VERIFY_RESULT(index);
        QCOMPARE(index->values.size(), kHours / 24);
        QCOMPARE(index->stepHours, 24);
        QVERIFY(std::none_of(index->values.begin(), index->values.end(), [](double v) { return v == 0; }));
    }

    void rollsStreamsUpByPeriod()
    {
        if (m_folder.isEmpty()) {
            QSKIP("shared data is absent");
        }
        auto read = formats::CsvObservations::read({{fileOf(m_folder, "Dongsi"), unitsOfData()}});
        LOCI_VERIFY_RESULT(read);
        Binding binding;
        binding.kind = Binding::Kind::Stream;
        binding.source = QStringLiteral("PM2.5");
        binding.measure = Binding::Measure::Mean;
        binding.periodField = QStringLiteral("year");
        binding.rowsNeeded = 0.75;
        const auto data =
            streamInput(binding, QStringLiteral("mg/m3"), *read->value, 0, [](const QString &) { return 0; });
        LOCI_VERIFY_RESULT(data);
        QCOMPARE(data->periods.size(), std::size_t(5)); // 2013 to 2017
        const Aggregate &year = data->periods.at(QStringLiteral("2014")).at(0);
        QCOMPARE(year.rows, 365 * 24);
        QVERIFY(year.unknown > 0);
        const Quantity mean = valueOf(binding, year).value;
        QVERIFY(mean && *mean > 0.05 && *mean < 0.15); // micrograms became milligrams
        QVERIFY(!streamInput(binding, QStringLiteral("ppb"), *read->value, 0, [](const QString &) { return 0; }));
        binding.source = QStringLiteral("Noise");
        QVERIFY(!streamInput(binding, QStringLiteral("mg/m3"), *read->value, 0, [](const QString &) { return 0; }));
    }

    void forecastsBetterThanYesterday()
    {
        if (m_folder.isEmpty()) {
            QSKIP("shared data is absent");
        }
        const auto read = formats::CsvObservations::read({{fileOf(m_folder, "Dongsi"), unitsOfData()}});
        LOCI_VERIFY_RESULT(read);
        const auto series = read->value->hourly(QStringLiteral("Dongsi/O3"));
        LOCI_VERIFY_RESULT(series);
        const auto values = series->hourly(24 * 450, 24 * 120); // summer 2014
        const auto made = forecast(values, 24, 24, 28);
        LOCI_VERIFY_RESULT(made);
        QCOMPARE(made->points.size(), std::size_t(24));
        QCOMPARE(made->backTest.origins, 28);
        QVERIFY(made->backTest.compared > 500);
        qInfo("O3 at Dongsi, 24 hours ahead: mean absolute error %.1f µg/m³, day before %.1f, %.0f %% in the band; %s",
              made->backTest.meanAbsolute, made->backTest.naiveMeanAbsolute, 100 * made->backTest.inBand,
              qPrintable(made->method));
        QVERIFY(made->backTest.meanAbsolute < made->backTest.naiveMeanAbsolute);
        QVERIFY(made->backTest.inBand > 0.7);
    }

private:
    QString m_folder;
    std::shared_ptr<const AirQualityRules> m_rules;
};
LOCI_TEST_CLASS(IndicatorBeijingTest)
#include "indicators_beijingtest.moc"
