// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/heritage/thesaurussearch.h"
#include "layers/formats/heritage/skosreader.h"
#include "layers/formats/heritage/skoswriter.h"
#include "tests/support/testenvironment.h"
#include "tests/support/testmain.h"

#include <QFileInfo>
#include <QTest>
#include <algorithm>

using namespace loci;
using namespace loci::formats;
using heritage::Thesaurus;
using heritage::ThesaurusSearch;

namespace {

const char kHead[] = "<?xml version='1.0'?>\n"
                     "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
                     "xmlns:skos='http://www.w3.org/2004/02/skos/core#'\n"
                     " xmlns:owl='http://www.w3.org/2002/07/owl#' xmlns:dcterms='http://purl.org/dc/terms/'>";

QByteArray small()
{
    return QByteArray(kHead) +
           "\n"
           "<skos:ConceptScheme rdf:about='urn:s'><dcterms:title xml:lang='en'>Kinds</dcterms:title>\n"
           " <skos:hasTopConcept rdf:resource='urn:a'/></skos:ConceptScheme>\n"
           "<rdf:Description rdf:about='urn:a'><rdf:type rdf:resource='http://www.w3.org/2004/02/skos/core#Concept'/>\n"
           " <skos:prefLabel xml:lang='zh'>古建筑</skos:prefLabel><skos:prefLabel xml:lang='en'>Ancient "
           "building</skos:prefLabel>\n"
           " <skos:narrower><skos:Concept rdf:about='urn:b'><skos:prefLabel xml:lang='zh'>寺观塔幢</skos:prefLabel>\n"
           "  <skos:prefLabel xml:lang='en'>Temple or pagoda</skos:prefLabel><skos:altLabel "
           "xml:lang='fr'>Église</skos:altLabel>\n"
           "  <skos:notation>0311</skos:notation></skos:Concept></skos:narrower></rdf:Description>\n"
           "<skos:Concept rdf:about='urn:c'><skos:prefLabel xml:lang='en'>Temple, old word</skos:prefLabel>\n"
           " <owl:deprecated>true</owl:deprecated><dcterms:isReplacedBy rdf:resource='urn:b'/>\n"
           " <skos:broader rdf:resource='urn:a'/></skos:Concept></rdf:RDF>";
}

std::shared_ptr<const Thesaurus> read(const QByteArray &bytes)
{
    auto loaded = readSkosBytes(bytes, QStringLiteral("test"));
    return loaded ? std::make_shared<const Thesaurus>(std::move(loaded->value)) : nullptr;
}

QString folder()
{
    return loci::test::sharedData(QStringLiteral("heritage/arches_her/concepts/"));
}

} // namespace

class TestHeritageThesaurus : public QObject
{
    Q_OBJECT
private slots:
    void readsEveryFormOfATerm();
    void findsByAnyLanguageAndInitials();
    void keepsDeprecatedTermsLast();
    void refusesEntities();
    void saysWhatIsWrong();
    void survivesCircles();
    void readsTheArchesThesauri_data();
    void readsTheArchesThesauri();
    void writesWhatItReads();
};

void TestHeritageThesaurus::readsEveryFormOfATerm()
{
    const auto thesaurus = read(small());
    QVERIFY(thesaurus);
    QCOMPARE(thesaurus->uri, QStringLiteral("urn:s"));
    QCOMPARE(thesaurus->title(QStringLiteral("zh_CN")), QStringLiteral("Kinds"));
    QCOMPARE(thesaurus->terms().size(), std::size_t(3));
    const int a = thesaurus->indexOf(QStringLiteral("urn:a"));
    const int b = thesaurus->indexOf(QStringLiteral("urn:b"));
    QCOMPARE(thesaurus->label(a, QStringLiteral("zh_CN")), QStringLiteral("古建筑"));
    QCOMPARE(thesaurus->label(b, QStringLiteral("de")), QStringLiteral("Temple or pagoda"));
    QCOMPARE(thesaurus->path(b), (std::vector<int>{a, b}));
    QVERIFY(thesaurus->isWithin(b, a));
    QVERIFY(!thesaurus->isWithin(a, b));
    QCOMPARE(thesaurus->roots(QStringLiteral("en")), std::vector<int>{a});
    QCOMPARE(thesaurus->children(a, QStringLiteral("en")).size(), std::size_t(2));
    QCOMPARE(thesaurus->findLabel(QStringLiteral("TEMPLE OR PAGODA")), b);
    QCOMPARE(thesaurus->findLabel(QStringLiteral("église")), b);
}

