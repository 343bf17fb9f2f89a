// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/services/sessionpasswords.h"

#include <qgsdatasourceuri.h>
#include <qgsnetworkaccessmanager.h>

#include <QAuthenticator>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QUrl>

namespace loci::map {

namespace {

bool isDatabase(const QString &provider)
{
    return provider == QLatin1String("postgres") || provider == QLatin1String("postgresraster");
}

/// WMS, WMTS and tiles keep their source as the query of an address, all others as key='value'.
bool isQuery(const QString &provider)
{
    return provider == QLatin1String("wms") || provider == QLatin1String("wcs") ||
           provider == QLatin1String("vectortile");
}

QString databaseKey(const QgsDataSourceUri &uri)
{
    return QStringLiteral("db %1:%2/%3 %4").arg(uri.host(), uri.port(), uri.database(), uri.username());
}

QString webKey(const QUrl &url)
{
    const int standard = url.scheme() == QLatin1String("http") ? 80 : 443;
    return QStringLiteral("web %1:%2").arg(url.host()).arg(url.port(standard));
}

/// What a source says of its server, and the source without what is secret in it.
struct Parts
{
    QString key;
    QString user;
    QString password;
    QString uri;
};

/// Without "user:password@", and nothing else of it touched: it may be a pattern with {x}, or percent-encoded.
QString withoutLogin(QString address)
{
    static const QRegularExpression plain(QStringLiteral("^(https?://)[^/?#]*@"),
                                          QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression encoded(QStringLiteral("^(https?%3A%2F%2F)(?:(?!%2F|%3F|%23).)*%40"),
                                            QRegularExpression::CaseInsensitiveOption);
    return address.replace(plain, QStringLiteral("\\1")).replace(encoded, QStringLiteral("\\1"));
}

void readLogin(const QString &address, Parts &parts)
{
    const QUrl url(address);
    parts.key = webKey(url);
    parts.user = url.userName(QUrl::FullyDecoded);
    parts.password = url.password(QUrl::FullyDecoded);
}

Parts partsOfQuery(const QString &uri)
{
    Parts parts;
    QStringList kept;
    QString user;
    QString password;
    const QStringList items = uri.split(QLatin1Char('&'));
    for (const QString &item : items) {
        const QString name = item.section(QLatin1Char('='), 0, 0);
        const QString value = item.section(QLatin1Char('='), 1);
        const QString plain = QUrl::fromPercentEncoding(value.toUtf8());
        if (name == QLatin1String("username")) {
            user = plain;
        } else if (name == QLatin1String("password")) {
            password = plain;
        } else if (name == QLatin1String("url")) {
            readLogin(value.contains(QLatin1String("://")) ? value : plain, parts);
            kept << name + QLatin1Char('=') + withoutLogin(value);
        } else {
            kept << item;
        }
    }
    if (!password.isEmpty()) {
        parts.user = user;
        parts.password = password;
    }
    // A source without a secret is kept to the letter.
    parts.uri = parts.password.isEmpty() ? uri : kept.join(QLatin1Char('&'));
    return parts;
}

Parts partsOf(const QString &provider, const QString &uri)
{
    Parts parts;
    parts.uri = uri;
    if (isQuery(provider)) {
        return partsOfQuery(uri);
    }
    QgsDataSourceUri source(uri);
    if (isDatabase(provider)) {
        parts.key = databaseKey(source);
    } else if (source.hasParam(QStringLiteral("url"))) {
        const QString address = source.param(QStringLiteral("url"));
        readLogin(address, parts);
        source.removeParam(QStringLiteral("url"));
        source.setParam(QStringLiteral("url"), withoutLogin(address));
    } else {
        return parts;
    }
    if (!source.password().isEmpty()) {
        parts.user = source.username();
        parts.password = source.password();
        source.setPassword(QString());
    } else if (parts.user.isEmpty()) {
        parts.user = source.username();
    }
    if (!parts.password.isEmpty()) {
        parts.uri = source.uri(false);
    }
    return parts;
}

/// libpq speaks the language of the computer, and nothing else of it tells a refusal from an absent server.
bool speaksOfPassword(const QString &message)
{
    static const QRegularExpression words(
        QStringLiteral("password|passwort|mot de passe|contraseña|senha|пароль|口令|密码|パスワード"),
        QRegularExpression::CaseInsensitiveOption);
    return message.contains(words);
}

class WebLogin final : public QgsNetworkAuthenticationHandler
{
public:
    void handleAuthRequest(QNetworkReply *reply, QAuthenticator *authenticator) override
    {
        QString user = authenticator->user();
        QString password = authenticator->password();
        SessionPasswords *passwords = SessionPasswords::current();
        if (passwords != nullptr && passwords->answerChallenge(webKey(reply->request().url()), user, password)) {
            authenticator->setUser(user);
            authenticator->setPassword(password);
        }
    }
};

} // namespace

SessionPasswords::SessionPasswords()
{
    setInstance(this);
    QgsNetworkAccessManager::instance()->setAuthHandler(std::make_unique<WebLogin>());
}

SessionPasswords::~SessionPasswords()
{
    QgsNetworkAccessManager::instance()->setAuthHandler(std::make_unique<QgsNetworkAuthenticationHandler>());
    setInstance(nullptr);
}

SessionPasswords *SessionPasswords::current()
{
    return dynamic_cast<SessionPasswords *>(QgsCredentials::instance());
}

QString SessionPasswords::takeSecrets(const QString &provider, const QString &uri)
{
    const Parts parts = partsOf(provider, uri);
    if (!parts.password.isEmpty()) {
        const QMutexLocker lock(&m_mutex);
        m_logins.insert(parts.key, {parts.user, parts.password});
        m_wanted.remove(parts.key);
    }
    return parts.uri;
}

void SessionPasswords::remember(const QString &provider, const QString &uri, const QString &user,
                                const QString &password)
{
    const Parts parts = partsOf(provider, uri);
    if (parts.key.isEmpty()) {
        return;
    }
    const QMutexLocker lock(&m_mutex);
    m_logins.insert(parts.key, {user, password});
    m_wanted.remove(parts.key);
}

void SessionPasswords::forgetAll()
{
    QSet<QString> realms;
    {
        const QMutexLocker lock(&m_mutex);
        m_logins.clear();
        m_wanted.clear();
        realms = std::exchange(m_realms, {});
    }
    for (const QString &realm : std::as_const(realms)) {
        QString user;
        QString password;
        get(realm, user, password, {}, false); // takes it out of the cache
    }
}

bool SessionPasswords::isWanted(const QString &provider, const QString &uri) const
{
    const QString key = partsOf(provider, uri).key;
    const QMutexLocker lock(&m_mutex);
    return m_wanted.contains(key);
}

bool SessionPasswords::answerChallenge(const QString &server, QString &user, QString &password)
{
    const QMutexLocker lock(&m_mutex);
    const auto known = m_logins.constFind(server);
    if (known == m_logins.cend() || (known->user == user && known->password == password)) {
        m_wanted.insert(server);
        return false;
    }
    user = known->user;
    password = known->password;
    return true;
}

QString SessionPasswords::withoutSecrets(const QString &provider, const QString &uri)
{
    return partsOf(provider, uri).uri;
}

QString SessionPasswords::userOf(const QString &provider, const QString &uri)
{
    return partsOf(provider, uri).user;
}

bool SessionPasswords::request(const QString &realm, QString &username, QString &password, const QString &message)
{
    const QgsDataSourceUri source(realm);
    // A password that was given is tried, not replaced; and a server that is not there is asked for none.
    if (!source.password().isEmpty() || !speaksOfPassword(message)) {
        return false;
    }
    const QString key = databaseKey(source);
    const QMutexLocker lock(&m_mutex);
    const auto known = m_logins.constFind(key);
    if (known == m_logins.cend() || known->password == password) {
        m_wanted.insert(key);
        return false;
    }
    m_realms.insert(realm);
    username = known->user;
    password = known->password;
    return true;
}

bool SessionPasswords::requestMasterPassword(QString &password, bool stored)
{
    Q_UNUSED(password)
    Q_UNUSED(stored)
    return false;
}

} // namespace loci::map
