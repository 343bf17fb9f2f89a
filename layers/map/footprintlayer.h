// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/mesh.h"

#include <QString>
#include <memory>
#include <vector>

class QgsVectorLayer;

namespace loci::map {

inline constexpr char kObjectTypesProperty[] = "loci/objectTypes"; ///< of the layer: types that have an outline

/// Outlines of the objects of a city model as a memory layer in the model's CRS (its plane). Any thread.
/// Fields: object (row of the city object), id, type, ground, height, then the model's own attributes.
std::unique_ptr<QgsVectorLayer> footprintLayer(const QString &name, const city::CityModel &model,
                                               const std::vector<city::Footprint> &footprints);

} // namespace loci::map
