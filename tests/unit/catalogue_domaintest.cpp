// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/catalogue/access.h"
#include "layers/domain/catalogue/cadence.h"
#include "layers/domain/catalogue/search.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>
#include <QTest>
#include <algorithm>

using namespace loci;
using namespace loci::catalogue;

namespace {

const QDateTime kNow(QDate(2026, 11, 26), QTime(12, 0), Qt::UTC);

Entry entry(const QString &id, const Words &department, Sharing sharing)
{
    Entry made;
    made.id = id;
    made.said.title = {QStringLiteral("内涝点"), QStringLiteral("Flood points")};
    made.said.department = department;
    made.said.sharing = sharing;
    made.said.lineage = {QStringLiteral("外业调查"), QStringLiteral("Field survey")};
    made.source = QStringLiteral("data/flood.gpkg");
    made.items = QStringList{QStringLiteral("depth")};
    return made;
}

const Words kWater{QStringLiteral("水务局"), QStringLiteral("Water")};
const Words kHealth{QStringLiteral("卫健委"), QStringLiteral("Health")};
const Viewer kHealthOfficer{QStringLiteral("lin"), QStringLiteral("health"), false};
const Viewer kPublic;

Request grant(const QString &id, const QDate &until)
{
    Request request;
    request.id = QStringLiteral("r1");
    request.entry = id;
    request.department = QStringLiteral("Health");
    request = stepped(request, State::Requested, QStringLiteral("lin"), QStringLiteral("Shelters"), {}, kNow).value();
    return stepped(request, State::Approved, QStringLiteral("wu"), QStringLiteral("Internal use"), until, kNow).value();
}

} // namespace

class TestCatalogueDomain : public QObject
{
    Q_OBJECT
private slots:
    void readsPeriods_data();
    void readsPeriods();
    void saysLateInWords();
    void keepsWhatTheOwnerSays();
    void refusesDescriptionsThatCannotStand_data();
    void refusesDescriptionsThatCannotStand();
    void hidesByClassAndDepartment_data();
    void hidesByClassAndDepartment();
    void withholdsDataFromADescribedEntry();
    void takesHiddenEntriesOutOfLineage();
    void endsAGrantOnItsDay();
    void knowsTheStepsOfARequest();
    void findsInBothLanguagesAndPinyin_data();
    void findsInBothLanguagesAndPinyin();
    void makesOneOfficeItsOwnSteward();
};

void TestCatalogueDomain::readsPeriods_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    for (const char *good : {"P1Y", "P1M", "P7D", "P1W", "PT15M", "P1DT12H", "PT1S"}) {
        QTest::newRow(good) << good << true;
    }
    for (const char *bad : {"", "P", "PT", "1D", "P0D", "P-1D", "P1.5D", "P99999999999999D", "P1Y ", "every day"}) {
        QTest::newRow(*bad != 0 ? bad : "empty") << bad << false;
    }
}

void TestCatalogueDomain::readsPeriods()
{
    QFETCH(QString, text);
    QFETCH(bool, good);
    QCOMPARE(Period::fromText(text).has_value(), good);
}

