// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/finding.h"
#include "layers/domain/indicators/inputs.h"

#include <QHash>
#include <map>
#include <memory>

namespace loci::formats {

/// One file with hourly values: a table with a time (a column "time" in ISO 8601, or year, month, day, hour), an
/// optional column "station", and one column a quantity. Plain or packed with gzip.
struct ObservationFile
{
    QString path;
    QHash<QString, QString> units; ///< of the columns; those without a unit are left out
};

/// Files of the past as an ObservationSource: streams "<station>/<column>". What is missing, no number or not there is
/// a gap. Immutable once read; any thread.
class CsvObservations final : public indicators::ObservationSource
{
public:
    /// Fails when a file cannot be read or has no time; rows without a time or beyond a century become findings.
    static Result<Loaded<std::shared_ptr<const CsvObservations>>> read(const std::vector<ObservationFile> &files,
                                                                       const CancelToken &cancel = {});
    QStringList streams() const override;
    Result<indicators::HourlySeries> hourly(const QString &stream) const override;
    QString version() const override { return m_version; }

private:
    friend class CsvObservationReader;
    std::map<QString, indicators::HourlySeries> m_series;
    QString m_version;
};

} // namespace loci::formats
