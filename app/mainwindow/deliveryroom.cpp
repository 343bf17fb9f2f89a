// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/deliveryroom.h"

#include "app/contracts/deliveryload.h"
#include "app/mainwindow/mainwindow.h"
#include "app/mainwindow/workplaces.h"
#include "app/workspacehost.h"
#include "layers/workspace/contracts/deliverystore.h"
#include "layers/workspace/taskrunner.h"
#include "widgets/catalogue/deliveriespage.h"
#include "widgets/common/prompts.h"
#include "widgets/common/translator.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPointer>
#include <QSaveFile>

namespace loci::app {

using namespace widgets; // assembly only

DeliveryRoom::DeliveryRoom(MainWindow &window, const Services &services, DeliveriesPage &page)
    : QObject(&window)
    , m_window(window)
    , m_services(services)
    , m_page(page)
{
    connect(&page, &DeliveriesPage::addRequested, this, &DeliveryRoom::add);
    connect(&page, &DeliveriesPage::takeRequested, this, &DeliveryRoom::take);
    connect(&page, &DeliveriesPage::reportRequested, this, &DeliveryRoom::saveReport);
    connect(&services.host, &WorkspaceHost::workspaceChanged, this, [this] {
        m_page.showReport({}, {});
        if (workspace::Workspace *workspace = m_services.host.current(); workspace != nullptr) {
            connect(workspace, &workspace::Workspace::changed, this, &DeliveryRoom::refresh);
        }
        refresh();
    });
    connect(&services.translator, &Translator::languageChanged, this, &DeliveryRoom::refresh);
}

void DeliveryRoom::refresh()
{
    const workspace::Workspace *workspace = m_services.host.current();
    std::vector<ContractRow> rows;
    if (workspace != nullptr) {
        for (const contracts::Contract &contract : workspace::contractsOf(*workspace)) {
            const workspace::LoadedDelivery loaded = workspace::loadedDelivery(*workspace, contract.id);
            const QString title = contract.title.in(m_services.translator.language());
            rows.push_back(
                {contract.id, title.isEmpty() ? contract.id : title,
                 loaded.number > 0 ? tr("%n rows", nullptr, static_cast<int>(loaded.rows)) : tr("none yet")});
        }
    }
    m_page.setContracts(rows, workspace == nullptr || workspace->isReadOnly());
}

void DeliveryRoom::add()
{
    workspace::Workspace *workspace = m_services.host.current();
    const QStringList files = workspace != nullptr
                                  ? m_services.files.openFiles(&m_page, tr("Add a contract"), tr("Contracts (*.json)"))
                                  : QStringList();
    for (const QString &file : files) {
        const auto read = formats::readContractFile(file);
        const Result<> kept =
            read ? workspace::keepContract(*workspace, read->value) : Result<>(tl::unexpected<Error>(read.error()));
        if (!kept) {
            emit m_window.workplaces().failed(kept.error().message);
            return;
        }
        refresh();
        m_page.choose(read->value.id);
        m_window.workplaces().addFindings(read->findings);
    }
}

void DeliveryRoom::take(const QString &id)
{
    const workspace::Workspace *workspace = m_services.host.current();
    if (workspace == nullptr || m_checking) {
        return;
    }
    for (const contracts::Contract &contract : workspace::contractsOf(*workspace)) {
        if (contract.id != id) {
            continue;
        }
        const QStringList files = m_services.files.openFiles(
            &m_page, tr("Take a delivery"), tr("Tables and layers (*.csv *.geojson *.json *.gpkg *.xlsx *.ods *.shp)"));
        if (!files.isEmpty()) {
            check(contract, files.front());
        }
        return;
    }
}

void DeliveryRoom::check(const contracts::Contract &contract, const QString &path)
{
    workspace::Workspace *workspace = m_services.host.current();
    const auto target = workspace::deliveryPath(*workspace, contract.id);
    if (!target) {
        emit m_window.workplaces().failed(target.error().message);
        return;
    }
    m_checking = true;
    m_services.tasks.run(
        this, tr("Check a delivery of “%1”").arg(contract.id),
        [contract, path, target = *target, known = workspace::loadedDelivery(*workspace, contract.id).sha256](
            const CancelToken &cancel, const ProgressFunction &) {
            return prepareDelivery(contract, path, target, known, cancel);
        },
        [this, contract, path,
         home = QPointer<workspace::Workspace>(workspace)](const Result<PreparedDelivery> &prepared) {
            m_checking = false;
            if (home == nullptr || home != m_services.host.current()) {
                QFile::remove(prepared ? prepared->path : QString());
                return; // another workspace was opened meanwhile
            }
            const auto outcome = prepared ? finishDelivery(*home, contract, *prepared)
                                          : Result<DeliveryOutcome>(tl::unexpected<Error>(prepared.error()));
            if (!outcome) {
                emit m_window.workplaces().failed(outcome.error().message);
                return;
            }
            const QString name = QFileInfo(path).fileName();
            const QString sentence = outcome->loaded ? tr("%1 keeps its contract and is loaded.").arg(name)
                                     : outcome->same ? tr("%1 is loaded already; nothing was changed.").arg(name)
                                                     : tr("%1 breaks its contract and was not loaded.").arg(name);
            m_page.showReport(sentence, outcome->report);
        });
}

void DeliveryRoom::saveReport()
{
    const auto path = m_services.files.saveFile(
        &m_page, tr("Save the report"), m_page.report().contract + QStringLiteral("-report.csv"), tr("Tables (*.csv)"));
    if (!path) {
        return;
    }
    QSaveFile file(*path);
    const QByteArray bytes = m_page.report().toCsv();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        emit m_window.workplaces().failed(tr("%1 cannot be written.").arg(QDir::toNativeSeparators(*path)));
    }
}

} // namespace loci::app
