// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/feeds/observation.h"
#include "layers/storage/database.h"

#include <vector>

namespace loci::storage {

/// One value as it is kept. `source` is the hash of the source's own id.
struct ObservationRow
{
    qint64 stream = 0;
    qint64 source = 0;
    const feeds::Observation *observation = nullptr;
};

/// How the rows of a batch get into the tables, inside the caller's transaction: one by one into a file, with one
/// statement for all on a server, where each statement is a journey. One thread.
class ObservationRows
{
public:
    static Result<std::unique_ptr<ObservationRows>> prepare(Database &database);
    virtual ~ObservationRows() = default;
    Q_DISABLE_COPY_MOVE(ObservationRows)

    /// For each row whether it is new; of the same stream, time and source only the first is. Others are left alone.
    virtual Result<std::vector<bool>> insert(const std::vector<ObservationRow> &rows) = 0;
    /// The newest values of streams.
    virtual Result<> writeLast(const std::vector<ObservationRow> &rows) = 0;

protected:
    ObservationRows() = default;
};

} // namespace loci::storage
