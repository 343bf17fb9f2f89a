// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/mesh/propertytable.h"

#include "layers/formats/mesh/bytes.h"
#include "layers/formats/mesh/meshcontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <cmath>

namespace loci::formats {

namespace {

std::vector<double> numbersOf(const QJsonValue &value)
{
    std::vector<double> numbers;
    if (value.isDouble()) {
        numbers.push_back(value.toDouble());
    }
    for (const QJsonValue &element : value.toArray()) {
        numbers.push_back(element.toDouble());
    }
    return numbers;
}

std::optional<std::uint64_t> offsetAt(std::span<const std::byte> offsets, ComponentType type, std::uint64_t index)
{
    const std::uint64_t size = componentSize(type);
    if (!fits(offsets.size(), 0, index + 1, size, size)) {
        return std::nullopt;
    }
    const double value = componentAt(type, offsets.data() + index * size);
    return value >= 0 ? std::optional(static_cast<std::uint64_t>(value)) : std::nullopt;
}

QJsonValue numberAt(ComponentType type, const std::byte *at)
{
    if (type == ComponentType::Int64) {
        return QJsonValue(static_cast<qint64>(littleEndian<std::int64_t>(at)));
    }
    const double value = componentAt(type, at);
    const bool isReal = type == ComponentType::Float32 || type == ComponentType::Float64;
    return isReal || type == ComponentType::UInt64 ? QJsonValue(value) : QJsonValue(static_cast<qint64>(value));
}

/// The shortest number that is the same float: 0.1 and not 0.10000000149.
double shortest(ComponentType type, double value)
{
    return type == ComponentType::Float32 && std::isfinite(value)
               ? QByteArray::number(static_cast<float>(value), 'g', 7).toDouble()
               : value;
}

QJsonObject schemaOf(const GltfDocument &document, const QJsonObject &extension, MeshContext &context)
{
    const QJsonObject inlineSchema = extension.value(QLatin1String("schema")).toObject();
    const QString uri = extension.value(QLatin1String("schemaUri")).toString();
    if (!inlineSchema.isEmpty() || uri.isEmpty()) {
        return inlineSchema;
    }
    const std::optional<QByteArray> bytes = document.folder.read(uri, context, "missing_schema");
    return bytes ? QJsonDocument::fromJson(*bytes).object() : QJsonObject();
}

} // namespace

std::optional<MeshValue> meshValue(const QJsonValue &value)
{
    constexpr double kExact = 9007199254740992.0;
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool();
    case QJsonValue::String:
        return value.toString().toStdString();
    case QJsonValue::Double: {
        const double number = value.toDouble();
        if (std::abs(number) < kExact && number == std::floor(number)) {
            return static_cast<std::int64_t>(number);
        }
        if (const qint64 whole = value.toInteger(0); whole != 0) {
            return static_cast<std::int64_t>(whole);
        }
        return number;
    }
    case QJsonValue::Array:
        return JsonText{QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact).toStdString()};
    case QJsonValue::Object:
        return JsonText{QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact).toStdString()};
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return std::nullopt;
}

PropertyTable::PropertyTable(const GltfDocument &document, const QJsonObject &table, const QJsonObject &schema,
                             const QString &where, MeshContext &context)
    : m_class(table.value(QLatin1String("class")).toString().toStdString())
{
    const qint64 count = indexOf(table, "count");
    m_count = count < 0 ? 0 : static_cast<std::uint64_t>(count);
    const QJsonObject properties = schema.value(QLatin1String("classes"))
                                       .toObject()
                                       .value(QString::fromStdString(m_class))
                                       .toObject()
                                       .value(QLatin1String("properties"))
                                       .toObject();
    const QJsonObject columns = table.value(QLatin1String("properties")).toObject();
    for (auto property = properties.begin(); property != properties.end(); ++property) {
        Column column;
        column.name = property.key().toStdString();
        const QJsonObject from = columns.value(property.key()).toObject();
        column.fallback = property->toObject().value(QLatin1String("default"));
        if (from.isEmpty() && column.fallback.isUndefined()) {
            continue;
        }
        if (!describe(column, property->toObject(), schema) || (!from.isEmpty() && !locate(column, document, from))) {
            context.damaged(
                QCoreApplication::translate("loci::formats", "the values of the property \"%1\"").arg(property.key()),
                where);
            continue;
        }
        m_columns.push_back(std::move(column));
    }
}

