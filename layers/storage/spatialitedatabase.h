// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/database.h"
#include "layers/storage/fileops.h"

struct sqlite3;

namespace loci::storage {

/// A SpatiaLite file. Writes are on disk when commit() returns (WAL, synchronous FULL); foreign keys hold; no SQL can
/// attach other files, load extensions or change the stored schema behind our back.
class SpatiaLiteDatabase final : public Database
{
public:
    /// ReadOnly never writes beside the file when its folder forbids it. Build is for a file that nobody else knows
    /// yet: fast, not crash safe, one file without side files.
    enum class Mode { ReadWrite, ReadOnly, Build };
    static Result<std::unique_ptr<SpatiaLiteDatabase>> open(const QString &path, Mode mode);
    ~SpatiaLiteDatabase() override;

    Capabilities capabilities() const override;
    Result<std::unique_ptr<Statement>> prepare(Sql sql) override;
    Result<> runScript(Sql sql) override;
    Result<> begin() override;
    Result<> commit() override;
    void rollback() override;
    Result<int> schemaVersion() override;
    Result<> verifyHome() override;
    Result<> copyTo(const QString &path) override;
    Findings integrity() override;

    Q_DISABLE_COPY_MOVE(SpatiaLiteDatabase)

private:
    SpatiaLiteDatabase(QString path, Mode mode) : m_path(std::move(path)), m_mode(mode) {}
    Result<> connect();
    Result<> configure();
    Error error(int code) const;
    void discardOrphanedLog();

    QString m_path;
    Mode m_mode;
    sqlite3 *m_connection = nullptr;
    void *m_spatialite = nullptr;
    FileIdentity m_file;
    FileIdentity m_log;
};

} // namespace loci::storage
