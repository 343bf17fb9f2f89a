// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/postgisdatabase.h"

#include "layers/storage/postgisconnection.h"
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
    LOCI_TRY(m_connection, postGisConnect(m_address, m_password, m_mode == Mode::ReadOnly));
    PQsetNoticeProcessor(
        m_connection, [](void *, const char *) {}, nullptr);
    return findSchema();
}

bool PostGisDatabase::isConnected() const
{
    return PQstatus(m_connection) == CONNECTION_OK;
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
    const Result<> made = postGisConnectAgain(m_connection, m_address);
    for (const PostGisPrepared &prepared : m_statements) {
        prepared.isKnown = false;
    }
    LOCI_CHECK(made);
    m_lastTry.invalidate();
    return findSchema();
}

Result<> PostGisDatabase::findSchema()
{
    bool isThere = false;
    bool hasPostGis = false;
    LOCI_CHECK(run("SELECT EXISTS (SELECT 1 FROM pg_namespace WHERE nspname = ?1), "
                   "EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'postgis'), pg_is_in_recovery()",
                   {m_address.schema}, [&](const Statement &row) {
                       isThere = row.integer(0) != 0;
                       hasPostGis = row.integer(1) != 0;
                       m_isReplica = row.integer(2) != 0;
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
    return {Dialect::PostGis, false, true, m_mode == Mode::ReadOnly || m_isReplica};
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
    if (m_mode == Mode::ReadOnly) { // a copy may take long to write what it has read
        LOCI_CHECK(runScript("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; "
                             "SET LOCAL idle_in_transaction_session_timeout = '2h'"));
        m_isWriting = true;
        return {};
    }
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
        return fail(
            done.error().with(Texts::tr("The connection to %1 was lost while a step was being kept: look in the "
                                        "history whether it arrived.")
                                  .arg(m_address.place())));
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
