// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/result.h"
#include "layers/domain/city/citymodel.h"

#include <QJsonObject>
#include <QStringList>

namespace loci::city {

struct CompareOptions
{
    double tolerance = 0.001; ///< metres: points nearer than this are the same
};

/// One object that is not the same in both versions. Objects are the same thing when they have the same id.
struct ObjectDifference
{
    ObjectIndex before = kNone, after = kNone; ///< kNone: it is not there
    bool geometry = false;                     ///< points, surfaces, solids, LoDs; in whatever order they are written
    bool semantics = false;                    ///< the same surfaces mean something else (a wall became a roof)
    bool type = false;                         ///< another CityObject type
    bool parent = false;                       ///< another parent
    QStringList attributes;                    ///< names of those whose values differ or are on one side only

    bool isAdded() const { return before == kNone; }
    bool isRemoved() const { return after == kNone; }
    bool hasOtherAttributes() const { return !attributes.isEmpty() || type || parent; }
};

/// What became of a model between two versions.
struct Comparison
{
    std::vector<ObjectDifference> differences; ///< added, removed, then changed, each in the order of its model
    std::size_t same = 0, added = 0, removed = 0;
    std::size_t geometryChanged = 0;   ///< geometry or semantics
    std::size_t attributesChanged = 0; ///< attributes, type or parent; an object may count in both
};

/// Compares by ids. Order of objects, vertices and surfaces, the vertex at which a ring begins, and the precision of
/// the files do not matter; the direction of a ring does (it says where outside is). Numbers are equal when their
/// values are, whether written 3 or 3.0. Pure; any thread. Fails when the versions lie in two reference systems, or
/// when cancelled.
Result<Comparison> compare(const CityModel &before, const CityModel &after, const CompareOptions &options = {},
                           const CancelToken &cancel = {});

/// { "same": n, "added": [ids], "removed": [ids], "changed": [{ "id", "geometry", "semantics", "type", "parent",
/// "attributes": { name: { "before", "after" } } }] }
QJsonObject toJson(const Comparison &comparison, const CityModel &before, const CityModel &after);

} // namespace loci::city
