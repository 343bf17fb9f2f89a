// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/finding.h"
#include "layers/base/result.h"

#include <QJsonObject>
#include <QString>

namespace loci::map {

/// What `loci info` says of a map file: {format, crs, bbox, layers[{name, geometry, features, crs, bbox, fields}]} and
/// the findings of reading. Needs a QgisRuntime; blocks.
Result<Loaded<QJsonObject>> inspectLayers(const QString &path);
/// The same with the findings inside, as member "findings".
Result<QJsonObject> describeLayers(const QString &path);

} // namespace loci::map
