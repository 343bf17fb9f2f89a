// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/mesh/gltfmaterials.h"

#include "layers/formats/mesh/meshcontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <cmath>

namespace loci::formats {

namespace {

double numberAt(const QJsonArray &array, qsizetype index, double otherwise)
{
    return index < array.size() ? array[index].toDouble(otherwise) : otherwise;
}

QJsonObject extensionOf(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String("extensions")).toObject().value(QLatin1String(name)).toObject();
}

/// Factors of glTF are linear light; what is drawn is sRGB.
double toDisplay(double linear)
{
    const double value = std::clamp(linear, 0.0, 1.0);
    return value <= 0.0031308 ? 12.92 * value : 1.055 * std::pow(value, 1 / 2.4) - 0.055;
}

} // namespace

GltfMaterials::GltfMaterials(const GltfDocument &document, MeshPart &part, MeshContext &context)
    : m_document(document)
    , m_part(part)
    , m_context(context)
{}

GltfMaterials::Look GltfMaterials::look(qint64 material)
{
    const auto found = m_looks.find(material);
    return found != m_looks.end() ? found->second : m_looks.emplace(material, makeLook(material)).first->second;
}

GltfMaterials::Look GltfMaterials::makeLook(qint64 material)
{
    const QJsonObject from = m_document.element("materials", material);
    if (from.isEmpty()) {
        return {};
    }
    const QJsonObject rough = from.value(QLatin1String("pbrMetallicRoughness")).toObject();
    const QJsonObject glossy = extensionOf(from, "KHR_materials_pbrSpecularGlossiness");
    const bool isGlossy = rough.isEmpty() && !glossy.isEmpty();
    const QJsonArray factor =
        (isGlossy ? glossy.value(QLatin1String("diffuseFactor")) : rough.value(QLatin1String("baseColorFactor")))
            .toArray();
    const QJsonObject texture =
        (isGlossy ? glossy.value(QLatin1String("diffuseTexture")) : rough.value(QLatin1String("baseColorTexture")))
            .toObject();
    const bool blends = from.value(QLatin1String("alphaMode")).toString() == QLatin1String("BLEND");
    MeshMaterial made;
    made.material = plainMaterial(
        from.value(QLatin1String("name")).toString(QStringLiteral("material %1").arg(material)),
        {toDisplay(numberAt(factor, 0, 1)), toDisplay(numberAt(factor, 1, 1)), toDisplay(numberAt(factor, 2, 1))},
        blends ? numberAt(factor, 3, 1) : 1);
    Look look;
    if (!texture.isEmpty()) {
        made.texture = textureOf(texture);
    }
    if (made.texture != city::kNone) {
        const QJsonObject transform = extensionOf(texture, "KHR_texture_transform");
        const QJsonArray offset = transform.value(QLatin1String("offset")).toArray();
        const QJsonArray scale = transform.value(QLatin1String("scale")).toArray();
        look.uvTransform = {numberAt(offset, 0, 0), numberAt(offset, 1, 0),
                            transform.value(QLatin1String("rotation")).toDouble(0), numberAt(scale, 0, 1),
                            numberAt(scale, 1, 1)};
        const int set =
            transform.value(QLatin1String("texCoord")).toInt(texture.value(QLatin1String("texCoord")).toInt(0));
        look.uvAttribute = "TEXCOORD_" + QByteArray::number(set);
    }
    look.material = static_cast<std::uint32_t>(m_part.materials.size());
    m_part.materials.push_back(std::move(made));
    return look;
}

std::uint32_t GltfMaterials::textureOf(const QJsonObject &reference)
{
    const QJsonObject texture = m_document.element("textures", indexOf(reference, "index"));
    qint64 image = indexOf(texture, "source");
    if (image < 0) {
        image = indexOf(extensionOf(texture, "EXT_texture_webp"), "source");
    }
    if (image < 0) {
        image = indexOf(extensionOf(texture, "KHR_texture_basisu"), "source");
    }
    if (image < 0) {
        return city::kNone;
    }
    const auto found = m_images.find(image);
    return found != m_images.end() ? found->second : m_images.emplace(image, imageNumber(image)).first->second;
}

std::uint32_t GltfMaterials::imageNumber(qint64 image)
{
    const QString where = m_document.name + QStringLiteral("/images/%1").arg(image);
    const QJsonObject from = m_document.element("images", image);
    const QString uri = from.value(QLatin1String("uri")).toString();
    QByteArray bytes;
    QString name = where;
    if (uri.startsWith(QLatin1String("data:"), Qt::CaseInsensitive)) {
        bytes = dataUri(uri).value_or(QByteArray());
    } else if (!uri.isEmpty()) {
        const std::optional<QString> path = m_document.folder.resolve(uri, m_context);
        if (!path) {
            return city::kNone;
        }
        name = *path;
    } else {
        const std::span<const std::byte> view = m_document.bufferView(indexOf(from, "bufferView"));
        bytes = QByteArray(reinterpret_cast<const char *>(view.data()), static_cast<qsizetype>(view.size()));
    }
    if (name == where) {
        if (bytes.isEmpty()) {
            m_context.damaged(QCoreApplication::translate("loci::formats", "an image has no bytes"), where);
            return city::kNone;
        }
        if (!bytes.startsWith("\x89PNG") && !bytes.startsWith("\xFF\xD8\xFF")) {
            m_context.unsupported(QCoreApplication::translate("loci::formats", "An image that is neither PNG nor JPEG"),
                                  where);
            return city::kNone;
        }
    }
    m_part.textures.push_back(plainTexture(name, bytes));
    return static_cast<std::uint32_t>(m_part.textures.size() - 1);
}

std::uint32_t GltfMaterials::tinted(std::uint32_t material, const std::array<float, 3> &colour)
{
    constexpr double kSteps = 15;
    std::array<std::uint32_t, 3> step{};
    for (std::size_t c = 0; c < 3; ++c) {
        const double part = std::clamp(static_cast<double>(colour[c]), 0.0, 1.0); // NaN stays out: clamp gives it back
        step[c] = std::isfinite(part) ? static_cast<std::uint32_t>(std::round(part * kSteps)) : 0;
    }
    const std::uint32_t key = step[0] * 256 + step[1] * 16 + step[2];
    if (key == 0xfff && material != city::kNone) {
        return material; // white changes nothing
    }
    if (const auto found = m_tints.find({material, key}); found != m_tints.end()) {
        return found->second;
    }
    const std::array<double, 3> base =
        material == city::kNone ? std::array<double, 3>{1, 1, 1}
                                : m_part.materials[material].material.diffuse.value_or(std::array<double, 3>{1, 1, 1});
    const double opacity = material == city::kNone ? 1 : 1 - m_part.materials[material].material.transparency;
    MeshMaterial made;
    made.material = plainMaterial(QStringLiteral("colour %1").arg(key, 3, 16, QLatin1Char('0')),
                                  {base[0] * toDisplay(step[0] / kSteps), base[1] * toDisplay(step[1] / kSteps),
                                   base[2] * toDisplay(step[2] / kSteps)},
                                  opacity);
    m_part.materials.push_back(std::move(made));
    const auto number = static_cast<std::uint32_t>(m_part.materials.size() - 1);
    m_tints.emplace(std::pair(material, key), number);
    return number;
}

} // namespace loci::formats
