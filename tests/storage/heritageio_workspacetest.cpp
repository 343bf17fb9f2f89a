// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/heritage/bagit.h"
#include "layers/formats/heritage/jsonld.h"
#include "layers/formats/heritage/mappingfiles.h"
#include "layers/workspace/heritage/exporting.h"
#include "layers/workspace/heritage/importing.h"
#include "layers/workspace/heritage/thesauri.h"
#include "tests/support/testenvironment.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace loci;
using namespace loci::workspace;
using Fate = heritage::PlannedRow::Fate;

namespace {

/// Three rows in Latin letters, the last one without a name.
const char kTable[] = "lp_number,area_name,borough,desdate,w\r\n"
                      "LP-1,Old Mill,BK,1978-07-11T00:00:00,\r\n"
                      "LP-2,\"Quay, North\",QN,1980-01-01T00:00:00,\r\n"
                      "LP-3,,QN,1980-01-01T00:00:00,\r\n";

/// Shows the file as a photograph.
void addPhotograph(heritage::Asset &asset, const QString &hash, const QString &caption)
{
    heritage::MediaUse use;
    use.sha256 = hash;
    use.role = QStringLiteral("photograph");
    use.caption = caption;
    asset.setParts<heritage::MediaUse>({use});
}

} // namespace

class TestHeritageExchange : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void bringsMappings();
    void writesAllInOneStep();
    void refusesAnOutdatedPreview();
    void exportsTables_data();
    void exportsTables();
    void keepsRecordsInPackages();
    void refusesAnAlteredPackage();
    void saysWhichMediumIsMissing();
    void keepsThesauri();
    void importsTheNationalList();

private:
    Result<ImportPreview> preview(const QByteArray &table);
    QString file(const QString &name) const { return m_folder->filePath(name); }
    QString write(const QString &name, const QByteArray &bytes) const;
    Result<int> fill();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Catalogue> m_catalogue;
};

void TestHeritageExchange::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto made = Workspace::create(file(QStringLiteral("Catalogue.loci")), QStringLiteral("heritage"));
    LOCI_VERIFY_RESULT(made);
    m_workspace = std::move(*made);
    m_catalogue = std::make_unique<Catalogue>(*m_workspace);
}

void TestHeritageExchange::cleanup()
{
    m_catalogue.reset();
    m_workspace.reset();
}

QString TestHeritageExchange::write(const QString &name, const QByteArray &bytes) const
{
    QFile out(file(name));
    return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() ? out.fileName() : QString();
}

Result<ImportPreview> TestHeritageExchange::preview(const QByteArray &table)
{
    // The mapping of the districts, with a place that may be absent.
    LOCI_TRY(const heritage::ImportMapping bundled, formats::loadMapping(QStringLiteral("nyc_historic_districts")));
    QJsonObject json = QJsonDocument::fromJson(bundled.bytes()).object();
    json.insert(QStringLiteral("place"), QJsonObject{{QStringLiteral("from"), QStringLiteral("wkt")},
                                                     {QStringLiteral("column"), QStringLiteral("w")},
                                                     {QStringLiteral("crs"), QStringLiteral("EPSG:4326")}});
    ImportRequest request;
    LOCI_TRY(request.mapping, heritage::ImportMapping::parse(QJsonDocument(json).toJson()));
    request.workspacePath = m_workspace->path();
    request.source.path = write(QStringLiteral("table.csv"), table);
    return previewImport(request);
}

Result<int> TestHeritageExchange::fill()
{
    LOCI_TRY(const ImportPreview seen,
             preview(QByteArray(kTable).replace("11T00:00:00,", "11T00:00:00,POINT (-74 40.7)")));
    return applyImport(*m_catalogue, seen.plan, QStringLiteral("first list"));
}

void TestHeritageExchange::bringsMappings()
{
    QCOMPARE(formats::bundledMappings().size(), 6);
    QVERIFY(!formats::loadMapping(QStringLiteral("no such mapping")));
    const auto mapping = formats::loadMapping(QStringLiteral("eamena"));
    LOCI_VERIFY_RESULT(mapping);
    LOCI_VERIFY_RESULT(formats::saveMapping(*mapping, file(QStringLiteral("own.json"))));
    const auto again = formats::loadMapping(file(QStringLiteral("own.json")));
    LOCI_VERIFY_RESULT(again);
    QCOMPARE(again->bytes(), mapping->bytes());
}

