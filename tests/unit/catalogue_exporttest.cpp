// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/catalogue/dcat.h"
#include "layers/formats/catalogue/iso19139.h"
#include "layers/formats/catalogue/sourcefacts.h"
#include "tests/support/testmain.h"

#include <QDomDocument>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>
#include <map>

using namespace loci;
using namespace loci::catalogue;

namespace {

formats::CatalogueHead head()
{
    return {{QStringLiteral("目录"), QStringLiteral("Catalogue")},
            {QStringLiteral("临江"), QStringLiteral("Linjiang")},
            QDateTime(QDate(2026, 11, 26), QTime(8, 0), Qt::UTC),
            QStringLiteral("en")};
}

Entry whole()
{
    Entry entry;
    entry.id = QStringLiteral("map/layer/flood <&>");
    entry.said.title = {QStringLiteral("内涝点"), QStringLiteral("Flood points & \"depth\" <m>")};
    entry.said.text = {QStringLiteral("积水点"), QStringLiteral("Where water stands")};
    entry.said.department = {QStringLiteral("水务局"), QStringLiteral("Water")};
    entry.said.quality = {QStringLiteral("±0.1 m"), QStringLiteral("±0.1 m")};
    entry.said.lineage = {QStringLiteral("外业调查"), QStringLiteral("Field survey")};
    entry.said.licence = QStringLiteral("CC-BY-4.0");
    entry.said.contact = QStringLiteral("Wu");
    entry.said.cadence = QStringLiteral("P1M");
    entry.said.sharing = Sharing::Unconditional;
    entry.source = QStringLiteral("data/flood.gpkg");
    entry.format = QStringLiteral("gpkg");
    entry.crs = QStringLiteral("EPSG:4548");
    entry.extent = GeographicBox{118.1, 29.6, 118.4, 29.9};
    entry.updated = QDateTime(QDate(2026, 11, 1), QTime(0, 0), Qt::UTC);
    entry.madeFrom = QStringList{QStringLiteral("feed/rain")};
    return entry;
}

/// Children of an element stand in the order of the schema, none twice that may be there once only.
QString misplaced(const QDomElement &element)
{
    static const std::map<QString, QStringList> orders{
        {QStringLiteral("MD_Metadata"),
         {"fileIdentifier",
          "language",
          "characterSet",
          "parentIdentifier",
          "hierarchyLevel",
          "hierarchyLevelName",
          "contact",
          "dateStamp",
          "metadataStandardName",
          "metadataStandardVersion",
          "dataSetURI",
          "locale",
          "spatialRepresentationInfo",
          "referenceSystemInfo",
          "metadataExtensionInfo",
          "identificationInfo",
          "contentInfo",
          "distributionInfo",
          "dataQualityInfo",
          "portrayalCatalogueInfo",
          "metadataConstraints",
          "applicationSchemaInfo",
          "metadataMaintenance"}},
        {QStringLiteral("MD_DataIdentification"),
         {"citation",
          "abstract",
          "purpose",
          "credit",
          "status",
          "pointOfContact",
          "resourceMaintenance",
          "graphicOverview",
          "resourceFormat",
          "descriptiveKeywords",
          "resourceSpecificUsage",
          "resourceConstraints",
          "aggregationInfo",
          "spatialRepresentationType",
          "spatialResolution",
          "language",
          "characterSet",
          "topicCategory",
          "environmentDescription",
          "extent",
          "supplementalInformation"}},
        {QStringLiteral("CI_Citation"), {"title", "alternateTitle", "date", "edition", "editionDate", "identifier"}},
        {QStringLiteral("CI_ResponsibleParty"),
         {"individualName", "organisationName", "positionName", "contactInfo", "role"}},
        {QStringLiteral("MD_LegalConstraints"),
         {"useLimitation", "accessConstraints", "useConstraints", "otherConstraints"}},
        {QStringLiteral("EX_GeographicBoundingBox"),
         {"extentTypeCode", "westBoundLongitude", "eastBoundLongitude", "southBoundLatitude", "northBoundLatitude"}},
        {QStringLiteral("DQ_DataQuality"), {"scope", "report", "lineage"}},
        {QStringLiteral("DQ_ConformanceResult"), {"specification", "explanation", "pass"}},
        {QStringLiteral("MD_Format"), {"name", "version"}},
        {QStringLiteral("RS_Identifier"), {"authority", "code", "codeSpace", "version"}}};
    const auto order = orders.find(element.localName());
    qsizetype last = -1;
    for (QDomElement child = element.firstChildElement(); !child.isNull(); child = child.nextSiblingElement()) {
        if (order != orders.end()) {
            const qsizetype place = order->second.indexOf(child.localName());
            if (place < last || place < 0) {
                return element.localName() + QLatin1Char('/') + child.localName();
            }
            last = place;
        }
        if (const QString inside = misplaced(child); !inside.isEmpty()) {
            return inside;
        }
    }
    return {};
}

QDomDocument read(const QByteArray &xml)
{
    QDomDocument document;
    QString error;
    if (!document.setContent(xml, true, &error)) {
        qWarning("%s", qPrintable(error));
    }
    return document;
}

QString textAt(const QDomDocument &document, const QString &path)
{
    QDomElement at = document.documentElement();
    for (const QString &name : path.split(QLatin1Char('/'))) {
        QDomElement child = at.firstChildElement();
        while (!child.isNull() && child.localName() != name) {
            child = child.nextSiblingElement();
        }
        at = child;
    }
    return at.text().trimmed();
}

} // namespace

