// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/citymodel.h"

#include <algorithm>
#include <unordered_set>

namespace loci::city {

std::string_view geometryTypeName(GeometryType type)
{
    static constexpr std::array<std::string_view, 8> kNames{"MultiPoint",       "MultiLineString", "MultiSurface",
                                                            "CompositeSurface", "Solid",           "MultiSolid",
                                                            "CompositeSolid",   "GeometryInstance"};
    return kNames[static_cast<std::size_t>(type)];
}

ObjectIndex CityModel::find(std::string_view id) const
{
    if (m_idOrder.empty()) {
        return m_byId.find(id, [this](ObjectIndex o) { return std::string_view(objectIds[o]); });
    }
    const auto found =
        std::lower_bound(m_idOrder.begin(), m_idOrder.end(), id,
                         [this](ObjectIndex o, std::string_view wanted) { return objectIds[o] < wanted; });
    return found != m_idOrder.end() && objectIds[*found] == id ? *found : kNone;
}

ObjectIndex CityModel::rootOf(ObjectIndex o) const
{
    // Real models nest three or four levels; a longer way than this is a circle of parents.
    constexpr int kDeepest = 64;
    ObjectIndex root = o;
    for (int level = 0; level < kDeepest && objectParent[root] != kNone; ++level) {
        root = objectParent[root];
        if (root == o) {
            break;
        }
    }
    return root;
}

std::vector<ObjectIndex> CityModel::withDescendants(ObjectIndex o) const
{
    std::vector<ObjectIndex> family{o};
    std::unordered_set<ObjectIndex> seen{o}; // groups share members, and dirty input has circles
    for (std::size_t i = 0; i < family.size(); ++i) {
        for (const ObjectIndex child : childrenOf(family[i])) {
            if (seen.insert(child).second) {
                family.push_back(child);
            }
        }
    }
    return family;
}

std::string_view CityModel::semanticOf(SurfaceIndex s) const
{
    const std::uint32_t semantic = s < geometry.surfaceSemantic.size() ? geometry.surfaceSemantic[s] : kNone;
    if (semantic == kNone || geometry.semantics[semantic].type == kNone) {
        return {};
    }
    return typeNames.at(geometry.semantics[semantic].type);
}

Box3 CityModel::boundsOf(ObjectIndex o) const
{
    Box3 box;
    for (GeometryIndex g = objectGeometries[o].begin; g < objectGeometries[o].end; ++g) {
        const Geometry &item = geometry.geometries[g];
        if (item.instance != kNone && instances[item.instance].referenceVertex < vertices.size()) {
            box.include(vertices.at(instances[item.instance].referenceVertex));
        }
        if (item.surfaces.isEmpty()) {
            continue;
        }
        const std::uint32_t firstRing = geometry.surfaceRings[item.surfaces.begin];
        const std::uint32_t lastRing = geometry.surfaceRings[item.surfaces.end];
        for (std::uint32_t i = geometry.ringVertices[firstRing]; i < geometry.ringVertices[lastRing]; ++i) {
            box.include(vertices.at(geometry.vertexIds[i]));
        }
    }
    return box;
}

Box3 CityModel::boundsWithDescendants(ObjectIndex o) const
{
    Box3 box;
    for (const ObjectIndex member : withDescendants(o)) {
        box.include(boundsOf(member));
    }
    return box;
}

namespace {
template <class T>
std::size_t bytes(const std::vector<T> &items)
{
    return items.capacity() * sizeof(T);
}

std::size_t bytes(const GeometryStore &store)
{
    std::size_t sum = bytes(store.geometries) + bytes(store.shells) + bytes(store.surfaceRings) +
                      bytes(store.ringVertices) + bytes(store.vertexIds) + bytes(store.surfaceSemantic) +
                      bytes(store.surfaceGeometry) + bytes(store.semantics);
    for (const SemanticSurface &semantic : store.semantics) {
        sum += semantic.attributes.memoryBytes();
    }
    for (const MaterialTheme &theme : store.materialThemes) {
        sum += bytes(theme.surface);
    }
    for (const TextureTheme &theme : store.textureThemes) {
        sum += bytes(theme.ringTexture) + bytes(theme.ringUv) + bytes(theme.uv);
    }
    return sum;
}
} // namespace

std::size_t CityModel::memoryBytes() const
{
    std::size_t sum = bytes(objectIds) + bytes(objectType) + bytes(objectGeometries) + bytes(objectChildren) +
                      bytes(objectParent) + bytes(children) + bytes(objectExtra) + bytes(vertices.xyz) +
                      bytes(geometry) + bytes(instances) + bytes(templates) + bytes(templateVertices) +
                      bytes(materials) + bytes(textures) + bytes(textureVertices);
    for (const std::string &id : objectIds) {
        sum += id.capacity() > 15 ? id.capacity() + 1 : 0;
    }
    for (const auto &column : attributes.columns()) {
        sum += column->memoryBytes();
    }
    for (const Texture &texture : textures) {
        sum += texture.bytes ? texture.bytes->size() : 0;
    }
    return sum + attributes.texts().memoryBytes() + m_byId.memoryBytes() + bytes(m_idOrder);
}

std::shared_ptr<CityModel> CityModel::copy() const
{
    return std::shared_ptr<CityModel>(new CityModel(*this));
}

void CityModel::buildIndex()
{
    m_idOrder.clear();
    m_byId.clear();
    m_byId.reserve(objectIds.size());
    for (ObjectIndex o = 0; o < objectCount(); ++o) { // the first of equal ids stays
        m_byId.insert(objectIds[o], o, [this](ObjectIndex n) { return std::string_view(objectIds[n]); });
    }
}

void CityModel::adoptIdOrder(std::vector<ObjectIndex> rows)
{
    m_byId.clear();
    m_idOrder = std::move(rows);
}

} // namespace loci::city
