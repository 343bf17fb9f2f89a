// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/planning/buildingset.h"

#include "layers/domain/city/mesh.h"

#include <QCoreApplication>
#include <QVariant>
#include <algorithm>
#include <cmath>

namespace loci::analysis {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::analysis::BuildingSet)
};

constexpr double kNoHeight = 0.05; // metres: an outline, no body

const QStringList &storeyNames()
{
    static const QStringList names{QStringLiteral("storeysAboveGround"), QStringLiteral("storeys"),
                                   QStringLiteral("b3_bouwlagen"), QStringLiteral("floors")};
    return names;
}

const QStringList &heightNames()
{
    static const QStringList names{QStringLiteral("measuredHeight"), QStringLiteral("height")};
    return names;
}

Finding finding(const char *code, const Building &building, const QString &message)
{
    return {Severity::Warning, QLatin1String(code), building.id, {}, message};
}

double storeyHeight(const BuildingSet &set, const Building &building, const StoreyRule &rule)
{
    const auto found = rule.byUse.find(set.attribute(building, rule.useAttributes));
    return found == rule.byUse.end() ? rule.height : found->second;
}

} // namespace

Result<StoreyRule> StoreyRule::fromJson(const QJsonObject &object)
{
    StoreyRule rule;
    rule.height = object[QLatin1String("storeyHeight")].toDouble(rule.height);
    bool fine = rule.height > 0;
    const QJsonObject byUse = object[QLatin1String("storeyHeightByUse")].toObject();
    for (auto it = byUse.begin(); it != byUse.end(); ++it) {
        rule.byUse[it.key()] = it->toDouble();
        fine = fine && it->toDouble() > 0;
    }
    if (!fine) {
        return fail(ErrorCode::Invalid, Texts::tr("The height of a storey must be a number above 0."));
    }
    return rule;
}

BuildingSet::BuildingSet(city::CityModelPtr model, const Shape::Context &context)
    : m_model(std::move(model))
    , m_context(context)
{}

QVariant BuildingSet::value(city::ObjectIndex object, const QString &name) const
{
    const city::AttributeColumn *column = m_model->attributes.find(name.toStdString());
    return column == nullptr ? QVariant() : column->value(object);
}

QStringList BuildingSet::attributeValues(const Building &building, const QStringList &names) const
{
    QStringList values;
    for (const city::ObjectIndex part : m_model->withDescendants(building.object)) {
        for (const QString &name : names) {
            const QString found = value(part, name).toString();
            if (!found.isEmpty() && !values.contains(found)) {
                values << found;
            }
        }
    }
    return values;
}

QString BuildingSet::attribute(const Building &building, const QStringList &names) const
{
    return attributeValues(building, names).value(0);
}

std::optional<double> BuildingSet::number(const Building &building, const QStringList &names) const
{
    bool ok = false;
    const double found = attribute(building, names).toDouble(&ok);
    return ok && std::isfinite(found) ? std::optional(found) : std::nullopt;
}

std::optional<double> BuildingSet::eavesOf(const Building &building) const
{
    std::optional<double> eaves;
    for (const city::ObjectIndex part : m_model->withDescendants(building.object)) {
        std::optional<double> lowest;
        for (const city::GeometryIndex g : city::chooseGeometries(*m_model, part, {})) {
            const city::Geometry &geometry = m_model->geometry.geometries[g];
            for (city::SurfaceIndex s = geometry.surfaces.begin; s < geometry.surfaces.end; ++s) {
                if (m_model->semanticOf(s) != "RoofSurface") {
                    continue;
                }
                for (const std::uint32_t id : m_model->geometry.ring(m_model->geometry.rings(s).begin)) {
                    const double z = m_model->vertices.at(id).z;
                    lowest = lowest ? std::min(*lowest, z) : z;
                }
            }
        }
        if (lowest) {
            eaves = eaves ? std::max(*eaves, *lowest) : lowest;
        }
    }
    return eaves;
}

void BuildingSet::measure(Building &building, const StoreyRule &storeys) const
{
    if (building.top && building.foot && *building.top - *building.foot < kNoHeight) {
        const auto stated = number(building, heightNames());
        building.top = stated ? std::optional(*building.foot + *stated) : std::nullopt;
    }
    building.eaves = eavesOf(building);
    building.storeys = number(building, storeyNames());
    if (!building.storeys && building.height()) {
        const double each = storeyHeight(*this, building, storeys);
        building.storeys = std::max(1.0, std::round(*building.height() / each));
        building.storeysEstimated = true;
    }
}

Result<Loaded<BuildingSet>> BuildingSet::of(const city::CityModelPtr &model, const Shape::Context &context,
                                            const QSet<QString> &proposed, const StoreyRule &storeys,
                                            const CancelToken &cancel)
{
    Loaded<BuildingSet> loaded{BuildingSet(model, context), {}};
    BuildingSet &set = loaded.value;
    LOCI_TRY(const std::vector<city::Footprint> outlines, city::footprints(*model, cancel));
    std::map<city::ObjectIndex, const city::Footprint *> byObject;
    for (const city::Footprint &outline : outlines) {
        byObject[outline.object] = &outline;
    }
    for (city::ObjectIndex o = 0; o < model->objectCount(); ++o) {
        if (model->objectParent[o] != city::kNone || model->typeOf(o) != "Building") {
            continue;
        }
        if (cancel.isCancelled()) {
            return fail(ErrorCode::Cancelled, Texts::tr("The reading of the buildings was cancelled."));
        }
        Building building;
        building.object = o;
        building.id = model->idOf(o);
        building.isNew = proposed.contains(building.id);
        const auto outline = byObject.find(o);
        if (outline != byObject.end()) {
            building.outline = Shape::covered(context, outline->second->polygons);
            building.bounds = building.outline.bounds();
            building.foot = outline->second->groundHeight;
            building.top = outline->second->roofHeight;
        }
        set.measure(building, storeys);
        if (building.outline.isEmpty()) {
            loaded.findings.push_back(
                finding("building_without_outline", building,
                        Texts::tr("%1 has no outline; rules about places cannot judge it.").arg(building.id)));
        } else if (!building.height()) {
            loaded.findings.push_back(
                finding("building_without_height", building,
                        Texts::tr("%1 has no height; rules about heights cannot judge it.").arg(building.id)));
        }
        set.m_buildings.push_back(std::move(building));
    }
    return loaded;
}

const Building *BuildingSet::find(const QString &id) const
{
    const auto found = std::find_if(m_buildings.begin(), m_buildings.end(),
                                    [&id](const Building &building) { return building.id == id; });
    return found == m_buildings.end() ? nullptr : &*found;
}

std::vector<const Building *> BuildingSet::touching(const Box3 &box) const
{
    std::vector<const Building *> found;
    for (const Building &building : m_buildings) {
        if (building.bounds.intersects2d(box)) {
            found.push_back(&building);
        }
    }
    return found;
}

} // namespace loci::analysis
