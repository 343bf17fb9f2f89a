// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/database.h"
#include "layers/storage/postgisdatabase.h"
#include "tests/map/postgisserver.h"

#include <QTemporaryDir>
#include <memory>

namespace loci::test {

/// Places for databases, fresh ones for every test, in a file or on a server of the test's own.
class Homes
{
public:
    /// Rows "file" and "server" for a data-driven test.
    static void addRows();
    /// Starts the server when `home` is "server"; empty, or what went wrong. False in `isPossible`: not installed.
    QString begin(const QString &home, bool &isPossible);

    /// Opens the place of this test again and again; the first one makes it. Observations have a file of their own.
    Result<std::unique_ptr<storage::Database>>
    open(storage::PostGisDatabase::Part part = storage::PostGisDatabase::Part::Workspace);
    bool isServer() const { return m_isServer; }
    storage::PostGisAddress address() const;
    PostgisServer &server() { return m_server; }

private:
    PostgisServer m_server;
    bool m_isRunning = false;
    bool m_isServer = false;
    int m_places = 0;
    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace loci::test
