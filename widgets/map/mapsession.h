// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/mapdocument.h"
#include "layers/workspace/taskrunner.h"
#include "layers/workspace/workspace.h"
#include "widgets/models/selection.h"

#include <QObject>

namespace loci::widgets {

/// Binds the map document to the workspace: edits of the live project become undoable commands, and undo or redo comes
/// back into the project. Widgets edit layers and tree directly and then say `commit(tr("Rename layer"))`.
class MapSession final : public QObject
{
    Q_OBJECT
public:
    MapSession(map::MapDocument &document, QObject *parent = nullptr);
    /// Loads the documents of a workspace; it must outlive the session or be replaced. nullptr: none.
    void setWorkspace(workspace::Workspace *workspace);
    workspace::Workspace *currentWorkspace() const { return m_workspace; }
    map::MapDocument &document() const { return m_document; }
    /// Stores what the project now holds differently as one step; nothing when nothing differs. On failure the project
    /// is put back to the stored state and failed() says why.
    void commit(const QString &title);

signals:
    void failed(const QString &message);
    void findingsReported(const loci::Findings &findings);

private:
    void onWorkspaceChanged(const QStringList &keys);

    map::MapDocument &m_document;
    workspace::Workspace *m_workspace = nullptr;
    bool m_applying = false;
};

} // namespace loci::widgets
