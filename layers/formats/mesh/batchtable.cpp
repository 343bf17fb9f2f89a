// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/mesh/batchtable.h"

#include "layers/formats/mesh/bytes.h"
#include "layers/formats/mesh/gltfaccessors.h"
#include "layers/formats/mesh/meshcontext.h"
#include "layers/formats/mesh/propertytable.h"

#include <QJsonDocument>
#include <cmath>

namespace loci::formats {

namespace {

QJsonObject objectOf(const QByteArray &json)
{
    return json.isEmpty() ? QJsonObject() : QJsonDocument::fromJson(json).object();
}

} // namespace

TileTable::TileTable(const QByteArray &json, const QByteArray &binary) : m_json(objectOf(json)), m_binary(binary) {}

qint64 TileTable::number(const char *name) const
{
    const QJsonValue value = m_json.value(QLatin1String(name));
    if (value.isObject()) {
        const std::vector<double> one = numbers(QLatin1String(name), 1, 1, "UINT32");
        return one.empty() ? -1 : static_cast<qint64>(one.front());
    }
    return indexOf(value);
}

std::vector<double> TileTable::numbers(const QString &name, std::uint64_t count, std::uint32_t components,
                                       const char *otherwise) const
{
    std::vector<double> read;
    const QJsonValue value = m_json.value(name);
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        if (static_cast<std::uint64_t>(array.size()) < count * components) {
            return read;
        }
        for (std::uint64_t i = 0; i < count * components; ++i) {
            read.push_back(array[static_cast<qsizetype>(i)].toDouble());
        }
        return read;
    }
    const QJsonObject reference = value.toObject();
    const std::optional<ComponentType> type =
        componentType(reference.value(QLatin1String("componentType")).toString(QLatin1String(otherwise)));
    const qint64 offset = indexOf(reference, "byteOffset");
    if (!type || offset < 0) {
        return read;
    }
    const std::uint64_t size = componentSize(*type), element = size * components;
    if (!fits(static_cast<std::uint64_t>(m_binary.size()), static_cast<std::uint64_t>(offset), count, element,
              element)) {
        return read;
    }
    read.reserve(count * components);
    const auto *at = reinterpret_cast<const std::byte *>(m_binary.constData()) + offset;
    for (std::uint64_t i = 0; i < count * components; ++i) {
        read.push_back(componentAt(*type, at + i * size));
    }
    return read;
}

BatchTable::BatchTable(const TileTable &table, std::uint64_t length, const QString &where, MeshContext &context)
    : m_length(length)
{
    for (auto member = table.json().begin(); member != table.json().end(); ++member) {
        const QString name = member.key();
        if (name == QLatin1String("extras")) {
            continue;
        }
        if (name == QLatin1String("extensions") || name == QLatin1String("HIERARCHY")) {
            context.unsupported(QCoreApplication::translate("loci::formats", "The hierarchy of a batch table"), where);
            continue;
        }
        Column column;
        column.name = name.toStdString();
        if (member->isArray()) {
            column.values = member->toArray();
        } else {
            column.components = componentsOf(member->toObject().value(QLatin1String("type")).toString());
            column.numbers =
                column.components > 0 ? table.numbers(name, length, column.components, "") : std::vector<double>();
            if (column.numbers.empty() && length > 0) {
                context.damaged(QCoreApplication::translate("loci::formats", "the values of the property \"%1\"")
                                    .arg(name.left(80)),
                                where);
                continue;
            }
        }
        m_columns.push_back(std::move(column));
    }
}

NamedValues BatchTable::row(std::uint64_t number) const
{
    NamedValues values;
    for (const Column &column : m_columns) {
        QJsonValue value;
        if (column.numbers.empty()) {
            value = column.values.at(static_cast<qsizetype>(number));
        } else if (number < m_length) {
            const double *first = column.numbers.data() + number * column.components;
            QJsonArray array;
            for (std::uint32_t c = 0; c < column.components; ++c) {
                array.append(std::isfinite(first[c]) ? QJsonValue(first[c]) : QJsonValue());
            }
            value = column.components == 1 ? array[0] : QJsonValue(array);
        }
        if (const std::optional<MeshValue> kept = meshValue(value)) {
            values.emplace_back(column.name, *kept);
        }
    }
    return values;
}

} // namespace loci::formats
