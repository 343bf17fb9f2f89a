// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/citymodel.h"

#include <QByteArray>
#include <QString>
#include <array>

namespace loci::formats {

/// A material as CityJSON has it, from plain numbers: `json` is filled too.
city::Material plainMaterial(const QString &name, const std::array<double, 3> &diffuse, double opacity);
/// A texture as CityJSON has it. `bytes` is set for an image inside the file.
city::Texture plainTexture(const QString &image, const QByteArray &bytes);

} // namespace loci::formats
