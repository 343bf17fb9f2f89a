// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"
#include "layers/domain/city/citymodel.h"
#include "layers/domain/city/mesh.h"
#include "layers/domain/planning/planbody.h"
#include "layers/domain/planning/planlayer.h"

#include <QByteArray>
#include <QJsonObject>
#include <QSet>
#include <QString>
#include <map>
#include <optional>
#include <vector>

namespace loci::planning {

/// One change of a proposal.
struct PlanChange
{
    enum class Kind { Add, Remove, Reshape };
    Kind kind = Kind::Add;
    QString id;                                ///< of the building
    Polygon footprint;                         ///< Add
    double base = 0;                           ///< Add: absolute height of the ground floor
    double floors = 0, floorHeight = 3;        ///< Add and Reshape
    std::map<QString, QString> attributes;     ///< Add: "function" and the like
    QString bodyId = {};                       ///< Add: of a shape from a model file; empty: a block
    std::shared_ptr<const PlanBody> body = {}; ///< that shape; null until it was given with attach()
    Vec2 at = {};                              ///< Add with a body: middle of its outline
    double turn = 0;                           ///< the same: degrees, counter-clockwise
    double height() const { return body ? body->height : floors * floorHeight; }
    /// Gives the shape that bodyId means, and the footprint that follows from it.
    void attach(std::shared_ptr<const PlanBody> shape);
    /// As Proposal::fromJson() has them; nothing when its op or what the op asks for is missing.
    static std::optional<PlanChange> fromJson(const QJsonObject &object);
    QJsonObject toJson() const;
    bool operator==(const PlanChange &other) const; ///< the shape by its id
};

/// A named set of changes over a model, in the coordinates of the model.
struct Proposal
{
    QString id, name;
    std::vector<PlanChange> changes;

    /// {"id", "name", "changes": [{"op": "add", "id", "footprint": [[x, y], ...], "base", "floors", "floorHeight",
    /// "attributes"; a shape from a file: "body", "at": [x, y], "turn"}, {"op": "remove", "id"}, {"op": "reshape",
    /// "id", "floors", "floorHeight"}]}.
    static Result<Proposal> fromJson(const QByteArray &json);
    QSet<QString> touched() const; ///< ids that it adds or reshapes
};

/// The model with the changes; the given one stays as it is. A reshaped building becomes a block over its outline with
/// the base it had. Fails with one sentence when an id is not there, or there already.
Result<city::CityModelPtr> applied(const city::CityModelPtr &base, const Proposal &proposal);
/// Only the blocks that a proposal adds or reshapes, with the grid of coordinates of `base`: the same blocks as
/// applied() makes, without a copy of the town. `outlines` are those of `base`.
Result<city::CityModelPtr> blocksOf(const city::CityModel &base, const std::vector<city::Footprint> &outlines,
                                    const Proposal &proposal);
/// The opposite way: takes out what the proposal put in and puts back from `base` what it took. The result has the
/// contents of `base` in another order.
Result<city::CityModelPtr> reverted(const city::CityModelPtr &changed, const city::CityModelPtr &base,
                                    const Proposal &proposal);

/// SHA-256 over all that planning reads of a model (ids, types, parents, attributes, faces with their semantics), by
/// id: the order of objects does not matter.
QByteArray contentHash(const city::CityModel &model);

} // namespace loci::planning
