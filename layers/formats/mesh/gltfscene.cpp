// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/mesh/gltfscene.h"

#include "layers/formats/mesh/meshgatherer.h"

#include <QJsonArray>

namespace loci::formats {

namespace {

Vec3 vectorOf(const QJsonArray &array, const Vec3 &otherwise)
{
    return array.size() == 3 ? Vec3{array[0].toDouble(), array[1].toDouble(), array[2].toDouble()} : otherwise;
}

Affine placementOf(const QJsonObject &node)
{
    constexpr qsizetype kMatrix = 16;
    const QJsonArray matrix = node.value(QLatin1String("matrix")).toArray();
    if (matrix.size() == kMatrix) {
        std::array<double, kMatrix> columns{};
        for (qsizetype i = 0; i < kMatrix; ++i) {
            columns[static_cast<std::size_t>(i)] = matrix[i].toDouble();
        }
        return Affine::columnMajor(columns);
    }
    Affine placement = Affine::translation(vectorOf(node.value(QLatin1String("translation")).toArray(), {0, 0, 0}));
    const QJsonArray turn = node.value(QLatin1String("rotation")).toArray();
    if (turn.size() == 4) {
        placement = placement *
                    Affine::rotation(turn[0].toDouble(), turn[1].toDouble(), turn[2].toDouble(), turn[3].toDouble());
    }
    return placement * Affine::scaling(vectorOf(node.value(QLatin1String("scale")).toArray(), {1, 1, 1}));
}

QJsonObject extensionOf(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String("extensions")).toObject().value(QLatin1String(name)).toObject();
}

class SceneRead
{
public:
    SceneRead(const GltfDocument &document, const GltfUse &use, MeshContext &context)
        : m_document(document)
        , m_use(use)
        , m_context(context)
        , m_tables(propertyTables(document, context))
        , m_nodes(document.json.value(QLatin1String("nodes")).toArray())
        , m_seen(static_cast<std::size_t>(m_nodes.size()), false)
        , m_gatherer(document, use, m_tables, m_part, context)
    {}

    MeshPart run()
    {
        Affine root = m_use.toWorld;
        if (const QJsonArray centre =
                extensionOf(m_document.json, "CESIUM_RTC").value(QLatin1String("center")).toArray();
            centre.size() == 3) {
            root = root * Affine::translation(vectorOf(centre, {}));
        }
        if (!m_use.isZUp) {
            root = root * Affine::yUpToZUp();
        }
        if (!m_document.json.value(QLatin1String("skins")).toArray().isEmpty() ||
            !m_document.json.value(QLatin1String("animations")).toArray().isEmpty()) {
            m_context.unsupported(QCoreApplication::translate("loci::formats", "The motion of a glTF model"),
                                  m_document.name);
        }
        struct Step
        {
            qint64 node;
            Affine placement;
        };
        std::vector<Step> open;
        for (const qint64 node : roots()) {
            open.push_back({node, root});
        }
        std::reverse(open.begin(), open.end());
        while (!open.empty() && !m_context.cancel.isCancelled()) {
            const auto [number, parent] = open.back();
            open.pop_back();
            if (number < 0 || number >= m_nodes.size() || m_seen[static_cast<std::size_t>(number)]) {
                m_context.damaged(QCoreApplication::translate("loci::formats", "a node that is missing or comes twice"),
                                  m_document.name + QStringLiteral("/nodes/%1").arg(number));
                continue;
            }
            m_seen[static_cast<std::size_t>(number)] = true;
            const QJsonObject node = m_nodes[number].toObject();
            const Affine placement = parent * placementOf(node);
            visit(number, node, placement);
            const QJsonArray children = node.value(QLatin1String("children")).toArray();
            for (qsizetype i = children.size(); i-- > 0;) {
                open.push_back({indexOf(children[i]), placement});
            }
        }
        m_gatherer.finish();
        return std::move(m_part);
    }

private:
    std::vector<qint64> roots() const
    {
        std::vector<qint64> roots;
        const QJsonArray scenes = m_document.json.value(QLatin1String("scenes")).toArray();
        if (!scenes.isEmpty()) {
            const qint64 scene = std::max<qint64>(0, indexOf(m_document.json, "scene"));
            for (const QJsonValue &node : m_document.element("scenes", scene).value(QLatin1String("nodes")).toArray()) {
                roots.push_back(indexOf(node));
            }
            return roots;
        }
        std::vector<bool> isChild(m_seen.size(), false);
        for (const QJsonValue &node : m_nodes) {
            for (const QJsonValue &child : node.toObject().value(QLatin1String("children")).toArray()) {
                if (const qint64 number = indexOf(child); number >= 0 && number < m_nodes.size()) {
                    isChild[static_cast<std::size_t>(number)] = true;
                }
            }
        }
        for (std::size_t i = 0; i < isChild.size(); ++i) {
            if (!isChild[i]) {
                roots.push_back(static_cast<qint64>(i));
            }
        }
        return roots;
    }

