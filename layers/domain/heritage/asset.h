// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/geometry.h"
#include "layers/domain/heritage/parts.h"
#include "layers/domain/heritage/record.h"

#include <functional>

namespace loci::heritage {

/// A heritage asset. Members of its JSON that the program knows, besides the repeated parts of parts.h:
///   id, kind ("monument", "building", "site", "district", "intangible", ...), level (statutory level code "1".."5" in
///   Chinese practice), grade ("I", "II*", ...), category ("0300"), type {scheme, concept, label{zh,en}}, district
///   (GB/T 2260 or local code), address, location{}, description{zh,en}, dating {edtf, text, certainty},
///   ownership {kind, owner, user, use}, fourHaves {zone|sign|archive|keeper: {done, date, evidence}},
///   components[], actors[], significance[], risks[], management[], consultations[], sources[], events[],
///   sensitivity {level: "open"|"restricted"|"withheld", reason},
///   review {state, level, submittedBy, submittedAt, by, at, remarks} (review.h), trashed {at, by, reason},
///   created, createdBy, updated, updatedBy.
class Asset final : public Record
{
public:
    using Record::Record;
    static Asset make(const QString &name, const QString &language); ///< with a new id
    /// Fails for what is no JSON object with an id that is a UUID.
    static Result<Asset> parse(const QByteArray &json);

    /// The primary name in the first language that has one, else any name; empty when there is none.
    QString name(const QStringList &languages = {QStringLiteral("zh"), QStringLiteral("en")}) const;
    QString reference() const; ///< the first reference number
    bool isTrashed() const { return m_json.contains(QLatin1String("trashed")); }
};

/// What the list, the facets and the tasks need of a record; derived, never stored as truth. Empty or nullopt: unknown.
struct AssetFacts
{
    QString id, name, otherName, reference, parent;
    QString category, type, typeLabel, grade, level, district, condition, review, sensitivity;
    QString updated;                           ///< ISO 8601 UTC
    std::optional<int> yearFrom, yearTo;       ///< signed years, 0 is 1 BCE; nullopt at an open end
    std::optional<int> centuryFrom, centuryTo; ///< 18 is 1701..1800, -3 is the third century BCE
    QString lastSurvey;                        ///< ISO date, the latest day it can mean
    int photographs = 0, zones = 0;
    int fourHaves = -1; ///< how many of the four; -1: not asked by its level
    bool isTrashed = false;
    QString searchNames, searchText; ///< for full-text search
    bool operator==(const AssetFacts &) const = default;
};
AssetFacts factsOf(const Asset &asset);

/// The record as it goes to people without the right for exact places: one point in the middle of its cell of a grid of
/// about `metres`, without address, bindings, media positions and the history of its geometry. `toDegrees` takes a
/// place in a system by its EPSG number to WGS 84; a place that it cannot take is left out.
using ToDegrees = std::function<std::optional<Vec2>(Vec2 place, int crs)>;
Asset coarsened(const Asset &asset, const ToDegrees &toDegrees = {}, double metres = 1000);

} // namespace loci::heritage