void TestHeritageExchange::writesAllInOneStep()
{
    const auto seen = preview(kTable);
    LOCI_VERIFY_RESULT(seen);
    QCOMPARE(seen->plan.count(Fate::Create), 2);
    QCOMPARE(seen->plan.count(Fate::Reject), 1);
    QCOMPARE(seen->plan.rows[2].field, QStringLiteral("area_name"));
    QCOMPARE(*m_workspace->heritage().assetCount(), qint64(0)); // a preview writes nothing
    const std::size_t steps = m_workspace->history(0).size();
    const auto written = applyImport(*m_catalogue, seen->plan, QStringLiteral("list of 2026"));
    LOCI_VERIFY_RESULT(written);
    QCOMPARE(*written, 2);
    QCOMPARE(m_workspace->history(0).size(), steps + 1);
    QCOMPARE(*m_workspace->heritage().assetCount(), qint64(2));
    const QString id = seen->plan.records.front().after.id();
    const auto states = m_workspace->heritage().history(QStringLiteral("heritage/asset/") + id);
    LOCI_VERIFY_RESULT(states);
    QCOMPARE(states->size(), std::size_t(1));
    QCOMPARE(states->front().reason, QStringLiteral("list of 2026"));
    const auto chain = m_workspace->heritage().verifyChain();
    LOCI_VERIFY_RESULT(chain);
    QVERIFY(chain->isIntact);

    const auto again = preview(kTable);
    LOCI_VERIFY_RESULT(again);
    QCOMPARE(again->plan.count(Fate::Unchanged), 2);
    const auto nothing = applyImport(*m_catalogue, again->plan, {});
    LOCI_VERIFY_RESULT(nothing);
    QCOMPARE(*nothing, 0);
    QCOMPARE(m_workspace->history(0).size(), steps + 1);

    LOCI_VERIFY_RESULT(m_workspace->undo());
    QCOMPARE(*m_workspace->heritage().assetCount(), qint64(0));
}

void TestHeritageExchange::refusesAnOutdatedPreview()
{
    LOCI_VERIFY_RESULT(fill());
    const auto seen = preview(QByteArray(kTable).replace("Old Mill", "New Mill"));
    LOCI_VERIFY_RESULT(seen);
    QCOMPARE(seen->plan.count(Fate::Update), 1);
    heritage::Asset asset = *seen->plan.records.front().before;
    asset.set(QStringLiteral("/address"), QStringLiteral("1 Quay"));
    LOCI_VERIFY_RESULT(m_catalogue->put(asset, QStringLiteral("meanwhile")));
    const auto applied = applyImport(*m_catalogue, seen->plan, {});
    QVERIFY(!applied);
    const auto now = m_workspace->heritage().asset(asset.id());
    LOCI_VERIFY_RESULT(now);
    QCOMPARE((*now)->name(), QStringLiteral("Old Mill"));
}

void TestHeritageExchange::exportsTables_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("format");
    QTest::newRow("csv") << "out.csv"
                         << "csv";
    QTest::newRow("gpkg") << "out.gpkg"
                          << "gpkg";
    QTest::newRow("geojson") << "out.geojson"
                             << "geojson";
}

void TestHeritageExchange::exportsTables()
{
    QFETCH(QString, name);
    QFETCH(QString, format);
    LOCI_VERIFY_RESULT(fill());
    const auto report = exportCatalogue(*m_catalogue, *m_workspace, file(name), *exportFormatOf(format), {});
    LOCI_VERIFY_RESULT(report);
    QCOMPARE(report->records, 2);
    const auto rows = formats::readRows({file(name), {}});
    LOCI_VERIFY_RESULT(rows);
    QCOMPARE(rows->value.rows.size(), std::size_t(2));
    QStringList names;
    int placed = 0;
    for (const heritage::RowTable::Row &row : rows->value.rows) {
        names << rows->value.value(row, rows->value.column(QStringLiteral("name")));
        const QString wkt = rows->value.value(row, rows->value.column(QStringLiteral("wkt")));
        placed += row.wkb.isEmpty() && wkt.isEmpty() ? 0 : 1;
    }
    names.sort();
    QCOMPARE(names, (QStringList{QStringLiteral("Old Mill"), QStringLiteral("Quay, North")}));
    QCOMPARE(placed, 1);
}

