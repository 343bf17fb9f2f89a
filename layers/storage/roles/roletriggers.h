// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/sql.h"

namespace loci::storage {

/// Triggers write the scopes, so that no desk can, and carry them on when a record moves; work only with roles on.
inline constexpr Sql kRoleTriggers = R"sql(
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
)sql";

} // namespace loci::storage
