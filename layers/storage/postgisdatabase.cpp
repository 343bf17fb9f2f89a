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

constexpr int kOpenPatience = 8000;         // milliseconds
constexpr int kReturnPatience = 1000;       // for a new connection, of the call that begins to make it
constexpr qint64 kLongestTry = 5000;        // which goes on between calls
constexpr qint64 kPauseBetweenTries = 2000; // after one that failed

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

/// Nobody waits for ever: for a lock, for an answer, for a cable that was pulled. The server looks after cables too: a
/// desk that lost its network must not keep the others from writing.
QByteArray optionsOf(bool readOnly, PostGisDatabase::Part part)
{
    const bool isWorkspace = part == PostGisDatabase::Part::Workspace;
    QByteArray options = "-c statement_timeout=120000 -c client_min_messages=warning -c TimeZone=UTC "
                         "-c bytea_output=hex -c extra_float_digits=1 -c jit=off "
                         "-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3";
    options += " -c lock_timeout=" + QByteArray::number(PostGisDatabase::kLockPatience * (isWorkspace ? 1 : 4));
    options += " -c idle_in_transaction_session_timeout=" + QByteArray::number(PostGisDatabase::kIdlePatience);
    options += readOnly ? " -c default_transaction_read_only=on" : "";
    return options;
}
} // namespace

PostGisLink PostGisDatabase::linkTo(const PostGisAddress &address, const QString &password, Mode mode, Part part)
{
    return PostGisLink(postGisParameters(address, password, optionsOf(mode == Mode::ReadOnly, part)),
                       postGisGuard(address));
}

PostGisDatabase::PostGisDatabase(PostGisAddress address, QString password, Mode mode, Part part)
    : m_address(std::move(address))
    , m_password(std::move(password))
    , m_mode(mode)
    , m_part(part)
    , m_link(linkTo(m_address, m_password, mode, part))
{}

PostGisDatabase::~PostGisDatabase() = default;

Result<std::unique_ptr<PostGisDatabase>> PostGisDatabase::open(const PostGisAddress &address, const QString &password,
                                                               Mode mode, Part part)
{
    auto database = std::unique_ptr<PostGisDatabase>(new PostGisDatabase(address, password, mode, part));
    LOCI_CHECK(database->connect());
    return database;
}

Result<> PostGisDatabase::connect()
{
    LOCI_CHECK(checkPostGisFiles(m_address));
    const auto made = m_link.connect(kOpenPatience);
    if (!made) {
        m_link.drop();
    }
    if (!made.value_or(false)) {
        return fail(postGisConnectError(m_link, m_address));
    }
    return findSchema();
}

bool PostGisDatabase::isConnected() const
{
    return m_link.isUp();
}

/// Not in the middle of a transaction: what it did is gone. Making a connection goes on from call to call; only the
/// first of them waits for it.
Result<> PostGisDatabase::reconnect()
{
    if (m_link.isUp()) {
        return {};
    }
    const bool isNew = !m_link.isConnecting();
    const bool isTooSoon = isNew && m_lastTry.isValid() && !m_lastTry.hasExpired(kPauseBetweenTries);
    if (m_isWriting || isTooSoon) {
        return fail(postGisError(nullptr, nullptr, m_address.place()));
    }
    if (isNew) {
        m_lastTry.start();
        std::for_each(m_statements.begin(), m_statements.end(), [](auto &prepared) { prepared.isKnown = false; });
    }
    const auto made = m_link.connect(isNew ? kReturnPatience : 0);
    if (!made && m_lastTry.hasExpired(kLongestTry)) {
        m_link.drop();
        m_lastTry.start();
    }
    if (!made) {
        return fail(postGisError(nullptr, nullptr, m_address.place()));
    }
    if (!*made) {
        return fail(postGisConnectError(m_link, m_address));
    }
    m_lastTry.invalidate();
    auto found = findSchema();
    if (!found) {
        m_link.drop(); // it would look for our tables elsewhere
    }
    return found;
}