void TestHeritageExchange::keepsRecordsInPackages()
{
    LOCI_VERIFY_RESULT(fill());
    const auto medium = m_catalogue->media().import(write(QStringLiteral("photo.txt"), "a photograph"));
    LOCI_VERIFY_RESULT(medium);
    const QString id = m_workspace->keys(QStringLiteral("heritage/asset/")).first().section(QLatin1Char('/'), -1);
    heritage::Asset asset = **m_workspace->heritage().asset(id);
    addPhotograph(asset, medium->sha256, QStringLiteral("North side"));
    LOCI_VERIFY_RESULT(
        m_catalogue->putAll({asset}, {}, {*medium}, QStringLiteral("photograph"), QStringLiteral("Add")));
    const QString bag = file(QStringLiteral("bag"));
    const auto report = exportCatalogue(*m_catalogue, *m_workspace, bag, ExportFormat::BagIt, QStringLiteral("1"));
    LOCI_VERIFY_RESULT(report);
    QCOMPARE(report->records, 2);
    QCOMPARE(report->media, 1);
    const auto checked = formats::verifyBag(bag);
    LOCI_VERIFY_RESULT(checked);
    QVERIFY(checked->isValid);
    QFile record(bag + QStringLiteral("/data/records/") + id + QStringLiteral(".jsonld"));
    QVERIFY(record.open(QIODevice::ReadOnly));
    const QJsonObject json = QJsonDocument::fromJson(record.readAll()).object();
    QCOMPARE(json.value(QLatin1String("@id")).toString(), QLatin1String("urn:uuid:") + id);
    QCOMPARE(json.value(QLatin1String("@type")).toString(), QStringLiteral("Site"));
    QVERIFY(QFile::exists(bag + QStringLiteral("/data/context.jsonld")));

    auto other = Workspace::create(file(QStringLiteral("Other.loci")), QStringLiteral("heritage"));
    LOCI_VERIFY_RESULT(other);
    Catalogue otherCatalogue(**other);
    const auto read = importPackage(otherCatalogue, bag, QStringLiteral("from the archive"));
    LOCI_VERIFY_RESULT(read);
    QCOMPARE(read->records, 2);
    QVERIFY(otherCatalogue.media().contains(medium->sha256));
    const auto back = (*other)->heritage().asset(id);
    LOCI_VERIFY_RESULT(back);
    QCOMPARE((*back)->parts<heritage::MediaUse>().front().caption, QStringLiteral("North side"));
    QCOMPARE((*back)->parts<heritage::Name>().front().text,
             (*m_workspace->heritage().asset(id))->parts<heritage::Name>().front().text);
}

void TestHeritageExchange::refusesAnAlteredPackage()
{
    LOCI_VERIFY_RESULT(fill());
    const QString bag = file(QStringLiteral("bag"));
    LOCI_VERIFY_RESULT(exportCatalogue(*m_catalogue, *m_workspace, bag, ExportFormat::BagIt, QStringLiteral("1")));
    const QString name = QDir(bag + QStringLiteral("/data/records")).entryList(QDir::Files).first();
    QFile record(bag + QStringLiteral("/data/records/") + name);
    QVERIFY(record.open(QIODevice::ReadWrite));
    QByteArray bytes = record.readAll();
    bytes[bytes.indexOf("Historic district")] = 'h'; // one byte, and it is still JSON
    record.seek(0);
    record.write(bytes);
    record.close();
    auto other = Workspace::create(file(QStringLiteral("Other.loci")), QStringLiteral("heritage"));
    LOCI_VERIFY_RESULT(other);
    Catalogue otherCatalogue(**other);
    const auto read = importPackage(otherCatalogue, bag, {});
    QVERIFY(!read);
    QVERIFY2(read.error().message.contains(name), qPrintable(read.error().message));
    QCOMPARE(*(*other)->heritage().assetCount(), qint64(0));
}

