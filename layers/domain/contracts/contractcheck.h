// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/domain/contracts/contract.h"
#include "layers/domain/heritage/rowtable.h"

namespace loci::contracts {

/// One place where a delivery breaks its contract.
struct Breach
{
    qint64 row = 0; ///< as the file counts, 1 is the first after the header; 0: the whole delivery
    QString field;
    QString code;  ///< stable: field_missing, unit_wrong, value_missing, type_wrong, out_of_range, value_unknown,
                   ///< pattern_wrong, key_repeated, incomplete, rows_few, rows_many, crs_wrong, shape_missing,
                   ///< shape_wrong, shape_damaged, out_of_extent, field_unknown
    QString value; ///< what the file has there
    QString message;
};

/// What a check found. A delivery without breaches keeps its contract.
struct CheckReport
{
    QString contract, version;
    qint64 rows = 0;
    std::vector<Breach> breaches; ///< at most kMostPerCode of a kind
    qint64 more = 0;              ///< breaches beyond those

    bool keeps() const { return breaches.empty(); }
    Findings findings() const;
    QJsonObject toJson() const;
    /// To be sent back: CSV with row, field, code, value and message, for any spreadsheet.
    QByteArray toCsv() const;

    static constexpr qint64 kMostPerCode = 200;
};

/// Points of text files from the fields that the contract names, where a row has no shape.
void placeRows(const Contract &contract, heritage::RowTable &table);
/// Fails when it is cancelled only.
Result<CheckReport> check(const Contract &contract, const heritage::RowTable &table, const CancelToken &cancel = {});
/// The column of a field in a table, by its name or its name with a unit; -1: none.
int columnOf(const Field &field, const heritage::RowTable &table);

} // namespace loci::contracts
