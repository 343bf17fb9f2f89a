// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/heritage/jsonld.h"

#include "layers/domain/heritage/parts.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

static void initialiseHeritageContext() // outside of namespaces, as the macro wants it
{
    Q_INIT_RESOURCE(heritageio);
}

namespace loci::formats {

using heritage::Asset;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::formats::JsonLd)
};

const QString kContext = QStringLiteral("@context");
const QString kGraph = QStringLiteral("@graph");
const QString kRecord = QStringLiteral("record");

QJsonObject node(const char *type)
{
    return {{QStringLiteral("@type"), QLatin1String(type)}};
}

void put(QJsonObject &object, const char *member, const QString &text)
{
    if (!text.isEmpty()) {
        object.insert(QLatin1String(member), text);
    }
}

void put(QJsonObject &object, const char *member, const QJsonArray &list)
{
    if (!list.isEmpty()) {
        object.insert(QLatin1String(member), list);
    }
}

QJsonObject typed(const QString &label)
{
    QJsonObject type = node("Type");
    put(type, "label", label);
    return type;
}

QJsonObject timeSpan(const QString &edtf, const QString &text = {})
{
    QJsonObject span = node("TimeSpan");
    put(span, "edtf", edtf);
    put(span, "label", text);
    return span;
}

QJsonObject literal(const QString &text, const QString &language)
{
    QJsonObject value{{QStringLiteral("@value"), text}};
    put(value, "@language", language == QLatin1String("other") ? QString() : language);
    return value;
}

QJsonArray identified(const Asset &asset)
{
    QJsonArray list;
    const std::vector<heritage::Name> names = asset.parts<heritage::Name>();
    for (const heritage::Name &name : names) {
        QJsonObject appellation = node("Appellation");
        appellation.insert(QStringLiteral("content"), literal(name.text, name.language));
        if (!name.use.isEmpty()) {
            appellation.insert(QStringLiteral("has_type"), typed(name.use));
        }
        list.append(appellation);
    }
    const std::vector<heritage::ReferenceNumber> numbers = asset.parts<heritage::ReferenceNumber>();
    for (const heritage::ReferenceNumber &number : numbers) {
        QJsonObject identifier = node("Identifier");
        put(identifier, "content", number.number);
        identifier.insert(QStringLiteral("has_type"), typed(number.scheme));
        list.append(identifier);
    }
    return list;
}

QJsonArray designations(const Asset &asset)
{
    QJsonArray list;
    const std::vector<heritage::Designation> all = asset.parts<heritage::Designation>();
    for (const heritage::Designation &designation : all) {
        QJsonObject assignment = node("TypeAssignment");
        QJsonArray assigned;
        for (const QString &text : {designation.type, designation.grade}) {
            if (!text.isEmpty()) {
                assigned.append(typed(text));
            }
        }
        put(assignment, "assigned", assigned);
        if (!designation.authority.isEmpty()) {
            QJsonObject actor = node("Actor");
            put(actor, "label", designation.authority);
            assignment.insert(QStringLiteral("carried_out_by"), actor);
        }
        if (!designation.from.isEmpty()) {
            assignment.insert(QStringLiteral("has_time_span"), timeSpan(designation.from));
        }
        put(assignment, "note", designation.document);
        list.append(assignment);
    }
    return list;
}

QJsonArray phases(const Asset &asset, bool construction)
{
    QJsonArray list;
    const std::vector<heritage::Phase> all = asset.parts<heritage::Phase>();
    for (const heritage::Phase &phase : all) {
        const bool isConstruction = phase.kind.isEmpty() || phase.kind == QLatin1String("construction");
        if (isConstruction != construction) {
            continue;
        }
        QJsonObject event = node(construction ? "Production" : "Modification");
        event.insert(QStringLiteral("has_time_span"), timeSpan(phase.date, phase.dateText));
        put(event, "note", phase.evidence);
        if (!phase.period.isEmpty()) {
            QJsonObject period = node("Period");
            put(period, "label", phase.period);
            event.insert(QStringLiteral("falls_within"), period);
        }
        list.append(event);
    }
    const QString dating = asset.text(QStringLiteral("/dating/edtf"));
    if (construction && list.isEmpty() && !dating.isEmpty()) {
        QJsonObject event = node("Production");
        event.insert(QStringLiteral("has_time_span"), timeSpan(dating, asset.text(QStringLiteral("/dating/text"))));
        list.append(event);
    }
    return list;
}