bool PropertyTable::describe(Column &column, const QJsonObject &property, const QJsonObject &schema) const
{
    const QString type = property.value(QLatin1String("type")).toString();
    QString component = property.value(QLatin1String("componentType")).toString();
    if (type == QLatin1String("STRING")) {
        column.kind = Kind::String;
    } else if (type == QLatin1String("BOOLEAN")) {
        column.kind = Kind::Boolean;
    } else if (type == QLatin1String("ENUM")) {
        column.kind = Kind::Enum;
        const QJsonObject list = schema.value(QLatin1String("enums"))
                                     .toObject()
                                     .value(property.value(QLatin1String("enumType")).toString())
                                     .toObject();
        component = list.value(QLatin1String("valueType")).toString(QStringLiteral("UINT16"));
        for (const QJsonValue &entry : list.value(QLatin1String("values")).toArray()) {
            column.enumNames.emplace_back(entry.toObject().value(QLatin1String("value")).toInteger(),
                                          entry.toObject().value(QLatin1String("name")).toString().toStdString());
        }
    } else {
        column.components = componentsOf(type);
    }
    if (column.kind == Kind::Number || column.kind == Kind::Enum) {
        const std::optional<ComponentType> known = componentType(component);
        if (!known || column.components == 0) {
            return false;
        }
        column.component = *known;
    }
    column.isArray = property.value(QLatin1String("array")).toBool();
    const qint64 length = indexOf(property, "count");
    column.fixedLength = column.isArray && length > 0 ? static_cast<std::uint64_t>(length) : 0;
    column.isNormalised = property.value(QLatin1String("normalized")).toBool();
    column.offset = numbersOf(property.value(QLatin1String("offset")));
    column.scale = numbersOf(property.value(QLatin1String("scale")));
    column.noData = property.value(QLatin1String("noData"));
    return true;
}

bool PropertyTable::locate(Column &column, const GltfDocument &document, const QJsonObject &from) const
{
    const auto offsetType = [&](const char *member) {
        return componentType(from.value(QLatin1String(member)).toString(QStringLiteral("UINT32")));
    };
    const auto arrayType = offsetType("arrayOffsetType"), stringType = offsetType("stringOffsetType");
    if (!arrayType || !stringType) {
        return false;
    }
    column.arrayOffsetType = *arrayType;
    column.stringOffsetType = *stringType;
    column.values = document.bufferView(indexOf(from, "values"));
    column.arrayOffsets = document.bufferView(indexOf(from, "arrayOffsets"));
    column.stringOffsets = document.bufferView(indexOf(from, "stringOffsets"));
    if (!from.value(QLatin1String("offset")).isUndefined()) {
        column.offset = numbersOf(from.value(QLatin1String("offset")));
    }
    if (!from.value(QLatin1String("scale")).isUndefined()) {
        column.scale = numbersOf(from.value(QLatin1String("scale")));
    }
    return !column.values.empty() || (column.kind == Kind::String && !column.stringOffsets.empty());
}

std::pair<std::uint64_t, std::uint64_t> PropertyTable::elementsOf(const Column &column, std::uint64_t row) const
{
    if (!column.isArray) {
        return {row, row + 1};
    }
    if (column.fixedLength > 0) {
        return {row * column.fixedLength, (row + 1) * column.fixedLength};
    }
    const auto begin = offsetAt(column.arrayOffsets, column.arrayOffsetType, row);
    const auto end = offsetAt(column.arrayOffsets, column.arrayOffsetType, row + 1);
    return begin && end && *begin <= *end ? std::pair(*begin, *end) : std::pair<std::uint64_t, std::uint64_t>(0, 0);
}

