// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/cityjsondocument.h"

#include "layers/base/reserve.h"
#include "layers/domain/city/jsontext.h"
#include "layers/formats/crstext.h"

#include <cmath>

namespace loci::formats {

using namespace loci::city;

namespace {

constexpr std::uint64_t kTelling = 1 << 20; ///< bytes that say what the others will be like

std::string stringOf(std::string_view raw)
{
    return raw.size() >= 2 && raw.front() == '"' ? unescaped(raw.substr(1, raw.size() - 2)) : std::string();
}

bool threeNumbers(simdjson::ondemand::value value, std::array<double, 3> &numbers)
{
    simdjson::ondemand::array list;
    if (value.get_array().get(list)) {
        return false;
    }
    std::size_t count = 0;
    for (auto item : list) {
        if (count == 3 || item.get_double().get(numbers[count])) {
            return false;
        }
        ++count;
    }
    return count == 3;
}

} // namespace

CityJsonDocument::CityJsonDocument(ReadContext &context, const CancelToken &cancel, const ProgressFunction &progress)
    : m_context(context)
    , m_cancel(cancel)
    , m_progress(progress)
    , m_vertices(context)
    , m_geometry(context)
    , m_objects(context, m_geometry, m_links)
    , m_appearance(context)
{}

CityJsonDocument::Outcome CityJsonDocument::read(JsonWindow &window)
{
    Members members;
    const ObjectIndex firstObject = m_context.model.objectCount();
    const std::size_t firstRing = m_context.model.geometry.ringVertices.size() - 1;
    const std::size_t firstTemplateRing = m_context.model.templates.ringVertices.size() - 1;
    m_appearance.begin();
    m_geometry.setVertexBase(m_vertices.size());
    const Outcome outcome = readMembers(window, members);
    if (outcome == Outcome::Cancelled || outcome == Outcome::Foreign) {
        return outcome;
    }
    checkRanges(m_context.model.geometry, firstRing, m_vertices.size());
    checkRanges(m_context.model.templates, firstTemplateRing,
                static_cast<std::uint32_t>(m_context.model.templateVertices.size()));
    m_appearance.end();
    if (outcome == Outcome::Done) {
        endDocument(members, firstObject);
    }
    return outcome;
}

CityJsonDocument::Outcome CityJsonDocument::broken(JsonWindow &window, const QString &what)
{
    m_context.currentObject.clear();
    m_context.report(Severity::Error, "json_syntax", what, QStringLiteral("byte %1").arg(window.offset()));
    return Outcome::Broken;
}

CityJsonDocument::Outcome CityJsonDocument::readMembers(JsonWindow &window, Members &members)
{
    if (!window.take('{')) {
        return broken(window, QCoreApplication::translate("loci::formats", "This is no JSON object."));
    }
    if (window.take('}')) {
        return Outcome::Foreign;
    }
    do {
        const auto key = window.key();
        if (!key) {
            return broken(
                window, window.peek() == 0
                            ? QCoreApplication::translate("loci::formats", "The text ends before the JSON object does.")
                            : QCoreApplication::translate("loci::formats", "A member name is expected here."));
        }
        const Outcome outcome = readMember(*key, window, members);
        if (outcome != Outcome::Done) {
            return outcome;
        }
    } while (window.take(','));
    if (!window.take('}')) {
        return broken(
            window, window.peek() == 0
                        ? QCoreApplication::translate("loci::formats", "The text ends before the JSON object does.")
                        : QCoreApplication::translate("loci::formats", "A comma or a closing brace is expected here."));
    }
    return members.type.empty() && !members.objects ? Outcome::Foreign : Outcome::Done;
}

CityJsonDocument::Outcome CityJsonDocument::readMember(const std::string &key, JsonWindow &window, Members &members)
{
    if (key == "CityObjects" && window.peek() == '{') {
        members.objects = true;
        return readObjects(window);
    }
    if (key == "vertices" && window.peek() == '[') {
        members.vertices = true;
        expectVertices(window);
        if (!m_vertices.read(window, m_cancel)) {
            return m_cancel.isCancelled()
                       ? Outcome::Cancelled
                       : broken(window,
                                QCoreApplication::translate("loci::formats", "The list of vertices is damaged."));
        }
        return Outcome::Done;
    }
    const auto raw = window.piece();
    if (!raw) {
        return broken(
            window,
            window.peek() == 0
                ? QCoreApplication::translate("loci::formats", "The text ends before the JSON object does.")
                : QCoreApplication::translate("loci::formats", "The value of \"%1\" is damaged.").arg(toText(key)));
    }
    if (key == "type") {
        members.type = stringOf(*raw);
        if (!members.type.starts_with("CityJSON") || members.type == "CityJSONExtension") {
            return Outcome::Foreign;
        }
        if (members.type != "CityJSON" && members.type != "CityJSONFeature") {
            m_context.currentObject.clear();
            m_context.report(Severity::Error, "schema",
                             QCoreApplication::translate("loci::formats",
                                                         "There is no document type \"%1\"; it is read as a feature.")
                                 .arg(toText(members.type)),
                             QStringLiteral("/type"));
            members.type = "CityJSONFeature";
        }
        m_sawHeader = m_sawHeader || members.type == "CityJSON";
        return Outcome::Done;
    }
    readText(key, *raw, members);
    return Outcome::Done;
}

CityJsonDocument::Outcome CityJsonDocument::readObjects(JsonWindow &window)
{
    constexpr std::uint32_t kLookEvery = 64;
    window.take('{');
    if (window.take('}')) {
        return Outcome::Done;
    }
    do {
        const auto id = window.key();
        if (!id) {
            return broken(
                window,
                window.peek() == 0
                    ? QCoreApplication::translate("loci::formats", "The text ends before the JSON object does.")
                    : QCoreApplication::translate("loci::formats", "The id of a city object is expected here."));
        }
        const auto raw = window.piece();
        if (!raw) {
            return broken(window,
                          QCoreApplication::translate("loci::formats", "The text ends within the city object \"%1\".")
                              .arg(toText(*id)));
        }
        m_objects.read(*id, *raw);
        if (++m_count % kLookEvery == 0) {
            if (m_cancel.isCancelled()) {
                return Outcome::Cancelled;
            }
            if (m_progress) {
                m_progress(window.progress());
            }
            if (!m_expectedMore && window.offset() > kTelling) {
                expectMore(window.progress());
            }
        }
    } while (window.take(','));
    return window.take('}')
               ? Outcome::Done
               : broken(window,
                        window.peek() == 0
                            ? QCoreApplication::translate("loci::formats", "The text ends before the JSON object does.")
                            : QCoreApplication::translate("loci::formats",
                                                          "A comma or a closing brace is expected here."));
}

void CityJsonDocument::expectVertices(const JsonWindow &window)
{
    constexpr double kLeastBytes = 10; // of a vertex as text
    const double progress = window.progress();
    if (progress > 0 && window.offset() > kTelling) { // a long file, and the vertices come behind the objects
        const double rest = static_cast<double>(window.offset()) * (1 - progress) / progress;
        std::vector<std::int32_t> &xyz = m_context.model.vertices.xyz;
        reserveIfPossible(xyz, xyz.size() + 3 * static_cast<std::size_t>(rest / kLeastBytes));
    }
}

void CityJsonDocument::expectMore(double progress)
{
    m_expectedMore = true;
    if (progress <= 0 || progress > 0.5) {
        return;
    }
    // Growing arrays are copied again and again, and the larger ones are, the more of them is not in the cache any
    // more.
    const auto all = [progress](std::size_t now) {
        return static_cast<std::size_t>(static_cast<double>(now) / progress * 1.1);
    };
    GeometryStore &store = m_context.model.geometry;
    reserveIfPossible(store.vertexIds, all(store.vertexIds.size()));
    reserveIfPossible(store.ringVertices, all(store.ringVertices.size()));
    reserveIfPossible(store.surfaceRings, all(store.surfaceRings.size()));
    reserveIfPossible(store.surfaceSemantic, all(store.surfaceSemantic.size()));
    reserveIfPossible(store.surfaceGeometry, all(store.surfaceGeometry.size()));
    reserveIfPossible(store.semantics, all(store.semantics.size()));
    reserveIfPossible(store.geometries, all(store.geometries.size()));
    reserveIfPossible(store.shells, all(store.shells.size()));
    reserveIfPossible(m_context.model.objectIds, all(m_context.model.objectIds.size()));
}

void CityJsonDocument::readText(const std::string &key, std::string_view raw, Members &members)
{
    m_context.currentObject.clear();
    // Long members are read element by element anyway; a document tree of them would take many times their size.
    const bool isLong = key == "appearance" || key == "geometry-templates";
    if (!isLong && m_checker.parse(raw.data(), raw.size(), false).error()) {
        m_context.report(Severity::Error, "json_syntax",
                         QCoreApplication::translate("loci::formats", "The member \"%1\" is damaged and was left out.")
                             .arg(toText(key)),
                         QStringLiteral("/%1").arg(toText(key)));
        return;
    }
    if (key == "version") {
        members.version = true;
        readVersion(raw);
    } else if (key == "transform") {
        members.transform = true;
        readTransform(raw);
    } else if (key == "metadata") {
        readMetadata(raw);
    } else if (key == "appearance") {
        m_appearance.read(raw);
    } else if (key == "geometry-templates") {
        readTemplates(raw);
        m_geometry.setVertexBase(m_vertices.size());
    } else if (key == "extensions") {
        m_context.model.extensions = raw;
    } else if (key == "id" && members.type == "CityJSONFeature") {
        members.featureId = stringOf(raw);
    } else if (key == "CityObjects" || key == "vertices") {
        m_context.report(
            Severity::Error, "schema",
            QCoreApplication::translate("loci::formats", "The member \"%1\" is of the wrong kind.").arg(toText(key)),
            QStringLiteral("/%1").arg(toText(key)));
    } else {
        readOther(key, raw, members);
    }
}

void CityJsonDocument::readOther(const std::string &key, std::string_view raw, const Members &members)
{
    if (members.type == "CityJSONFeature") {
        return; // features may carry what they like (2.0.2)
    }
    if (m_features == 0) {
        appendJsonMember(m_others, key, raw);
    }
    if (key.empty() || key.front() != '+') {
        m_context.report(
            Severity::Warning, "extra_root_properties",
            QCoreApplication::translate("loci::formats", "The member \"%1\" is not part of CityJSON; it is kept.")
                .arg(toText(key)),
            QStringLiteral("/%1").arg(toText(key)));
    }
}

void CityJsonDocument::readVersion(std::string_view raw)
{
    const std::string version = stringOf(raw);
    m_sawVersion = true;
    m_context.model.version = toText(version);
    m_objects.setLodIsText(version.starts_with("1.1") || version.starts_with("2."));
    if (version.starts_with("0.")) {
        m_context.report(Severity::Warning, "schema",
                         QCoreApplication::translate(
                             "loci::formats", "Version %1 is older than the standard; it is read as if it were 1.0.")
                             .arg(toText(version)),
                         QStringLiteral("/version"));
    } else if (!version.starts_with("1.0") && !version.starts_with("1.1") && !version.starts_with("2.0")) {
        m_context.report(Severity::Error, "schema",
                         QCoreApplication::translate("loci::formats",
                                                     "The version \"%1\" is not known; it is read as if it were 2.0.")
                             .arg(toText(version)),
                         QStringLiteral("/version"));
    }
}

void CityJsonDocument::readTransform(std::string_view raw)
{
    std::array<double, 3> scale{1, 1, 1}, translate{0, 0, 0};
    simdjson::ondemand::document document;
    simdjson::ondemand::object members;
    int found = 0;
    if (!m_parser.iterate(raw.data(), raw.size(), raw.size() + simdjson::SIMDJSON_PADDING).get(document) &&
        !document.get_object().get(members)) {
        for (auto member : members) {
            simdjson::ondemand::raw_json_string key;
            simdjson::ondemand::value value;
            if (member.key().get(key) || member.value().get(value)) {
                break;
            }
            if (key == "scale") {
                found += threeNumbers(value, scale) ? 1 : 0;
            } else if (key == "translate") {
                found += threeNumbers(value, translate) ? 1 : 0;
            }
        }
    }
    bool sane = found == 2;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        sane = sane && scale[axis] != 0 && std::abs(scale[axis]) < 1e6 && std::abs(translate[axis]) < 1e10;
    }
    if (!sane) {
        m_context.report(Severity::Error, "schema",
                         QCoreApplication::translate(
                             "loci::formats", "The transform is not usable; the vertices are taken as they are."),
                         QStringLiteral("/transform"));
        scale = {1, 1, 1};
        translate = {0, 0, 0};
    }
    m_vertices.setTransform(scale, translate);
}

