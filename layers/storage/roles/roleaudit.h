// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/sql.h"

namespace loci::storage {

/// Triggers that hold the audit together whoever writes: each entry continues the chain, the head says what the last
/// entry says, nothing is changed or removed, and no record is kept otherwise than its last entry tells.
inline constexpr Sql kRoleAudit = R"sql(
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
)sql";

} // namespace loci::storage
