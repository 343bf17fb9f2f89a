// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/contracts/contractcheck.h"
#include "layers/domain/contracts/wkbfacts.h"
#include "layers/formats/contracts/deliveryreader.h"
#include "layers/formats/contracts/deliverywriter.h"
#include "layers/formats/heritage/rowreader.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

using namespace loci;
using namespace loci::contracts;

namespace {

const QByteArray kTrees = R"({"id":"trees","version":"2","title":{"zh":"树木","en":"Trees"},
    "geometry":"point","crs":"EPSG:4548","bbox":[500000,3000000,700000,3500000],"place":{"x":"x","y":"y"},
    "fields":[
      {"name":"code","type":"text","required":true,"pattern":"T[0-9]+"},
      {"name":"height","type":"number","unit":"m","min":0,"max":60,"complete":0.5},
      {"name":"species","type":"text","values":["camphor","ginkgo"]},
      {"name":"planted","type":"date"},
      {"name":"seen","type":"time"},
      {"name":"stems","type":"integer"},
      {"name":"protected","type":"boolean"}],
    "keys":[["code"]],"rows":{"min":1,"max":5}})";

const QByteArray kGood = "code,height [m],species,planted,seen,stems,protected,x,y\r\n"
                         "T1,12.5,camphor,1990-03-12,2026-11-01T08:00:00Z,1,yes,600000,3300000\r\n"
                         "T2,,ginkgo,,,2,否,600010,3300010\r\n";

Contract trees()
{
    return Contract::read(kTrees).value().value;
}

QString codes(const CheckReport &report)
{
    QStringList list;
    for (const Breach &breach : report.breaches) {
        list << QStringLiteral("%1:%2:%3").arg(breach.row).arg(breach.field, breach.code);
    }
    return list.join(QLatin1Char(' '));
}

} // namespace

class TestContracts : public QObject
{
    Q_OBJECT
private slots:
    void readsAndWritesAContract();
    void refusesWhatIsNoContract_data();
    void refusesWhatIsNoContract();
    void tellsUnknownMembers();
    void acceptsADeliveryThatKeepsIt();
    void namesRowAndField_data();
    void namesRowAndField();
    void checksTheReferenceSystem();
    void checksExtentAndShape();
    void limitsBreachesButCountsThem();
    void reportsSomethingToSendBack();
    void readsDamagedShapes_data();
    void readsDamagedShapes();
    void writesTypedFieldsAndKeepsUnknownUnknown();
    void readsItsOwnGeoPackageAgain();

private:
    QString file(const QString &name, const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(name);
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size()) {
            qWarning("%s was not written", qPrintable(path));
        }
        return path;
    }
    QTemporaryDir m_folder;
};

void TestContracts::readsAndWritesAContract()
{
    const Contract contract = trees();
    QCOMPARE(contract.fields.size(), std::size_t(7));
    QCOMPARE(contract.shape, Shape::Point);
    QVERIFY(contract.extent.has_value());
    const auto again = Contract::fromJson(contract.toJson());
    LOCI_VERIFY_RESULT(again);
    QCOMPARE(again->value.toJson(), contract.toJson());
}

void TestContracts::refusesWhatIsNoContract_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no JSON") << QByteArray("id: trees");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("no id") << QByteArray(R"({"fields":[{"name":"a"}]})");
    QTest::newRow("id with a folder") << QByteArray(R"({"id":"../a","fields":[{"name":"a"}]})");
    QTest::newRow("no fields") << QByteArray(R"({"id":"a"})");
    QTest::newRow("nameless field") << QByteArray(R"({"id":"a","fields":[{}]})");
    QTest::newRow("twice") << QByteArray(R"({"id":"a","fields":[{"name":"a"},{"name":"a"}]})");
    QTest::newRow("type") << QByteArray(R"({"id":"a","fields":[{"name":"a","type":"money"}]})");
    QTest::newRow("limits") << QByteArray(R"({"id":"a","fields":[{"name":"a","min":2,"max":1}]})");
    QTest::newRow("share") << QByteArray(R"({"id":"a","fields":[{"name":"a","complete":95}]})");
    QTest::newRow("pattern") << QByteArray(R"({"id":"a","fields":[{"name":"a","pattern":"("}]})");
    QTest::newRow("key") << QByteArray(R"({"id":"a","fields":[{"name":"a"}],"keys":[["b"]]})");
    QTest::newRow("shape without system") << QByteArray(R"({"id":"a","geometry":"point","fields":[{"name":"a"}]})");
    QTest::newRow("box") << QByteArray(R"({"id":"a","bbox":[1,2],"fields":[{"name":"a"}]})");
    QTest::newRow("rows") << QByteArray(R"({"id":"a","rows":{"min":3,"max":2},"fields":[{"name":"a"}]})");
}

