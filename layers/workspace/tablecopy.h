// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/storage/database.h"

#include <functional>
#include <vector>

namespace loci::workspace {

/// A table as it is read in order and written again; `kinds` has a letter a column: i(nteger), r(eal), t(ext), b(ytes).
struct TableSpec
{
    const char *name;
    const char *kinds;
    storage::Sql select;
    storage::Sql insert;
};

using Row = std::vector<storage::Value>;
/// May change the values of a row.
using RowEdit = std::function<Result<>(const TableSpec &table, Row &row)>;

/// Everything people made in a workspace; what is derived from it is made anew. Parents come before children.
const std::vector<TableSpec> &workspaceTables();
/// Of the observations, for one stream (?1 is its number), after the streams themselves.
const TableSpec &streamTable();
const std::vector<TableSpec> &observationTables();
const TableSpec &alertTable();

Result<> eachRow(storage::Database &database, const TableSpec &table, std::initializer_list<storage::Value> values,
                 const std::function<Result<>(Row &row)> &each);
/// Gives how many rows.
Result<qint64> copyTable(storage::Database &from, storage::Database &to, const TableSpec &table,
                         std::initializer_list<storage::Value> values, const RowEdit &edit = {},
                         const CancelToken &cancel = {});

} // namespace loci::workspace
