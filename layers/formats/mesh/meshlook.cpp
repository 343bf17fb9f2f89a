// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/mesh/meshlook.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cmath>
#include <span>

namespace loci::formats {

city::Material plainMaterial(const QString &name, const std::array<double, 3> &diffuse, double opacity)
{
    city::Material material;
    material.name = name.toStdString();
    material.diffuse = diffuse;
    material.transparency = 1 - std::clamp(opacity, 0.0, 1.0);
    const auto rounded = [](double value) { return std::round(value * 1e4) / 1e4; };
    QJsonObject json{
        {QStringLiteral("name"), name},
        {QStringLiteral("diffuseColor"), QJsonArray{rounded(diffuse[0]), rounded(diffuse[1]), rounded(diffuse[2])}}};
    if (material.transparency > 0) {
        json.insert(QStringLiteral("transparency"), rounded(material.transparency));
    }
    material.json = QJsonDocument(json).toJson(QJsonDocument::Compact).toStdString();
    return material;
}

city::Texture plainTexture(const QString &image, const QByteArray &bytes)
{
    city::Texture texture;
    texture.image = image.toStdString();
    const bool isPng =
        bytes.isEmpty() ? image.endsWith(QLatin1String(".png"), Qt::CaseInsensitive) : bytes.startsWith("\x89PNG");
    const QJsonObject json{{QStringLiteral("type"), isPng ? QStringLiteral("PNG") : QStringLiteral("JPG")},
                           {QStringLiteral("image"), image}};
    texture.json = QJsonDocument(json).toJson(QJsonDocument::Compact).toStdString();
    if (!bytes.isEmpty()) {
        const auto view = std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
        texture.bytes = std::make_shared<const std::vector<std::byte>>(view.begin(), view.end());
    }
    return texture;
}

} // namespace loci::formats
