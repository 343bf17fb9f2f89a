// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/postgisconnection.h"

#include "layers/storage/postgiserror.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <libpq-fe.h>

namespace loci::storage {

namespace {
using SignIn = PostGisAddress::SignIn;
using Parameters = PostGisParameters;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::storage::PostGisConnection)
};

constexpr char kAuthorities[] = "/etc/ssl/certs/ca-certificates.crt";
constexpr char kNoSecret[] = "-"; // given where there is none, so that nobody looks for one elsewhere

/// From libpq 16 on.
bool knowsRequireAuth()
{
    PQconninfoOption *options = PQconndefaults();
    bool isKnown = false;
    for (const PQconninfoOption *option = options; option != nullptr && option->keyword != nullptr; ++option) {
        isKnown = isKnown || qstrcmp(option->keyword, "require_auth") == 0;
    }
    PQconninfoFree(options);
    return isKnown;
}

void addTls(Parameters &parameters, const PostGisAddress &address)
{
    if (!address.isGuarded()) {
        parameters.emplace_back("sslmode", "disable"); // without a proof it would hide what guards() looks at
        if (address.signIn != SignIn::Directory && knowsRequireAuth()) {
            parameters.emplace_back("require_auth", "!password,!md5");
        }
        return;
    }
    parameters.emplace_back("sslmode", "verify-full");
    parameters.emplace_back("ssl_min_protocol_version", "TLSv1.2");
    parameters.emplace_back("sslrootcert", QFile::encodeName(authorityOf(address)));
    parameters.emplace_back("channel_binding", address.signIn == SignIn::Password ? "require" : "prefer");
    if (!address.revoked.isEmpty()) {
        parameters.emplace_back("sslcrl", QFile::encodeName(address.revoked));
    }
    if (!address.certificate.isEmpty()) {
        parameters.emplace_back("sslcert", QFile::encodeName(address.certificate));
        parameters.emplace_back("sslkey", QFile::encodeName(address.key));
    }
}

void addPerson(Parameters &parameters, const PostGisAddress &address, const QString &secret)
{
    if (!address.user.isEmpty()) {
        parameters.emplace_back("user", address.user.toUtf8());
    }
    const bool hasPassword = address.signIn == SignIn::Password || address.signIn == SignIn::Directory;
    if (!hasPassword) {
        parameters.emplace_back("password", kNoSecret);
    }
    if (hasPassword && !secret.isEmpty()) {
        parameters.emplace_back("password", secret.toUtf8());
    }
    // Never empty: OpenSSL would ask in the terminal.
    parameters.emplace_back("sslpassword", hasPassword || secret.isEmpty() ? QByteArray(kNoSecret) : secret.toUtf8());
}

Result<> checkFile(const QString &path)
{
    if (path.isEmpty() || (QFileInfo(path).isFile() && QFileInfo(path).isReadable())) {
        return {};
    }
    return fail(
        ErrorCode::NotReadable,
        Texts::tr("The file %1 of the address is not there or cannot be read.").arg(QDir::toNativeSeparators(path)),
        "certificate file");
}

/// As libpq wants it, in a sentence: only the owner reads a key, or a group when the computer itself owns it.
Result<> checkKey(const QString &path)
{
    LOCI_CHECK(checkFile(path));
    const QFileInfo info(path);
    const auto forGroup = info.ownerId() == 0 ? QFile::WriteGroup | QFile::ExeGroup
                                              : QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup;
    const auto forbidden = forGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    if (!path.isEmpty() && (info.permissions() & forbidden) != QFile::Permissions()) {
        return fail(ErrorCode::NotReadable,
                    Texts::tr("Other people of this computer can read the key %1; it is not used before only you can "
                              "(chmod 600).")
                        .arg(QDir::toNativeSeparators(path)),
                    "open key");
    }
    return {};
}

} // namespace

PostGisParameters postGisParameters(const PostGisAddress &address, const QString &secret, const QByteArray &options)
{
    PostGisParameters parameters = {
        {"host", address.host.isEmpty() ? address.socketFolder.toUtf8() : address.host.toUtf8()},
        {"port", QByteArray::number(address.port)},
        {"dbname", address.database.toUtf8()},
        {"tcp_user_timeout", "20000"},
        {"keepalives_idle", "10"},
        {"keepalives_interval", "5"},
        {"keepalives_count", "2"},
        {"application_name", "Loci"},
        {"client_encoding", "UTF8"},
        {"gssencmode", "disable"}, // it would stand in for TLS, unasked
        {"options", options}};
    addTls(parameters, address);
    addPerson(parameters, address, secret);
    return parameters;
}

PostGisLink::Guard postGisGuard(const PostGisAddress &address)
{
    const bool isOpen = !address.isGuarded() && address.signIn != SignIn::Directory;
    return isOpen ? PostGisLink::Guard::RefuseOpenPasswords : PostGisLink::Guard::None;
}

Result<> checkPostGisFiles(const PostGisAddress &address)
{
    if (!address.isGuarded()) {
        return {};
    }
    for (const QString &path : {address.authority, address.revoked, address.certificate}) {
        LOCI_CHECK(checkFile(path));
    }
    return checkKey(address.key);
}

Error postGisConnectError(const PostGisLink &link, const PostGisAddress &address)
{
    if (link.isWeak()) {
        return postGisWeakSignIn(address);
    }
    return link.connection() == nullptr ? postGisNoAnswer(address) : postGisConnectError(link.connection(), address);
}

QString authorityOf(const PostGisAddress &address)
{
    return address.authority.isEmpty() ? QString::fromLatin1(kAuthorities) : address.authority;
}

} // namespace loci::storage