bool PostGisDatabase::canTryAgain()
{
    return !m_isWriting && !m_link.isUp() && reconnect().has_value();
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
    char *quoted = PQescapeIdentifier(m_link.connection(), name.constData(), std::size_t(name.size()));
    const QByteArray statement = QByteArray("CREATE SCHEMA IF NOT EXISTS ") + quoted; // layout: built-sql quoted name
    PQfreemem(quoted);
    return execute(statement);
}

Result<> PostGisDatabase::execute(const QByteArray &sql)
{
    const PostGisAnswer answer = m_link.run(sql.constData());
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
    return postGisError(m_link.connection(), answer, m_address.place());
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
    auto isReady = ensurePrepared(prepared);
    if (!isReady && canTryAgain()) {
        isReady = ensurePrepared(prepared);
    }
    LOCI_CHECK(isReady);
    return std::make_unique<PostGisStatement>(*this, prepared);
}

Result<> PostGisDatabase::ensurePrepared(const PostGisPrepared &prepared)
{
    if (prepared.isKnown) {
        return {};
    }
    const PostGisAnswer answer = m_link.prepare(prepared.name.constData(), prepared.sql.constData());
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
    auto begun = runScript("BEGIN");
    if (!begun && canTryAgain()) { // the server was started anew while nobody spoke to it
        begun = runScript("BEGIN");
    }
    LOCI_CHECK(begun);
    m_isWriting = true;
    auto locked = lock();
    if (!locked) {
        rollback();
    }
    return locked;
}

/// Others read on; who wants to write waits in line. What the program opened is then still what is there, or the step
/// is refused before it has begun.
Result<> PostGisDatabase::lock()
{
    LOCI_CHECK(run("SELECT pg_advisory_xact_lock(CAST(?1 AS integer), (SELECT CAST(CAST(oid AS bigint) & "
                   "2147483647 AS integer) FROM pg_namespace WHERE nspname = ?2))",
                   {qint64(m_part), m_address.schema}));
    if (!m_held) {
        return {};
    }
    std::pair<int, int> there;
    LOCI_CHECK(run("SELECT (SELECT version FROM loci_schema), (SELECT coalesce(max(version), 0) FROM "
                   "loci_server_step), CAST(floor(extract(epoch FROM clock_timestamp()) * 1000) AS bigint)",
                   {}, [this, &there](const Statement &row) {
                       there = {int(row.integer(0)), int(row.integer(1))};
                       m_began = QDateTime::fromMSecsSinceEpoch(row.integer(2), Qt::UTC);
                   }));
    if (there != *m_held) {
        return fail(ErrorCode::Unsupported,
                    Texts::tr("%1 was brought up to date by a newer Loci at another desk; nothing was written here. "
                              "Update Loci, and open it again.")
                        .arg(m_address.schema),
                    QStringLiteral("newer schema"));
    }
    return {};
}

std::optional<QDateTime> PostGisDatabase::began() const
{
    return m_isWriting && m_began.isValid() ? std::optional(m_began) : std::nullopt;
}

Result<> PostGisDatabase::commit()
{
    const PostGisAnswer answer = m_link.run("COMMIT");
    m_isWriting = false;
    if (PQresultStatus(answer.get()) == PGRES_COMMAND_OK) {
        const QByteArray done = PQcmdStatus(answer.get());
        return done == "COMMIT" ? Result<>()
                                : fail(ErrorCode::NotWritable,
                                       Texts::tr("A part of the step had failed in %1; nothing of it was kept.")
                                           .arg(m_address.place()),
                                       QString::fromLatin1(done));
    }
    if (isUndecided(answer.get())) {
        Error lost =
            error(answer.get())
                .with(Texts::tr("The connection to %1 was lost while a step was being kept: look in the history "
                                "whether it arrived.")
                          .arg(m_address.place()));
        lost.detail = QLatin1String(kCommitInDoubt);
        return fail(std::move(lost));
    }
    return fail(error(answer.get()));
}

void PostGisDatabase::rollback()
{
    m_isWriting = false;
    if (m_link.isUp() && PQtransactionStatus(m_link.connection()) != PQTRANS_IDLE) {
        m_link.run("ROLLBACK");
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
