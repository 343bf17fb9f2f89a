// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/about/helpdesk.h"

#include "app/about/diagnostics.h"
#include "app/mainwindow/mainwindow.h"
#include "app/workspacehost.h"
#include "widgets/about/aboutsheet.h"
#include "widgets/about/diagnosticsheet.h"
#include "widgets/common/actionregistry.h"

namespace loci::app {

using widgets::AboutSheet;
using widgets::DiagnosticSheet;

HelpDesk::HelpDesk(MainWindow &window, const Services &services, widgets::ActionRegistry &actions)
    : QObject(&window)
    , m_window(window)
    , m_services(services)
{
    actions.add(
        {"help.about", "HelpDesk", QT_TRANSLATE_NOOP("HelpDesk", "About Loci"), "info", {}, [this] { showAbout(); }});
    actions.add({"help.diagnostics", "HelpDesk", QT_TRANSLATE_NOOP("HelpDesk", "Show diagnostics"), "help", {}, [this] {
                     showDiagnostics();
                 }});
}

void HelpDesk::showAbout()
{
    m_window.showWelcome(false);
    if (m_about == nullptr) {
        m_about = new AboutSheet(versionAndBuild(), everyLibrary());
        m_window.addBeside(m_about);
        connect(m_about, &AboutSheet::closed, this, [this] { m_window.showBeside(nullptr); });
        connect(m_about, &AboutSheet::diagnosticsRequested, this, &HelpDesk::showDiagnostics);
    }
    m_window.showBeside(m_about);
}

void HelpDesk::showDiagnostics()
{
    m_window.showWelcome(false);
    if (m_diagnostics == nullptr) {
        m_diagnostics = new DiagnosticSheet(m_services.files);
        m_window.addBeside(m_diagnostics);
        connect(m_diagnostics, &DiagnosticSheet::closed, this, [this] { m_window.showBeside(nullptr); });
        connect(m_diagnostics, &DiagnosticSheet::failed, &m_window, &MainWindow::sayProblem);
        connect(m_diagnostics, &DiagnosticSheet::saved, this,
                [this](const QString &path) { m_window.say(tr("Written: %1").arg(path)); });
    }
    m_diagnostics->setText(diagnosticText(diagnose(m_services.host.current())));
    m_window.showBeside(m_diagnostics);
}

} // namespace loci::app
