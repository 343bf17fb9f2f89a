// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/analysis/planar/boxtree.h"
#include "layers/analysis/planar/shape.h"
#include "layers/analysis/planning/bodyfaces.h"
#include "layers/base/canceltoken.h"
#include "layers/base/finding.h"
#include "layers/base/result.h"
#include "layers/domain/city/citymodel.h"
#include "layers/domain/city/mesh.h"
#include "layers/domain/planning/proposal.h"

#include <QHash>
#include <QJsonObject>
#include <QSet>
#include <QString>
#include <QStringList>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace loci::analysis {

/// A building as rules see it. What the model does not tell is absent, never zero.
struct Building
{
    city::CityModelPtr model; ///< that `object` is in: the town, or the blocks of a proposal
    city::ObjectIndex object = city::kNone;
    QString id;
    bool isNew = false;          ///< part of a proposal
    Shape outline;               ///< ground it covers, parts united; empty when it has none
    Box3 bounds;                 ///< of the outline
    std::optional<double> foot;  ///< lowest point
    std::optional<double> top;   ///< highest point
    bool topStated = false;      ///< by an attribute: the model has an outline there and no body
    double groundRise = 0;       ///< metres by which the ground surface climbs from its lowest to its highest corner
    std::optional<double> eaves; ///< absolute; of the part with the highest eaves
    std::optional<double> storeys;
    bool storeysEstimated = false; ///< from the height, by StoreyRule
    std::optional<double> height() const { return foot && top ? std::optional(*top - *foot) : std::nullopt; }
};

/// How storeys follow from a height where the model does not count them: by use, else the general one.
struct StoreyRule
{
    double height = 3.0; ///< metres a storey
    QStringList useAttributes{QStringLiteral("function"), QStringLiteral("usage"), QStringLiteral("class")};
    std::map<QString, double> byUse; ///< value of a use attribute -> metres a storey
    static Result<StoreyRule> fromJson(const QJsonObject &object);
};

/// The buildings of a model with outlines and heights. Roots of type Building; their parts count with them.
class BuildingSet
{
public:
    /// Findings: building_without_outline, building_without_height; an error building_id_twice for an id that comes
    /// again, whose rules cannot be told apart. Fails only when cancelled.
    static Result<Loaded<BuildingSet>> of(const city::CityModelPtr &model, const Shape::Context &context,
                                          const QSet<QString> &proposed, const StoreyRule &storeys,
                                          const CancelToken &cancel = {});

    /// The same set with a proposal, without reading the town again: equal to of() over the applied model, but for the
    /// order. Only for a set that of() made.
    Result<BuildingSet> changed(const planning::Proposal &proposal) const;

    const city::CityModelPtr &model() const { return m_model; } ///< of the town
    const Shape::Context &context() const { return m_context; }
    const std::vector<Building> &buildings() const { return m_buildings; }
    const Building *find(const QString &id) const;
    /// Buildings whose outline may touch the box, in their order.
    std::vector<const Building *> touching(const Box3 &box) const;
    /// First attribute of these names that the building, or else one of its parts, has; text as it is written.
    QString attribute(const Building &building, const QStringList &names) const;
    /// All of them, of the building and its parts, each once.
    QStringList attributeValues(const Building &building, const QStringList &names) const;
    std::optional<double> number(const Building &building, const QStringList &names) const;
    /// Of the body; of a block up to the stated height where there is only that.
    std::vector<Triangle3> faces(const Building &building) const;
    /// Buildings that stand somewhere in the box by their points, while no outline can be told.
    QStringList withoutOutline(const Box3 &box) const;

private:
    BuildingSet(city::CityModelPtr model, const Shape::Context &context);
    void measure(Building &building) const;
    void add(const city::CityModelPtr &model, const std::vector<city::Footprint> &outlines, city::ObjectIndex object,
             bool isNew);
    void index();
    static std::optional<double> eavesOf(const Building &building);
    static double groundRiseOf(const Building &building);
    static QVariant value(const Building &building, city::ObjectIndex object, const QString &name);

    city::CityModelPtr m_model;
    Shape::Context m_context;
    StoreyRule m_storeys;
    std::vector<Building> m_buildings;
    std::shared_ptr<const std::vector<city::Footprint>> m_outlines; ///< of the town, by object
    std::shared_ptr<const QHash<QString, std::uint32_t>> m_numbers; ///< of the first m_indexed buildings, by id
    BoxTree m_tree;                                                 ///< of them
    std::size_t m_indexed = 0;
    std::vector<std::uint32_t> m_shapeless; ///< numbers of the indexed buildings without an outline
};

} // namespace loci::analysis
