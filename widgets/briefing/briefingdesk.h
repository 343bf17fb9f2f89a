// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/finding.h"
#include "layers/domain/briefing/briefing.h"
#include "layers/workspace/workspace.h"

#include <QObject>
#include <QPointer>

namespace loci::widgets {

/// Briefings of a workspace, and every edit of them as one undoable step. A briefing of a read-only workspace can be
/// shown and exported. Main thread.
class BriefingDesk final : public QObject
{
    Q_OBJECT
public:
    explicit BriefingDesk(QObject *parent = nullptr);
    void setWorkspace(workspace::Workspace *workspace);
    workspace::Workspace *workspace() const { return m_workspace; }

    QStringList ids() const;
    /// Fails when there is none of that id. What is wrong in it comes as findings.
    Loaded<briefing::Briefing> load(const QString &id) const;
    static Loaded<briefing::Briefing> load(const workspace::Workspace &workspace, const QString &id);
    static QStringList idsOf(const workspace::Workspace &workspace);
    /// By id, or by its name in either language.
    static Result<QString> find(const workspace::Workspace &workspace, const QString &name);

    Result<QString> add(const briefing::Words &name, const std::vector<briefing::Scene> &scenes = {}); ///< its id
    Result<> remove(const QString &id);
    Result<> storeSet(const briefing::Briefing &briefing, const QString &title); ///< order, name, look, wall
    Result<> storeScene(const QString &id, const briefing::Scene &scene, const QString &title);
    Result<QString> addScene(const QString &id, briefing::Scene scene, int behind = -1); ///< its id
    Result<> removeScene(const QString &id, const QString &scene);
    Result<> move(const QString &id, const QStringList &order);
    /// The whole briefing, as one step.
    Result<> store(const briefing::Briefing &briefing, const QString &title);

signals:
    void changed(); ///< by anybody, undo and redo included

private:
    Result<> commit(workspace::Command command);
    QPointer<workspace::Workspace> m_workspace;
};

} // namespace loci::widgets
