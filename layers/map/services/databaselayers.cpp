// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/services/databaselayers.h"

#include <qgsabstractdatabaseproviderconnection.h>
#include <qgsdatasourceuri.h>
#include <qgsexception.h>
#include <qgsfeedback.h>
#include <qgsprovidermetadata.h>
#include <qgsproviderregistry.h>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <memory>

namespace loci::map {

namespace {
QString connectionUri(const DatabaseSpec &spec)
{
    QgsDataSourceUri uri;
    if (spec.postgis) {
        uri.setConnection(spec.host, QString::number(spec.port), spec.database, spec.user, spec.password);
        uri.setParam(QStringLiteral("connect_timeout"), QStringLiteral("10"));
    } else {
        uri.setDatabase(spec.file);
    }
    return uri.uri(false);
}

QString place(const DatabaseSpec &spec)
{
    return spec.postgis ? QStringLiteral("%1/%2").arg(spec.host, spec.database) : QFileInfo(spec.file).fileName();
}
} // namespace

Result<std::vector<ServiceLayer>> databaseLayers(const DatabaseSpec &spec, const CancelToken &cancel)
{
    if (!spec.postgis && !QFileInfo::exists(spec.file)) {
        return fail(ErrorCode::NotReadable, QCoreApplication::translate("Services", "The file “%1” does not exist.")
                                                .arg(QDir::toNativeSeparators(spec.file)));
    }
    const QString provider = spec.postgis ? QStringLiteral("postgres") : QStringLiteral("spatialite");
    QgsProviderMetadata *metadata = QgsProviderRegistry::instance()->providerMetadata(provider);
    if (!metadata) {
        return fail(ErrorCode::Unsupported,
                    QCoreApplication::translate(
                        "Services", "This program was installed without support for this kind of database."),
                    provider);
    }
    std::vector<ServiceLayer> layers;
    try {
        const std::unique_ptr<QgsAbstractProviderConnection> any(metadata->createConnection(connectionUri(spec), {}));
        const auto *connection = dynamic_cast<const QgsAbstractDatabaseProviderConnection *>(any.get());
        if (!connection) {
            return fail(ErrorCode::Unsupported,
                        QCoreApplication::translate(
                            "Services", "This program was installed without support for this kind of database."));
        }
        using Connection = QgsAbstractDatabaseProviderConnection;
        const auto tables = connection->tables(QString(), Connection::TableFlag::Vector);
        for (const Connection::TableProperty &table : tables) {
            if (cancel.isCancelled()) {
                return fail(ErrorCode::Cancelled, QCoreApplication::translate("Services", "Stopped."));
            }
            ServiceLayer layer;
            layer.name =
                table.schema().isEmpty() ? table.tableName() : table.schema() + QLatin1Char('.') + table.tableName();
            layer.title = table.tableName();
            layer.abstract = table.comment();
            QgsDataSourceUri uri(connection->tableUri(table.schema(), table.tableName()));
            uri.setGeometryColumn(table.geometryColumn());
            layer.source = {{}, provider, uri.uri(false), table.tableName()};
            layers.push_back(std::move(layer));
        }
    } catch (const QgsException &exception) {
        return fail(
            ErrorCode::NotReadable,
            QCoreApplication::translate(
                "Services", "“%1” cannot be opened. Check name, user and password, and that the database is reachable.")
                .arg(place(spec)),
            exception.what());
    }
    if (layers.empty()) {
        return fail(ErrorCode::Invalid,
                    QCoreApplication::translate("Services", "“%1” has no tables with geometry.").arg(place(spec)));
    }
    return layers;
}

} // namespace loci::map
