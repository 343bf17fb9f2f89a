// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"
#include "layers/storage/postgisaddress.h"

#include <QString>

struct pg_conn;
struct pg_result;

namespace loci::storage {

/// The sentence for a failed call: what happened at `place` and what to do. `answer` may be null. Neither sentence nor
/// detail hold values, passwords or the address of the connection.
Error postGisError(const pg_conn *connection, const pg_result *answer, const QString &place);
/// Whether a COMMIT that failed may have been kept all the same: nobody said it was not.
bool isUndecided(const pg_result *answer);
/// The sentence for a connection that was not made; told in English and with SQLSTATE by libpq. May ask the server what
/// is wrong with its certificate.
Error postGisConnectError(const pg_conn *connection, const PostGisAddress &address);
Error postGisNoAnswer(const PostGisAddress &address);
/// The server wants the password itself, or an MD5 of it.
Error postGisWeakSignIn(const PostGisAddress &address);

/// Detail of an error of a transaction whose end nobody saw: it may have been kept.
inline constexpr char kCommitInDoubt[] = "commit in doubt";
/// The server is not there, or no longer: somebody may go on without it. Not: it refuses.
bool isServerAway(const Error &error);

} // namespace loci::storage
