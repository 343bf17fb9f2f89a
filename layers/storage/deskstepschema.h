// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/sql.h"

namespace loci::storage {

/// Which steps of the desks arrived, by the name that the desk gave each: what a desk sends again because it did not
/// see the end is not done twice.
inline constexpr Sql kDeskStepSchema = R"sql(
CREATE TABLE desk_step (
    id TEXT COLLATE "C" PRIMARY KEY,
    desk TEXT NOT NULL,
    author TEXT NOT NULL,
    made TEXT NOT NULL,
    kept TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp()
);
)sql";

} // namespace loci::storage
