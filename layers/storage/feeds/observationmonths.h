// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/database.h"

#include <set>

namespace loci::storage {

/// The months that values are parted by on a server, made before the first value of each comes. In a file there is
/// nothing to make. Inside a transaction for writing; after one that was rolled back, forget().
class ObservationMonths
{
public:
    explicit ObservationMonths(Database &database) : m_database(database) {}
    Result<> ensure(qint64 time);
    /// The month after `now` as well, so that midnight of its last day is no special moment.
    Result<> ensureAhead(qint64 now);
    void forget();

private:
    Database &m_database;
    std::set<qint64> m_known;
    qint64 m_from = 0; ///< the month of the last question, which is nearly always the next one's
    qint64 m_until = 0;
};

} // namespace loci::storage
