// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/geodesy/gcj02.h"
#include "layers/domain/heritage/importplan.h"
#include "layers/formats/heritage/rowplaces.h"
#include "layers/formats/heritage/rowreader.h"
#include "tests/support/testenvironment.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QSet>
#include <QTest>
#include <cmath>

using namespace loci;
using namespace loci::heritage;
using Fate = PlannedRow::Fate;

namespace {

QByteArray resource(const QString &path)
{
    QFile file(QStringLiteral(LOCI_SOURCE_DIR "/resources/heritage/") + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

struct Imported
{
    RowTable table;
    std::vector<RowPlace> places;
    Findings findings;
    ImportPlan plan;
};

Result<Imported> import(const QString &mappingId, const QString &path, const KnownAssets &known = {})
{
    LOCI_TRY(const ImportMapping mapping,
             ImportMapping::parse(resource(QStringLiteral("mappings/%1.json").arg(mappingId))));
    LOCI_TRY(const ReignTable reigns, ReignTable::parse(resource(QStringLiteral("reigns.json"))));
    LOCI_TRY(auto rows, formats::readRows({loci::test::sharedData(path), mapping.layer, mapping.encoding}));
    LOCI_TRY(auto places, formats::placeRows(rows.value, mapping.place));
    LOCI_TRY(auto plan, planImport(rows.value, places.value, mapping, known, &reigns));
    return Imported{std::move(rows.value), std::move(places.value), std::move(places.findings), std::move(plan)};
}

KnownAssets written(const ImportPlan &done)
{
    KnownAssets known;
    for (const PlannedRecord &record : done.records) {
        known.add(record.after);
    }
    return known;
}

const Asset *byNumber(const KnownAssets &known, const char *scheme, const char *number)
{
    return known.byReference(QString::fromUtf8(scheme), QString::fromUtf8(number));
}

Vec2 pointOf(const QString &wkt)
{
    const QStringList numbers = wkt.mid(wkt.indexOf(QLatin1Char('(')) + 1).chopped(1).split(QLatin1Char(' '));
    return {numbers.value(0).toDouble(), numbers.value(1).toDouble()};
}

} // namespace

class TestHeritageImportReal : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        if (loci::test::sharedData(QStringLiteral("heritage")).isEmpty()) {
            QSKIP("shared data is absent");
        }
    }
    void importsTwice_data();
    void importsTwice();
    void movesChineseCoordinatesBack();
    void readsTheWorldHeritageList();
    void gathersPlacesOfEamena();
    void bringsLambertToDegrees();
    void parsesEveryMapping();
};

void TestHeritageImportReal::importsTwice_data()
{
    QTest::addColumn<QString>("mapping");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("created");
    QTest::addColumn<int>("joined");
    QTest::addColumn<int>("rejected");
    QTest::newRow("guobao") << "china_guobao"
                            << "heritage/china_guobao/guobao_sites_gcj02.csv" << 4305 << 4305 << 0 << 0;
    QTest::newRow("guobao json") << "china_guobao"
                                 << "heritage/china_guobao/guobao_sites_gcj02.json" << 4305 << 4305 << 0 << 0;
    QTest::newRow("unesco") << "unesco_world_heritage"
                            << "heritage/unesco/whc-sites-2019.csv" << 1121 << 1121 << 0 << 0;
    QTest::newRow("eamena") << "eamena"
                            << "heritage/eamena/sistan_sample.geojson" << 356 << 326 << 30 << 0;
    QTest::newRow("brooklyn") << "nyc_historic_districts"
                              << "heritage/nyc/brooklyn_historic_districts.geojson" << 46 << 46 << 0 << 0;
    QTest::newRow("queens") << "nyc_historic_districts"
                            << "heritage/nyc/queens_historic_districts.geojson" << 14 << 14 << 0 << 0;
    QTest::newRow("montpellier") << "montpellier_monuments"
                                 << "qgis/montpellier/demoqgis_intranet/data/Monuments_Historiques.shp" << 105 << 103
                                 << 0 << 2;
}

