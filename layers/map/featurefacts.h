// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/geometry.h"

#include <QString>
#include <QVariant>
#include <cstdint>
#include <utility>
#include <vector>

namespace loci::map {

class MapDocument;

/// A feature of a map layer in words: title by the layer's display field, every attribute with its alias.
struct FeatureFacts
{
    QString title;
    QString layerName;
    QString crs; ///< "EPSG:28992"
    std::vector<std::pair<QString, QVariant>> attributes;
    Box3 extent; ///< in the layer's CRS; empty when the feature has no geometry
    bool found = false;
};

/// Reads one feature; main thread, one request by id.
FeatureFacts featureFacts(const MapDocument &document, const QString &layerId, std::int64_t featureId);

} // namespace loci::map
