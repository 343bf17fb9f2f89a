// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/mesh/meshwire.h"

#include "layers/formats/mesh/meshlook.h"

#include <QDataStream>
#include <QIODevice>
#include <algorithm>

namespace loci::formats {

namespace {

constexpr quint32 kMagic = 0x4C4F4349; // of this version of the bytes

template <class T>
void putAll(QDataStream &stream, const std::vector<T> &values)
{
    stream << static_cast<quint64>(values.size());
    stream.writeRawData(reinterpret_cast<const char *>(values.data()), static_cast<int>(values.size() * sizeof(T)));
}

template <class T>
bool takeAll(QDataStream &stream, std::vector<T> &values)
{
    quint64 count = 0;
    stream >> count;
    if (stream.status() != QDataStream::Ok ||
        count > static_cast<quint64>(stream.device()->bytesAvailable()) / sizeof(T)) {
        return false;
    }
    values.resize(count);
    const auto bytes = static_cast<int>(count * sizeof(T));
    return stream.readRawData(reinterpret_cast<char *>(values.data()), bytes) == bytes;
}

void put(QDataStream &stream, const std::string &text)
{
    stream << QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size()));
}

std::string takeText(QDataStream &stream)
{
    QByteArray bytes;
    stream >> bytes;
    return bytes.toStdString();
}

void put(QDataStream &stream, const MeshValue &value)
{
    stream << static_cast<quint8>(value.index());
    std::visit(
        [&](const auto &held) {
            using Held = std::decay_t<decltype(held)>;
            if constexpr (std::is_same_v<Held, std::string>) {
                put(stream, held);
            } else if constexpr (std::is_same_v<Held, JsonText>) {
                put(stream, held.text);
            } else if constexpr (std::is_same_v<Held, std::int64_t>) {
                stream << static_cast<qint64>(held);
            } else {
                stream << held;
            }
        },
        value);
}

MeshValue takeValue(QDataStream &stream)
{
    quint8 kind = 0;
    stream >> kind;
    qint64 whole = 0;
    double real = 0;
    bool yes = false;
    switch (kind) {
    case 0:
        stream >> whole;
        return static_cast<std::int64_t>(whole);
    case 1:
        stream >> real;
        return real;
    case 2:
        stream >> yes;
        return yes;
    case 3:
        return takeText(stream);
    default:
        return JsonText{takeText(stream)};
    }
}

void put(QDataStream &stream, const MeshObject &object)
{
    put(stream, object.id);
    put(stream, object.type);
    stream << object.parent << static_cast<quint32>(object.attributes.size());
    for (const auto &[name, value] : object.attributes) {
        put(stream, name);
        put(stream, value);
    }
    stream << static_cast<quint32>(object.geometries.size());
    for (const MeshGeometry &geometry : object.geometries) {
        stream << static_cast<quint8>(geometry.type) << geometry.faces.begin << geometry.faces.end;
        put(stream, geometry.semantic);
    }
}

bool take(QDataStream &stream, MeshObject &object)
{
    object.id = takeText(stream);
    object.type = takeText(stream);
    quint32 count = 0;
    stream >> object.parent >> count;
    for (quint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i) {
        std::string name = takeText(stream);
        object.attributes.emplace_back(std::move(name), takeValue(stream));
    }
    count = 0;
    stream >> count;
    for (quint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i) {
        MeshGeometry geometry;
        quint8 type = 0;
        stream >> type >> geometry.faces.begin >> geometry.faces.end;
        geometry.type = static_cast<city::GeometryType>(type);
        geometry.semantic = takeText(stream);
        object.geometries.push_back(std::move(geometry));
    }
    return stream.status() == QDataStream::Ok;
}

bool isWhole(const MeshPart &part)
{
    const std::size_t points = part.points.size(), faces = part.faceMaterial.size();
    if (part.faceEnds.size() != faces + 1 || part.faceEnds.front() != 0 ||
        part.faceEnds.back() != part.corners.size() || !std::is_sorted(part.faceEnds.begin(), part.faceEnds.end()) ||
        !std::all_of(part.corners.begin(), part.corners.end(), [points](std::uint32_t c) { return c < points; })) {
        return false;
    }
    for (std::size_t i = 0; i < part.objects.size(); ++i) {
        const MeshObject &object = part.objects[i];
        if (object.parent != city::kNone && object.parent >= i) {
            return false;
        }
        for (const MeshGeometry &geometry : object.geometries) {
            if (geometry.faces.begin > geometry.faces.end || geometry.faces.end > faces ||
                geometry.type > city::GeometryType::MultiSurface) {
                return false;
            }
        }
    }
    return true;
}

} // namespace

QByteArray toWire(const MeshPart &part)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << kMagic;
    putAll(stream, part.points);
    putAll(stream, part.corners);
    putAll(stream, part.faceEnds);
    putAll(stream, part.faceMaterial);
    stream << static_cast<quint32>(part.materials.size());
    for (const MeshMaterial &from : part.materials) {
        const std::array<double, 3> colour = from.material.diffuse.value_or(std::array<double, 3>{1, 1, 1});
        put(stream, from.material.name);
        stream << colour[0] << colour[1] << colour[2] << 1 - from.material.transparency;
    }
    stream << static_cast<quint32>(part.objects.size());
    for (const MeshObject &object : part.objects) {
        put(stream, object);
    }
    stream << kMagic;
    return bytes;
}

std::optional<MeshPart> fromWire(const QByteArray &bytes)
{
    QDataStream stream(bytes);
    quint32 magic = 0, count = 0;
    stream >> magic;
    MeshPart part;
    if (magic != kMagic || !takeAll(stream, part.points) || !takeAll(stream, part.corners) ||
        !takeAll(stream, part.faceEnds) || !takeAll(stream, part.faceMaterial)) {
        return std::nullopt;
    }
    stream >> count;
    for (quint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i) {
        const QString name = QString::fromStdString(takeText(stream));
        std::array<double, 3> colour{};
        double opacity = 1;
        stream >> colour[0] >> colour[1] >> colour[2] >> opacity;
        part.materials.push_back({plainMaterial(name, colour, opacity), city::kNone});
    }
    count = 0;
    stream >> count;
    for (quint32 i = 0; i < count; ++i) {
        MeshObject object;
        if (!take(stream, object)) {
            return std::nullopt;
        }
        part.objects.push_back(std::move(object));
    }
    magic = 0;
    stream >> magic;
    return magic == kMagic && !part.faceEnds.empty() && isWhole(part) ? std::optional(std::move(part)) : std::nullopt;
}

} // namespace loci::formats
