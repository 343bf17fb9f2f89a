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
SET search_path FROM CURRENT AS $$
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

/// What a zone, a medium or the memory of a merge is protected as: by the records that it belongs to. Made by the owner
/// and only with roles on: triggers that write the scopes, so that no desk can, and that hold the audit together.
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

CREATE FUNCTION role_record_scope() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
    IF starts_with(NEW.key, 'heritage/asset/') THEN
        NEW.role_scope := role_scope_of_asset(NEW.content);
    ELSIF starts_with(NEW.key, 'heritage/zone/') THEN
        NEW.role_scope := role_scope_of_zone(NEW.content);
    ELSIF starts_with(NEW.key, 'heritage/media/') THEN
        NEW.role_scope := CASE WHEN TG_OP = 'INSERT' THEN 'own/' || session_user
            WHEN OLD.role_scope = '' THEN 'heritage/2:' ELSE OLD.role_scope END;
    ELSIF starts_with(NEW.key, 'heritage/merge/') THEN
        NEW.role_scope := coalesce((SELECT role_scope FROM heritage_record
            WHERE key = 'heritage/' || substr(NEW.key, 16)), 'heritage/2:');
    ELSE
        NEW.role_scope := role_scope_of_key(NEW.key);
    END IF;
    RETURN NEW;
END
$$;
CREATE FUNCTION role_record_written() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path FROM CURRENT AS $$
DECLARE
    was text := CASE WHEN TG_OP = 'INSERT' THEN '' ELSE OLD.role_scope END;
    becomes text := CASE WHEN TG_OP = 'DELETE' THEN '' ELSE NEW.role_scope END;
    changed text := CASE WHEN TG_OP = 'DELETE' THEN OLD.key ELSE NEW.key END;
    now_scopes text[] := role_merged('{}', ARRAY[was, becomes]);
    media text[];
    zone bigint;
BEGIN
    IF starts_with(changed, 'heritage/media/') AND EXISTS (SELECT 1 FROM role_use AS u WHERE u.key = changed) THEN
        now_scopes := ARRAY(SELECT DISTINCT u.role_scope FROM role_use AS u WHERE u.key = changed);
    END IF;
    INSERT INTO role_trace AS t (key, scopes, step) VALUES (changed, now_scopes, pg_current_xact_id())
        ON CONFLICT (key) DO UPDATE SET step = excluded.step,
            scopes = CASE WHEN t.step = excluded.step THEN role_merged(t.scopes, excluded.scopes)
                ELSE excluded.scopes END;
    UPDATE heritage_audit SET role_scopes = role_merged(role_scopes, now_scopes)
        WHERE key = changed AND role_step = pg_current_xact_id() AND NOT role_scopes @> now_scopes;
    IF TG_OP = 'DELETE' OR changed !~ '^heritage/(asset|zone)/' THEN
        RETURN NULL;
    END IF;
    INSERT INTO role_use (key, record, role_scope)
        SELECT 'heritage/media/' || hash, NEW.no, becomes FROM role_hashes(NEW.content) AS hash
        WHERE NOT EXISTS (SELECT 1 FROM heritage_record AS m WHERE m.key = 'heritage/media/' || hash)
            OR role_reads_medium('heritage/media/' || hash)
        ON CONFLICT DO NOTHING;
    media := ARRAY(SELECT u.key FROM role_use AS u WHERE u.record = NEW.no);
    IF media <> '{}' THEN
        UPDATE heritage_audit SET role_scopes = ARRAY[becomes] WHERE key = ANY (media)
            AND role_step = pg_current_xact_id() AND role_scopes = ARRAY['own/' || session_user];
    END IF;
    IF was = becomes THEN
        RETURN NULL;
    END IF;
    UPDATE heritage_record SET role_scope = '' WHERE key = 'heritage/merge/' || substr(changed, 10);
    FOR zone IN SELECT n.record FROM heritage_zone_asset AS n WHERE n.asset = substr(changed, 16) LOOP
        UPDATE heritage_record SET role_scope = '' WHERE no = zone;
    END LOOP;
    IF TG_OP = 'UPDATE' THEN
        UPDATE role_use SET role_scope = becomes WHERE record = NEW.no AND role_scope <> becomes;
        UPDATE heritage_asset SET role_scope = '' WHERE no = NEW.no;
        UPDATE heritage_place SET role_scope = '' WHERE no = NEW.no;
        UPDATE heritage_zone SET role_scope = '' WHERE record = NEW.no;
        UPDATE heritage_zone_place SET role_scope = '' WHERE no IN (SELECT z.no FROM heritage_zone AS z
            WHERE z.record = NEW.no);
        UPDATE heritage_zone_asset SET role_scope = '' WHERE record = NEW.no;
    END IF;
    RETURN NULL;
