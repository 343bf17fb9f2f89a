// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"

#include <QString>
#include <cstdint>
#include <functional>
#include <vector>

namespace loci::map {

class MapDocument;

struct LayerName
{
    QString id;
    QString name;
};
/// All layers of the document, in the order of the tree.
std::vector<LayerName> layerNames(const MapDocument &document);

struct ValueHit
{
    QString layerId, layerName, field, value;
    std::int64_t featureId = 0;
    double score = 0; ///< 1 equal, 0.8 begins with, 0.5 contains
};
using ValueSearch = std::function<std::vector<ValueHit>(const CancelToken &)>;
/// Takes snapshots of the visible vector layers on the main thread; the returned search runs in any one thread. It
/// looks at text and number fields of at most 200,000 features a layer and stops at `limit` hits.
ValueSearch prepareValueSearch(const MapDocument &document, const QString &text, int limit);

} // namespace loci::map
