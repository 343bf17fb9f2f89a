// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/heritage/importmapping.h"
#include "layers/domain/heritage/profile.h"

#include <QHash>
#include <QStringList>
#include <vector>

namespace loci::workspace {

/// What a column of somebody's table can be: a field of the record, its number, or a coordinate.
struct ImportTarget
{
    QString id;    ///< "number", "longitude", "latitude", else the path in the record
    QString label; ///< in the language that was asked for
    bool isRequired = false;
};
std::vector<ImportTarget> importTargets(const loci::heritage::Profile &profile, const QString &language);

/// Columns matched to targets by a person or by their names.
struct ColumnMatch
{
    QHash<QString, QString> columns; ///< target -> column
    bool usesShapes = false;         ///< the file's own, when no coordinates are matched
    QString crs;                     ///< of the coordinates; empty: as the file states, else WGS 84
};
/// By the names of the columns in Chinese and English, exact ones first; what fits nothing is left out.
ColumnMatch guessedMatch(const QStringList &columns, bool hasShapes);

/// The mapping that the match means: labels of closed lists become their codes, dates are read with Chinese reigns.
/// Fails with a sentence when number or name is not matched.
Result<loci::heritage::ImportMapping> mappingOf(const ColumnMatch &match, const loci::heritage::Profile &profile,
                                                const QString &name);

} // namespace loci::workspace