void TestCatalogueDomain::saysLateInWords()
{
    const QDateTime updated = kNow.addDays(-3);
    QCOMPARE(timeliness(updated, QStringLiteral("P1D"), kNow), Timeliness::Late);
    QCOMPARE(timelinessWords(updated, QStringLiteral("P1D"), kNow),
             QStringLiteral("Updated 3 days ago, promised every day: 2 days late"));
    QCOMPARE(timeliness(updated, QStringLiteral("P1M"), kNow), Timeliness::OnTime);
    QCOMPARE(timeliness({}, QStringLiteral("P1M"), kNow), Timeliness::Unknown); // unknown is never late
    QCOMPARE(timeliness(updated, {}, kNow), Timeliness::NoPromise);
    QVERIFY(!timelinessWords({}, QStringLiteral("P1M"), kNow).contains(QStringLiteral("late")));
    QCOMPARE(Period::textOf(900'000), QStringLiteral("PT15M"));
    QCOMPARE(Period::textOf(0), QString());
    QCOMPARE(Period::fromText(Period::textOf(86'400'000))->days, 1);
}

void TestCatalogueDomain::keepsWhatTheOwnerSays()
{
    Description said = entry(QStringLiteral("map/layer/a"), kWater, Sharing::Conditional).said;
    said.cadence = QStringLiteral("P1M");
    said.condition = {QStringLiteral("仅限内部"), QStringLiteral("Internal use")};
    const auto again = Description::fromJson(said.toJson());
    LOCI_VERIFY_RESULT(again);
    QCOMPARE(again->toJson(), said.toJson());
}

void TestCatalogueDomain::refusesDescriptionsThatCannotStand_data()
{
    QTest::addColumn<QJsonObject>("json");
    QTest::newRow("class") << QJsonObject{{"sharing", "maybe"}};
    QTest::newRow("cadence") << QJsonObject{{"cadence", "often"}};
    QTest::newRow("basis") << QJsonObject{{"sharing", "none"}};
}

void TestCatalogueDomain::refusesDescriptionsThatCannotStand()
{
    QFETCH(QJsonObject, json);
    const auto said = Description::fromJson(json);
    QVERIFY(!said);
    QVERIFY(!said.error().message.isEmpty());
}

void TestCatalogueDomain::hidesByClassAndDepartment_data()
{
    QTest::addColumn<int>("sharing");
    QTest::addColumn<int>("owner");
    QTest::addColumn<int>("other");
    QTest::addColumn<int>("outside");
    const auto row = [](const char *name, Sharing sharing, Sight owner, Sight other, Sight outside) {
        QTest::newRow(name) << int(sharing) << int(owner) << int(other) << int(outside);
    };
    row("unconditional", Sharing::Unconditional, Sight::Open, Sight::Open, Sight::Open);
    row("conditional", Sharing::Conditional, Sight::Open, Sight::Described, Sight::Described);
    row("not shared", Sharing::NotShared, Sight::Open, Sight::Hidden, Sight::Hidden);
    row("undecided", Sharing::Undecided, Sight::Open, Sight::Hidden, Sight::Hidden);
}

void TestCatalogueDomain::hidesByClassAndDepartment()
{
    QFETCH(int, sharing);
    QFETCH(int, owner);
    QFETCH(int, other);
    QFETCH(int, outside);
    const Entry one = entry(QStringLiteral("map/layer/a"), kWater, Sharing(sharing));
    const Viewer waterOfficer{QStringLiteral("wu"), QStringLiteral("水务局"), false};
    const Viewer steward{QStringLiteral("s"), {}, true};
    QCOMPARE(int(sight(one, waterOfficer, {}, kNow.date())), owner);
    QCOMPARE(int(sight(one, kHealthOfficer, {}, kNow.date())), other);
    QCOMPARE(int(sight(one, kPublic, {}, kNow.date())), outside);
    QCOMPARE(sight(one, steward, {}, kNow.date()), Sight::Open);
    QVERIFY(mayEdit(one, waterOfficer));
    QVERIFY(!mayEdit(one, kHealthOfficer));
    const Entry nobodys = entry(QStringLiteral("map/layer/b"), {}, Sharing(sharing));
    QVERIFY(!mayEdit(nobodys, kPublic)); // no department is not the department of nobody
}

void TestCatalogueDomain::withholdsDataFromADescribedEntry()
{
    const Entry whole = entry(QStringLiteral("map/layer/a"), kWater, Sharing::Conditional);
    const auto seen = seenBy({whole}, kHealthOfficer, {}, kNow.date());
    QCOMPARE(seen.size(), std::size_t(1));
    QVERIFY(seen[0].withheld);
    QCOMPARE(seen[0].said.title.en, whole.said.title.en);
    const QByteArray json = QJsonDocument(toJson(seen[0], kNow)).toJson();
    for (const char *secret : {"flood.gpkg", "depth", "Field survey"}) {
        QVERIFY2(!json.contains(secret), secret);
    }
    const auto open = seenBy({whole}, kHealthOfficer, {grant(whole.id, kNow.date().addDays(1))}, kNow.date());
    QVERIFY(!open[0].withheld);
    QCOMPARE(open[0].source, whole.source);
}

void TestCatalogueDomain::takesHiddenEntriesOutOfLineage()
{
    Entry derived = entry(QStringLiteral("indicator/def/X"), kHealth, Sharing::Unconditional);
    derived.madeFrom = QStringList{QStringLiteral("map/layer/secret"), QStringLiteral("map/layer/open")};
    const auto seen = seenBy({entry(QStringLiteral("map/layer/secret"), kWater, Sharing::NotShared),
                              entry(QStringLiteral("map/layer/open"), kWater, Sharing::Unconditional), derived},
                             kPublic, {}, kNow.date());
    QCOMPARE(seen.size(), std::size_t(2));
    QCOMPARE(seen[1].madeFrom, QStringList{QStringLiteral("map/layer/open")});
}

void TestCatalogueDomain::endsAGrantOnItsDay()
{
    const Request given = grant(QStringLiteral("map/layer/a"), kNow.date().addDays(2));
    QVERIFY(given.isGrant(kNow.date().addDays(2)));
    QVERIFY(!given.isGrant(kNow.date().addDays(3)));
    const Request back =
        stepped(given, State::Revoked, QStringLiteral("wu"), QStringLiteral("Misused"), {}, kNow).value();
    QVERIFY(!back.isGrant(kNow.date()));
    const Entry one = entry(given.entry, kWater, Sharing::Conditional);
    QCOMPARE(sight(one, kHealthOfficer, {back}, kNow.date()), Sight::Described);
    QCOMPARE(sight(one, kPublic, {given}, kNow.date()), Sight::Described); // a grant is its department's only
}

void TestCatalogueDomain::knowsTheStepsOfARequest()
{
    Request request;
    request.id = QStringLiteral("r");
    request.entry = QStringLiteral("map/layer/a");
    request.department = QStringLiteral("Health");
    QVERIFY(!stepped(request, State::Requested, {}, QStringLiteral(" "), {}, kNow)); // without a purpose
    request = stepped(request, State::Requested, QStringLiteral("lin"), QStringLiteral("Shelters"), {}, kNow).value();
    QVERIFY(!stepped(request, State::Approved, {}, QStringLiteral("ok"), {}, kNow));                      // no end
    QVERIFY(!stepped(request, State::Approved, {}, QStringLiteral("ok"), kNow.date().addDays(-1), kNow)); // past
    QVERIFY(!stepped(request, State::Refused, {}, {}, {}, kNow));                                         // no reason
    QVERIFY(!stepped(request, State::Delivered, {}, {}, {}, kNow)); // before it is approved
    const Request refused = stepped(request, State::Refused, {}, QStringLiteral("No"), {}, kNow).value();
    QVERIFY(!stepped(refused, State::Approved, {}, QStringLiteral("ok"), kNow.date().addDays(1), kNow));
    const auto again = Request::fromJson(QStringLiteral("r"), refused.toJson());
    LOCI_VERIFY_RESULT(again);
    QCOMPARE(again->toJson(), refused.toJson());
    QCOMPARE(again->purpose(), QStringLiteral("Shelters"));
    QVERIFY(!Request::fromJson(QStringLiteral("r"), {}));
}

void TestCatalogueDomain::findsInBothLanguagesAndPinyin_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<bool>("hit");
    for (const char *hit : {"内涝", "flood", "FLOOD poi", "neilao", "nld", "水务", "shuiwuju", "water", "depth", ""}) {
        QTest::newRow(*hit != 0 ? hit : "empty") << QString::fromUtf8(hit) << true;
    }
    QTest::newRow("other") << QStringLiteral("school") << false;
    QTest::newRow("one word of two") << QStringLiteral("flood school") << false;
}

void TestCatalogueDomain::findsInBothLanguagesAndPinyin()
{
    QFETCH(QString, query);
    QFETCH(bool, hit);
    QCOMPARE(!found({entry(QStringLiteral("map/layer/a"), kWater, Sharing::Conditional)}, query).empty(), hit);
}

void TestCatalogueDomain::makesOneOfficeItsOwnSteward()
{
    Offices offices;
    QVERIFY(offices.viewer(QStringLiteral("anybody")).steward);
    offices.departments[QStringLiteral("lin")] = QStringLiteral("Health");
    offices.stewards << QStringLiteral("wang");
    QVERIFY(!offices.viewer(QStringLiteral("lin")).steward);
    QVERIFY(offices.viewer(QStringLiteral("wang")).steward);
    QCOMPARE(offices.viewer(QStringLiteral("stranger")).department, QString());
    QCOMPARE(Offices::fromJson(offices.toJson()).toJson(), offices.toJson());
}

LOCI_TEST_CLASS(TestCatalogueDomain)
#include "catalogue_domaintest.moc"
