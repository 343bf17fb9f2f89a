// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/heritage/asset.h"
#include "layers/domain/heritage/canonicaljson.h"
#include "layers/domain/heritage/scales.h"
#include "layers/domain/heritage/wkt.h"
#include "layers/domain/heritage/zone.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace loci;
using namespace loci::heritage;

namespace {
QJsonValue json(const char *text)
{
    return QJsonDocument::fromJson(QByteArray("[") + text + "]").array().at(0);
}

Survey survey(const char *date, const char *condition)
{
    Survey survey;
    survey.id = survey.date = QString::fromLatin1(date);
    survey.condition = QString::fromLatin1(condition);
    return survey;
}

MediaUse medium(const char *hash, const char *role)
{
    MediaUse use;
    use.sha256 = QString::fromLatin1(hash);
    use.role = QString::fromLatin1(role);
    return use;
}

QJsonValue randomJson(QRandomGenerator &random, int depth)
{
    switch (random.bounded(depth > 0 ? 6 : 4)) {
    case 0:
        return random.bounded(5);
    case 1:
        return QStringLiteral("text %1").arg(random.bounded(5));
    case 2:
        return random.bounded(2) == 0;
    case 3:
        return QJsonValue(QJsonValue::Null);
    case 4: {
        QJsonArray array;
        for (int i = random.bounded(4); i > 0; --i) {
            array.append(randomJson(random, depth - 1));
        }
        return array;
    }
    default: {
        QJsonObject object;
        for (int i = random.bounded(4); i > 0; --i) {
            object.insert(QStringLiteral("k/%1~").arg(random.bounded(5)), randomJson(random, depth - 1));
        }
        return object;
    }
    }
}
} // namespace

class HeritageRecordTest : public QObject
{
    Q_OBJECT
private slots:
    void canonicalJsonFollowsTheRule_data();
    void canonicalJsonFollowsTheRule();
    void chainsAsTheReferenceDoes();
    void changesGoForthAndBack();
    void tellsFieldsAndNotWholes();
    void keepsWhatItDoesNotKnow();
    void refusesWhatIsNoRecord();
    void derivesFacts();
    void coarsensThePlace();
    void findsTheZoneVersionOfADay();
    void ranksConditions();
    void readsBoxes_data();
    void readsBoxes();
};

