// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/deskchanges.h"
#include "layers/storage/documenthandler.h"
#include "layers/storage/historystore.h"
#include "layers/storage/postgislistener.h"
#include "layers/workspace/workspacefile.h"

#include <map>

namespace loci::workspace {

/// One desk among those that share a workspace on a server: what it has seen of the others, and what it must not do
/// before it has. For a file everything here is quiet.
class DeskLine
{
public:
    explicit DeskLine(const WorkspaceFile &file); ///< which outlives it
    ~DeskLine();
    Q_DISABLE_COPY_MOVE(DeskLine)

    bool isShared() const;
    Result<> join(qint64 seen = 0); ///< begins to hear of others; fetches their media. `seen`: what a lost server told
    const QString &desk() const { return m_desk; }
    qint64 seen() const { return m_seen; }
    const QString &lastStep() const { return m_step; } ///< the name under which tell() told last
    void lose() const;                                 ///< the server is lost, whether it was noticed or not
    const storage::PostGisListener *listener() const { return m_listener.get(); } ///< null for a file
    /// What others changed since this desk last looked, by author; it has looked then.
    Result<std::map<QString, QStringList>> news();

    // Inside a transaction for writing, so that nobody comes in between:
    /// Refuses to overwrite what others changed and this desk has not seen, and what is not as a given `before` says.
    Result<> refuseStale(const Command &command, const std::vector<storage::StoredChange> &wanted);
    Result<> refuseUnseen() const; ///< anything at all: for steps through the history
    Result<> tell(const QStringList &keys, const storage::ChangeContext &context);
    const std::vector<StaleWrite> &stale() const { return m_stale; } ///< of the last command

private:
    storage::DeskChanges changes() const;
    void fetch() const;

    const WorkspaceFile &m_file;
    QString m_desk, m_step;
    qint64 m_seen = 0;
    std::vector<StaleWrite> m_stale;
    std::unique_ptr<storage::PostGisListener> m_listener;
};

} // namespace loci::workspace
