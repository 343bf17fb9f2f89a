// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/postgisconnection.h"

#include "layers/storage/postgiserror.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <array>
#include <clocale>
#include <libpq-fe.h>
#include <locale.h>
#include <memory>
#include <poll.h>
#include <sys/socket.h>
#include <vector>

namespace loci::storage {

namespace {
using SignIn = PostGisAddress::SignIn;
using Parameters = std::vector<std::pair<QByteArray, QByteArray>>;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::storage::PostGisConnection)
};

constexpr int kPatience = 10000; // milliseconds
constexpr char kAuthorities[] = "/etc/ssl/certs/ca-certificates.crt";
constexpr char kNoSecret[] = "-"; // given where there is none, so that nobody looks for one elsewhere

/// libpq's words in English while it lives, in this thread: which of them fit is how its errors are told apart.
class PlainWords
{
public:
    PlainWords() : m_plain(newlocale(LC_MESSAGES_MASK, "C", duplocale(LC_GLOBAL_LOCALE))), m_before(uselocale(m_plain))
    {}
    ~PlainWords()
    {
        uselocale(m_before);
        freelocale(m_plain);
    }
    Q_DISABLE_COPY_MOVE(PlainWords)

private:
    locale_t m_plain, m_before;
};

/// From libpq 16 on.
bool knowsRequireAuth()
{
    PQconninfoOption *options = PQconndefaults();
    bool isKnown = false;
    for (const PQconninfoOption *option = options; option != nullptr && option->keyword != nullptr; ++option) {
        isKnown = isKnown || qstrcmp(option->keyword, "require_auth") == 0;
    }
    PQconninfoFree(options);
    return isKnown;
}

void addTls(Parameters &parameters, const PostGisAddress &address)
{
    if (!address.isGuarded()) {
        parameters.emplace_back("sslmode", "disable"); // without a proof it would hide what guards() looks at
        if (address.signIn != SignIn::Directory && knowsRequireAuth()) {
            parameters.emplace_back("require_auth", "!password,!md5");
        }
        return;
    }
    parameters.emplace_back("sslmode", "verify-full");
    parameters.emplace_back("ssl_min_protocol_version", "TLSv1.2");
    parameters.emplace_back("sslrootcert", QFile::encodeName(authorityOf(address)));
    parameters.emplace_back("channel_binding", address.signIn == SignIn::Password ? "require" : "prefer");
    if (!address.revoked.isEmpty()) {
        parameters.emplace_back("sslcrl", QFile::encodeName(address.revoked));
    }
    if (!address.certificate.isEmpty()) {
        parameters.emplace_back("sslcert", QFile::encodeName(address.certificate));
        parameters.emplace_back("sslkey", QFile::encodeName(address.key));
    }
}

void addPerson(Parameters &parameters, const PostGisAddress &address, const QString &secret)
{
    if (!address.user.isEmpty()) {
        parameters.emplace_back("user", address.user.toUtf8());
    }
    const bool hasPassword = address.signIn == SignIn::Password || address.signIn == SignIn::Directory;
    if (!hasPassword) {
        parameters.emplace_back("password", kNoSecret);
    }
    if (hasPassword && !secret.isEmpty()) {
        parameters.emplace_back("password", secret.toUtf8());
    }
    // Never empty: OpenSSL would ask in the terminal.
    parameters.emplace_back("sslpassword", hasPassword || secret.isEmpty() ? QByteArray(kNoSecret) : secret.toUtf8());
}

Parameters parametersOf(const PostGisAddress &address, const QString &secret, bool readOnly)
{
    // Nobody waits for ever: for a lock, for an answer, for a cable that was pulled.
    QByteArray options = "-c lock_timeout=20000 -c statement_timeout=120000 -c client_min_messages=warning "
                         "-c TimeZone=UTC -c bytea_output=hex -c extra_float_digits=1 -c jit=off "
                         "-c idle_in_transaction_session_timeout=120000";
    options += readOnly ? " -c default_transaction_read_only=on" : "";
    Parameters parameters = {{"host", address.host.isEmpty() ? address.socketFolder.toUtf8() : address.host.toUtf8()},
                             {"port", QByteArray::number(address.port)},
                             {"dbname", address.database.toUtf8()},
                             {"tcp_user_timeout", "20000"},
                             {"keepalives_idle", "10"},
                             {"keepalives_interval", "5"},
                             {"keepalives_count", "2"},
                             {"application_name", "Loci"},
                             {"client_encoding", "UTF8"},
                             {"gssencmode", "disable"}, // it would stand in for TLS, unasked
                             {"options", options}};
    addTls(parameters, address);
    addPerson(parameters, address, secret);
    return parameters;
}

pg_conn *started(const Parameters &parameters)
{
    std::vector<const char *> names, values;
    names.reserve(parameters.size() + 1);
    values.reserve(parameters.size() + 1);
    for (const auto &[name, value] : parameters) {
        names.push_back(name.constData());
        values.push_back(value.constData());
    }
    names.push_back(nullptr);
    values.push_back(nullptr);
    return PQconnectStartParams(names.data(), values.data(), 0);
}

