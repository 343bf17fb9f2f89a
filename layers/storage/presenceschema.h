// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/sql.h"

namespace loci::storage {

/// Who sits at a shared workspace, and which record a person has under the pen. Times are the server's own: the clocks
/// of desks differ. Not in the history; a desk that does not come back is forgotten. A change names the entry of the
/// history that it came with: what stood there before is there.
inline constexpr Sql kPresenceSchema = R"sql(
CREATE TABLE desk_presence (
    desk TEXT COLLATE "C" PRIMARY KEY,
    person TEXT NOT NULL,
    computer TEXT NOT NULL,
    record TEXT COLLATE "C" NOT NULL DEFAULT '',
    since TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
    seen TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp()
);
ALTER TABLE desk_change ADD COLUMN entry BIGINT;
ALTER TABLE desk_change ADD COLUMN undone BIGINT;
)sql";

} // namespace loci::storage
