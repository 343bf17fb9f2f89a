// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/contracts/deliveryload.h"

#include "layers/formats/contracts/deliverywriter.h"
#include "layers/map/newlayer.h"
#include "layers/storage/filelock.h"
#include "layers/workspace/contracts/deliverystore.h"

#include <QFile>

namespace loci::app {

Result<PreparedDelivery> prepareDelivery(const contracts::Contract &contract, const QString &path,
                                         const QString &target, const QString &known, const CancelToken &cancel)
{
    LOCI_TRY(formats::CheckedDelivery checked, formats::checkDelivery(contract, path, cancel));
    PreparedDelivery prepared;
    prepared.report = std::move(checked.report);
    prepared.sha256 = checked.sha256;
    prepared.same = prepared.report.keeps() && prepared.sha256 == known;
    if (prepared.report.keeps() && !prepared.same) {
        LOCI_CHECK(formats::writeDelivery(contract, checked.table, target, cancel));
        prepared.path = target;
    }
    return prepared;
}

Result<DeliveryOutcome> finishDelivery(workspace::Workspace &workspace, const contracts::Contract &contract,
                                       const PreparedDelivery &prepared)
{
    DeliveryOutcome outcome{prepared.report, false, prepared.same};
    if (prepared.path.isEmpty()) {
        return outcome;
    }
    workspace::LoadedDelivery delivery;
    delivery.sha256 = prepared.sha256;
    delivery.rows = prepared.report.rows;
    delivery.by = storage::currentUser();
    if (const auto taken = workspace::takeDelivery(workspace, contract, delivery, prepared.path, map::newLayerDocument);
        !taken) {
        QFile::remove(prepared.path); // nothing points to it
        return fail(taken.error());
    }
    outcome.loaded = true;
    return outcome;
}

} // namespace loci::app
