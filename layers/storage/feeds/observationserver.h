// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/sql.h"

namespace loci::storage {

/// What a server has beside the tables of a file: values parted by month (UTC), so that old ones go with their whole
/// month; an index of blocks by time (BRIN); and the lease of the one desk that records. Runs after the rendered
/// tables; a schema of the first release has its one table of values kept as the part of everything so far. The
/// functions act for the schema's owner, and ask for the right of whoever calls them.
inline constexpr Sql kObservationServerSchema = R"sql(
CREATE TABLE observation_part (
    name TEXT COLLATE "C" PRIMARY KEY,
    first BIGINT NOT NULL UNIQUE,
    until BIGINT NOT NULL
);
CREATE TABLE observation_lease (
    one BIGINT PRIMARY KEY CHECK (one = 1),
    desk TEXT COLLATE "C" NOT NULL,
    person TEXT NOT NULL,
    computer TEXT NOT NULL,
    until TIMESTAMPTZ NOT NULL
);
ALTER TABLE stream SET (fillfactor = 60);
ALTER TABLE hourly SET (fillfactor = 80);
ALTER TABLE daily SET (fillfactor = 80);
ALTER TABLE observation RENAME TO observation_before;
ALTER INDEX observation_pkey RENAME TO observation_before_pkey;
ALTER INDEX observation_time RENAME TO observation_before_time;
CREATE TABLE observation (LIKE observation_before) PARTITION BY RANGE (time);
ALTER TABLE observation ADD CONSTRAINT observation_pkey PRIMARY KEY (stream, time, source);
CREATE INDEX observation_time ON observation USING brin (time) WITH (autosummarize = on);
CREATE FUNCTION observation_bounds(moment BIGINT, OUT first BIGINT, OUT until BIGINT, OUT name TEXT)
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    month TIMESTAMP;
BEGIN
    IF moment < 0 THEN
        first := -9223372036854775808;
        until := 0;
        name := 'observation_early';
    ELSIF moment >= 4102444800000 THEN
        first := 4102444800000;
        until := 9223372036854775807;
        name := 'observation_late';
    ELSE
        month := date_trunc('month', TIMESTAMP '1970-01-01' + moment * INTERVAL '1 millisecond');
        first := extract(epoch FROM month) * 1000;
        until := extract(epoch FROM month + INTERVAL '1 month') * 1000;
        name := 'observation_' || to_char(month, 'YYYY_MM');
    END IF;
END
$$;
CREATE FUNCTION observation_attach(part TEXT, first BIGINT, until BIGINT) RETURNS VOID LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE observation ATTACH PARTITION %I FOR VALUES FROM (%s) TO (%s)', part,
        CASE WHEN first = -9223372036854775808 THEN 'MINVALUE' ELSE quote_literal(first) END,
        CASE WHEN until = 9223372036854775807 THEN 'MAXVALUE' ELSE quote_literal(until) END);
    INSERT INTO observation_part (name, first, until) VALUES (part, first, until);
END
$$;
CREATE FUNCTION observation_make(moment BIGINT) RETURNS BIGINT LANGUAGE plpgsql SECURITY DEFINER
SET search_path FROM CURRENT AS $$
DECLARE
    part RECORD;
BEGIN
    IF NOT has_table_privilege(session_user, 'observation', 'INSERT') THEN
        RAISE insufficient_privilege;
    END IF;
    IF EXISTS (SELECT 1 FROM observation_part AS p WHERE p.first <= moment
            AND (moment < p.until OR p.until = 9223372036854775807)) THEN
        RETURN 0;
    END IF;
    part := observation_bounds(moment);
    EXECUTE format('CREATE TABLE %I (LIKE observation INCLUDING ALL)', part.name);
    PERFORM observation_attach(part.name, part.first, part.until);
    RETURN 1;
END
$$;
CREATE FUNCTION observation_rows(part TEXT) RETURNS BIGINT LANGUAGE plpgsql AS $$
DECLARE
    counted BIGINT;
BEGIN
    IF pg_relation_size(quote_ident(part)) < 67108864 THEN
        EXECUTE format('SELECT count(*) FROM %I', part) INTO counted;
    ELSE
        SELECT greatest(reltuples, 0) INTO counted FROM pg_class WHERE oid = quote_ident(part)::regclass;
    END IF;
    RETURN counted;
END
$$;
CREATE FUNCTION observation_prune(moment BIGINT) RETURNS BIGINT LANGUAGE plpgsql SECURITY DEFINER
SET search_path FROM CURRENT SET lock_timeout = '2s' AS $$
DECLARE
    part RECORD;
    gone BIGINT := 0;
    deleted BIGINT;
BEGIN
    IF NOT has_table_privilege(session_user, 'observation', 'DELETE') THEN
        RAISE insufficient_privilege;
    END IF;
    FOR part IN SELECT p.name, p.first, p.until FROM observation_part AS p WHERE p.until <= moment ORDER BY p.first LOOP
        DELETE FROM revision AS r USING stream AS s WHERE r.stream = s.id AND s.retention_days > 0
            AND part.until + s.retention_days * 86400000 <= moment AND r.time >= part.first AND r.time < part.until;
        IF EXISTS (SELECT 1 FROM stream AS s
                WHERE (s.retention_days = 0 OR part.until + s.retention_days * 86400000 > moment)
                AND EXISTS (SELECT 1 FROM observation AS o WHERE o.stream = s.id AND o.time >= part.first
                    AND o.time < part.until)) THEN
            DELETE FROM observation AS o USING stream AS s WHERE o.stream = s.id AND s.retention_days > 0
                AND part.until + s.retention_days * 86400000 <= moment AND o.time >= part.first AND o.time < part.until;
            GET DIAGNOSTICS deleted = ROW_COUNT;
        ELSE
            deleted := observation_rows(part.name);
            EXECUTE format('DROP TABLE %I', part.name);
            DELETE FROM observation_part AS p WHERE p.name = part.name;
        END IF;
        gone := gone + deleted;
    END LOOP;
    RETURN gone;
END
$$;
REVOKE EXECUTE ON FUNCTION observation_attach, observation_rows FROM PUBLIC;
DO $$
DECLARE
    part RECORD;
    moment BIGINT;
BEGIN
    SELECT max(time) INTO moment FROM observation_before WHERE (flags & 4) = 0;
    IF moment IS NULL THEN
        moment := -1;
    END IF;
    part := observation_bounds(moment);
    FOR moment IN SELECT DISTINCT (observation_bounds(time)).first FROM observation_before WHERE time >= part.until LOOP
        PERFORM observation_make(moment);
    END LOOP;
    WITH moved AS (DELETE FROM observation_before WHERE time >= part.until RETURNING *)
    INSERT INTO observation SELECT * FROM moved;
    IF EXISTS (SELECT 1 FROM observation_before) THEN
        PERFORM observation_attach('observation_before', -9223372036854775808, part.until);
    ELSE
        DROP TABLE observation_before;
    END IF;
END
$$;
)sql";

} // namespace loci::storage
