// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/serverprocess.h"

#include <QByteArray>
#include <QTemporaryDir>
#include <memory>

namespace loci::test {

/// A database cluster of its own in a temporary folder, reached on 127.0.0.1 with a password, with one database
/// "city" that has PostGIS. Debian's packages; a server never runs as root, so root runs it as the user "postgres".
class PostgisServer
{
public:
    static bool isInstalled(); ///< server, client and PostGIS

    QString create(); ///< makes and starts it; empty, or what went wrong
    QString start();  ///< again, on the same port
    void stop() { m_process.stop(); }
    ServerProcess &process() { return m_process; }

    QString run(const QByteArray &sql); ///< as its owner; empty, or what the database said

    /// A command as who owns the server's processes and files.
    static QStringList asServerUser(const QStringList &command);
    QString host() const { return QStringLiteral("127.0.0.1"); }
    int port() const { return m_port; }
    static QString database() { return QStringLiteral("city"); }
    static QString user() { return QStringLiteral("mapmaker"); }
    static QString password() { return QStringLiteral("s3cret-Göttin-'7"); }

private:
    static QString folder(); ///< of its programs

    std::unique_ptr<QTemporaryDir> m_folder;
    int m_port = 0;
    ServerProcess m_process;
};

} // namespace loci::test
