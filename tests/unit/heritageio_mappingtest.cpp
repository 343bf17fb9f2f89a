// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/heritage/importplan.h"
#include "layers/domain/heritage/rulerunner.h"
#include "layers/formats/heritage/rowplaces.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace loci;
using namespace loci::heritage;
using Fate = PlannedRow::Fate;

namespace {

RowTable table(const QStringList &columns, const std::vector<QStringList> &rows)
{
    RowTable made;
    made.columns = columns;
    for (const QStringList &row : rows) {
        RowTable::Row next;
        next.number = static_cast<qint64>(made.rows.size()) + 1;
        for (const QString &text : row) {
            next.values.push_back(text.isEmpty() ? QString() : text);
        }
        made.rows.push_back(std::move(next));
    }
    return made;
}

Result<ImportMapping> mapping(const QByteArray &fields, const QByteArray &more = {})
{
    return ImportMapping::parse(
        R"({"format": "loci-heritage-mapping", "version": 1, "id": "test", "key": {"scheme": "s", "column": "id"}, )" +
        more + R"("fields": [{"to": "/names/0/text", "column": "name", "language": "en", "required": true})" +
        (fields.isEmpty() ? QByteArray() : ", " + fields) + "]}");
}

ImportPlan plan(const RowTable &rows, const ImportMapping &map, const KnownAssets &known = {})
{
    std::vector<RowPlace> places;
    if (map.place.source != PlaceRule::Source::None) {
        auto placed = formats::placeRows(rows, map.place);
        places = placed ? placed->value : places;
    }
    auto made = planImport(rows, places, map, known, nullptr);
    return made ? std::move(*made) : ImportPlan();
}

KnownAssets written(const ImportPlan &done)
{
    KnownAssets known;
    for (const PlannedRecord &record : done.records) {
        known.add(record.after);
    }
    return known;
}

QJsonValue valueOf(const ImportPlan &done, const char *path)
{
    return done.records.empty() ? QJsonValue() : done.records.front().after.value(QString::fromUtf8(path));
}

} // namespace

class TestHeritageMapping : public QObject
{
    Q_OBJECT
private slots:
    void refusesWrongMappings_data();
    void refusesWrongMappings();
    void turnsCellsIntoValues_data();
    void turnsCellsIntoValues();
    void makesPlainText();
    void makesEntriesOfSplitCells();
    void rejectsWithFieldAndReason();
    void changesNothingTheSecondTime();
    void updatesOnlyWhatDiffers();
    void leavesWhatPeopleAdded();
    void joinsRowsOfOneRecord();
    void needsItsKeyColumn();
    void placesRows();
    void rejectsImpossiblePlaces();
    void isCancelled();
};

void TestHeritageMapping::refusesWrongMappings_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("other") << QByteArray(R"({"a": 1})");
    QTest::newRow("newer") << QByteArray(R"({"format": "loci-heritage-mapping", "version": 2})");
    const QByteArray head = R"({"format": "loci-heritage-mapping", "version": 1, "id": "x", )";
    const QByteArray key = R"("key": {"scheme": "s", "column": "id"}, )";
    QTest::newRow("no key") << head + R"("fields": []})";
    QTest::newRow("no target") << head + key + R"("fields": [{"column": "a"}]})";
    QTest::newRow("no source") << head + key + R"("fields": [{"to": "/a"}]})";
    QTest::newRow("both") << head + key + R"("fields": [{"to": "/a", "column": "a", "value": "b"}]})";
    QTest::newRow("kind") << head + key + R"("fields": [{"to": "/a", "column": "a", "as": "colour"}]})";
    QTest::newRow("unit") << head + key + R"("fields": [{"to": "/a", "column": "a", "unit": "ha", "toUnit": "m"}]})";
    QTest::newRow("pattern") << head + key + R"("fields": [{"to": "/a", "column": "a", "pattern": "("}]})";
    QTest::newRow("word") << head + key + R"("fields": [{"to": "/a", "column": "a", "spilt": ","}]})";
    QTest::newRow("id") << head + key + R"("fields": [{"to": "/id", "column": "a"}]})";
    QTest::newRow("place") << head + key + R"("place": {"from": "air"}, "fields": []})";
}

