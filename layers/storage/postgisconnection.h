// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"
#include "layers/storage/postgisaddress.h"

struct pg_conn;

namespace loci::storage {

/// A connection as Loci wants every one of them. Towards a server that isGuarded(): TLS 1.2 or newer with its
/// certificate, chain and name checked, then SCRAM bound to that channel, so that a password never leaves this computer
/// in a form that says what it is; other ways only as the address says. On this computer a server that asks for the
/// password itself, or for MD5, is refused before it is answered. `secret` is the password, or for certificates the
/// passphrase of the key; when it is empty, libpq looks in PGPASSWORD and ~/.pgpass. Waits ten seconds at most. The
/// details of its errors are "password needed", "passphrase needed", "sign-in refused", "TLS refused" and others.
Result<pg_conn *> postGisConnect(const PostGisAddress &address, const QString &secret, bool readOnly);
/// The same for a connection that was lost.
Result<> postGisConnectAgain(pg_conn *connection, const PostGisAddress &address);

/// The file with who may vouch for the server: the address', else this computer's.
QString authorityOf(const PostGisAddress &address);

} // namespace loci::storage
