// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/export_compare.h"

#include "layers/formats/texturepath.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace loci::test {

using namespace city;

namespace {

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QString typeNow(const CityModel &model, ObjectIndex o)
{
    const std::string_view type = model.typeOf(o);
    const bool old = model.version.startsWith(QLatin1String("1.")) || model.version.startsWith(QLatin1String("0."));
    return type == "+GenericCityObject" && old   ? QStringLiteral("GenericCityObject")
           : type == "BridgeConstructionElement" ? QStringLiteral("BridgeConstructiveElement")
                                                 : text(type);
}

QJsonObject jsonOf(const std::string &object)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(object)).object();
}

QString compactJson(const std::string &object)
{
    return QString::fromUtf8(QJsonDocument(jsonOf(object)).toJson(QJsonDocument::Compact));
}

/// Everything about one geometry in words: shape, ring sizes, semantics with attributes and parents, appearance.
class GeometryWords
{
public:
    GeometryWords(const CityModel &model, const GeometryStore &store) : m_model(model), m_store(store) {}

    QStringList of(const Geometry &geometry) const
    {
        QStringList words{text(geometryTypeName(geometry.type)),
                          geometry.lod == kNone ? QStringLiteral("-") : text(m_model.lodNames.at(geometry.lod))};
        if (geometry.instance != kNone) {
            const Instance &item = m_model.instances[geometry.instance];
            words << QStringLiteral("template %1").arg(item.templateGeometry);
            for (const double part : item.matrix) {
                words << QString::number(part, 'g', 17);
            }
            words << point(m_model.vertices.at(item.referenceVertex));
            return words;
        }
        for (std::uint32_t i = geometry.shells.begin; i < geometry.shells.end; ++i) {
            words << QStringLiteral("shell %1 %2").arg(m_store.shells[i].solid).arg(m_store.shells[i].surfaces.size());
        }
        for (SurfaceIndex s = geometry.surfaces.begin; s < geometry.surfaces.end; ++s) {
            addSurface(s, words);
        }
        return words;
    }

private:
    static QString point(const Vec3 &p)
    {
        constexpr double kFine = 1e9;
        return QStringLiteral("%1 %2 %3")
            .arg(std::llround(p.x * kFine))
            .arg(std::llround(p.y * kFine))
            .arg(std::llround(p.z * kFine));
    }

    void addSurface(SurfaceIndex s, QStringList &words) const
    {
        const IndexRange rings = m_store.rings(s);
        const bool isTemplate = &m_store == &m_model.templates;
        for (std::uint32_t r = rings.begin; r < rings.end; ++r) {
            words << QStringLiteral("ring");
            for (const std::uint32_t id : m_store.ring(r)) {
                const auto local = isTemplate ? m_model.templateVertices[id] : std::array<double, 3>{};
                words << point(isTemplate ? Vec3{local[0], local[1], local[2]} : m_model.vertices.at(id));
            }
            for (const TextureTheme &theme : m_store.textureThemes) {
                addTexture(theme, r, words);
            }
        }
        addSemantic(m_store.surfaceSemantic[s], words);
        for (const MaterialTheme &theme : m_store.materialThemes) {
            if (s < theme.surface.size() && theme.surface[s] != kNone) {
                words << text(theme.name) << compactJson(m_model.materials[theme.surface[s]].json);
            }
        }
    }

    void addTexture(const TextureTheme &theme, std::uint32_t r, QStringList &words) const
    {
        if (r >= theme.ringTexture.size() || theme.ringTexture[r] == kNone) {
            return;
        }
        words << text(theme.name) << compactJson(m_model.textures[theme.ringTexture[r]].json);
        for (std::size_t i = 0; i < m_store.ring(r).size(); ++i) {
            const auto &uv = m_model.textureVertices[theme.uv[theme.ringUv[r] + i]];
            words << QStringLiteral("%1,%2").arg(double(uv[0]), 0, 'g', 9).arg(double(uv[1]), 0, 'g', 9);
        }
    }

    void addSemantic(std::uint32_t semantic, QStringList &words) const
    {
        if (semantic == kNone) {
            words << QStringLiteral("plain");
            return;
        }
        const SemanticSurface &surface = m_store.semantics[semantic];
        words << (surface.type == kNone ? QString() : text(m_model.typeNames.at(surface.type)))
              << compactJson(std::string(surface.attributes));
        if (surface.parent != kNone) {
            words << QStringLiteral("in") << compactJson(std::string(m_store.semantics[surface.parent].attributes))
                  << text(m_model.typeNames.at(m_store.semantics[surface.parent].type));
        }
    }

