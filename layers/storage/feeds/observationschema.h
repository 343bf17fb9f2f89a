// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/database.h"

namespace loci::storage {

inline constexpr qint64 kHourMs = 3'600'000;
inline constexpr qint64 kDayMs = 24 * kHourMs;
/// Days of the roll-ups are days of the city: eight hours before UTC.
inline constexpr qint64 kCityOffsetMs = 8 * kHourMs;
inline constexpr qint64 kFutureFlag = 0x4; ///< feeds::Quality::Future: kept, but in no sum

inline qint64 floorDivide(qint64 value, qint64 by)
{
    return value / by - (value % by < 0 ? 1 : 0);
}

/// Makes the tables of an empty place, and brings those of an older server up to date, in one transaction; refuses a
/// file of another program and one of a newer Loci.
Result<> prepareObservations(Database &database, const QString &path);
/// Refuses what is no store of observations.
Result<> checkObservations(Database &database, const QString &path);

} // namespace loci::storage
