// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/services/databaselayers.h"

#include "layers/map/services/sessionpasswords.h"

#include <qgsabstractdatabaseproviderconnection.h>
#include <qgsdatasourceuri.h>
#include <qgsexception.h>
#include <qgsfeedback.h>
#include <qgsprovidermetadata.h>
#include <qgsproviderregistry.h>
#include <qgswkbtypes.h>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <memory>

namespace loci::map {

namespace {
using Connection = QgsAbstractDatabaseProviderConnection;

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

/// The source of one geometry column, with one kind of geometry: a layer has no more.
QString columnUri(const Connection &connection, const Connection::TableProperty &table,
                  const Connection::TableProperty::GeometryColumnType &type)
{
    QgsDataSourceUri uri(connection.tableUri(table.schema(), table.tableName()));
    uri.setGeometryColumn(table.geometryColumn());
    if (type.wkbType != Qgis::WkbType::Unknown) {
        uri.setWkbType(type.wkbType);
    }
    if (type.crs.isValid()) {
        uri.setSrid(QString::number(type.crs.postgisSrid()));
    }
    using Flag = Connection::TableFlag;
    const Connection::TableFlags flags = table.flags();
    if (!flags.testFlag(Flag::View) && !flags.testFlag(Flag::MaterializedView) && !flags.testFlag(Flag::Foreign)) {
        return uri.uri(false); // a table knows its own key
    }
    if (const QStringList candidates = table.primaryKeyColumns(); !candidates.isEmpty()) {
        uri.setKeyColumn(candidates.first());
        return uri.uri(false);
    }
    return withRowNumbers(uri.uri(false));
}

/// Layers of one geometry column; what is needed to tell them apart stands in the title.
void listColumn(const Connection &connection, const Connection::TableProperty &table, bool severalColumns,
                const QString &provider, std::vector<ServiceLayer> &layers)
{
    QList<Connection::TableProperty::GeometryColumnType> types = table.geometryColumnTypes();
    if (types.isEmpty()) {
        types.append({Qgis::WkbType::Unknown, QgsCoordinateReferenceSystem()});
    }
    for (const auto &type : std::as_const(types)) {
        ServiceLayer layer;
        layer.name =
            table.schema().isEmpty() ? table.tableName() : table.schema() + QLatin1Char('.') + table.tableName();
        layer.title = table.tableName();
        QStringList marks;
        if (severalColumns) {
            marks << table.geometryColumn();
        }
        if (types.size() > 1) {
            marks << QgsWkbTypes::translatedDisplayString(type.wkbType);
        }
        if (!marks.isEmpty()) {
            layer.title += QStringLiteral(" (%1)").arg(marks.join(QStringLiteral(", ")));
        }
        layer.abstract = table.comment();
        layer.source = {
            {}, provider, SessionPasswords::withoutSecrets(provider, columnUri(connection, table, type)), layer.title};
        layers.push_back(std::move(layer));
    }
}

tl::unexpected<Error> unsupported(const QString &provider)
{
    return fail(ErrorCode::Unsupported,
                QCoreApplication::translate("Services",
                                            "This program was installed without support for this kind of database."),
                provider);
}
} // namespace

QString withRowNumbers(const QString &uri)
{
    QgsDataSourceUri source(uri);
    // The name comes quoted and escaped.
    const QString query = QStringLiteral("(SELECT row_number() OVER () AS loci_row, * FROM %1)");
    source.setDataSource(QString(), query.arg(source.quotedTablename()), source.geometryColumn(), source.sql(),
                         QStringLiteral("loci_row"));
    return source.uri(false);
}

Result<std::vector<ServiceLayer>> databaseLayers(const DatabaseSpec &spec, const CancelToken &cancel)
{
    if (!spec.postgis && !QFileInfo::exists(spec.file)) {
        return fail(ErrorCode::NotReadable, QCoreApplication::translate("Services", "The file “%1” does not exist.")
                                                .arg(QDir::toNativeSeparators(spec.file)));
    }
    const QString provider = spec.postgis ? QStringLiteral("postgres") : QStringLiteral("spatialite");
    QgsProviderMetadata *metadata = QgsProviderRegistry::instance()->providerMetadata(provider);
    if (!metadata) {
        return unsupported(provider);
    }
    std::vector<ServiceLayer> layers;
    try {
        const QString uri = connectionUri(spec);
        const std::unique_ptr<QgsAbstractProviderConnection> any(metadata->createConnection(uri, {}));
        const auto *connection = dynamic_cast<const Connection *>(any.get());
        if (!connection) {
            return unsupported(provider);
        }
        QHash<QString, int> columns;
        const auto tables = connection->tables(QString(), Connection::TableFlag::Vector);
        for (const Connection::TableProperty &table : tables) {
            ++columns[table.schema() + QLatin1Char('\n') + table.tableName()];
        }
        for (const Connection::TableProperty &table : tables) {
            if (cancel.isCancelled()) {
                return fail(ErrorCode::Cancelled, QCoreApplication::translate("Services", "Stopped."));
            }
            const int ofTable = columns.value(table.schema() + QLatin1Char('\n') + table.tableName());
            listColumn(*connection, table, ofTable > 1, provider, layers);
        }
        if (SessionPasswords *passwords = SessionPasswords::current()) {
            passwords->takeSecrets(provider, uri); // it was the right one
        }
    } catch (const QgsException &exception) {
        return fail(
            ErrorCode::NotReadable,
            QCoreApplication::translate(
                "Services", "“%1” cannot be opened. Check name, user and password, and that the database is reachable.")
                .arg(place(spec)),
            // What the library says of a failure names all it was given.
            spec.password.isEmpty() ? exception.what() : QStringLiteral("the database refused or did not answer"));
    }
    if (layers.empty()) {
        return fail(ErrorCode::Invalid,
                    QCoreApplication::translate("Services", "“%1” has no tables with geometry.").arg(place(spec)));
    }
    return layers;
}

} // namespace loci::map
