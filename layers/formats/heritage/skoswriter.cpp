// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/heritage/skoswriter.h"

#include "layers/formats/heritage/skosnames.h"

#include <QCoreApplication>
#include <QSaveFile>
#include <QXmlStreamWriter>

namespace loci::formats {

using heritage::LanguageText;
using heritage::Term;
using heritage::Thesaurus;

namespace {

const QString kSortSpace = QStringLiteral("urn:loci:skos#");

void writeTexts(QXmlStreamWriter &xml, QLatin1String space, const char *name, const std::vector<LanguageText> &texts)
{
    for (const LanguageText &text : texts) {
        xml.writeStartElement(space, QLatin1String(name));
        if (!text.language.isEmpty()) {
            xml.writeAttribute(QStringLiteral("xml:lang"), text.language);
        }
        xml.writeCharacters(text.text);
        xml.writeEndElement();
    }
}

void writeReference(QXmlStreamWriter &xml, QLatin1String space, const char *name, const QString &uri)
{
    xml.writeEmptyElement(space, QLatin1String(name));
    xml.writeAttribute(skos::kRdf, QLatin1String("resource"), uri);
}

void writeScheme(QXmlStreamWriter &xml, const Thesaurus &thesaurus)
{
    xml.writeStartElement(skos::kSkos, QLatin1String("ConceptScheme"));
    xml.writeAttribute(skos::kRdf, QLatin1String("about"), thesaurus.uri);
    writeTexts(xml, skos::kDcTerms, "title", thesaurus.titles);
    writeTexts(xml, skos::kDcTerms, "description", thesaurus.descriptions);
    if (!thesaurus.identifier.isEmpty()) {
        xml.writeTextElement(skos::kDcTerms, QLatin1String("identifier"), thesaurus.identifier);
    }
    for (const int root : thesaurus.roots({})) {
        writeReference(xml, skos::kSkos, "hasTopConcept", thesaurus.at(root).uri);
    }
    xml.writeEndElement();
}

void writeTerm(QXmlStreamWriter &xml, const Thesaurus &thesaurus, const Term &term)
{
    xml.writeStartElement(skos::kSkos, QLatin1String("Concept"));
    xml.writeAttribute(skos::kRdf, QLatin1String("about"), term.uri);
    writeReference(xml, skos::kSkos, "inScheme", thesaurus.uri);
    writeTexts(xml, skos::kSkos, "prefLabel", term.preferred);
    writeTexts(xml, skos::kSkos, "altLabel", term.alternative);
    writeTexts(xml, skos::kSkos, "scopeNote", term.scopeNotes);
    if (!term.notation.isEmpty()) {
        xml.writeTextElement(skos::kSkos, QLatin1String("notation"), term.notation);
    }
    for (const int broader : term.broader) {
        writeReference(xml, skos::kSkos, "broader", thesaurus.at(broader).uri);
    }
    for (const int narrower : term.narrower) {
        writeReference(xml, skos::kSkos, "narrower", thesaurus.at(narrower).uri);
    }
    for (const int related : term.related) {
        writeReference(xml, skos::kSkos, "related", thesaurus.at(related).uri);
    }
    if (term.deprecated) {
        xml.writeTextElement(skos::kOwl, QLatin1String("deprecated"), QStringLiteral("true"));
    }
    if (!term.replacedBy.isEmpty()) {
        writeReference(xml, skos::kDcTerms, "isReplacedBy", term.replacedBy);
    }
    if (term.sortOrder >= 0) {
        xml.writeTextElement(kSortSpace, QStringLiteral("sortorder"), QString::number(term.sortOrder));
    }
    xml.writeEndElement();
}

} // namespace

QByteArray skosBytes(const Thesaurus &thesaurus)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(1);
    xml.writeStartDocument();
    xml.writeNamespace(skos::kRdf, QStringLiteral("rdf"));
    xml.writeNamespace(skos::kSkos, QStringLiteral("skos"));
    xml.writeNamespace(skos::kDcTerms, QStringLiteral("dcterms"));
    xml.writeNamespace(skos::kOwl, QStringLiteral("owl"));
    xml.writeNamespace(kSortSpace, QStringLiteral("loci"));
    xml.writeStartElement(skos::kRdf, QLatin1String("RDF"));
    writeScheme(xml, thesaurus);
    for (const Term &term : thesaurus.terms()) {
        writeTerm(xml, thesaurus, term);
    }
    xml.writeEndDocument();
    return bytes;
}

Result<> writeSkos(const Thesaurus &thesaurus, const QString &path)
{
    QSaveFile file(path);
    const QByteArray bytes = skosBytes(thesaurus);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return fail(ErrorCode::NotWritable,
                    QCoreApplication::translate("loci::formats::SkosWriter", "%1 cannot be written: %2")
                        .arg(path, file.errorString()));
    }
    return {};
}

} // namespace loci::formats
