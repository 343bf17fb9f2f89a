// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/saveas.h"

#include "app/mainwindow/mainwindow.h"
#include "app/workspacehost.h"
#include "layers/workspace/taskrunner.h"
#include "layers/workspace/workspace.h"
#include "widgets/common/prompts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace loci::app {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(SaveAs)
};

void copyInBackground(MainWindow &window, const Services &services, const workspace::Workspace::Copier &copier,
                      const QString &path)
{
    services.tasks.run(
        &window, Texts::tr("Save a copy as %1").arg(QFileInfo(path).fileName()),
        [copier, path](const CancelToken &cancel, const ProgressFunction &) { return copier(path, cancel); },
        [&window, path](const Result<> &done) {
            if (done) {
                window.say(
                    Texts::tr("A copy is in %1; you go on working on the server.").arg(QDir::toNativeSeparators(path)));
            } else if (done.error().code != ErrorCode::Cancelled) {
                window.sayProblem(done.error().message);
            }
        });
}
} // namespace

void saveWorkspaceAs(MainWindow &window, const Services &services)
{
    const workspace::Workspace *current = services.host.current();
    const workspace::Workspace::Copier copier = current != nullptr ? current->copier() : nullptr;
    // The name of a workspace on a server has blanks and words around it.
    const QString name = current == nullptr ? QString()
                         : copier           ? QFileInfo(current->path()).completeBaseName()
                                            : current->name();
    const QString title = copier ? Texts::tr("Save a copy as a file") : Texts::tr("Save workspace as");
    const auto path = services.files.saveFile(&window, title, QDir::home().filePath(name + QStringLiteral(".loci")),
                                              Texts::tr("Workspaces (*.loci)"));
    if (!path) {
        return;
    }
    if (copier) {
        copyInBackground(window, services, copier, *path);
        return;
    }
    if (const Result<> saved = services.host.saveAs(*path); !saved) {
        window.sayProblem(saved.error().message);
    }
}

} // namespace loci::app
