// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/citymodel.h"
#include "layers/formats/export/gltfbuffer.h"
#include "layers/formats/export/surfacewalk.h"

#include <array>
#include <map>
#include <string>
#include <vector>

namespace loci::formats {

/// How surfaces look in a mesh format: by their texture, else their material, else the type of the semantic surface,
/// else the type of the object.
struct Look
{
    std::string name;                            ///< "RoofSurface", a material's name, an image's
    std::array<double, 3> colour{0.8, 0.8, 0.8}; ///< sRGB, 0 to 1
    double transparency = 0;                     ///< 1 is fully transparent
    std::uint32_t texture = city::kNone;         ///< in CityModel::textures
};

class LookTable
{
public:
    /// `usable`: by texture, whether its image can be had; others fall back to material or type.
    LookTable(const city::CityModel &model, std::vector<bool> usable);
    std::uint32_t of(const WalkedSurface &surface);
    const std::vector<Look> &looks() const { return m_looks; }

private:
    const city::CityModel &m_model;
    std::vector<bool> m_usable;
    std::string keyOf(const Look &look, std::uint32_t type) const;
    Look lookOf(const WalkedSurface &surface, std::uint32_t type) const;
    std::map<std::array<std::uint32_t, 3>, std::uint32_t> m_known; ///< texture, material, type
    std::map<std::string, std::uint32_t> m_numbers;                ///< materials that look the same are one
    std::vector<Look> m_looks;
};

/// The image of a texture as the web formats take it: PNG or JPEG, within the model's folder.
struct ImageFile
{
    QString path; ///< empty: not to be had
    const char *mimeType = nullptr;
};
ImageFile imageOf(const city::CityModel &model, std::uint32_t texture);
/// The image's bytes in a view of the buffer; returns its glTF object.
std::string embeddedImage(const ImageFile &image, GltfBuffer &buffer);
std::vector<ImageFile> imagesOf(const city::CityModel &model, DroppedList &dropped); ///< by texture

} // namespace loci::formats
