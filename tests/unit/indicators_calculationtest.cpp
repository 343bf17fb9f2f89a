// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/indicators/explanation.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace loci;
using namespace loci::indicators;

namespace {

struct MadeRow final : Row
{
    QString code;
    std::map<QString, Field> fields;
    std::optional<Vec2> at;
    QString id() const override { return code; }
    Field field(const QString &name) const override
    {
        const auto found = fields.find(name);
        return found != fields.end() ? found->second : Field();
    }
    Quantity area() const override { return 100; }
    Quantity length() const override { return std::nullopt; }
    std::optional<Vec2> place() const override { return at; }
};

/// A town of two districts: the first with two neighbourhoods, the second with three.
std::shared_ptr<const AreaTree> town()
{
    auto areas = std::make_shared<AreaTree>();
    const int small =
        areas->addLevel(QStringLiteral("neighbourhood"), {QStringLiteral("社区"), QStringLiteral("Neighbourhood")});
    const int large = areas->addLevel(QStringLiteral("district"), {QStringLiteral("区"), QStringLiteral("District")});
    for (const char *code : {"A", "B"}) {
        areas->addArea(large, {QLatin1String(code), {QLatin1String(code), QLatin1String(code)}, 0, -1, {}});
    }
    double x = 0;
    for (const char *code : {"A1", "A2", "B1", "B2", "B3"}) {
        Area area{QLatin1String(code), {QLatin1String(code), QLatin1String(code)}, 0, -1, {}};
        area.polygons = {{{{x, 0}, {x + 10, 0}, {x + 10, 10}, {x, 10}}}};
        areas->link(areas->addArea(small, std::move(area)), QString(QLatin1Char(code[0])));
        x += 10;
    }
    return areas;
}

class TableReader final : public InputReader
{
public:
    std::vector<MadeRow> rows;
    Result<InputData> read(const Input &input, const AreaTree &areas, int level) override
    {
        if (input.from.source == QLatin1String("gone.csv")) {
            return fail(ErrorCode::NotReadable, QStringLiteral("gone.csv cannot be read."));
        }
        InputCollector collector(input.from, areas, level);
        for (const MadeRow &row : rows) {
            collector.add(row);
        }
        return collector.take(input.from.source, QStringLiteral("v1"));
    }
};

QJsonObject tableInput(const char *name, const char *field, const char *unit, const char *measure = "sum")
{
    return {{QStringLiteral("name"), QLatin1String(name)},
            {QStringLiteral("unit"), QLatin1String(unit)},
            {QStringLiteral("from"), QJsonObject{{QStringLiteral("kind"), QStringLiteral("table")},
                                                 {QStringLiteral("source"), QStringLiteral("homes.csv")},
                                                 {QStringLiteral("measure"), QLatin1String(measure)},
                                                 {QStringLiteral("field"), QLatin1String(field)},
                                                 {QStringLiteral("areaField"), QStringLiteral("code")},
                                                 {QStringLiteral("periodField"), QStringLiteral("year")}}}};
}

QJsonObject greenShare(const char *rollUp = "recompute")
{
    return {{QStringLiteral("code"), QStringLiteral("T-1")},
            {QStringLiteral("name"), QStringLiteral("Homes near green")},
            {QStringLiteral("formula"), QStringLiteral("100 * near / homes")},
            {QStringLiteral("unit"), QStringLiteral("%")},
            {QStringLiteral("level"), QStringLiteral("neighbourhood")},
            {QStringLiteral("rollUp"), QLatin1String(rollUp)},
            {QStringLiteral("weight"), QStringLiteral("homes")},
            {QStringLiteral("inputs"),
             QJsonArray{tableInput("near", "near", "home"), tableInput("homes", "homes", "home")}}};
}

std::shared_ptr<const Definition> made(const QJsonObject &json)
{
    auto definition = Definition::fromJson(json);
    if (!definition) {
        qWarning("%s", qPrintable(definition.error().message));
        return nullptr;
    }
    return std::make_shared<const Definition>(std::move(*definition));
}

TableReader homes(bool withGap)
{
    TableReader reader;
    const std::tuple<const char *, double, double> rows[] = {
        {"A1", 10, 100}, {"A2", 90, 100}, {"B1", 5, 10}, {"B2", 30, 60}, {"B3", 1, 2}};
    for (const auto &[code, near, all] : rows) {
        MadeRow row;
        row.code = QLatin1String(code);
        row.fields = {{QStringLiteral("code"), QString(QLatin1String(code))},
                      {QStringLiteral("year"), 2026.0},
                      {QStringLiteral("homes"), all}};
        if (!withGap || row.code != QLatin1String("B2")) {
            row.fields[QStringLiteral("near")] = near;
        }
        reader.rows.push_back(std::move(row));
    }
    return reader;
}

Results run(const std::vector<std::shared_ptr<const Definition>> &definitions, InputReader &reader)
{
    auto results = compute(definitions, town(), reader, QDateTime(QDate(2026, 11, 25), QTime(9, 0), Qt::UTC));
    return results ? std::move(*results) : Results(town());
}

const Calculated *at(const Results &results, const char *area, const char *code = "T-1", const char *period = "2026")
{
    return results.find(QLatin1String(code), results.areas().findAny(QLatin1String(area)), QLatin1String(period));
}

} // namespace