void TestHeritageMapping::refusesWrongMappings()
{
    QFETCH(QByteArray, json);
    const auto parsed = ImportMapping::parse(json);
    QVERIFY(!parsed);
    QVERIFY(!parsed.error().message.isEmpty());
}

void TestHeritageMapping::turnsCellsIntoValues_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QByteArray>("value"); ///< JSON; empty: nothing there
    QTest::newRow("text") << " Mill " << QByteArray(R"("prefix": "<", "suffix": ">")") << QByteArray(R"("<Mill>")");
    QTest::newRow("number") << "2.5" << QByteArray(R"("as": "number")") << QByteArray("2.5");
    QTest::newRow("hectares") << "2.5" << QByteArray(R"("as": "number", "unit": "ha", "toUnit": "m2")")
                              << QByteArray("25000");
    QTest::newRow("integer") << "12" << QByteArray(R"("as": "integer")") << QByteArray("12");
    QTest::newRow("yes") << "是" << QByteArray(R"("as": "boolean")") << QByteArray("true");
    QTest::newRow("no") << "No" << QByteArray(R"("as": "boolean")") << QByteArray("false");
    QTest::newRow("day") << "26 12 1938" << QByteArray(R"("as": "date", "dateForms": ["d/M/yyyy", "dd MM yyyy"])")
                         << QByteArray(R"("1938-12-26")");
    QTest::newRow("time") << "1978-07-11T00:00:00" << QByteArray(R"("as": "date", "dateForms": ["iso"])")
                          << QByteArray(R"("1978-07-11")");
    QTest::newRow("edtf") << "1736/1795" << QByteArray(R"("as": "date")") << QByteArray(R"("1736/1795")");
    QTest::newRow("missing") << "None" << QByteArray(R"("missing": ["None"])") << QByteArray();
    QTest::newRow("lookup") << "a" << QByteArray(R"("lookup": {"a": "A"})") << QByteArray(R"("A")");
    QTest::newRow("lookup says nothing") << "a" << QByteArray(R"("lookup": {"a": ""})") << QByteArray();
    QTest::newRow("skipped") << "b" << QByteArray(R"("lookup": {"a": "A"}, "otherwise": "skip")") << QByteArray();
    QTest::newRow("kept") << "b" << QByteArray(R"("lookup": {"a": "A"}, "otherwise": "keep")") << QByteArray(R"("b")");
    QTest::newRow("else") << "b" << QByteArray(R"("lookup": {"a": "A"}, "otherwise": {"value": "C"})")
                          << QByteArray(R"("C")");
    QTest::newRow("pattern") << "Y 2016 P" << QByteArray(R"x("pattern": "Y (\\d+)")x") << QByteArray(R"("2016")");
    QTest::newRow("no match") << "none" << QByteArray(R"x("pattern": "Y (\\d+)")x") << QByteArray();
    QTest::newRow("list") << "a; b;;c" << QByteArray(R"("split": ";")") << QByteArray(R"(["a","b","c"])");
}

void TestHeritageMapping::turnsCellsIntoValues()
{
    QFETCH(QString, cell);
    QFETCH(QByteArray, rule);
    QFETCH(QByteArray, value);
    const auto map = mapping(R"({"to": "/x", "column": "c", )" + rule + "}");
    LOCI_VERIFY_RESULT(map);
    const ImportPlan done = plan(table({"id", "name", "c"}, {{"1", "One", cell}}), *map);
    QCOMPARE(done.count(Fate::Create), 1);
    const QJsonValue expected =
        value.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonDocument::fromJson('[' + value + ']').array().at(0);
    QCOMPARE(valueOf(done, "/x"), expected);
}

void TestHeritageMapping::makesPlainText()
{
    QCOMPARE(
        plainText(QStringLiteral("<p>Le <em>palais</em> d&rsquo;&eacute;t&eacute; &amp; 3 &lt; 4&#x2019;</p><p>B</p>")),
        QStringLiteral("Le palais d’été & 3 < 4’\nB"));
    QCOMPARE(plainText(QStringLiteral("a < b, &unknown; &#55296; c")), QStringLiteral("a < b, &unknown; &#55296; c"));
}