void TestHeritageThesaurus::findsByAnyLanguageAndInitials()
{
    const ThesaurusSearch search(read(small()));
    const auto first = [&search](const char *text) {
        const auto hits = search.find(QString::fromUtf8(text));
        return hits.empty() ? QString() : search.thesaurus().at(hits.front().term).uri;
    };
    QCOMPARE(first("gjz"), QStringLiteral("urn:a"));
    QCOMPARE(first("gujianzhu"), QStringLiteral("urn:a"));
    QCOMPARE(first("寺观"), QStringLiteral("urn:b"));
    QCOMPARE(first("sgtc"), QStringLiteral("urn:b"));
    QCOMPARE(first("eglise"), QStringLiteral("urn:b"));
    QCOMPARE(first("0311"), QStringLiteral("urn:b"));
    QCOMPARE(first("build"), QStringLiteral("urn:a"));
    QCOMPARE(first("xyz"), QString());
    QCOMPARE(first("  "), QString());
}

void TestHeritageThesaurus::keepsDeprecatedTermsLast()
{
    const ThesaurusSearch search(read(small()));
    const auto hits = search.find(QStringLiteral("temple"));
    QCOMPARE(hits.size(), std::size_t(2));
    QCOMPARE(search.thesaurus().at(hits[0].term).uri, QStringLiteral("urn:b"));
    QCOMPARE(search.thesaurus().at(hits[1].term).uri, QStringLiteral("urn:c"));
    QVERIFY(search.thesaurus().at(hits[1].term).deprecated);
    QCOMPARE(search.thesaurus().at(hits[1].term).replacedBy, QStringLiteral("urn:b"));
}

void TestHeritageThesaurus::refusesEntities()
{
    const QByteArray evil = "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>" +
                            small().mid(small().indexOf("<rdf:RDF"));
    const auto loaded = readSkosBytes(evil, QStringLiteral("test"));
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code, ErrorCode::Invalid);
    const QByteArray outside = "<?xml version=\"1.0\"?><!DOCTYPE r SYSTEM \"http://example.org/x.dtd\">" +
                               small().mid(small().indexOf("<rdf:RDF"));
    QVERIFY(!readSkosBytes(outside, QStringLiteral("test")));
}

void TestHeritageThesaurus::saysWhatIsWrong()
{
    QVERIFY(!readSkosBytes("<rdf", QStringLiteral("x")));
    QVERIFY(!readSkosBytes("<a/>", QStringLiteral("x")));
    QVERIFY(!readSkosBytes({}, QStringLiteral("x")));
    QCOMPARE(readSkos(QStringLiteral("/nowhere/x.xml")).error().code, ErrorCode::NotReadable);
    const auto loaded = readSkosBytes(QByteArray(kHead) + "<skos:Concept rdf:about=\"urn:a\">"
                                                          "<skos:narrower rdf:resource=\"urn:gone\"/>"
                                                          "</skos:Concept></rdf:RDF>",
                                      QStringLiteral("x"));
    LOCI_VERIFY_RESULT(loaded);
    QStringList codes;
    for (const Finding &finding : loaded->findings) {
        codes << finding.code;
    }
    QVERIFY(codes.contains(QStringLiteral("skos_missing_term")));
    QVERIFY(codes.contains(QStringLiteral("skos_no_label")));
}

void TestHeritageThesaurus::survivesCircles()
{
    const auto thesaurus =
        read(QByteArray(kHead) + "<skos:Concept rdf:about=\"a\"><skos:broader rdf:resource=\"b\"/></skos:Concept>"
                                 "<skos:Concept rdf:about=\"b\"><skos:broader rdf:resource=\"a\"/></skos:Concept>"
                                 "</rdf:RDF>");
    QVERIFY(thesaurus);
    QCOMPARE(thesaurus->path(0).size(), std::size_t(2));
    QVERIFY(thesaurus->isWithin(0, 1));
    QVERIFY(thesaurus->isWithin(1, 0));
}