class IndicatorCalculationTest : public QObject
{
    Q_OBJECT

private slots:
    void addsNumeratorsAndDenominators()
    {
        TableReader reader = homes(false);
        const Results results = run({made(greenShare())}, reader);
        QCOMPARE(at(results, "A1")->value, Quantity(10));
        QCOMPARE(at(results, "A")->value, Quantity(50));
        QCOMPARE(at(results, "B")->value, Quantity(50));
        QCOMPARE(at(results, "city")->value, Quantity(100.0 * 136 / 272)); // not the mean of the shares
        QCOMPARE(at(results, "city")->quality, Quality::Complete);
        QCOMPARE(at(results, "city")->written, QStringLiteral("100 * 136 / 272"));
    }

    void everyRuleIsItsOwn_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<double>("city"); // below zero: unknown
        QTest::newRow("recompute") << "recompute" << 50.0;
        QTest::newRow("weighted mean") << "weightedMean" << 50.0;
        QTest::newRow("mean") << "mean" << 50.0;
        QTest::newRow("max") << "max" << 90.0;
        QTest::newRow("min") << "min" << 10.0;
        QTest::newRow("none") << "none" << -1.0;
    }
    void everyRuleIsItsOwn()
    {
        QFETCH(QString, rule);
        QFETCH(double, city);
        TableReader reader = homes(false);
        const Results results = run({made(greenShare(qPrintable(rule)))}, reader);
        QCOMPARE(at(results, "city")->value.value_or(-1), city);
        QCOMPARE(at(results, "A1")->value, Quantity(10));
    }

    void aRateIsNeverSummed()
    {
        const auto refused = Definition::fromJson(greenShare("sum"));
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(QStringLiteral("never summed")), qPrintable(refused.error().message));
        QJsonObject counts = greenShare("sum");
        counts[QStringLiteral("formula")] = QStringLiteral("near");
        counts[QStringLiteral("unit")] = QStringLiteral("homes");
        TableReader reader = homes(false);
        const Results results = run({made(counts)}, reader);
        QCOMPARE(at(results, "city")->value, Quantity(136));
    }

    void partialSaysSo()
    {
        TableReader reader = homes(true);
        const Results results = run({made(greenShare())}, reader);
        QVERIFY(!at(results, "B2")->value);
        QCOMPARE(at(results, "B2")->quality, Quality::Unknown);
        QVERIFY(!at(results, "B2")->reason.isEmpty());
        QCOMPARE(at(results, "A")->quality, Quality::Complete);
        const Calculated &b = *at(results, "B");
        QCOMPARE(b.quality, Quality::Partial);
        QCOMPARE(b.coverage(), QStringLiteral("partial (2 of 3)"));
        QCOMPARE(b.value, Quantity(100.0 * 6 / 12)); // the homes of B2 are in no sum
        QCOMPARE(at(results, "city")->coverage(), QStringLiteral("partial (4 of 5)"));
        // too little: no value at all
        QJsonObject strict = greenShare();
        strict[QStringLiteral("coverageNeeded")] = 0.75;
        TableReader again = homes(true);
        const Results judged = run({made(strict)}, again);
        QVERIFY(!at(judged, "B")->value);
        QVERIFY(at(judged, "city")->value.has_value()); // 4 of 5
    }

    void nothingToMeasureIsNotMissing()
    {
        TableReader reader = homes(false);
        reader.rows[4].fields[QStringLiteral("near")] = 0.0;
        reader.rows[4].fields[QStringLiteral("homes")] = 0.0;
        const Results results = run({made(greenShare())}, reader);
        QVERIFY(!at(results, "B3")->value); // no homes, no share
        QCOMPARE(at(results, "B")->quality, Quality::Complete);
        QCOMPARE(at(results, "B")->value, Quantity(100.0 * 35 / 70));
        const Results means = run({made(greenShare("weightedMean"))}, reader);
        QCOMPARE(at(means, "B")->need, 2);
        QCOMPARE(at(means, "B")->quality, Quality::Complete);
    }

    void measuresRows()
    {
        TableReader reader;
        for (int i = 0; i < 6; ++i) {
            MadeRow row;
            row.code = QString::number(i);
            row.at = Vec2{i * 10.0 + 5, 5};
            row.fields = {{QStringLiteral("use"), QStringLiteral("%1").arg(i % 2 == 0 ? "park" : "road")},
                          {QStringLiteral("high"), double(i)}};
            reader.rows.push_back(std::move(row));
        }
        QJsonObject input = tableInput("parks", "", "m2", "area");
        QJsonObject from = input[QStringLiteral("from")].toObject();
        from.remove(QStringLiteral("areaField"));
        from.remove(QStringLiteral("periodField"));
        from[QStringLiteral("where")] =
            QJsonArray{QJsonObject{{QStringLiteral("field"), QStringLiteral("use")},
                                   {QStringLiteral("in"), QJsonArray{QStringLiteral("park")}}},
                       QJsonObject{{QStringLiteral("field"), QStringLiteral("high")}, {QStringLiteral("atLeast"), 1}}};
        input[QStringLiteral("from")] = from;
        const Results results = run({made({{QStringLiteral("code"), QStringLiteral("P")},
                                           {QStringLiteral("name"), QStringLiteral("Parks")},
                                           {QStringLiteral("formula"), QStringLiteral("parks")},
                                           {QStringLiteral("unit"), QStringLiteral("m2")},
                                           {QStringLiteral("level"), QStringLiteral("neighbourhood")},
                                           {QStringLiteral("rollUp"), QStringLiteral("sum")},
                                           {QStringLiteral("inputs"), QJsonArray{input}}})},
                                    reader);
        QCOMPARE(at(results, "A1", "P", "")->value, Quantity(0)); // looked at, and none: zero
        QCOMPARE(at(results, "B1", "P", "")->value, Quantity(100));
        QCOMPARE(at(results, "city", "P", "")->value, Quantity(200));
    }

    void comesAfterWhatItUses()
    {
        QJsonObject twice{{QStringLiteral("code"), QStringLiteral("T-2")},
                          {QStringLiteral("name"), QStringLiteral("Twice")},
                          {QStringLiteral("formula"), QStringLiteral("2 * one")},
                          {QStringLiteral("unit"), QStringLiteral("%")},
                          {QStringLiteral("level"), QStringLiteral("neighbourhood")},
                          {QStringLiteral("rollUp"), QStringLiteral("mean")},
                          {QStringLiteral("inputs"),
                           QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("one")},
                                                  {QStringLiteral("unit"), QStringLiteral("%")},
                                                  {QStringLiteral("from"),
                                                   QJsonObject{{QStringLiteral("kind"), QStringLiteral("indicator")},
                                                               {QStringLiteral("source"), QStringLiteral("T-1")}}}}}}};
        TableReader reader = homes(false);
        const Results results = run({made(twice), made(greenShare())}, reader);
        QCOMPARE(at(results, "A2", "T-2")->value, Quantity(180));
        // and a circle is named
        QJsonObject circle = greenShare();
        circle[QStringLiteral("formula")] = QStringLiteral("one");
        QJsonObject input = twice[QStringLiteral("inputs")].toArray().first().toObject();
        input[QStringLiteral("from")] = QJsonObject{{QStringLiteral("kind"), QStringLiteral("indicator")},
                                                    {QStringLiteral("source"), QStringLiteral("T-2")}};
        circle[QStringLiteral("inputs")] = QJsonArray{input};
        circle[QStringLiteral("rollUp")] = QStringLiteral("mean");
        const auto refused = compute({made(twice), made(circle)}, town(), reader, QDateTime::fromSecsSinceEpoch(0));
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(QStringLiteral("T-2 → T-1 → T-2")),
                 qPrintable(refused.error().message));
    }

    void oneBrokenInputStopsNothingElse()
    {
        QJsonObject broken = greenShare();
        broken[QStringLiteral("code")] = QStringLiteral("T-9");
        QJsonArray inputs = broken[QStringLiteral("inputs")].toArray();
        QJsonObject first = inputs[0].toObject();
        QJsonObject from = first[QStringLiteral("from")].toObject();
        from[QStringLiteral("source")] = QStringLiteral("gone.csv");
        first[QStringLiteral("from")] = from;
        inputs[0] = first;
        broken[QStringLiteral("inputs")] = inputs;
        TableReader reader = homes(false);
        const Results results = run({made(broken), made(greenShare())}, reader);
        QVERIFY(at(results, "city")->value.has_value());
        QVERIFY(!at(results, "city", "T-9")->value);
        QCOMPARE(results.findings.size(), std::size_t(1));
        QCOMPARE(results.findings[0].code, QStringLiteral("indicator_input"));
    }

    void explainsDownToTheRows()
    {
        TableReader reader = homes(true);
        const Results results = run({made(greenShare())}, reader);
        const auto told = explain(results, QStringLiteral("T-1"), results.areas().city(), QStringLiteral("2026"),
                                  QStringLiteral("en"));
        QVERIFY(told.has_value());
        QCOMPARE(told->value, at(results, "city")->value);
        const QString text = toText(*told);
        QVERIFY2(text.contains(QStringLiteral("Rows: A1")), qPrintable(text));
        QVERIFY(text.contains(QStringLiteral("Rows without the value: B2")));
        QVERIFY(text.contains(QStringLiteral("partial (4 of 5)")));
        const QByteArray json = QJsonDocument(toJson(*told)).toJson();
        QVERIFY(json.contains("calc-"));
        QVERIFY(!explain(results, QStringLiteral("none"), 0, {}, QStringLiteral("en")));
    }

    void theIdFollowsInputsOnly()
    {
        TableReader reader = homes(false);
        const Results first = run({made(greenShare())}, reader);
        TableReader same = homes(false);
        const auto later =
            compute({made(greenShare())}, town(), same, QDateTime(QDate(2027, 1, 1), QTime(0, 0), Qt::UTC));
        QCOMPARE(at(*later, "city")->id, at(first, "city")->id);
        TableReader changed = homes(true);
        const Results other = run({made(greenShare())}, changed);
        QVERIFY(at(other, "city")->id != at(first, "city")->id);
        QCOMPARE(at(other, "A1")->id, at(first, "A1")->id);
    }

    void refusesDefinitions_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QString>("value");
        QTest::newRow("code") << "code"
                              << "";
        QTest::newRow("formula") << "formula"
                                 << "near +";
        QTest::newRow("stranger in the formula") << "formula"
                                                 << "near / strangers";
        QTest::newRow("unit of another kind") << "unit"
                                              << "m2";
        QTest::newRow("no unit") << "unit"
                                 << "%%$";
        QTest::newRow("rule") << "rollUp"
                              << "guess";
        QTest::newRow("direction") << "direction"
                                   << "sideways";
        QTest::newRow("band without ends") << "direction"
                                           << "band";
    }
    void refusesDefinitions()
    {
        QFETCH(QString, member);
        QFETCH(QString, value);
        QJsonObject json = greenShare();
        json[member] = value;
        const auto refused = Definition::fromJson(json);
        QVERIFY(!refused);
        QVERIFY(!refused.error().message.isEmpty());
    }

    void packsKeepTheGoodOnes()
    {
        QJsonObject bad = greenShare();
        bad[QStringLiteral("formula")] = QStringLiteral("(");
        const QJsonObject pack{{QStringLiteral("standard"), QStringLiteral("GB 1")},
                               {QStringLiteral("indicators"), QJsonArray{greenShare(), bad, 5}}};
        const auto loaded = readPack(QJsonDocument(pack).toJson(), QStringLiteral("test"));
        QCOMPARE(loaded.value.size(), std::size_t(1));
        QCOMPARE(loaded.value[0].standard, QStringLiteral("GB 1"));
        QCOMPARE(loaded.findings.size(), std::size_t(2));
        QVERIFY(hasErrors(readPack("{]", QStringLiteral("x")).findings));
    }
};
LOCI_TEST_CLASS(IndicatorCalculationTest)
#include "indicators_calculationtest.moc"