void TestHeritageImportReal::importsTwice()
{
    QFETCH(QString, mapping);
    QFETCH(QString, path);
    QFETCH(int, rows);
    QFETCH(int, created);
    QFETCH(int, joined);
    QFETCH(int, rejected);
    const auto first = import(mapping, path);
    LOCI_VERIFY_RESULT(first);
    for (const PlannedRow &row : first->plan.rows) {
        if (row.fate == Fate::Reject) {
            qInfo("row %lld, %s: %s", static_cast<long long>(row.number), qPrintable(row.field),
                  qPrintable(row.reason));
        }
    }
    QCOMPARE(static_cast<int>(first->plan.rows.size()), rows);
    QCOMPARE(first->plan.count(Fate::Create), created);
    QCOMPARE(first->plan.count(Fate::Joined), joined);
    QCOMPARE(first->plan.count(Fate::Reject), rejected);
    for (const Finding &finding : first->plan.findings) {
        QVERIFY2(finding.code != QLatin1String("column_absent"), qPrintable(finding.where));
    }
    for (const PlannedRecord &record : first->plan.records) {
        QVERIFY(!record.after.name().isEmpty());
    }
    const auto again = import(mapping, path, written(first->plan));
    LOCI_VERIFY_RESULT(again);
    QCOMPARE(again->plan.count(Fate::Unchanged), rows - rejected);
    QVERIFY(again->plan.toWrite().empty());
}

void TestHeritageImportReal::movesChineseCoordinatesBack()
{
    const auto done =
        import(QStringLiteral("china_guobao"), QStringLiteral("heritage/china_guobao/guobao_sites_gcj02.csv"));
    LOCI_VERIFY_RESULT(done);
    int places = 0;
    for (const PlannedRecord &record : done->plan.records) {
        const std::vector<Geometry> geometries = record.after.parts<Geometry>();
        if (geometries.empty()) {
            continue;
        }
        ++places;
        const Geometry &geometry = geometries.front();
        QCOMPARE(geometry.originalCrs, QStringLiteral("GCJ-02"));
        const Vec2 back = geodesy::toWebDatum(geodesy::WebDatum::Gcj02, pointOf(geometry.wkt));
        const Vec2 original = pointOf(geometry.original);
        QVERIFY(std::abs(back.x - original.x) < 3e-9 && std::abs(back.y - original.y) < 3e-9);
    }
    QCOMPARE(places, 4304); // all but the Great Wall itself
    QVERIFY(!done->findings.empty());
    QCOMPARE(done->findings[0].code, QStringLiteral("web_map_datum"));
    QCOMPARE(done->findings[0].count, 4304);
    const KnownAssets known = written(done->plan);
    const Asset *hall = byNumber(known, "national", "1-2");
    QVERIFY(hall != nullptr);
    QCOMPARE(hall->name(), QStringLiteral("金田起义地址"));
    QCOMPARE(hall->text(QStringLiteral("/category")), QStringLiteral("0500"));
    QCOMPARE(hall->text(QStringLiteral("/dating/edtf")), QStringLiteral("1851"));
    QCOMPARE(hall->text(QStringLiteral("/district")), QStringLiteral("45"));
    QCOMPARE(hall->parts<Designation>().front().from, QStringLiteral("1961"));
    QCOMPARE(pointOf(hall->parts<Geometry>().front().original), (Vec2{110.081331, 23.583555}));
    int dated = 0;
    for (const PlannedRecord &record : done->plan.records) {
        dated += record.after.text(QStringLiteral("/dating/edtf")).isEmpty() ? 0 : 1;
    }
    QVERIFY2(dated > 3000, qPrintable(QString::number(dated)));
}

void TestHeritageImportReal::readsTheWorldHeritageList()
{
    const auto done =
        import(QStringLiteral("unesco_world_heritage"), QStringLiteral("heritage/unesco/whc-sites-2019.csv"));
    LOCI_VERIFY_RESULT(done);
    QHash<QString, int> kinds;
    int inDanger = 0, placed = 0;
    for (const PlannedRecord &record : done->plan.records) {
        ++kinds[record.after.text(QStringLiteral("/kind"))];
        placed += record.after.parts<Geometry>().empty() ? 0 : 1;
        inDanger += record.after.parts<Designation>().size() > 1 ? 1 : 0;
        QVERIFY(!record.after.text(QStringLiteral("/description/en")).contains(QLatin1String("<p>")));
    }
    QCOMPARE(kinds.value(QStringLiteral("monument")), 869);
    QCOMPARE(kinds.value(QStringLiteral("landscape")), 213);
    QCOMPARE(kinds.value(QStringLiteral("area")), 39);
    QCOMPARE(inDanger, 53);
    QCOMPARE(placed, 1120); // one site has coordinates of nought
    QVERIFY(std::any_of(done->findings.begin(), done->findings.end(),
                        [](const Finding &finding) { return finding.code == QLatin1String("zero_place"); }));
    const KnownAssets known = written(done->plan);
    const Asset *bamiyan = byNumber(known, "unesco", "208");
    QVERIFY(bamiyan != nullptr);
    QCOMPARE(bamiyan->name({QStringLiteral("en")}),
             QStringLiteral("Cultural Landscape and Archaeological Remains of the Bamiyan Valley"));
    QCOMPARE(bamiyan->parts<Name>()[1].text,
             QStringLiteral("Paysage culturel et vestiges archéologiques de la vallée de Bamiyan"));
    QVERIFY(bamiyan->text(QStringLiteral("/description/fr")).contains(QStringLiteral("l’ancienne Bactriane")));
}

