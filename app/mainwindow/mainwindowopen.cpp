// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/fileopener.h"
#include "app/mainwindow/mainwindow.h"
#include "app/sampleworkspace.h"
#include "app/workspacehost.h"
#include "layers/formats/samplewriter.h"
#include "layers/workspace/packaging.h"
#include "layers/workspace/taskrunner.h"
#include "widgets/common/actionregistry.h"
#include "widgets/common/prompts.h"
#include "widgets/common/tour.h"
#include "widgets/common/welcomepage.h"
#include "widgets/models/recents.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

// The ways into a workspace that start on the welcome page.
namespace loci::app {

using namespace widgets; // assembly only

void MainWindow::connectWelcome()
{
    const auto showRecents = [this] {
        m_welcome->setRecents(m_recents->entries(), [this](const QString &path) { return m_recents->thumbnail(path); });
    };
    connect(m_recents, &Recents::changed, this, showRecents);
    showRecents();
    connect(m_welcome, &WelcomePage::recentChosen, this, [this](const QString &path) { openFiles({path}); });
    connect(m_welcome, &WelcomePage::sampleRequested, this, &MainWindow::openSample);
    connect(m_welcome, &WelcomePage::templateChosen, this, &MainWindow::newFromTemplate);
    connect(m_welcome, &WelcomePage::fileRequested, this, [this] { m_actions->action("file.open")->trigger(); });
    connect(m_welcome, &WelcomePage::tourRequested, this, [this] {
        showWelcome(false);
        m_tour->start();
    });
    connect(m_opener.get(), &FileOpener::packageRequested, this, &MainWindow::unpackAndOpen);
}

void MainWindow::newFromTemplate(const QString &id)
{
    const auto path = m_services.files.saveFile(this, tr("New workspace"), QDir::home().filePath(tr("City.loci")),
                                                tr("Workspaces (*.loci)"));
    if (!path) {
        return;
    }
    const Result<> created = m_services.host.create(*path, id);
    created ? m_recents->add(*path, QFileInfo(*path).completeBaseName()) : sayProblem(created.error().message);
    showWelcome(!created);
}

void MainWindow::openSample()
{
    const QString folder =
        QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/sample");
    const QString path = sampleWorkspacePath(folder);
    showWelcome(false);
    if (QFileInfo::exists(path)) {
        openFiles({path});
        return;
    }
    m_services.tasks.run(
        this, tr("Make the sample city"),
        [folder](const CancelToken &cancel, const ProgressFunction &progress) {
            return formats::writeSample(folder, {}, cancel, progress);
        },
        [this, path](const Result<formats::SampleReport> &report) {
            const Result<> created = report ? m_services.host.create(path, QStringLiteral("planning"))
                                            : Result<>(tl::unexpected<Error>(report.error()));
            if (!created) {
                sayProblem(created.error().message);
                return;
            }
            SampleWorkspace::fill(m_services, report->files, [this, path](const Result<> &filled) {
                filled ? m_recents->add(path, QFileInfo(path).completeBaseName()) : sayProblem(filled.error().message);
            });
        });
}

void MainWindow::unpackAndOpen(const QString &package)
{
    const auto folder = m_services.files.folder(this, tr("Unpack into an empty folder"));
    if (!folder) {
        return;
    }
    m_services.tasks.run(
        this, tr("Unpack %1").arg(QFileInfo(package).fileName()),
        [package, target = *folder](const CancelToken &cancel, const ProgressFunction &) {
            return workspace::unpack(package, target, cancel);
        },
        [this](const Result<QString> &path) { path ? openFiles({*path}) : sayProblem(path.error().message); });
}

} // namespace loci::app
