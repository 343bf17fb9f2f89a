// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/sqliteerror.h"

#include <QCoreApplication>
#include <QDir>
#include <sqlite3.h>

namespace loci::storage {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::storage::SqliteError)
};

Error describe(int primary, const QString &file)
{
    switch (primary) {
    case SQLITE_FULL:
        return {ErrorCode::NotWritable,
                Texts::tr("The disk is full: %1 could not be written and stays as it was.").arg(file),
                {},
                {}};
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return {ErrorCode::NotWritable, Texts::tr("%1 is write-protected.").arg(file), {}, {}};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCode::NotWritable,
                Texts::tr("%1 is being written by another program; try again in a moment.").arg(file),
                {},
                {}};
    case SQLITE_IOERR:
        return {ErrorCode::NotWritable,
                Texts::tr("%1 could not be read or written: the disk reports an error.").arg(file),
                {},
                {}};
    case SQLITE_CANTOPEN:
        return {ErrorCode::NotReadable, Texts::tr("%1 cannot be opened.").arg(file), {}, {}};
    case SQLITE_CORRUPT:
        return {ErrorCode::Invalid, Texts::tr("%1 is damaged; open a backup of it instead.").arg(file), {}, {}};
    case SQLITE_NOTADB:
        return {ErrorCode::Invalid, Texts::tr("%1 is not a Loci workspace.").arg(file), {}, {}};
    case SQLITE_NOMEM:
        return {ErrorCode::NotReadable, Texts::tr("There is not enough memory to work with %1.").arg(file), {}, {}};
    default:
        return {ErrorCode::Internal, Texts::tr("The database %1 refused an operation.").arg(file), {}, {}};
    }
}
} // namespace

Error sqliteError(sqlite3 *connection, int code, const QString &path)
{
    const int extended = connection ? sqlite3_extended_errcode(connection) : code;
    Error error = describe(code & 0xff, QDir::toNativeSeparators(path));
    error.detail = QStringLiteral("SQLite %1: %2")
                       .arg(extended)
                       .arg(QString::fromUtf8(connection ? sqlite3_errmsg(connection) : sqlite3_errstr(code)));
    return error;
}

} // namespace loci::storage
