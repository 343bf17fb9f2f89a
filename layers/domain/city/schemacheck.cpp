// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/schemacheck.h"

#include "layers/domain/city/cityobjecttypes.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <algorithm>
#include <numeric>

namespace loci::city {

namespace {

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QJsonObject objectOf(const std::string &json)
{
    return QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), static_cast<qsizetype>(json.size()))).object();
}

bool isNumbers(const QJsonValue &value, int count)
{
    const QJsonArray list = value.toArray();
    return list.size() == count &&
           std::all_of(list.begin(), list.end(), [](const QJsonValue &v) { return v.isDouble(); });
}

bool isLod(std::string_view lod, bool asText)
{
    const auto digit = [](char c, char most) { return c >= '0' && c <= most; };
    if (lod.size() == 1) {
        return digit(lod[0], '3');
    }
    return lod.size() == 3 && digit(lod[0], '3') && lod[1] == '.' && digit(lod[2], asText ? '3' : '9');
}

} // namespace

SchemaCheck::SchemaCheck(const CityModel &model, ModelFindings &findings)
    : m_model(model)
    , m_findings(findings)
    , m_isCityJson(model.format.startsWith(QLatin1String("CityJSON")))
    , m_since11(m_isCityJson && !model.version.startsWith(QLatin1String("1.0")) &&
                !model.version.startsWith(QLatin1String("0.")))
{}

void SchemaCheck::schema(const QString &message, ObjectIndex object, const QString &where)
{
    m_findings.add(Severity::Error, "schema", message, object, where,
                   object == kNone ? Box3() : m_model.boundsOf(object));
}

void SchemaCheck::run()
{
    if (m_isCityJson) {
        checkObjects();
        checkMetadata();
        checkAppearance();
        checkExtensions();
    }
    checkGeometries(m_model.geometry);
    checkGeometries(m_model.templates);
    checkSemantics(m_model.geometry);
    checkSemantics(m_model.templates);
    checkVertices();
}

void SchemaCheck::checkObjects()
{
    std::vector<bool> foreign(m_model.typeNames.size());
    for (std::uint32_t t = 0; t < m_model.typeNames.size(); ++t) {
        const std::string_view type = m_model.typeNames.at(t);
        foreign[t] = isKnownObjectType(type) && !isTypeOfVersion(type, m_model.version.toStdString());
    }
    for (ObjectIndex o = 0; o < m_model.objectCount(); ++o) {
        if (foreign[m_model.objectType[o]]) {
            schema(QCoreApplication::translate("loci::city", "Version %1 has no object type %2.")
                       .arg(m_model.version, text(m_model.typeOf(o))),
                   o, QStringLiteral("/type"));
        }
        if (m_since11 && m_model.typeOf(o) == "CityObjectGroup" && m_model.childrenOf(o).empty()) {
            schema(QCoreApplication::translate("loci::city", "A group must have children."), o,
                   QStringLiteral("/children"));
        }
    }
    for (const auto &[object, json] : m_model.objectExtra) {
        const QJsonValue roles = objectOf(json).value(QLatin1String("children_roles"));
        if (!roles.isUndefined() &&
            static_cast<std::size_t>(roles.toArray().size()) != m_model.childrenOf(object).size()) {
            schema(QCoreApplication::translate("loci::city", "A group must have as many roles as children."), object,
                   QStringLiteral("/children_roles"));
        }
    }
}

void SchemaCheck::checkGeometries(const GeometryStore &store)
{
    for (GeometryIndex g = 0; g < store.geometries.size(); ++g) {
        const Geometry &geometry = store.geometries[g];
        if (m_isCityJson && geometry.object != kNone &&
            !allowsGeometry(m_model.typeOf(geometry.object), geometry.type)) {
            schema(
                QCoreApplication::translate("loci::city", "An object of type %1 must not have a geometry of type %2.")
                    .arg(text(m_model.typeOf(geometry.object)), text(geometryTypeName(geometry.type))),
                geometry.object, geometryWhere(m_model, store, g));
        }
        if (m_isCityJson && geometry.lod != kNone && !isLod(m_model.lodNames.at(geometry.lod), m_since11)) {
            schema(QCoreApplication::translate("loci::city", "There is no level of detail \"%1\".")
                       .arg(text(m_model.lodNames.at(geometry.lod))),
                   geometry.object, geometryWhere(m_model, store, g));
        }
    }
}

