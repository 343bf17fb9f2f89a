// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/contracts/contract.h"
#include "layers/workspace/workspace.h"

#include <functional>

namespace loci::workspace {

namespace key {
inline constexpr char kContract[] = "contract/"; ///< + id: JSON, the contract as agreed
inline constexpr char kDelivery[] = "delivery/"; ///< + id of the contract: JSON, the delivery that is loaded
} // namespace key

/// Contracts of a workspace by id; those that cannot be read are left out.
std::vector<contracts::Contract> contractsOf(const Workspace &workspace);
Result<> keepContract(Workspace &workspace, const contracts::Contract &contract);

/// What is loaded of a contract.
struct LoadedDelivery
{
    QString contract, version, sha256, file; ///< file: stored path of the GeoPackage
    qint64 rows = 0;
    int number = 0; ///< counts what was loaded, from 1
    QString by;
    QDateTime at; ///< UTC; invalid: nothing was loaded yet
    QJsonObject toJson() const;
};
LoadedDelivery loadedDelivery(const Workspace &workspace, const QString &contract);

/// Where the data of the next delivery go: a file beside the workspace that is not there yet. Its folder is made.
Result<QString> deliveryPath(const Workspace &workspace, const QString &contract);

/// Makes the document of a new map layer: (path, layer id, name, base folder of relative paths).
using LayerMaker = std::function<Result<QByteArray>(const QString &path, const QString &id, const QString &name,
                                                    const QString &baseFolder)>;
/// Takes a delivery whose data lie in `path` into the workspace: contract, what was loaded and the layer, one step that
/// can be undone. A layer that is there already keeps its style and points to the new data. On failure nothing changed.
Result<> takeDelivery(Workspace &workspace, const contracts::Contract &contract, LoadedDelivery delivery,
                      const QString &path, const LayerMaker &makeLayer);

} // namespace loci::workspace
