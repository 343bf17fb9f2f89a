// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"
#include "layers/storage/postgisaddress.h"
#include "layers/storage/postgislink.h"

namespace loci::storage {

/// What Loci tells libpq for every connection. Towards a server that isGuarded(): TLS 1.2 or newer with its
/// certificate, chain and name checked, then SCRAM bound to that channel, so that a password never leaves this computer
/// in a form that says what it is; other ways only as the address says. On this computer a server that asks for the
/// password itself, or for MD5, is refused before it is answered (PostGisLink::Guard). `secret` is the password, or for
/// certificates the passphrase of the key; when it is empty, libpq looks in PGPASSWORD and ~/.pgpass. `options`: of the
/// session.
PostGisParameters postGisParameters(const PostGisAddress &address, const QString &secret, const QByteArray &options);
PostGisLink::Guard postGisGuard(const PostGisAddress &address);
/// The files that the address names are there, and nobody else can read the key.
Result<> checkPostGisFiles(const PostGisAddress &address);
/// Why the connection was not made; "password needed", "passphrase needed", "sign-in refused", "TLS refused" and others
/// in its detail.
Error postGisConnectError(const PostGisLink &link, const PostGisAddress &address);

/// The file with who may vouch for the server: the address', else this computer's.
QString authorityOf(const PostGisAddress &address);

} // namespace loci::storage
