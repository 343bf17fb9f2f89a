// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/mesh/gltfdocument.h"

#include "layers/formats/mesh/bytes.h"
#include "layers/formats/mesh/meshcontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <cmath>

namespace loci::formats {

namespace {

constexpr std::uint32_t kJsonChunk = 0x4E4F534A, kBinChunk = 0x004E4942;

struct Chunks
{
    QByteArray json, bin;
};

Result<Chunks> chunksOf(const QByteArray &bytes, const QString &name, MeshContext &context)
{
    const auto broken = [&](const QString &why) {
        return fail(
            ErrorCode::Invalid,
            QCoreApplication::translate("loci::formats", "The glTF file %1 cannot be understood: %2.").arg(name, why));
    };
    if (!bytes.startsWith("glTF")) {
        return Chunks{bytes.startsWith("\xEF\xBB\xBF") ? bytes.mid(3) : bytes, {}};
    }
    constexpr std::uint64_t kHeader = 12, kChunkHeader = 8;
    const auto size = static_cast<std::uint64_t>(bytes.size());
    if (size < kHeader + kChunkHeader) {
        return broken(QCoreApplication::translate("loci::formats", "it ends too early"));
    }
    if (const auto version = littleEndian<std::uint32_t>(bytes, 4); version != 2) {
        return fail(ErrorCode::Unsupported,
                    QCoreApplication::translate("loci::formats", "The file %1 is glTF %2; Loci reads glTF 2.0 only.")
                        .arg(name)
                        .arg(version));
    }
    if (littleEndian<std::uint32_t>(bytes, 8) > size) {
        context.damaged(QCoreApplication::translate("loci::formats", "the file ends before the length it states"),
                        name);
    }
    Chunks chunks;
    for (std::uint64_t at = kHeader; at + kChunkHeader <= size;) {
        const std::uint64_t length = littleEndian<std::uint32_t>(bytes, at);
        const auto type = littleEndian<std::uint32_t>(bytes, at + 4);
        const std::uint64_t there = std::min(length, size - at - kChunkHeader);
        const QByteArray body = bytes.mid(static_cast<qsizetype>(at + kChunkHeader), static_cast<qsizetype>(there));
        if (type == kJsonChunk && chunks.json.isEmpty()) {
            if (there < length) {
                return broken(QCoreApplication::translate("loci::formats", "it ends too early"));
            }
            chunks.json = body;
        } else if (type == kBinChunk && chunks.bin.isEmpty()) {
            chunks.bin = body;
        }
        at += kChunkHeader + length;
    }
    return chunks;
}

void loadBuffers(GltfDocument &document, const QByteArray &bin, MeshContext &context)
{
    constexpr qsizetype kMostBuffers = 65536;
    const QJsonArray buffers = document.json.value(QLatin1String("buffers")).toArray();
    for (qsizetype i = 0; i < std::min(buffers.size(), kMostBuffers); ++i) {
        const QJsonObject buffer = buffers[i].toObject();
        const QString uri = buffer.value(QLatin1String("uri")).toString();
        QByteArray bytes;
        if (uri.isEmpty()) {
            bytes = i == 0 ? bin : QByteArray();
        } else if (uri.startsWith(QLatin1String("data:"), Qt::CaseInsensitive)) {
            bytes = dataUri(uri).value_or(QByteArray());
        } else {
            bytes = document.folder.read(uri, context, "missing_buffer").value_or(QByteArray());
        }
        const qint64 stated = indexOf(buffer, "byteLength");
        if (!bytes.isEmpty() && stated > bytes.size()) {
            context.damaged(QCoreApplication::translate("loci::formats", "a buffer is shorter than it states"),
                            document.name + QStringLiteral("/buffers/%1").arg(i));
        }
        document.buffers.push_back(bytes);
    }
}

void checkExtensions(const GltfDocument &document, MeshContext &context)
{
    static const QSet<QString> known{QStringLiteral("KHR_draco_mesh_compression"),
                                     QStringLiteral("KHR_mesh_quantization"),
                                     QStringLiteral("KHR_texture_transform"),
                                     QStringLiteral("KHR_materials_unlit"),
                                     QStringLiteral("KHR_materials_pbrSpecularGlossiness"),
                                     QStringLiteral("EXT_mesh_features"),
                                     QStringLiteral("EXT_structural_metadata"),
                                     QStringLiteral("EXT_mesh_gpu_instancing"),
                                     QStringLiteral("EXT_instance_features"),
                                     QStringLiteral("CESIUM_RTC"),
                                     QStringLiteral("CESIUM_primitive_outline")};
    for (const QJsonValue &name : document.json.value(QLatin1String("extensionsRequired")).toArray()) {
        if (!known.contains(name.toString()) && !name.toString().startsWith(QLatin1String("KHR_materials_"))) {
            context.unsupported(
                QCoreApplication::translate("loci::formats", "The glTF extension %1").arg(name.toString().left(80)),
                document.name);
        }
    }
}

} // namespace

qint64 indexOf(const QJsonValue &value)
{
    const qint64 number = value.toInteger(-1);
    return number < 0 ? -1 : number;
}

qint64 indexOf(const QJsonObject &object, const char *member)
{
    return indexOf(object.value(QLatin1String(member)));
}

QJsonObject GltfDocument::element(const char *array, qint64 index) const
{
    const QJsonArray elements = json.value(QLatin1String(array)).toArray();
    return index >= 0 && index < elements.size() ? elements[index].toObject() : QJsonObject();
}

std::span<const std::byte> GltfDocument::bufferView(qint64 index) const
{
    const QJsonObject view = element("bufferViews", index);
    const qint64 buffer = indexOf(view, "buffer");
    const qint64 length = indexOf(view, "byteLength");
    const QJsonValue offsetValue = view.value(QLatin1String("byteOffset"));
    const qint64 offset = offsetValue.isUndefined() ? 0 : indexOf(offsetValue);
    if (buffer < 0 || buffer >= static_cast<qint64>(buffers.size()) || length < 0 || offset < 0) {
        return {};
    }
    const QByteArray &bytes = buffers[static_cast<std::size_t>(buffer)];
    if (offset > bytes.size() || length > bytes.size() - offset) {
        return {};
    }
    return std::as_bytes(std::span(bytes.constData() + offset, static_cast<std::size_t>(length)));
}

Result<GltfDocument> openGltf(const QByteArray &bytes, const QString &name, const ContentFolder &folder,
                              MeshContext &context)
{
    LOCI_TRY(const Chunks chunks, chunksOf(bytes, name, context));
    QJsonParseError error;
    const QJsonDocument parsed = QJsonDocument::fromJson(chunks.json, &error);
    if (!parsed.isObject()) {
        return fail(ErrorCode::Invalid,
                    QCoreApplication::translate("loci::formats", "The glTF file %1 cannot be understood: %2.")
                        .arg(name, error.error == QJsonParseError::NoError
                                       ? QCoreApplication::translate("loci::formats", "its JSON is no object")
                                       : error.errorString()));
    }
    GltfDocument document{name, folder, parsed.object()};
    const QString version =
        document.json.value(QLatin1String("asset")).toObject().value(QLatin1String("version")).toString();
    if (!version.startsWith(QLatin1String("2."))) {
        return fail(ErrorCode::Unsupported,
                    QCoreApplication::translate("loci::formats", "The file %1 is glTF %2; Loci reads glTF 2.0 only.")
                        .arg(name, version.isEmpty() ? QStringLiteral("?") : version.left(20)));
    }
    checkExtensions(document, context);
    loadBuffers(document, chunks.bin, context);
    return document;
}

} // namespace loci::formats
