// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qgscredentials.h>

#include <QHash>
#include <QMutex>
#include <QSet>
#include <QString>

namespace loci::map {

/// The passwords of servers, for as long as the program runs. A source of a layer never holds one: takeSecrets()
/// moves it here, and QGIS asks here, from any thread, when a server wants it. Nothing of this is written to a file,
/// a log or a document; after a restart the person is asked again. One lives in the QgisRuntime. Thread-safe.
class SessionPasswords final : public QgsCredentials
{
public:
    SessionPasswords();
    ~SessionPasswords() override;
    static SessionPasswords *current(); ///< that of the running QGIS core; nullptr without one

    /// The source without its password, which is remembered for its server and user.
    QString takeSecrets(const QString &provider, const QString &uri);
    void remember(const QString &provider, const QString &uri, const QString &user, const QString &password);
    void forgetAll();
    /// True when the server of a source refused for want of a (right) password since the last remember().
    bool isWanted(const QString &provider, const QString &uri) const;
    /// For the challenge of a web server: false when nothing is known, or when the same was tried already.
    bool answerChallenge(const QString &server, QString &user, QString &password);

    static QString withoutSecrets(const QString &provider, const QString &uri); ///< the same, nothing remembered
    static QString userOf(const QString &provider, const QString &uri);         ///< empty when the source names none

protected:
    bool request(const QString &realm, QString &username, QString &password, const QString &message) override;
    bool requestMasterPassword(QString &password, bool stored) override;

private:
    struct Login
    {
        QString user;
        QString password;
    };
    mutable QMutex m_mutex;
    QHash<QString, Login> m_logins; ///< by server: "db host:port/database user" or "web host:port"
    QSet<QString> m_wanted;
    QSet<QString> m_realms; ///< as QGIS names them; it keeps what worked in a cache of its own
};

} // namespace loci::map
