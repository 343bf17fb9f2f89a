// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/mesh/meshgatherer.h"

#include <QJsonArray>
#include <cmath>

namespace loci::formats {

namespace {

enum KeyKind { NodeKey, TableKey, NodeFeatureKey, BatchKey };

constexpr std::uint64_t kBytesOfPoint = 16; // of texts, against the points that the budget counts

QJsonArray featureIdsOf(const QJsonObject &from)
{
    return from.value(QLatin1String("extensions"))
        .toObject()
        .value(QLatin1String("EXT_mesh_features"))
        .toObject()
        .value(QLatin1String("featureIds"))
        .toArray();
}

} // namespace

MeshGatherer::MeshGatherer(const GltfDocument &document, const GltfUse &use, const std::vector<PropertyTable> &tables,
                           MeshPart &part, MeshContext &context)
    : m_document(document)
    , m_use(use)
    , m_tables(tables)
    , m_part(part)
    , m_context(context)
    , m_materials(document, part, context)
{}

void MeshGatherer::addMesh(qint64 mesh, qint64 node, const QString &name, const Affine &placement,
                           const QJsonObject &extras)
{
    const QJsonArray primitives = m_document.element("meshes", mesh).value(QLatin1String("primitives")).toArray();
    for (qsizetype i = 0; i < primitives.size() && !m_context.isFull() && !m_context.cancel.isCancelled(); ++i) {
        const QJsonObject from = primitives[i].toObject();
        const QString where = m_document.name + QStringLiteral("/meshes/%1/primitives/%2").arg(mesh).arg(i);
        const std::optional<GltfPrimitive> primitive = GltfPrimitive::read(m_document, from, where, m_context);
        if (primitive && m_context.spend(primitive->pointCount() + primitive->corners().size()) &&
            !(m_use.trianglesOnly && primitive->cornersOfFace() != 3)) {
            addPrimitive(*primitive, from, node, name, placement, extras, where);
        }
    }
}

MeshGatherer::Features MeshGatherer::featuresOf(const GltfPrimitive &primitive, const QJsonObject &from, qint64 node,
                                                const QString &where)
{
    Features features;
    bool inTexture = false;
    for (const QJsonValue &value : featureIdsOf(from)) {
        const QJsonObject set = value.toObject();
        const QJsonValue attribute = set.value(QLatin1String("attribute"));
        if (attribute.isUndefined() && set.contains(QLatin1String("texture"))) {
            inTexture = true;
            continue;
        }
        if (attribute.isUndefined()) { // every vertex is its own feature
            for (std::size_t i = 0; i < primitive.pointCount(); ++i) {
                features.ids.push_back(static_cast<float>(i));
            }
        } else {
            const QByteArray name = "_FEATURE_ID_" + QByteArray::number(attribute.toInt());
            features.ids = primitive.attribute(name.constData(), 1);
            if (features.ids.empty()) {
                m_context.damaged(QCoreApplication::translate("loci::formats", "the feature ids of a mesh"), where);
                continue;
            }
        }
        const qint64 table = indexOf(set, "propertyTable");
        const bool hasRows = table >= 0 && table < static_cast<qint64>(m_tables.size());
        features.rows = hasRows ? &m_tables[static_cast<std::size_t>(table)] : nullptr;
        features.kind = hasRows ? TableKey : NodeFeatureKey;
        features.set = static_cast<std::uint64_t>(hasRows ? table : node);
        features.none = set.value(QLatin1String("nullFeatureId")).toDouble(-1);
        return features;
    }
    if (inTexture) {
        m_context.unsupported(QCoreApplication::translate("loci::formats", "Feature ids in a texture"), where);
    }
    const char *batch = primitive.has("_BATCHID") ? "_BATCHID" : "BATCHID";
    features.ids = m_use.batch ? primitive.attribute(batch, 1) : std::vector<float>();
    features.rows = m_use.batch;
    features.kind = BatchKey;
    return features;
}

void MeshGatherer::addPrimitive(const GltfPrimitive &primitive, const QJsonObject &from, qint64 node,
                                const QString &name, const Affine &placement, const QJsonObject &extras,
                                const QString &where)
{
    const std::size_t base = m_part.points.size();
    m_part.points.reserve(base + primitive.pointCount());
    for (std::size_t i = 0; i < primitive.pointCount(); ++i) {
        m_part.points.push_back(placement(primitive.point(i)));
    }
    const GltfMaterials::Look look = m_materials.look(indexOf(from, "material"));
    addTextureCoordinates(primitive, look, base);
    const std::uint32_t colourParts = look.uvAttribute.isEmpty() ? primitive.componentsOf("COLOR_0") : 0;
    const std::vector<float> colours =
        colourParts >= 3 ? primitive.attribute("COLOR_0", colourParts) : std::vector<float>();
    const Features features = featuresOf(primitive, from, node, where);
    const std::uint32_t count = primitive.cornersOfFace();
    const std::vector<std::uint32_t> &corners = primitive.corners();
    Bucket *bucket = nullptr;
    float last = 0;
    for (std::size_t at = 0; at < corners.size(); at += count) {
        const float id = features.ids.empty() ? 0 : features.ids[corners[at]];
        if (bucket == nullptr || id != last) {
            constexpr float kMostExact = 4294967296.0F;
            const bool isFeature =
                !features.ids.empty() && id >= 0 && id < kMostExact && static_cast<double>(id) != features.none;
            bucket = isFeature ? &featureBucket(features, static_cast<std::uint64_t>(std::round(id)), name)
                               : &nodeBucket(node, name, extras);
            last = id;
        }
        std::uint32_t material = look.material;
        if (!colours.empty()) {
            std::array<float, 3> mean{};
            for (std::uint32_t c = 0; c < count; ++c) {
                for (std::size_t channel = 0; channel < 3; ++channel) {
                    mean[channel] += colours[corners[at + c] * colourParts + channel] / static_cast<float>(count);
                }
            }
            material = m_materials.tinted(look.material, mean);
        }
        for (std::uint32_t c = 0; c < count; ++c) {
            bucket->corners[count - 1].push_back(static_cast<std::uint32_t>(base + corners[at + c]));
        }
        bucket->materials[count - 1].push_back(material);
    }
}

void MeshGatherer::addTextureCoordinates(const GltfPrimitive &primitive, const GltfMaterials::Look &look,
                                         std::size_t base)
{
    const std::vector<float> uv =
        look.uvAttribute.isEmpty() ? std::vector<float>() : primitive.attribute(look.uvAttribute.constData(), 2);
    if (uv.empty()) {
        if (!m_part.uv.empty()) {
            m_part.uv.resize(m_part.points.size());
        }
        return;
    }
    m_part.uv.resize(base);
    const auto &[offsetU, offsetV, rotation, scaleU, scaleV] = look.uvTransform;
    const double sine = std::sin(rotation), cosine = std::cos(rotation);
    for (std::size_t i = 0; i + 1 < uv.size(); i += 2) {
        const double u = scaleU * static_cast<double>(uv[i]), v = scaleV * static_cast<double>(uv[i + 1]);
        m_part.uv.push_back({static_cast<float>(cosine * u + sine * v + offsetU),
                             static_cast<float>(1 - (-sine * u + cosine * v + offsetV))});
    }
}

MeshGatherer::Bucket &MeshGatherer::nodeBucket(qint64 node, const QString &name, const QJsonObject &extras)
{
    const auto [found, added] = m_numbers.try_emplace({NodeKey, static_cast<std::uint64_t>(node), 0}, m_buckets.size());
    if (added) {
        Bucket bucket;
        bucket.object.id = name.toStdString();
        for (auto member = extras.begin(); member != extras.end(); ++member) {
            if (const std::optional<MeshValue> value = meshValue(*member)) {
                bucket.object.attributes.emplace_back(member.key().toStdString(), *value);
            }
        }
        m_buckets.push_back(std::move(bucket));
    }
    return m_buckets[found->second];
}

MeshGatherer::Bucket &MeshGatherer::featureBucket(const Features &features, std::uint64_t feature, const QString &name)
{
    const auto [found, added] = m_numbers.try_emplace({features.kind, features.set, feature}, m_buckets.size());
    if (added) {
        Bucket bucket;
        bucket.object = featureObject(features.rows, feature, m_use.prefix.isEmpty() ? name : m_use.prefix, m_context);
        m_buckets.push_back(std::move(bucket));
    }
    return m_buckets[found->second];
}

MeshObject MeshGatherer::featureObject(const FeatureRows *rows, std::uint64_t feature, const QString &base,
                                       MeshContext &context)
{
    MeshObject object;
    if (rows) {
        object.attributes = rows->row(feature);
        std::uint64_t bytes = 0;
        for (const auto &[name, value] : object.attributes) {
            const auto *text = std::get_if<std::string>(&value);
            const auto *json = std::get_if<JsonText>(&value);
            bytes += text ? text->size() : json ? json->text.size() : sizeof(double);
        }
        if (!context.spend(bytes / kBytesOfPoint)) {
            object.attributes.clear();
        }
    }
    object.id = identifierIn(object.attributes);
    if (object.id.empty()) {
        object.id = (base + QLatin1Char('#') + QString::number(feature)).toStdString();
    }
    return object;
}

void MeshGatherer::finish()
{
    static constexpr std::array<city::GeometryType, 3> kTypes{
        city::GeometryType::MultiPoint, city::GeometryType::MultiLineString, city::GeometryType::MultiSurface};
    for (Bucket &bucket : m_buckets) {
        for (std::uint32_t kind = 0; kind < kTypes.size(); ++kind) {
            const std::uint32_t first = m_part.faceCount();
            const std::vector<std::uint32_t> &corners = bucket.corners[kind];
            for (std::size_t f = 0; f < bucket.materials[kind].size(); ++f) {
                const auto from = corners.begin() + static_cast<std::ptrdiff_t>(f * (kind + 1));
                m_part.corners.insert(m_part.corners.end(), from, from + kind + 1);
                m_part.endFace(bucket.materials[kind][f]);
            }
            if (m_part.faceCount() > first) {
                bucket.object.geometries.push_back({kTypes[kind], {first, m_part.faceCount()}});
            }
            bucket.corners[kind] = {};
        }
        m_part.objects.push_back(std::move(bucket.object));
    }
    m_buckets.clear();
    m_numbers.clear();
}

} // namespace loci::formats
