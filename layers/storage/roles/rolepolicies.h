// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/sql.h"

namespace loci::storage {

/// Rights and policies of every table, by the rule that a table without one is nobody's but the owner's. Identity
/// columns need no rights on their sequences, so nobody has any.
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
)sql";

} // namespace loci::storage