    const CityModel &m_model;
    const GeometryStore &m_store;
};

QString compareWords(const QStringList &a, const QStringList &b, const QString &where)
{
    for (qsizetype i = 0; i < std::max(a.size(), b.size()); ++i) {
        if (a.value(i) != b.value(i)) {
            return QStringLiteral("%1, word %2: \"%3\" became \"%4\"").arg(where).arg(i).arg(a.value(i), b.value(i));
        }
    }
    return {};
}

std::map<QString, int> counts(const CityModel &m)
{
    std::map<QString, int> found;
    for (ObjectIndex o = 0; o < m.objectCount(); ++o) {
        ++found[QStringLiteral("type ") + typeNow(m, o)];
    }
    for (const Geometry &g : m.geometry.geometries) {
        const std::uint32_t shape = g.instance == kNone ? kNone : m.instances[g.instance].templateGeometry;
        const std::uint32_t lod = shape == kNone ? g.lod : m.templates.geometries[shape].lod;
        ++found[QStringLiteral("lod ") + (lod == kNone ? QString() : text(m.lodNames.at(lod)))];
    }
    for (const SemanticSurface &s : m.geometry.semantics) {
        ++found[QStringLiteral("semantic ") + (s.type == kNone ? QString() : text(m.typeNames.at(s.type)))];
    }
    found[QStringLiteral("objects")] = static_cast<int>(m.objectCount());
    found[QStringLiteral("geometries")] = static_cast<int>(m.geometry.geometries.size());
    found[QStringLiteral("surfaces")] = static_cast<int>(m.geometry.surfaceCount());
    found[QStringLiteral("templates")] = static_cast<int>(m.templates.geometries.size());
    found[QStringLiteral("template semantics")] = static_cast<int>(m.templates.semantics.size());
    found[QStringLiteral("materials")] = static_cast<int>(m.materials.size());
    found[QStringLiteral("textures")] = static_cast<int>(m.textures.size());
    found[QStringLiteral("columns")] = static_cast<int>(m.attributes.columns().size());
    return found;
}

QString compareCounts(const CityModel &before, const CityModel &after)
{
    const auto a = counts(before), b = counts(after);
    for (const auto &[name, count] : a) {
        const auto found = b.find(name);
        if (found == b.end() || found->second != count) {
            return QStringLiteral("%1: %2 became %3").arg(name).arg(count).arg(found == b.end() ? 0 : found->second);
        }
    }
    return a.size() == b.size() ? QString() : QStringLiteral("there is something new");
}

std::set<QString> linkedIds(const CityModel &m, std::span<const ObjectIndex> objects)
{
    std::set<QString> ids;
    for (const ObjectIndex o : objects) {
        ids.insert(m.idOf(o));
    }
    return ids;
}

QString compareAttributes(const CityModel &before, ObjectIndex o, const CityModel &after, ObjectIndex other)
{
    for (const auto &column : before.attributes.columns()) {
        const AttributeColumn *now = after.attributes.find(column->name());
        if (now == nullptr || now->kind() != column->kind()) {
            return QStringLiteral("the column %1 changed its kind").arg(text(column->name()));
        }
        const auto canonical = [&](const AttributeColumn &c, ObjectIndex row) {
            const std::string json = c.json(row);
            const bool nested = json.starts_with('{') || json.starts_with('[');
            return nested ? QString::fromUtf8(QJsonDocument::fromJson(QByteArray::fromStdString(json)).toJson())
                          : text(json);
        };
        if (canonical(*now, other) != canonical(*column, o)) {
            return QStringLiteral("%1 of %2: %3 became %4")
                .arg(text(column->name()), before.idOf(o), text(column->json(o)), text(now->json(other)));
        }
    }
    return {};
}

/// Members kept as text. Vertex numbers of addresses may change: their points are compared in place of them.
QJsonObject extraOf(const CityModel &m, ObjectIndex o)
{
    for (const auto &[object, json] : m.objectExtra) {
        if (object != o) {
            continue;
        }
        QJsonObject extra = jsonOf(json);
        QJsonArray addresses = extra[QStringLiteral("address")].toArray();
        for (qsizetype i = 0; i < addresses.size(); ++i) {
            QJsonObject address = addresses[i].toObject();
            QJsonObject location = address[QStringLiteral("location")].toObject();
            QJsonArray points;
            for (const auto &id : location[QStringLiteral("boundaries")].toArray()) {
                const Vec3 p = m.vertices.at(static_cast<std::uint32_t>(id.toInt()));
                points << p.x << p.y << p.z;
            }
            if (!location.isEmpty()) {
                location[QStringLiteral("boundaries")] = points;
                address[QStringLiteral("location")] = location;
                addresses[i] = address;
            }
        }
        if (!addresses.isEmpty()) {
            extra[QStringLiteral("address")] = addresses;
        }
        return extra;
    }
    return {};
}