void TestHeritageThesaurus::readsTheArchesThesauri_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("terms");
    QTest::addColumn<int>("roots");
    QTest::newRow("areas") << "Administrative_Area_20200127.xml" << 53 << 5;
    QTest::newRow("states") << "Area_Status_20200127.xml" << 50 << 44;
    QTest::newRow("conditions") << "Condition_Type_20200127.xml" << 29 << 29;
    QTest::newRow("designations") << "Designation_Description_Type_20200501.xml" << 5 << 5;
    QTest::newRow("development") << "Development_Type_20200127.xml" << 66 << 64;
    QTest::newRow("materials") << "FISH_Building_Materials_Thesaurus_20200127.xml" << 232 << 9;
    QTest::newRow("components") << "FISH_Components_Thesaurus_20200127.xml" << 1394 << 10;
    QTest::newRow("events") << "FISH_Event_Types_Thesaurus_20200127.xml" << 122 << 2;
    QTest::newRow("subjects") << "FISH_Heritage_Subjects_Themes_20200127.xml" << 357 << 2;
}

void TestHeritageThesaurus::readsTheArchesThesauri()
{
    if (folder().isEmpty()) {
        QSKIP("shared data is absent");
    }
    QFETCH(QString, file);
    QFETCH(int, terms);
    QFETCH(int, roots);
    const auto loaded = readSkos(folder() + file);
    LOCI_VERIFY_RESULT(loaded);
    const Thesaurus &thesaurus = loaded->value;
    QCOMPARE(static_cast<int>(thesaurus.terms().size()), terms);
    QCOMPARE(static_cast<int>(thesaurus.roots(QStringLiteral("en")).size()), roots);
    QVERIFY(!thesaurus.title(QStringLiteral("en")).isEmpty());
    QVERIFY(!thesaurus.title(QStringLiteral("en")).startsWith(QLatin1Char('{')));
    for (const heritage::Term &term : thesaurus.terms()) {
        QCOMPARE(term.preferred.size(), std::size_t(1));
        QVERIFY(!term.preferred.front().text.contains(QLatin1String("\"value\"")));
    }
    QVERIFY(static_cast<int>(thesaurus.labelIds.size()) >= terms);
    QVERIFY(loaded->findings.empty());
}

void TestHeritageThesaurus::writesWhatItReads()
{
    if (folder().isEmpty()) {
        QSKIP("shared data is absent");
    }
    const auto first = readSkos(folder() + QStringLiteral("FISH_Building_Materials_Thesaurus_20200127.xml"));
    LOCI_VERIFY_RESULT(first);
    const QByteArray bytes = skosBytes(first->value);
    const auto second = readSkosBytes(bytes, QStringLiteral("again"));
    LOCI_VERIFY_RESULT(second);
    QCOMPARE(second->value.terms().size(), first->value.terms().size());
    for (const heritage::Term &term : first->value.terms()) {
        const int index = second->value.indexOf(term.uri);
        QVERIFY(index >= 0);
        const heritage::Term &other = second->value.at(index);
        QCOMPARE(other.preferred, term.preferred);
        QCOMPARE(other.alternative, term.alternative);
        QCOMPARE(other.scopeNotes, term.scopeNotes);
        QCOMPARE(other.narrower.size(), term.narrower.size());
        QCOMPARE(other.broader.size(), term.broader.size());
        QCOMPARE(other.related.size(), term.related.size());
    }
    QCOMPARE(skosBytes(second->value).size(), bytes.size());
    const ThesaurusSearch search(std::make_shared<const Thesaurus>(second->value));
    const auto hits = search.find(QStringLiteral("Elland Edge"));
    QVERIFY(!hits.empty());
    QVERIFY(hits.front().byOtherName);
    QCOMPARE(search.thesaurus().label(hits.front().term, QStringLiteral("en")), QStringLiteral("York Stone"));
}

LOCI_TEST_CLASS(TestHeritageThesaurus)
#include "heritageio_thesaurustest.moc"
