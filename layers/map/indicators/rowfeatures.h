// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>
#include <cstdint>
#include <vector>

namespace loci::map {

class MapDocument;

struct RowFeature
{
    QString layerId;
    std::int64_t featureId = 0;
    QString row; ///< the id that it was found by
};

/// Features of the visible vector layers that rows of a table stand for: by the fields that name a row to people ("id",
/// "code" ...). A layer made from `fileName` goes before all others; each row is found once at most. Main thread.
std::vector<RowFeature> featuresOfRows(const MapDocument &document, const QSet<QString> &rows, const QString &fileName);

} // namespace loci::map
