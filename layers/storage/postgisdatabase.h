// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/database.h"
#include "layers/storage/postgisaddress.h"

#include <QElapsedTimer>
#include <QHash>
#include <deque>

struct pg_conn;
struct pg_result;

namespace loci::storage {

/// A statement as the server knows it on this connection.
struct PostGisPrepared
{
    QByteArray name, sql;
    int parameters = 0;
    mutable bool isKnown = false;
};

/// A schema on a PostgreSQL server with PostGIS. A transaction for writing holds the schema's lock, so that, as in a
/// file, one desk writes at a time and what it read before still holds; others wait, and are refused when that takes
/// too long. Readers never wait; a transaction of one who only reads sees one moment and holds up nobody. A server that
/// follows another one (a streaming replica) is for reading only. TLS with the server's name and certificate checked,
/// unless the server is this computer. A lost connection is an error of the call that met it; later calls try, now and
/// then, to make a new one.
class PostGisDatabase final : public Database
{
public:
    enum class Mode { ReadWrite, ReadOnly, Build }; ///< Build makes the schema when it is absent
    /// What is written under its own lock: feeds do not wait for people.
    enum class Part { Workspace, Observations };
    static Result<std::unique_ptr<PostGisDatabase>> open(const PostGisAddress &address, const QString &password,
                                                         Mode mode, Part part = Part::Workspace);
    ~PostGisDatabase() override;

    Capabilities capabilities() const override;
    Result<std::unique_ptr<Statement>> prepare(Sql sql) override;
    Result<> runScript(Sql sql) override;
    Result<> begin() override;
    Result<> commit() override;
    void rollback() override;
    Result<int> schemaVersion() override;
    Result<> verifyHome() override;
    Result<> copyTo(const QString &path) override; ///< refused: `loci workspace move` does that
    Findings integrity() override;

    const PostGisAddress &address() const { return m_address; }
    bool isConnected() const;                      ///< as far as this computer knows
    bool isReplica() const { return m_isReplica; } ///< it neither takes changes nor tells of them

    // For its statements:
    pg_conn *connection() const { return m_connection; }
    Error error(const pg_result *answer) const;
    Result<> ensurePrepared(const PostGisPrepared &prepared);
    qint64 changedRows() const { return m_changedRows; }
    void setChangedRows(qint64 rows) { m_changedRows = rows; }

    Q_DISABLE_COPY_MOVE(PostGisDatabase)

private:
    PostGisDatabase(PostGisAddress address, QString password, Mode mode, Part part);
    Result<> connect();
    Result<> reconnect();
    Result<> findSchema();
    Result<> makeSchema();
    Result<> execute(const QByteArray &sql) const;

    PostGisAddress m_address;
    QString m_password;
    Mode m_mode;
    Part m_part;
    pg_conn *m_connection = nullptr;
    qint64 m_changedRows = 0;
    bool m_isWriting = false; ///< in a transaction, whose connection must stay the same
    bool m_isReplica = false;
    QElapsedTimer m_lastTry;
    std::deque<PostGisPrepared> m_statements;             ///< addresses stay
    QHash<const char *, const PostGisPrepared *> m_known; ///< by the literal
};

} // namespace loci::storage
