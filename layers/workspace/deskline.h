// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/deskchanges.h"
#include "layers/storage/documenthandler.h"
#include "layers/storage/historystore.h"
#include "layers/storage/postgislistener.h"
#include "layers/workspace/workspacefile.h"

#include <QElapsedTimer>
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
    /// Begins to hear of others; fetches their media. `seen`: what a lost server told.
    Result<> join(const QString &person, qint64 seen = 0);
    Result<> joinAgain() { return join(m_person, m_seen); } ///< with what the file says now
    Presence *presence() const { return m_presence.get(); } ///< null for a file
    const QString &desk() const { return m_desk; }
    qint64 seen() const { return m_seen; }
    const QString &lastStep() const { return m_step; } ///< the name under which tell() told last
    void lose() const;                                 ///< the server is lost, whether it was noticed or not
    const storage::PostGisListener *listener() const { return m_listener.get(); } ///< null for a file
    /// What others changed since this desk last looked, by author; it has looked then. For a while after doubt() also
    /// what this desk changed: it may not know.
    Result<std::map<QString, QStringList>> news();
    /// A step ended in an error: whether it was kept is unknown when the server was lost over it.
    void doubt(const Error &error);

    // Inside a transaction for writing, so that nobody comes in between:
    /// Refuses to overwrite what others changed and this desk has not seen, and what is not as a given `before` says.
    Result<> refuseStale(const Command &command, const std::vector<storage::StoredChange> &wanted);
    Result<> refuseUnseen() const; ///< anything at all: for steps through the history
    Result<> tell(const std::vector<storage::ToldChange> &changes, const storage::ChangeContext &context);
    const std::vector<StaleWrite> &stale() const { return m_stale; } ///< of the last command

private:
    storage::DeskChanges deskChanges() const;
    void fetch() const;
    /// What a document was before others changed it, unseen by this desk.
    Result<std::optional<QByteArray>> baseOf(const QString &key, const std::vector<storage::DeskChange> &unseen) const;

    const WorkspaceFile &m_file;
    QString m_desk, m_step, m_person;
    qint64 m_seen = 0;
    QElapsedTimer m_doubt; ///< since the last step of which it is unknown whether it was kept
    std::vector<StaleWrite> m_stale;
    std::unique_ptr<storage::PostGisListener> m_listener;
    std::unique_ptr<Presence> m_presence;
};

} // namespace loci::workspace