void CityJsonDocument::readMetadata(std::string_view raw)
{
    CityModel &m = m_context.model;
    m.metadata = raw;
    simdjson::dom::element metadata;
    if (m_checker.parse(raw.data(), raw.size(), false).get(metadata)) {
        return;
    }
    std::string_view reference;
    std::int64_t number = 0;
    if (!metadata["referenceSystem"].get(reference)) {
        m.crsText = toText(reference);
        m.crs = epsgFromText(reference);
    } else if (!metadata["crs"]["epsg"].get(number)) { // CityJSON 0.x
        m.crsText = QStringLiteral("EPSG:%1").arg(number);
        m.crs = EpsgCode(number > 0 && number < 1000000 ? static_cast<int>(number) : 0);
    }
}

void CityJsonDocument::readTemplates(std::string_view raw)
{
    simdjson::ondemand::document document;
    simdjson::ondemand::object members;
    bool good = !m_parser.iterate(raw.data(), raw.size(), raw.size() + simdjson::SIMDJSON_PADDING).get(document) &&
                !document.get_object().get(members);
    if (good) {
        for (auto member : members) {
            simdjson::ondemand::raw_json_string key;
            simdjson::ondemand::value value;
            simdjson::ondemand::array list;
            std::string_view json;
            if (member.key().get(key) || member.value().get(value)) {
                good = false;
                break;
            }
            if (key == "templates") {
                good =
                    !value.get_array().get(list) && !list.raw_json().get(json) && m_objects.readTemplates(json) && good;
            } else if (key == "vertices-templates") {
                if (value.get_array().get(list)) {
                    good = false;
                    continue; // an array that is none must not be walked
                }
                for (auto item : list) {
                    std::array<double, 3> vertex{};
                    simdjson::ondemand::value one;
                    good = !item.get(one) && threeNumbers(one, vertex) && good;
                    m_context.model.templateVertices.push_back(vertex);
                }
            }
        }
    }
    if (!good) {
        m_context.currentObject.clear();
        m_context.report(
            Severity::Error, "schema",
            QCoreApplication::translate("loci::formats",
                                        "The geometry templates are damaged; what could be read of them was kept."),
            QStringLiteral("/geometry-templates"));
    }
}

