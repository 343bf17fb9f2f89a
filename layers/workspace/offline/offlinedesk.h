// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/storage/documenthandler.h"
#include "layers/workspace/offline/deskcache.h"
#include "layers/workspace/offline/deskdatabase.h"
#include "layers/workspace/offline/offlinestate.h"
#include "layers/workspace/offline/replay.h"
#include "layers/workspace/workspacefile.h"

#include <QObject>
#include <QTimer>

namespace loci::workspace {

class DeskLine;

/// Keeps a desk of a shared workspace going when the server is lost: fills the cache while the server is there, puts
/// it in the server's place when that is lost, and carries the steps that were made meanwhile back when it answers
/// again. For a file, and for a desk without a cache, everything here is quiet. Main thread.
class OfflineDesk final : public QObject
{
    Q_OBJECT
public:
    OfflineDesk(WorkspaceFile &file, DeskLine &line, const Clock &clock); ///< both outlive it
    ~OfflineDesk() override;

    /// A desk on `file`, whose database is a DeskDatabase: away already when there are steps or no server.
    /// Gives the last change that the cache knows of.
    Result<qint64> begin(std::shared_ptr<DeskCache> cache);
    void listen(); ///< to the line, when it has joined
    bool isKept() const { return m_database != nullptr; }
    bool isAway() const { return m_database != nullptr && m_database->isAway(); }
    OfflineState state() const;
    Workspace::Reader reader() const;

    // The workspace tells of each write:
    void written(const storage::StoredChange &change, const storage::ChangeContext &context); ///< in a transaction
    Result<> queue(qint64 entry, const QString &reason); ///< in the transaction of a command
    void dropped();                                      ///< the transaction was rolled back
    void kept();                                         ///< it was committed
    void follow();                                       ///< others' changes were heard of
    Result<> mayStep(qint64 entry) const;                ///< undo: only what is still only here
    Result<> refuseAway() const;                         ///< what needs the server

    /// After a failed call: true when the server is lost and the cache has taken its place, so that the call can be
    /// made again. `step`: the name that the call gave its step.
    bool leave(const Error &why, const QString &step = {});
    void leaveNow();                          ///< the listener lost the server
    void comeBack();                          ///< the server answers
    void setProblem(const QString &sentence); ///< it does not let this desk in
    Result<> signIn(const QString &password); ///< comes back with another password

    std::vector<storage::RefusedStep> refused() const;
    Result<> dropRefused(const QString &id);

signals:
    void heard(); ///< others changed something
    void connectionChanged(bool isConnected);
    void left();
    void changed(); ///< state()
    void returned(const loci::workspace::ReturnReport &report, const QStringList &keys);

private:
    struct Written
    {
        storage::StoredChange change;
        storage::ChangeContext context;
    };
    void startWorker(bool fromScratch);
    void workerDone(const Result<> &done);
    Result<> catchUpHere();
    void goAway(const QString &doubtful);
    void sendNext();
    void sendRefused();
    void stepFailed(const storage::OfflineStep &step, const Error &error);
    void finishReturn();
    void giveUpReturn(const QString &problem);
    Result<> checkServer();

    WorkspaceFile &m_file;
    DeskLine &m_line;
    const Clock &m_clock;
    DeskDatabase *m_database = nullptr;
    std::shared_ptr<DeskCache> m_cache;
    bool m_isReady = false;   ///< the cache is open and as new as this desk
    bool m_isWorking = false; ///< a worker fills it
    bool m_isLeaving = false; ///< as soon as it is filled
    CancelToken m_cancel;
    std::vector<Written> m_writing, m_unread;    ///< of this transaction; kept and not yet in the cache
    QString m_doubtful;                          ///< name of the step that may have arrived
    std::unique_ptr<storage::Database> m_server; ///< while coming back
    std::unique_ptr<Replay> m_replay;
    ReturnReport m_report;
    QString m_problem;
    QTimer m_again;
};

} // namespace loci::workspace