QString compareObject(const CityModel &before, ObjectIndex o, const CityModel &after, ObjectIndex other,
                      const CompareOptions &options)
{
    const QString id = before.idOf(o);
    if (typeNow(before, o) != text(after.typeOf(other))) {
        return id + QStringLiteral(" changed its type");
    }
    if (linkedIds(before, before.childrenOf(o)) != linkedIds(after, after.childrenOf(other))) {
        return id + QStringLiteral(" has other children");
    }
    const auto parent = [](const CityModel &m, ObjectIndex of) {
        return m.objectParent[of] == kNone ? QString() : m.idOf(m.objectParent[of]);
    };
    if (parent(before, o) != parent(after, other)) {
        return id + QStringLiteral(" has another parent");
    }
    if (const QString difference = compareAttributes(before, o, after, other); !difference.isEmpty()) {
        return difference;
    }
    if (!options.sequence && extraOf(before, o) != extraOf(after, other)) {
        return id + QStringLiteral(" lost other members");
    }
    const IndexRange a = before.objectGeometries[o], b = after.objectGeometries[other];
    if (a.size() != b.size()) {
        return id + QStringLiteral(" has another number of geometries");
    }
    const GeometryWords first(before, before.geometry), second(after, after.geometry);
    for (std::uint32_t i = 0; i < a.size(); ++i) {
        const QString difference = compareWords(first.of(before.geometry.geometries[a.begin + i]),
                                                second.of(after.geometry.geometries[b.begin + i]), id);
        if (!difference.isEmpty()) {
            return difference;
        }
    }
    return {};
}

/// Different points that geometries use; features of a sequence repeat what they share.
std::size_t usedPoints(const CityModel &m)
{
    std::set<std::array<std::int32_t, 3>> points;
    for (const std::uint32_t id : m.geometry.vertexIds) {
        const auto at = m.vertices.xyz.begin() + 3 * static_cast<std::ptrdiff_t>(id);
        points.insert({at[0], at[1], at[2]});
    }
    return points.size();
}

QString compareImages(const CityModel &before, const CityModel &after)
{
    const auto contents = [](const CityModel &m) {
        std::multiset<QByteArray> found;
        for (const Texture &texture : m.textures) {
            QFile file(formats::texturePath(m.sourcePath, QString::fromStdString(texture.image)));
            if (file.open(QIODevice::ReadOnly)) {
                found.insert(QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256));
            }
        }
        return found;
    };
    return contents(before) == contents(after) ? QString() : QStringLiteral("images of textures are missing");
}

} // namespace

QString firstDifference(const CityModel &before, const CityModel &after, const CompareOptions &options)
{
    if (const QString difference = compareCounts(before, after); !difference.isEmpty()) {
        return difference;
    }
    if (before.crs != after.crs || usedPoints(before) != usedPoints(after)) {
        return QStringLiteral("reference system or vertices differ");
    }
    for (ObjectIndex o = 0; o < before.objectCount(); ++o) {
        const ObjectIndex other = options.sequence ? after.find(before.objectIds[o]) : o;
        if (other == kNone || after.objectIds[other] != before.objectIds[o]) {
            return before.idOf(o) + QStringLiteral(" is not at its place");
        }
        if (const QString difference = compareObject(before, o, after, other, options); !difference.isEmpty()) {
            return difference;
        }
    }
    const GeometryWords first(before, before.templates), second(after, after.templates);
    for (std::size_t i = 0; i < before.templates.geometries.size(); ++i) {
        const QString difference =
            compareWords(first.of(before.templates.geometries[i]), second.of(after.templates.geometries[i]),
                         QStringLiteral("template %1").arg(i));
        if (!difference.isEmpty()) {
            return difference;
        }
    }
    if (before.defaultMaterialTheme != after.defaultMaterialTheme ||
        before.defaultTextureTheme != after.defaultTextureTheme ||
        jsonOf(before.otherMembers) != jsonOf(after.otherMembers)) {
        return QStringLiteral("default themes or other members differ");
    }
    return options.textures ? compareImages(before, after) : QString();
}

} // namespace loci::test
