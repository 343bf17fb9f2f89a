// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/heritage/parts.h"

#include "layers/domain/heritage/partreader.h"

namespace loci::heritage {

Name Name::fromJson(const QJsonObject &json)
{
    PartReader reader(json);
    Name part;
    part.text = reader.text("text");
    part.language = reader.text("lang");
    part.use = reader.text("use");
    part.rest = reader.rest();
    return part;
}

QJsonObject Name::toJson() const
{
    return PartWriter(rest).text("text", text).text("lang", language).text("use", use).json();
}

ReferenceNumber ReferenceNumber::fromJson(const QJsonObject &json)
{
    PartReader reader(json);
    ReferenceNumber part;
    part.scheme = reader.text("scheme");
    part.number = reader.text("number");
    part.rest = reader.rest();
    return part;
}

QJsonObject ReferenceNumber::toJson() const
{
    return PartWriter(rest).text("scheme", scheme).text("number", number).json();
}

Designation Designation::fromJson(const QJsonObject &json)
{
    PartReader reader(json);
    Designation part;
    part.type = reader.text("type");
    part.grade = reader.text("grade");
    part.authority = reader.text("authority");
    part.document = reader.text("document");
    part.batch = reader.text("batch");
    part.from = reader.text("from");
    part.to = reader.text("to");
    part.rest = reader.rest();
    return part;
}

QJsonObject Designation::toJson() const
{
    return PartWriter(rest)
        .text("type", type)
        .text("grade", grade)
        .text("authority", authority)
        .text("document", document)
        .text("batch", batch)
        .text("from", from)
        .text("to", to)
        .json();
}

Phase Phase::fromJson(const QJsonObject &json)
{
    PartReader reader(json);
    Phase part;
    part.id = reader.text("id");
    part.kind = reader.text("kind");
    part.period = reader.text("period");
    part.date = reader.text("date");
    part.dateText = reader.text("dateText");
    part.certainty = reader.text("certainty");
    part.evidence = reader.text("evidence");
    part.rest = reader.rest();
    return part;
}

QJsonObject Phase::toJson() const
{
    return PartWriter(rest)
        .text("id", id)
        .text("kind", kind)
        .text("period", period)
        .text("date", date)
        .text("dateText", dateText)
        .text("certainty", certainty)
        .text("evidence", evidence)
        .json();
}

Survey Survey::fromJson(const QJsonObject &json)
{
    PartReader reader(json);
    Survey part;
    part.id = reader.text("id");
    part.date = reader.text("date");
    part.surveyor = reader.text("surveyor");
    part.scale = reader.text("scale");
    part.condition = reader.text("condition");
    part.trend = reader.text("trend");
    part.occupancy = reader.text("occupancy");
    part.risk = reader.text("risk");
    part.priority = reader.text("priority");
    part.text = reader.text("text");
    part.rest = reader.rest();
    return part;
}

QJsonObject Survey::toJson() const
{
    return PartWriter(rest)
        .text("id", id)
        .text("date", date)
        .text("surveyor", surveyor)
        .text("scale", scale)
        .text("condition", condition)
        .text("trend", trend)
        .text("occupancy", occupancy)
        .text("risk", risk)
        .text("priority", priority)
        .text("text", text)
        .json();
}

Geometry Geometry::fromJson(const QJsonObject &json)
{
    PartReader reader(json);
    Geometry part;
    part.wkt = reader.text("wkt");
    part.crs = reader.integer("crs", part.crs);
    part.role = reader.text("role");
    part.precision = reader.number("precision");
    part.certainty = reader.text("certainty");
    part.method = reader.text("method");
    part.original = reader.text("original");
    part.originalCrs = reader.text("originalCrs");
    part.rest = reader.rest();
    return part;
}

QJsonObject Geometry::toJson() const
{
    return PartWriter(rest)
        .text("wkt", wkt)
        .integer("crs", crs)
        .text("role", role)
        .number("precision", precision)
        .text("certainty", certainty)
        .text("method", method)
        .text("original", original)
        .text("originalCrs", originalCrs)
        .json();
}

Binding Binding::fromJson(const QJsonObject &json)
{
    PartReader reader(json);
    Binding part;
    part.model = reader.text("model");
    part.object = reader.text("object");
    part.surface = reader.text("surface");
    part.state = reader.text("state");
    part.footprint = reader.text("footprint");
    part.crs = reader.integer("crs", 0);
    part.rest = reader.rest();
    return part;
}

QJsonObject Binding::toJson() const
{
    PartWriter writer(rest);
    writer.text("model", model).text("object", object).text("surface", surface).text("state", state);
    writer.text("footprint", footprint);
    return crs != 0 ? writer.integer("crs", crs).json() : writer.json();
}

MediaUse MediaUse::fromJson(const QJsonObject &json)
{
    PartReader reader(json);
    MediaUse part;
    part.sha256 = reader.text("sha256");
    part.role = reader.text("role");
    part.caption = reader.text("caption");
    part.rights = reader.text("rights");
    part.taken = reader.text("taken");
    part.author = reader.text("author");
    part.rest = reader.rest();
    return part;
}

QJsonObject MediaUse::toJson() const
{
    return PartWriter(rest)
        .text("sha256", sha256)
        .text("role", role)
        .text("caption", caption)
        .text("rights", rights)
        .text("taken", taken)
        .text("author", author)
        .json();
}

RelatedAsset RelatedAsset::fromJson(const QJsonObject &json)
{
    PartReader reader(json);
    RelatedAsset part;
    part.id = reader.text("id");
    part.relation = reader.text("relation");
    part.rest = reader.rest();
    return part;
}

QJsonObject RelatedAsset::toJson() const
{
    return PartWriter(rest).text("id", id).text("relation", relation).json();
}

} // namespace loci::heritage