class TestCatalogueExport : public QObject
{
    Q_OBJECT
private slots:
    void writesIsoInTheOrderOfItsSchema();
    void saysInIsoWhatIsNotKnown();
    void writesDcatWithItsTerms();
    void leavesOutWhatIsNotKnown();
    void namesNoFolderOfThisComputer();
    void givesEveryEntryAFileOfItsOwn();
    void readsExtentInDegrees();
    void readsATableWithoutPlace();
    void saysWhenAFileIsNone();
};

void TestCatalogueExport::writesIsoInTheOrderOfItsSchema()
{
    const QDomDocument document = read(formats::iso19139(whole(), head()));
    QCOMPARE(document.documentElement().localName(), QStringLiteral("MD_Metadata"));
    QCOMPARE(document.documentElement().namespaceURI(), QStringLiteral("http://www.isotc211.org/2005/gmd"));
    QCOMPARE(misplaced(document.documentElement()), QString());
    const QString id = QStringLiteral("identificationInfo/MD_DataIdentification/");
    QCOMPARE(textAt(document, id + QStringLiteral("citation/CI_Citation/title")), whole().said.title.en);
    QCOMPARE(textAt(document, id + QStringLiteral("citation/CI_Citation/alternateTitle")), whole().said.title.zh);
    QCOMPARE(textAt(document, id + QStringLiteral("abstract")), QStringLiteral("Where water stands"));
    QCOMPARE(textAt(document, id + QStringLiteral("pointOfContact/CI_ResponsibleParty/organisationName")),
             QStringLiteral("Water"));
    QCOMPARE(textAt(document, id + QStringLiteral("resourceMaintenance/MD_MaintenanceInformation")),
             QStringLiteral("monthly"));
    QCOMPARE(textAt(document, id + QStringLiteral("extent/EX_Extent/geographicElement/EX_GeographicBoundingBox/"
                                                  "northBoundLatitude"))
                 .toDouble(),
             29.9);
    QCOMPARE(textAt(document, QStringLiteral("referenceSystemInfo/MD_ReferenceSystem/referenceSystemIdentifier/"
                                             "RS_Identifier/code")),
             QStringLiteral("4548"));
    QVERIFY(textAt(document, QStringLiteral("dataQualityInfo/DQ_DataQuality/lineage"))
                .startsWith(QStringLiteral("Field survey")));
    QVERIFY(textAt(document, QStringLiteral("distributionInfo")).contains(QStringLiteral("data/flood.gpkg")));
}

void TestCatalogueExport::saysInIsoWhatIsNotKnown()
{
    Entry bare;
    bare.id = QStringLiteral("feed/x");
    bare.kind = Kind::Stream;
    const QByteArray xml = formats::iso19139(bare, head());
    const QDomDocument document = read(xml);
    QCOMPARE(misplaced(document.documentElement()), QString());
    QVERIFY(xml.contains("nilReason=\"unknown\""));
    QVERIFY(!xml.contains("EX_GeographicBoundingBox"));
    QVERIFY(!xml.contains("distributionInfo"));
    QCOMPARE(textAt(document, QStringLiteral("identificationInfo/MD_DataIdentification/resourceMaintenance")),
             QStringLiteral("unknown"));
}

