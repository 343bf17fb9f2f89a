// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/sql.h"

namespace loci::storage {

/// Turning roles on: a role without login for all desks of the workspace, the columns and triggers of scopes, the
/// scopes of what is there and of its past, and the policies. Called by the owner; again for tables that came since.
inline constexpr Sql kRoleSwitch = R"sql(
CREATE FUNCTION role_columns() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    name text;
BEGIN
    ALTER TABLE documents ADD COLUMN role_scope TEXT COLLATE "C" GENERATED ALWAYS AS (role_scope_of_key(key)) STORED;
    ALTER TABLE indicator_value
        ADD COLUMN role_scope TEXT COLLATE "C" GENERATED ALWAYS AS ('indicators/0:' || area) STORED;
    FOREACH name IN ARRAY ARRAY['heritage_record', 'heritage_asset', 'heritage_place', 'heritage_zone',
        'heritage_zone_place', 'heritage_zone_asset', 'heritage_media'] LOOP
        EXECUTE format('ALTER TABLE %I ADD COLUMN role_scope TEXT COLLATE "C" NOT NULL DEFAULT ''''', name);
    END LOOP;
    FOREACH name IN ARRAY ARRAY['heritage_audit', 'history_change', 'desk_change', 'desk_presence'] LOOP
        EXECUTE format('ALTER TABLE %I ADD COLUMN role_scopes TEXT[] NOT NULL DEFAULT ''{}''', name);
    END LOOP;
    FOREACH name IN ARRAY ARRAY['heritage_audit', 'history', 'media_part', 'desk_presence'] LOOP
        EXECUTE format('ALTER TABLE %I ADD COLUMN role_login TEXT COLLATE "C" NOT NULL DEFAULT ''''', name);
    END LOOP;
    ALTER TABLE heritage_audit ADD COLUMN role_step XID8;
END
$$;
CREATE FUNCTION role_triggers() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    name text;
BEGIN
    CREATE TRIGGER role_scope BEFORE INSERT OR UPDATE ON heritage_record
        FOR EACH ROW EXECUTE FUNCTION role_record_scope();
    CREATE TRIGGER role_written AFTER INSERT OR UPDATE OR DELETE ON heritage_record
        FOR EACH ROW EXECUTE FUNCTION role_record_written();
    CREATE CONSTRAINT TRIGGER role_audited AFTER INSERT OR DELETE ON heritage_record DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION role_audited();
    CREATE CONSTRAINT TRIGGER role_audited_change AFTER UPDATE ON heritage_record DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW WHEN ((OLD.key, OLD.content) IS DISTINCT FROM (NEW.key, NEW.content))
        EXECUTE FUNCTION role_audited();
    CREATE TRIGGER role_gone AFTER DELETE ON heritage_asset FOR EACH ROW EXECUTE FUNCTION role_asset_gone();
    CREATE TRIGGER role_recount AFTER INSERT OR DELETE ON heritage_zone_asset
        FOR EACH ROW EXECUTE FUNCTION role_recount();
    CREATE TRIGGER role_added BEFORE INSERT ON heritage_audit FOR EACH ROW EXECUTE FUNCTION role_audit_added();
    CREATE TRIGGER role_advance AFTER INSERT ON heritage_audit FOR EACH ROW EXECUTE FUNCTION role_audit_advance();
    CREATE TRIGGER role_kept BEFORE UPDATE OR DELETE ON heritage_audit
        FOR EACH ROW EXECUTE FUNCTION role_audit_kept();
    CREATE TRIGGER role_whole BEFORE TRUNCATE ON heritage_audit EXECUTE FUNCTION role_audit_kept();
    CREATE TRIGGER role_kept BEFORE INSERT OR UPDATE OR DELETE ON heritage_head
        FOR EACH ROW EXECUTE FUNCTION role_audit_kept();
    CREATE TRIGGER role_changed AFTER INSERT OR UPDATE OR DELETE ON role_member
        FOR EACH ROW EXECUTE FUNCTION role_member_changed();
    CREATE TRIGGER role_stamp BEFORE INSERT OR UPDATE ON desk_presence FOR EACH ROW EXECUTE FUNCTION role_stamp();
    FOREACH name IN ARRAY ARRAY['history', 'history_change', 'desk_change', 'media_part'] LOOP
        EXECUTE format('CREATE TRIGGER role_stamp BEFORE INSERT ON %I FOR EACH ROW EXECUTE FUNCTION '
            'role_stamp()', name);
    END LOOP;
    FOREACH name IN ARRAY ARRAY['heritage_asset', 'heritage_place', 'heritage_zone', 'heritage_zone_place',
        'heritage_zone_asset', 'heritage_media'] LOOP
        EXECUTE format('CREATE TRIGGER role_derived BEFORE INSERT OR UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION '
            'role_derived()', name);
    END LOOP;
END
$$;
CREATE FUNCTION role_scope_all() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    UPDATE heritage_asset AS d SET role_scope = r.role_scope FROM heritage_record AS r WHERE r.no = d.no;
    UPDATE heritage_place AS d SET role_scope = r.role_scope FROM heritage_record AS r WHERE r.no = d.no;
    UPDATE heritage_media AS d SET role_scope = r.role_scope FROM heritage_record AS r WHERE r.no = d.no;
    UPDATE heritage_zone AS d SET role_scope = r.role_scope FROM heritage_record AS r WHERE r.no = d.record;
    UPDATE heritage_zone_asset AS d SET role_scope = r.role_scope FROM heritage_record AS r WHERE r.no = d.record;
    UPDATE heritage_zone_place AS d SET role_scope = z.role_scope FROM heritage_zone AS z WHERE z.no = d.no;
    -- What a record ever was protects its past: the audit knows every district and sensitivity that it had.
    WITH told AS (
        SELECT a.key, e.field, side
        FROM heritage_audit AS a
            CROSS JOIN LATERAL (SELECT role_json(convert_to(a.entry, 'UTF8')) AS json) AS j
            CROSS JOIN LATERAL (SELECT j.json ->> 'field' AS field, j.json -> 'before' AS before,
                j.json -> 'after' AS after) AS e
            CROSS JOIN LATERAL (VALUES (e.before), (e.after)) AS sides (side)
        WHERE starts_with(a.key, 'heritage/asset/') AND side IS NOT NULL
            AND e.field IN ('', '/district', '/sensitivity', '/sensitivity/level')
    ), facts AS (
        SELECT key, CASE field WHEN '/district' THEN side #>> '{}' WHEN '' THEN side ->> 'district' END AS area,
            CASE field WHEN '/sensitivity/level' THEN side #>> '{}' WHEN '/sensitivity' THEN side ->> 'level'
                WHEN '' THEN side #>> '{sensitivity,level}' END AS sensitivity
        FROM told
        UNION ALL SELECT key, substr(role_scope, 12), (ARRAY['open', 'restricted', 'withheld'])[
            substr(role_scope, 10, 1)::integer + 1] FROM heritage_record WHERE starts_with(key, 'heritage/asset/')
    ), worst AS (
        SELECT key, max(role_rank(sensitivity)) AS rank FROM facts GROUP BY key
    )
    INSERT INTO role_trace AS t (key, scopes)
        SELECT f.key, array_agg(DISTINCT 'heritage/' || w.rank || ':' || coalesce(f.area, ''))
        FROM facts AS f JOIN worst AS w ON w.key = f.key WHERE f.area IS NOT NULL GROUP BY f.key
        ON CONFLICT (key) DO UPDATE SET scopes = excluded.scopes;
    UPDATE heritage_audit AS a SET role_scopes = k.scopes FROM (SELECT key, coalesce(role_scopes_of(key),
        ARRAY['heritage/2:']) AS scopes FROM (SELECT DISTINCT key FROM heritage_audit) AS keys
        WHERE key !~ '^heritage/asset/') AS k WHERE k.key = a.key;
    UPDATE heritage_audit AS a SET role_scopes = coalesce((SELECT t.scopes FROM role_trace AS t WHERE t.key = a.key),
        ARRAY['heritage/2:']) WHERE a.key ~ '^heritage/asset/';
    UPDATE history_change AS c SET role_scopes = CASE WHEN c.key ~ '^heritage/asset/' THEN coalesce((SELECT t.scopes
        FROM role_trace AS t WHERE t.key = c.key), ARRAY['heritage/2:'])
        ELSE coalesce(role_scopes_of(c.key), ARRAY['heritage/2:']) END;
    UPDATE desk_change AS c SET role_scopes = coalesce(role_scopes_of(c.key), ARRAY['heritage/2:']);
    DELETE FROM desk_presence;
END
$$;
CREATE FUNCTION role_turn_on() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    desks text := 'loci_desks_' || left(current_schema(), 30) || '_'
        || left(md5(current_database() || '.' || current_schema()), 8);
    name text;
BEGIN
    IF EXISTS (SELECT 1 FROM role_setting) THEN
        PERFORM role_policies();
        RETURN;
    END IF;
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = desks) THEN
        IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = current_user AND (rolcreaterole OR rolsuper)) THEN
            RAISE EXCEPTION 'the owner may make no roles' USING ERRCODE = 'LR004';
        END IF;
        EXECUTE format('CREATE ROLE %I NOLOGIN', desks);
        EXECUTE format('GRANT %I TO %I WITH ADMIN OPTION', desks, current_user);
    END IF;
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), desks);
    INSERT INTO role_setting (one, desks) VALUES (1, desks);
    PERFORM role_columns();
    CREATE TRIGGER role_scope BEFORE INSERT OR UPDATE ON heritage_record
        FOR EACH ROW EXECUTE FUNCTION role_record_scope();
    CREATE TRIGGER role_written AFTER INSERT OR UPDATE OR DELETE ON heritage_record
        FOR EACH ROW EXECUTE FUNCTION role_record_written();
    UPDATE heritage_record SET role_scope = '' WHERE starts_with(key, 'heritage/asset/');
    UPDATE heritage_record SET role_scope = '' WHERE starts_with(key, 'heritage/zone/');
    UPDATE heritage_record SET role_scope = '' WHERE key !~ '^heritage/(asset|zone)/';
    DROP TRIGGER role_scope ON heritage_record;
    DROP TRIGGER role_written ON heritage_record;
    PERFORM role_scope_all();
    SET CONSTRAINTS ALL IMMEDIATE;
    PERFORM role_triggers();
    ALTER FUNCTION heritage_text(text) RENAME TO heritage_text_all;
    CREATE FUNCTION heritage_text(expression text) RETURNS TABLE (rowid bigint) LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path FROM CURRENT AS $find$
    DECLARE
        mine text[] := role_scopes(false, 'heritage/');
    BEGIN
        RETURN QUERY SELECT f.rowid FROM heritage_text_all(expression) AS f JOIN heritage_asset AS a ON a.no = f.rowid
            WHERE a.role_scope LIKE ANY (mine);
    END
    $find$;
    PERFORM role_policies();
    FOR name IN SELECT DISTINCT login FROM role_member LOOP
        IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = name) THEN
            RAISE EXCEPTION 'there is no login %', name USING ERRCODE = 'LR003';
        END IF;
        EXECUTE format('GRANT %I TO %I', desks, name);
    END LOOP;
END
$$;
)sql";

} // namespace loci::storage
