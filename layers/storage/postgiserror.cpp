// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/postgiserror.h"

#include "layers/storage/tlsprobe.h"

#include <QCoreApplication>
#include <QRegularExpression>
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
    {"25P03", ErrorCode::NotWritable,
     QT_TRANSLATE_NOOP("loci::storage::PostGisError",
                       "This desk stood still for too long in the middle of a step, and the server gave it up: %1 "
                       "stays as it was.")},
    {"42501", ErrorCode::NotWritable,
     QT_TRANSLATE_NOOP("loci::storage::PostGisError", "You have no right to do this in %1.")},
    {"LR001", ErrorCode::NotWritable,
     QT_TRANSLATE_NOOP("loci::storage::PostGisError",
                       "The audit of %1 is only added to, entry after entry; nothing was kept.")},
    {"LR002", ErrorCode::NotWritable,
     QT_TRANSLATE_NOOP("loci::storage::PostGisError",
                       "A record of %1 was changed without its entry in the audit; nothing was kept.")},
    {"LR003", ErrorCode::NotWritable,
     QT_TRANSLATE_NOOP("loci::storage::PostGisError",
                       "A member has no login on the server of %1; its administrator makes the login first.")},
    {"LR004", ErrorCode::NotWritable,
     QT_TRANSLATE_NOOP("loci::storage::PostGisError",
                       "Who owns the workspace may make no roles on the server of %1; its administrator allows it with "
                       "“ALTER ROLE … CREATEROLE”.")},
    {"LR005", ErrorCode::NotWritable,
     QT_TRANSLATE_NOOP("loci::storage::PostGisError",
                       "With this you would shut yourself out of the roles of %1; nothing was changed.")},
    {"LR006", ErrorCode::NotWritable,
     QT_TRANSLATE_NOOP("loci::storage::PostGisError",
                       "A role that has members in %1 cannot go; take the members out first.")},
    {"25006", ErrorCode::NotWritable, QT_TRANSLATE_NOOP("loci::storage::PostGisError", "%1 is open for reading only.")},
    {"42P01", ErrorCode::Invalid, QT_TRANSLATE_NOOP("loci::storage::PostGisError", "%1 is not a Loci workspace.")},
    {"22021", ErrorCode::Invalid,
     QT_TRANSLATE_NOOP("loci::storage::PostGisError", "A text has a character that %1 cannot keep.")},
    {"40", ErrorCode::NotWritable,
     QT_TRANSLATE_NOOP("loci::storage::PostGisError", "%1 was changed by another desk at the same moment; try again.")},
    {"58", ErrorCode::NotWritable,
     QT_TRANSLATE_NOOP("loci::storage::PostGisError", "The server could not read or write %1: its disk reports an "
                                                      "error.")},
    {"53", ErrorCode::NotWritable,
     QT_TRANSLATE_NOOP("loci::storage::PostGisError",
                       "The server has no memory or room left for this: %1 stays as it was.")},
    {"XX000", ErrorCode::NotWritable,
     QT_TRANSLATE_NOOP("loci::storage::PostGisError",
                       "The server of %1 met an error of its own, which its log names; what was not finished was not "
                       "kept. A full disk or quota is the usual reason.")},
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
    const char *words = answer ? PQresultErrorField(answer, PG_DIAG_MESSAGE_PRIMARY) : nullptr;
    if (state == "42501" && QByteArray(words).contains("row-level security")) {
        error.message =
            Texts::tr("Your roles do not allow this change in %1; its administrator can allow it.").arg(place);
    }
    // The primary message names tables and rules; the server's DETAIL and CONTEXT would hold values.
    const char *primary = answer ? PQresultErrorField(answer, PG_DIAG_MESSAGE_PRIMARY) : nullptr;
    error.detail =
        QStringLiteral("PostgreSQL %1: %2")
            .arg(QString::fromLatin1(state), primary ? QString::fromUtf8(primary) : QStringLiteral("no answer"));
    return error;
}