void TestCatalogueExport::writesDcatWithItsTerms()
{
    QJsonParseError error{};
    const QJsonObject json = QJsonDocument::fromJson(formats::dcat({whole()}, head()), &error).object();
    QCOMPARE(error.error, QJsonParseError::NoError);
    QCOMPARE(json["@type"].toString(), QStringLiteral("dcat:Catalog"));
    for (const char *prefix : {"dcat", "dct", "foaf", "prov", "rdfs", "vcard", "geo", "xsd"}) {
        QVERIFY2(json["@context"][QLatin1String(prefix)].toString().startsWith(QLatin1String("http")), prefix);
    }
    for (const char *term : {"dct:title", "dct:publisher", "dct:modified", "dcat:dataset"}) {
        QVERIFY2(json.contains(QLatin1String(term)), term);
    }
    const QJsonObject dataset = json["dcat:dataset"][0].toObject();
    for (const char *term :
         {"@id", "dct:title", "dct:description", "dct:publisher", "dcat:contactPoint", "dct:identifier", "dct:license",
          "dct:accessRights", "dct:spatial", "dct:conformsTo", "dct:modified", "dct:provenance", "prov:wasDerivedFrom",
          "dcat:temporalResolution", "dcat:distribution", "rdfs:comment"}) {
        QVERIFY2(dataset.contains(QLatin1String(term)), term);
    }
    QCOMPARE(dataset["dct:title"].toArray().size(), 2);
    QCOMPARE(dataset["dct:title"][0].toObject()["@language"].toString(), QStringLiteral("zh"));
    QVERIFY(dataset["dct:accessRights"]["@id"].toString().endsWith(QStringLiteral("/PUBLIC")));
    QCOMPARE(dataset["dct:conformsTo"]["@id"].toString(), QStringLiteral("http://www.opengis.net/def/crs/EPSG/0/4548"));
    QVERIFY(dataset["@id"].toString().startsWith(QStringLiteral("urn:loci:map%2Flayer%2F")));
}

void TestCatalogueExport::leavesOutWhatIsNotKnown()
{
    Entry bare;
    bare.id = QStringLiteral("feed/x");
    const QJsonObject dataset =
        QJsonDocument::fromJson(formats::dcat({bare}, head())).object()["dcat:dataset"][0].toObject();
    for (const char *term : {"dct:spatial", "dct:modified", "dcat:distribution", "dct:license", "dct:publisher"}) {
        QVERIFY2(!dataset.contains(QLatin1String(term)), term);
    }
    QVERIFY(dataset["dct:accessRights"]["@id"].toString().endsWith(QStringLiteral("/NON_PUBLIC")));
}

void TestCatalogueExport::namesNoFolderOfThisComputer()
{
    Entry entry = whole();
    entry.source = QStringLiteral("/archive/private/flood.gpkg");
    QVERIFY(!formats::dcat({entry}, head()).contains("/archive/private"));
    QVERIFY(!formats::iso19139(entry, head()).contains("/archive/private"));
    QVERIFY(formats::dcat({entry}, head()).contains("flood.gpkg"));
}

void TestCatalogueExport::givesEveryEntryAFileOfItsOwn()
{
    Entry a, b;
    a.id = QStringLiteral("table/../../etc/passwd");
    b.id = QStringLiteral("table/..-..-etc-passwd");
    for (const Entry &entry : {a, b}) {
        const QString name = formats::entryFileName(entry);
        QVERIFY(!name.contains(QLatin1Char('/')) && !name.contains(QLatin1Char('.')));
    }
    QVERIFY(formats::entryFileName(a) != formats::entryFileName(b));
}

void TestCatalogueExport::readsExtentInDegrees()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("points.geojson"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4548"}},
        "features":[{"type":"Feature","properties":{"depth":1.5},"geometry":{"type":"Point","coordinates":[600000,3300000]}},
        {"type":"Feature","properties":{"depth":2},"geometry":{"type":"Point","coordinates":[610000,3310000]}}]})");
    file.close();
    const auto facts = formats::readSourceFacts(path, {}, Kind::Layer);
    LOCI_VERIFY_RESULT(facts);
    QCOMPARE(facts->crs, QStringLiteral("EPSG:4548"));
    QCOMPARE(facts->items, QStringList{QStringLiteral("depth")});
    QVERIFY(facts->extent.has_value());
    QVERIFY(facts->extent->west > 117.9 && facts->extent->east < 118.3); // some 100 km east of 117 degrees
    QVERIFY(facts->extent->south > 29.7 && facts->extent->north < 30.0);
    QVERIFY(facts->extent->west < facts->extent->east);
}

void TestCatalogueExport::readsATableWithoutPlace()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("census.csv"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("code,homes\n1,20\n");
    file.close();
    const auto facts = formats::readSourceFacts(path, {}, Kind::Table);
    LOCI_VERIFY_RESULT(facts);
    QCOMPARE(facts->items, (QStringList{QStringLiteral("code"), QStringLiteral("homes")}));
    QVERIFY(!facts->extent);
    QVERIFY(facts->crs.isEmpty());
}

void TestCatalogueExport::saysWhenAFileIsNone()
{
    const auto facts = formats::readSourceFacts(QStringLiteral("no such file.gpkg"), {}, Kind::Layer);
    QVERIFY(!facts);
    QVERIFY(facts.error().message.contains(QStringLiteral("no such file")));
}

LOCI_TEST_CLASS(TestCatalogueExport)
#include "catalogue_exporttest.moc"
