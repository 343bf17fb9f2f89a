// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/sql.h"

namespace loci::storage {

/// Turning roles on: a role without login for all desks of the workspace, with rights on its tables; the scopes of what
/// is there; and the policies, by the rule that a table without one is nobody's but the owner's. Identity columns need
/// no rights on their sequences, so nobody has any. Called by the owner; again for tables that came since.
inline constexpr Sql kRolePolicies = R"sql(
CREATE FUNCTION role_protect(named text, verbs text, reading text, adding text, changing text, removing text)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    held regclass := to_regclass(quote_ident(current_schema()) || '.' || quote_ident(named));
    desks text := (SELECT s.desks FROM role_setting AS s);
    policy record;
BEGIN
    IF held IS NULL THEN
        RETURN;
    END IF;
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', held);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', held);
    FOR policy IN SELECT polname FROM pg_policy WHERE polrelid = held LOOP
        EXECUTE format('DROP POLICY %I ON %s', policy.polname, held);
    END LOOP;
    EXECUTE format('CREATE POLICY role_owner ON %s TO %I USING (true) WITH CHECK (true)', held,
        (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = held));
    EXECUTE format('REVOKE ALL ON %s FROM PUBLIC, %I', held, desks);
    IF verbs = '' THEN
        RETURN;
    END IF;
    EXECUTE format('GRANT %s ON %s TO %I', verbs, held, desks);
    EXECUTE format('CREATE POLICY role_read ON %s FOR SELECT TO %I USING (%s)', held, desks, reading);
    IF adding <> '' THEN
        EXECUTE format('CREATE POLICY role_add ON %s FOR INSERT TO %I WITH CHECK (%s)', held, desks, adding);
    END IF;
    IF changing <> '' THEN
        EXECUTE format('CREATE POLICY role_change ON %s FOR UPDATE TO %I USING (%s) WITH CHECK (%s)', held, desks,
            changing, changing);
    END IF;
    IF removing <> '' THEN
        EXECUTE format('CREATE POLICY role_remove ON %s FOR DELETE TO %I USING (%s)', held, desks, removing);
    END IF;
END
$$;
CREATE FUNCTION role_policies() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    every CONSTANT text := 'SELECT, INSERT, UPDATE, DELETE';
    scoped CONSTANT text := 'role_scope LIKE ANY ((SELECT role_scopes(false))::text[])';
    owned CONSTANT text := 'role_scope LIKE ANY ((SELECT role_scopes(true))::text[])';
    among CONSTANT text := 'role_scope LIKE ANY ((SELECT role_scopes(%L, %L))::text[])';
    traced CONSTANT text := 'role_all(role_scopes, (SELECT role_scopes(false)))';
    stepped CONSTANT text := 'role_all(role_scopes, (SELECT role_scopes(true)))';
    desk CONSTANT text := '(SELECT role_is_desk(false))';
    writer CONSTANT text := '(SELECT role_is_desk(true))';
    used CONSTANT text := '(%s OR EXISTS (SELECT 1 FROM role_use AS u WHERE u.key = %s))';
    name text;
    part text;
BEGIN
    FOREACH name IN ARRAY ARRAY['role_setting', 'role_trace'] LOOP
        PERFORM role_protect(name, '', '', '', '', '');
    END LOOP;
    FOREACH name IN ARRAY ARRAY['loci_schema', 'loci_server_step'] LOOP
        PERFORM role_protect(name, 'SELECT', 'true', '', '', '');
    END LOOP;
    FOREACH name IN ARRAY ARRAY['role_kind', 'role_rule', 'role_member'] LOOP
        part := '(SELECT role_may(''roles'', true))';
        PERFORM role_protect(name, every, '(SELECT role_may(''roles'', false))', part, part, part);
    END LOOP;
    PERFORM role_protect('role_use', 'SELECT', scoped, '', '', '');
    part := '(SELECT role_may(''roles'', true))';
    PERFORM role_protect('meta', every, desk, part, part, part);
    PERFORM role_protect('view_state', every, '(SELECT role_may(''map'', false))', writer, writer, writer);
    PERFORM role_protect('documents', every, scoped, owned, owned, owned);
    PERFORM role_protect('indicator_value', every, scoped, owned, owned, owned);
    FOREACH name IN ARRAY ARRAY['stream', 'observation', 'revision', 'hourly', 'daily', 'alert',
        'observation_part', 'observation_lease'] LOOP
        part := '(SELECT role_may(''feeds'', true))';
        PERFORM role_protect(name, every, '(SELECT role_may(''feeds'', false))', part, part, part);
    END LOOP;
    FOREACH name IN ARRAY ARRAY['model_file', 'model_part'] LOOP
        part := '(SELECT role_may(''city'', true))';
        PERFORM role_protect(name, every, '(SELECT role_may(''city'', false))', part, part, part);
    END LOOP;

    part := owned || ' OR (starts_with(key, ''heritage/media/'') AND role_writes_medium(key))';
    PERFORM role_protect('heritage_record', every, format(used, scoped, 'heritage_record.key'), owned, part, part);
    part := owned || ' OR role_writes_medium(''heritage/media/'' || sha256)';
    PERFORM role_protect('heritage_media', every, format(used, scoped, '''heritage/media/'' || heritage_media.sha256'),
        part, part, part);
    PERFORM role_protect('media_part', 'SELECT, INSERT', format(used,
        '(role_login = session_user AND (SELECT role_may(''heritage'', false)))',
        '''heritage/media/'' || media_part.sha256'), '(SELECT role_may(''heritage'', true))', '', '');
    FOREACH name IN ARRAY ARRAY['heritage_asset', 'heritage_place', 'heritage_zone', 'heritage_zone_place',
        'heritage_zone_asset'] LOOP
        part := CASE WHEN name ~ 'zone' THEN 'zone/' ELSE 'heritage/' END;
        PERFORM role_protect(name, every, format(among, false, part), format(among, true, part),
            format(among, true, part), format(among, true, part));
    END LOOP;
    part := 'EXISTS (SELECT 1 FROM heritage_asset AS a WHERE a.no = heritage_text.rowid AND a.' || owned || ')';
    PERFORM role_protect('heritage_text', every,
        'EXISTS (SELECT 1 FROM heritage_asset AS a WHERE a.no = heritage_text.rowid)', part, part, part);

    PERFORM role_protect('heritage_audit', 'SELECT, INSERT', '(SELECT role_may(''audit'', false)) OR ' || traced,
        stepped, '', '');
    PERFORM role_protect('heritage_head', 'SELECT, INSERT, UPDATE', desk || ' OR (SELECT role_may(''audit'', false))',
        writer, writer, '');
    PERFORM role_protect('history', 'SELECT, INSERT, UPDATE (undone), DELETE', format('(role_login = session_user AND %s) '
        'OR EXISTS (SELECT 1 FROM history_change AS c WHERE c.entry = history.id)', desk), writer, 'role_writes_step(id)',
        'undone = 1 AND ' || writer);
    PERFORM role_protect('history_change', 'SELECT, INSERT', traced, stepped || ' AND role_owns_step(entry)', '', '');
    PERFORM role_protect('desk_change', 'SELECT, INSERT', traced, stepped, '', '');
    PERFORM role_protect('desk_step', 'SELECT, INSERT', desk, writer, '', '');
    PERFORM role_protect('desk_presence', every, format('%s AND (record = '''' OR %s)', desk, traced),
        'role_login = session_user AND ' || desk, 'role_login = session_user AND ' || desk, format('%s AND (role_login = '
        'session_user OR seen < clock_timestamp() - interval ''1 minute'')', desk));
END
$$;
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
