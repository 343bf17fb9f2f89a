// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/heritage/asset.h"

#include <QDate>
#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <array>
#include <optional>
#include <vector>

namespace loci::storage::heritage {

enum class Facet { Category, Type, Grade, Condition, Level, District, Review, Century, Sensitivity };
inline constexpr std::array kFacets = {Facet::Category, Facet::Type,   Facet::Grade,   Facet::Condition,  Facet::Level,
                                       Facet::District, Facet::Review, Facet::Century, Facet::Sensitivity};
QString facetName(Facet facet); ///< "category": stable, for JSON and the command line
std::optional<Facet> facetOf(const QString &name);

/// What the list of tasks asks for.
enum class Missing { Photograph, RecentSurvey, Zone, FourHaves, Place, Date };
QString missingName(Missing missing); ///< "photograph", "recent-survey", "zone", "four-haves", "place", "date"
std::optional<Missing> missingOf(const QString &name);

/// Longitude and latitude, WGS 84 degrees.
struct GeoBox
{
    double west = 0, south = 0, east = 0, north = 0;
};

enum class SortBy { Relevance, Name, Reference, Level, Year, Condition, Updated };

/// Which assets. Everything that is set has to hold; within a facet one of the values. An empty facet value asks for
/// "unknown".
struct AssetQuery
{
    /// Words: Chinese by its characters, pinyin or its initials, the beginnings of Latin words, reference numbers.
    QString text;
    QHash<Facet, QStringList> facets;
    std::optional<int> yearFrom, yearTo; ///< existed at some time between
    std::optional<GeoBox> box;
    std::vector<Missing> missing; ///< each of them
    QDate today;                  ///< from which a survey is too old; invalid: the computer's day
    QStringList ids;              ///< only these, when not empty
    bool trashed = false;         ///< in the trash instead of the others
    bool withheldToo = true;      ///< sensitivity "withheld" as well
    SortBy sort = SortBy::Relevance;
    bool descending = false;

    QJsonObject json() const; ///< for saved searches and the command line
    static AssetQuery fromJson(const QJsonObject &json);
};

/// One line of a list.
struct AssetRow
{
    loci::heritage::AssetFacts facts;
    std::optional<double> longitude, latitude; ///< WGS 84; absent without geometry
    bool isCoarse = false;                     ///< the place is that of a grid cell
};

struct AssetPage
{
    qint64 total = 0;
    std::vector<AssetRow> rows;
};

struct FacetValue
{
    QString value; ///< empty: unknown
    qint64 count = 0;
};
/// For each facet the values with the number of assets that have it when the other facets' choices hold; a facet's own
/// choice does not narrow its own counts.
using FacetCounts = QHash<Facet, std::vector<FacetValue>>;

} // namespace loci::storage::heritage
