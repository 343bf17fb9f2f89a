// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/postgisdatabase.h"
#include "tests/map/postgisserver.h"
#include "tests/storage/signin_authority.h"

#include <QFile>

namespace loci::test {

/// A server that speaks TLS with a certificate of a test's authority.
class TlsServer
{
public:
    /// Makes server, authority and a first certificate, and starts; empty, or what went wrong.
    QString begin()
    {
        QString problem = authority.create(QStringLiteral("Authority of a test"));
        problem +=
            problem.isEmpty() ? authority.issue({QStringLiteral("server"), QStringLiteral("localhost")}) : QString();
        return problem.isEmpty() ? server.create() : problem;
    }

    /// Starts it anew: with that certificate, with those lines of pg_hba.conf, with further settings.
    QString restart(const QString &certificate, const QByteArray &access, const QByteArray &settings = {})
    {
        server.stop();
        QString place;
        const QByteArray known = authority.bytes(QStringLiteral("ca.crt"));
        for (const auto &[name, bytes] :
             {std::pair{QStringLiteral("tls.crt"), authority.bytes(certificate + QStringLiteral(".crt"))},
              std::pair{QStringLiteral("tls.key"), authority.bytes(certificate + QStringLiteral(".key"))},
              std::pair{QStringLiteral("people.crt"), known}}) {
            if (const QString problem = server.give(name, bytes, place); !problem.isEmpty()) {
                return problem;
            }
        }
        const QByteArray tls = certificate.isEmpty() ? QByteArray("ssl = off\n")
                                                     : QByteArray("ssl = on\nssl_cert_file = 'tls.crt'\nssl_key_file = "
                                                                  "'tls.key'\nssl_ca_file = 'people.crt'\n");
        const QString problem = server.configure(
            tls +
                "log_connections = on\nlog_destination = stderr\nlogging_collector = on\nlog_directory = 'told'\n"
                "log_filename = 'told.txt'\n" +
                settings,
            access);
        return problem.isEmpty() ? server.start() : problem;
    }

    /// As somebody elsewhere would write it: the server must show who it is.
    storage::PostGisAddress address() const
    {
        storage::PostGisAddress address;
        address.user = PostgisServer::user();
        address.host = QStringLiteral("localhost");
        address.port = server.port();
        address.database = PostgisServer::database();
        address.schema = QStringLiteral("public");
        address.authority = authority.path(QStringLiteral("ca.crt"));
        return address;
    }

    Authority authority;
    PostgisServer server;
};

/// Empty when the door opened, else sentence and detail.
inline QString openingOf(const storage::PostGisAddress &address, const QString &secret)
{
    const auto database = storage::PostGisDatabase::open(address, secret, storage::PostGisDatabase::Mode::ReadOnly);
    return database ? QString() : database.error().message + QStringLiteral(" [") + database.error().detail + u']';
}

} // namespace loci::test