bool isUndecided(const pg_result *answer)
{
    const QByteArray state = stateOf(answer);
    return state.isEmpty() || state.startsWith("08") || state.startsWith("57P");
}

namespace {
struct Refusal
{
    ErrorCode code;
    const char *sentence; ///< %1 is the place
    const char *detail;
};

constexpr Refusal kNoAnswer = {
    ErrorCode::NotReadable,
    QT_TRANSLATE_NOOP("loci::storage::PostGisError",
                      "The server of %1 does not answer; look whether the address is right and the network up."),
    "no connection"};
constexpr Refusal kWeak = {
    ErrorCode::NotReadable,
    QT_TRANSLATE_NOOP(
        "loci::storage::PostGisError",
        "The server of %1 does not sign in with SCRAM but wants your password in a form that can be stolen; "
        "nothing was sent. Its administrator sets scram-sha-256."),
    "weak sign-in"};
constexpr Refusal kUnproven = {
    ErrorCode::NotReadable,
    QT_TRANSLATE_NOOP(
        "loci::storage::PostGisError",
        "%1 lets you in without your password, so it does not prove that it knows you; if you sign in with "
        "a certificate or a ticket, choose that."),
    "unproven sign-in"};
constexpr Refusal kNeedsPassword = {ErrorCode::NotReadable,
                                    QT_TRANSLATE_NOOP("loci::storage::PostGisError", "%1 asks for a password."),
                                    "password needed"};
constexpr Refusal kRefused = {ErrorCode::NotReadable,
                              QT_TRANSLATE_NOOP("loci::storage::PostGisError", "%1 refuses the name or the password."),
                              "sign-in refused"};
constexpr Refusal kWantsCertificate = {
    ErrorCode::NotReadable,
    QT_TRANSLATE_NOOP("loci::storage::PostGisError", "%1 asks for a client certificate; choose yours and its key."),
    "certificate needed"};
constexpr Refusal kCertificateRefused = {
    ErrorCode::NotReadable,
    QT_TRANSLATE_NOOP("loci::storage::PostGisError",
                      "%1 does not accept your client certificate for this name; look whether it is the right one and "
                      "still valid."),
    "certificate refused"};
constexpr Refusal kOtherWay = {
    ErrorCode::NotReadable,
    QT_TRANSLATE_NOOP("loci::storage::PostGisError",
                      "%1 asks for a password, though the address says another way to sign in; none was sent."),
    "other sign-in"};
constexpr Refusal kPassphrase = {
    ErrorCode::NotReadable,
    QT_TRANSLATE_NOOP("loci::storage::PostGisError",
                      "The key of your client certificate for %1 does not open; it needs its passphrase."),
    "passphrase needed"};
constexpr Refusal kKeyMismatch = {ErrorCode::NotReadable,
                                  QT_TRANSLATE_NOOP("loci::storage::PostGisError",
                                                    "The certificate file or the key for %1 is damaged, or they do not "
                                                    "belong together."),
                                  "certificate file"};
constexpr Refusal kNoDatabase = {ErrorCode::NotReadable,
                                 QT_TRANSLATE_NOOP("loci::storage::PostGisError", "There is no database %1."),
                                 "no such database"};
constexpr Refusal kFull = {
    ErrorCode::NotReadable,
    QT_TRANSLATE_NOOP("loci::storage::PostGisError",
                      "The server has no room for one more desk: %1 cannot be reached now; try again later."),
    "too many connections"};
constexpr Refusal kStarting = {
    ErrorCode::NotReadable,
    QT_TRANSLATE_NOOP("loci::storage::PostGisError",
                      "The server of %1 is being stopped or started; try again in a moment."),
    "not up"};
constexpr Refusal kNotAllowed = {
    ErrorCode::NotReadable, QT_TRANSLATE_NOOP("loci::storage::PostGisError", "You have no right to do this in %1."),
    "no right"};

Error errorOf(const Refusal &refusal, const PostGisAddress &address)
{
    return Error{
        refusal.code, Texts::tr(refusal.sentence).arg(address.place()), QString::fromLatin1(refusal.detail), {}};
}

/// "FATAL:  28P01: ..." as libpq writes it when it is asked for everything.
QByteArray stateIn(const QByteArray &words)
{
    static const QRegularExpression pattern(QStringLiteral(":  ([0-9A-Z]{5}): "));
    return pattern.match(QString::fromUtf8(words)).captured(1).toLatin1();
}

const Refusal *byState(const QByteArray &state, const QByteArray &words, const PostGisAddress &address)
{
    using SignIn = PostGisAddress::SignIn;
    if (state.startsWith("28") && !address.certificate.isEmpty() && state != "28P01") {
        return &kCertificateRefused;
    }
    if (state.startsWith("28")) {
        const bool isOther = address.signIn == SignIn::Certificate || address.signIn == SignIn::Kerberos;
        return words.contains("client certificate") ? &kWantsCertificate : isOther ? &kOtherWay : &kRefused;
    }
    const std::pair<const char *, const Refusal *> known[] = {
        {"3D000", &kNoDatabase}, {"53300", &kFull}, {"57P", &kStarting}, {"42501", &kNotAllowed}};
    for (const auto &[begin, refusal] : known) {
        if (state.startsWith(begin)) {
            return refusal;
        }
    }
    return nullptr;
}

/// What libpq itself refused, before or without a word of the server.
const Refusal *byWords(const QByteArray &words)
{
    const std::pair<const char *, const Refusal *> known[] = {
        {"client without channel binding", &kUnproven}, {"channel binding", &kWeak},
        {"key values mismatch", &kKeyMismatch},         {"could not load private key file", &kPassphrase},
        {"certificate does not match", &kKeyMismatch},  {"could not read certificate file", &kKeyMismatch},
        {"could not connect to server", &kNoAnswer},    {"Connection refused", &kNoAnswer}};
    for (const auto &[part, refusal] : known) {
        if (words.contains(part)) {
            return refusal;
        }
    }
    return nullptr;
}
} // namespace

