// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/domain/indicators/inputs.h"

#include <functional>
#include <memory>
#include <vector>

namespace loci::map {

/// One layer of a file through OGR, row by row. One thread at a time.
class OgrTable
{
public:
    static Result<std::unique_ptr<OgrTable>> open(const QString &path, const QString &layer);
    ~OgrTable();
    Q_DISABLE_COPY_MOVE(OgrTable)

    QString crs() const; ///< "EPSG:4548", else as WKT; empty: the layer has none
    /// Places and outlines of rows come in this system from now on.
    Result<> placeIn(const QString &crs);
    /// Only rows that lie within the distance of a feature of the other table, of those that meet the conditions, are
    /// handed over.
    Result<> keepNear(OgrTable &others, double metres, const std::vector<indicators::Condition> &where,
                      const CancelToken &cancel);
    Result<> each(const std::function<void(const indicators::Row &)> &row, const CancelToken &cancel);
    /// Polygons of the row that is being handed over.
    std::vector<std::vector<std::vector<Vec2>>> outlines() const;

private:
    class Private;
    class OgrRow;
    explicit OgrTable(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace loci::map
