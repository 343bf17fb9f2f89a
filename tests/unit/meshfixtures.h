// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/citymodel.h"
#include "layers/formats/modelreader.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtEndian>

namespace loci::test {

template <class T>
QByteArray littleEndianBytes(std::initializer_list<T> values)
{
    QByteArray bytes;
    for (const T value : values) {
        const T stored = qToLittleEndian(value);
        bytes.append(reinterpret_cast<const char *>(&stored), sizeof(T));
    }
    return bytes;
}

inline QByteArray padded(QByteArray bytes, char with, int to = 8)
{
    while (bytes.size() % to != 0) {
        bytes.append(with);
    }
    return bytes;
}

inline QByteArray jsonBytes(const QJsonObject &json)
{
    return padded(QJsonDocument(json).toJson(QJsonDocument::Compact), ' ');
}

inline QByteArray glb(const QJsonObject &json, const QByteArray &binary)
{
    const QByteArray text = jsonBytes(json), body = padded(binary, '\0');
    const auto size = [](const QByteArray &b) { return static_cast<std::uint32_t>(b.size()); };
    return "glTF" +
           littleEndianBytes<std::uint32_t>({2, 12 + 8 + size(text) + 8 + size(body), size(text), 0x4E4F534A}) + text +
           littleEndianBytes<std::uint32_t>({size(body), 0x004E4942}) + body;
}

/// A square of one unit in the plane y = 0 of glTF, two triangles, with four texture coordinates and feature ids
/// 0 0 1 1 by point. Views: 0 positions, 1 indices, 2 uv, 3 ids.
struct Square
{
    QByteArray binary = littleEndianBytes<float>({0, 0, 0, 1, 0, 0, 1, 0, -1, 0, 0, -1}) +
                        littleEndianBytes<std::uint16_t>({0, 1, 2, 2, 3, 0}) +
                        littleEndianBytes<float>({0, 1, 1, 1, 1, 0, 0, 0}) + littleEndianBytes<float>({0, 0, 1, 1});
    QJsonObject json;

    Square()
    {
        const auto view = [](int offset, int length) {
            return QJsonObject{{"buffer", 0}, {"byteOffset", offset}, {"byteLength", length}};
        };
        const auto accessor = [](int bufferView, int component, int count, const char *type) {
            return QJsonObject{
                {"bufferView", bufferView}, {"componentType", component}, {"count", count}, {"type", type}};
        };
        json = {{"asset", QJsonObject{{"version", "2.0"}}},
                {"buffers", QJsonArray{QJsonObject{{"byteLength", binary.size()}}}},
                {"bufferViews", QJsonArray{view(0, 48), view(48, 12), view(60, 32), view(92, 16)}},
                {"accessors", QJsonArray{accessor(0, 5126, 4, "VEC3"), accessor(1, 5123, 6, "SCALAR"),
                                         accessor(2, 5126, 4, "VEC2"), accessor(3, 5126, 4, "SCALAR")}},
                {"meshes", QJsonArray{QJsonObject{
                               {"primitives", QJsonArray{QJsonObject{{"attributes", QJsonObject{{"POSITION", 0}}},
                                                                     {"indices", 1}}}}}}},
                {"nodes", QJsonArray{QJsonObject{{"mesh", 0}, {"name", "square"}}}},
                {"scenes", QJsonArray{QJsonObject{{"nodes", QJsonArray{0}}}}},
                {"scene", 0}};
    }
    QByteArray glb() const { return test::glb(json, binary); }
    /// Changes the only primitive.
    template <class Change>
    void changePrimitive(const Change &change)
    {
        QJsonArray meshes = json["meshes"].toArray();
        QJsonObject mesh = meshes[0].toObject();
        QJsonObject primitive = mesh["primitives"].toArray()[0].toObject();
        change(primitive);
        mesh["primitives"] = QJsonArray{primitive};
        meshes[0] = mesh;
        json["meshes"] = meshes;
    }
};

/// A tile of 3D Tiles 1.0: `extra` goes behind the header.
inline QByteArray tile(const char *magic, const QJsonObject &features, const QByteArray &featureBody,
                       const QJsonObject &batch, const QByteArray &batchBody, const QByteArray &body,
                       const QByteArray &extra = {})
{
    const QByteArray f = jsonBytes(features), b = batch.isEmpty() ? QByteArray() : jsonBytes(batch);
    const auto size = [](const QByteArray &bytes) { return static_cast<std::uint32_t>(bytes.size()); };
    const std::uint32_t total = 28 + size(extra) + size(f) + size(featureBody) + size(b) + size(batchBody) + size(body);
    return QByteArray(magic) +
           littleEndianBytes<std::uint32_t>({1, total, size(f), size(featureBody), size(b), size(batchBody)}) + extra +
           f + featureBody + b + batchBody + body;
}

/// A folder that goes with the test.
class ModelFolder
{
public:
    QString write(const QString &name, const QByteArray &bytes) const
    {
        const QString path = m_folder.filePath(name);
        QDir().mkpath(QFileInfo(path).absolutePath());
        QFile file(path);
        file.open(QIODevice::WriteOnly);
        file.write(bytes);
        return path;
    }
    Result<formats::LoadedModel> read(const QString &name, const QByteArray &bytes) const
    {
        return formats::readModel(write(name, bytes));
    }
    QString path(const QString &name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

inline QStringList codesOf(const Findings &findings)
{
    QStringList codes;
    for (const Finding &finding : findings) {
        codes << finding.code;
    }
    codes.sort();
    return codes;
}

inline QVariant attribute(const city::CityModel &model, const char *name, city::ObjectIndex object)
{
    const city::AttributeColumn *column = model.attributes.find(name);
    return column ? column->value(object) : QVariant();
}

} // namespace loci::test
