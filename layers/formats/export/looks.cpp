// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/export/looks.h"

#include "layers/domain/city/jsontext.h"
#include "layers/formats/texturepath.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace loci::formats {

using namespace loci::city;

namespace {

struct TypeColour
{
    std::string_view part; ///< of the type's name
    std::array<double, 3> colour;
};

/// The city's own palette for readers that know no semantics; the first fitting part of the name counts.
constexpr std::array<TypeColour, 14> kColours{{{"Roof", {0.78, 0.42, 0.33}},
                                               {"InteriorWall", {0.86, 0.84, 0.80}},
                                               {"Wall", {0.91, 0.89, 0.84}},
                                               {"Ground", {0.62, 0.60, 0.57}},
                                               {"Window", {0.60, 0.74, 0.82}},
                                               {"Door", {0.55, 0.42, 0.32}},
                                               {"Water", {0.55, 0.73, 0.83}},
                                               {"Vegetation", {0.52, 0.68, 0.45}},
                                               {"Plant", {0.52, 0.68, 0.45}},
                                               {"Road", {0.72, 0.71, 0.70}},
                                               {"Traffic", {0.72, 0.71, 0.70}},
                                               {"Rail", {0.60, 0.57, 0.55}},
                                               {"Relief", {0.80, 0.81, 0.74}},
                                               {"LandUse", {0.77, 0.80, 0.68}}}};
constexpr std::array<double, 3> kOther{0.85, 0.83, 0.80};

std::array<double, 3> colourOf(std::string_view type)
{
    for (const TypeColour &entry : kColours) {
        if (type.find(entry.part) != std::string_view::npos) {
            return entry.colour;
        }
    }
    return kOther;
}

} // namespace

LookTable::LookTable(const CityModel &model, std::vector<bool> usable) : m_model(model), m_usable(std::move(usable)) {}

Look LookTable::lookOf(const WalkedSurface &surface, std::uint32_t type) const
{
    Look look;
    if (surface.texture < m_usable.size() && m_usable[surface.texture]) {
        look.name = m_model.textures[surface.texture].image;
        look.texture = surface.texture;
        look.colour = {1, 1, 1};
    } else if (surface.material < m_model.materials.size()) {
        const Material &material = m_model.materials[surface.material];
        look.name = material.name.empty() ? "material " + std::to_string(surface.material) : material.name;
        look.colour = material.diffuse.value_or(colourOf(m_model.typeNames.at(type)));
        look.transparency = material.transparency;
    } else {
        look.name = m_model.typeNames.at(type);
        look.colour = colourOf(look.name);
    }
    return look;
}

std::string LookTable::keyOf(const Look &look, std::uint32_t type) const
{
    if (look.texture != kNone) {
        return "texture " + std::to_string(look.texture);
    }
    std::string key;
    for (const double part : {look.colour[0], look.colour[1], look.colour[2], look.transparency}) {
        key += jsonNumber(part) + ' ';
    }
    return look.name == m_model.typeNames.at(type) ? look.name : key;
}

std::uint32_t LookTable::of(const WalkedSurface &surface)
{
    const std::uint32_t type =
        surface.semanticType != kNone ? surface.semanticType : m_model.objectType[surface.object];
    const auto [known, isNew] = m_known.try_emplace({surface.texture, surface.material, type}, 0);
    if (isNew) {
        Look look = lookOf(surface, type);
        const auto next = static_cast<std::uint32_t>(m_looks.size());
        const auto [number, isOther] = m_numbers.try_emplace(keyOf(look, type), next);
        if (isOther) {
            m_looks.push_back(std::move(look));
        }
        known->second = number->second;
    }
    return known->second;
}

ImageFile imageOf(const CityModel &model, std::uint32_t texture)
{
    const QString path = texturePath(model.sourcePath, QString::fromStdString(model.textures[texture].image));
    QFile file(path);
    if (path.isEmpty() || !QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QByteArray head = file.read(4);
    if (head.startsWith("\x89PNG")) {
        return {path, "image/png"};
    }
    return head.startsWith("\xFF\xD8\xFF") ? ImageFile{path, "image/jpeg"} : ImageFile{};
}

std::string embeddedImage(const ImageFile &image, GltfBuffer &buffer)
{
    QFile file(image.path);
    file.open(QIODevice::ReadOnly);
    const std::string bytes = file.readAll().toStdString();
    return "{\"bufferView\":" + std::to_string(buffer.addView(bytes)) + ",\"mimeType\":\"" + image.mimeType + "\"}";
}

std::vector<ImageFile> imagesOf(const CityModel &model, DroppedList &dropped)
{
    std::vector<ImageFile> images;
    int missing = 0;
    for (std::uint32_t t = 0; t < model.textures.size(); ++t) {
        images.push_back(imageOf(model, t));
        missing += images.back().path.isEmpty() ? 1 : 0;
    }
    dropped.add(QCoreApplication::translate("loci::formats", "textures"),
                QCoreApplication::translate("loci::formats", "the image is not there, or neither PNG nor JPEG"),
                missing);
    return images;
}

} // namespace loci::formats
