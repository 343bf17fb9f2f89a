// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/sql.h"

namespace loci::storage {

/// Calculated values of indicators with their provenance; step 3 of the schema. A value is never changed: a new
/// calculation is a new row and becomes the current one.
inline constexpr Sql kIndicatorSchema = R"sql(
CREATE TABLE indicator_value (
    code TEXT NOT NULL,
    area TEXT NOT NULL,
    period TEXT NOT NULL,
    calculation TEXT NOT NULL,
    level TEXT NOT NULL,
    value REAL,
    unit TEXT NOT NULL,
    quality TEXT NOT NULL CHECK (quality IN ('complete', 'partial', 'unknown')),
    have INTEGER NOT NULL,
    need INTEGER NOT NULL,
    computed TEXT NOT NULL,
    current INTEGER NOT NULL CHECK (current IN (0, 1)),
    provenance BLOB NOT NULL,
    PRIMARY KEY (code, area, period, calculation),
    CHECK ((value IS NULL) = (quality = 'unknown'))
);
CREATE INDEX indicator_value_current ON indicator_value (current, code, area, period);
PRAGMA user_version = 3;
)sql";

} // namespace loci::storage
