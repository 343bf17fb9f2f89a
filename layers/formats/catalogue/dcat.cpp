// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/catalogue/dcat.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

namespace loci::formats {

using catalogue::Entry;
using catalogue::Sharing;
using catalogue::Words;

namespace {

const QString kId = QStringLiteral("@id");
const QString kType = QStringLiteral("@type");
const QString kValue = QStringLiteral("@value");

QJsonObject context()
{
    return {{QStringLiteral("dcat"), QStringLiteral("http://www.w3.org/ns/dcat#")},
            {QStringLiteral("dct"), QStringLiteral("http://purl.org/dc/terms/")},
            {QStringLiteral("foaf"), QStringLiteral("http://xmlns.com/foaf/0.1/")},
            {QStringLiteral("prov"), QStringLiteral("http://www.w3.org/ns/prov#")},
            {QStringLiteral("rdfs"), QStringLiteral("http://www.w3.org/2000/01/rdf-schema#")},
            {QStringLiteral("vcard"), QStringLiteral("http://www.w3.org/2006/vcard/ns#")},
            {QStringLiteral("geo"), QStringLiteral("http://www.opengis.net/ont/geosparql#")},
            {QStringLiteral("xsd"), QStringLiteral("http://www.w3.org/2001/XMLSchema#")}};
}

QJsonArray inLanguages(const Words &words)
{
    QJsonArray list;
    for (const auto &[language, text] : {std::pair{"zh", words.zh}, std::pair{"en", words.en}}) {
        if (!text.isEmpty()) {
            list.append(QJsonObject{{QStringLiteral("@language"), QLatin1String(language)}, {kValue, text}});
        }
    }
    return list;
}

void put(QJsonObject &json, const char *term, const Words &words)
{
    if (const QJsonArray list = inLanguages(words); !list.isEmpty()) {
        json.insert(QLatin1String(term), list);
    }
}

QJsonObject typed(const QString &value, const char *type)
{
    return {{kType, QLatin1String(type)}, {kValue, value}};
}

QJsonObject named(const char *type, const char *term, const Words &words)
{
    QJsonObject node{{kType, QLatin1String(type)}};
    put(node, term, words);
    return node;
}

QString accessRights(Sharing sharing)
{
    const QString list = QStringLiteral("http://publications.europa.eu/resource/authority/access-right/");
    switch (sharing) {
    case Sharing::Unconditional:
        return list + QStringLiteral("PUBLIC");
    case Sharing::Conditional:
        return list + QStringLiteral("RESTRICTED");
    case Sharing::Undecided:
    case Sharing::NotShared:
        break;
    }
    return list + QStringLiteral("NON_PUBLIC");
}

QJsonValue box(const catalogue::GeographicBox &extent)
{
    const auto corner = [](double lon, double lat) {
        return QStringLiteral("%1 %2").arg(QString::number(lon, 'f', 7), QString::number(lat, 'f', 7));
    };
    const QStringList ring{corner(extent.west, extent.south), corner(extent.east, extent.south),
                           corner(extent.east, extent.north), corner(extent.west, extent.north),
                           corner(extent.west, extent.south)};
    return QJsonObject{{kType, QStringLiteral("dct:Location")},
                       {QStringLiteral("dcat:bbox"),
                        typed(QStringLiteral("POLYGON((%1))").arg(ring.join(QStringLiteral(", "))), "geo:wktLiteral")}};
}

void putRights(QJsonObject &json, const Entry &entry)
{
    json.insert(QStringLiteral("dct:accessRights"), QJsonObject{{kId, accessRights(entry.said.sharing)}});
    if (const Words &condition = entry.said.condition; !condition.zh.isEmpty() || !condition.en.isEmpty()) {
        json.insert(QStringLiteral("dct:rights"), named("dct:RightsStatement", "rdfs:label", condition));
    }
    if (!entry.said.licence.isEmpty()) {
        const bool isAddress = !QUrl(entry.said.licence).scheme().isEmpty();
        json.insert(QStringLiteral("dct:license"),
                    isAddress ? QJsonObject{{kId, entry.said.licence}}
                              : QJsonObject{{kType, QStringLiteral("dct:LicenseDocument")},
                                            {QStringLiteral("rdfs:label"), entry.said.licence}});
    }
}

void putOrigin(QJsonObject &json, const Entry &entry)
{
    Words lineage = entry.said.lineage;
    if (!lineage.zh.isEmpty() || !lineage.en.isEmpty()) {
        json.insert(QStringLiteral("dct:provenance"), named("dct:ProvenanceStatement", "rdfs:label", lineage));
    }
    QJsonArray sources;
    for (const QString &id : entry.madeFrom) {
        Entry other;
        other.id = id;
        sources.append(QJsonObject{{kId, entryUrn(other)}});
    }
    if (!sources.isEmpty()) {
        json.insert(QStringLiteral("prov:wasDerivedFrom"), sources);
    }
}

QJsonObject dataset(const Entry &entry)
{
    QJsonObject json{{kId, entryUrn(entry)},
                     {kType, QStringLiteral("dcat:Dataset")},
                     {QStringLiteral("dct:identifier"), entry.id},
                     {QStringLiteral("dct:type"), catalogue::toText(entry.kind)}};
    put(json, "dct:title", entry.said.title);
    put(json, "dct:description", entry.said.text);
    if (!inLanguages(entry.said.department).isEmpty()) {
        json.insert(QStringLiteral("dct:publisher"), named("foaf:Agent", "foaf:name", entry.said.department));
    }
    if (!entry.said.contact.isEmpty()) {
        json.insert(QStringLiteral("dcat:contactPoint"), QJsonObject{{kType, QStringLiteral("vcard:Kind")},
                                                                     {QStringLiteral("vcard:fn"), entry.said.contact}});
    }
    if (entry.extent) {
        json.insert(QStringLiteral("dct:spatial"), box(*entry.extent));
    }
    if (const QString crs = crsUri(entry.crs); !crs.isEmpty()) {
        json.insert(QStringLiteral("dct:conformsTo"), QJsonObject{{kId, crs}});
    }
    if (entry.updated.isValid()) {
        json.insert(QStringLiteral("dct:modified"), typed(entry.updated.toUTC().toString(Qt::ISODate), "xsd:dateTime"));
    }
    if (!entry.said.cadence.isEmpty()) {
        json.insert(QStringLiteral("dcat:temporalResolution"), typed(entry.said.cadence, "xsd:duration"));
    }
    put(json, "rdfs:comment", entry.said.quality);
    putRights(json, entry);
    putOrigin(json, entry);
    if (const QString source = publicSource(entry); !source.isEmpty()) {
        json.insert(QStringLiteral("dcat:distribution"),
                    QJsonArray{QJsonObject{{kType, QStringLiteral("dcat:Distribution")},
                                           {QStringLiteral("dcat:accessURL"), QJsonObject{{kId, source}}},
                                           {QStringLiteral("dct:format"), entry.format}}});
    }
    return json;
}

} // namespace

QByteArray dcat(const std::vector<Entry> &entries, const CatalogueHead &head)
{
    QJsonArray datasets;
    for (const Entry &entry : entries) {
        datasets.append(dataset(entry));
    }
    QJsonObject json{{QStringLiteral("@context"), context()},
                     {kType, QStringLiteral("dcat:Catalog")},
                     {QStringLiteral("dct:modified"), typed(head.made.toUTC().toString(Qt::ISODate), "xsd:dateTime")},
                     {QStringLiteral("dcat:dataset"), datasets}};
    put(json, "dct:title", head.title);
    if (!inLanguages(head.publisher).isEmpty()) {
        json.insert(QStringLiteral("dct:publisher"), named("foaf:Agent", "foaf:name", head.publisher));
    }
    return QJsonDocument(json).toJson();
}

} // namespace loci::formats
