// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/finding.h"
#include "layers/domain/heritage/asset.h"
#include "layers/domain/heritage/importmapping.h"
#include "layers/domain/heritage/reigns.h"
#include "layers/domain/heritage/rowtable.h"

#include <QHash>
#include <QMultiHash>
#include <vector>

namespace loci::heritage {

/// The records that are there before an import, found by the numbers that they carry.
class KnownAssets
{
public:
    void add(Asset asset);
    /// Null when there is none; `several` says that more than one carries the number.
    const Asset *byReference(const QString &scheme, const QString &number, bool *several = nullptr) const;
    const Asset *byId(const QString &id) const;
    std::size_t size() const { return m_assets.size(); }

private:
    std::vector<Asset> m_assets;
    QMultiHash<QString, std::size_t> m_byReference;
    QHash<QString, std::size_t> m_byId;
};

/// What becomes of one row.
struct PlannedRow
{
    enum class Fate { Create, Update, Unchanged, Joined, Reject };
    qint64 number = 0; ///< of the source
    Fate fate = Fate::Reject;
    int record = -1;       ///< position in ImportPlan::records; -1 when rejected
    QString name;          ///< of the record, for the list
    QString field, reason; ///< of a rejection: column, and the sentence
};
QString fateName(PlannedRow::Fate fate); ///< "create", ...: stable

/// A record as it is and as it will be.
struct PlannedRecord
{
    std::optional<Asset> before;
    Asset after;
    /// Fields that change; empty for a new record.
    std::vector<FieldChange> changes() const;
    bool isChanged() const { return !before || !(*before == after); }
};

/// Everything an import would do, computed before anything is written. A value: made in a worker, shown by a window,
/// handed to workspace::applyImport().
struct ImportPlan
{
    QString mappingId;
    std::vector<PlannedRow> rows; ///< in the order of the source
    std::vector<PlannedRecord> records;
    Findings findings; ///< values that were left out, columns that are not there
    int count(PlannedRow::Fate fate) const;
    /// Records that would be written.
    std::vector<Asset> toWrite() const;
};

/// Looks at every row: `places` has one entry each (empty: no places). Rows that say what a record already says are
/// unchanged, so that the same file twice changes nothing: entries of repeated sections that an import made carry its
/// mapping's id ("imported") and are replaced by it alone; what people added stays. Empty cells never remove a value.
/// Fails when a column that the mapping cannot do without is absent, or when it is cancelled.
Result<ImportPlan> planImport(const RowTable &table, const std::vector<RowPlace> &places, const ImportMapping &mapping,
                              const KnownAssets &known, const ReignTable *reigns, const CancelToken &cancel = {},
                              const ProgressFunction &progress = {});

} // namespace loci::heritage