void HeritageRecordTest::canonicalJsonFollowsTheRule_data()
{
    QTest::addColumn<QByteArray>("wanted");
    const auto row = [](const char *text, const char *wanted) { QTest::newRow(text) << QByteArray(wanted); };
    row("{\"b\": 1, \"a\": [true, null]}", "{\"a\":[true,null],\"b\":1}");
    row("[1.0, 1e21, 1e-7, 0.000001, 333333333.33333329, 1e30, 4.5, 2e-3, -0.0, 100]",
        "[1,1e+21,1e-7,0.000001,333333333.3333333,1e+30,4.5,0.002,0,100]");
    row("\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\"", "\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
    row("{\"清\": 1, \"a\": 2, \"B\": 3}", "{\"B\":3,\"a\":2,\"清\":1}");
    row("9007199254740993", "9007199254740993");
}

void HeritageRecordTest::canonicalJsonFollowsTheRule()
{
    QFETCH(QByteArray, wanted);
    const QByteArray written = canonicalJson(json(QTest::currentDataTag()));
    QCOMPARE(written, wanted);
    QCOMPARE(canonicalJson(json(written.constData())), wanted);
}

void HeritageRecordTest::chainsAsTheReferenceDoes()
{
    const QString first = chainHash(chainStart(), canonicalJson(json("{\"a\":1}")));
    QCOMPARE(first, QStringLiteral("f21735afd2cd6af4fc5804b0045cebfd545aef8396d29d030c39cb8880b45b7f"));
    QCOMPARE(chainHash(first, canonicalJson(json("{\"a\":2}"))),
             QStringLiteral("74860491e228ca61080512f45d5e8f90d3f673c11f490f722840205e845beb41"));
}

void HeritageRecordTest::changesGoForthAndBack()
{
    QRandomGenerator random(7);
    for (int round = 0; round < 3000; ++round) {
        const QJsonValue before = randomJson(random, 3);
        const QJsonValue after = round % 3 == 0 ? withValueAt(before, QStringLiteral("/k~11~0"), randomJson(random, 2))
                                                : randomJson(random, 3);
        const std::vector<FieldChange> changes = changesBetween(before, after);
        QCOMPARE(applied(before, changes), after);
        QCOMPARE(takenBack(after, changes), before);
        QCOMPARE(changes.empty(), before == after);
    }
}

void HeritageRecordTest::tellsFieldsAndNotWholes()
{
    Asset asset = Asset::make(QStringLiteral("拙政园"), QStringLiteral("zh"));
    asset.setParts<Survey>({survey("2019", "good")});
    Asset later = asset;
    later.set(QStringLiteral("/surveys/0/condition"), QStringLiteral("poor"));
    later.set(QStringLiteral("/surveys/1"), QJsonObject{{QStringLiteral("date"), QStringLiteral("2024")}});
    const auto changes = changesBetween(asset.json(), later.json());
    QCOMPARE(changes.size(), std::size_t(2));
    QCOMPARE(changes[0].path, QStringLiteral("/surveys/0/condition"));
    QCOMPARE(changes[0].before.toString(), QStringLiteral("good"));
    QCOMPARE(changes[1].path, QStringLiteral("/surveys/1"));
    QVERIFY(changes[1].before.isUndefined());
}

void HeritageRecordTest::keepsWhatItDoesNotKnow()
{
    const QByteArray bytes = "{\"future\":{\"x\":[1,2.5]},\"id\":\"0b0b0b0b-1111-4222-8333-444444444444\","
                             "\"names\":[{\"lang\":\"zh\",\"tone\":3,\"text\":\"塔\"}]}";
    const auto asset = Asset::parse(bytes);
    LOCI_VERIFY_RESULT(asset);
    QCOMPARE(QJsonDocument::fromJson(asset->bytes()), QJsonDocument::fromJson(bytes));
    Asset changed = *asset;
    std::vector<Name> names = changed.parts<Name>();
    names.front().text = QStringLiteral("望江楼");
    changed.setParts(names);
    QCOMPARE(changed.value(QStringLiteral("/names/0/tone")).toInt(), 3);
    QCOMPARE(changed.value(QStringLiteral("/future/x/1")).toDouble(), 2.5);
    QCOMPARE(Asset::parse(changed.bytes())->bytes(), changed.bytes());
}

void HeritageRecordTest::refusesWhatIsNoRecord()
{
    for (const char *text : {"", "[]", "{", "{}", "{\"id\":\"7\"}", "{\"id\":\"0B0B0B0B-1111-4222-8333-444444444444\"}",
                             "{\"id\":\"../../x\"}"}) {
        const auto asset = Asset::parse(text);
        QVERIFY2(!asset, text);
        QVERIFY(!asset.error().message.isEmpty());
    }
}

void HeritageRecordTest::derivesFacts()
{
    Asset asset = Asset::make(QStringLiteral("拙政园"), QStringLiteral("zh"));
    asset.set(QStringLiteral("/level"), QStringLiteral("1"));
    asset.set(QStringLiteral("/dating/edtf"), QStringLiteral("17XX"));
    asset.set(QStringLiteral("/fourHaves/sign/done"), true);
    asset.setParts<Survey>({survey("2024-05", "fair"), survey("2019", "good")});
    asset.setParts<MediaUse>({medium("a", "photograph"), medium("b", "drawing")});
    const AssetFacts facts = factsOf(asset);
    QCOMPARE(facts.name, QStringLiteral("拙政园"));
    QCOMPARE(facts.condition, QStringLiteral("fair"));
    QCOMPARE(facts.lastSurvey, QStringLiteral("2024-05-31"));
    QCOMPARE(facts.centuryFrom, std::optional(18));
    QCOMPARE(facts.centuryTo, std::optional(18));
    QCOMPARE(facts.yearFrom, std::optional(1700));
    QCOMPARE(facts.photographs, 1);
    QCOMPARE(facts.fourHaves, 1);
    QCOMPARE(facts.review, QStringLiteral("draft"));
    QVERIFY(!factsOf(Asset::make({}, {})).yearFrom);
    QCOMPARE(factsOf(Asset::make({}, {})).fourHaves, -1);
}

void HeritageRecordTest::coarsensThePlace()
{
    Asset asset = Asset::make(QStringLiteral("墓"), QStringLiteral("zh"));
    Geometry exact;
    exact.wkt = QStringLiteral("POINT(116.404123 39.915456)");
    exact.original = QStringLiteral("POINT(116.41 39.92)");
    asset.setParts<Geometry>({exact});
    asset.set(QStringLiteral("/address"), QStringLiteral("村东三十米"));
    Binding binding;
    binding.object = QStringLiteral("secret-building");
    binding.footprint = QStringLiteral("POLYGON((116.404123 1,2 2,3 1,116.404123 1))");
    asset.setParts<Binding>({binding});
    const Asset coarse = coarsened(asset);
    for (const char *secret : {"116.404", "39.915", "116.41", "39.92", "村东", "secret-building"}) {
        QVERIFY2(!coarse.bytes().contains(secret), secret);
    }
    const auto shapes = coarse.parts<Geometry>();
    QCOMPARE(shapes.size(), std::size_t(1));
    const auto box = boxOfWkt(shapes.front().wkt);
    const double metres = metresBetween({box->centre().x, box->centre().y}, {116.404123, 39.915456});
    QVERIFY2(metres < 800, qPrintable(QString::number(metres)));
    Geometry neighbour = exact;
    neighbour.wkt = QStringLiteral("POINT(116.404124 39.915457)");
    asset.setParts<Geometry>({neighbour});
    QCOMPARE(coarsened(asset).parts<Geometry>().front().wkt, shapes.front().wkt);
}

void HeritageRecordTest::findsTheZoneVersionOfADay()
{
    Zone zone = Zone::make(QStringLiteral("protection"));
    ZoneVersion first;
    first.id = QStringLiteral("1");
    first.from = QStringLiteral("2001-01-01");
    first.to = QStringLiteral("2019-04-30");
    ZoneVersion second;
    second.id = QStringLiteral("2");
    second.from = QStringLiteral("2019-05-01");
    zone.setParts<ZoneVersion>({first, second});
    QVERIFY(!zone.on(QDate(2000, 12, 31)));
    QCOMPARE(zone.on(QDate(2019, 4, 30))->id, QStringLiteral("1"));
    QCOMPARE(zone.on(QDate(2019, 5, 1))->id, QStringLiteral("2"));
    QCOMPARE(zone.on(QDate(2099, 1, 1))->id, QStringLiteral("2"));
}

void HeritageRecordTest::ranksConditions()
{
    const auto t = [](const char *text) { return QString::fromLatin1(text); };
    QCOMPARE(conditionRank(t("cn5"), t("fairly-poor")), std::optional(3));
    QVERIFY(!conditionRank(t("arches"), t("uncertain")));
    QCOMPARE(conditionCodes(t("har-building")).size(), 4);
    QCOMPARE(atRisk(t("very-bad"), t("occupied")), AtRisk::Yes);
    QCOMPARE(atRisk(t("fair"), t("vacant")), AtRisk::Vulnerable);
    QCOMPARE(atRisk(t("fair"), t("unknown")), AtRisk::Unknown);
    QCOMPARE(priority(t("very-bad"), t("stable"), t("none"), t("ok")), t("A"));
    QCOMPARE(priority(t("poor"), t("declining"), t("agreed"), t("ok")), t("B"));
    QCOMPARE(priority(t("poor"), t("stable"), t("none"), t("ok")), t("C"));
    QCOMPARE(priority(t("poor"), t("stable"), t("agreed"), t("ok")), t("D"));
    QCOMPARE(priority(t("fair"), t("stable"), t("none"), t("none")), t("E"));
    QCOMPARE(priority(t("fair"), t("stable"), t("in-progress"), t("ok")), t("F"));
    QCOMPARE(priority(t("poor"), t("unknown"), t("none"), t("ok")), QString());
}

void HeritageRecordTest::readsBoxes_data()
{
    QTest::addColumn<QString>("corners");
    const auto row = [](const char *wkt, const char *corners) { QTest::newRow(wkt) << QString::fromLatin1(corners); };
    row("POINT(1 2)", "1 2 1 2");
    row("POINT Z (1 2 3)", "1 2 1 2");
    row("POLYGON((0 0, 4 0, 4 3, 0 0))", "0 0 4 3");
    row("MULTIPOINT((1 1),(2 5))", "1 1 2 5");
    row("GEOMETRYCOLLECTION(POINT(1 1), LINESTRING(0 0, -3 2))", "-3 0 1 2");
    row("POINT EMPTY", "");
    row("POINT(1)", "");
    row("POINT(1 nan)", "");
    row("POLYGON((0 0, 1 1)", "");
    row("DROP TABLE x(1 2)", "");
    row("", "");
}

void HeritageRecordTest::readsBoxes()
{
    QFETCH(QString, corners);
    const auto box = boxOfWkt(QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(box.has_value(), !corners.isEmpty());
    if (box) {
        QCOMPARE(QStringLiteral("%1 %2 %3 %4").arg(box->min.x).arg(box->min.y).arg(box->max.x).arg(box->max.y),
                 corners);
    }
}

LOCI_TEST_CLASS(HeritageRecordTest)
#include "heritage_recordtest.moc"
