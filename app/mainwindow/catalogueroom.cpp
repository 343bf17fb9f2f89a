// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/catalogueroom.h"

#include "app/catalogue/catalogueexport.h"
#include "app/endpoint/shareserver.h"
#include "app/mainwindow/deliveryroom.h"
#include "app/mainwindow/locationroom.h"
#include "app/mainwindow/mainwindow.h"
#include "app/mainwindow/workplaces.h"
#include "app/workspacehost.h"
#include "layers/base/clock.h"
#include "layers/workspace/taskrunner.h"
#include "widgets/catalogue/cataloguepanel.h"
#include "widgets/common/actionregistry.h"
#include "widgets/common/prompts.h"
#include "widgets/common/translator.h"

#include <QDir>
#include <algorithm>

namespace loci::app {

using namespace widgets; // assembly only
using catalogue::State;

const QString CatalogueRoom::kWorkplace = QStringLiteral("catalogue");

namespace {

bool tellsOfData(const QString &key)
{
    return key.startsWith(QLatin1String(workspace::key::kMapLayerPrefix)) ||
           key.startsWith(QLatin1String(workspace::key::kCityModelPrefix));
}

bool isListed(const QString &key)
{
    return tellsOfData(key) || key.startsWith(QLatin1String(workspace::key::kSharing)) ||
           key.startsWith(QLatin1String(workspace::key::kIndicatorPrefix)) || key.startsWith(QLatin1String("feed/"));
}

} // namespace

CatalogueRoom::CatalogueRoom(MainWindow &window, const Services &services, ActionRegistry &actions)
    : QObject(&window)
    , m_window(window)
    , m_services(services)
    , m_panel(new CataloguePanel(&window.workplaces()))
    , m_location(new LocationRoom(window, services, m_panel->location()))
    , m_server(new ShareServer(this))
{
    window.workplaces().add(kWorkplace, "database", QT_TRANSLATE_NOOP("Workplaces", "Catalogue"), m_panel, true, 84);
    ActionSpec open{"catalogue.open", "Catalogue", QT_TRANSLATE_NOOP("Catalogue", "Show the data catalogue"),
                    "database"};
    open.run = [this] { m_window.setWorkplace(kWorkplace); };
    actions.add(std::move(open));
    ActionSpec next{"location.open", "Catalogue", QT_TRANSLATE_NOOP("Catalogue", "Find where the next one should go"),
                    "target"};
    next.run = [this] {
        m_window.setWorkplace(kWorkplace);
        m_panel->showPart(QStringLiteral("location"));
    };
    actions.add(std::move(next));
    connect(m_panel, &CataloguePanel::viewerChosen, this, &CatalogueRoom::look);
    connect(m_panel, &CataloguePanel::described, this, &CatalogueRoom::describe);
    connect(m_panel, &CataloguePanel::askRequested, this, &CatalogueRoom::ask);
    connect(m_panel, &CataloguePanel::answered, this, &CatalogueRoom::answer);
    connect(m_panel, &CataloguePanel::exportRequested, this, &CatalogueRoom::exportAll);
    connect(m_panel, &CataloguePanel::peopleRequested, this, &CatalogueRoom::addPerson);
    connect(m_panel, &CataloguePanel::shareRequested, this, &CatalogueRoom::share);
    connect(&services.translator, &Translator::languageChanged, m_panel, &CataloguePanel::setLanguage);
    connect(&services.host, &WorkspaceHost::aboutToChange, this, [this] { m_catalogue.reset(); });
    connect(&services.host, &WorkspaceHost::workspaceChanged, this, &CatalogueRoom::takeWorkspace);
    connect(&window.workplaces(), &Workplaces::currentChangedTo, this, [this](const QString &id) {
        if (id == kWorkplace) {
            refresh();
            readFacts();
        }
    });
    m_panel->setLanguage(services.translator.language());
    new DeliveryRoom(window, services, m_panel->deliveries());
}

CatalogueRoom::~CatalogueRoom() = default;

void CatalogueRoom::takeWorkspace()
{
    workspace::Workspace *workspace = m_services.host.current();
    m_catalogue = workspace != nullptr ? std::make_unique<workspace::DataCatalogue>(*workspace) : nullptr;
    m_facts.clear();
    m_factsWanted = true;
    m_public = false;
    m_server->stop();
    m_panel->setSharing(false);
    m_panel->showReport({});
    if (workspace != nullptr) {
        connect(workspace, &workspace::Workspace::changed, this, [this](const QStringList &keys) {
            m_factsWanted = m_factsWanted || std::any_of(keys.begin(), keys.end(), tellsOfData);
            if (std::any_of(keys.begin(), keys.end(), isListed)) {
                refresh();
                updateServer();
            }
        });
    }
    refresh();
    readFacts();
}

/// Only while somebody looks: a list that nobody sees costs nothing.
void CatalogueRoom::refresh()
{
    if (m_window.workplaces().current() != kWorkplace) {
        return;
    }
    CatalogueShown shown;
    shown.now = m_services.clock.nowUtc();
    shown.isPublic = m_public;
    if (m_catalogue != nullptr) {
        shown.viewer = m_public ? catalogue::Viewer() : m_catalogue->viewer();
        shown.entries = m_public ? m_catalogue->entriesFor({}, m_facts) : m_catalogue->entries(m_facts);
        shown.requests = m_public ? std::vector<catalogue::Request>() : m_catalogue->requests();
        shown.readOnly = m_services.host.current()->isReadOnly();
        const catalogue::Offices offices = m_catalogue->offices();
        shown.people = QStringList{m_catalogue->person()};
        shown.people << offices.stewards;
        for (const auto &[person, department] : offices.departments) {
            shown.people << person;
        }
        shown.people.removeDuplicates();
    }
    m_location->setEntries(shown.entries);
    m_panel->setCatalogue(std::move(shown));
}

void CatalogueRoom::readFacts()
{
    workspace::Workspace *workspace = m_services.host.current();
    if (workspace == nullptr || !m_factsWanted || m_window.workplaces().current() != kWorkplace) {
        return;
    }
    m_factsWanted = false;
    m_services.tasks.run(
        this, tr("Read what the data tell about themselves"),
        [files = workspace::entryFiles(*workspace)](const CancelToken &cancel, const ProgressFunction &progress) {
            return Result<catalogue::FactsById>(app::readFacts(files, cancel, progress));
        },
        [this, path = workspace->path()](const Result<catalogue::FactsById> &facts) {
            if (facts && m_services.host.current() != nullptr && m_services.host.current()->path() == path) {
                m_facts = *facts;
                refresh();
            }
        });
}

bool CatalogueRoom::attempt(const Result<> &done)
{
    if (!done) {
        emit m_window.workplaces().failed(done.error().message);
    }
    return done.has_value();
}

void CatalogueRoom::look(const QString &person)
{
    if (m_catalogue == nullptr) {
        return;
    }
    m_public = person.isEmpty();
    if (!m_public) {
        m_catalogue->setPerson(person);
        m_services.host.current()->setPerson(person);
    }
    refresh();
}

void CatalogueRoom::describe(const QString &entry, const catalogue::Description &said)
{
    if (m_catalogue == nullptr) {
        return;
    }
    if (attempt(m_catalogue->describe(entry, said, tr("Edited in the catalogue")))) {
        m_panel->showReport(tr("What you said is kept."));
    }
}

void CatalogueRoom::ask(const QString &entry)
{
    const auto purpose = m_services.messages.text(m_panel, tr("Ask the owner"), tr("What are the data asked for?"), {});
    if (!purpose || m_catalogue == nullptr) {
        return;
    }
    const auto asked = m_catalogue->ask(entry, *purpose);
    if (attempt(asked ? Result<>() : Result<>(tl::unexpected<Error>(asked.error())))) {
        m_panel->showReport(tr("Your request waits for the owner."));
    }
}

void CatalogueRoom::answer(const QString &request, State state)
{
    QDate until;
    if (state == State::Approved) {
        const QString year = m_services.clock.nowUtc().date().addYears(1).toString(Qt::ISODate);
        const auto day = m_services.messages.text(m_panel, tr("Grant"), tr("Until which day?"), year);
        if (!day) {
            return;
        }
        until = QDate::fromString(day->trimmed(), Qt::ISODate);
    }
    const auto reason = state == State::Delivered
                            ? std::optional<QString>(QString())
                            : m_services.messages.text(m_panel, tr("Answer"), tr("Reason and conditions"), {});
    if (reason && m_catalogue != nullptr && attempt(m_catalogue->answer(request, state, *reason, until))) {
        m_panel->showReport(tr("The request is %1 now; the audit keeps it.").arg(catalogue::word(state)));
    }
}

void CatalogueRoom::addPerson()
{
    const auto person = m_services.messages.text(m_panel, tr("Who works where"), tr("Name of a person"), {});
    const auto department =
        person && !person->trimmed().isEmpty()
            ? m_services.messages.text(m_panel, tr("Who works where"), tr("Department of %1").arg(*person), {})
            : std::nullopt;
    if (!department || m_catalogue == nullptr) {
        return;
    }
    catalogue::Offices offices = m_catalogue->offices();
    offices.departments[person->trimmed()] = department->trimmed();
    attempt(m_catalogue->setOffices(offices, tr("%1 works for %2").arg(*person, *department)));
}

std::optional<QString> CatalogueRoom::chosenReceiver(const QString &title)
{
    QStringList receivers{tr("the public")};
    receivers << m_catalogue->departments();
    const int chosen =
        receivers.size() == 1
            ? 0
            : m_services.messages.ask(m_panel, title, tr("For whom? Only what they may see leaves."), receivers);
    if (chosen < 0) {
        return std::nullopt;
    }
    return chosen == 0 ? QString() : receivers.at(chosen);
}

void CatalogueRoom::updateServer()
{
    if (m_catalogue != nullptr && m_server->isListening()) {
        m_server->update(sharedData(*m_services.host.current(), *m_catalogue, m_receiver, m_facts));
    }
}

void CatalogueRoom::share()
{
    if (m_catalogue == nullptr) {
        return;
    }
    if (m_server->isListening()) {
        m_server->stop();
        m_panel->setSharing(false);
        m_panel->showReport(tr("The end point is off."));
        return;
    }
    const auto receiver = chosenReceiver(tr("End point"));
    if (!receiver) {
        return;
    }
    m_receiver = *receiver;
    const auto address = m_server->start(sharedData(*m_services.host.current(), *m_catalogue, m_receiver, m_facts));
    if (attempt(address ? Result<>() : Result<>(tl::unexpected<Error>(address.error())))) {
        m_panel->setSharing(true);
        m_panel->showReport(
            tr("%1 answers programs on this computer for %2 with the token %3")
                .arg(*address, m_receiver.isEmpty() ? tr("the public") : m_receiver, m_server->token()));
    }
}

void CatalogueRoom::exportAll(bool iso)
{
    if (m_catalogue == nullptr) {
        return;
    }
    const auto receiver = chosenReceiver(tr("Export the catalogue"));
    if (!receiver) {
        return;
    }
    const auto path = iso ? m_services.files.folder(m_panel, tr("Folder for the ISO 19115 records"))
                          : m_services.files.saveFile(m_panel, tr("Export DCAT"), QStringLiteral("catalogue.jsonld"),
                                                      tr("DCAT (*.jsonld)"));
    if (!path) {
        return;
    }
    const auto entries = m_catalogue->entriesFor(*receiver, m_facts);
    const auto written =
        exportCatalogue(entries, *m_services.host.current(), iso ? CatalogueFormat::Iso : CatalogueFormat::Dcat, *path,
                        m_services.translator.language());
    if (attempt(written ? Result<>() : Result<>(tl::unexpected<Error>(written.error())))) {
        m_panel->showReport(
            tr("%n entries for %1 are in %2.", nullptr, static_cast<int>(entries.size()))
                .arg(receiver->isEmpty() ? tr("the public") : *receiver, QDir::toNativeSeparators(*path)));
    }
}

} // namespace loci::app
