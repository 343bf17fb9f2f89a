// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"

#include <QString>

namespace loci::storage {

/// Where a workspace on a server is: postgresql://[user@]host[:port]/database[?schema=NAME&sslrootcert=FILE]. Without a
/// host it is the local socket, "?host=FOLDER" another folder of it. It never holds a password.
struct PostGisAddress
{
    QString user, host, database;
    int port = 5432;
    QString socketFolder; ///< instead of a host; empty: the library's own
    QString schema = QStringLiteral("loci");
    QString authority; ///< file with the certificates that may vouch for the server; empty: those of this computer

    static bool looksLikeOne(const QString &text);
    /// Refuses passwords, names of schemas that need quotes, and options that it does not know.
    static Result<PostGisAddress> parse(const QString &text);
    QString text() const;  ///< canonical: two names of one place are one text
    QString place() const; ///< for sentences: "city on db.example.org"
    /// Nothing of it leaves this computer.
    bool isLocal() const;
    bool operator==(const PostGisAddress &) const = default;
};

} // namespace loci::storage
