// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/finding.h"
#include "layers/base/result.h"
#include "layers/storage/sql.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>

namespace loci::storage {

/// Which home a database is; only schema.cpp may ask.
enum class Dialect { SpatiaLite, PostGis };

struct Capabilities
{
    Dialect dialect = Dialect::SpatiaLite;
    bool fileBacked = true;     ///< one file that can be copied, packed, moved
    bool notifications = false; ///< tells of other users' changes
    bool readOnly = false;
};

/// A prepared statement. Positions count from 1, columns from 0. It must not outlive its database.
class Statement
{
public:
    virtual ~Statement() = default;
    virtual Result<> bind(int position, const Value &value) = 0;
    /// True: a row is there. False: done.
    virtual Result<bool> step() = 0;
    virtual Result<> reset() = 0;
    /// Rows that the last finished change of this database changed.
    virtual qint64 changedRows() const = 0;

    virtual bool isNull(int column) const = 0;
    virtual qint64 integer(int column) const = 0;
    virtual double real(int column) const = 0;
    virtual QString text(int column) const = 0;
    virtual QByteArray blob(int column) const = 0;
};

/// What everything above speaks to, whatever the home of the data is: a SpatiaLite file, or a schema of PostGIS on a
/// server. SQL is what both understand: placeholders ?1, ON CONFLICT, an alias for each subquery, scalar CASE instead
/// of min() and max() of two values. One thread at a time.
class Database
{
public:
    virtual ~Database() = default;
    virtual Capabilities capabilities() const = 0;
    virtual Result<std::unique_ptr<Statement>> prepare(Sql sql) = 0;
    /// Several statements without values: schema and settings.
    virtual Result<> runScript(Sql sql) = 0;

    virtual Result<> begin() = 0;  ///< for writing, at once
    virtual Result<> commit() = 0; ///< on disk when it returns
    virtual void rollback() = 0;   ///< no-op outside a transaction
    /// When the transaction began, by the one clock of all desks; nothing in a file, where the desk's own counts.
    virtual std::optional<QDateTime> began() const { return {}; }

    virtual Result<int> schemaVersion() = 0;
    /// Still the place that was opened: not deleted, not replaced by another program, or reached again.
    virtual Result<> verifyHome() = 0;
    /// A consistent copy as a new file, while others read and write.
    virtual Result<> copyTo(const QString &path) = 0;
    /// Damage that the engine itself finds.
    virtual Findings integrity() = 0;

    using RowFunction = std::function<void(const Statement &)>;
    /// Prepares, binds the values in order and runs to the end; `row` sees each row.
    Result<> run(Sql sql, std::initializer_list<Value> values = {}, const RowFunction &row = {});
};

/// Rolls back unless committed.
class Transaction
{
public:
    static Result<Transaction> begin(Database &database);
    Transaction(Transaction &&other) noexcept;
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();
    Result<> commit();

private:
    explicit Transaction(Database &database) : m_database(&database) {}
    Database *m_database;
};

} // namespace loci::storage
