// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/indicatorcomposite.h"
#include "app/cli/indicatorverb.h"
#include "app/indicators/indicatorrun.h"
#include "app/indicators/sampleindicators.h"
#include "layers/formats/samplewriter.h"
#include "layers/map/indicators/tablereader.h"
#include "layers/workspace/packaging.h"
#include "layers/workspace/workspace.h"
#include "tests/support/testenvironment.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace loci;

/// The verb, and what it computes, over the sample city.
class TestIndicators : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;

    QString at(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    static Result<cli::Answer> verb(const QStringList &arguments, const QHash<QString, QString> &options = {})
    {
        return cli::indicatorVerb().run({arguments, options, {}, {}});
    }
    Result<cli::Answer> about(const char *what, const char *code, const QHash<QString, QString> &options = {}) const
    {
        return verb({QLatin1String(what), at("linjiang.loci"), QLatin1String(code)}, options);
    }
    QString written(const char *name, const QByteArray &text) const
    {
        QFile file(at(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName() : QString();
    }

private slots:
    void initTestCase();
    void computesTheWholeSample();
    void saysHowMuchIsKnown();
    void explainsAndFollows();
    void forecastsAStream();
    void refusesWithOneSentence();
    void worksOnAPackOfItsOwn();
    void readsTablesOfManyKinds();
    void measuresDegreesInMetres();
    void aPackedSampleComputesTheSame();
    void joinsIndicatorsToOne();
    void sharesParksAmongResidents();
    void backTestsOnBeijing();
};

void TestIndicators::initTestCase()
{
    Q_INIT_RESOURCE(loci);
    LOCI_VERIFY_RESULT(formats::writeSample(m_folder.path(), {}));
    auto made = workspace::Workspace::create(at("linjiang.loci"));
    LOCI_VERIFY_RESULT(made);
    LOCI_VERIFY_RESULT((*made)->commit(
        {QStringLiteral("model"), {{QStringLiteral("city/model/a"), {}, R"({"path":"linjiang.city.json"})"}}}));
    LOCI_VERIFY_RESULT(app::addSampleIndicators(**made));
    QCOMPARE((*made)->keys(QStringLiteral("board/")).size(), 3);
}

void TestIndicators::computesTheWholeSample()
{
    const auto all = verb({QStringLiteral("compute"), at("linjiang.loci")}, {{QStringLiteral("keep"), {}}});
    LOCI_VERIFY_RESULT(all);
    for (const Finding &finding : all->findings) {
        QVERIFY2(finding.severity != Severity::Error, qPrintable(finding.message));
    }
    int cities = 0;
    const QJsonArray values = all->json[QStringLiteral("values")].toArray();
    for (const QJsonValue &value : values) {
        if (value[QStringLiteral("level")].toString() == QLatin1String("city")) {
            ++cities;
            QVERIFY2(value[QStringLiteral("value")].isDouble(),
                     qPrintable(value[QStringLiteral("code")].toString() + value[QStringLiteral("reason")].toString()));
            qInfo("%s %.2f %s, %s", qPrintable(value[QStringLiteral("code")].toString()),
                  value[QStringLiteral("value")].toDouble(), qPrintable(value[QStringLiteral("unit")].toString()),
                  qPrintable(value[QStringLiteral("formula")].toString()));
        }
    }
    QCOMPARE(cities, 19);
    auto opened = workspace::Workspace::open(at("linjiang.loci"), workspace::Access::ReadOnly);
    LOCI_VERIFY_RESULT(opened);
    QVERIFY((*opened)->indicatorValues(QStringLiteral("LV-04")).size() > 500); // 79 areas, 7 years
}

void TestIndicators::saysHowMuchIsKnown()
{
    const auto city = about("compute", "LV-04");
    LOCI_VERIFY_RESULT(city);
    QCOMPARE(city->json[QStringLiteral("quality")].toString(), QStringLiteral("partial"));
    QCOMPARE(city->json[QStringLiteral("coverage")].toObject()[QStringLiteral("have")].toInt(), 62);
    QCOMPARE(city->json[QStringLiteral("coverage")].toObject()[QStringLiteral("need")].toInt(), 64);
    QCOMPARE(city->json[QStringLiteral("period")].toString(), QStringLiteral("2026"));
    const auto earlier = about("compute", "LV-04", {{QStringLiteral("period"), QStringLiteral("2023")}});
    LOCI_VERIFY_RESULT(earlier);
    QCOMPARE(earlier->json[QStringLiteral("quality")].toString(), QStringLiteral("complete"));
    // one district alone is partial
    const auto districts = about("compute", "LV-04", {{QStringLiteral("level"), QStringLiteral("district")}});
    LOCI_VERIFY_RESULT(districts);
    QStringList partial;
    const QJsonArray values = districts->json[QStringLiteral("values")].toArray();
    for (const QJsonValue &value : values) {
        if (value[QStringLiteral("quality")].toString() == QLatin1String("partial")) {
            partial << value[QStringLiteral("area")].toString();
        }
    }
    QCOMPARE(partial, QStringList{QStringLiteral("9900111")});
    // and the city is no mean of districts: numerator and denominator are those of the reporting communities
    const QJsonArray inputs = city->json[QStringLiteral("inputs")].toArray();
    const double sorting = inputs[0][QStringLiteral("value")].toDouble(),
                 homes = inputs[1][QStringLiteral("value")].toDouble();
    QCOMPARE(city->json[QStringLiteral("value")].toDouble(), 100 * sorting / homes);
}

void TestIndicators::explainsAndFollows()
{
    const auto told = about("explain", "LV-04");
    LOCI_VERIFY_RESULT(told);
    QVERIFY2(told->text.contains(QStringLiteral("census.csv, version")), qPrintable(told->text.left(500)));
    QVERIFY(told->text.contains(QStringLiteral("Rows without the value")));
    const auto target = about("target", "LV-04");
    LOCI_VERIFY_RESULT(target);
    const QJsonArray states = target->json[QStringLiteral("targets")].toArray();
    QCOMPARE(states.size(), 2);
    QVERIFY(states[0][QStringLiteral("pace")].isDouble());
    QVERIFY(states[0][QStringLiteral("partialData")].toBool());
    QCOMPARE(states[0][QStringLiteral("projectionMethod")].toString(), QStringLiteral("linear"));
}

void TestIndicators::forecastsAStream()
{
    const auto ahead = about("forecast", "SEN-001/PM2.5");
    LOCI_VERIFY_RESULT(ahead);
    QCOMPARE(ahead->json[QStringLiteral("forecast")].toArray().size(), 24);
    QVERIFY(ahead->json[QStringLiteral("backTest")].toObject()[QStringLiteral("compared")].toInt() > 100);
    QVERIFY(ahead->json[QStringLiteral("method")].toString().startsWith(QStringLiteral("Holt-Winters")));
}

void TestIndicators::refusesWithOneSentence()
{
    const QString path = at("linjiang.loci");
    for (const QStringList &wrong : {QStringList{QStringLiteral("compute"), path, QStringLiteral("none")},
                                     {QStringLiteral("explain"), path},
                                     {QStringLiteral("forecast"), path, QStringLiteral("none")},
                                     {QStringLiteral("dance")},
                                     {QStringLiteral("add"), path}}) {
        const auto refused = verb(wrong);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Usage);
        QVERIFY(!refused.error().message.isEmpty());
    }
    QVERIFY(!about("compute", "LV-04", {{QStringLiteral("area"), QStringLiteral("Atlantis")}}));
    QVERIFY(!about("target", "LV-04", {{QStringLiteral("set"), QStringLiteral("soon=1")}}));
    QVERIFY(!about("forecast", "SEN-001/PM2.5", {{QStringLiteral("steps"), QStringLiteral("-3")}}));
    QCOMPARE(verb({QStringLiteral("compute"), at("absent.loci")}).error().code, ErrorCode::NotReadable);
    QCOMPARE(verb({QStringLiteral("add"), path, at("absent.json")}).error().code, ErrorCode::NotReadable);
}

void TestIndicators::worksOnAPackOfItsOwn()
{
    const QString path = at("own.loci");
    LOCI_VERIFY_RESULT(workspace::Workspace::create(path));
    const auto packs = verb({QStringLiteral("list")});
    LOCI_VERIFY_RESULT(packs);
    QCOMPARE(packs->json[QStringLiteral("packs")].toArray().size(), 8);
    QVERIFY(packs->findings.empty());
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
    QVERIFY((*opened)->keys().contains(QStringLiteral("indicator/target/ISO37120-5.1")));
    QCOMPARE((*opened)->indicatorValues(QStringLiteral("ISO37120-5.1")).size(), std::size_t(1));
}

void TestIndicators::readsTablesOfManyKinds()
{
    const QString csv = written("rows.csv", "code,n,word\n007,1.5,a\n008,,b\n");
    QStringList seen;
    const auto note = [&seen](const indicators::Row &row) {
        const auto code = row.field(QStringLiteral("code"));
        const auto n = row.field(QStringLiteral("n"));
        seen << std::get<QString>(code) + QLatin1Char('=') +
                    (std::holds_alternative<std::monostate>(n) ? QStringLiteral("unknown") : std::get<QString>(n));
        QVERIFY(!row.area() && !row.length() && !row.place());
    };
    LOCI_VERIFY_RESULT(map::eachTableRow({csv, {}}, {}, {}, note));
    QCOMPARE(seen, QStringList({QStringLiteral("007=1.5"), QStringLiteral("008=unknown")})); // codes keep their noughts
    QVERIFY(!map::eachTableRow({at("absent.csv"), {}}, {}, {}, note));
    QVERIFY(!map::eachTableRow({csv, QStringLiteral("nolayer")}, {}, {}, note));
    QVERIFY(!map::eachTableRow({written("noise.gpkg", "this is no database"), {}}, {}, {}, note));
    CancelToken cancel;
    cancel.cancel();
    QCOMPARE(map::eachTableRow({csv, {}}, {}, {}, note, cancel).error().code, ErrorCode::Cancelled);
}

void TestIndicators::measuresDegreesInMetres()
{
    // a hundredth of a degree at 30 degrees north: 1108 m by 965 m
    const QString path =
        written("square.geojson",
                R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"s"},"geometry":)"
                R"({"type":"Polygon","coordinates":[[[117,30],[117.01,30],[117.01,30.01],[117,30.01],[117,30]]]}}]})");
    double area = 0;
    std::optional<Vec2> place;
    LOCI_VERIFY_RESULT(map::eachTableRow({path, {}}, QStringLiteral("EPSG:4548"), {}, [&](const indicators::Row &row) {
        area = row.area().value_or(0);
        place = row.place();
    }));
    QVERIFY2(qAbs(area - 1108.4 * 964.9) < 3000, qPrintable(QString::number(area)));
    QVERIFY(place && qAbs(place->x - 500482) < 5 && qAbs(place->y - 3320668) < 200);
}

