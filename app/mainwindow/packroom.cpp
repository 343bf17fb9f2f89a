// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/packroom.h"

#include "app/mainwindow/mainwindow.h"
#include "app/mainwindow/workplaces.h"
#include "app/packs/packfiles.h"
#include "app/packs/packplaces.h"
#include "app/workspacehost.h"
#include "layers/map/mapdocument.h"
#include "layers/workspace/taskrunner.h"
#include "widgets/common/actionregistry.h"
#include "widgets/common/translator.h"
#include "widgets/map/mapsession.h"
#include "widgets/packs/packpanel.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QTimer>
#include <QTreeWidget>
#include <utility>

namespace loci::app {

using namespace widgets; // assembly only
using packs::HostedPack;
using packs::PackHost;
using packs::State;

const QString PackRoom::kWorkplace = QStringLiteral("packs");

PackRoom::PackRoom(MainWindow &window, const Services &services, ActionRegistry &actions)
    : QObject(&window)
    , m_window(window)
    , m_services(services)
    , m_panel(new PackPanel(&window.workplaces()))
    , m_host(std::make_unique<PackHost>(
          packOptions(services.translator.language(), {},
                      QCoreApplication::arguments().contains(QLatin1String("--no-packs"))),
          [this](const packs::Manifest &manifest) { return packSnapshot(m_services.host.current(), manifest); }))
{
    window.workplaces().add(kWorkplace, "pack", QT_TRANSLATE_NOOP("Workplaces", "Packs"), m_panel, true, 80);
    ActionSpec open{"pack.open", "Pack", QT_TRANSLATE_NOOP("Pack", "Show the department packs"), "pack"};
    open.run = [this] { m_window.setWorkplace(kWorkplace); };
    actions.add(std::move(open));
    connect(m_panel, &PackPanel::switched, this, &PackRoom::setOn);
    connect(m_panel, &PackPanel::agreed, this, [this](const QString &id) { m_host->agree(id); });
    connect(m_panel, &PackPanel::retried, this, [this](const QString &id) { m_host->enable(id); });
    connect(m_panel, &PackPanel::opened, this, &PackRoom::openPage);
    connect(m_panel, &PackPanel::partChosen, this, &PackRoom::showPart);
    connect(m_host.get(), &PackHost::packChanged, this, &PackRoom::refresh);
    connect(m_host.get(), &PackHost::settled, this, [this] {
        refresh();
        addMissingLayers();
        if (!m_wanted.isEmpty()) {
            m_panel->open(std::exchange(m_wanted, {}));
        }
    });
    connect(&window, &MainWindow::partWanted, this, [this](const QString &workplace, const QString &pack) {
        if (workplace == kWorkplace && m_host->isSettled()) {
            m_panel->open(pack);
        } else if (workplace == kWorkplace) {
            m_wanted = pack;
        }
    });
    connect(&services.host, &WorkspaceHost::workspaceChanged, this, [this] {
        refresh();
        addMissingLayers();
    });
    connect(&services.translator, &Translator::languageChanged, this, [this](const QString &language) {
        m_host->setLanguage(language);
        refresh();
    });
    QTimer::singleShot(0, this, &PackRoom::start);
}

PackRoom::~PackRoom() = default;

/// After the window has been shown: a slow pack delays nobody.
void PackRoom::start()
{
    m_host->start();
    refresh();
}

QString PackRoom::inLanguage(const plugin::TextPair &text) const
{
    return packs::Words{text.zh, text.en}.in(m_services.translator.language());
}

void PackRoom::fail(const QString &sentence)
{
    emit m_window.workplaces().failed(sentence);
}

void PackRoom::refresh()
{
    std::vector<PackRow> rows;
    rows.reserve(m_host->packs().size());
    for (const auto &pack : m_host->packs()) {
        rows.push_back(rowOf(*pack));
    }
    m_panel->setPacks(std::move(rows));
}

PackRow PackRoom::rowOf(const HostedPack &pack) const
{
    const QString language = m_services.translator.language();
    const workspace::Workspace *workspace = m_services.host.current();
    PackRow row = packRow(pack, language);
    row.on = workspace != nullptr && workspace::packEntry(*workspace, pack.id()).on;
    return row;
}

void PackRoom::setOn(const QString &id, bool on)
{
    workspace::Workspace *workspace = m_services.host.current();
    const HostedPack *pack = m_host->pack(id);
    if (workspace == nullptr || pack == nullptr || !pack->isRunning()) {
        fail(tr("This pack cannot be turned on or off now."));
        return;
    }
    const QString name = pack->found.manifest->name.in(m_services.translator.language());
    workspace::PackChange change = on ? workspace::turnOn(*workspace, *pack->found.manifest, pack->everything(),
                                                          tr("Turn on the pack %1").arg(name))
                                      : workspace::turnOff(*workspace, id, tr("Turn off the pack %1").arg(name));
    if (const auto done = workspace->commit(std::move(change.command)); !done) {
        fail(done.error().message);
        return;
    }
    refresh();
    if (on) {
        addLayers(id);
    } else {
        emit switched(id, false);
    }
}

/// Packs that the command line turned on bring their layers when a window opens the workspace.
void PackRoom::addMissingLayers()
{
    const workspace::Workspace *workspace = m_services.host.current();
    if (workspace == nullptr || workspace->isReadOnly() || !m_host->isSettled()) {
        return;
    }
    for (const workspace::PackEntry &entry : workspace::packEntries(*workspace)) {
        const HostedPack *pack = m_host->pack(entry.id);
        if (entry.on && pack != nullptr && pack->isRunning() &&
            pack->everything().count(packs::Kind::Layers) > workspace::ownedLayers(entry).size()) {
            addLayers(entry.id);
        }
    }
}

/// Layers come from copies beside the workspace, so that they stay when the pack's folder is gone.
void PackRoom::addLayers(const QString &id)
{
    const HostedPack *pack = m_host->pack(id);
    const workspace::Workspace &workspace = *m_services.host.current();
    auto layers = keepLayerFiles(*pack, workspace.path(), workspace::ownedLayers(workspace::packEntry(workspace, id)));
    if (!layers) {
        fail(layers.error().message);
        emit switched(id, true);
        return;
    }
    addNextLayer(id, std::move(*layers));
}

void PackRoom::addNextLayer(const QString &id, std::vector<packs::PackLayer> layers)
{
    if (layers.empty()) {
        emit switched(id, true);
        return;
    }
    const packs::PackLayer next = layers.back();
    layers.pop_back();
    map::SourceSpec spec;
    spec.path = next.path;
    spec.name = next.title.in(m_services.translator.language());
    m_services.session.document().addSource(spec, [this, id, next, layers](const Result<Loaded<QStringList>> &added) {
        workspace::Workspace *workspace = m_services.host.current();
        if (!added || workspace == nullptr) {
            fail(added ? tr("No workspace is open.") : added.error().message);
            emit switched(id, true);
            return;
        }
        const QString title = tr("Add the layer %1 of a pack").arg(next.title.in(m_services.translator.language()));
        m_services.session.commit(title);
        QStringList keys;
        for (const QString &layer : added->value) {
            keys << QLatin1String(workspace::key::kMapLayerPrefix) + layer;
        }
        if (const auto done = workspace->commit(workspace::ownLayer(*workspace, id, next.id, keys, title)); !done) {
            fail(done.error().message);
        }
        addNextLayer(id, layers);
    });
}

void PackRoom::openPage(const QString &id)
{
    const HostedPack *pack = m_host->pack(id);
    if (pack == nullptr || !pack->ledger || pack->ledger->panels().empty()) {
        return;
    }
    const plugin::PanelSpec &first = pack->ledger->panels().front();
    showPart(id, {PackPart::Kind::Panel, first.id, inLanguage(first.title)});
}

void PackRoom::showPart(const QString &id, const PackPart &part)
{
    const HostedPack *pack = m_host->pack(id);
    if (pack == nullptr || !pack->ledger) {
        return;
    }
    if (part.kind == PackPart::Kind::Analysis) {
        auto analysis = m_host->analysis(id, part.id);
        if (!analysis) {
            fail(tr("No workspace is open."));
            return;
        }
        m_services.tasks.run(
            this, part.title,
            [analysis](const CancelToken &token, const ProgressFunction &) -> Result<plugin::AnalysisAnswer> {
                return analysis([token] { return token.isCancelled(); });
            },
            [this, title = part.title](const Result<plugin::AnalysisAnswer> &answer) {
                if (!answer || !answer->outcome.isGood()) {
                    fail(answer ? answer->outcome.problem : answer.error().message);
                    return;
                }
                showAnswer(title, *answer);
            });
        return;
    }
    const plugin::Outcome outcome = m_host->call(id, tr("it was opened"), [&] {
        for (const plugin::PanelSpec &panel : pack->ledger->panels()) {
            if (part.kind == PackPart::Kind::Panel && panel.id == part.id) {
                QWidget *made = panel.make(m_panel);
                if (made == nullptr) {
                    return plugin::Outcome{tr("The panel is empty.")};
                }
                m_panel->showPart(part.title, made);
            }
        }
        for (const plugin::CommandSpec &command : pack->ledger->commands()) {
            if (part.kind == PackPart::Kind::Command && command.id == part.id) {
                return command.run();
            }
        }
        return plugin::Outcome();
    });
    if (!outcome.isGood()) {
        fail(outcome.problem);
    }
}

void PackRoom::showAnswer(const QString &title, const plugin::AnalysisAnswer &answer)
{
    auto *table = new QTreeWidget(m_panel);
    table->setObjectName(QStringLiteral("pack.answer"));
    table->setRootIsDecorated(false);
    QStringList titles;
    for (const plugin::TextPair &column : answer.columns) {
        titles << inLanguage(column);
    }
    table->setHeaderLabels(titles);
    for (const QStringList &row : answer.rows) {
        new QTreeWidgetItem(table, row);
    }
    table->header()->setSectionResizeMode(QHeaderView::Interactive);
    m_panel->showPart(title, table);
}

} // namespace loci::app
