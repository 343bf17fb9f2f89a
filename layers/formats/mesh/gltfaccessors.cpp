// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/mesh/gltfaccessors.h"

#include "layers/formats/mesh/bytes.h"

#include <algorithm>
#include <array>
#include <limits>

namespace loci::formats {

namespace {

constexpr std::uint64_t kMostWithoutBytes = 10'000'000; // zeros that no buffer stands for

qint64 offsetOf(const QJsonObject &object)
{
    const QJsonValue value = object.value(QLatin1String("byteOffset"));
    return value.isUndefined() ? 0 : indexOf(value);
}

} // namespace

std::optional<ComponentType> componentType(const QString &name)
{
    static constexpr std::array<std::pair<QLatin1String, ComponentType>, 17> kNames{
        {{QLatin1String("INT8"), ComponentType::Int8},
         {QLatin1String("UINT8"), ComponentType::UInt8},
         {QLatin1String("INT16"), ComponentType::Int16},
         {QLatin1String("UINT16"), ComponentType::UInt16},
         {QLatin1String("INT32"), ComponentType::Int32},
         {QLatin1String("UINT32"), ComponentType::UInt32},
         {QLatin1String("INT64"), ComponentType::Int64},
         {QLatin1String("UINT64"), ComponentType::UInt64},
         {QLatin1String("FLOAT32"), ComponentType::Float32},
         {QLatin1String("FLOAT64"), ComponentType::Float64},
         {QLatin1String("BYTE"), ComponentType::Int8},
         {QLatin1String("UNSIGNED_BYTE"), ComponentType::UInt8},
         {QLatin1String("SHORT"), ComponentType::Int16},
         {QLatin1String("UNSIGNED_SHORT"), ComponentType::UInt16},
         {QLatin1String("INT"), ComponentType::Int32},
         {QLatin1String("UNSIGNED_INT"), ComponentType::UInt32},
         {QLatin1String("DOUBLE"), ComponentType::Float64}}};
    if (name == QLatin1String("FLOAT")) {
        return ComponentType::Float32;
    }
    const auto found =
        std::find_if(kNames.begin(), kNames.end(), [&](const auto &entry) { return entry.first == name; });
    return found == kNames.end() ? std::nullopt : std::optional(found->second);
}

std::uint32_t componentSize(ComponentType type)
{
    switch (type) {
    case ComponentType::Int8:
    case ComponentType::UInt8:
        return 1;
    case ComponentType::Int16:
    case ComponentType::UInt16:
        return 2;
    case ComponentType::Int32:
    case ComponentType::UInt32:
    case ComponentType::Float32:
        return 4;
    case ComponentType::Float64:
    case ComponentType::Int64:
    case ComponentType::UInt64:
        return 8;
    }
    return 0;
}

double componentAt(ComponentType type, const std::byte *at)
{
    switch (type) {
    case ComponentType::Int8:
        return littleEndian<std::int8_t>(at);
    case ComponentType::UInt8:
        return littleEndian<std::uint8_t>(at);
    case ComponentType::Int16:
        return littleEndian<std::int16_t>(at);
    case ComponentType::UInt16:
        return littleEndian<std::uint16_t>(at);
    case ComponentType::Int32:
        return littleEndian<std::int32_t>(at);
    case ComponentType::UInt32:
        return littleEndian<std::uint32_t>(at);
    case ComponentType::Float32:
        return static_cast<double>(littleEndian<float>(at));
    case ComponentType::Float64:
        return littleEndian<double>(at);
    case ComponentType::Int64:
        return static_cast<double>(littleEndian<std::int64_t>(at));
    case ComponentType::UInt64:
        return static_cast<double>(littleEndian<std::uint64_t>(at));
    }
    return 0;
}

double normalised(ComponentType type, double value)
{
    switch (type) {
    case ComponentType::Int8:
        return std::max(value / 127.0, -1.0);
    case ComponentType::UInt8:
        return value / 255.0;
    case ComponentType::Int16:
        return std::max(value / 32767.0, -1.0);
    case ComponentType::UInt16:
        return value / 65535.0;
    case ComponentType::Int32:
        return std::max(value / 2147483647.0, -1.0);
    case ComponentType::UInt32:
        return value / 4294967295.0;
    case ComponentType::Int64:
        return std::max(value / 9223372036854775807.0, -1.0);
    case ComponentType::UInt64:
        return value / 18446744073709551615.0;
    case ComponentType::Float32:
    case ComponentType::Float64:
        break;
    }
    return value;
}

std::uint32_t componentsOf(const QString &type)
{
    static constexpr std::array<std::pair<QLatin1String, std::uint32_t>, 7> kTypes{{{QLatin1String("SCALAR"), 1},
                                                                                    {QLatin1String("VEC2"), 2},
                                                                                    {QLatin1String("VEC3"), 3},
                                                                                    {QLatin1String("VEC4"), 4},
                                                                                    {QLatin1String("MAT2"), 4},
                                                                                    {QLatin1String("MAT3"), 9},
                                                                                    {QLatin1String("MAT4"), 16}}};
    const auto found =
        std::find_if(kTypes.begin(), kTypes.end(), [&](const auto &entry) { return entry.first == type; });
    return found == kTypes.end() ? 0 : found->second;
}

std::uint32_t GltfAccessors::componentsOfAccessor(qint64 accessor) const
{
    return componentsOf(m_document.element("accessors", accessor).value(QLatin1String("type")).toString());
}

template <class Out, class Convert>
std::optional<std::vector<Out>> GltfAccessors::read(qint64 accessor, std::uint32_t components,
                                                    const Convert &convert) const
{
    const QJsonObject from = m_document.element("accessors", accessor);
    const auto type = static_cast<ComponentType>(from.value(QLatin1String("componentType")).toInt());
    const std::uint64_t size = componentSize(type);
    const qint64 stated = indexOf(from, "count");
    if (size == 0 || stated < 0 || componentsOf(from.value(QLatin1String("type")).toString()) != components) {
        return std::nullopt;
    }
    const auto count = static_cast<std::uint64_t>(stated);
    std::vector<Out> values;
    const qint64 viewIndex = indexOf(from, "bufferView");
    if (viewIndex < 0) {
        if (count > kMostWithoutBytes) {
            return std::nullopt;
        }
        values.resize(count * components);
    } else {
        const std::span<const std::byte> view = m_document.bufferView(viewIndex);
        const qint64 statedStride = indexOf(m_document.element("bufferViews", viewIndex), "byteStride");
        const std::uint64_t element = size * components;
        const std::uint64_t stride = statedStride > 0 ? static_cast<std::uint64_t>(statedStride) : element;
        const qint64 offset = offsetOf(from);
        if (offset < 0 || stride < element ||
            !fits(view.size(), static_cast<std::uint64_t>(offset), count, stride, element)) {
            return std::nullopt;
        }
        values.reserve(count * components);
        for (std::uint64_t i = 0; i < count; ++i) {
            const std::byte *at = view.data() + offset + i * stride;
            for (std::uint32_t c = 0; c < components; ++c) {
                values.push_back(convert(type, at + c * size));
            }
        }
    }
    const QJsonObject sparse = from.value(QLatin1String("sparse")).toObject();
    if (!sparse.isEmpty() && !readSparse(sparse, type, components, count, values, convert)) {
        return std::nullopt;
    }
    return values;
}

template <class Out, class Convert>
bool GltfAccessors::readSparse(const QJsonObject &sparse, ComponentType type, std::uint32_t components,
                               std::uint64_t count, std::vector<Out> &values, const Convert &convert) const
{
    const qint64 changed = indexOf(sparse, "count");
    const QJsonObject where = sparse.value(QLatin1String("indices")).toObject();
    const QJsonObject what = sparse.value(QLatin1String("values")).toObject();
    const auto whereType = static_cast<ComponentType>(where.value(QLatin1String("componentType")).toInt());
    const std::span<const std::byte> places = m_document.bufferView(indexOf(where, "bufferView"));
    const std::span<const std::byte> news = m_document.bufferView(indexOf(what, "bufferView"));
    const std::uint64_t placeSize = componentSize(whereType), size = componentSize(type);
    const qint64 placeOffset = offsetOf(where), newOffset = offsetOf(what);
    if (changed < 0 || placeSize == 0 || placeOffset < 0 || newOffset < 0) {
        return false;
    }
    const auto many = static_cast<std::uint64_t>(changed);
    if (!fits(places.size(), static_cast<std::uint64_t>(placeOffset), many, placeSize, placeSize) ||
        !fits(news.size(), static_cast<std::uint64_t>(newOffset), many, size * components, size * components)) {
        return false;
    }
    for (std::uint64_t i = 0; i < many; ++i) {
        const double place = componentAt(whereType, places.data() + placeOffset + i * placeSize);
        if (!(place >= 0 && place < static_cast<double>(count))) {
            return false;
        }
        for (std::uint32_t c = 0; c < components; ++c) {
            values[static_cast<std::size_t>(place) * components + c] =
                convert(type, news.data() + newOffset + (i * components + c) * size);
        }
    }
    return true;
}

std::optional<std::vector<float>> GltfAccessors::floats(qint64 accessor, std::uint32_t components) const
{
    const bool shrink = m_document.element("accessors", accessor).value(QLatin1String("normalized")).toBool();
    return read<float>(accessor, components, [shrink](ComponentType type, const std::byte *at) {
        const double value = componentAt(type, at);
        return static_cast<float>(shrink ? normalised(type, value) : value);
    });
}

std::optional<std::vector<std::uint32_t>> GltfAccessors::indices(qint64 accessor) const
{
    return read<std::uint32_t>(accessor, 1, [](ComponentType type, const std::byte *at) {
        const double value = componentAt(type, at);
        return value >= 0 && value < 4294967295.0 ? static_cast<std::uint32_t>(value)
                                                  : std::numeric_limits<std::uint32_t>::max();
    });
}

} // namespace loci::formats
