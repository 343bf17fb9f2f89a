// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/feeds/observationhome.h"
#include "layers/storage/postgisdatabase.h"
#include "layers/workspace/workspacefile.h"

namespace loci::workspace {

/// The path that stands for a workspace of a server at this desk: in a folder of the application's data, made when it
/// is absent. Media and caches lie beside it as they lie beside a file; itself it is no file.
Result<QString> deskPath(const storage::PostGisAddress &address);

/// Opens a workspace on a server; brings an older schema up to date, in one step. On a replica it is read-only, with
/// the reason. Passwords that are not given come from where PostgreSQL's own programs take them (PGPASSWORD,
/// ~/.pgpass).
Result<WorkspaceFile> openOnServer(const QString &address, const QString &password, Access access);
/// What a server says to somebody who signs in.
struct ServerGreeting
{
    QString login; ///< as whom
    QString tls;   ///< "TLSv1.3"; empty: none, on this computer
};
/// Signs in, sees that the workspace is there, and leaves. Waits some seconds at most; for workers.
Result<ServerGreeting> greetServer(const storage::PostGisAddress &address, const QString &secret);

/// A connection for reading to where a workspace is, file or server.
Workspace::Reader readerOf(const WorkspaceFile &file);
/// Where its live feeds are stored.
storage::ObservationHome observationsOf(const WorkspaceFile &file);
/// An empty workspace in a schema that holds none.
Result<WorkspaceFile> makeOnServer(const QString &address, const QString &password);

} // namespace loci::workspace
