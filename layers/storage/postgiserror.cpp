// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/postgiserror.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <libpq-fe.h>

namespace loci::storage {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::storage::PostGisError)
};

struct Known
{
    const char *state; ///< the beginning of the SQLSTATE
    ErrorCode code;
    const char *sentence;
};

// The longer beginning stands first.
constexpr Known kKnown[] = {
    {"55P03", ErrorCode::NotWritable,
     QT_TRANSLATE_NOOP("loci::storage::PostGisError", "%1 is being written by another desk; try again in a moment.")},
    {"53100", ErrorCode::NotWritable,
     QT_TRANSLATE_NOOP("loci::storage::PostGisError",
                       "The disk of the server is full: %1 could not be written and stays as it was.")},
    {"53300", ErrorCode::NotReadable,
     QT_TRANSLATE_NOOP("loci::storage::PostGisError",
                       "The server has no room for one more desk: %1 cannot be reached now; try again later.")},
    {"57014", ErrorCode::Cancelled,
     QT_TRANSLATE_NOOP("loci::storage::PostGisError", "%1 took too long to answer; the operation was given up.")},
    {"57P", ErrorCode::NotReadable,
     QT_TRANSLATE_NOOP("loci::storage::PostGisError",
                       "The server of %1 is being stopped or started; try again in a moment.")},
    {"42501", ErrorCode::NotWritable,
     QT_TRANSLATE_NOOP("loci::storage::PostGisError", "You have no right to do this in %1.")},
    {"25006", ErrorCode::NotWritable, QT_TRANSLATE_NOOP("loci::storage::PostGisError", "%1 is open for reading only.")},
    {"42P01", ErrorCode::Invalid, QT_TRANSLATE_NOOP("loci::storage::PostGisError", "%1 is not a Loci workspace.")},
    {"22021", ErrorCode::Invalid,
     QT_TRANSLATE_NOOP("loci::storage::PostGisError", "A text has a character that %1 cannot keep.")},
    {"40", ErrorCode::NotWritable,
     QT_TRANSLATE_NOOP("loci::storage::PostGisError", "%1 was changed by another desk at the same moment; try again.")},
    {"58", ErrorCode::NotWritable,
     QT_TRANSLATE_NOOP("loci::storage::PostGisError", "The server could not read or write %1: its disk reports an "
                                                      "error.")},
    {"XX", ErrorCode::Invalid,
     QT_TRANSLATE_NOOP("loci::storage::PostGisError", "%1 is damaged; ask the administrator for its backup.")},
};

QByteArray stateOf(const pg_result *answer)
{
    const char *state = answer ? PQresultErrorField(answer, PG_DIAG_SQLSTATE) : nullptr;
    return state ? QByteArray(state) : QByteArray();
}
} // namespace

Error postGisError(const pg_conn *connection, const pg_result *answer, const QString &place)
{
    const QByteArray state = stateOf(answer);
    Error error{ErrorCode::Internal, Texts::tr("The database %1 refused an operation.").arg(place), {}, {}};
    if (PQstatus(connection) == CONNECTION_BAD || state.startsWith("08")) {
        error.code = ErrorCode::NotReadable;
        error.message = Texts::tr("The connection to %1 was lost; what was not finished was not kept.").arg(place);
    }
    for (const Known &known : kKnown) {
        if (state.startsWith(known.state)) {
            error.code = known.code;
            error.message = Texts::tr(known.sentence).arg(place);
            break;
        }
    }
    // The primary message names tables and rules; the server's DETAIL and CONTEXT would hold values.
    const char *primary = answer ? PQresultErrorField(answer, PG_DIAG_MESSAGE_PRIMARY) : nullptr;
    error.detail =
        QStringLiteral("PostgreSQL %1: %2")
            .arg(QString::fromLatin1(state), primary ? QString::fromUtf8(primary) : QStringLiteral("no answer"));
    return error;
}

Error postGisConnectError(const pg_conn *connection, const QString &place)
{
    // libpq gives no SQLSTATE for a connection that failed; its words are not shown, as they hold names and addresses.
    const QByteArray words = PQerrorMessage(connection);
    const auto error = [&place](ErrorCode code, const QString &sentence, const char *detail) {
        return Error{code, sentence.arg(place), QString::fromLatin1(detail), {}};
    };
    if (PQconnectionNeedsPassword(connection) != 0) {
        return error(ErrorCode::NotReadable, Texts::tr("%1 asks for a password."), "password needed");
    }
    if (words.contains("certificate") || words.contains("SSL")) {
        return error(ErrorCode::NotReadable,
                     Texts::tr("The server of %1 cannot prove with a valid certificate who it is, or speaks no TLS; "
                               "Loci does not connect."),
                     "TLS refused");
    }
    if (PQconnectionUsedPassword(connection) != 0 || words.contains("authentication failed") ||
        words.contains("pg_hba.conf") || words.contains("role ")) {
        return error(ErrorCode::NotReadable, Texts::tr("%1 refuses the name or the password."), "sign-in refused");
    }
    if (words.contains("does not exist")) {
        return error(ErrorCode::NotReadable, Texts::tr("There is no database %1."), "no such database");
    }
    if (words.contains("too many clients") || words.contains("remaining connection slots")) {
        return error(ErrorCode::NotReadable,
                     Texts::tr("The server has no room for one more desk: %1 cannot be reached now; try again later."),
                     "too many connections");
    }
    return error(ErrorCode::NotReadable,
                 Texts::tr("The server of %1 does not answer; look whether the address is right and the network up."),
                 "no connection");
}

bool isServerAway(const Error &error)
{
    static const QStringList known{QStringLiteral("no connection"), QStringLiteral("too many connections"),
                                   QLatin1String(kCommitInDoubt)};
    static const QStringList beginnings{QStringLiteral("PostgreSQL :"), QStringLiteral("PostgreSQL 08"),
                                        QStringLiteral("PostgreSQL 57P")};
    return known.contains(error.detail) ||
           std::any_of(beginnings.begin(), beginnings.end(),
                       [&error](const QString &state) { return error.detail.startsWith(state); });
}

} // namespace loci::storage