void TestHeritageMapping::makesEntriesOfSplitCells()
{
    const auto map = mapping(R"({"to": "/risks/*/threat", "column": "t", "split": ","},
                                {"to": "/risks/*/level", "column": "l", "split": ","},
                                {"to": "/risks/*/by", "value": "us"},
                                {"to": "/phases/0/kind", "value": "construction"},
                                {"to": "/phases/0/date", "column": "d", "as": "date"})");
    LOCI_VERIFY_RESULT(map);
    const ImportPlan done =
        plan(table({"id", "name", "t", "l", "d"}, {{"1", "One", "fire, theft", "high,low", ""}}), *map);
    QCOMPARE(valueOf(done, "/risks/0/threat").toString(), QStringLiteral("fire"));
    QCOMPARE(valueOf(done, "/risks/1/level").toString(), QStringLiteral("low"));
    QCOMPARE(valueOf(done, "/risks/1/by").toString(), QStringLiteral("us"));
    QVERIFY(valueOf(done, "/risks/2").isUndefined());
    QVERIFY2(valueOf(done, "/phases").isUndefined(), "an entry of constants alone says nothing");
    QCOMPARE(valueOf(done, "/references/0/number").toString(), QStringLiteral("1"));
    QCOMPARE(valueOf(done, "/names/0/lang").toString(), QStringLiteral("en"));
}

void TestHeritageMapping::rejectsWithFieldAndReason()
{
    const auto map = mapping(R"({"to": "/h", "column": "h", "as": "number"})");
    LOCI_VERIFY_RESULT(map);
    const ImportPlan done =
        plan(table({"id", "name", "h"},
                   {{"1", "One", "tall"}, {"2", "", "3"}, {"", "Three", "3"}, {"4", "Four", "4"}, {"4", "Again", "4"}}),
             *map);
    QCOMPARE(done.count(Fate::Reject), 4);
    QCOMPARE(done.count(Fate::Create), 1);
    QCOMPARE(done.rows[0].field, QStringLiteral("h"));
    QCOMPARE(done.rows[1].field, QStringLiteral("name"));
    QCOMPARE(done.rows[2].field, QStringLiteral("id"));
    QCOMPARE(done.rows[3].fate, Fate::Create);
    QCOMPARE(done.rows[4].number, qint64(5));
    for (const PlannedRow &row : done.rows) {
        QCOMPARE(row.reason.isEmpty(), row.fate != Fate::Reject);
    }
    QCOMPARE(done.toWrite().size(), std::size_t(1));
}

void TestHeritageMapping::changesNothingTheSecondTime()
{
    const auto map = mapping(R"({"to": "/phases/0/date", "column": "d", "as": "date"}, {"to": "/h", "column": "h"})");
    LOCI_VERIFY_RESULT(map);
    const RowTable rows = table({"id", "name", "d", "h"}, {{"1", "One", "1420", "a"}, {"2", "Two", "", ""}});
    const ImportPlan first = plan(rows, *map);
    QCOMPARE(first.count(Fate::Create), 2);
    const ImportPlan again = plan(rows, *map, written(first));
    QCOMPARE(again.count(Fate::Unchanged), 2);
    QVERIFY(again.toWrite().empty());
    QCOMPARE(plan(rows, *map).records.front().after, first.records.front().after);
}

void TestHeritageMapping::updatesOnlyWhatDiffers()
{
    const auto map = mapping(R"({"to": "/h", "column": "h"})");
    LOCI_VERIFY_RESULT(map);
    const ImportPlan first = plan(table({"id", "name", "h"}, {{"1", "One", "a"}, {"2", "Two", "b"}}), *map);
    const ImportPlan next = plan(table({"id", "name", "h"}, {{"1", "One", ""}, {"2", "Two", "c"}, {"3", "Three", "d"}}),
                                 *map, written(first));
    QCOMPARE(next.rows[0].fate, Fate::Unchanged); // an empty cell takes nothing away
    QCOMPARE(next.rows[1].fate, Fate::Update);
    QCOMPARE(next.rows[2].fate, Fate::Create);
    const std::vector<FieldChange> changes = next.records[1].changes();
    QCOMPARE(changes.size(), std::size_t(1));
    QCOMPARE(changes[0].path, QStringLiteral("/h"));
    QCOMPARE(changes[0].before.toString(), QStringLiteral("b"));
    QCOMPARE(changes[0].after.toString(), QStringLiteral("c"));
    QCOMPARE(next.rows[1].name, QStringLiteral("Two"));
}