void TestContracts::refusesWhatIsNoContract()
{
    QFETCH(QByteArray, text);
    const auto read = Contract::read(text);
    QVERIFY(!read);
    QVERIFY(!read.error().message.isEmpty());
}

void TestContracts::tellsUnknownMembers()
{
    const auto read = Contract::read(R"({"id":"a","colour":1,"fields":[{"name":"a","size":3}]})");
    LOCI_VERIFY_RESULT(read);
    QCOMPARE(read->findings.size(), std::size_t(2));
    QVERIFY(!hasErrors(read->findings));
}

void TestContracts::acceptsADeliveryThatKeepsIt()
{
    const auto checked = formats::checkDelivery(trees(), file(QStringLiteral("good.csv"), kGood));
    LOCI_VERIFY_RESULT(checked);
    QVERIFY2(checked->report.keeps(), qPrintable(codes(checked->report)));
    QCOMPARE(checked->report.rows, qint64(2));
    QCOMPARE(checked->sha256.size(), 64);
}

void TestContracts::namesRowAndField_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("breach");
    const auto row = [](const char *name, const char *from, const char *to, const char *breach) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QString::fromUtf8(breach);
    };
    row("missing value", "T1,", ",", "1:code:value_missing");
    row("pattern", "T2,", "X2,", "2:code:pattern_wrong");
    row("range", "12.5", "61", "1:height:out_of_range");
    row("no number", "12.5", "tall", "1:height:type_wrong");
    row("not finite", "12.5", "inf", "1:height:type_wrong");
    row("value", "ginkgo", "oak", "2:species:value_unknown");
    row("date", "1990-03-12", "1990-02-30", "1:planted:type_wrong");
    row("time", "2026-11-01T08:00:00Z", "yesterday", "1:seen:type_wrong");
    row("integer", ",2,", ",2.5,", "2:stems:type_wrong");
    row("boolean", "yes", "maybe", "1:protected:type_wrong");
    row("unit", "[m]", "[ft]", "0:height:unit_wrong");
    row("field", "species", "kind", "0:species:field_missing");
    row("key", "T2,", "T1,", "2:code:key_repeated");
    row("complete", "12.5", "", "0:height:incomplete");
    row("shape", "600000", "", "1::shape_missing");
    row("extent", "600000", "900000", "1::out_of_extent");
}

void TestContracts::namesRowAndField()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, breach);
    QByteArray text = kGood;
    const qsizetype at = text.indexOf(from);
    QVERIFY(at >= 0);
    text.replace(at, from.size(), to);
    const auto checked = formats::checkDelivery(trees(), file(QStringLiteral("bad.csv"), text));
    LOCI_VERIFY_RESULT(checked);
    QVERIFY(!checked->report.keeps());
    QVERIFY2(codes(checked->report).split(QLatin1Char(' ')).contains(breach), qPrintable(codes(checked->report)));
    QVERIFY(hasErrors(checked->report.findings()));
}

void TestContracts::checksTheReferenceSystem()
{
    const QString path = file(QStringLiteral("a.geojson"), R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"code":"T1","height":3,"species":"ginkgo","planted":null,"seen":null,"stems":1,
        "protected":true},"geometry":{"type":"Point","coordinates":[118.1,29.8]}}]})");
    const auto checked = formats::checkDelivery(trees(), path);
    LOCI_VERIFY_RESULT(checked);
    QVERIFY2(codes(checked->report).contains(QStringLiteral("crs_wrong")), qPrintable(codes(checked->report)));
    QVERIFY(codes(checked->report).contains(QStringLiteral("1::out_of_extent")));
}

void TestContracts::checksExtentAndShape()
{
    const auto contract = Contract::read(R"({"id":"a","geometry":"polygon","crs":"EPSG:4326","moreFields":false,
        "fields":[{"name":"n","type":"integer"}]})");
    LOCI_VERIFY_RESULT(contract);
    const QString path = file(QStringLiteral("b.geojson"), R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"n":1,"extra":"x"},"geometry":{"type":"Point","coordinates":[118.1,29.8]}},
        {"type":"Feature","properties":{"n":2},"geometry":null},
        {"type":"Feature","properties":{"n":3},"geometry":{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]]]}}]})");
    const auto checked = formats::checkDelivery(contract->value, path);
    LOCI_VERIFY_RESULT(checked);
    QCOMPARE(codes(checked->report), QStringLiteral("0:extra:field_unknown 1::shape_wrong 2::shape_missing"));
}

