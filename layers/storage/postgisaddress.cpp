// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/postgisaddress.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>
#include <algorithm>
#include <iterator>

namespace loci::storage {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::storage::PostGisAddress)
};

constexpr int kDefaultPort = 5432;

tl::unexpected<Error> refused(const QString &sentence)
{
    return fail(ErrorCode::Usage, sentence);
}

struct Way
{
    const char *word;
    PostGisAddress::SignIn signIn;
};
constexpr Way kWays[] = {{"password", PostGisAddress::SignIn::Password},
                         {"certificate", PostGisAddress::SignIn::Certificate},
                         {"ldap", PostGisAddress::SignIn::Directory},
                         {"kerberos", PostGisAddress::SignIn::Kerberos}};

QString wordOf(PostGisAddress::SignIn signIn)
{
    return QLatin1String(std::find_if(std::begin(kWays), std::end(kWays), [signIn](const Way &way) {
                             return way.signIn == signIn;
                         })->word);
}

Result<> takeSignIn(PostGisAddress &address, const QString &value)
{
    const auto *way = std::find_if(std::begin(kWays), std::end(kWays),
                                   [&value](const Way &one) { return value == QLatin1String(one.word); });
    if (way == std::end(kWays)) {
        return refused(Texts::tr("“%1” is no way to sign in: password, certificate, ldap or kerberos.").arg(value));
    }
    address.signIn = way->signIn;
    return {};
}

/// The option that names a file; null when it is another.
QString *fileOption(PostGisAddress &address, const QString &name)
{
    const std::pair<const char *, QString *> files[] = {{"sslrootcert", &address.authority},
                                                        {"sslcrl", &address.revoked},
                                                        {"sslcert", &address.certificate},
                                                        {"sslkey", &address.key}};
    for (const auto &[option, file] : files) {
        if (name == QLatin1String(option)) {
            return file;
        }
    }
    return nullptr;
}

Result<> checkWhole(const PostGisAddress &address)
{
    if (address.certificate.isEmpty() != address.key.isEmpty() ||
        (address.signIn == PostGisAddress::SignIn::Certificate && address.certificate.isEmpty())) {
        return refused(Texts::tr("A client certificate and its key go together: sslcert=FILE and sslkey=FILE."));
    }
    return {};
}

Result<> takeOption(PostGisAddress &address, const QString &name, const QString &value)
{
    static const QRegularExpression plain(QStringLiteral("^[a-z_][a-z0-9_]{0,62}$"));
    if (name == QLatin1String("schema")) {
        if (!plain.match(value).hasMatch() || value.startsWith(QLatin1String("pg_"))) {
            return refused(Texts::tr("“%1” is no name for a schema: small letters, digits and _ only, at most 63, not "
                                     "beginning with a digit or pg_.")
                               .arg(value));
        }
        address.schema = value;
    } else if (name == QLatin1String("signin")) {
        return takeSignIn(address, value);
    } else if (QString *file = fileOption(address, name)) {
        *file = value;
    } else if (name == QLatin1String("host") && address.host.isEmpty() && value.startsWith(QLatin1Char('/'))) {
        address.socketFolder = value;
    } else {
        return refused(Texts::tr("The address of a workspace on a server has no option “%1”.").arg(name));
    }
    return {};
}
} // namespace

bool PostGisAddress::looksLikeOne(const QString &text)
{
    return text.startsWith(QLatin1String("postgresql://"), Qt::CaseInsensitive) ||
           text.startsWith(QLatin1String("postgres://"), Qt::CaseInsensitive);
}

Result<PostGisAddress> PostGisAddress::parse(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const QString database = url.path(QUrl::FullyDecoded).mid(1);
    if (!looksLikeOne(text) || !url.isValid() || database.isEmpty() || database.contains(QLatin1Char('/')) ||
        url.hasFragment()) {
        return refused(
            Texts::tr("This is no address of a workspace on a server; it looks like postgresql://host/database?schema="
                      "name."));
    }
    if (!url.password().isEmpty()) { // it would stand in histories and lists of processes
        return refused(Texts::tr("Leave the password out of the address; Loci asks for it, or takes it from the key "
                                 "store of this computer."));
    }
    PostGisAddress address;
    address.user = url.userName(QUrl::FullyDecoded);
    address.host = url.host(QUrl::FullyDecoded);
    address.port = url.port(kDefaultPort);
    address.database = database;
    const auto options = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : options) {
        LOCI_CHECK(takeOption(address, name, value));
    }
    LOCI_CHECK(checkWhole(address));
    return address;
}

QString PostGisAddress::text() const
{
    QUrl url;
    url.setScheme(QStringLiteral("postgresql"));
    url.setUserName(user);
    url.setHost(host);
    if (port != kDefaultPort) {
        url.setPort(port);
    }
    url.setPath(QLatin1Char('/') + database);
    QUrlQuery query;
    if (!socketFolder.isEmpty()) {
        query.addQueryItem(QStringLiteral("host"), socketFolder);
    }
    query.addQueryItem(QStringLiteral("schema"), schema);
    const std::pair<const char *, QString> more[] = {
        {"sslrootcert", authority},
        {"sslcrl", revoked},
        {"sslcert", certificate},
        {"sslkey", key},
        {"signin", signIn == SignIn::Password ? QString() : wordOf(signIn)}};
    for (const auto &[name, value] : more) {
        if (!value.isEmpty()) {
            query.addQueryItem(QLatin1String(name), value);
        }
    }
    url.setQuery(query);
    QString text = url.toString(QUrl::FullyEncoded);
    const QString bare = QStringLiteral("postgresql:/");
    if (host.isEmpty() && user.isEmpty() && !text.startsWith(bare + QLatin1Char('/'))) {
        text.replace(0, bare.size(), bare + QStringLiteral("//"));
    }
    return text;
}

QString PostGisAddress::place() const
{
    return isLocal() ? Texts::tr("%1 on this computer").arg(database) : Texts::tr("%1 on %2").arg(database, host);
}

PostGisAddress PostGisAddress::withoutPerson() const
{
    PostGisAddress place;
    place.host = host;
    place.database = database;
    place.port = port;
    place.socketFolder = socketFolder;
    place.schema = schema;
    return place;
}

bool PostGisAddress::isLocal() const
{
    return host.isEmpty() || host == QLatin1String("localhost") || host == QLatin1String("127.0.0.1") ||
           host == QLatin1String("::1");
}

} // namespace loci::storage