void TestIndicators::aPackedSampleComputesTheSame()
{
    const QString package = at("linjiang.locipack");
    const auto packed = workspace::pack(at("linjiang.loci"), package);
    LOCI_VERIFY_RESULT(packed);
    for (const char *file : {"census.csv", "air_hours.csv", "districts.geojson", "sensors.geojson"}) {
        QVERIFY2(!packed->files.filter(QLatin1String(file)).isEmpty(), file);
    }
    QTemporaryDir elsewhere;
    const QString folder = elsewhere.filePath(QStringLiteral("opened"));
    const auto there = workspace::unpack(package, folder);
    LOCI_VERIFY_RESULT(there);
    const QString away = at("moved-away");
    QVERIFY(QFile::rename(at("census.csv"), away)); // the package stands on its own
    const auto opened = verb({QStringLiteral("compute"), *there});
    QVERIFY(QFile::rename(away, at("census.csv")));
    LOCI_VERIFY_RESULT(opened);
    const auto here = verb({QStringLiteral("compute"), at("linjiang.loci")});
    LOCI_VERIFY_RESULT(here);
    const QJsonArray before = here->json[QStringLiteral("values")].toArray();
    const QJsonArray after = opened->json[QStringLiteral("values")].toArray();
    QVERIFY(before.size() > 500);
    QCOMPARE(after.size(), before.size());
    for (qsizetype i = 0; i < before.size(); ++i) {
        for (const char *member : {"code", "area", "period", "value", "quality", "coverage", "calculation"}) {
            QCOMPARE(after[i][QLatin1String(member)], before[i][QLatin1String(member)]);
        }
    }
}

