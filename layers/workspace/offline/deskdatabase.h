// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/database.h"

namespace loci::workspace {

/// What a desk of a shared workspace reads and writes: the server, or its own cache while the server is lost. Stores
/// that stand on it need not know; what they keep in memory must be forgotten at each change.
class DeskDatabase final : public storage::Database
{
public:
    explicit DeskDatabase(std::unique_ptr<storage::Database> server) : m_server(std::move(server)) {}

    bool isAway() const { return m_cache != nullptr; }
    storage::Database *server() const { return m_server.get(); } ///< null when it was never reached
    void goAway(storage::Database &cache) { m_cache = &cache; }  ///< which stays until comeBack()
    void comeBack(std::unique_ptr<storage::Database> server);

    storage::Capabilities capabilities() const override;
    Result<std::unique_ptr<storage::Statement>> prepare(storage::Sql sql) override { return now().prepare(sql); }
    Result<> runScript(storage::Sql sql) override { return now().runScript(sql); }
    Result<> begin() override { return now().begin(); }
    Result<> commit() override { return now().commit(); }
    void rollback() override { now().rollback(); }
    std::optional<QDateTime> began() const override { return now().began(); }
    Result<int> schemaVersion() override { return now().schemaVersion(); }
    Result<> verifyHome() override { return now().verifyHome(); }
    Result<> copyTo(const QString &path) override;
    Findings integrity() override { return now().integrity(); }

private:
    storage::Database &now() const { return m_cache ? *m_cache : *m_server; }

    std::unique_ptr<storage::Database> m_server;
    storage::Database *m_cache = nullptr;
};

} // namespace loci::workspace