void TestHeritageMapping::leavesWhatPeopleAdded()
{
    const auto map = mapping({});
    LOCI_VERIFY_RESULT(map);
    const RowTable rows = table({"id", "name"}, {{"1", "One"}});
    Asset asset = plan(rows, *map).records.front().after;
    std::vector<Name> names = asset.parts<Name>();
    names.insert(names.begin(), Name{QStringLiteral("The old one"), QStringLiteral("en"), QStringLiteral("former")});
    asset.setParts(names);
    KnownAssets known;
    known.add(asset);
    QCOMPARE(plan(rows, *map, known).count(Fate::Unchanged), 1);
    const ImportPlan renamed = plan(table({"id", "name"}, {{"1", "Uno"}}), *map, known);
    const std::vector<Name> after = renamed.records.front().after.parts<Name>();
    QCOMPARE(after.size(), std::size_t(2));
    QCOMPARE(after[0].text, QStringLiteral("The old one"));
    QCOMPARE(after[1].text, QStringLiteral("Uno"));
    // A record that a person made with the same number is met, and its number not written twice.
    Asset own = Asset::make(QStringLiteral("Mine"), QStringLiteral("en"));
    own.setParts<ReferenceNumber>({{QStringLiteral("s"), QStringLiteral("1")}});
    KnownAssets others;
    others.add(own);
    const ImportPlan met = plan(rows, *map, others);
    QCOMPARE(met.rows[0].fate, Fate::Update);
    QCOMPARE(met.records[0].after.id(), own.id());
    QCOMPARE(met.records[0].after.parts<ReferenceNumber>().size(), std::size_t(1));
    own.set(QStringLiteral("/trashed/by"), QStringLiteral("me"));
    KnownAssets trashed;
    trashed.add(own);
    QCOMPARE(plan(rows, *map, trashed).rows[0].fate, Fate::Reject);
}

void TestHeritageMapping::joinsRowsOfOneRecord()
{
    const auto map = mapping(R"({"to": "/h", "column": "h"})",
                             R"("sameKey": "gather", "place": {"from": "wkt", "column": "w", "crs": "EPSG:4326"}, )");
    LOCI_VERIFY_RESULT(map);
    const RowTable rows = table({"id", "name", "h", "w"},
                                {{"1", "One", "", "POINT (4 52)"}, {"1", "One", "x", "LINESTRING (4 52,5 53)"}});
    const ImportPlan done = plan(rows, *map);
    QCOMPARE(done.rows[0].fate, Fate::Create);
    QCOMPARE(done.rows[1].fate, Fate::Joined);
    QCOMPARE(done.records.size(), std::size_t(1));
    QCOMPARE(valueOf(done, "/h").toString(), QStringLiteral("x"));
    QCOMPARE(done.records[0].after.parts<Geometry>().size(), std::size_t(2));
    QCOMPARE(done.records[0].after.parts<Name>().size(), std::size_t(1));
    QCOMPARE(plan(rows, *map, written(done)).count(Fate::Unchanged), 2);
}

void TestHeritageMapping::needsItsKeyColumn()
{
    const auto map = mapping(R"({"to": "/h", "column": "h"})");
    LOCI_VERIFY_RESULT(map);
    QVERIFY(!planImport(table({"name"}, {{"One"}}), {}, *map, {}, nullptr));
    const ImportPlan done = plan(table({"id", "name"}, {{"1", "One"}}), *map);
    QCOMPARE(done.count(Fate::Create), 1);
    QCOMPARE(done.findings.size(), std::size_t(1));
    QCOMPARE(done.findings[0].code, QStringLiteral("column_absent"));
    QCOMPARE(map->columns(), (QStringList{"id", "name", "h"}));
}

