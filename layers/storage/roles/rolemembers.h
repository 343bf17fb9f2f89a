// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/sql.h"

namespace loci::storage {

/// Changes of the matrix and of the members, whole; who has a role may reach the tables, who has none may not.
inline constexpr Sql kRoleMembers = R"sql(
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