std::optional<QJsonValue> PropertyTable::element(const Column &column, std::uint64_t at) const
{
    constexpr std::uint64_t kBits = 8;
    if (column.kind == Kind::Boolean) {
        if (at / kBits >= column.values.size()) {
            return std::nullopt;
        }
        return QJsonValue(((std::to_integer<unsigned>(column.values[at / kBits]) >> (at % kBits)) & 1U) != 0);
    }
    if (column.kind == Kind::String) {
        const auto begin = offsetAt(column.stringOffsets, column.stringOffsetType, at);
        const auto end = offsetAt(column.stringOffsets, column.stringOffsetType, at + 1);
        if (!begin || !end || *begin > *end || *end > column.values.size()) {
            return std::nullopt;
        }
        return QJsonValue(QString::fromUtf8(reinterpret_cast<const char *>(column.values.data()) + *begin,
                                            static_cast<qsizetype>(*end - *begin)));
    }
    const std::uint64_t size = componentSize(column.component), whole = size * column.components;
    if (at > column.values.size() / whole || !fits(column.values.size(), at * whole, 1, whole, whole)) {
        return std::nullopt;
    }
    const std::byte *first = column.values.data() + at * whole;
    if (column.kind == Kind::Enum) {
        const auto value = static_cast<std::int64_t>(componentAt(column.component, first));
        for (const auto &[number, name] : column.enumNames) {
            if (number == value) {
                return QJsonValue(QString::fromStdString(name));
            }
        }
        return QJsonValue(static_cast<qint64>(value));
    }
    const bool plain = !column.isNormalised && column.offset.empty() && column.scale.empty();
    QJsonArray numbers;
    for (std::uint32_t c = 0; c < column.components; ++c) {
        const std::byte *place = first + c * size;
        const double raw = componentAt(column.component, place);
        if (!std::isfinite(raw)) {
            return std::nullopt;
        }
        if (plain) {
            const bool isFloat = column.component == ComponentType::Float32;
            numbers.append(isFloat ? QJsonValue(shortest(column.component, raw)) : numberAt(column.component, place));
        } else {
            const double value = column.isNormalised ? normalised(column.component, raw) : raw;
            numbers.append(value * (c < column.scale.size() ? column.scale[c] : 1) +
                           (c < column.offset.size() ? column.offset[c] : 0));
        }
    }
    return column.components == 1 ? numbers[0] : QJsonValue(numbers);
}

std::optional<QJsonValue> PropertyTable::value(const Column &column, std::uint64_t row) const
{
    constexpr std::uint64_t kLongest = 100'000;
    if (column.values.empty() && column.stringOffsets.empty()) {
        return column.fallback;
    }
    const auto [begin, end] = elementsOf(column, row);
    std::optional<QJsonValue> made;
    if (!column.isArray) {
        made = element(column, begin);
    } else if (end - begin <= kLongest) {
        QJsonArray elements;
        for (std::uint64_t i = begin; i < end; ++i) {
            const std::optional<QJsonValue> one = element(column, i);
            if (!one) {
                return std::nullopt;
            }
            elements.append(*one);
        }
        made = elements;
    }
    if (made && !column.noData.isUndefined() && *made == column.noData) {
        return column.fallback.isUndefined() ? std::nullopt : std::optional(column.fallback);
    }
    return made;
}

NamedValues PropertyTable::row(std::uint64_t number) const
{
    NamedValues values;
    if (number >= m_count) {
        return values;
    }
    for (const Column &column : m_columns) {
        const std::optional<QJsonValue> found = value(column, number);
        if (const std::optional<MeshValue> kept = found ? meshValue(*found) : std::nullopt) {
            values.emplace_back(column.name, *kept);
        }
    }
    return values;
}

std::vector<PropertyTable> propertyTables(const GltfDocument &document, MeshContext &context)
{
    constexpr qsizetype kMostTables = 4096;
    std::vector<PropertyTable> tables;
    const QJsonObject extension = document.json.value(QLatin1String("extensions"))
                                      .toObject()
                                      .value(QLatin1String("EXT_structural_metadata"))
                                      .toObject();
    if (extension.isEmpty()) {
        return tables;
    }
    const QJsonObject schema = schemaOf(document, extension, context);
    const QJsonArray list = extension.value(QLatin1String("propertyTables")).toArray();
    for (qsizetype i = 0; i < std::min(list.size(), kMostTables); ++i) {
        tables.emplace_back(document, list[i].toObject(), schema,
                            document.name + QStringLiteral("/propertyTables/%1").arg(i), context);
    }
    if (!extension.value(QLatin1String("propertyTextures")).toArray().isEmpty()) {
        context.unsupported(QCoreApplication::translate("loci::formats", "Metadata in textures"), document.name);
    }
    return tables;
}

} // namespace loci::formats