END
$$;
CREATE FUNCTION role_derived() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
    found text;
BEGIN
    CASE TG_TABLE_NAME
        WHEN 'heritage_zone', 'heritage_zone_asset' THEN
            SELECT r.role_scope INTO found FROM heritage_record AS r WHERE r.no = NEW.record;
        WHEN 'heritage_zone_place' THEN
            SELECT z.role_scope INTO found FROM heritage_zone AS z WHERE z.no = NEW.no;
        ELSE
            SELECT r.role_scope INTO found FROM heritage_record AS r WHERE r.no = NEW.no;
    END CASE;
    NEW.role_scope := coalesce(found, 'nobody/');
    IF TG_TABLE_NAME = 'heritage_asset' THEN
        SELECT count(*) INTO NEW.zones FROM heritage_zone_asset AS n WHERE n.asset = NEW.id;
    END IF;
    RETURN NEW;
END
$$;
CREATE FUNCTION role_asset_gone() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
    DELETE FROM heritage_text WHERE rowid = OLD.no;
    RETURN NULL;
END
$$;
CREATE FUNCTION role_recount() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
    UPDATE heritage_asset SET zones = 0 WHERE id = CASE WHEN TG_OP = 'DELETE' THEN OLD.asset ELSE NEW.asset END;
    RETURN NULL;
END
$$;
CREATE FUNCTION role_stamp() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
    CASE TG_TABLE_NAME
        WHEN 'history' THEN
            NEW.role_login := session_user;
            DELETE FROM history WHERE undone = 1;
        WHEN 'media_part' THEN
            NEW.role_login := session_user;
        WHEN 'desk_presence' THEN
            NEW.role_login := session_user;
            NEW.role_scopes := CASE WHEN NEW.record = '' THEN '{}' ELSE coalesce(role_scopes_of(NEW.record),
                ARRAY['own/' || session_user]) END;
        ELSE
            NEW.role_scopes := coalesce(role_scopes_of(NEW.key), ARRAY['own/' || session_user]);
    END CASE;
    RETURN NEW;
END
$$;
CREATE FUNCTION role_audit_added() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
    last record;
    entry jsonb := role_json(convert_to(NEW.entry, 'UTF8'));
BEGIN
    PERFORM 1 FROM heritage_head WHERE one = 1 FOR UPDATE;
    SELECT number, hash INTO last FROM heritage_audit ORDER BY number DESC LIMIT 1;
    IF NEW.number IS DISTINCT FROM coalesce(last.number, 0) + 1
        OR NEW.hash IS DISTINCT FROM encode(sha256(convert_to(coalesce(last.hash, repeat('0', 64)) || E'\n' || NEW.entry,
            'UTF8')), 'hex')
        OR entry ->> 'key' IS DISTINCT FROM NEW.key OR entry ->> 'number' IS DISTINCT FROM NEW.number::text THEN
        RAISE EXCEPTION 'entry % does not continue the audit', NEW.number USING ERRCODE = 'LR001';
    END IF;
    NEW.role_login := session_user;
    NEW.role_step := pg_current_xact_id();
    NEW.role_scopes := coalesce(role_scopes_of(NEW.key), ARRAY['own/' || session_user]);
    RETURN NEW;
END
$$;
CREATE FUNCTION role_audit_advance() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path FROM CURRENT AS $$
BEGIN
    INSERT INTO heritage_head (one, number, hash) VALUES (1, NEW.number, NEW.hash)
        ON CONFLICT (one) DO UPDATE SET number = excluded.number, hash = excluded.hash;
    RETURN NULL;
END
$$;
CREATE FUNCTION role_audit_kept() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'heritage_audit' THEN
        IF (OLD.number, OLD.key, OLD.entry, OLD.hash) IS NOT DISTINCT FROM (NEW.number, NEW.key, NEW.entry, NEW.hash)
        THEN
            RETURN NEW;
        END IF;
    ELSIF TG_OP IN ('INSERT', 'UPDATE') AND TG_TABLE_NAME = 'heritage_head' THEN
        IF EXISTS (SELECT 1 FROM heritage_audit WHERE number = NEW.number AND hash = NEW.hash
            AND number = (SELECT max(number) FROM heritage_audit)) THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'the audit is only added to' USING ERRCODE = 'LR001';
END
$$;
CREATE FUNCTION role_audited() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
    changed text := CASE WHEN TG_OP = 'DELETE' THEN OLD.key ELSE NEW.key END;
    state text := coalesce((SELECT encode(sha256(content), 'hex') FROM heritage_record WHERE key = changed), '');
