// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/result.h"
#include "layers/domain/catalogue/entry.h"

#include <QJsonArray>

namespace loci::formats {

/// Which features are wanted.
struct FeatureWish
{
    std::optional<catalogue::GeographicBox> box; ///< degrees; touching it
    std::optional<qint64> id;                    ///< one of them
    int limit = 10, offset = 0;
};
struct FeaturePage
{
    QJsonArray features; ///< GeoJSON, longitude and latitude
    qint64 matched = 0;
};
/// A page of the features of a file, by GDAL. A missing value is null. Any thread; blocks.
Result<FeaturePage> readFeatures(const QString &path, const QString &table, const FeatureWish &wish,
                                 const CancelToken &cancel = {});

} // namespace loci::formats
