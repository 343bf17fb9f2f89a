// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/sql.h"

namespace loci::storage {

/// What a zone, a medium or the memory of a merge is protected as: by the records that it belongs to. The columns that
/// these functions name come when roles are turned on.
inline constexpr Sql kRoleScopes = R"sql(
SET LOCAL check_function_bodies = off;
CREATE FUNCTION role_scope_of_zone(content bytea) RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path FROM CURRENT AS $$
DECLARE
    zone jsonb := role_json(content);
    rank integer;
    first text;
    last text;
    shared integer := 0;
BEGIN
    IF jsonb_typeof(zone) IS DISTINCT FROM 'object' THEN
        RETURN 'zone/2:';
    END IF;
    SELECT max(substr(r.role_scope, 10, 1)::integer), min(substr(r.role_scope, 12) COLLATE "C"),
        max(substr(r.role_scope, 12) COLLATE "C") INTO rank, first, last
    FROM heritage_record AS r WHERE r.key IN (SELECT 'heritage/asset/' || named FROM jsonb_array_elements_text(
        CASE WHEN jsonb_typeof(zone -> 'assets') = 'array' THEN zone -> 'assets' ELSE '[]' END) AS named);
    WHILE shared < length(first) AND left(first, shared + 1) = left(last, shared + 1) LOOP
        shared := shared + 1;
    END LOOP;
    RETURN 'zone/' || greatest(rank, role_rank(zone #>> '{sensitivity,level}')) || ':'
        || coalesce(nullif(zone ->> 'district', ''), left(first, shared), '');
END
$$;
CREATE FUNCTION role_scopes_of(wanted text) RETURNS text[] LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path FROM CURRENT AS $$
DECLARE
    found text[];
BEGIN
    IF wanted !~ '^heritage/(asset|zone|media|merge)/' THEN
        RETURN ARRAY[role_scope_of_key(wanted)];
    END IF;
    IF starts_with(wanted, 'heritage/media/') THEN
        found := ARRAY(SELECT DISTINCT role_scope FROM role_use WHERE key = wanted);
    END IF;
    IF coalesce(found, '{}') = '{}' THEN
        SELECT t.scopes INTO found FROM role_trace AS t
            WHERE t.key = wanted AND t.step = pg_current_xact_id_if_assigned();
    END IF;
    IF coalesce(found, '{}') = '{}' THEN
        found := ARRAY(SELECT role_scope FROM heritage_record WHERE key = wanted);
    END IF;
    IF coalesce(found, '{}') = '{}' THEN
        SELECT t.scopes INTO found FROM role_trace AS t WHERE t.key = wanted;
    END IF;
    RETURN found;
END
$$;
CREATE FUNCTION role_reads_medium(wanted text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path FROM CURRENT AS $$
    SELECT EXISTS (SELECT 1 FROM heritage_record WHERE key = wanted AND role_scope LIKE ANY (role_scopes(false)))
        OR EXISTS (SELECT 1 FROM role_use WHERE key = wanted AND role_scope LIKE ANY (role_scopes(false)))
$$;
CREATE FUNCTION role_writes_medium(wanted text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path FROM CURRENT AS $$
    SELECT coalesce(bool_and(role_scope LIKE ANY (role_scopes(true))), false) FROM role_use WHERE key = wanted
$$;
CREATE FUNCTION role_owns_step(step bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path FROM CURRENT AS $$
    SELECT EXISTS (SELECT 1 FROM history WHERE id = step AND role_login = session_user)
$$;
CREATE FUNCTION role_writes_step(step bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path FROM CURRENT AS $$
    SELECT coalesce(bool_and(role_all(role_scopes, role_scopes(true))), false) FROM history_change WHERE entry = step
$$;
CREATE FUNCTION role_change_count(step bigint) RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER
SET search_path FROM CURRENT AS $$
    SELECT count(*) FROM history_change WHERE entry = step
$$;
)sql";

} // namespace loci::storage
