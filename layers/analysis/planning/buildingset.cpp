// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/planning/buildingset.h"

#include <QCoreApplication>
#include <QVariant>
#include <algorithm>
#include <cmath>
#include <functional>

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

QVariant BuildingSet::value(const Building &building, city::ObjectIndex object, const QString &name)
{
    const city::AttributeColumn *column = building.model->attributes.find(name.toStdString());
    return column == nullptr ? QVariant() : column->value(object);
}

QStringList BuildingSet::attributeValues(const Building &building, const QStringList &names) const
{
    QStringList values;
    for (const city::ObjectIndex part : building.model->withDescendants(building.object)) {
        for (const QString &name : names) {
            const QString found = value(building, part, name).toString();
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

std::optional<double> BuildingSet::eavesOf(const Building &building)
{
    const city::CityModel &model = *building.model;
    std::optional<double> eaves;
    for (const city::ObjectIndex part : model.withDescendants(building.object)) {
        std::optional<double> lowest;
        for (const city::GeometryIndex g : city::chooseGeometries(model, part, {})) {
            const city::Geometry &geometry = model.geometry.geometries[g];
            for (city::SurfaceIndex s = geometry.surfaces.begin; s < geometry.surfaces.end; ++s) {
                if (model.semanticOf(s) != "RoofSurface") {
                    continue;
                }
                for (const std::uint32_t id : model.geometry.ring(model.geometry.rings(s).begin)) {
                    const double z = model.vertices.at(id).z;
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

double BuildingSet::groundRiseOf(const Building &building)
{
    const city::CityModel &model = *building.model;
    Box3 ground;
    for (const city::ObjectIndex part : model.withDescendants(building.object)) {
        for (const city::GeometryIndex g : city::chooseGeometries(model, part, {})) {
            const city::Geometry &geometry = model.geometry.geometries[g];
            for (city::SurfaceIndex s = geometry.surfaces.begin; s < geometry.surfaces.end; ++s) {
                if (model.semanticOf(s) != "GroundSurface") {
                    continue;
                }
                for (const std::uint32_t id : model.geometry.ring(model.geometry.rings(s).begin)) {
                    ground.include(model.vertices.at(id));
                }
            }
        }
    }
    return ground.isEmpty() ? 0 : ground.max.z - ground.min.z;
}

std::vector<Triangle3> BuildingSet::faces(const Building &building) const
{
    if (building.topStated && building.foot && building.top) {
        return prismOver(building.outline.polygons(), *building.foot, *building.top);
    }
    return facesOf(*building.model, building.object);
}

QStringList BuildingSet::withoutOutline(const Box3 &box) const
{
    QStringList ids;
    for (const std::uint32_t number : m_shapeless) {
        const Building &building = m_buildings[number];
        if (building.model->boundsWithDescendants(building.object).intersects2d(box)) {
            ids << building.id;
        }
    }
    return ids;
}

void BuildingSet::measure(Building &building) const
{
    if (building.top && building.foot && *building.top - *building.foot < kNoHeight) {
        const auto stated = number(building, heightNames());
        building.topStated = stated && *stated > 0; // a height of nothing or less is none
        building.top = building.topStated ? std::optional(*building.foot + *stated) : std::nullopt;
    }
    building.groundRise = groundRiseOf(building);
    building.eaves = eavesOf(building);
    building.storeys = number(building, storeyNames());
    if (building.storeys && *building.storeys < 0) {
        building.storeys.reset();
    }
    if (!building.storeys && building.height()) {
        const double each = storeyHeight(*this, building, m_storeys);
        building.storeys = std::max(1.0, std::round(*building.height() / each));
        building.storeysEstimated = true;
    }
}

void BuildingSet::add(const city::CityModelPtr &model, const std::vector<city::Footprint> &outlines,
                      city::ObjectIndex object, bool isNew)
{
    Building building;
    building.model = model;
    building.object = object;
    building.id = model->idOf(object);
    building.isNew = isNew;
    const auto outline =
        std::lower_bound(outlines.begin(), outlines.end(), object,
                         [](const city::Footprint &one, city::ObjectIndex wanted) { return one.object < wanted; });
    if (outline != outlines.end() && outline->object == object) {
        building.outline = Shape::covered(m_context, outline->polygons);
        building.bounds = building.outline.bounds();
        building.foot = outline->groundHeight;
        building.top = outline->roofHeight;
    }
    measure(building);
    m_buildings.push_back(std::move(building));
}

void BuildingSet::index()
{
    std::vector<Box3> boxes;
    boxes.reserve(m_buildings.size());
    auto numbers = std::make_shared<QHash<QString, std::uint32_t>>();
    numbers->reserve(static_cast<qsizetype>(m_buildings.size()));
    m_shapeless.clear();
    for (const Building &building : m_buildings) {
        if (building.outline.isEmpty()) {
            m_shapeless.push_back(static_cast<std::uint32_t>(boxes.size()));
        }
        numbers->insert(building.id, static_cast<std::uint32_t>(boxes.size()));
        boxes.push_back(building.bounds);
    }
    m_numbers = std::move(numbers);
    m_tree = BoxTree(m_context, boxes);
    m_indexed = m_buildings.size();
}

Result<Loaded<BuildingSet>> BuildingSet::of(const city::CityModelPtr &model, const Shape::Context &context,
                                            const QSet<QString> &proposed, const StoreyRule &storeys,
                                            const CancelToken &cancel)
{
    Loaded<BuildingSet> loaded{BuildingSet(model, context), {}};
    BuildingSet &set = loaded.value;
    set.m_storeys = storeys;
    LOCI_TRY(std::vector<city::Footprint> outlines, city::footprints(*model, cancel));
    std::sort(outlines.begin(), outlines.end(),
              [](const city::Footprint &a, const city::Footprint &b) { return a.object < b.object; });
    for (city::ObjectIndex o = 0; o < model->objectCount(); ++o) {
        if (model->objectParent[o] != city::kNone || model->typeOf(o) != "Building") {
            continue;
        }
        if (cancel.isCancelled()) {
            return fail(ErrorCode::Cancelled, Texts::tr("The reading of the buildings was cancelled."));
        }
        set.add(model, outlines, o, proposed.contains(model->idOf(o)));
        const Building &building = set.m_buildings.back();
        if (building.outline.isEmpty()) {
            loaded.findings.push_back(
                finding("building_without_outline", building,
                        Texts::tr("%1 has no outline; rules about places cannot judge it.").arg(building.id)));
        } else if (!building.height()) {
            loaded.findings.push_back(
                finding("building_without_height", building,
                        Texts::tr("%1 has no height; rules about heights cannot judge it.").arg(building.id)));
        }
    }
    set.m_outlines = std::make_shared<const std::vector<city::Footprint>>(std::move(outlines));
    set.index();
    return loaded;
}

Result<BuildingSet> BuildingSet::changed(const planning::Proposal &proposal) const
{
    LOCI_TRY(const city::CityModelPtr blocks, planning::blocksOf(*m_model, *m_outlines, proposal));
    LOCI_TRY(const std::vector<city::Footprint> outlines, city::footprints(*blocks));
    BuildingSet set = *this;
    std::vector<std::uint32_t> gone;
    for (const planning::PlanChange &change : proposal.changes) {
        const auto number = m_numbers->constFind(change.id);
        if (change.kind != planning::PlanChange::Kind::Add && number != m_numbers->constEnd()) {
            gone.push_back(*number);
        }
    }
    std::sort(gone.begin(), gone.end(), std::greater<>());
    for (const std::uint32_t number : gone) {
        set.m_buildings.erase(set.m_buildings.begin() + number);
    }
    if (!gone.empty()) {
        set.index();
    }
    for (city::ObjectIndex o = 0; o < blocks->objectCount(); ++o) {
        set.add(blocks, outlines, o, true);
    }
    return set;
}

const Building *BuildingSet::find(const QString &id) const
{
    const auto known = m_numbers->constFind(id);
    if (known != m_numbers->constEnd()) {
        return &m_buildings[*known];
    }
    const auto found = std::find_if(m_buildings.begin() + static_cast<std::ptrdiff_t>(m_indexed), m_buildings.end(),
                                    [&id](const Building &building) { return building.id == id; });
    return found == m_buildings.end() ? nullptr : &*found;
}

std::vector<const Building *> BuildingSet::touching(const Box3 &box) const
{
    std::vector<const Building *> found;
    for (const std::uint32_t number : m_tree.meeting(box)) {
        found.push_back(&m_buildings[number]);
    }
    for (std::size_t i = m_indexed; i < m_buildings.size(); ++i) {
        if (m_buildings[i].bounds.intersects2d(box)) {
            found.push_back(&m_buildings[i]);
        }
    }
    return found;
}

} // namespace loci::analysis
