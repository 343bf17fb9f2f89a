// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/heritage/assettable.h"

#include "layers/domain/heritage/parts.h"

#include <functional>

namespace loci::heritage {

namespace {

struct Column
{
    const char *name;
    std::function<QString(const Asset &, const AssetFacts &)> text;
};

QString orNull(const QString &text)
{
    return text.isEmpty() ? QString() : text;
}

QString year(const std::optional<int> &value)
{
    return value ? QString::number(*value) : QString();
}

QString pointer(const Asset &asset, const char *path)
{
    return orNull(asset.text(QString::fromLatin1(path)));
}

template <class Part, class Text>
QString joined(const Asset &asset, Text text)
{
    QStringList parts;
    const std::vector<Part> all = asset.parts<Part>();
    for (const Part &part : all) {
        const QString own = text(part);
        if (!own.isEmpty()) {
            parts << own;
        }
    }
    return orNull(parts.join(QLatin1String("; ")));
}

QString namesIn(const Asset &asset, const char *language)
{
    return joined<Name>(asset, [language](const Name &name) {
        return name.language == QLatin1String(language) ? name.text : QString();
    });
}

QString designationText(const Designation &designation)
{
    QStringList parts;
    for (const QString &part :
         {designation.type, designation.grade, designation.authority, designation.document, designation.from}) {
        if (!part.isEmpty()) {
            parts << part;
        }
    }
    return parts.join(QLatin1String(", "));
}

const std::vector<Column> &columns()
{
    using A = const Asset &;
    using F = const AssetFacts &;
    static const std::vector<Column> list{
        {"id", [](A asset, F) { return asset.id(); }},
        {"reference", [](A, F facts) { return orNull(facts.reference); }},
        {"references",
         [](A asset, F) {
             return joined<ReferenceNumber>(asset, [](const ReferenceNumber &reference) {
                 return reference.scheme + QLatin1Char(':') + reference.number;
             });
         }},
        {"name", [](A, F facts) { return orNull(facts.name); }},
        {"name_zh", [](A asset, F) { return namesIn(asset, "zh"); }},
        {"name_en", [](A asset, F) { return namesIn(asset, "en"); }},
        {"kind", [](A asset, F) { return pointer(asset, "/kind"); }},
        {"category", [](A, F facts) { return orNull(facts.category); }},
        {"type", [](A, F facts) { return orNull(facts.type); }},
        {"type_label", [](A, F facts) { return orNull(facts.typeLabel); }},
        {"level", [](A, F facts) { return orNull(facts.level); }},
        {"grade", [](A, F facts) { return orNull(facts.grade); }},
        {"district", [](A, F facts) { return orNull(facts.district); }},
        {"address", [](A asset, F) { return pointer(asset, "/address"); }},
        {"dating_text", [](A asset, F) { return pointer(asset, "/dating/text"); }},
        {"dating_edtf", [](A asset, F) { return pointer(asset, "/dating/edtf"); }},
        {"year_from", [](A, F facts) { return year(facts.yearFrom); }},
        {"year_to", [](A, F facts) { return year(facts.yearTo); }},
        {"designations", [](A asset, F) { return joined<Designation>(asset, designationText); }},
        {"condition", [](A, F facts) { return orNull(facts.condition); }},
        {"last_survey", [](A, F facts) { return orNull(facts.lastSurvey); }},
        {"owner", [](A asset, F) { return pointer(asset, "/ownership/owner"); }},
        {"use", [](A asset, F) { return pointer(asset, "/ownership/use"); }},
        {"description_zh", [](A asset, F) { return pointer(asset, "/description/zh"); }},
        {"description_en", [](A asset, F) { return pointer(asset, "/description/en"); }},
        {"photographs", [](A, F facts) { return QString::number(facts.photographs); }},
        {"review", [](A, F facts) { return orNull(facts.review); }},
        {"sensitivity", [](A, F facts) { return orNull(facts.sensitivity); }},
        {"updated", [](A, F facts) { return orNull(facts.updated); }},
        {"wkt", [](A asset, F) { return orNull(joinedWkt(asset)); }}};
    return list;
}

} // namespace

QString joinedWkt(const Asset &asset)
{
    QStringList shapes;
    const std::vector<Geometry> geometries = asset.parts<Geometry>();
    for (const Geometry &geometry : geometries) {
        if (geometry.crs == 4326 && !geometry.wkt.isEmpty()) {
            shapes << geometry.wkt;
        }
    }
    if (shapes.size() <= 1) {
        return shapes.value(0);
    }
    return QStringLiteral("GEOMETRYCOLLECTION (%1)").arg(shapes.join(QLatin1Char(',')));
}

RowTable assetTable(const std::vector<Asset> &assets)
{
    RowTable table;
    table.crs = QStringLiteral("EPSG:4326");
    for (const Column &column : columns()) {
        table.columns << QString::fromLatin1(column.name);
    }
    table.rows.reserve(assets.size());
    for (const Asset &asset : assets) {
        const AssetFacts facts = factsOf(asset);
        RowTable::Row row;
        row.number = static_cast<qint64>(table.rows.size()) + 1;
        row.values.reserve(columns().size());
        for (const Column &column : columns()) {
            row.values.push_back(column.text(asset, facts));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace loci::heritage
