// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/mesh/gltfprimitive.h"

#include <algorithm>
#include <numeric>

namespace loci::formats {

namespace {

enum Mode { Points = 0, Lines = 1, LineLoop = 2, LineStrip = 3, Triangles = 4, TriangleStrip = 5, TriangleFan = 6 };

constexpr char kDraco[] = "KHR_draco_mesh_compression";

} // namespace

GltfPrimitive::GltfPrimitive(const GltfDocument &document, const QJsonObject &primitive)
    : m_document(document)
    , m_primitive(primitive)
    , m_attributes(primitive.value(QLatin1String("attributes")).toObject())
{}

std::optional<GltfPrimitive> GltfPrimitive::read(const GltfDocument &document, const QJsonObject &from,
                                                 const QString &where, MeshContext &context)
{
    GltfPrimitive primitive(document, from);
    if (!primitive.readDraco(where, context)) {
        return std::nullopt;
    }
    primitive.m_positions = primitive.attribute("POSITION", 3);
    if (primitive.m_positions.empty()) {
        if (primitive.has("POSITION")) {
            context.damaged(QCoreApplication::translate("loci::formats", "the positions of a mesh"), where);
        }
        return std::nullopt;
    }
    std::vector<std::uint32_t> indices;
    if (primitive.m_draco) {
        indices = primitive.m_draco->triangles();
    } else if (const QJsonValue accessor = from.value(QLatin1String("indices")); !accessor.isUndefined()) {
        const auto read = GltfAccessors(document).indices(indexOf(accessor));
        if (!read) {
            context.damaged(QCoreApplication::translate("loci::formats", "the indices of a mesh"), where);
            return std::nullopt;
        }
        indices = *read;
    } else {
        indices.resize(primitive.pointCount());
        std::iota(indices.begin(), indices.end(), 0U);
    }
    const int mode = primitive.m_draco ? Triangles : from.value(QLatin1String("mode")).toInt(Triangles);
    if (!primitive.connect(std::move(indices), mode)) {
        context.damaged(QCoreApplication::translate("loci::formats", "a mesh of unknown mode %1").arg(mode), where);
        return std::nullopt;
    }
    if (const std::size_t dropped = primitive.dropOutOfRange(); dropped > 0) {
        context.damaged(
            QCoreApplication::translate("loci::formats", "%1 faces name points that are not there").arg(dropped),
            where);
    }
    return primitive;
}

bool GltfPrimitive::readDraco(const QString &where, MeshContext &context)
{
    const QJsonObject packed =
        m_primitive.value(QLatin1String("extensions")).toObject().value(QLatin1String(kDraco)).toObject();
    if (packed.isEmpty()) {
        return true;
    }
    m_dracoIds = packed.value(QLatin1String("attributes")).toObject();
    const std::span<const std::byte> bytes = m_document.bufferView(indexOf(packed, "bufferView"));
    m_draco = bytes.empty() ? std::nullopt : DracoMesh::decode(bytes);
    if (!m_draco) {
        context.damaged(QCoreApplication::translate("loci::formats", "a mesh packed with Draco"), where);
        return false;
    }
    return true;
}

const DracoMesh::Attribute *GltfPrimitive::dracoAttribute(const char *name) const
{
    const QJsonValue id = m_dracoIds.value(QLatin1String(name));
    return m_draco && !id.isUndefined() ? m_draco->attribute(id.toInt(-1)) : nullptr;
}

bool GltfPrimitive::has(const char *attribute) const
{
    return m_attributes.contains(QLatin1String(attribute));
}

std::uint32_t GltfPrimitive::componentsOf(const char *attribute) const
{
    return GltfAccessors(m_document).componentsOfAccessor(indexOf(m_attributes, attribute));
}

std::vector<float> GltfPrimitive::attribute(const char *name, std::uint32_t components) const
{
    if (!has(name)) {
        return {};
    }
    std::vector<float> values;
    if (const DracoMesh::Attribute *packed = dracoAttribute(name)) {
        if (packed->components == components) {
            values = packed->values;
        }
    } else if (auto read = GltfAccessors(m_document).floats(indexOf(m_attributes, name), components)) {
        values = std::move(*read);
    }
    const bool isPositions = m_positions.empty();
    return isPositions || values.size() / components == pointCount() ? values : std::vector<float>();
}

bool GltfPrimitive::connect(std::vector<std::uint32_t> indices, int mode)
{
    const std::size_t count = indices.size();
    switch (mode) {
    case Points:
        m_cornersOfFace = 1;
        m_corners = std::move(indices);
        return true;
    case Lines:
    case Triangles:
        m_cornersOfFace = mode == Lines ? 2 : 3;
        indices.resize(count - count % m_cornersOfFace);
        m_corners = std::move(indices);
        return true;
    case LineLoop:
    case LineStrip:
        m_cornersOfFace = 2;
        for (std::size_t i = 0; i + 1 < count; ++i) {
            m_corners.insert(m_corners.end(), {indices[i], indices[i + 1]});
        }
        if (mode == LineLoop && count > 2) {
            m_corners.insert(m_corners.end(), {indices[count - 1], indices[0]});
        }
        return true;
    case TriangleStrip:
        for (std::size_t i = 0; i + 2 < count; ++i) {
            const std::size_t odd = i % 2;
            m_corners.insert(m_corners.end(), {indices[i + odd], indices[i + 1 - odd], indices[i + 2]});
        }
        return true;
    case TriangleFan:
        for (std::size_t i = 1; i + 1 < count; ++i) {
            m_corners.insert(m_corners.end(), {indices[0], indices[i], indices[i + 1]});
        }
        return true;
    default:
        return false;
    }
}

std::size_t GltfPrimitive::dropOutOfRange()
{
    const std::size_t points = pointCount();
    std::size_t kept = 0;
    for (std::size_t at = 0; at < m_corners.size(); at += m_cornersOfFace) {
        const auto face = m_corners.begin() + static_cast<std::ptrdiff_t>(at);
        if (std::all_of(face, face + m_cornersOfFace, [points](std::uint32_t c) { return c < points; })) {
            std::copy(face, face + m_cornersOfFace, m_corners.begin() + static_cast<std::ptrdiff_t>(kept));
            kept += m_cornersOfFace;
        }
    }
    const std::size_t dropped = (m_corners.size() - kept) / m_cornersOfFace;
    m_corners.resize(kept);
    return dropped;
}

} // namespace loci::formats
