// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/storage/database.h"
#include "layers/storage/offlinestore.h"

#include <QStringList>

namespace loci::workspace {

/// One state of a server for several readings; ends with it.
class ServerSnapshot
{
public:
    static Result<std::unique_ptr<ServerSnapshot>> of(storage::Database &server);
    ~ServerSnapshot();
    Q_DISABLE_COPY_MOVE(ServerSnapshot)

private:
    explicit ServerSnapshot(storage::Database &server) : m_server(server) {}
    storage::Database &m_server;
};

// From a server to a cache, inside a transaction of the cache and a snapshot of the server:
Result<> copyEverything(storage::Database &server, storage::Database &cache, const CancelToken &cancel);
/// What does not tell of its changes: facts, views, calculated values.
Result<> copyQuietTables(storage::Database &server, storage::Database &cache, const CancelToken &cancel);
Result<> copyDocuments(storage::Database &server, storage::Database &cache, const QStringList &keys,
                       const CancelToken &cancel);
/// Audit entries behind the mark, and the head; gives the number of the last.
Result<qint64> copyAudit(storage::Database &server, storage::Database &cache, qint64 after);

/// Keys that changed behind a mark, and the last change.
struct ServerNews
{
    QStringList keys;
    qint64 last = 0;
};
Result<ServerNews> newsSince(storage::Database &server, qint64 seen);

} // namespace loci::workspace
