// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/postgisdatabase.h"

#include "layers/storage/postgiserror.h"
#include "layers/storage/postgisstatement.h"

#include <QCoreApplication>
#include <algorithm>
#include <libpq-fe.h>

namespace loci::storage {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::storage::PostGisDatabase)
};

constexpr qint64 kPauseBetweenTries = 5000; // milliseconds
constexpr char kAuthorities[] = "/etc/ssl/certs/ca-certificates.crt";

/// ?1 becomes $1, outside of strings.
PostGisPrepared translated(Sql sql, std::size_t number)
{
    PostGisPrepared prepared;
    prepared.name = "loci" + QByteArray::number(qulonglong(number));
    prepared.sql.reserve(sql.size());
    bool isQuoted = false;
    for (int i = 0; i < sql.size(); ++i) {
        const char c = sql.text()[i];
        isQuoted = isQuoted != (c == '\'');
        if (c != '?' || isQuoted) {
            prepared.sql += c;
            continue;
        }
        int position = 0;
        while (i + 1 < sql.size() && sql.text()[i + 1] >= '0' && sql.text()[i + 1] <= '9') {
            position = position * 10 + (sql.text()[++i] - '0');
        }
        prepared.parameters = std::max(prepared.parameters, position);
        prepared.sql += '$' + QByteArray::number(position);
    }
    return prepared;
}

using Parameters = std::vector<std::pair<QByteArray, QByteArray>>;

Parameters parametersOf(const PostGisAddress &address, const QString &password, bool readOnly)
{
    // Nobody waits for ever: for a lock, for an answer, for a cable that was pulled.
    QByteArray options = "-c lock_timeout=20000 -c statement_timeout=120000 -c client_min_messages=warning "
                         "-c TimeZone=UTC -c bytea_output=hex -c extra_float_digits=1 -c jit=off "
                         "-c idle_in_transaction_session_timeout=120000";
    options += readOnly ? " -c default_transaction_read_only=on" : "";
    const bool isNear = address.isLocal() && address.authority.isEmpty();
    Parameters parameters = {{"host", address.host.isEmpty() ? address.socketFolder.toUtf8() : address.host.toUtf8()},
                             {"port", QByteArray::number(address.port)},
                             {"dbname", address.database.toUtf8()},
                             {"connect_timeout", "10"},
                             {"tcp_user_timeout", "20000"},
                             {"keepalives_idle", "10"},
                             {"keepalives_interval", "5"},
                             {"keepalives_count", "2"},
                             {"application_name", "Loci"},
                             {"client_encoding", "UTF8"},
                             {"sslmode", isNear ? "prefer" : "verify-full"},
                             {"options", options}};
    if (!isNear) {
        parameters.emplace_back("sslrootcert",
                                address.authority.isEmpty() ? QByteArray(kAuthorities) : address.authority.toUtf8());
    }
    if (!address.user.isEmpty()) {
        parameters.emplace_back("user", address.user.toUtf8());
    }
    if (!password.isEmpty()) {
        parameters.emplace_back("password", password.toUtf8());
    }
    return parameters;
}

pg_conn *connected(const Parameters &parameters)
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
    return PQconnectdbParams(names.data(), values.data(), 0);
}
} // namespace

PostGisDatabase::PostGisDatabase(PostGisAddress address, QString password, Mode mode, Part part)
    : m_address(std::move(address))
    , m_password(std::move(password))
    , m_mode(mode)
    , m_part(part)
{}

PostGisDatabase::~PostGisDatabase()
{
    PQfinish(m_connection);
}

Result<std::unique_ptr<PostGisDatabase>> PostGisDatabase::open(const PostGisAddress &address, const QString &password,
                                                               Mode mode, Part part)
{
    auto database = std::unique_ptr<PostGisDatabase>(new PostGisDatabase(address, password, mode, part));
    LOCI_CHECK(database->connect());
    return database;
}

