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
    /// Made as a streaming replica of one that runs, instead of create().
    QString follow(const PostgisServer &primary);
    /// Settings "name=value" beside those of tests, which win over them; before it starts.
    void setOptions(const QStringList &options) { m_options = options; }
    void stop() { m_process.stop(); }
    ServerProcess &process() { return m_process; }
    qint64 processId() const { return m_process.processId(); }

    /// While it stands still: the lines that go beside postgresql.conf and the whole of pg_hba.conf, for its next
    /// start.
    QString configure(const QByteArray &settings, const QByteArray &access);
    /// A file that only the server reads; its path in `place`.
    QString give(const QString &name, const QByteArray &bytes, QString &place);

    QString dataFile(const QString &name) const { return m_folder->filePath(QStringLiteral("data/") + name); }

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
    QString makeFolder();
    QString startSomewhere();

    std::unique_ptr<QTemporaryDir> m_folder;
    QStringList m_options;
    int m_port = 0;
    ServerProcess m_process;
};

} // namespace loci::test
