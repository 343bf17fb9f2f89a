// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/heritagefieldwork.h"

#include "app/mainwindow/mainwindow.h"
#include "app/mainwindow/workplaces.h"
#include "app/workspacehost.h"
#include "layers/base/clock.h"
#include "layers/workspace/heritage/preservation.h"
#include "layers/workspace/heritage/rebinding.h"
#include "widgets/city/citylibrary.h"
#include "widgets/common/actionregistry.h"
#include "widgets/common/prompts.h"
#include "widgets/heritage/conflictpanel.h"

#include <QDir>
#include <QTimer>

namespace loci::app {

using namespace widgets; // assembly only
using workspace::Workspace;

namespace {

constexpr char kContext[] = "Heritage";
constexpr int kRestAfterOpening = 60'000; ///< ms until the files are checked by themselves

/// Bindings as the file has them, planned without the window.
struct Rebinding
{
    std::vector<heritage::Asset> before;
    workspace::RebindPlan plan;
};

Result<Rebinding> planned(const workspace::Workspace::Reader &reader, const workspace::BindableModel &model,
                          const QDateTime &now, const CancelToken &cancel)
{
    LOCI_TRY(const auto database, reader());
    const storage::heritage::HeritageStore store(*database);
    Rebinding result;
    LOCI_TRY(result.before, workspace::recordsBoundTo(store, model.id, cancel));
    result.plan = workspace::planRebinding(result.before, model, now, workspace::kSameBuilding, cancel);
    return result;
}

} // namespace

HeritageFieldwork::HeritageFieldwork(MainWindow &window, const Services &services, HeritageDesk &desk,
                                     ActionRegistry &actions, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_services(services)
    , m_desk(desk)
    , m_conflicts(new ConflictPanel(desk, &window))
{
    m_conflicts->hide();
    addCommands(actions);
    connect(m_conflicts, &ConflictPanel::recordWanted, this, &HeritageFieldwork::recordWanted);
    connect(&m_services.host, &WorkspaceHost::aboutToChange, this, [this] { m_conflicts->setWorkspace(nullptr); });
    connect(&m_desk, &HeritageDesk::opened, this, &HeritageFieldwork::onWorkspace);
    connect(&m_services.cities, &CityLibrary::modelLoaded, this, &HeritageFieldwork::bindAgain);
}

void HeritageFieldwork::addCommands(ActionRegistry &actions)
{
    const auto open = [this] { return m_desk.isOpen(); };
    const auto writable = [this] { return !m_desk.isReadOnly(); };
    const auto add = [&actions](const char *id, const char *name, const char *icon, std::function<void()> run,
                                std::function<bool()> enabled) {
        ActionSpec spec{id, kContext, name, icon};
        spec.run = std::move(run);
        spec.enabled = std::move(enabled);
        actions.add(std::move(spec));
    };
    add(
        "heritage.bundle", QT_TRANSLATE_NOOP("Heritage", "Take records along as a bundle…"), "upload",
        [this] { writeBundle(); }, open);
    add(
        "heritage.merge", QT_TRANSLATE_NOOP("Heritage", "Merge a bundle that came back…"), "download",
        [this] { merge(); }, writable);
    add(
        "heritage.conflicts", QT_TRANSLATE_NOOP("Heritage", "Decide the conflicts of merged bundles"), "heritage",
        [this] { showConflicts(); }, open);
    add(
        "heritage.files", QT_TRANSLATE_NOOP("Heritage", "Check the files of the heritage records"), "check-circle",
        [this] { checkFiles(); }, open);
    add(
        "heritage.trash", QT_TRANSLATE_NOOP("Heritage", "Empty the trash of the heritage records"), "trash",
        [this] { emptyTrash(); }, writable);
}

void HeritageFieldwork::onWorkspace()
{
    Workspace *now = m_desk.isOpen() ? m_services.host.current() : nullptr;
    m_conflicts->setWorkspace(now);
    if (now != nullptr) {
        QTimer::singleShot(kRestAfterOpening, now, [this, now] {
            if (m_services.host.current() == now && m_desk.isOpen() && workspace::isFixityDue(*now)) {
                checkFiles();
            }
        });
    }
}

void HeritageFieldwork::writeBundle()
{
    const auto path = m_services.files.saveFile(&m_window, tr("Take records along"),
                                                QDir::home().filePath(tr("Fieldwork.gpkg")), tr("Bundles (*.gpkg)"));
    if (!path || !m_desk.isOpen()) {
        return;
    }
    const auto report = workspace::writeBundle(m_desk.catalogue(), *m_services.host.current(), {}, {}, *path);
    if (!report) {
        m_window.sayProblem(report.error().message);
        return;
    }
    m_window.workplaces().addFindings(report->findings);
    m_window.say(tr("%n records are in the bundle", nullptr, report->records));
}

void HeritageFieldwork::merge()
{
    const QStringList files = m_services.files.openFiles(&m_window, tr("Merge a bundle"), tr("Bundles (*.gpkg)"));
    for (const QString &file : files) {
        mergeFile(file);
    }
}

void HeritageFieldwork::mergeFile(const QString &path)
{
    if (m_desk.isReadOnly()) {
        return;
    }
    const auto report =
        workspace::mergeBundle(m_desk.catalogue(), *m_services.host.current(), path, workspace::TakeSide::Ask, {});
    if (!report) {
        m_window.sayProblem(report.error().message);
        return;
    }
    m_window.workplaces().addFindings(report->findings);
    m_window.say(tr("Merged: %1 new, %2 changed, %3 as before")
                     .arg(report->created)
                     .arg(report->taken + report->merged)
                     .arg(report->unchanged));
    if (m_conflicts->conflictCount() > 0) {
        showConflicts();
    }
}

void HeritageFieldwork::showConflicts()
{
    m_window.showBeside(m_conflicts);
}

void HeritageFieldwork::checkFiles()
{
    Workspace *now = m_services.host.current();
    m_services.tasks.run(
        m_conflicts, tr("Check the files of the heritage records"),
        [folder = m_desk.catalogue().media(), hashes = workspace::mediaHashes(*now), time = m_services.clock.nowUtc()](
            const CancelToken &cancel, const ProgressFunction &progress) -> Result<workspace::FixityReport> {
            workspace::FixityReport report = workspace::checkFixity(folder, hashes, time, cancel, progress);
            return cancel.isCancelled() ? Result<workspace::FixityReport>(fail(ErrorCode::Cancelled, tr("Cancelled.")))
                                        : Result<workspace::FixityReport>(std::move(report));
        },
        [this, path = now->path()](const Result<workspace::FixityReport> &report) {
            Workspace *open = m_services.host.current();
            if (!report || open == nullptr || open->path() != path) {
                return;
            }
            workspace::keepFixityReport(*open, *report);
            m_window.workplaces().addFindings(report->findings);
            if (report->findings.empty()) {
                m_window.say(tr("%n files of the heritage records are as they were", nullptr, report->files));
            } else {
                m_window.sayProblem(tr("%n files of the heritage records are missing or altered", nullptr,
                                       static_cast<int>(report->findings.size())));
            }
        });
}

void HeritageFieldwork::emptyTrash()
{
    const auto report = workspace::emptyTrash(m_desk.catalogue(), *m_services.host.current());
    if (!report) {
        m_window.sayProblem(report.error().message);
        return;
    }
    m_window.say(
        tr("%1 records went from the trash, %2 wait for their time.").arg(report->records).arg(report->waiting));
}

void HeritageFieldwork::bindAgain(const QString &modelId)
{
    const CityEntry *entry = m_services.cities.entry(modelId);
    const Workspace *now = m_services.host.current();
    if (entry == nullptr || entry->model == nullptr || now == nullptr || m_desk.isReadOnly()) {
        return;
    }
    workspace::BindableModel model{modelId, entry->model, entry->footprints};
    m_services.tasks.run(
        m_conflicts, tr("Look for the buildings of the heritage records"),
        [reader = now->reader(), model = std::move(model), time = m_services.clock.nowUtc()](
            const CancelToken &cancel, const ProgressFunction &) { return planned(reader, model, time, cancel); },
        [this, modelId, path = now->path()](const Result<Rebinding> &found) {
            const Workspace *open = m_services.host.current();
            if (!found || open == nullptr || open->path() != path || m_desk.isReadOnly()) {
                return;
            }
            m_window.workplaces().addFindings(found->plan.findings);
            m_desk.attempt(workspace::applyRebinding(m_desk.catalogue(), found->before, found->plan,
                                                     tr("The city model was read anew"))
                               .map([](int) {}));
            emit rebound(modelId);
        });
}

} // namespace loci::app