void TestIndicators::joinsIndicatorsToOne()
{
    auto opened = workspace::Workspace::open(at("linjiang.loci"), workspace::Access::ReadOnly);
    LOCI_VERIFY_RESULT(opened);
    const auto outcome = app::runIndicators(app::indicatorSnapshot(**opened), QDateTime::currentDateTimeUtc());
    LOCI_VERIFY_RESULT(outcome);
    using Options = QHash<QString, QString>;
    const auto joined = [&outcome](const char *codes, const Options &options = {}) {
        return cli::indicatorComposite(
            {{QStringLiteral("composite"), QString(), QLatin1String(codes)}, options, {}, {}}, *outcome,
            QStringLiteral("en"));
    };
    const auto judged =
        joined("LV-03,LV-04,RS-02", {{QStringLiteral("judgements"), QStringLiteral("1,3,5;1/3,1,2;1/5,1/2,1")}});
    LOCI_VERIFY_RESULT(judged);
    QVERIFY(std::abs(judged->json[QStringLiteral("consistencyRatio")].toDouble() - 0.00318) < 1e-4);
    QVERIFY(judged->json[QStringLiteral("consistent")].toBool());
    const QJsonArray weights = judged->json[QStringLiteral("weights")].toArray();
    QVERIFY(std::abs(weights[0][QStringLiteral("weight")].toDouble() - 0.64833) < 1e-4);
    const QJsonArray areas = judged->json[QStringLiteral("areas")].toArray();
    QCOMPARE(areas.size(), 14);
    QCOMPARE(areas[0][QStringLiteral("rank")].toDouble(), 1.0);
    for (const QJsonValue &area : areas) {
        const QJsonArray ranks = area[QStringLiteral("ranks")].toArray();
        QVERIFY(ranks[0].toDouble() <= area[QStringLiteral("rank")].toDouble());
        QVERIFY(ranks[1].toDouble() >= area[QStringLiteral("rank")].toDouble());
    }
    // contradicting judgements are told
    const auto torn =
        joined("LV-03,LV-04,RS-02", {{QStringLiteral("judgements"), QStringLiteral("1,9,1/9;1/9,1,9;9,1/9,1")}});
    LOCI_VERIFY_RESULT(torn);
    QVERIFY(!torn->json[QStringLiteral("consistent")].toBool());
    for (const char *scale : {"zscore", "rank", "percentile", "target"}) {
        LOCI_VERIFY_RESULT(joined("LV-03,LV-04", {{QStringLiteral("normalise"), QLatin1String(scale)}}));
    }
    LOCI_VERIFY_RESULT(joined("LV-03,LV-04", {{QStringLiteral("weights"), QStringLiteral("entropy")},
                                              {QStringLiteral("aggregate"), QStringLiteral("geometric")}}));
    for (const Options &wrong : {Options{{QStringLiteral("weights"), QStringLiteral("1,2,3")}},
                                 Options{{QStringLiteral("normalise"), QStringLiteral("log")}},
                                 Options{{QStringLiteral("judgements"), QStringLiteral("1,2;1,1")}},
                                 Options{{QStringLiteral("normalise"), QStringLiteral("zscore")},
                                         {QStringLiteral("weights"), QStringLiteral("entropy")}},
                                 Options{{QStringLiteral("share"), QStringLiteral("2")}},
                                 Options{{QStringLiteral("level"), QStringLiteral("planet")}}}) {
        const auto refused = joined("LV-03,LV-04", wrong);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Usage);
    }
    QVERIFY(!joined("LV-03"));
    QVERIFY(!joined("LV-03,LV-05")); // best within a band
}

