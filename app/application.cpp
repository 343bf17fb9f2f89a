// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#include "app/briefing/briefingroom.h"
#include "app/mainwindow/boardroom.h"
#include "app/mainwindow/feedroom.h"
#include "app/mainwindow/mainwindow.h"
#include "app/mainwindow/serverroom.h"
#include "app/mainwindow/services.h"
#include "app/mainwindow/settledtrigger.h"
#include "app/mainwindow/workplaces.h"
#include "app/rooms.h"
#include "app/workspacehost.h"
#include "layers/base/settings.h"
#include "layers/workspace/workspace.h"
#include "widgets/briefing/showstate.h"
#include "widgets/city/citylibrary.h"
#include "widgets/common/theme.h"
#include "widgets/common/translator.h"
#include "widgets/feeds/feedsession.h"
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

Application::Application(QApplication &qtApplication, StartOptions options)
    : m_qt(qtApplication)
    , m_options(std::move(options))
{}

Application::~Application()
{
    m_window.reset(); // before what it shows
}

void Application::applyLook()
{
    widgets::Translator &translator = m_rooms->services().translator;
    if (m_options.language.isEmpty()) {
        translator.restore();
    } else {
        translator.use(widgets::Translator::resolved(m_options.language));
    }
    if (m_options.theme.isEmpty()) {
        widgets::restoreTheme();
    } else {
        widgets::applyTheme(m_qt, m_options.theme == QLatin1String("dark") ? widgets::ThemeMode::Dark
                                                                           : widgets::ThemeMode::Light);
    }
}

int Application::run()
{
    auto rooms = Rooms::start(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    if (!rooms) {
        complain(rooms.error().message);
        return exitStatus(rooms.error().code);
    }
    m_rooms = std::move(*rooms);
    applyLook();
    const Services &services = m_rooms->services();
    m_window = std::make_unique<MainWindow>(services);
    if (m_options.size.isValid()) {
        m_window->resize(m_options.size);
    }
    QObject::connect(&services.host, &WorkspaceHost::workspaceChanged, m_window.get(), [&services] {
        const workspace::Workspace *current = services.host.current();
        kLastWorkspace.set(current->isUntitled() ? QString() : current->home());
    });
    openStartFiles();
    if (m_options.exitAfterFirstPaint) {
        QObject::connect(m_window.get(), &MainWindow::firstPainted, &m_qt, &QCoreApplication::quit,
                         Qt::QueuedConnection);
    }
    m_window->show();
    m_sinceShown.start();
    startBriefing();
    if (m_options.exitAfterStartup || !m_options.screenshot.isEmpty()) {
        waitUntilSettled();
    }
    return QApplication::exec();
}

void Application::startBriefing()
{
    if (m_options.briefing.isEmpty()) {
        return;
    }
    // A show whose program died goes on where it was.
    const auto state = widgets::ShowState::read(widgets::ShowState::defaultPath());
    const workspace::Workspace *current = m_rooms->services().host.current();
    const bool resumes = state && !state->isRunning() && current != nullptr && state->workspace == current->path();
    const Result<> started =
        m_window->briefings().start(m_options.briefing, resumes ? state->scene : QString(),
                                    m_options.kiosk || (resumes && state->kiosk), m_options.screen);
    if (!started) {
        m_window->sayProblem(started.error().message);
        complain(started.error().message);
    }
}

void Application::openStartFiles()
{
    WorkspaceHost &host = m_rooms->services().host;
    QStringList files = m_options.files;
    if (files.isEmpty() && !m_options.untitled && !kLastWorkspace.value().isEmpty() && m_options.screenshot.isEmpty()) {
        files << kLastWorkspace.value();
    }
    QString workspacePath;
    QStringList rest;
    for (const QString &file : std::as_const(files)) {
        (file.endsWith(QLatin1String(".loci")) || file.startsWith(QLatin1String("postgresql:")) ? workspacePath
                                                                                                : rest.emplaceBack()) =
            file;
    }
    if (!workspacePath.isEmpty()) {
        if (workspacePath.startsWith(QLatin1String("postgresql:"))) {
            m_window->servers().open(workspacePath);
        } else if (const Result<> opened = host.open(workspacePath); !opened) {
            m_window->sayProblem(opened.error().message);
        }
    }
    if (host.current() == nullptr) {
        const Result<> opened = host.openUntitled(m_options.untitled || !rest.isEmpty());
        if (!opened) {
            m_window->sayProblem(opened.error().message);
        }
    }
    const bool empty =
        workspacePath.isEmpty() && rest.isEmpty() && (host.current() == nullptr || host.current()->keys().isEmpty());
    m_window->showWelcome(empty);
    m_window->openFiles(rest);
    if (!m_options.layout.isEmpty()) {
        m_window->views().setLayoutMode(
            widgets::ViewArea::layoutFromName(m_options.layout, widgets::ViewArea::Layout::Split));
    }
    if (!m_options.workplace.isEmpty()) {
        m_window->setWorkplace(m_options.workplace);
    }
}

bool Application::selectWanted()
{
    const QString id = std::exchange(m_options.select, QString());
    const Services &services = m_rooms->services();
    for (const widgets::CityEntry &entry : services.cities.entries()) {
        const city::ObjectIndex object = entry.model != nullptr ? entry.model->find(id.toStdString()) : city::kNone;
        if (object != city::kNone) {
            const widgets::CityObjectRef ref{entry.id, object};
            services.selection.set({ref});
            emit services.selection.zoomRequested(ref);
            return true;
        }
    }
    return false;
}

void Application::waitUntilSettled()
{
    new SettledTrigger(
        [this] {
            if (!m_window->isSettled() || (!m_options.screenshot.isEmpty() && !feedsAreSeen())) {
                return false;
            }
            return m_options.select.isEmpty() || !selectWanted();
        },
        [this](bool settled) { finishScreenshot(settled); }, m_window.get());
}

/// A picture shows live values, as a person sees them a moment after the start; a dead source holds it up for seconds.
bool Application::feedsAreSeen() const
{
    constexpr qint64 kPatienceMs = 8000;
    const widgets::FeedSession &session = m_window->feeds().session();
    if (m_sinceShown.elapsed() > kPatienceMs || (!session.isStarting() && session.streams().empty())) {
        return true;
    }
    const auto live = session.liveSince();
    const indicators::Outcome *outcome = m_window->boards().outcome();
    return live &&
           (m_window->workplaces().current() != BoardRoom::kWorkplace || (outcome != nullptr && outcome->now >= *live));
}

void Application::finishScreenshot(bool settled)
{
    if (!settled) {
        complain(QCoreApplication::translate("CommandLine", "Not everything was drawn within two minutes."));
    }
    int status = settled ? 0 : 4;
    if (!m_options.screenshot.isEmpty() && !m_window->grab().save(m_options.screenshot)) {
        complain(QCoreApplication::translate("CommandLine",
                                             "The picture \"%1\" could not be written; check the folder and "
                                             "the free disk space.")
                     .arg(m_options.screenshot));
        status = 3;
    }
    QCoreApplication::exit(status);
}

} // namespace loci::app
