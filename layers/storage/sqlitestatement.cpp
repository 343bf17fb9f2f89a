// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/sqlitestatement.h"

#include "layers/storage/kepttext.h"
#include "layers/storage/sqliteerror.h"

#include <sqlite3.h>

namespace loci::storage {

namespace {
struct Binder
{
    sqlite3_stmt *statement;
    int position;

    int operator()(std::monostate) const { return sqlite3_bind_null(statement, position); }
    int operator()(qint64 value) const { return sqlite3_bind_int64(statement, position, value); }
    int operator()(double value) const { return sqlite3_bind_double(statement, position, value); }
    int operator()(const QString &value) const
    {
        const QByteArray utf8 = value.toUtf8();
        return sqlite3_bind_text64(statement, position, utf8.constData(), static_cast<sqlite3_uint64>(utf8.size()),
                                   SQLITE_TRANSIENT, SQLITE_UTF8);
    }
    int operator()(const QByteArray &value) const
    {
        if (value.isEmpty()) { // empty is not NULL
            return sqlite3_bind_zeroblob(statement, position, 0);
        }
        return sqlite3_bind_blob64(statement, position, value.constData(), static_cast<sqlite3_uint64>(value.size()),
                                   SQLITE_TRANSIENT);
    }
};
} // namespace

SqliteStatement::SqliteStatement(sqlite3 *connection, sqlite3_stmt *statement, QString path)
    : m_connection(connection)
    , m_statement(statement)
    , m_path(std::move(path))
{}

SqliteStatement::~SqliteStatement()
{
    sqlite3_finalize(m_statement);
}

Result<> SqliteStatement::checked(int code) const
{
    if (code != SQLITE_OK) {
        return fail(sqliteError(m_connection, code, m_path));
    }
    return {};
}

Result<> SqliteStatement::bind(int position, const Value &value)
{
    return checked(std::visit(Binder{m_statement, position}, value));
}

Result<bool> SqliteStatement::step()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW || code == SQLITE_DONE) {
        return code == SQLITE_ROW;
    }
    return fail(sqliteError(m_connection, code, m_path));
}

Result<> SqliteStatement::reset()
{
    return checked(sqlite3_reset(m_statement));
}

qint64 SqliteStatement::changedRows() const
{
    return sqlite3_changes64(m_connection);
}

bool SqliteStatement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

qint64 SqliteStatement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double SqliteStatement::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

QString SqliteStatement::text(int column) const
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return keptText({bytes, sqlite3_column_bytes(m_statement, column)});
}

QByteArray SqliteStatement::blob(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return QByteArray(bytes ? bytes : "", sqlite3_column_bytes(m_statement, column));
}

} // namespace loci::storage
