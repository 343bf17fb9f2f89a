// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/export/gltfproperties.h"

#include "layers/domain/city/jsontext.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_set>

namespace loci::formats {

using namespace loci::city;

namespace {

bool all(const std::vector<bool> &has)
{
    return std::find(has.begin(), has.end(), false) == has.end();
}

/// -9999 and on to more nines until no value is the same.
double freeNumber(const std::vector<double> &values)
{
    double number = -9999;
    while (std::find(values.begin(), values.end(), number) != values.end()) {
        number = number * 10 - 9;
    }
    return number;
}

std::string freeText(const std::vector<std::string> &texts, const std::vector<bool> &has)
{
    std::unordered_set<std::string_view> used;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (has[i]) {
            used.insert(texts[i]);
        }
    }
    std::string text;
    while (used.count(text) > 0) {
        text += '-';
    }
    return text;
}

} // namespace

GltfProperties::GltfProperties(const CityModel &model, std::span<const ObjectIndex> objects, GltfBuffer &buffer)
    : m_model(model)
    , m_objects(objects)
    , m_buffer(buffer)
{
    std::vector<std::string> ids, types, parents;
    std::vector<bool> hasParent;
    for (const ObjectIndex o : objects) {
        ids.push_back(model.objectIds[o]);
        types.emplace_back(model.typeOf(o));
        const ObjectIndex parent = model.objectParent[o];
        hasParent.push_back(parent != kNone);
        parents.push_back(parent == kNone ? std::string() : model.objectIds[parent]);
    }
    const std::vector<bool> every(objects.size(), true);
    addTexts("id", ids, every);
    addTexts("type", types, every);
    if (std::find(hasParent.begin(), hasParent.end(), true) != hasParent.end()) {
        addTexts("parent", parents, hasParent);
    }
    for (const auto &column : model.attributes.columns()) {
        addColumn(*column);
    }
    std::string schema, table;
    for (const Property &property : m_properties) {
        appendJsonMember(schema, property.name, property.schema);
        appendJsonMember(table, property.name, property.table);
    }
    closeJsonObject(schema);
    closeJsonObject(table);
    m_json = R"({"schema":{"id":"loci","classes":{"cityObject":{"name":"City object","properties":)" + schema +
             R"(}}},"propertyTables":[{"class":"cityObject","count":)" + std::to_string(objects.size()) +
             ",\"properties\":" + table + "}]}";
}

std::string GltfProperties::idFor(const std::string &name) const
{
    std::string id;
    for (const char c : name) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
        id += letter || (!id.empty() && c >= '0' && c <= '9') ? c : '_';
    }
    const auto taken = [this](const std::string &text) {
        return std::any_of(m_properties.begin(), m_properties.end(), [&](const Property &p) { return p.name == text; });
    };
    std::string unique = id.empty() ? "_" : id;
    for (int number = 2; taken(unique); ++number) {
        unique = id + '_' + std::to_string(number);
    }
    return unique;
}

void GltfProperties::add(const std::string &name, const std::string &schema, const std::string &table)
{
    m_properties.push_back({idFor(name), R"({"name":)" + jsonString(name) + ',' + schema + '}', '{' + table + '}'});
}

void GltfProperties::addTexts(const std::string &name, const std::vector<std::string> &texts,
                              const std::vector<bool> &has)
{
    const std::string missing = all(has) ? std::string() : freeText(texts, has);
    std::string bytes;
    std::vector<std::uint32_t> offsets{0};
    for (std::size_t i = 0; i < texts.size(); ++i) {
        bytes += has[i] ? texts[i] : missing;
        offsets.push_back(static_cast<std::uint32_t>(bytes.size()));
    }
    if (bytes.empty()) {
        return; // a view must not be empty: nothing but empty texts is nothing to carry
    }
    std::string schema = R"("type":"STRING")";
    schema += all(has) ? R"(,"required":true)" : ",\"noData\":" + jsonString(missing);
    const std::size_t values = m_buffer.addView(bytes);
    const std::size_t ends = m_buffer.addView(offsets);
    add(name, schema,
        "\"values\":" + std::to_string(values) + ",\"stringOffsets\":" + std::to_string(ends) +
            R"(,"stringOffsetType":"UINT32")");
}

void GltfProperties::addColumn(const AttributeColumn &column)
{
    std::vector<bool> has(m_objects.size(), false);
    std::vector<double> numbers(m_objects.size(), 0);
    std::vector<std::string> texts(m_objects.size());
    const auto kind = column.kind();
    const bool isNumber = kind == AttributeColumn::Kind::Integer || kind == AttributeColumn::Kind::Real;
    bool any = false, exact = true;
    for (std::size_t i = 0; i < m_objects.size(); ++i) {
        const QVariant value = column.value(m_objects[i]);
        has[i] = value.isValid();
        any = any || has[i];
        if (!has[i]) {
            continue;
        }
        if (isNumber || kind == AttributeColumn::Kind::Boolean) {
            constexpr double kExact = 9007199254740992.0; // beyond, a double skips whole numbers
            numbers[i] = value.toDouble();
            exact = exact && (kind == AttributeColumn::Kind::Real || std::abs(numbers[i]) < kExact);
        }
        texts[i] = value.toString().toStdString();
    }
    if (!any) {
        return;
    }
    if (isNumber && exact) {
        addNumbers(column.name(), numbers, has, kind == AttributeColumn::Kind::Integer);
    } else if (kind == AttributeColumn::Kind::Boolean && all(has)) {
        std::vector<bool> truth(numbers.size());
        std::transform(numbers.begin(), numbers.end(), truth.begin(), [](double n) { return n != 0; });
        addTruth(column.name(), truth);
    } else {
        addTexts(column.name(), texts, has);
    }
}

void GltfProperties::addNumbers(const std::string &name, const std::vector<double> &values,
                                const std::vector<bool> &has, bool integers)
{
    const bool complete = all(has);
    const double missing = complete ? 0 : freeNumber(values);
    const auto fits = [](double n) {
        return n >= std::numeric_limits<std::int32_t>::min() && n <= std::numeric_limits<std::int32_t>::max();
    };
    const bool small = integers && fits(missing) && std::all_of(values.begin(), values.end(), fits);
    std::size_t view = 0;
    if (small) {
        std::vector<std::int32_t> cells;
        for (std::size_t i = 0; i < values.size(); ++i) {
            cells.push_back(static_cast<std::int32_t>(has[i] ? values[i] : missing));
        }
        view = m_buffer.addView(cells);
    } else {
        std::vector<double> cells;
        for (std::size_t i = 0; i < values.size(); ++i) {
            cells.push_back(has[i] ? values[i] : missing);
        }
        view = m_buffer.addView(cells);
    }
    std::string schema = std::string(R"("type":"SCALAR","componentType":)") + (small ? "\"INT32\"" : "\"FLOAT64\"");
    schema += complete ? R"(,"required":true)" : ",\"noData\":" + jsonNumber(missing);
    add(name, schema, "\"values\":" + std::to_string(view));
}

void GltfProperties::addTruth(const std::string &name, const std::vector<bool> &values)
{
    std::string bits((values.size() + 7) / 8, '\0');
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i]) {
            bits[i / 8] = static_cast<char>(static_cast<unsigned char>(bits[i / 8]) | (1U << (i % 8)));
        }
    }
    add(name, R"("type":"BOOLEAN","required":true)", "\"values\":" + std::to_string(m_buffer.addView(bits)));
}

} // namespace loci::formats