Result<> checkFile(const QString &path)
{
    if (path.isEmpty() || (QFileInfo(path).isFile() && QFileInfo(path).isReadable())) {
        return {};
    }
    return fail(
        ErrorCode::NotReadable,
        Texts::tr("The file %1 of the address is not there or cannot be read.").arg(QDir::toNativeSeparators(path)),
        "certificate file");
}

/// As libpq wants it, in a sentence: only the owner reads a key, or a group when the computer itself owns it.
Result<> checkKey(const QString &path)
{
    LOCI_CHECK(checkFile(path));
    const QFileInfo info(path);
    const auto forGroup = info.ownerId() == 0 ? QFile::WriteGroup | QFile::ExeGroup
                                              : QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup;
    const auto forbidden = forGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    if (!path.isEmpty() && (info.permissions() & forbidden) != QFile::Permissions()) {
        return fail(ErrorCode::NotReadable,
                    Texts::tr("Other people of this computer can read the key %1; it is not used before only you can "
                              "(chmod 600).")
                        .arg(QDir::toNativeSeparators(path)),
                    "open key");
    }
    return {};
}

Result<> checkFiles(const PostGisAddress &address)
{
    if (!address.isGuarded()) {
        return {};
    }
    for (const QString &path : {address.authority, address.revoked, address.certificate}) {
        LOCI_CHECK(checkFile(path));
    }
    return checkKey(address.key);
}

/// What the server asks next, seen before libpq reads it and answers: libpq 15 cannot be told to refuse.
bool asksForPassword(int socket)
{
    constexpr int kHead = 9;
    std::array<unsigned char, 16384> bytes{};
    const ssize_t count = ::recv(socket, bytes.data(), bytes.size(), MSG_PEEK | MSG_DONTWAIT);
    for (ssize_t i = 0; i + kHead <= count;) {
        const auto number = [&bytes](ssize_t at) {
            const auto byte = [&bytes, at](ssize_t k) { return quint32(bytes[std::size_t(at + k)]); };
            return byte(0) << 24U | byte(1) << 16U | byte(2) << 8U | byte(3);
        };
        const quint32 length = number(i + 1);
        const quint32 request = number(i + 5);
        if (bytes[std::size_t(i)] == 'R' && (request == 3 || request == 5)) { // the password itself; MD5 of it
            return true;
        }
        i += 1 + ssize_t(std::max<quint32>(length, 4));
    }
    return false;
}

bool waitFor(const pg_conn *connection, PostgresPollingStatusType what, const QDeadlineTimer &deadline)
{
    pollfd watched{PQsocket(connection), short(what == PGRES_POLLING_READING ? POLLIN : POLLOUT), 0};
    return ::poll(&watched, 1, int(deadline.remainingTime())) > 0;
}

using Step = PostgresPollingStatusType (*)(pg_conn *);

Result<> dial(pg_conn *connection, const PostGisAddress &address, Step step)
{
    const PlainWords words;
    const bool isOpen = !address.isGuarded() && address.signIn != SignIn::Directory;
    const QDeadlineTimer deadline(kPatience);
    PQsetErrorVerbosity(connection, PQERRORS_VERBOSE); // with the SQLSTATE, whatever the server's language
    PostgresPollingStatusType state =
        PQstatus(connection) == CONNECTION_BAD ? PGRES_POLLING_FAILED : PGRES_POLLING_WRITING;
    while (state != PGRES_POLLING_OK) {
        if (state == PGRES_POLLING_FAILED) {
            return fail(postGisConnectError(connection, address));
        }
        if (!waitFor(connection, state, deadline)) {
            return fail(postGisNoAnswer(address));
        }
        if (isOpen && PQstatus(connection) == CONNECTION_AWAITING_RESPONSE && asksForPassword(PQsocket(connection))) {
            return fail(postGisWeakSignIn(address));
        }
        state = step(connection);
    }
    PQsetErrorVerbosity(connection, PQERRORS_DEFAULT);
    return {};
}

struct Closer
{
    void operator()(pg_conn *connection) const { PQfinish(connection); }
};
} // namespace

QString authorityOf(const PostGisAddress &address)
{
    return address.authority.isEmpty() ? QString::fromLatin1(kAuthorities) : address.authority;
}

Result<pg_conn *> postGisConnect(const PostGisAddress &address, const QString &secret, bool readOnly)
{
    LOCI_CHECK(checkFiles(address));
    std::unique_ptr<pg_conn, Closer> connection(started(parametersOf(address, secret, readOnly)));
    LOCI_CHECK(dial(connection.get(), address, PQconnectPoll));
    return connection.release();
}

Result<> postGisConnectAgain(pg_conn *connection, const PostGisAddress &address)
{
    LOCI_CHECK(checkFiles(address));
    const Result<> done = PQresetStart(connection) != 0 ? dial(connection, address, PQresetPoll)
                                                        : Result<>(fail(postGisNoAnswer(address)));
    return done;
}

} // namespace loci::storage
