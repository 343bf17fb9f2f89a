// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/database.h"
#include "layers/storage/postgisaddress.h"
#include "layers/storage/postgislink.h"

#include <QElapsedTimer>
#include <QHash>
#include <deque>

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
/// unless the server is this computer.
///
/// The longest waits, for the thread that calls (the window's as well): 8 s to open; PostGisLink::kLongestSilence for
/// a server that fell silent in the middle; kLockPatience for another desk that writes. A lost connection is an error
/// of the call that met it, unless nothing was begun: reading is then tried once more. While the server is away calls
/// fail at once, but one in every few seconds, which waits a second for a new connection. A desk that stands still
/// in the middle of a step is shown out by the server after kIdlePatience, so that others can write. Looking up the
/// server's name is the system's, and may take as long as that allows.
class PostGisDatabase final : public Database
{
public:
    enum class Mode { ReadWrite, ReadOnly, Build }; ///< Build makes the schema when it is absent
    /// What is written under its own lock: feeds do not wait for people.
    enum class Part { Workspace, Observations };
    static constexpr int kLockPatience = 5000;   ///< milliseconds; Part::Observations waits four times as long
    static constexpr int kIdlePatience = 10'000; ///< milliseconds
    static Result<std::unique_ptr<PostGisDatabase>> open(const PostGisAddress &address, const QString &password,
                                                         Mode mode, Part part = Part::Workspace);
    ~PostGisDatabase() override;
    /// A connection there, not made yet.
    static PostGisLink linkTo(const PostGisAddress &address, const QString &password, Mode mode,
                              Part part = Part::Workspace);
    /// From now on steps are refused when the schema is another one than the program has opened.
    void holdTo(int schemaVersion, int serverStep) { m_held = {schemaVersion, serverStep}; }

    Capabilities capabilities() const override;
    Result<std::unique_ptr<Statement>> prepare(Sql sql) override;
    Result<> runScript(Sql sql) override;
    Result<> begin() override;
    Result<> commit() override;
    void rollback() override;
    std::optional<QDateTime> began() const override;
    Result<int> schemaVersion() override;
    Result<> verifyHome() override;
    Result<> copyTo(const QString &path) override; ///< refused: `loci workspace move` does that
    Findings integrity() override;

    const PostGisAddress &address() const { return m_address; }
    bool isConnected() const;                      ///< as far as this computer knows
    bool isReplica() const { return m_isReplica; } ///< it neither takes changes nor tells of them

    // For its statements:
    PostGisLink &link() { return m_link; }
    Error error(const pg_result *answer) const;
    Result<> ensurePrepared(const PostGisPrepared &prepared);
    /// After a call that lost the connection: a new one, when nothing was begun on the old.
    bool canTryAgain();
    qint64 changedRows() const { return m_changedRows; }
    void setChangedRows(qint64 rows) { m_changedRows = rows; }

    Q_DISABLE_COPY_MOVE(PostGisDatabase)

private:
    PostGisDatabase(PostGisAddress address, QString password, Mode mode, Part part);
    Result<> connect();
    Result<> reconnect();
    Result<> findSchema();
    Result<> makeSchema();
    Result<> lock();
    Result<> execute(const QByteArray &sql);

    PostGisAddress m_address;
    QString m_password;
    Mode m_mode;
    Part m_part;
    PostGisLink m_link;
    std::optional<std::pair<int, int>> m_held; ///< schema, server step
    QDateTime m_began;                         ///< by the server's clock
    qint64 m_changedRows = 0;
    bool m_isWriting = false; ///< in a transaction, whose connection must stay the same
    bool m_isReplica = false;
    QElapsedTimer m_lastTry;
    std::deque<PostGisPrepared> m_statements;             ///< addresses stay
    QHash<const char *, const PostGisPrepared *> m_known; ///< by the literal
};

} // namespace loci::storage