QJsonArray surveys(const Asset &asset)
{
    QJsonArray list;
    const std::vector<heritage::Survey> all = asset.parts<heritage::Survey>();
    for (const heritage::Survey &survey : all) {
        QJsonObject assessment = node("ConditionAssessment");
        QJsonObject state = node("ConditionState");
        state.insert(QStringLiteral("has_type"), typed(survey.condition));
        assessment.insert(QStringLiteral("identified"), state);
        if (!survey.date.isEmpty()) {
            assessment.insert(QStringLiteral("has_time_span"), timeSpan(survey.date));
        }
        put(assessment, "note", survey.text);
        list.append(assessment);
    }
    return list;
}

QJsonArray places(const Asset &asset)
{
    QJsonArray list;
    const std::vector<heritage::Geometry> all = asset.parts<heritage::Geometry>();
    for (const heritage::Geometry &geometry : all) {
        QJsonObject place = node("Place");
        place.insert(QStringLiteral("asWKT"),
                     QStringLiteral("<http://www.opengis.net/def/crs/%1> %2")
                         .arg(geometry.crs == 4326 ? QStringLiteral("OGC/1.3/CRS84")
                                                   : QStringLiteral("EPSG/0/%1").arg(geometry.crs),
                              geometry.wkt));
        list.append(place);
    }
    return list;
}

QJsonArray media(const Asset &asset)
{
    QJsonArray list;
    const std::vector<heritage::MediaUse> all = asset.parts<heritage::MediaUse>();
    for (const heritage::MediaUse &use : all) {
        QJsonObject item = node("InformationObject");
        item.insert(QStringLiteral("@id"), QLatin1String("urn:sha256:") + use.sha256);
        put(item, "label", use.caption);
        put(item, "rights", use.rights);
        list.append(item);
    }
    return list;
}

QJsonArray notes(const Asset &asset)
{
    QJsonArray list;
    const QJsonObject texts = asset.value(QStringLiteral("/description")).toObject();
    for (auto text = texts.begin(); text != texts.end(); ++text) {
        list.append(literal(text.value().toString(), text.key()));
    }
    return list;
}

} // namespace

QByteArray jsonLdContext()
{
    initialiseHeritageContext();
    QFile file(QStringLiteral(":/loci/heritageio/context.jsonld"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject jsonLdOf(const Asset &asset, bool withContext)
{
    const QString kind = asset.text(QStringLiteral("/kind"));
    QJsonObject object =
        node(kind == QLatin1String("site") || kind == QLatin1String("area") ? "Site" : "HumanMadeObject");
    if (withContext) {
        object.insert(kContext, QStringLiteral("../context.jsonld"));
    }
    object.insert(QStringLiteral("@id"), QLatin1String("urn:uuid:") + asset.id());
    put(object, "label", asset.name());
    put(object, "identified_by", identified(asset));
    if (!kind.isEmpty()) {
        object.insert(QStringLiteral("has_type"), typed(kind));
    }
    put(object, "note", notes(asset));
    put(object, "classified_by", designations(asset));
    put(object, "produced_by", phases(asset, true));
    put(object, "modified_by", phases(asset, false));
    put(object, "assessed_by", surveys(asset));
    put(object, "has_location", places(asset));
    put(object, "represented_by", media(asset));
    object.insert(kRecord, asset.json());
    return object;
}

QJsonObject jsonLdOf(const std::vector<Asset> &assets)
{
    QJsonArray graph;
    for (const Asset &asset : assets) {
        graph.append(jsonLdOf(asset, false));
    }
    const QJsonObject context = QJsonDocument::fromJson(jsonLdContext()).object();
    return {{kContext, context.value(kContext)}, {kGraph, graph}};
}

Result<std::vector<Asset>> assetsOfJsonLd(const QByteArray &json, const QString &source)
{
    QJsonParseError error;
    const QJsonObject document = QJsonDocument::fromJson(json, &error).object();
    const QJsonArray graph =
        document.contains(kGraph) ? document.value(kGraph).toArray() : QJsonArray{QJsonValue(document)};
    std::vector<Asset> assets;
    assets.reserve(static_cast<std::size_t>(graph.size()));
    for (const QJsonValue &entry : graph) {
        const QJsonObject record = entry.toObject().value(kRecord).toObject();
        Result<Asset> asset = Asset::parse(QJsonDocument(record).toJson(QJsonDocument::Compact));
        if (!asset) {
            return fail(ErrorCode::Invalid, Texts::tr("%1 holds no records of a Loci catalogue.").arg(source),
                        error.error == QJsonParseError::NoError ? asset.error().message : error.errorString());
        }
        assets.push_back(std::move(*asset));
    }
    return assets;
}

} // namespace loci::formats