Result<> PostGisDatabase::connect()
{
    m_connection = connected(parametersOf(m_address, m_password, m_mode == Mode::ReadOnly));
    if (PQstatus(m_connection) != CONNECTION_OK) {
        return fail(postGisConnectError(m_connection, m_address.place()));
    }
    PQsetNoticeProcessor(
        m_connection, [](void *, const char *) {}, nullptr);
    return findSchema();
}

/// Not in the middle of a transaction: what it did is gone. Not at every call: each may wait for seconds.
Result<> PostGisDatabase::reconnect()
{
    if (PQstatus(m_connection) == CONNECTION_OK) {
        return {};
    }
    if (m_isWriting || (m_lastTry.isValid() && !m_lastTry.hasExpired(kPauseBetweenTries))) {
        return fail(error(nullptr));
    }
    m_lastTry.start();
    PQreset(m_connection);
    for (const PostGisPrepared &prepared : m_statements) {
        prepared.isKnown = false;
    }
    if (PQstatus(m_connection) != CONNECTION_OK) {
        return fail(postGisConnectError(m_connection, m_address.place()));
    }
    m_lastTry.invalidate();
    return findSchema();
}

Result<> PostGisDatabase::findSchema()
{
    bool isThere = false;
    bool hasPostGis = false;
    LOCI_CHECK(run("SELECT EXISTS (SELECT 1 FROM pg_namespace WHERE nspname = ?1), "
                   "EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'postgis')",
                   {m_address.schema}, [&](const Statement &row) {
                       isThere = row.integer(0) != 0;
                       hasPostGis = row.integer(1) != 0;
                   }));
    if (!isThere && m_mode != Mode::Build) {
        return fail(ErrorCode::NotReadable,
                    Texts::tr("There is no workspace “%1” in %2.").arg(m_address.schema, m_address.place()));
    }
    if (!hasPostGis && (m_mode != Mode::Build || !runScript("CREATE EXTENSION postgis"))) {
        return fail(ErrorCode::Unsupported, Texts::tr("%1 has no PostGIS; its administrator adds it with “CREATE "
                                                      "EXTENSION postgis”.")
                                                .arg(m_address.place()));
    }
    if (!isThere) {
        LOCI_CHECK(makeSchema());
    }
    return run("SELECT set_config('search_path', quote_ident(?1) || ', ' || (SELECT quote_ident(nspname) FROM "
               "pg_namespace AS n JOIN pg_extension AS e ON e.extnamespace = n.oid WHERE extname = 'postgis') || "
               "', pg_temp', false)",
               {m_address.schema});
}

Result<> PostGisDatabase::makeSchema()
{
    const QByteArray name = m_address.schema.toUtf8();
    char *quoted = PQescapeIdentifier(m_connection, name.constData(), std::size_t(name.size()));
    const QByteArray statement = QByteArray("CREATE SCHEMA IF NOT EXISTS ") + quoted; // layout: built-sql quoted name
    PQfreemem(quoted);
    return execute(statement);
}

Result<> PostGisDatabase::execute(const QByteArray &sql) const
{
    const PostGisAnswer answer(PQexec(m_connection, sql.constData()));
    const ExecStatusType status = PQresultStatus(answer.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_EMPTY_QUERY) {
        return fail(error(answer.get()));
    }
    return {};
}

Capabilities PostGisDatabase::capabilities() const
{
    return {Dialect::PostGis, false, true, m_mode == Mode::ReadOnly};
}

Error PostGisDatabase::error(const pg_result *answer) const
{
    return postGisError(m_connection, answer, m_address.place());
}

Result<std::unique_ptr<Statement>> PostGisDatabase::prepare(Sql sql)
{
    LOCI_CHECK(reconnect());
    const PostGisPrepared *&known = m_known[sql.text()];
    if (!known) {
        m_statements.push_back(translated(sql, m_statements.size()));
        known = &m_statements.back();
    }
    const PostGisPrepared &prepared = *known;
    LOCI_CHECK(ensurePrepared(prepared));
    return std::make_unique<PostGisStatement>(*this, prepared);
}

