// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/mesh/modelappender.h"

#include "layers/formats/mesh/meshassembler.h"

#include <algorithm>

namespace loci::formats {

using namespace city;

namespace {

MaterialTheme &materialTheme(GeometryStore &store)
{
    if (store.materialThemes.empty()) {
        store.materialThemes.push_back({kMeshTheme, {}});
    }
    return store.materialThemes.front();
}

TextureTheme &textureTheme(GeometryStore &store)
{
    if (store.textureThemes.empty()) {
        store.textureThemes.push_back({kMeshTheme, {}, {}, {}});
    }
    return store.textureThemes.front();
}

} // namespace

void ModelAppender::append(const MeshPart &part)
{
    const Numbers numbers = appendLook(part);
    const std::vector<std::uint32_t> vertices = appendVertices(part);
    const ObjectIndex first = m_model.objectCount();
    for (const MeshObject &from : part.objects) {
        const ObjectIndex object = m_model.objectCount();
        const auto geometries = static_cast<std::uint32_t>(m_model.geometry.geometries.size());
        m_model.objectIds.push_back(uniqueId(from.id));
        m_model.objectType.push_back(m_model.typeNames.intern(from.type));
        m_model.objectParent.push_back(from.parent == kNone ? kNone : first + from.parent);
        appendValues(object, from.attributes);
        for (const MeshGeometry &geometry : from.geometries) {
            appendFaces(m_model.geometry, part, geometry, numbers, vertices, object);
        }
        if (from.shape != kNone) {
            appendInstance(part, from, object);
        }
        m_model.objectGeometries.push_back(
            {geometries, static_cast<std::uint32_t>(m_model.geometry.geometries.size())});
    }
}

ModelAppender::Numbers ModelAppender::appendLook(const MeshPart &part)
{
    Numbers numbers;
    for (const MeshMaterial &from : part.materials) {
        numbers.material.push_back(materialNumber(from.material));
        numbers.texture.push_back(from.texture < part.textures.size() && !part.uv.empty()
                                      ? textureNumber(part.textures[from.texture])
                                      : kNone);
    }
    numbers.firstUv = static_cast<std::uint32_t>(m_model.textureVertices.size());
    m_model.textureVertices.insert(m_model.textureVertices.end(), part.uv.begin(), part.uv.end());
    return numbers;
}

std::uint32_t ModelAppender::materialNumber(const Material &material)
{
    const auto [found, added] =
        m_materials.try_emplace(material.json, static_cast<std::uint32_t>(m_model.materials.size()));
    if (added) {
        m_model.materials.push_back(material);
        m_model.defaultMaterialTheme = kMeshTheme;
    }
    return found->second;
}

std::uint32_t ModelAppender::textureNumber(const Texture &texture)
{
    const auto [found, added] = m_textures.try_emplace({texture.image, texture.bytes.get()},
                                                       static_cast<std::uint32_t>(m_model.textures.size()));
    if (added) {
        m_model.textures.push_back(texture);
        m_model.defaultTextureTheme = kMeshTheme;
    }
    return found->second;
}

std::uint32_t ModelAppender::appendVertex(const Vec3 &point)
{
    constexpr double kMost = 2147483647.0;
    const std::array<double, 3> value{point.x, point.y, point.z};
    std::array<std::int32_t, 3> cell{};
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const double steps =
            std::round((value[axis] - m_model.vertices.translate[axis]) / m_model.vertices.scale[axis]);
        if (!(steps >= -kMost && steps <= kMost)) {
            return kNone;
        }
        cell[axis] = static_cast<std::int32_t>(steps);
    }
    const std::uint32_t number = m_model.vertices.size();
    m_model.vertices.xyz.insert(m_model.vertices.xyz.end(), cell.begin(), cell.end());
    return number;
}

std::vector<std::uint32_t> ModelAppender::appendVertices(const MeshPart &part)
{
    std::vector<std::uint32_t> numbers(part.points.size(), kNone);
    std::vector<bool> used(part.points.size(), false);
    for (const std::uint32_t corner : part.corners) {
        used[corner] = true;
    }
    std::size_t lost = 0;
    for (std::size_t i = 0; i < part.points.size(); ++i) {
        if (used[i]) {
            numbers[i] = appendVertex(part.points[i]);
            lost += numbers[i] == kNone ? 1 : 0;
        }
    }
    if (lost > 0) {
        m_context.damaged(QCoreApplication::translate("loci::formats", "%1 coordinates are no numbers").arg(lost), {});
    }
    return numbers;
}

