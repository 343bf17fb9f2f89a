// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"

#include <QString>

namespace loci::storage {

/// Where a workspace on a server is: postgresql://[user@]host[:port]/database[?schema=NAME&sslrootcert=FILE&...].
/// Without a host it is the local socket, "?host=FOLDER" another folder of it. It never holds a password.
struct PostGisAddress
{
    /// How the person proves who they are; what the server asks beyond that is refused.
    enum class SignIn {
        Password,    ///< SCRAM: the server never sees the password
        Certificate, ///< of the person, `certificate`; the secret is the passphrase of its key
        Directory,   ///< the server hands the password on, to LDAP say; only inside verified TLS
        Kerberos     ///< a ticket of this computer
    };
    QString user, host, database;
    int port = 5432;
    QString socketFolder; ///< instead of a host; empty: the library's own
    QString schema = QStringLiteral("loci");
    QString authority;   ///< file with the certificates that may vouch for the server; empty: those of this computer
    QString revoked;     ///< sslcrl: file with the list of revoked certificates; empty: none is asked
    QString certificate; ///< sslcert: file with the person's certificate; empty: none is shown
    QString key;         ///< sslkey: file with its key
    SignIn signIn = SignIn::Password; ///< signin=certificate|ldap|kerberos

    static bool looksLikeOne(const QString &text);
    /// Refuses passwords, names of schemas that need quotes, and options that it does not know.
    static Result<PostGisAddress> parse(const QString &text);
    QString text() const;  ///< canonical: two names of one place are one text
    QString place() const; ///< for sentences: "city on db.example.org"
    /// Nothing of it leaves this computer.
    bool isLocal() const;
    /// The server must show who it is: it is elsewhere, or a file says who vouches for it.
    bool isGuarded() const { return !isLocal() || !authority.isEmpty(); }
    /// The same place for everybody: without who signs in and how.
    PostGisAddress withoutPerson() const;
    bool operator==(const PostGisAddress &) const = default;
};

} // namespace loci::storage