Result<> PostGisDatabase::ensurePrepared(const PostGisPrepared &prepared)
{
    if (prepared.isKnown) {
        return {};
    }
    const PostGisAnswer answer(
        PQprepare(m_connection, prepared.name.constData(), prepared.sql.constData(), 0, nullptr));
    if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK) {
        return fail(error(answer.get()));
    }
    prepared.isKnown = true;
    return {};
}

Result<> PostGisDatabase::runScript(Sql sql)
{
    return execute(QByteArray::fromRawData(sql.text(), sql.size()));
}

Result<> PostGisDatabase::begin()
{
    LOCI_CHECK(reconnect());
    LOCI_CHECK(runScript("BEGIN"));
    m_isWriting = true;
    // Others read on; who wants to write waits in line.
    const auto locked = run("SELECT pg_advisory_xact_lock(CAST(?1 AS integer), (SELECT CAST(CAST(oid AS bigint) & "
                            "2147483647 AS integer) FROM pg_namespace WHERE nspname = ?2))",
                            {qint64(m_part), m_address.schema});
    if (!locked) {
        rollback();
    }
    return locked;
}

Result<> PostGisDatabase::commit()
{
    auto done = runScript("COMMIT");
    m_isWriting = false;
    if (!done && PQstatus(m_connection) == CONNECTION_BAD) {
        Error error = done.error().with(Texts::tr("The connection to %1 was lost while a step was being kept: look in "
                                                  "the history whether it arrived.")
                                            .arg(m_address.place()));
        error.detail = QLatin1String(kCommitInDoubt);
        return fail(std::move(error));
    }
    return done;
}

void PostGisDatabase::rollback()
{
    m_isWriting = false;
    if (PQtransactionStatus(m_connection) != PQTRANS_IDLE) {
        const PostGisAnswer answer(PQexec(m_connection, "ROLLBACK"));
    }
}

Result<int> PostGisDatabase::schemaVersion()
{
    bool isThere = false;
    LOCI_CHECK(run("SELECT to_regclass(quote_ident(?1) || '.loci_schema') IS NOT NULL", {m_address.schema},
                   [&isThere](const Statement &row) { isThere = row.integer(0) != 0; }));
    int version = 0;
    if (isThere) {
        LOCI_CHECK(run("SELECT version FROM loci_schema", {},
                       [&version](const Statement &row) { version = int(row.integer(0)); }));
    }
    return version;
}

Result<> PostGisDatabase::verifyHome()
{
    return reconnect();
}

Result<> PostGisDatabase::copyTo(const QString &)
{
    return fail(ErrorCode::Unsupported,
                Texts::tr("A workspace on a server is copied with “loci workspace move”, and backed up by its "
                          "administrator."));
}

Findings PostGisDatabase::integrity()
{
    FindingList list(20);
    const auto add = [this, &list](const Statement &row) {
        list.add({Severity::Error,
                  QStringLiteral("database_damaged"),
                  {},
                  row.text(0),
                  Texts::tr("The index or rule %1 of the database does not hold.").arg(row.text(0)),
                  m_address.text()});
    };
    const auto done =
        run("SELECT c.relname FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid JOIN pg_namespace AS n ON "
            "n.oid = c.relnamespace WHERE n.nspname = ?1 AND NOT (i.indisvalid AND i.indisready) UNION ALL "
            "SELECT conname FROM pg_constraint AS k JOIN pg_namespace AS n ON n.oid = k.connamespace WHERE n.nspname = "
            "?1 AND NOT k.convalidated",
            {m_address.schema}, add);
    if (!done) {
        list.add({Severity::Error,
                  QStringLiteral("database_damaged"),
                  {},
                  done.error().detail,
                  done.error().message,
                  m_address.text()});
    }
    return list.take();
}

} // namespace loci::storage