void TestHeritageImportReal::gathersPlacesOfEamena()
{
    const auto done = import(QStringLiteral("eamena"), QStringLiteral("heritage/eamena/sistan_sample.geojson"));
    LOCI_VERIFY_RESULT(done);
    QSet<QString> inFile, inRecords; // a few features are there twice
    const int id = done->table.column(QStringLiteral("EAMENA ID"));
    int areas = 0;
    for (std::size_t i = 0; i < done->table.rows.size(); ++i) {
        inFile.insert(done->table.value(done->table.rows[i], id) + done->places[i].wkt);
        areas += done->places[i].wkt.startsWith(QLatin1String("POLYGON")) ? 1 : 0;
    }
    for (const PlannedRecord &record : done->plan.records) {
        const std::vector<Geometry> geometries = record.after.parts<Geometry>();
        for (const Geometry &geometry : geometries) {
            const QString number = record.after.parts<ReferenceNumber>().front().number;
            QVERIFY(!inRecords.contains(number + geometry.wkt));
            inRecords.insert(number + geometry.wkt);
            QCOMPARE(geometry.role, geometry.wkt.startsWith(QLatin1String("POINT")) ? QStringLiteral("point")
                                                                                    : QStringLiteral("body"));
        }
    }
    QCOMPARE(areas, 35);
    QCOMPARE(inRecords, inFile);
    const KnownAssets known = written(done->plan);
    const Asset *place = byNumber(known, "legacy", "EAMENA-0230713");
    QVERIFY(place != nullptr);
    QCOMPARE(place->parts<Survey>().front().condition, QStringLiteral("destroyed"));
    QCOMPARE(place->parts<Survey>().front().date, QStringLiteral("2023-05-19"));
    QCOMPARE(place->items(QStringLiteral("risks")).size(), std::size_t(4));
    QVERIFY(place->text(QStringLiteral("/address")).isEmpty());
}

void TestHeritageImportReal::bringsLambertToDegrees()
{
    const auto done = import(QStringLiteral("montpellier_monuments"),
                             QStringLiteral("qgis/montpellier/demoqgis_intranet/data/Monuments_Historiques.shp"));
    LOCI_VERIFY_RESULT(done);
    QSet<QString> words;
    for (const PlannedRecord &record : done->plan.records) {
        const Geometry geometry = record.after.parts<Geometry>().front();
        QCOMPARE(geometry.crs, 4326);
        QCOMPARE(geometry.originalCrs, QStringLiteral("EPSG:2154"));
        const Vec2 corner = pointOf(geometry.wkt.section(QLatin1Char(','), 0, 0)
                                        .replace(QLatin1Char('('), QString())
                                        .prepend(QLatin1Char('('))
                                        .append(QLatin1Char(')'))
                                        .remove(QLatin1String("MULTI"))
                                        .replace(QLatin1String("POLYGON "), QString()));
        QVERIFY2(corner.x > 3.8 && corner.x < 3.96 && corner.y > 43.55 && corner.y < 43.67,
                 qPrintable(geometry.wkt.left(60)));
        words.insert(record.after.text(QStringLiteral("/description/fr")));
    }
    QVERIFY(words.contains(QStringLiteral("totalité")));
}

void TestHeritageImportReal::parsesEveryMapping()
{
    for (const char *id : {"china_guobao", "unesco_world_heritage", "eamena", "nyc_historic_districts",
                           "montpellier_monuments", "arches_her_monument"}) {
        const auto mapping = ImportMapping::parse(resource(QStringLiteral("mappings/%1.json").arg(QLatin1String(id))));
        LOCI_VERIFY_RESULT(mapping);
        QCOMPARE(mapping->id, QLatin1String(id));
        QVERIFY(!mapping->name(QStringLiteral("zh_CN")).isEmpty());
        LOCI_VERIFY_RESULT(ImportMapping::parse(mapping->bytes()));
    }
}

LOCI_TEST_CLASS(TestHeritageImportReal)
#include "heritageio_importrealtest.moc"
