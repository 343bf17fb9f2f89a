// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rooms.h"

#include "app/workspacehost.h"
#include "layers/base/clock.h"
#include "layers/map/mapdocument.h"
#include "layers/map/qgisruntime.h"
#include "layers/workspace/taskrunner.h"
#include "widgets/city/citylibrary.h"
#include "widgets/common/prompts.h"
#include "widgets/common/translator.h"
#include "widgets/map/mapsession.h"
#include "widgets/models/selection.h"

namespace loci::app {

/// Members are destroyed from the last to the first.
struct Rooms::Members
{
    std::unique_ptr<const Clock> clock;
    widgets::Translator translator;
    std::shared_ptr<map::QgisRuntime> qgis;
    map::MapDocument document;
    workspace::TaskRunner tasks;
    widgets::Selection selection;
    widgets::MapSession session{document};
    widgets::CityLibrary cities{tasks};
    std::unique_ptr<widgets::FilePrompt> files;
    std::unique_ptr<widgets::MessagePrompt> messages;
    WorkspaceHost host{*clock, session, cities, selection};
    std::unique_ptr<Services> services;

    Members(std::shared_ptr<map::QgisRuntime> runtime, std::unique_ptr<const Clock> time)
        : clock(std::move(time))
        , qgis(std::move(runtime))
    {}
};

Result<std::unique_ptr<Rooms>> Rooms::start(const QString &profileFolder, std::unique_ptr<widgets::FilePrompt> files,
                                            std::unique_ptr<widgets::MessagePrompt> messages,
                                            std::unique_ptr<const Clock> clock)
{
    LOCI_TRY(auto qgis, map::QgisRuntime::start(profileFolder));
    if (clock == nullptr) {
        clock = std::make_unique<SystemClock>();
    }
    auto members = std::make_unique<Members>(std::move(qgis), std::move(clock));
    members->files = files != nullptr ? std::move(files) : std::make_unique<widgets::SystemFilePrompt>();
    members->messages = messages != nullptr ? std::move(messages) : std::make_unique<widgets::DialogMessagePrompt>();
    return std::unique_ptr<Rooms>(new Rooms(std::move(members)));
}

Rooms::Rooms(std::unique_ptr<Members> members) : m(std::move(members))
{
    m->services = std::make_unique<Services>(Services{*m->clock, m->tasks, m->session, m->cities, m->selection,
                                                      m->translator, *m->files, *m->messages, m->host});
}

Rooms::~Rooms()
{
    m->tasks.cancelAll();
    m->cities.setWorkspace(nullptr);
    m->session.setWorkspace(nullptr);
}

const Services &Rooms::services() const
{
    return *m->services;
}

} // namespace loci::app
