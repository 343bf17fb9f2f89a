// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/export_meshfile.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>
#include <QtEndian>
#include <cmath>
#include <cstring>

namespace loci::test {

namespace {

double triangleArea(const Vec3 &a, const Vec3 &b, const Vec3 &c)
{
    const Vec3 u{b.x - a.x, b.y - a.y, b.z - a.z}, v{c.x - a.x, c.y - a.y, c.z - a.z};
    return std::hypot(u.y * v.z - u.z * v.y, u.z * v.x - u.x * v.z, u.x * v.y - u.y * v.x) / 2;
}

QByteArray viewOf(const MeshFile &file, int view)
{
    const QJsonObject entry = file.json[QStringLiteral("bufferViews")].toArray()[view].toObject();
    const int offset = entry[QStringLiteral("byteOffset")].toInt();
    const int length = entry[QStringLiteral("byteLength")].toInt();
    if (length <= 0 || offset % 8 != 0 || offset + length > file.binary.size()) {
        return {};
    }
    return file.binary.mid(offset, length);
}

template <class T>
std::vector<T> cells(const QByteArray &bytes)
{
    std::vector<T> items(static_cast<std::size_t>(bytes.size()) / sizeof(T));
    std::memcpy(items.data(), bytes.constData(), items.size() * sizeof(T));
    return items;
}

/// The components of an accessor; checks type, count and stated bounds.
template <class T>
std::vector<T> accessor(MeshFile &file, int number, int componentType, const QString &type, int width)
{
    const QJsonObject entry = file.json[QStringLiteral("accessors")].toArray()[number].toObject();
    std::vector<T> items = cells<T>(viewOf(file, entry[QStringLiteral("bufferView")].toInt(-1)));
    const auto count = static_cast<std::size_t>(entry[QStringLiteral("count")].toInt());
    if (entry[QStringLiteral("componentType")].toInt() != componentType || entry[QStringLiteral("type")] != type ||
        items.size() != count * static_cast<std::size_t>(width) || count == 0) {
        file.problem = QStringLiteral("accessor %1 does not fit").arg(number);
        return {};
    }
    const QJsonArray low = entry[QStringLiteral("min")].toArray(), high = entry[QStringLiteral("max")].toArray();
    for (std::size_t i = 0; !low.isEmpty() && i < items.size(); ++i) {
        const auto axis = static_cast<qsizetype>(i) % width;
        if (items[i] < static_cast<T>(low[axis].toDouble()) || items[i] > static_cast<T>(high[axis].toDouble())) {
            file.problem = QStringLiteral("accessor %1 leaves its bounds").arg(number);
        }
    }
    return items;
}

void readPrimitive(MeshFile &file, const QJsonObject &primitive)
{
    const QJsonObject attributes = primitive[QStringLiteral("attributes")].toObject();
    const auto of = [&](const char *name) { return attributes[QLatin1String(name)].toInt(-1); };
    const auto positions = accessor<float>(file, of("POSITION"), 5126, QStringLiteral("VEC3"), 3);
    const auto normals = accessor<float>(file, of("NORMAL"), 5126, QStringLiteral("VEC3"), 3);
    const auto features = accessor<float>(file, of("_FEATURE_ID_0"), 5126, QStringLiteral("SCALAR"), 1);
    const auto indices = accessor<std::uint32_t>(file, primitive[QStringLiteral("indices")].toInt(-1), 5125,
                                                 QStringLiteral("SCALAR"), 1);
    const QJsonObject material =
        file.json[QStringLiteral("materials")].toArray()[primitive[QStringLiteral("material")].toInt(-1)].toObject();
    const bool textured =
        material[QStringLiteral("pbrMetallicRoughness")].toObject().contains(QStringLiteral("baseColorTexture"));
    if (material.isEmpty() || normals.size() != positions.size() || features.size() * 3 != positions.size()) {
        file.problem = QStringLiteral("a part has no material, or its arrays differ in length");
        return;
    }
    for (std::size_t i = 0; i + 2 < normals.size(); i += 3) {
        if (std::abs(std::hypot(normals[i], normals[i + 1], normals[i + 2]) - 1) > 1e-4F) {
            file.problem = QStringLiteral("a normal is no unit vector");
        }
    }
    if (textured &&
        accessor<float>(file, of("TEXCOORD_0"), 5126, QStringLiteral("VEC2"), 2).size() / 2 != features.size()) {
        file.problem = QStringLiteral("texture coordinates are missing");
    }
    for (std::size_t i = 0; i < indices.size(); i += 3) {
        std::array<Vec3, 3> triangle;
        for (std::size_t corner = 0; corner < 3; ++corner) {
            const std::size_t at = 3 * static_cast<std::size_t>(indices[i + corner]);
            if (at + 2 >= positions.size()) {
                file.problem = QStringLiteral("an index points nowhere");
                return;
            }
            triangle[corner] = {positions[at], positions[at + 1], positions[at + 2]};
        }
        file.triangles.push_back(triangle);
        file.features.push_back(static_cast<int>(features[indices[i]]));
        file.textured += textured ? 1 : 0;
    }
}

void readScene(MeshFile &file)
{
    const QJsonObject &json = file.json;
    if (json[QStringLiteral("asset")].toObject()[QStringLiteral("version")] != QStringLiteral("2.0")) {
        file.problem = QStringLiteral("this is no glTF 2.0");
    }
    const QJsonArray buffers = json[QStringLiteral("buffers")].toArray();
    if (!buffers.isEmpty() && buffers[0].toObject()[QStringLiteral("byteLength")].toInt() != file.binary.size()) {
        file.problem = QStringLiteral("the buffer's length is wrong");
    }
    for (const auto &mesh : json[QStringLiteral("meshes")].toArray()) {
        for (const auto &primitive : mesh.toObject()[QStringLiteral("primitives")].toArray()) {
            readPrimitive(file, primitive.toObject());
        }
    }
}

QJsonObject tableProperty(const MeshFile &file, const QString &property)
{
    return file.json[QStringLiteral("extensions")]
        .toObject()[QStringLiteral("EXT_structural_metadata")]
        .toObject()[QStringLiteral("propertyTables")]
        .toArray()[0]
        .toObject()[QStringLiteral("properties")]
        .toObject()[property]
        .toObject();
}

} // namespace

double MeshFile::area() const
{
    double sum = 0;
    for (const auto &t : triangles) {
        sum += triangleArea(t[0], t[1], t[2]);
    }
    return sum;
}

QStringList MeshFile::texts(const QString &property) const
{
    const QJsonObject entry = tableProperty(*this, property);
    const QByteArray values = viewOf(*this, entry[QStringLiteral("values")].toInt(-1));
    const auto offsets = cells<std::uint32_t>(viewOf(*this, entry[QStringLiteral("stringOffsets")].toInt(-1)));
    QStringList found;
    for (std::size_t i = 0; i + 1 < offsets.size(); ++i) {
        found << QString::fromUtf8(values.mid(offsets[i], offsets[i + 1] - offsets[i]));
    }
    return found;
}

std::vector<double> MeshFile::numbers(const QString &property) const
{
    const QByteArray values = viewOf(*this, tableProperty(*this, property)[QStringLiteral("values")].toInt(-1));
    return cells<double>(values);
}

MeshFile readGlb(const QString &path)
{
    MeshFile file;
    QFile source(path);
    if (!source.open(QIODevice::ReadOnly)) {
        file.problem = source.errorString();
        return file;
    }
    const QByteArray bytes = source.readAll();
    const auto number = [&bytes](qsizetype at) { return qFromLittleEndian<quint32>(bytes.constData() + at); };
    if (!bytes.startsWith("glTF") || number(4) != 2 || number(8) != static_cast<quint32>(bytes.size()) ||
        bytes.mid(16, 4) != "JSON") {
        file.problem = QStringLiteral("the head of the GLB is wrong");
        return file;
    }
    const qsizetype length = number(12);
    file.json = QJsonDocument::fromJson(bytes.mid(20, length)).object();
    if (20 + length < bytes.size()) {
        if (length % 4 != 0 || bytes.mid(24 + length, 4) != QByteArray("BIN\0", 4)) {
            file.problem = QStringLiteral("the binary part is wrong");
        }
        file.binary = bytes.mid(28 + length);
    }
    readScene(file);
    return file;
}

MeshFile readGltf(const QString &path)
{
    MeshFile file;
    QFile source(path);
    source.open(QIODevice::ReadOnly);
    file.json = QJsonDocument::fromJson(source.readAll()).object();
    const QString uri = file.json[QStringLiteral("buffers")].toArray()[0].toObject()[QStringLiteral("uri")].toString();
    QFile binary(QFileInfo(path).absolutePath() + QLatin1Char('/') + QUrl::fromPercentEncoding(uri.toUtf8()));
    if (binary.open(QIODevice::ReadOnly)) {
        file.binary = binary.readAll();
    }
    readScene(file);
    return file;
}

MeshFile readObj(const QString &path)
{
    MeshFile file;
    QFile source(path);
    if (!source.open(QIODevice::ReadOnly)) {
        file.problem = source.errorString();
        return file;
    }
    std::vector<Vec3> points;
    int object = -1;
    while (!source.atEnd()) {
        const QList<QByteArray> words = source.readLine().simplified().split(' ');
        if (words[0] == "v") {
            points.push_back({words[1].toDouble(), words[2].toDouble(), words[3].toDouble()});
        } else if (words[0] == "o") {
            ++object;
        } else if (words[0] == "f") {
            std::array<Vec3, 3> triangle;
            for (qsizetype i = 0; i < 3; ++i) {
                triangle[static_cast<std::size_t>(i)] = points.at(words[i + 1].split('/')[0].toULongLong() - 1);
            }
            file.triangles.push_back(triangle);
            file.features.push_back(object);
        }
    }
    return file;
}

double areaOf(const city::TriangleMesh &mesh)
{
    double sum = 0;
    const auto point = [&mesh](std::uint32_t i) {
        const float *p = mesh.positions.data() + 3 * static_cast<std::size_t>(i);
        return Vec3{p[0], p[1], p[2]};
    };
    for (std::size_t i = 0; i < mesh.triangles.size(); i += 3) {
        sum += triangleArea(point(mesh.triangles[i]), point(mesh.triangles[i + 1]), point(mesh.triangles[i + 2]));
    }
    return sum;
}

} // namespace loci::test
