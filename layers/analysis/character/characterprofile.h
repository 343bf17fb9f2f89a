// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/analysis/planning/areaindex.h"
#include "layers/analysis/planning/buildingset.h"

#include <QDate>
#include <QJsonObject>

namespace loci::analysis {

/// Numbers of one kind over the buildings of an area. What a building does not tell is counted, never guessed.
struct Spread
{
    std::vector<double> values; ///< sorted
    std::size_t unknown = 0;
    /// Between the order statistics, linear (type 7 of Hyndman and Fan 1996); absent without values.
    std::optional<double> at(double share) const;
    void add(const std::optional<double> &value); ///< finish() when all are in
    void finish();
};

/// How many buildings have each word.
struct Shares
{
    std::map<QString, std::size_t> counts;
    std::size_t unknown = 0;
    void add(const QString &word); ///< empty: unknown
    std::size_t known() const;
    std::optional<double> share(const QString &word) const; ///< of the known ones; absent when none is known
    QString most() const;                                   ///< the commonest word; empty when none is known
};

/// Where the model tells roof, material and year, how ages are classed, and how a building is held against a profile.
/// Data: resources/rules/character.json; its method is declared there and on every screen that shows an index.
struct CharacterRule
{
    QStringList roof, material, year;  ///< names of attributes, the first that is there counts
    std::vector<int> ageBounds;        ///< first years of the classes but the oldest
    std::map<QString, double> weights; ///< "height", "roof", "material", "grain", "enclosure"
    int leastKnown = 3;                ///< parts that have to be known for an index
    double tolerance = 3;              ///< metres beyond the usual heights at which conformity ends, at least
    QString source, confirm;
    static Result<CharacterRule> fromJson(const QByteArray &json);
    static Result<CharacterRule> shipped(); ///< the one in this program
};

/// What makes an area itself, measured from its buildings (domain 3.1). Lengths in metres, areas in square metres.
struct CharacterProfile
{
    QString area, name;
    QDate day;
    std::size_t buildings = 0; ///< whose middle lies in the area
    double siteArea = 0;
    std::optional<double> coverage, floorAreaRatio;
    Spread height, eaves, storeys, footprint;
    Spread pitch; ///< degrees, mean of the leaning faces of a roof; flat roofs are not in it
    Spread gap;   ///< to the nearest other building, at most kFarthest
    Shares roof, material, age;
    std::optional<double> direction;  ///< degrees from east, 0 to 90, of most walls
    std::optional<double> regularity; ///< 0 walls in all directions, 1 all in one and square to it
    static constexpr double kFarthest = 30;

    QJsonObject toJson() const;
    static CharacterProfile fromJson(const QJsonObject &json);
};

/// Fails only when cancelled, or when the area has no usable geometry.
Result<CharacterProfile> profileOf(const PlacedArea &area, const BuildingSet &buildings, const CharacterRule &rule,
                                   const QDate &day, const CancelToken &cancel = {});

/// One building held against a profile: each part and the index 0 (foreign) to 1 (at home), absent when not known.
struct Conformity
{
    QString id;
    std::map<QString, double> parts; ///< by the names of CharacterRule::weights
    std::optional<double> index;
};
/// Of the buildings of the area, the most foreign first, unknown ones last.
Result<std::vector<Conformity>> conformityOf(const PlacedArea &area, const BuildingSet &buildings,
                                             const CharacterProfile &profile, const CharacterRule &rule,
                                             const CancelToken &cancel = {});
/// Mean of the known ones; absent when none is.
std::optional<double> meanIndex(const std::vector<Conformity> &buildings);

} // namespace loci::analysis