void CityJsonDocument::endDocument(const Members &members, ObjectIndex firstObject)
{
    m_context.currentObject.clear();
    const auto wants = [&](bool has, const char *name) {
        if (!has) {
            m_context.report(
                Severity::Error, "schema",
                QCoreApplication::translate("loci::formats", "The member \"%1\" is missing.").arg(QLatin1String(name)));
        }
    };
    wants(!members.type.empty(), "type");
    wants(members.objects, "CityObjects");
    wants(members.vertices, "vertices");
    if (members.type == "CityJSONFeature") {
        checkFeature(members, firstObject);
        ++m_features;
        return;
    }
    wants(members.version, "version");
    const QString &version = m_context.model.version;
    if (version.startsWith(QLatin1String("1.1")) || version.startsWith(QLatin1Char('2'))) {
        wants(members.transform, "transform");
    }
}

void CityJsonDocument::checkFeature(const Members &members, ObjectIndex firstObject)
{
    const CityModel &m = m_context.model;
    if (members.featureId.empty()) {
        m_context.report(Severity::Error, "schema",
                         QCoreApplication::translate("loci::formats", "The feature has no id."));
    } else if (std::find(m.objectIds.begin() + firstObject, m.objectIds.end(), members.featureId) ==
               m.objectIds.end()) {
        m_context.currentObject = members.featureId;
        m_context.report(
            Severity::Error, "schema",
            QCoreApplication::translate("loci::formats", "The id of the feature is none of its city objects."));
    }
    if (members.version || members.transform) {
        m_context.report(Severity::Error, "schema",
                         QCoreApplication::translate("loci::formats",
                                                     "A feature must not have a version or a transform of its own."));
    }
}

} // namespace loci::formats