Error postGisNoAnswer(const PostGisAddress &address)
{
    return errorOf(kNoAnswer, address);
}

Error postGisWeakSignIn(const PostGisAddress &address)
{
    return errorOf(kWeak, address);
}

Error postGisConnectError(const pg_conn *connection, const PostGisAddress &address)
{
    // There is no SQLSTATE but in the words; they are not shown, as they hold names and addresses.
    const QByteArray words = PQerrorMessage(connection);
    if (const Refusal *known = byState(stateIn(words), words, address)) {
        return errorOf(*known, address);
    }
    if (const Refusal *known = byWords(words)) {
        return errorOf(*known, address);
    }
    if (PQconnectionNeedsPassword(connection) != 0) {
        return errorOf(kNeedsPassword, address);
    }
    if (!address.isGuarded()) {
        const bool isCut = words.contains("closed the connection") || words.contains("could not receive") ||
                           words.contains("could not send");
        return errorOf(!isCut && PQconnectionUsedPassword(connection) != 0 ? kRefused : kNoAnswer, address);
    }
    const TlsFault fault = probeTls(address);
    if (fault == TlsFault::NoAnswer) {
        return errorOf(kNoAnswer, address);
    }
    if (fault == TlsFault::None && !address.certificate.isEmpty()) {
        return errorOf(kCertificateRefused, address);
    }
    return Error{ErrorCode::NotReadable, tlsFaultSentence(fault, address), QStringLiteral("TLS refused"), {}};
}

bool isServerAway(const Error &error)
{
    static const QStringList known{QStringLiteral("no connection"), QStringLiteral("too many connections"),
                                   QStringLiteral("not up"), QLatin1String(kCommitInDoubt)};
    static const QStringList beginnings{QStringLiteral("PostgreSQL :"), QStringLiteral("PostgreSQL 08"),
                                        QStringLiteral("PostgreSQL 57P")};
    return known.contains(error.detail) ||
           std::any_of(beginnings.begin(), beginnings.end(),
                       [&error](const QString &state) { return error.detail.startsWith(state); });
}

} // namespace loci::storage