void TestHeritageExchange::saysWhichMediumIsMissing()
{
    LOCI_VERIFY_RESULT(fill());
    const QString id = m_workspace->keys(QStringLiteral("heritage/asset/")).first().section(QLatin1Char('/'), -1);
    const auto medium = m_catalogue->media().import(write(QStringLiteral("photo.txt"), "a photograph"));
    LOCI_VERIFY_RESULT(medium);
    heritage::Asset asset = **m_workspace->heritage().asset(id);
    addPhotograph(asset, medium->sha256, {});
    LOCI_VERIFY_RESULT(m_catalogue->putAll({asset}, {}, {*medium}, {}, QStringLiteral("Add")));
    QFile::setPermissions(m_catalogue->media().pathOf(medium->sha256), QFile::ReadOwner | QFile::WriteOwner);
    QVERIFY(QFile::remove(m_catalogue->media().pathOf(medium->sha256)));
    const auto report = exportCatalogue(*m_catalogue, *m_workspace, file(QStringLiteral("bag")), ExportFormat::BagIt,
                                        QStringLiteral("1"));
    LOCI_VERIFY_RESULT(report);
    QCOMPARE(report->media, 0);
    QCOMPARE(report->findings.size(), std::size_t(1));
    QCOMPARE(report->findings[0].code, QStringLiteral("medium_missing"));
    QCOMPARE(report->findings[0].where, medium->sha256);
}

void TestHeritageExchange::keepsThesauri()
{
    const QByteArray skos =
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
        "xmlns:skos='http://www.w3.org/2004/02/skos/core#' xmlns:dcterms='http://purl.org/dc/terms/'>"
        "<skos:ConceptScheme rdf:about='urn:s'><dcterms:title xml:lang='en'>Kinds</dcterms:title></skos:ConceptScheme>"
        "<skos:Concept rdf:about='urn:a'><skos:prefLabel xml:lang='en'>Mill</skos:prefLabel></skos:Concept></rdf:RDF>";
    Findings findings;
    const auto terms = importThesaurus(*m_workspace, write(QStringLiteral("k.rdf"), skos), {}, findings);
    LOCI_VERIFY_RESULT(terms);
    QCOMPARE(*terms, 1);
    const auto kept = thesauri(*m_workspace);
    QCOMPARE(kept.size(), std::size_t(1));
    QCOMPARE(kept.front().label(0, QStringLiteral("en")), QStringLiteral("Mill"));
    const QString folder = file(QStringLiteral("words"));
    const auto report = exportCatalogue(*m_catalogue, *m_workspace, folder, ExportFormat::Skos, {});
    LOCI_VERIFY_RESULT(report);
    QVERIFY(report->terms > 50); // the lists of the profile too
    QVERIFY(QFile::exists(folder + QStringLiteral("/Kinds.rdf")));
    QVERIFY(QFile::exists(folder + QStringLiteral("/list_category.rdf")));
}

void TestHeritageExchange::importsTheNationalList()
{
    const QString path = loci::test::sharedData(QStringLiteral("heritage/china_guobao/guobao_sites_gcj02.csv"));
    if (path.isEmpty()) {
        QSKIP("shared data is absent");
    }
    ImportRequest request;
    auto mapping = formats::loadMapping(QStringLiteral("china_guobao"));
    LOCI_VERIFY_RESULT(mapping);
    request.mapping = std::move(*mapping);
    request.workspacePath = m_workspace->path();
    request.source.path = path;
    const auto first = previewImport(request);
    LOCI_VERIFY_RESULT(first);
    QCOMPARE(first->encoding, QStringLiteral("UTF-8 with BOM"));
    QCOMPARE(first->crs, QStringLiteral("GCJ-02"));
    const auto written = applyImport(*m_catalogue, first->plan, QStringLiteral("national list"));
    LOCI_VERIFY_RESULT(written);
    QCOMPARE(*written, 4305);
    QCOMPARE(*m_workspace->heritage().assetCount(), qint64(4305));
    const auto second = previewImport(request);
    LOCI_VERIFY_RESULT(second);
    QCOMPARE(second->plan.count(Fate::Unchanged), 4305);
    storage::heritage::AssetQuery query;
    query.text = QStringLiteral("jtqydz"); // the initials of a place of the list
    const auto found = m_catalogue->search(query);
    LOCI_VERIFY_RESULT(found);
    QVERIFY(found->total >= 1);
}

LOCI_TEST_CLASS(TestHeritageExchange)
#include "heritageio_workspacetest.moc"
