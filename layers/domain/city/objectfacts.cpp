// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/objectfacts.h"

#include "layers/domain/city/mesh.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace loci::city {

namespace {

void addAttributes(const CityModel &model, ObjectIndex object, ObjectFacts &facts)
{
    for (const auto &column : model.attributes.columns()) {
        const QVariant value = column->value(object);
        if (!value.isValid()) {
            continue;
        }
        const QString name = QString::fromStdString(column->name());
        const bool known = std::any_of(facts.attributes.begin(), facts.attributes.end(),
                                       [&name](const auto &item) { return item.first == name; });
        if (!known) {
            facts.attributes.emplace_back(name, value);
        }
    }
}

QString nameFrom(const ObjectFacts &facts)
{
    static const std::array<QString, 6> keys{QStringLiteral("name"),    QStringLiteral("gml:name"),
                                             QStringLiteral("Name"),    QStringLiteral("名称"),
                                             QStringLiteral("name_zh"), QStringLiteral("Bezeichnung")};
    for (const QString &key : keys) {
        for (const auto &[name, value] : facts.attributes) {
            if (name == key && !value.toString().isEmpty()) {
                return value.toString();
            }
        }
    }
    return {};
}

/// Newell's normal: half of its length is the polygon's area, for planar rings in any orientation.
double ringArea(const CityModel &model, std::span<const std::uint32_t> ring)
{
    Vec3 sum;
    const Vec3 origin = ring.empty() ? Vec3{} : model.vertices.at(ring[0]);
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Vec3 a = model.vertices.at(ring[i]);
        const Vec3 b = model.vertices.at(ring[(i + 1) % ring.size()]);
        sum.x += (a.y - b.y) * (a.z + b.z - 2 * origin.z);
        sum.y += (a.z - b.z) * (a.x + b.x - 2 * origin.x);
        sum.z += (a.x - b.x) * (a.y + b.y - 2 * origin.y);
    }
    return std::hypot(sum.x, sum.y, sum.z) / 2;
}

double surfaceArea(const CityModel &model, SurfaceIndex surface)
{
    const IndexRange rings = model.geometry.rings(surface);
    double area = 0;
    for (std::uint32_t r = rings.begin; r < rings.end; ++r) {
        area += (r == rings.begin ? 1 : -1) * ringArea(model, model.geometry.ring(r));
    }
    return area;
}

} // namespace

ObjectFacts factsOf(const CityModel &model, ObjectIndex object)
{
    ObjectFacts facts;
    facts.id = model.idOf(object);
    facts.type = QString::fromUtf8(model.typeOf(object).data(), static_cast<qsizetype>(model.typeOf(object).size()));
    addAttributes(model, object, facts);
    std::set<ObjectIndex> seen{object};
    for (ObjectIndex parent = model.objectParent[object]; parent != kNone && seen.insert(parent).second;
         parent = model.objectParent[parent]) {
        facts.parents.push_back(parent);
        addAttributes(model, parent, facts);
    }
    const auto children = model.childrenOf(object);
    facts.children.assign(children.begin(), children.end());
    facts.name = nameFrom(facts);

    std::set<QString> lods;
    const Box3 bounds = model.boundsWithDescendants(object);
    if (!bounds.isEmpty()) {
        facts.groundHeight = bounds.min.z;
        facts.topHeight = bounds.max.z;
    }
    for (const ObjectIndex part : model.withDescendants(object)) {
        const IndexRange all = model.objectGeometries[part];
        for (GeometryIndex g = all.begin; g < all.end; ++g) {
            const std::uint32_t lod = model.geometry.geometries[g].lod;
            if (lod != kNone) {
                const std::string_view name = model.lodNames.at(lod);
                lods.insert(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
            }
        }
        for (const GeometryIndex g : chooseGeometries(model, part, {})) {
            const IndexRange surfaces = model.geometry.geometries[g].surfaces;
            facts.surfaces += static_cast<int>(surfaces.size());
            for (SurfaceIndex s = surfaces.begin; s < surfaces.end; ++s) {
                const std::string_view type = model.semanticOf(s);
                if (!type.empty()) {
                    ++facts.surfacesByType[QString::fromUtf8(type.data(), static_cast<qsizetype>(type.size()))];
                }
                if (type == "GroundSurface") {
                    facts.groundArea = facts.groundArea.value_or(0) + surfaceArea(model, s);
                }
            }
        }
    }
    facts.lods.assign(lods.begin(), lods.end());
    return facts;
}

} // namespace loci::city
