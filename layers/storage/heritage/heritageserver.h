// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/sql.h"

namespace loci::storage::heritage {

/// What SQLite and SpatiaLite have built in, for a server: the full text as a table with word lists, searched by
/// heritage_text(expression) in the words of matchExpression(); functions that answer NULL to what is no shape, as a
/// failed one would end the transaction. Runs after the rendered kSchema.
inline constexpr Sql kServerSchema = R"sql(
CREATE FUNCTION heritage_plain(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT regexp_replace(regexp_replace(normalize(lower(words COLLATE "und-x-icu"), NFD), '[\u0300-\u036F]', '', 'g'),
        '[^[:alnum:]]+', ' ', 'g')
$$;
ALTER TABLE heritage_text
    ADD COLUMN head tsvector GENERATED ALWAYS AS
        (to_tsvector('simple', heritage_plain(names || ' ' || pinyin))) STORED,
    ADD COLUMN words tsvector GENERATED ALWAYS AS
        (to_tsvector('simple', heritage_plain(names || ' ' || pinyin || ' ' || body))) STORED;
CREATE INDEX heritage_text_head ON heritage_text USING gin (head);
CREATE INDEX heritage_text_words ON heritage_text USING gin (words);
CREATE FUNCTION heritage_text(expression text) RETURNS TABLE (rowid bigint) LANGUAGE plpgsql STABLE AS $$
DECLARE
    term text[];
    plain text;
    wanted tsquery;
BEGIN
    FOR term IN SELECT regexp_matches(expression, '"([^"]*)"(\*?)', 'g') LOOP
        plain := trim(heritage_plain(term[1]));
        IF term[2] = '*' THEN
            wanted := coalesce(wanted && to_tsquery('simple', quote_literal(plain) || ':*'),
                to_tsquery('simple', quote_literal(plain) || ':*'));
        ELSE
            wanted := coalesce(wanted && phraseto_tsquery('simple', plain), phraseto_tsquery('simple', plain));
        END IF;
    END LOOP;
    IF starts_with(expression, '{names pinyin}') THEN
        RETURN QUERY SELECT t.rowid FROM heritage_text AS t WHERE t.head @@ wanted;
    ELSE
        RETURN QUERY SELECT t.rowid FROM heritage_text AS t WHERE t.words @@ wanted;
    END IF;
END
$$;
CREATE INDEX heritage_place_box ON heritage_place (west, east, south, north);
CREATE INDEX heritage_zone_place_box ON heritage_zone_place (west, east, south, north);
CREATE FUNCTION instr(whole bytea, part bytea) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT position(part IN whole)
$$;
CREATE FUNCTION GeomFromText(wkt text, srid integer) RETURNS geometry LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN ST_GeomFromText(wkt, srid);
EXCEPTION WHEN OTHERS THEN
    RETURN NULL;
END
$$;
CREATE FUNCTION MakePoint(x double precision, y double precision, srid integer) RETURNS geometry LANGUAGE sql STABLE AS
$$
    SELECT ST_SetSRID(ST_MakePoint(x, y), srid)
$$;
CREATE FUNCTION Transform(shape geometry, srid integer) RETURNS geometry LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN ST_Transform(shape, srid);
EXCEPTION WHEN OTHERS THEN
    RETURN NULL;
END
$$;
CREATE FUNCTION Intersects(one geometry, other geometry) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN ST_Intersects(one, other);
EXCEPTION WHEN OTHERS THEN
    RETURN NULL;
END
$$;
CREATE FUNCTION MbrMinX(shape geometry) RETURNS double precision LANGUAGE sql STABLE AS $$ SELECT ST_XMin(shape) $$;
CREATE FUNCTION MbrMinY(shape geometry) RETURNS double precision LANGUAGE sql STABLE AS $$ SELECT ST_YMin(shape) $$;
CREATE FUNCTION MbrMaxX(shape geometry) RETURNS double precision LANGUAGE sql STABLE AS $$ SELECT ST_XMax(shape) $$;
CREATE FUNCTION MbrMaxY(shape geometry) RETURNS double precision LANGUAGE sql STABLE AS $$ SELECT ST_YMax(shape) $$;
)sql";

} // namespace loci::storage::heritage
