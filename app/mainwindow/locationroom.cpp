// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/locationroom.h"

#include "app/location/locationrun.h"
#include "app/mainwindow/mainwindow.h"
#include "app/mainwindow/workplaces.h"
#include "app/workspacehost.h"
#include "layers/workspace/catalogue/inventory.h"
#include "layers/workspace/taskrunner.h"
#include "widgets/common/translator.h"
#include "widgets/location/locationpage.h"

#include <QPointer>

namespace loci::app {

using namespace widgets; // assembly only

LocationRoom::LocationRoom(MainWindow &window, const Services &services, LocationPage &page)
    : QObject(&window)
    , m_window(window)
    , m_services(services)
    , m_page(page)
{
    connect(&page, &LocationPage::asked, this, &LocationRoom::find);
    connect(&services.host, &WorkspaceHost::workspaceChanged, this, [this] { m_page.showAnswer({}); });
}

void LocationRoom::setEntries(const std::vector<catalogue::Entry> &entries)
{
    std::vector<PlaceSource> sources;
    for (const catalogue::Entry &entry : entries) {
        const bool isTable = entry.kind == catalogue::Kind::Layer || entry.kind == catalogue::Kind::Table;
        if (isTable && !entry.withheld && entry.extent) { // with places, and a file that was read
            sources.push_back({entry.id, entry.said.title.in(m_services.translator.language()), entry.items});
        }
    }
    m_page.setSources(sources);
}

Result<LocationRequest> LocationRoom::requestOf(const LocationAsk &ask) const
{
    const auto files = workspace::entryFiles(*m_services.host.current());
    const auto table = [&files](const QString &id, const QString &where) -> Result<PlaceTable> {
        PlaceTable made;
        for (const workspace::EntryFile &file : files) {
            if (file.id == id) {
                made.path = file.path;
                made.table = file.table;
            }
        }
        LOCI_TRY(made.where, conditionsFrom(where));
        return made;
    };
    LocationRequest request;
    LOCI_TRY(request.demand, table(ask.demand, ask.demandWhere));
    LOCI_TRY(request.sites, table(ask.sites, ask.sitesWhere));
    LOCI_TRY(request.existing, table(ask.existing, ask.existingWhere));
    request.peopleField = ask.people;
    request.costField = ask.cost;
    request.goal = ask.goal;
    request.reach = ask.reach;
    request.mostNew = ask.count > 0 ? std::optional(ask.count) : std::nullopt;
    request.budget = ask.budget > 0 ? std::optional<double>(ask.budget) : std::nullopt;
    return request;
}

void LocationRoom::find(const LocationAsk &ask)
{
    workspace::Workspace *workspace = m_services.host.current();
    if (workspace == nullptr || m_busy) {
        return;
    }
    const auto request = requestOf(ask);
    if (!request) {
        emit m_window.workplaces().failed(request.error().message);
        return;
    }
    m_busy = true;
    m_page.setBusy(true);
    m_services.tasks.run(
        this, tr("Find where the next one goes"),
        [request = *request](const CancelToken &cancel, const ProgressFunction &) {
            return runLocation(request, cancel);
        },
        [this, home = QPointer<workspace::Workspace>(workspace)](const Result<LocationRun> &run) {
            m_busy = false;
            m_page.setBusy(false);
            if (home == nullptr || home != m_services.host.current()) {
                return; // another workspace was opened meanwhile
            }
            const Result<QString> layer = !run ? Result<QString>(tl::unexpected<Error>(run.error()))
                                          : home->isReadOnly()
                                              ? Result<QString>(QString())
                                              : addLocation(*home, *run, tr("Where the next one goes"));
            if (!layer) {
                emit m_window.workplaces().failed(layer.error().message);
                return;
            }
            m_page.showAnswer(summaryOf(*run));
        });
}

} // namespace loci::app
