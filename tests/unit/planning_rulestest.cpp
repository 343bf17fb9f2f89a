// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/planning/munsell.h"
#include "layers/domain/planning/planlayer.h"
#include "layers/domain/planning/rule.h"
#include "tests/support/testmain.h"
#include "tests/unit/planning_fixture.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace loci;
using namespace loci::planning;

namespace {

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const QString kPacks = QStringLiteral(LOCI_SOURCE_DIR "/resources/rules/planning/");

} // namespace

class PlanningRulesTest : public QObject
{
    Q_OBJECT

private slots:
    void shippedPacksAreWholeAndCited()
    {
        const QStringList names = QDir(kPacks).entryList({QStringLiteral("*.json")});
        QVERIFY(names.contains(QStringLiteral("qingdao.json")));
        for (const QString &name : names) {
            const auto pack = RulePack::fromJson(read(kPacks + name));
            LOCI_VERIFY_RESULT(pack);
            for (const Rule &rule : pack->rules) {
                QVERIFY2(rule.hasDates() && !rule.source.isEmpty() && !rule.jurisdiction.isEmpty(),
                         qPrintable(rule.id));
            }
        }
    }

    void qingdaoSaysWhatTheRegulationSays()
    {
        const auto pack = RulePack::fromJson(read(kPacks + QStringLiteral("qingdao.json")));
        LOCI_VERIFY_RESULT(pack);
        const std::pair<const char *, double> lines[] = {
            {"qd-28-zhushuishan", 45},   {"qd-28-guanhaishan", 50}, {"qd-28-yushan", 50},     {"qd-28-badaguan", 50},
            {"qd-28-guanxiangshan", 60}, {"qd-28-qingdaoshan", 60}, {"qd-28-xinhaoshan", 60}, {"qd-28-taipingshan", 80},
            {"qd-39-control", 18},       {"qd-39-seafront", 15}};
        for (const auto &[id, limit] : lines) {
            const Rule *rule = pack->find(QLatin1String(id));
            QVERIFY2(rule != nullptr, id);
            QCOMPARE(rule->limit.value.value_or(0), limit);
        }
        QVERIFY(pack->find(QStringLiteral("qd-28-taipingshan"))->reference == HeightReference::Datum);
        QVERIFY(pack->find(QStringLiteral("qd-39-control"))->reference == HeightReference::Ground);
        QCOMPARE(pack->find(QStringLiteral("qd-28-ridge"))->limit.factor, 2.0 / 3);
    }

    void datesDecideWhichTextHolds()
    {
        const auto pack = RulePack::fromJson(read(kPacks + QStringLiteral("qingdao.json")));
        LOCI_VERIFY_RESULT(pack);
        const Rule *before = pack->find(QStringLiteral("wbf-2017-17"));
        const Rule *now = pack->find(QStringLiteral("wbf-28"));
        QVERIFY(before != nullptr && now != nullptr);
        const QDate last(2025, 2, 28);
        QVERIFY(before->isInForce(last) && !now->isInForce(last));
        QVERIFY(!before->isInForce(last.addDays(1)) && now->isInForce(last.addDays(1)));
    }

    void badPacksAreOneSentence_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("named");
        const QJsonObject good{{"id", "r1"}, {"kind", "height"}, {"limit", 18}};
        const auto with = [&good](const char *member, const QJsonValue &value) {
            QJsonObject rule = good;
            rule[QLatin1String(member)] = value;
            return test::packOf({rule});
        };
        QTest::newRow("no json") << QByteArray("{") << "JSON";
        QTest::newRow("an array") << QByteArray("[]") << "id";
        QTest::newRow("unknown kind") << with("kind", "gravity") << "kind";
        QTest::newRow("limit is text") << with("limit", "18") << "limit";
        QTest::newRow("no limit") << test::packOf({QJsonObject{{"id", "r1"}, {"kind", "height"}}}) << "limit";
        QTest::newRow("unknown reference") << with("reference", "roof") << "reference";
        QTest::newRow("no such day") << with("from", "2024-02-30") << "from";
        QTest::newRow("bound") << with("bound", "about") << "bound";
        QTest::newRow("text of one language") << with("title", QJsonObject{{"en", "x"}}) << "title";
        QTest::newRow("twice") << test::packOf({good, good}) << "r1";
        QTest::newRow("list without words") << with("kind", "use") << "allowed";
    }

    void badPacksAreOneSentence()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, named);
        const auto pack = RulePack::fromJson(json);
        QVERIFY(!pack);
        QVERIFY2(pack.error().message.contains(named), qPrintable(pack.error().message));
    }

    void layersSayTheirSystemAndKeepWhatIsReadable()
    {
        const QByteArray json =
            test::collection({test::boxFeature({{"id", "a"}}, 0, 0, 1, 1), test::boxFeature({{"id", "a"}}, 5, 5, 6, 6),
                              test::feature({{"id", "c"}}, QStringLiteral("Polygon"), QJsonArray{1, 2}),
                              test::feature({{"id", "d"}}, QStringLiteral("Curve"), QJsonArray{1, 2})});
        const auto loaded = PlanLayer::fromGeoJson(json, QStringLiteral("f"));
        LOCI_VERIFY_RESULT(loaded);
        QCOMPARE(loaded->value.crs.value(), 28992);
        QCOMPARE(loaded->value.areas.size(), 1U);
        QCOMPARE(loaded->findings.size(), 3U);
        const auto plain = PlanLayer::fromGeoJson(R"({"type":"FeatureCollection","features":[]})", QStringLiteral("f"));
        LOCI_VERIFY_RESULT(plain);
        QCOMPARE(plain->value.crs.value(), 4326);
        QVERIFY(!PlanLayer::fromGeoJson("{}", QStringLiteral("f")));
    }

    void munsellRangesGoOverTheEndOfTheCircle()
    {
        const auto range = MunsellRange::fromJson(
            {{"hue", QJsonArray{"5RP", "5YR"}}, {"value", QJsonArray{6, 9}}, {"chroma", QJsonArray{0, 4}}});
        QVERIFY(range.has_value());
        const auto isIn = [&range](const char *text) {
            const auto colour = MunsellColour::fromText(QLatin1String(text));
            return colour.has_value() && range->contains(*colour);
        };
        QVERIFY(isIn("10R 7/2") && isIn("5YR 6/4") && isIn("7.5RP 8/1") && isIn("N 8"));
        QVERIFY(!isIn("5Y 7/2") && !isIn("10R 5/2") && !isIn("10R 7/6") && !isIn("N 3"));
        QVERIFY(!MunsellColour::fromText(QStringLiteral("brick red")));
        QVERIFY(!MunsellColour::fromText(QStringLiteral("12R 5/2")));
        QCOMPARE(MunsellColour::fromText(QStringLiteral("10RP 5/2"))->hue, 0.0);
    }
};

LOCI_TEST_CLASS(PlanningRulesTest)
#include "planning_rulestest.moc"
