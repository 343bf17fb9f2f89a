// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/storage/homes.h"

#include "layers/storage/schema.h"
#include "layers/storage/spatialitedatabase.h"

#include <QFile>
#include <QTest>

namespace loci::test {

using storage::Database;
using storage::PostGisDatabase;
using storage::SpatiaLiteDatabase;

void Homes::addRows()
{
    QTest::addColumn<QString>("home");
    QTest::newRow("file") << QStringLiteral("file");
    QTest::newRow("server") << QStringLiteral("server");
}

QString Homes::begin(const QString &home, bool &isPossible)
{
    m_isServer = home == QLatin1String("server");
    isPossible = !m_isServer || PostgisServer::isInstalled();
    m_folder = std::make_unique<QTemporaryDir>();
    ++m_places;
    if (!m_isServer || m_isRunning || !isPossible) {
        return {};
    }
    const QString problem = m_server.create();
    m_isRunning = problem.isEmpty();
    return problem;
}

storage::PostGisAddress Homes::address() const
{
    storage::PostGisAddress address;
    address.user = PostgisServer::user();
    address.host = m_server.host();
    address.port = m_server.port();
    address.database = PostgisServer::database();
    address.schema = QStringLiteral("place%1").arg(m_places);
    return address;
}

Result<std::unique_ptr<Database>> Homes::open(PostGisDatabase::Part part)
{
    std::unique_ptr<Database> database;
    const bool isWorkspace = part == PostGisDatabase::Part::Workspace;
    if (m_isServer) {
        LOCI_TRY(database,
                 PostGisDatabase::open(address(), PostgisServer::password(), PostGisDatabase::Mode::Build, part));
    } else {
        const QString path = m_folder->filePath(isWorkspace ? QStringLiteral("a.loci") : QStringLiteral("a.feeds"));
        const bool isThere = QFile::exists(path);
        LOCI_TRY(database, SpatiaLiteDatabase::open(path, isThere ? SpatiaLiteDatabase::Mode::ReadWrite
                                                                  : SpatiaLiteDatabase::Mode::Build));
    }
    LOCI_TRY(const int version, database->schemaVersion());
    if (version == 0 && isWorkspace) {
        LOCI_CHECK(storage::makeSchema(*database));
        database.reset();
        return open(part);
    }
    return database;
}

} // namespace loci::test