void TestContracts::limitsBreachesButCountsThem()
{
    Contract contract = trees();
    contract.rowsMost.reset();
    QByteArray text = "code,height,species,planted,seen,stems,protected,x,y\n";
    for (int i = 0; i < 1000; ++i) {
        text += "T" + QByteArray::number(i) + ",99,ginkgo,,,1,1,600000,3300000\n";
    }
    const auto checked = formats::checkDelivery(contract, file(QStringLiteral("many.csv"), text));
    LOCI_VERIFY_RESULT(checked);
    QCOMPARE(checked->report.breaches.size(), std::size_t(CheckReport::kMostPerCode));
    QCOMPARE(checked->report.more, 1000 - CheckReport::kMostPerCode);
    CancelToken cancel;
    cancel.cancel();
    QVERIFY(!formats::checkDelivery(contract, m_folder.filePath(QStringLiteral("many.csv")), cancel));
}

void TestContracts::reportsSomethingToSendBack()
{
    CheckReport report;
    report.breaches.push_back({3, QStringLiteral("a\"b"), QStringLiteral("type_wrong"), QStringLiteral("=1+1"),
                               QStringLiteral("No, \"this\" is none")});
    const QByteArray csv = report.toCsv();
    QVERIFY(csv.startsWith("\xEF\xBB\xBFrow,field,code,value,message\r\n"));
    QVERIFY(csv.contains("3,\"a\"\"b\",type_wrong,\"'=1+1\",\"No, \"\"this\"\" is none\"\r\n"));
    QCOMPARE(report.toJson()[QStringLiteral("breaches")].toArray().size(), 1);
}

void TestContracts::readsDamagedShapes_data()
{
    QTest::addColumn<QByteArray>("wkb");
    QTest::addColumn<bool>("good");
    const QByteArray point = wkbPoint({1, 2});
    QTest::newRow("point") << point << true;
    QTest::newRow("short") << point.left(20) << false;
    QTest::newRow("long") << point + 'x' << false;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("order") << QByteArray(point).replace(0, 1, "\x07") << false;
    QTest::newRow("curve") << QByteArray(point).replace(1, 1, "\x08") << false;
    QTest::newRow("not finite") << wkbPoint({1, std::numeric_limits<double>::infinity()}) << false;
    QByteArray nested;
    for (int i = 0; i < 100; ++i) {
        nested += QByteArray::fromHex("010700000001000000");
    }
    QTest::newRow("deep") << nested + point << false;
    QTest::newRow("promises too much") << QByteArray::fromHex("0102000000ffffffff") << false;
}

void TestContracts::readsDamagedShapes()
{
    QFETCH(QByteArray, wkb);
    QFETCH(bool, good);
    QCOMPARE(wkbFacts(wkb).has_value(), good);
}

void TestContracts::writesTypedFieldsAndKeepsUnknownUnknown()
{
    const Contract contract = trees();
    const auto checked = formats::checkDelivery(contract, file(QStringLiteral("good.csv"), kGood));
    LOCI_VERIFY_RESULT(checked);
    const QString path = m_folder.filePath(QStringLiteral("trees-1.gpkg"));
    LOCI_VERIFY_RESULT(formats::writeDelivery(contract, checked->table, path));
    const auto rows = formats::readRows({path, {}});
    LOCI_VERIFY_RESULT(rows);
    const heritage::RowTable &table = rows->value;
    QCOMPARE(table.crs, QStringLiteral("EPSG:4548"));
    QCOMPARE(table.rows.size(), std::size_t(2));
    QCOMPARE(table.value(table.rows[0], table.column(QStringLiteral("height"))), QStringLiteral("12.5"));
    QVERIFY(table.value(table.rows[1], table.column(QStringLiteral("height"))).isEmpty()); // unknown, not 0
    QVERIFY(!table.rows[0].wkb.isEmpty());
    QVERIFY(!table.columns.contains(QStringLiteral("x"))); // not agreed, so not loaded
    QVERIFY(!formats::writeDelivery(contract, checked->table, m_folder.filePath(QStringLiteral("no/such.gpkg"))));
}

void TestContracts::readsItsOwnGeoPackageAgain()
{
    const Contract contract = trees();
    const auto checked = formats::checkDelivery(contract, file(QStringLiteral("good.csv"), kGood));
    LOCI_VERIFY_RESULT(checked);
    const QString path = m_folder.filePath(QStringLiteral("again.gpkg"));
    LOCI_VERIFY_RESULT(formats::writeDelivery(contract, checked->table, path));
    const auto again = formats::checkDelivery(contract, path);
    LOCI_VERIFY_RESULT(again);
    QVERIFY2(again->report.keeps(), qPrintable(codes(again->report)));
}

LOCI_TEST_CLASS(TestContracts)
#include "contracts_checktest.moc"
