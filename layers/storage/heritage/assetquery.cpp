// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/heritage/assetquery.h"

#include <QJsonArray>

namespace loci::storage::heritage {

namespace {
constexpr std::array kFacetNames = {"category", "type",   "grade",   "condition",  "level",
                                    "district", "review", "century", "sensitivity"};
constexpr std::array kMissingNames = {"photograph", "recent-survey", "zone", "four-haves", "place", "date"};
constexpr std::array kSortNames = {"relevance", "name", "reference", "level", "year", "condition", "updated"};

template <class Enum, std::size_t N>
QString nameIn(const std::array<const char *, N> &names, Enum value)
{
    return QLatin1String(names.at(std::size_t(value)));
}

template <class Enum, std::size_t N>
std::optional<Enum> valueIn(const std::array<const char *, N> &names, const QString &name)
{
    for (std::size_t i = 0; i < N; ++i) {
        if (name == QLatin1String(names[i])) {
            return Enum(i);
        }
    }
    return std::nullopt;
}

std::optional<int> yearOf(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toInt()) : std::nullopt;
}

QStringList strings(const QJsonValue &value)
{
    QStringList list;
    const QJsonArray array = value.toArray();
    for (const auto &item : array) {
        list << item.toString();
    }
    return list;
}
} // namespace

QString facetName(Facet facet)
{
    return nameIn(kFacetNames, facet);
}

std::optional<Facet> facetOf(const QString &name)
{
    return valueIn<Facet>(kFacetNames, name);
}

QString missingName(Missing missing)
{
    return nameIn(kMissingNames, missing);
}

std::optional<Missing> missingOf(const QString &name)
{
    return valueIn<Missing>(kMissingNames, name);
}

QJsonObject AssetQuery::json() const
{
    QJsonObject facetObject;
    for (auto it = facets.begin(); it != facets.end(); ++it) {
        if (!it.value().isEmpty()) {
            facetObject.insert(facetName(it.key()), QJsonArray::fromStringList(it.value()));
        }
    }
    QJsonObject json{{QStringLiteral("text"), text},
                     {QStringLiteral("facets"), facetObject},
                     {QStringLiteral("trashed"), trashed},
                     {QStringLiteral("sort"), nameIn(kSortNames, sort)},
                     {QStringLiteral("descending"), descending}};
    if (yearFrom) {
        json.insert(QStringLiteral("yearFrom"), *yearFrom);
    }
    if (yearTo) {
        json.insert(QStringLiteral("yearTo"), *yearTo);
    }
    if (box) {
        json.insert(QStringLiteral("box"), QJsonArray{box->west, box->south, box->east, box->north});
    }
    QJsonArray lacking;
    for (const Missing one : missing) {
        lacking.append(missingName(one));
    }
    json.insert(QStringLiteral("missing"), lacking);
    if (!ids.isEmpty()) {
        json.insert(QStringLiteral("ids"), QJsonArray::fromStringList(ids));
    }
    return json;
}

AssetQuery AssetQuery::fromJson(const QJsonObject &json)
{
    AssetQuery query;
    query.text = json.value(QLatin1String("text")).toString();
    const QJsonObject facetObject = json.value(QLatin1String("facets")).toObject();
    for (auto it = facetObject.begin(); it != facetObject.end(); ++it) {
        if (const auto facet = facetOf(it.key())) {
            query.facets.insert(*facet, strings(it.value()));
        }
    }
    query.yearFrom = yearOf(json.value(QLatin1String("yearFrom")));
    query.yearTo = yearOf(json.value(QLatin1String("yearTo")));
    const QJsonArray corners = json.value(QLatin1String("box")).toArray();
    if (corners.size() == 4) {
        query.box = GeoBox{corners[0].toDouble(), corners[1].toDouble(), corners[2].toDouble(), corners[3].toDouble()};
    }
    for (const QString &name : strings(json.value(QLatin1String("missing")))) {
        if (const auto missing = missingOf(name)) {
            query.missing.push_back(*missing);
        }
    }
    query.ids = strings(json.value(QLatin1String("ids")));
    query.trashed = json.value(QLatin1String("trashed")).toBool();
    query.sort = valueIn<SortBy>(kSortNames, json.value(QLatin1String("sort")).toString()).value_or(SortBy::Relevance);
    query.descending = json.value(QLatin1String("descending")).toBool();
    return query;
}

} // namespace loci::storage::heritage