void SchemaCheck::checkSemantics(const GeometryStore &store)
{
    std::vector<bool> told(m_model.typeNames.size(), false);
    const auto isWrong = [&](std::uint32_t semantic) {
        const std::uint32_t type = store.semantics[semantic].type;
        return type != kNone && !told[type] && !isKnownSemanticType(m_model.typeNames.at(type));
    };
    const auto tell = [&](std::uint32_t semantic, SurfaceIndex surface) {
        const std::uint32_t type = store.semantics[semantic].type;
        told[type] = true; // a habit of the writer: one finding says it for all
        const GeometryIndex geometry = surface == kNone ? kNone : store.surfaceGeometry[surface];
        schema(QCoreApplication::translate("loci::city", "There is no semantic surface type \"%1\".")
                   .arg(text(m_model.typeNames.at(type))),
               geometry == kNone ? kNone : store.geometries[geometry].object,
               geometry == kNone ? QString() : geometryWhere(m_model, store, geometry, surface));
    };
    for (SurfaceIndex s = 0; s < store.surfaceSemantic.size(); ++s) {
        if (store.surfaceSemantic[s] != kNone && isWrong(store.surfaceSemantic[s])) {
            tell(store.surfaceSemantic[s], s);
        }
    }
    for (std::uint32_t i = 0; i < store.semantics.size(); ++i) {
        if (isWrong(i)) {
            tell(i, kNone);
        }
    }
}

void SchemaCheck::checkMetadata()
{
    static const QRegularExpression reference(
        QStringLiteral("^https?://www\\.opengis\\.net/def/crs/[^/]+/[^/]+/[^/]+$"));
    if (m_since11 && !m_model.crsText.isEmpty() && !reference.match(m_model.crsText).hasMatch()) {
        schema(
            QCoreApplication::translate("loci::city", "The reference system \"%1\" is not written as an OGC address.")
                .arg(m_model.crsText),
            kNone, QStringLiteral("/metadata/referenceSystem"));
    }
    const QJsonObject metadata = objectOf(m_model.metadata);
    const QJsonValue extent = metadata.value(QLatin1String("geographicalExtent"));
    if (!extent.isUndefined() && !isNumbers(extent, 6)) {
        schema(QCoreApplication::translate("loci::city", "The stated extent is no list of six numbers."), kNone,
               QStringLiteral("/metadata/geographicalExtent"));
    }
    const QJsonValue contact = metadata.value(QLatin1String("pointOfContact"));
    const bool wantsNames = m_model.version.startsWith(QLatin1Char('2'));
    if (!contact.isUndefined() &&
        (!contact.isObject() || (wantsNames && (!contact[QLatin1String("contactName")].isString() ||
                                                !contact[QLatin1String("emailAddress")].isString())))) {
        schema(QCoreApplication::translate("loci::city", "The point of contact has no name or no e-mail address."),
               kNone, QStringLiteral("/metadata/pointOfContact"));
    }
}

void SchemaCheck::checkAppearance()
{
    for (std::size_t i = 0; i < m_model.materials.size(); ++i) {
        const QString where = QStringLiteral("/appearance/materials/%1").arg(i);
        const QJsonObject material = objectOf(m_model.materials[i].json);
        if (!material.value(QLatin1String("name")).isString()) {
            schema(QCoreApplication::translate("loci::city", "A material has no name."), kNone, where);
        }
        for (const char *colour : {"diffuseColor", "emissiveColor", "specularColor"}) {
            const QJsonValue value = material.value(QLatin1String(colour));
            if (!value.isUndefined() && !isNumbers(value, 3)) {
                schema(QCoreApplication::translate("loci::city", "A colour is no list of three numbers."), kNone,
                       where + QLatin1Char('/') + QLatin1String(colour));
            }
        }
    }
    for (std::size_t i = 0; i < m_model.textures.size(); ++i) {
        const QJsonObject texture = objectOf(m_model.textures[i].json);
        const QString type = texture.value(QLatin1String("type")).toString();
        if ((type != QLatin1String("PNG") && type != QLatin1String("JPG")) ||
            !texture.value(QLatin1String("image")).isString()) {
            schema(QCoreApplication::translate("loci::city", "A texture needs an image of type PNG or JPG."), kNone,
                   QStringLiteral("/appearance/textures/%1").arg(i));
        }
    }
}

