// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/cityjsonobject.h"

#include "layers/domain/city/jsontext.h"
#include "layers/formats/jsonwindow.h"

namespace loci::formats {

using namespace loci::city;

namespace {

std::string_view trimmed(std::string_view raw)
{
    while (!raw.empty() && (raw.back() == ' ' || raw.back() == '\n' || raw.back() == '\r' || raw.back() == '\t')) {
        raw.remove_suffix(1);
    }
    return raw;
}

/// "1.0" and "2.0" are written "1" and "2" as strings by 1.1; kept as they are otherwise.
std::string_view lodText(std::string_view number)
{
    return number.size() == 3 && number.substr(1) == ".0" ? number.substr(0, 1) : number;
}

bool isNull(simdjson::ondemand::value value)
{
    bool null = false;
    return !value.is_null().get(null) && null;
}

} // namespace

void CityJsonObject::read(std::string_view id, std::string_view raw)
{
    CityModel &m = m_context.model;
    m_context.currentObject = id;
    const ObjectIndex row = m.objectCount();
    const auto geometries = static_cast<std::uint32_t>(m.geometry.geometries.size());
    m.objectIds.emplace_back(id);
    m.objectType.push_back(kNone);
    m.objectGeometries.push_back({geometries, geometries});
    m.objectParent.push_back(kNone);
    std::string extra;
    simdjson::ondemand::document document;
    Object object;
    const bool opened =
        !m_parser.iterate(raw.data(), raw.size(), raw.size() + simdjson::SIMDJSON_PADDING).get(document) &&
        !document.get_object().get(object);
    if (!opened || !readMembers(object, row, extra)) {
        m_context.report(
            Severity::Error, opened || (!raw.empty() && raw[0] == '{') ? "json_syntax" : "schema",
            QCoreApplication::translate("loci::formats", "The object is damaged; what could be read of it was kept."));
    }
    m.objectGeometries[row].end = static_cast<std::uint32_t>(m.geometry.geometries.size());
    if (m.objectType[row] == kNone) {
        m.objectType[row] = m.typeNames.intern("");
        m_context.report(Severity::Error, "schema",
                         QCoreApplication::translate("loci::formats", "The object has no type."));
    }
    if (!extra.empty()) {
        closeJsonObject(extra);
        m.objectExtra.emplace_back(row, std::move(extra));
    }
}

bool CityJsonObject::readMembers(Object object, ObjectIndex row, std::string &extra)
{
    for (auto field : object) {
        std::string_view key;
        Value value;
        if (field.unescaped_key().get(key) || field.value().get(value) || !readMember(key, value, row, extra)) {
            return false;
        }
    }
    return true;
}

bool CityJsonObject::readMember(std::string_view key, Value value, ObjectIndex row, std::string &extra)
{
    if (key == "type") {
        std::string_view type;
        if (!value.get_string().get(type)) {
            m_context.model.objectType[row] = m_context.model.typeNames.intern(type);
        }
        return true;
    }
    if (key == "geometry") {
        return readGeometries(value, row);
    }
    if (key == "attributes") {
        return readAttributes(value, row);
    }
    if (key == "children" || key == "members") {
        return readLinks(value, row, true);
    }
    if (key == "parents" || key == "parent") {
        return readLinks(value, row, false);
    }
    keep(extra, key, value);
    return true;
}

void CityJsonObject::keep(std::string &extra, std::string_view key, Value value)
{
    const std::string name(key); // the parser's text of the key does not outlive the value's
    std::string_view raw;
    if (simdjson::to_json_string(value).get(raw)) {
        return;
    }
    raw = trimmed(raw);
    if (m_checker.parse(raw.data(), raw.size(), false).error()) {
        m_context.report(Severity::Error, "json_syntax",
                         QCoreApplication::translate("loci::formats", "The member \"%1\" is damaged and was left out.")
                             .arg(toText(name)));
        return;
    }
    appendJsonMember(extra, name, raw);
}

AttributeColumn &CityJsonObject::columnFor(std::string_view name, std::size_t position)
{
    if (position < m_columns.size() && m_columns[position]->name() == name) {
        return *m_columns[position];
    }
    AttributeColumn &column = m_context.model.attributes.column(name);
    if (position >= m_columns.size()) {
        m_columns.resize(position + 1, &column);
    }
    m_columns[position] = &column;
    return column;
}

bool CityJsonObject::readAttributes(Value value, ObjectIndex row)
{
    Object attributes;
    if (isNull(value)) {
        return true;
    }
    if (value.get_object().get(attributes)) {
        m_context.report(Severity::Error, "schema",
                         QCoreApplication::translate("loci::formats", "The attributes are no JSON object."));
        return true;
    }
    std::size_t position = 0;
    for (auto field : attributes) {
        std::string_view key;
        Value item;
        if (field.unescaped_key().get(key) || field.value().get(item) ||
            !readAttribute(item, row, columnFor(key, position++))) {
            return false;
        }
    }
    return true;
}

bool CityJsonObject::readAttribute(Value value, ObjectIndex row, AttributeColumn &column)
{
    simdjson::ondemand::json_type type{};
    if (value.type().get(type)) {
        return false;
    }
    std::string_view string;
    std::int64_t integer = 0;
    double real = 0;
    bool truth = false;
    switch (type) {
    case simdjson::ondemand::json_type::string:
        if (value.get_string().get(string)) {
            return false;
        }
        column.appendText(row, string);
        return true;
    case simdjson::ondemand::json_type::number:
        if (!value.get_int64().get(integer)) {
            column.append(row, integer);
            return true;
        }
        if (!value.get_double().get(real)) {
            column.append(row, real);
            return true;
        }
        m_context.report(
            Severity::Error, "json_syntax",
            QCoreApplication::translate("loci::formats", "The attribute \"%1\" is no number that can be read.")
                .arg(toText(column.name())));
        return true;
    case simdjson::ondemand::json_type::boolean:
        if (value.get_bool().get(truth)) {
            return false;
        }
        column.append(row, truth);
        return true;
    case simdjson::ondemand::json_type::null:
        return isNull(value);
    case simdjson::ondemand::json_type::object:
    case simdjson::ondemand::json_type::array:
        break;
    }
    if (simdjson::to_json_string(value).get(string)) {
        return false;
    }
    if (m_checker.parse(string.data(), string.size(), false).error()) {
        m_context.report(
            Severity::Error, "json_syntax",
            QCoreApplication::translate("loci::formats", "The attribute \"%1\" is damaged and was left out.")
                .arg(toText(column.name())));
        return true;
    }
    column.appendJson(row, string);
    return true;
}

bool CityJsonObject::readLinks(Value value, ObjectIndex row, bool children)
{
    const auto add = [&](std::string_view id) { children ? m_links.addChild(row, id) : m_links.addParent(row, id); };
    simdjson::ondemand::json_type type{};
    std::string_view id;
    if (value.type().get(type)) {
        return false;
    }
    if (type == simdjson::ondemand::json_type::string) { // CityJSON 0.x: one parent
        if (!value.get_string().get(id)) {
            add(id);
        }
        return true;
    }
    simdjson::ondemand::array list;
    bool good = type == simdjson::ondemand::json_type::array && !value.get_array().get(list);
    if (good) {
        for (auto item : list) {
            if (item.get_string().get(id)) {
                good = false;
                break;
            }
            add(id);
        }
    }
    if (!good && type != simdjson::ondemand::json_type::null) {
        m_context.report(Severity::Error, "schema",
                         QCoreApplication::translate("loci::formats", "Its children or parents are no list of ids."));
        return type != simdjson::ondemand::json_type::array;
    }
    return true;
}

bool CityJsonObject::readGeometries(Value value, ObjectIndex row)
{
    simdjson::ondemand::array list;
    simdjson::ondemand::json_type type{};
    if (value.type().get(type)) {
        return false;
    }
    if (type == simdjson::ondemand::json_type::null) {
        return true;
    }
    if (type != simdjson::ondemand::json_type::array || value.get_array().get(list)) {
        m_context.report(Severity::Error, "schema",
                         QCoreApplication::translate("loci::formats", "The geometry is no list."));
        return true;
    }
    for (auto item : list) {
        Object object;
        if (item.get_object().get(object) || !readGeometry(object, row, m_context.model.geometry)) {
            return false;
        }
    }
    return true;
}

bool CityJsonObject::collectGeometry(Object object, RawGeometry &raw)
{
    for (auto field : object) {
        simdjson::ondemand::raw_json_string key;
        Value value;
        std::string_view json;
        if (field.key().get(key) || field.value().get(value)) {
            return false;
        }
        if (key == "type") {
            if (value.get_string().get(raw.type)) {
                raw.type = {};
            }
            continue;
        }
        if (simdjson::to_json_string(value).get(json)) {
            return false;
        }
        json = trimmed(json);
        if (key == "boundaries") {
            raw.boundaries = json;
        } else if (key == "lod") {
            raw.lodIsText = json.size() >= 2 && json.front() == '"';
            m_lod = raw.lodIsText ? unescaped(json.substr(1, json.size() - 2)) : std::string(lodText(json));
            raw.lod = json == "null" ? std::string_view() : std::string_view(m_lod);
        } else if (key == "semantics") {
            raw.semantics = json;
        } else if (key == "material") {
            raw.material = json;
        } else if (key == "texture") {
            raw.texture = json;
        } else if (key == "template") {
            raw.templateIndex = json;
        } else if (key == "transformationMatrix") {
            raw.matrix = json;
        }
    }
    return true;
}

bool CityJsonObject::readGeometry(Object object, ObjectIndex row, GeometryStore &store)
{
    RawGeometry raw;
    if (!collectGeometry(object, raw)) {
        return false;
    }
    if (m_lodIsText && !raw.lod.empty() && !raw.lodIsText) {
        reportLod();
    }
    if (!m_geometry.add(raw, row, store) && row == kNone) {
        Geometry placeholder; // the numbers of the other templates must not shift
        placeholder.surfaces = {store.surfaceCount(), store.surfaceCount()};
        store.geometries.push_back(placeholder);
    }
    return true;
}

void CityJsonObject::reportLod()
{
    if (!m_lodReported) {
        m_context.report(Severity::Warning, "schema",
                         QCoreApplication::translate("loci::formats",
                                                     "The level of detail is a number; this version wants a text."));
        m_lodReported = true; // a habit of the writer: one finding says it for the whole file
    }
}

bool CityJsonObject::readTemplates(std::string_view raw)
{
    m_context.currentObject.clear();
    simdjson::ondemand::document document;
    simdjson::ondemand::array list;
    if (m_parser.iterate(raw.data(), raw.size(), raw.size() + simdjson::SIMDJSON_PADDING).get(document) ||
        document.get_array().get(list)) {
        return false;
    }
    m_geometry.setVertexBase(0);
    for (auto item : list) {
        Object object;
        if (item.get_object().get(object) || !readGeometry(object, kNone, m_context.model.templates)) {
            return false;
        }
    }
    return true;
}

} // namespace loci::formats
