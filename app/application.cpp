// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#include "app/mainwindow/mainwindow.h"
#include "app/mainwindow/services.h"
#include "app/mainwindow/settledtrigger.h"
#include "app/mainwindow/workplaces.h"
#include "app/workspacehost.h"
#include "layers/base/clock.h"
#include "layers/base/logging.h"
#include "layers/base/settings.h"
#include "layers/map/mapdocument.h"
#include "layers/map/qgisruntime.h"
#include "layers/workspace/taskrunner.h"
#include "widgets/city/citylibrary.h"
#include "widgets/common/prompts.h"
#include "widgets/common/theme.h"
#include "widgets/common/translator.h"
#include "widgets/map/mapsession.h"
#include "widgets/models/selection.h"

#include <QPixmap>
#include <QStandardPaths>
#include <QTimer>
#include <cstdio>

namespace loci::app {

namespace {

/// The workspace that was open last; a start without files goes on there.
const Setting<QString> kLastWorkspace{"window/lastWorkspace", QString()};

void complain(const QString &sentence)
{
    std::fprintf(stderr, "loci: %s\n", qPrintable(sentence));
}

} // namespace

struct Application::Rooms
{
    SystemClock clock;
    widgets::Translator translator;
    std::unique_ptr<map::QgisRuntime> qgis;
    std::unique_ptr<map::MapDocument> document;
    std::unique_ptr<workspace::TaskRunner> tasks;
    widgets::Selection selection;
    std::unique_ptr<widgets::MapSession> session;
    std::unique_ptr<widgets::CityLibrary> cities;
    std::unique_ptr<WorkspaceHost> host;
    std::unique_ptr<widgets::FilePrompt> files;
    std::unique_ptr<widgets::MessagePrompt> messages;
    std::unique_ptr<MainWindow> window;
};

Application::Application(QApplication &qtApplication, StartOptions options)
    : m_qt(qtApplication), m_options(std::move(options)), m_rooms(std::make_unique<Rooms>())
{
}

Application::~Application()
{
    // Windows first, then what they show; the order below is part of the contract.
    m_rooms->window.reset();
    m_rooms->tasks->cancelAll();
    m_rooms->cities.reset();
    m_rooms->session.reset();
    m_rooms->host.reset();
    m_rooms->tasks.reset();
    m_rooms->document.reset();
    m_rooms->qgis.reset();
}

int Application::run()
{
    Rooms &r = *m_rooms;
    r.tasks = std::make_unique<workspace::TaskRunner>();
    if (m_options.language.isEmpty()) {
        r.translator.restore();
    } else {
        r.translator.setLanguage(m_options.language);
    }
    if (m_options.theme.isEmpty()) {
        widgets::restoreTheme();
    } else {
        widgets::applyTheme(m_qt, m_options.theme == QLatin1String("dark") ? widgets::ThemeMode::Dark
                                                                           : widgets::ThemeMode::Light);
    }
    auto qgis = map::QgisRuntime::start(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    if (!qgis) {
        complain(qgis.error().message);
        return exitStatus(qgis.error().code);
    }
    r.qgis = std::move(*qgis);
    r.document = std::make_unique<map::MapDocument>();
    r.session = std::make_unique<widgets::MapSession>(*r.document);
    r.cities = std::make_unique<widgets::CityLibrary>(*r.tasks);
    r.host = std::make_unique<WorkspaceHost>(r.clock, *r.session, *r.cities, r.selection);
    r.files = std::make_unique<widgets::SystemFilePrompt>();
    r.messages = std::make_unique<widgets::DialogMessagePrompt>();
    const Services services{r.clock,    *r.tasks,     *r.session, *r.cities, r.selection,
                            r.translator, *r.files, *r.messages, *r.host};
    r.window = std::make_unique<MainWindow>(services);
    if (m_options.size.isValid()) {
        r.window->resize(m_options.size);
    }
    QObject::connect(r.host.get(), &WorkspaceHost::workspaceChanged, r.window.get(), [&r] {
        kLastWorkspace.set(r.host->current()->isUntitled() ? QString() : r.host->current()->path());
    });
    openStartFiles();
    if (m_options.exitAfterFirstPaint) {
        QObject::connect(r.window.get(), &MainWindow::firstPainted, &m_qt, &QCoreApplication::quit, Qt::QueuedConnection);
    }
    r.window->show();
    if (m_options.exitAfterStartup || !m_options.screenshot.isEmpty()) {
        settleTasks();
    }
    return QApplication::exec();
}

void Application::openStartFiles()
{
    Rooms &r = *m_rooms;
    QStringList files = m_options.files;
    if (files.isEmpty() && !m_options.untitled && !kLastWorkspace.value().isEmpty() &&
        m_options.screenshot.isEmpty()) {
        files << kLastWorkspace.value();
    }
    QString workspacePath;
    QStringList rest;
    for (const QString &file : std::as_const(files)) {
        (file.endsWith(QLatin1String(".loci")) ? workspacePath : rest.emplaceBack()) = file;
    }
    if (!workspacePath.isEmpty()) {
        const Result<> opened = r.host->open(workspacePath);
        if (!opened) {
            r.window->sayProblem(opened.error().message);
        }
    }
    if (r.host->current() == nullptr) {
        const Result<> opened = r.host->openUntitled(m_options.untitled || !rest.isEmpty());
        if (!opened) {
            r.window->sayProblem(opened.error().message);
        }
    }
    const bool empty = workspacePath.isEmpty() && rest.isEmpty() &&
                       (r.host->current() == nullptr || r.host->current()->keys().isEmpty());
    r.window->showWelcome(empty);
    r.window->openFiles(rest);
    if (!m_options.layout.isEmpty()) {
        r.window->views().setLayoutMode(
            widgets::ViewArea::layoutFromName(m_options.layout, widgets::ViewArea::Layout::Split));
    }
    if (!m_options.workplace.isEmpty()) {
        r.window->setWorkplace(m_options.workplace);
    }
}

void Application::settleTasks()
{
    Rooms &r = *m_rooms;
    auto selected = std::make_shared<bool>(m_options.select.isEmpty());
    new SettledTrigger(
        [&r, this, selected] {
            if (!r.window->isSettled()) {
                return false;
            }
            if (!*selected) {
                *selected = true;
                for (const widgets::CityEntry &entry : r.cities->entries()) {
                    const city::ObjectIndex object =
                        entry.model != nullptr ? entry.model->find(m_options.select.toStdString()) : city::kNone;
                    if (object != city::kNone) {
                        const widgets::CityObjectRef ref{entry.id, object};
                        r.selection.set({ref});
                        emit r.selection.zoomRequested(ref);
                        return false;
                    }
                }
            }
            return true;
        },
        [this](bool settled) { finishScreenshot(settled); }, m_rooms->window.get());
}

void Application::finishScreenshot(bool settled)
{
    if (!settled) {
        complain(QCoreApplication::translate("CommandLine", "Not everything was drawn within two minutes."));
    }
    int status = settled ? 0 : 4;
    if (!m_options.screenshot.isEmpty() && !m_rooms->window->grab().save(m_options.screenshot)) {
        complain(QCoreApplication::translate("CommandLine", "The picture \"%1\" could not be written; check the folder and "
                                                            "the free disk space.")
                     .arg(m_options.screenshot));
        status = 3;
    }
    QCoreApplication::exit(status);
}

} // namespace loci::app
