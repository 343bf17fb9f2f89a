// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/database.h"

struct sqlite3;
struct sqlite3_stmt;

namespace loci::storage {

/// A statement of a SpatiaLite file.
class SqliteStatement final : public Statement
{
public:
    /// Takes the statement over.
    SqliteStatement(sqlite3 *connection, sqlite3_stmt *statement, QString path);
    ~SqliteStatement() override;

    Result<> bind(int position, const Value &value) override;
    Result<bool> step() override;
    Result<> reset() override;
    qint64 changedRows() const override;
    bool isNull(int column) const override;
    qint64 integer(int column) const override;
    double real(int column) const override;
    QString text(int column) const override;
    QByteArray blob(int column) const override;

    Q_DISABLE_COPY_MOVE(SqliteStatement)

private:
    Result<> checked(int code) const;

    sqlite3 *m_connection;
    sqlite3_stmt *m_statement;
    QString m_path;
};

} // namespace loci::storage
