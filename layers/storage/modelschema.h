// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/sql.h"

namespace loci::storage {

/// Files of city models that were put onto the server: which ones belong to the model at `path`, as documents name it
/// (number 0 is the model itself), and the files in pieces, by their content. A row of model_file stands for a file
/// all of whose pieces are there.
inline constexpr Sql kModelSchema = R"sql(
CREATE TABLE model_file (
    path TEXT COLLATE "C" NOT NULL,
    number BIGINT NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    sha256 TEXT COLLATE "C" NOT NULL,
    size BIGINT NOT NULL,
    PRIMARY KEY (path, number)
);
CREATE INDEX model_file_content ON model_file (sha256);
CREATE TABLE model_part (
    sha256 TEXT COLLATE "C" NOT NULL,
    part BIGINT NOT NULL,
    bytes BYTEA NOT NULL,
    PRIMARY KEY (sha256, part)
);
)sql";

} // namespace loci::storage
