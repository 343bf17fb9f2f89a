// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/contracts/deliverystore.h"

#include "layers/workspace/paths.h"
#include "layers/workspace/references.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>

namespace loci::workspace {

using contracts::Contract;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::workspace::DeliveryStore)
};

constexpr int kMostDeliveries = 1'000'000;

QByteArray compact(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QString layerIdOf(const Contract &contract)
{
    return QStringLiteral("delivery_") + contract.id;
}

QString titleOf(const Contract &contract)
{
    const QString title = contract.title.in(QLocale().name());
    return title.isEmpty() ? contract.id : title;
}

/// The document of the contract's layer on other data: the one that is there with another path, or a new one.
Result<QByteArray> layerOn(const Workspace &workspace, const Contract &contract, const QString &path,
                           const LayerMaker &makeLayer)
{
    const QString layerKey = QLatin1String(key::kMapLayerPrefix) + layerIdOf(contract);
    if (const auto present = workspace.document(layerKey)) {
        return rewritePaths(layerKey, *present, [&](const QString &) { return storedPath(workspace.path(), path); });
    }
    const QString base = workspace.isUntitled() ? QString() : QFileInfo(workspace.path()).absolutePath();
    return makeLayer(path, layerIdOf(contract), titleOf(contract), base);
}

} // namespace

std::vector<Contract> contractsOf(const Workspace &workspace)
{
    std::vector<Contract> list;
    const QStringList keys = workspace.keys(QLatin1String(key::kContract));
    list.reserve(static_cast<std::size_t>(keys.size()));
    for (const QString &one : keys) {
        if (auto contract = Contract::fromJson(workspace.json(one))) {
            list.push_back(std::move(contract->value));
        }
    }
    return list;
}

Result<> keepContract(Workspace &workspace, const Contract &contract)
{
    return workspace.commit({Texts::tr("Agree on the contract “%1”").arg(titleOf(contract)),
                             {{QLatin1String(key::kContract) + contract.id, {}, compact(contract.toJson())}}});
}

QJsonObject LoadedDelivery::toJson() const
{
    return {{QStringLiteral("contract"), contract},
            {QStringLiteral("version"), version},
            {QStringLiteral("sha256"), sha256},
            {QStringLiteral("file"), file},
            {QStringLiteral("rows"), rows},
            {QStringLiteral("number"), number},
            {QStringLiteral("by"), by},
            {QStringLiteral("at"), at.toUTC().toString(Qt::ISODate)}};
}

LoadedDelivery loadedDelivery(const Workspace &workspace, const QString &contract)
{
    const QJsonObject json = workspace.json(QLatin1String(key::kDelivery) + contract);
    LoadedDelivery loaded;
    loaded.contract = contract;
    loaded.version = json[QStringLiteral("version")].toString();
    loaded.sha256 = json[QStringLiteral("sha256")].toString();
    loaded.file = json[QStringLiteral("file")].toString();
    loaded.rows = json[QStringLiteral("rows")].toInteger();
    loaded.number = json[QStringLiteral("number")].toInt();
    loaded.by = json[QStringLiteral("by")].toString();
    loaded.at = QDateTime::fromString(json[QStringLiteral("at")].toString(), Qt::ISODate);
    return loaded;
}

Result<QString> deliveryPath(const Workspace &workspace, const QString &contract)
{
    const QFileInfo file(workspace.path());
    const QDir folder(file.absoluteDir().filePath(file.completeBaseName() + QStringLiteral(".deliveries")));
    if (!folder.mkpath(QStringLiteral("."))) {
        return fail(ErrorCode::NotWritable,
                    Texts::tr("The folder %1 cannot be made.").arg(QDir::toNativeSeparators(folder.path())));
    }
    for (int i = 1; i < kMostDeliveries; ++i) {
        const QString path = folder.filePath(QStringLiteral("%1-%2.gpkg").arg(contract).arg(i));
        if (!QFileInfo::exists(path)) {
            return path;
        }
    }
    return fail(ErrorCode::NotWritable, Texts::tr("There are too many deliveries of “%1”.").arg(contract));
}

Result<> takeDelivery(Workspace &workspace, const Contract &contract, LoadedDelivery delivery, const QString &path,
                      const LayerMaker &makeLayer)
{
    LOCI_TRY(const QByteArray layer, layerOn(workspace, contract, path, makeLayer));
    delivery.contract = contract.id;
    delivery.version = contract.version;
    delivery.file = storedPath(workspace.path(), path);
    delivery.number = loadedDelivery(workspace, contract.id).number + 1;
    delivery.at = workspace.clock().nowUtc();
    return workspace.commit(
        {Texts::tr("Load delivery %1 of “%2”").arg(QString::number(delivery.number), titleOf(contract)),
         {{QLatin1String(key::kContract) + contract.id, {}, compact(contract.toJson())},
          {QLatin1String(key::kDelivery) + contract.id, {}, compact(delivery.toJson())},
          {QLatin1String(key::kMapLayerPrefix) + layerIdOf(contract), {}, layer}}});
}

} // namespace loci::workspace