void TestHeritageMapping::placesRows()
{
    PlaceRule rule;
    rule.source = PlaceRule::Source::Columns;
    rule.longitude = QStringLiteral("x");
    rule.latitude = QStringLiteral("y");
    rule.crs = QStringLiteral("GCJ-02");
    // domain.md 6.6: the point in Beijing
    const auto china = formats::placeRows(table({"x", "y"}, {{"116.4102445", "39.9164043"}, {"", ""}}), rule);
    LOCI_VERIFY_RESULT(china);
    QCOMPARE(china->value[0].original, QStringLiteral("POINT (116.4102445 39.9164043)"));
    QCOMPARE(china->value[0].originalCrs, QStringLiteral("GCJ-02"));
    const QStringList numbers = china->value[0].wkt.mid(7).chopped(1).split(QLatin1Char(' '));
    QVERIFY(std::abs(numbers[0].toDouble() - 116.404) < 2e-7);
    QVERIFY(std::abs(numbers[1].toDouble() - 39.915) < 2e-7);
    QVERIFY(china->value[1].wkt.isEmpty() && china->value[1].problem.isEmpty());
    QCOMPARE(china->findings.size(), std::size_t(2));
    QCOMPARE(china->findings[0].code, QStringLiteral("web_map_datum"));
    // RD New: the tower of Amersfoort is its origin, 5°23'15.5" E 52°9'22.2" N within some metres.
    rule.crs = QStringLiteral("EPSG:28992");
    const auto dutch = formats::placeRows(table({"x", "y"}, {{"155000", "463000"}}), rule);
    LOCI_VERIFY_RESULT(dutch);
    QVERIFY(dutch->value[0].wkt.startsWith(QLatin1String("POINT (5.387")));
    QCOMPARE(dutch->value[0].original, QStringLiteral("POINT (155000 463000)"));
    rule.crs.clear();
    const auto guessed = formats::placeRows(table({"x", "y"}, {{"5", "52"}}), rule);
    LOCI_VERIFY_RESULT(guessed);
    QCOMPARE(guessed->findings[0].code, QStringLiteral("crs_assumed"));
    QCOMPARE(guessed->value[0].wkt, QStringLiteral("POINT (5 52)"));
    QVERIFY(guessed->value[0].original.isEmpty());
    rule.crs = QStringLiteral("EPSG:1");
    QVERIFY(!formats::placeRows(table({"x", "y"}, {}), rule));
    rule.longitude = QStringLiteral("nowhere");
    QVERIFY(!formats::placeRows(table({"x", "y"}, {}), rule));
}

void TestHeritageMapping::rejectsImpossiblePlaces()
{
    const auto map = mapping(
        {},
        R"("place": {"from": "columns", "longitude": "x", "latitude": "y", "crs": "EPSG:4326", "required": true}, )");
    LOCI_VERIFY_RESULT(map);
    const ImportPlan done = plan(table({"id", "name", "x", "y"}, {{"1", "A", "52", "104"},
                                                                  {"2", "B", "abc", "3"},
                                                                  {"3", "C", "0", "0"},
                                                                  {"4", "D", "", ""},
                                                                  {"5", "E", "400", "400"},
                                                                  {"6", "F", "4", "52"}}),
                                 *map);
    QCOMPARE(done.count(Fate::Reject), 5); // both zero: unknown, and a place is asked for
    QCOMPARE(done.rows[1].field, QStringLiteral("x"));
    QCOMPARE(done.rows[5].fate, Fate::Create);
    QVERIFY(done.rows[0].reason != done.rows[4].reason);
}

void TestHeritageMapping::isCancelled()
{
    const auto map = mapping({});
    LOCI_VERIFY_RESULT(map);
    const CancelToken cancel;
    cancel.cancel();
    const auto done = planImport(table({"id", "name"}, {{"1", "One"}}), {}, *map, {}, nullptr, cancel);
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::Cancelled);
}

LOCI_TEST_CLASS(TestHeritageMapping)
#include "heritageio_mappingtest.moc"
