// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/formats/contracts/deliveryreader.h"
#include "layers/workspace/workspace.h"

namespace loci::app {

/// What became of a delivery.
struct DeliveryOutcome
{
    contracts::CheckReport report;
    bool loaded = false; ///< false: it breaks its contract, or it is what is loaded already
    bool same = false;
};
/// The part for a worker: the data of a delivery that keeps its contract, written beside the workspace.
struct PreparedDelivery
{
    contracts::CheckReport report;
    QString sha256, path; ///< path empty: nothing to load
    bool same = false;
};
/// `path` of the delivery; `target` from workspace::deliveryPath(). `known` is the hash of what is loaded: the same
/// file again changes nothing.
Result<PreparedDelivery> prepareDelivery(const contracts::Contract &contract, const QString &path,
                                         const QString &target, const QString &known, const CancelToken &cancel = {});
/// The part for the main thread: takes what was prepared into the workspace, all or nothing. Needs a QgisRuntime.
Result<DeliveryOutcome> finishDelivery(workspace::Workspace &workspace, const contracts::Contract &contract,
                                       const PreparedDelivery &prepared);

} // namespace loci::app
