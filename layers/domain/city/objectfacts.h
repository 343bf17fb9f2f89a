// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/citymodel.h"

#include <QString>
#include <QVariant>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace loci::city {

/// What one can say about a city object without interpreting it: for the details card and for tests. Values that the
/// model does not carry are absent, never zero.
struct ObjectFacts
{
    QString id;
    QString name; ///< from a name-like attribute (name, gml:name, 名称, Bezeichnung), else empty
    QString type; ///< CityObject type
    std::vector<ObjectIndex> parents;
    std::vector<ObjectIndex> children;
    std::vector<QString> lods;             ///< of the object and its descendants, ascending
    std::map<QString, int> surfacesByType; ///< semantic surfaces (polygons) of the highest LoD, descendants included
    int surfaces = 0;                      ///< polygons of the highest LoD, descendants included
    std::optional<double> groundHeight;    ///< lowest z, metres in the model's vertical reference
    std::optional<double> topHeight;       ///< highest z
    std::optional<double> groundArea;      ///< square metres of the GroundSurface polygons of the highest LoD
    std::vector<std::pair<QString, QVariant>>
        attributes; ///< own ones, in the file's order, then inherited from parents
};

/// Cheap enough for each click: one pass over the object's own surfaces and those of its descendants.
ObjectFacts factsOf(const CityModel &model, ObjectIndex object);

} // namespace loci::city
