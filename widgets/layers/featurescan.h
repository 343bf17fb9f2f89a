// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/result.h"

#include <qgsexpressioncontext.h>
#include <qgsfeatureid.h>
#include <qgsfields.h>

#include <QList>
#include <QString>
#include <QVariant>
#include <memory>
#include <vector>

class QgsVectorLayer;
class QgsVectorLayerFeatureSource;

namespace loci::widgets {

/// What a worker gets of a layer: a source that does not touch the layer, its fields, and the context of expressions.
struct ScanSource
{
    std::shared_ptr<QgsVectorLayerFeatureSource> features;
    QgsFields fields;
    QgsExpressionContext context;
    qint64 expected = -1; ///< features, for progress
};
/// Main thread.
ScanSource makeScanSource(const QgsVectorLayer &layer);

/// The values of one field. Any thread.
struct FieldSummary
{
    QList<double> numbers;                                ///< all that are numbers
    std::vector<std::pair<QVariant, qint64>> frequencies; ///< most frequent first, then by value
    qint64 missing = 0;                                   ///< NULL or empty
    qint64 total = 0;
};
Result<FieldSummary> summariseField(const ScanSource &source, const QString &field, const CancelToken &cancel,
                                    const ProgressFunction &progress);

/// Which rows a table shows, and in which order.
struct TableQuery
{
    QString text;        ///< in any column, case ignored; empty: all
    QString expression;  ///< QGIS expression; empty: all
    int sortColumn = -1; ///< index of a field; -1: order of the source
    bool descending = false;
    bool operator==(const TableQuery &) const = default;
};
/// Ids of the rows in order. An expression that cannot be read or evaluated is one sentence. Any thread.
Result<std::vector<QgsFeatureId>> queryTable(const ScanSource &source, const TableQuery &query,
                                             const CancelToken &cancel, const ProgressFunction &progress);
/// Attributes of some rows, in the order of `ids`; missing ones are empty. Any thread.
std::vector<QList<QVariant>> fetchRows(const ScanSource &source, const std::vector<QgsFeatureId> &ids);
/// Comma-separated UTF-8 of the given rows and columns, complete or not at all. Any thread.
Result<> writeCsv(const ScanSource &source, const std::vector<QgsFeatureId> &ids, const QList<int> &columns,
                  const QString &path, const CancelToken &cancel, const ProgressFunction &progress);

} // namespace loci::widgets