void TestIndicators::sharesParksAmongResidents()
{
    const auto city = about("compute", "LV-07");
    LOCI_VERIFY_RESULT(city);
    const double perResident = city->json[QStringLiteral("value")].toDouble();
    const auto told = about("explain", "LV-07");
    LOCI_VERIFY_RESULT(told);
    QVERIFY(told->text.contains(QStringLiteral("landuse.geojson")));
    // what reaches residents is what there is, as far as anybody lives near it
    double parks = 0;
    LOCI_VERIFY_RESULT(map::eachTableRow({at("landuse.geojson"), {}}, {}, {}, [&parks](const indicators::Row &row) {
        const indicators::Field kind = row.field(QStringLiteral("kind"));
        const auto *text = std::get_if<QString>(&kind);
        parks += text != nullptr && *text == QLatin1String("park") ? row.area().value_or(0) : 0;
    }));
    double people = 0;
    LOCI_VERIFY_RESULT(map::eachTableRow({at("buildings.geojson"), {}}, {}, {}, [&people](const indicators::Row &row) {
        const indicators::Field residents = row.field(QStringLiteral("residents"));
        const auto *number = std::get_if<double>(&residents);
        people += number != nullptr ? *number : 0;
    }));
    qInfo("%.1f m² of park a resident within reach; %.1f m² there are", perResident, parks / people);
    QVERIFY(perResident > 0);
    QVERIFY(perResident <= parks / people * 1.000001);
}