void SchemaCheck::checkExtensions()
{
    const QJsonObject extensions = objectOf(m_model.extensions);
    if (!extensions.isEmpty()) {
        // Nothing is fetched unasked: what an extension adds is taken as it is, and that is said.
        m_findings.add(Severity::Info, "extensions",
                       QCoreApplication::translate("loci::city",
                                                   "What the extension %1 adds was read, but not compared with its "
                                                   "schema, which is not fetched from its address.")
                           .arg(extensions.keys().join(QStringLiteral(", "))),
                       kNone, QStringLiteral("/extensions"));
        return;
    }
    const auto tell = [this](const QString &name, ObjectIndex object, const QString &where) {
        m_findings.add(
            Severity::Error, "extensions",
            QCoreApplication::translate("loci::city", "\"%1\" needs an extension, and the model declares none.")
                .arg(name),
            object, where, object == kNone ? Box3() : m_model.boundsWithDescendants(object));
    };
    std::vector<bool> told(m_model.typeNames.size(), false);
    for (ObjectIndex o = 0; o < m_model.objectCount(); ++o) {
        if (m_model.typeOf(o).starts_with('+') && !told[m_model.objectType[o]]) {
            told[m_model.objectType[o]] = true;
            tell(text(m_model.typeOf(o)), o, QStringLiteral("/type"));
        }
    }
    const GeometryStore &store = m_model.geometry;
    for (SurfaceIndex s = 0; s < store.surfaceCount(); ++s) {
        const std::uint32_t semantic = store.surfaceSemantic[s];
        const std::uint32_t type = semantic == kNone ? kNone : store.semantics[semantic].type;
        if (type != kNone && !told[type] && m_model.typeNames.at(type).starts_with('+')) {
            told[type] = true;
            tell(text(m_model.typeNames.at(type)), m_model.objectOfSurface(s),
                 geometryWhere(m_model, store, store.surfaceGeometry[s], s));
        }
    }
    for (std::uint32_t t = 0; t < m_model.typeNames.size(); ++t) {
        if (m_model.typeNames.at(t).starts_with('+') && !told[t]) {
            tell(text(m_model.typeNames.at(t)), kNone, {});
        }
    }
    for (const auto &column : m_model.attributes.columns()) {
        if (column->name().starts_with('+') && column->count() > 0) {
            tell(QString::fromStdString(column->name()), column->rows().front(), QStringLiteral("/attributes"));
        }
    }
    const QStringList roots = objectOf(m_model.otherMembers).keys();
    for (const QString &root : roots) {
        if (root.startsWith(QLatin1Char('+'))) {
            tell(root, kNone, QLatin1Char('/') + root);
        }
    }
}

void SchemaCheck::checkVertices()
{
    const std::uint32_t count = m_model.vertices.size();
    const std::vector<std::int32_t> &xyz = m_model.vertices.xyz;
    std::vector<bool> used(count, false);
    for (const std::uint32_t id : m_model.geometry.vertexIds) {
        used[id] = true;
    }
    for (const Instance &instance : m_model.instances) {
        if (instance.referenceVertex < count) {
            used[instance.referenceVertex] = true;
        }
    }
    for (const auto &[object, json] : m_model.objectExtra) { // addresses have points of their own
        const QJsonArray addresses = objectOf(json).value(QLatin1String("address")).toArray();
        for (const QJsonValue &address : addresses) {
            const QJsonArray points = address[QLatin1String("location")][QLatin1String("boundaries")].toArray();
            for (const QJsonValue &point : points) {
                const int id = point.toInt(-1);
                if (id >= 0 && static_cast<std::uint32_t>(id) < count) {
                    used[static_cast<std::size_t>(id)] = true;
                }
            }
        }
    }
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0U);
    const auto at = [&](std::uint32_t i) { return xyz.begin() + 3 * static_cast<std::ptrdiff_t>(i); };
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::lexicographical_compare(at(a), at(a) + 3, at(b), at(b) + 3);
    });
    std::uint32_t twins = 0;
    for (std::uint32_t i = 1; i < count; ++i) {
        twins += std::equal(at(order[i]), at(order[i]) + 3, at(order[i - 1])) ? 1 : 0;
    }
    const auto unused = static_cast<std::uint32_t>(std::count(used.begin(), used.end(), false));
    const bool shared = m_model.format == QLatin1String("CityJSON"); // features and GML repeat each other's by design
    if (twins > 0 && shared) {
        m_findings.add(Severity::Warning, "duplicate_vertices",
                       QCoreApplication::translate("loci::city", "%1 vertices are repeated.").arg(twins), kNone,
                       QStringLiteral("/vertices"));
    }
    if (unused > 0) {
        m_findings.add(Severity::Warning, "unused_vertices",
                       QCoreApplication::translate("loci::city", "%1 vertices are not used.").arg(unused), kNone,
                       QStringLiteral("/vertices"));
    }
}

} // namespace loci::city