    QString nameOf(qint64 number, const QJsonObject &node) const
    {
        QString name = node.value(QLatin1String("name")).toString();
        if (name.isEmpty()) {
            name = m_document.element("meshes", indexOf(node, "mesh")).value(QLatin1String("name")).toString();
        }
        if (m_use.prefix.isEmpty()) {
            return name.isEmpty() ? QStringLiteral("node %1").arg(number) : name;
        }
        return name.isEmpty() ? m_use.prefix : m_use.prefix + QLatin1Char('/') + name;
    }

    void visit(qint64 number, const QJsonObject &node, const Affine &placement)
    {
        const qint64 mesh = indexOf(node, "mesh");
        if (mesh < 0) {
            return;
        }
        const QJsonObject instances = extensionOf(node, "EXT_mesh_gpu_instancing");
        if (!instances.isEmpty() && !m_use.trianglesOnly) {
            addInstances(mesh, nameOf(number, node), node, instances.value(QLatin1String("attributes")).toObject(),
                         placement);
        } else {
            m_gatherer.addMesh(mesh, number, nameOf(number, node), placement,
                               node.value(QLatin1String("extras")).toObject());
        }
    }

    std::uint32_t shapeOf(qint64 mesh)
    {
        const auto [found, added] = m_shapes.try_emplace(mesh, static_cast<std::uint32_t>(m_part.shapes.size()));
        if (added) {
            GltfUse use = m_use;
            use.trianglesOnly = true;
            auto shape = std::make_shared<MeshPart>();
            MeshGatherer gatherer(m_document, use, m_tables, *shape, m_context);
            gatherer.addMesh(mesh, 0, {}, {}, {});
            gatherer.finish();
            m_part.shapes.push_back(std::move(shape));
        }
        return found->second;
    }

    void addInstances(qint64 mesh, const QString &name, const QJsonObject &node, const QJsonObject &attributes,
                      const Affine &placement)
    {
        const GltfAccessors accessors(m_document);
        const auto numbers = [&](const QString &attribute, std::uint32_t components) {
            return accessors.floats(indexOf(attributes.value(attribute)), components).value_or(std::vector<float>());
        };
        const std::vector<float> moves = numbers(QStringLiteral("TRANSLATION"), 3);
        const std::vector<float> turns = numbers(QStringLiteral("ROTATION"), 4);
        const std::vector<float> scales = numbers(QStringLiteral("SCALE"), 3);
        const std::size_t count = std::max({moves.size() / 3, turns.size() / 4, scales.size() / 3});
        const QJsonObject set =
            extensionOf(node, "EXT_instance_features").value(QLatin1String("featureIds")).toArray().at(0).toObject();
        const std::vector<float> ids =
            numbers(QStringLiteral("_FEATURE_ID_%1").arg(set.value(QLatin1String("attribute")).toInt(-1)), 1);
        const qint64 table = indexOf(set, "propertyTable");
        const FeatureRows *rows = table >= 0 && table < static_cast<qint64>(m_tables.size())
                                      ? &m_tables[static_cast<std::size_t>(table)]
                                      : nullptr;
        if (!m_context.spend(count * 4)) {
            return;
        }
        for (std::size_t i = 0; i < count; ++i) {
            Affine own;
            if (3 * i + 2 < moves.size()) {
                own = Affine::translation({moves[3 * i], moves[3 * i + 1], moves[3 * i + 2]});
            }
            if (4 * i + 3 < turns.size()) {
                own = own * Affine::rotation(turns[4 * i], turns[4 * i + 1], turns[4 * i + 2], turns[4 * i + 3]);
            }
            if (3 * i + 2 < scales.size()) {
                own = own * Affine::scaling({scales[3 * i], scales[3 * i + 1], scales[3 * i + 2]});
            }
            const bool hasId = i < ids.size() && ids[i] >= 0 && ids[i] < 4294967296.0F;
            MeshObject object = MeshGatherer::featureObject(
                hasId ? rows : nullptr, hasId ? static_cast<std::uint64_t>(ids[i]) : i, name, m_context);
            object.shape = shapeOf(mesh);
            object.placement = placement * own;
            m_part.objects.push_back(std::move(object));
        }
    }

    const GltfDocument &m_document;
    const GltfUse &m_use;
    MeshContext &m_context;
    std::vector<PropertyTable> m_tables;
    QJsonArray m_nodes;
    std::vector<bool> m_seen;
    MeshPart m_part;
    std::map<qint64, std::uint32_t> m_shapes;
    MeshGatherer m_gatherer;
};

} // namespace

MeshPart readGltfScene(const GltfDocument &document, const GltfUse &use, MeshContext &context)
{
    return SceneRead(document, use, context).run();
}

} // namespace loci::formats