BEGIN
    IF state IS DISTINCT FROM (SELECT coalesce(role_json(convert_to(entry, 'UTF8')) ->> 'stateAfter', '')
        FROM heritage_audit WHERE key = changed ORDER BY number DESC LIMIT 1) THEN
        RAISE EXCEPTION 'a record was changed without an entry of the audit' USING ERRCODE = 'LR002';
    END IF;
    RETURN NULL;
END
$$;
CREATE FUNCTION role_set_matrix(told text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path FROM CURRENT AS $$
DECLARE
    kinds jsonb := told::jsonb -> 'roles';
BEGIN
    IF NOT role_may('roles', true) THEN
        RAISE EXCEPTION 'the matrix is not for %', session_user USING ERRCODE = '42501';
    END IF;
    INSERT INTO role_kind (role, place, name_zh, name_en)
        SELECT kind ->> 'id', place, coalesce(kind #>> '{name,zh}', ''), coalesce(kind #>> '{name,en}', '')
        FROM jsonb_array_elements(kinds) WITH ORDINALITY AS k (kind, place)
        ON CONFLICT (role) DO UPDATE SET place = excluded.place, name_zh = excluded.name_zh,
            name_en = excluded.name_en;
    DELETE FROM role_rule;
    INSERT INTO role_rule (no, role, part, departments, levels, areas, up_to, may_read, may_write)
        SELECT row_number() OVER (ORDER BY place, rank), kind ->> 'id', rule ->> 'part',
            ARRAY(SELECT jsonb_array_elements_text(rule -> 'departments')),
            ARRAY(SELECT jsonb_array_elements_text(rule -> 'levels')),
            ARRAY(SELECT jsonb_array_elements_text(rule -> 'areas')),
            coalesce(rule ->> 'sensitivity', 'open'), coalesce((rule ->> 'read')::boolean, false),
            coalesce((rule ->> 'write')::boolean, false)
        FROM jsonb_array_elements(kinds) WITH ORDINALITY AS k (kind, place)
            CROSS JOIN LATERAL jsonb_array_elements(kind -> 'rules') WITH ORDINALITY AS r (rule, rank);
    IF EXISTS (SELECT 1 FROM role_member WHERE role NOT IN (SELECT kind ->> 'id' FROM jsonb_array_elements(kinds) AS
        kind)) THEN
        RAISE EXCEPTION 'a role that goes has members' USING ERRCODE = 'LR006';
    END IF;
    DELETE FROM role_kind WHERE role NOT IN (SELECT kind ->> 'id' FROM jsonb_array_elements(kinds) AS kind);
    IF NOT role_may('roles', true) THEN
        RAISE EXCEPTION '% would be shut out', session_user USING ERRCODE = 'LR005';
    END IF;
END
$$;
CREATE FUNCTION role_set_members(told text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path FROM CURRENT AS $$
BEGIN
    IF NOT role_may('roles', true) THEN
        RAISE EXCEPTION 'the members are not for %', session_user USING ERRCODE = '42501';
    END IF;
    DELETE FROM role_member;
    INSERT INTO role_member (no, login, role, department, level, areas, until)
        SELECT place, m ->> 'login', m ->> 'role', coalesce(m ->> 'department', ''), coalesce(m ->> 'level', ''),
            ARRAY(SELECT jsonb_array_elements_text(m -> 'areas')), nullif(m ->> 'until', '')::date
        FROM jsonb_array_elements(told::jsonb) WITH ORDINALITY AS k (m, place);
    IF NOT role_may('roles', true) THEN
        RAISE EXCEPTION '% would be shut out', session_user USING ERRCODE = 'LR005';
    END IF;
END
$$;
CREATE FUNCTION role_member_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path FROM CURRENT AS $$
DECLARE
    desks text := (SELECT s.desks FROM role_setting AS s);
BEGIN
    IF desks IS NULL THEN
        RETURN NULL;
    END IF;
    IF TG_OP <> 'DELETE' AND NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = NEW.login AND rolcanlogin) THEN
        RAISE EXCEPTION 'there is no login %', NEW.login USING ERRCODE = 'LR003';
    END IF;
    IF TG_OP <> 'DELETE' AND NOT pg_has_role(NEW.login, desks, 'MEMBER') THEN
        EXECUTE format('GRANT %I TO %I', desks, NEW.login);
    END IF;
    IF TG_OP <> 'INSERT' AND NOT EXISTS (SELECT 1 FROM role_member WHERE login = OLD.login)
        AND EXISTS (SELECT 1 FROM pg_roles WHERE rolname = OLD.login) THEN
        EXECUTE format('REVOKE %I FROM %I', desks, OLD.login);
    END IF;
    RETURN NULL;
END
$$;
REVOKE EXECUTE ON FUNCTION role_scopes_of(text), role_scope_of_zone(bytea) FROM PUBLIC;
)sql";

} // namespace loci::storage