void ModelAppender::appendFaces(GeometryStore &store, const MeshPart &part, const MeshGeometry &geometry,
                                const Numbers &numbers, const std::vector<std::uint32_t> &vertices,
                                std::uint32_t object)
{
    const auto number = static_cast<GeometryIndex>(store.geometries.size());
    Geometry made;
    made.object = object;
    made.type = geometry.type;
    made.surfaces = {store.surfaceCount(), store.surfaceCount()};
    const auto shells = static_cast<std::uint32_t>(store.shells.size());
    made.shells = {shells, shells};
    std::uint32_t semantic = kNone;
    if (!geometry.semantic.empty()) {
        semantic = static_cast<std::uint32_t>(store.semantics.size());
        store.semantics.push_back({m_model.typeNames.intern(geometry.semantic), kNone, {}});
    }
    for (std::uint32_t f = geometry.faces.begin; f < geometry.faces.end; ++f) {
        const std::span<const std::uint32_t> corners = part.face(f);
        if (std::any_of(corners.begin(), corners.end(), [&](std::uint32_t c) { return vertices[c] == kNone; })) {
            continue;
        }
        const SurfaceIndex surface = store.surfaceCount();
        const auto ring = static_cast<std::uint32_t>(store.ringVertices.size() - 1);
        for (const std::uint32_t corner : corners) {
            store.vertexIds.push_back(vertices[corner]);
        }
        store.ringVertices.push_back(static_cast<std::uint32_t>(store.vertexIds.size()));
        store.surfaceRings.push_back(ring + 1);
        store.surfaceSemantic.push_back(semantic);
        store.surfaceGeometry.push_back(number);
        const std::uint32_t material = part.faceMaterial[f];
        if (material >= numbers.material.size()) {
            continue;
        }
        MaterialTheme &look = materialTheme(store);
        look.surface.resize(surface, kNone);
        look.surface.push_back(numbers.material[material]);
        if (numbers.texture[material] != kNone && geometry.type == GeometryType::MultiSurface) {
            TextureTheme &skin = textureTheme(store);
            skin.ringTexture.resize(ring, kNone);
            skin.ringUv.resize(ring, 0);
            skin.ringTexture.push_back(numbers.texture[material]);
            skin.ringUv.push_back(static_cast<std::uint32_t>(skin.uv.size()));
            for (const std::uint32_t corner : corners) {
                skin.uv.push_back(numbers.firstUv + corner);
            }
        }
    }
    made.surfaces.end = store.surfaceCount();
    store.geometries.push_back(made);
}

void ModelAppender::appendValues(ObjectIndex object, const NamedValues &values)
{
    for (const auto &[name, value] : values) {
        AttributeColumn &column = m_model.attributes.column(name);
        if (!column.rows().empty() && column.rows().back() == object) {
            continue; // a name that comes twice: the first one counts
        }
        std::visit(
            [&](const auto &held) {
                using Held = std::decay_t<decltype(held)>;
                if constexpr (std::is_same_v<Held, std::string>) {
                    column.appendText(object, held);
                } else if constexpr (std::is_same_v<Held, JsonText>) {
                    column.appendJson(object, held.text);
                } else {
                    column.append(object, held);
                }
            },
            value);
    }
}

void ModelAppender::appendInstance(const MeshPart &part, const MeshObject &from, ObjectIndex object)
{
    const std::uint32_t reference = appendVertex(from.placement.origin());
    const auto &m = from.placement.m;
    if (reference == kNone || !std::all_of(m.begin(), m.end(), [](double v) { return std::isfinite(v); })) {
        m_context.damaged(QCoreApplication::translate("loci::formats", "an instance has no place"), {});
        return;
    }
    Instance instance;
    instance.templateGeometry = templateOf(part.shapes[from.shape]);
    instance.referenceVertex = reference;
    instance.matrix = m;
    instance.matrix[3] = instance.matrix[7] = instance.matrix[11] = 0;
    Geometry geometry;
    geometry.object = object;
    geometry.type = GeometryType::GeometryInstance;
    geometry.surfaces = {m_model.geometry.surfaceCount(), m_model.geometry.surfaceCount()};
    const auto shells = static_cast<std::uint32_t>(m_model.geometry.shells.size());
    geometry.shells = {shells, shells};
    geometry.instance = static_cast<std::uint32_t>(m_model.instances.size());
    m_model.instances.push_back(instance);
    m_model.geometry.geometries.push_back(geometry);
}

std::uint32_t ModelAppender::templateOf(const std::shared_ptr<const MeshPart> &shape)
{
    const auto [found, added] =
        m_templates.try_emplace(shape, static_cast<std::uint32_t>(m_model.templates.geometries.size()));
    if (added) {
        const auto first = static_cast<std::uint32_t>(m_model.templateVertices.size());
        std::vector<std::uint32_t> vertices(shape->points.size(), kNone);
        for (std::size_t i = 0; i < shape->points.size(); ++i) {
            const Vec3 &p = shape->points[i];
            if (std::isfinite(p.x) && std::isfinite(p.y) && std::isfinite(p.z)) {
                vertices[i] = first + static_cast<std::uint32_t>(i);
            }
            m_model.templateVertices.push_back({p.x, p.y, p.z});
        }
        appendFaces(m_model.templates, *shape, {GeometryType::MultiSurface, {0, shape->faceCount()}, {}},
                    appendLook(*shape), vertices, kNone);
    }
    return found->second;
}

std::string ModelAppender::uniqueId(const std::string &wanted)
{
    std::string id = wanted.empty() ? "object" : wanted;
    if (m_ids.insert(id).second) {
        return id;
    }
    std::uint32_t &number = m_nextSuffix[id];
    number = std::max(number, 1U);
    std::string next;
    do {
        next = id + "#" + std::to_string(++number);
    } while (!m_ids.insert(next).second);
    return next;
}

} // namespace loci::formats