void TestIndicators::backTestsOnBeijing()
{
    const QString folder = test::sharedData(QStringLiteral("indicators/beijing_prsa"));
    if (folder.isEmpty()) {
        QSKIP("shared data is absent");
    }
    QJsonArray files;
    for (const char *station : {"Dongsi", "Tiantan"}) {
        files.append(
            QJsonObject{{QStringLiteral("path"),
                         folder + QStringLiteral("/PRSA_Data_%1_20130301-20170228.csv").arg(QLatin1String(station))},
                        {QStringLiteral("units"), QJsonObject{{QStringLiteral("PM2.5"), QStringLiteral("µg/m³")}}}});
    }
    auto made = workspace::Workspace::create(at("beijing.loci"));
    LOCI_VERIFY_RESULT(made);
    const QByteArray streams = QJsonDocument(QJsonObject{{QStringLiteral("files"), files}}).toJson();
    LOCI_VERIFY_RESULT(
        (*made)->commit({QStringLiteral("streams"), {{QLatin1String(workspace::key::kIndicatorFeeds), {}, streams}}}));
    made->reset();
    const auto tested = verb({QStringLiteral("forecast"), at("beijing.loci"), QStringLiteral("PM2.5")},
                             {{QStringLiteral("backtest"), {}}, {QStringLiteral("origins"), QStringLiteral("20")}});
    LOCI_VERIFY_RESULT(tested);
    qInfo("%s", qPrintable(tested->text));
    const QJsonArray tests = tested->json[QStringLiteral("backTests")].toArray();
    QCOMPARE(tests.size(), 2);
    for (const QJsonValue &test : tests) {
        QVERIFY(test[QStringLiteral("compared")].toInt() > 300);
        QVERIFY(test[QStringLiteral("meanAbsoluteError")].toDouble() > 0);
        QVERIFY(test[QStringLiteral("seasonalNaiveMeanAbsoluteError")].toDouble() > 0);
    }
    QVERIFY(tested->json[QStringLiteral("meanAbsoluteError")].toDouble() <
            tested->json[QStringLiteral("seasonalNaiveMeanAbsoluteError")].toDouble());
}

LOCI_TEST_CLASS(TestIndicators)
#include "testindicators.moc"
