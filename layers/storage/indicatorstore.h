// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/database.h"

#include <QDateTime>
#include <vector>

namespace loci::storage {

/// One calculated value as it is stored.
struct IndicatorRow
{
    QString code, area, period, level;
    std::optional<double> value; ///< NULL when unknown, never zero
    QString unit, quality;       ///< "complete", "partial", "unknown"
    qint64 have = 0, need = 0;
    QString calculation;   ///< id: the same inputs give the same one
    QDateTime computed;    ///< UTC
    QByteArray provenance; ///< JSON: inputs with their versions, formula with its numbers, reason
};

/// Calculated values of indicators. Rows are added, never changed; the newest calculation of a value is the current
/// one.
class IndicatorStore
{
public:
    explicit IndicatorStore(Database &database) : m_database(database) {}
    /// Adds what is new and makes it current; a calculation that is there already becomes current again. In the
    /// caller's transaction.
    Result<> keep(const std::vector<IndicatorRow> &rows);
    /// Current values, of one indicator or of all, by code, area and period.
    Result<std::vector<IndicatorRow>> current(const QString &code = {}) const;
    /// Every calculation of one value, oldest first.
    Result<std::vector<IndicatorRow>> history(const QString &code, const QString &area, const QString &period) const;

private:
    Database &m_database;
};

} // namespace loci::storage
