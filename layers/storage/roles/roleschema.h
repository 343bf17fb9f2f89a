// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/sql.h"

namespace loci::storage {

/// Who may do what in a shared workspace: tables, and the functions that policies ask. Every row that roles protect has
/// a scope, "part/", or "heritage/<0 open, 1 restricted, 2 withheld>:<district>" for a record ("zone/" for zones,
/// "indicators/0:<area>" for a value); a login has the scopes of its roles as patterns for LIKE. The login is
/// session_user, which no setting of a client changes. Functions that see more than who calls them run as the owner.
inline constexpr Sql kRoleSchema = R"sql(
CREATE TABLE role_kind (
    role TEXT COLLATE "C" PRIMARY KEY,
    place BIGINT NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL
);
CREATE TABLE role_rule (
    no BIGINT PRIMARY KEY,
    role TEXT COLLATE "C" NOT NULL REFERENCES role_kind (role),
    part TEXT COLLATE "C" NOT NULL,
    departments TEXT[] NOT NULL DEFAULT '{}',
    levels TEXT[] NOT NULL DEFAULT '{}',
    areas TEXT[] NOT NULL DEFAULT '{}',
    up_to TEXT NOT NULL CHECK (up_to IN ('open', 'restricted', 'withheld')),
    may_read BOOLEAN NOT NULL,
    may_write BOOLEAN NOT NULL
);
CREATE TABLE role_member (
    no BIGINT PRIMARY KEY,
    login TEXT COLLATE "C" NOT NULL,
    role TEXT COLLATE "C" NOT NULL REFERENCES role_kind (role),
    department TEXT NOT NULL DEFAULT '',
    level TEXT NOT NULL DEFAULT '',
    areas TEXT[] NOT NULL DEFAULT '{}',
    until DATE
);
CREATE INDEX role_member_login ON role_member (login);
CREATE TABLE role_setting (
    one BIGINT PRIMARY KEY CHECK (one = 1),
    desks TEXT NOT NULL,
    since TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp()
);
CREATE TABLE role_trace (
    key TEXT COLLATE "C" PRIMARY KEY,
    scopes TEXT[] NOT NULL,
    step XID8
);
CREATE TABLE role_use (
    key TEXT COLLATE "C" NOT NULL,
    record BIGINT NOT NULL,
    role_scope TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (key, record)
);
CREATE INDEX role_use_record ON role_use (record);

CREATE FUNCTION role_is_on() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
    SELECT EXISTS (SELECT 1 FROM role_setting)
$$;
CREATE FUNCTION role_is_owner() RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path FROM CURRENT AS $$
BEGIN
    RETURN (SELECT pg_has_role(session_user, relowner, 'MEMBER') FROM pg_class WHERE oid = 'role_setting'::regclass);
END
$$;
CREATE FUNCTION role_like(plain text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT replace(replace(replace(plain, '\', '\\'), '%', '\%'), '_', '\_')
$$;
CREATE FUNCTION role_scopes(writing boolean) RETURNS text[] LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path FROM CURRENT SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    IF role_is_owner() THEN
        RETURN ARRAY['%'];
    END IF;
    RETURN (WITH pairs AS (
        SELECT r.part, array_position(ARRAY['open', 'restricted', 'withheld'], r.up_to) - 1 AS up_to, one.area AS one,
            other.area AS other
        FROM role_member AS m JOIN role_rule AS r ON r.role = m.role
            CROSS JOIN LATERAL unnest(CASE WHEN r.areas = '{}' THEN ARRAY[''] ELSE r.areas END) AS one (area)
            CROSS JOIN LATERAL unnest(CASE WHEN m.areas = '{}' THEN ARRAY[''] ELSE m.areas END) AS other (area)
        WHERE m.login = session_user AND (m.until IS NULL OR m.until >= (now() AT TIME ZONE 'UTC')::date)
            AND (r.departments = '{}' OR m.department = ANY (r.departments))
            AND (r.levels = '{}' OR m.level = ANY (r.levels))
            AND (r.may_write OR (r.may_read AND NOT writing))
    ), grants AS (
        SELECT part, rank, CASE WHEN starts_with(one, other) THEN one ELSE other END AS area
        FROM pairs CROSS JOIN LATERAL generate_series(0, up_to) AS rank
        WHERE starts_with(one, other) OR starts_with(other, one)
    ), patterns AS (
        SELECT role_like(part || '/' || rank || ':' || area) || '%' AS pattern FROM grants
            WHERE part IN ('heritage', 'indicators')
        UNION SELECT role_like(part || '/') FROM grants
        UNION SELECT role_like('zone/' || rank || ':' || area) || '%' FROM grants WHERE part = 'heritage'
        UNION SELECT role_like('zone/' || rank || ':' || left(area, n))
            FROM grants CROSS JOIN LATERAL generate_series(0, length(area)) AS n WHERE part = 'heritage' AND NOT writing
        UNION SELECT 'setting/' FROM grants WHERE part = 'roles' OR (part = 'heritage' AND NOT writing)
        UNION SELECT role_like('own/' || session_user) FROM grants WHERE part = 'heritage'
        UNION SELECT 'own/%' FROM grants WHERE part = 'heritage' AND rank = 2 AND area = ''
        UNION SELECT role_like('desk/' || session_user) FROM grants WHERE part <> 'audit'
    )
    SELECT coalesce(array_agg(pattern ORDER BY NOT starts_with(pattern, 'heritage/'), pattern), '{}') FROM patterns);
END
$$;
CREATE FUNCTION role_scopes(writing boolean, family text) RETURNS text[] LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN ARRAY(SELECT p FROM unnest(role_scopes(writing)) AS p WHERE starts_with(p, family) OR p = '%');
END
$$;
CREATE FUNCTION role_may(part text, writing boolean) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT (part || '/') LIKE ANY (role_scopes(writing))
$$;
CREATE FUNCTION role_is_desk(writing boolean) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT ('desk/' || session_user) LIKE ANY (role_scopes(writing))
$$;
CREATE FUNCTION role_all(scopes text[], patterns text[]) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(bool_and(scope LIKE ANY (patterns)), false) FROM unnest(scopes) AS scope
$$;
CREATE FUNCTION role_merged(one text[], other text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(DISTINCT scope), '{}') FROM unnest(one || other) AS scope
    WHERE scope <> '' AND (NOT starts_with(scope, 'own/') OR scope = ANY (other))
$$;
CREATE FUNCTION role_origin() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
    SELECT hash FROM heritage_audit WHERE number = 1 AND role_is_desk(false)
$$;
CREATE FUNCTION role_mine() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
    SELECT json_build_object('enforced', role_is_on(), 'owner', role_is_owner(), 'login', session_user,
        'today', (now() AT TIME ZONE 'UTC')::date,
        'members', (SELECT coalesce(json_agg(json_build_object('role', role, 'department', department, 'level', level,
            'areas', areas, 'until', until) ORDER BY no), '[]') FROM role_member WHERE login = session_user),
        'rules', (SELECT coalesce(json_agg(json_build_object('role', role, 'part', part, 'departments', departments,
            'levels', levels, 'areas', areas, 'sensitivity', up_to, 'read', may_read, 'write', may_write) ORDER BY no),
            '[]') FROM role_rule WHERE role IN (SELECT role FROM role_member WHERE login = session_user)))::text
$$;

CREATE FUNCTION role_json(content bytea) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    RETURN convert_from(content, 'UTF8')::jsonb;
EXCEPTION WHEN OTHERS THEN
    RETURN NULL;
END
$$;
CREATE FUNCTION role_hashes(content bytea) RETURNS SETOF text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    RETURN QUERY SELECT DISTINCT hit[1]
        FROM regexp_matches(convert_from(content, 'UTF8'), '"([0-9a-f]{64})"', 'g') AS hit;
EXCEPTION WHEN OTHERS THEN
    RETURN;
END
$$;
CREATE FUNCTION role_rank(sensitivity text) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN coalesce(sensitivity, '') IN ('', 'open') THEN 0 WHEN sensitivity = 'restricted' THEN 1 ELSE 2 END
$$;
CREATE FUNCTION role_scope_of_key(key text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN key ~ '^heritage/(asset|zone|media|merge)/' THEN 'heritage/2:'
        WHEN starts_with(key, 'heritage/setting/') THEN 'setting/'
        WHEN key ~ '^(heritage/sharing|contract|delivery)/' THEN 'catalogue/'
        WHEN starts_with(key, 'heritage/') THEN 'heritage/'
        WHEN starts_with(key, 'city/') THEN 'city/'
        WHEN starts_with(key, 'planning/') THEN 'planning/'
        WHEN key ~ '^(indicator|board|problem)/' THEN 'indicators/'
        WHEN key ~ '^(feed|alert)/' THEN 'feeds/'
        WHEN starts_with(key, 'briefing/') THEN 'briefing/'
        ELSE 'map/' END
$$;
CREATE FUNCTION role_scope_of_asset(content bytea) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    asset jsonb := role_json(content);
BEGIN
    IF jsonb_typeof(asset) IS DISTINCT FROM 'object' THEN
        RETURN 'heritage/2:';
    END IF;
    RETURN 'heritage/' || role_rank(asset #>> '{sensitivity,level}') || ':' || coalesce(asset ->> 'district', '');
END
$$;
)sql";

} // namespace loci::storage
