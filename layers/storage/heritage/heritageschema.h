// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/sql.h"

namespace loci::storage::heritage {

/// Version 2 of the workspace file: the heritage catalogue. heritage_record holds what people wrote, heritage_audit
/// every change of it; all other tables are made from the records and can be made anew. The full text gathers 32 MiB
/// before it writes: each smaller batch of an import would be merged again and again.
inline constexpr Sql kSchema = R"sql(
CREATE TABLE heritage_record (
    no INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    content BLOB NOT NULL,
    entry INTEGER NOT NULL
);
CREATE TABLE heritage_audit (
    number INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    entry TEXT NOT NULL,
    hash TEXT NOT NULL
);
CREATE INDEX heritage_audit_key ON heritage_audit (key, number);
CREATE TABLE heritage_head (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    number INTEGER NOT NULL,
    hash TEXT NOT NULL
);
CREATE TABLE heritage_asset (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    reference TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    other_name TEXT NOT NULL,
    parent TEXT NOT NULL,
    category TEXT NOT NULL,
    type TEXT NOT NULL,
    type_label TEXT NOT NULL,
    grade TEXT NOT NULL,
    level TEXT NOT NULL,
    district TEXT NOT NULL,
    condition TEXT NOT NULL,
    review TEXT NOT NULL,
    sensitivity TEXT NOT NULL,
    updated TEXT NOT NULL,
    year_from INTEGER,
    year_to INTEGER,
    century_from INTEGER,
    century_to INTEGER,
    last_survey TEXT NOT NULL,
    photographs INTEGER NOT NULL,
    zones INTEGER NOT NULL,
    four_haves INTEGER NOT NULL,
    trashed INTEGER NOT NULL,
    longitude REAL,
    latitude REAL
);
CREATE INDEX heritage_asset_name ON heritage_asset (name_key);
CREATE INDEX heritage_asset_reference ON heritage_asset (reference);
CREATE TABLE heritage_zone (
    no INTEGER PRIMARY KEY AUTOINCREMENT,
    record INTEGER NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT NOT NULL
);
CREATE INDEX heritage_zone_record ON heritage_zone (record);
CREATE TABLE heritage_zone_asset (
    record INTEGER NOT NULL,
    asset TEXT NOT NULL,
    PRIMARY KEY (record, asset)
) WITHOUT ROWID;
CREATE INDEX heritage_zone_asset_asset ON heritage_zone_asset (asset);
CREATE TABLE heritage_media (
    no INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    mime TEXT NOT NULL,
    size INTEGER NOT NULL,
    taken TEXT NOT NULL,
    longitude REAL,
    latitude REAL
);
CREATE VIRTUAL TABLE heritage_text USING fts5 (names, pinyin, body, prefix = '2 3', tokenize = 'unicode61');
INSERT INTO heritage_text (heritage_text, rank) VALUES ('hashsize', 33554432);
CREATE VIRTUAL TABLE heritage_place USING rtree (no, west, east, south, north);
CREATE VIRTUAL TABLE heritage_zone_place USING rtree (no, west, east, south, north);
PRAGMA user_version = 2;
)sql";

} // namespace loci::storage::heritage
