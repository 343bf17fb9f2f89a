// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

namespace loci::test {

/// An authority for certificates in a temporary folder, made with the program openssl.
class Authority
{
public:
    static bool isInstalled();

    QString create(const QString &name); ///< empty, or what went wrong
    struct Wanted
    {
        QString file;       ///< of certificate and key, without ".crt" and ".key"
        QString name;       ///< of whom it is: a host, or a person
        bool isHost = true; ///< the name is the one that TLS checks
        bool isSelfSigned = false;
        int firstDay = -1; ///< from today
        int lastDay = 30;
        QByteArray passphrase = {}; ///< of the key; empty: none
    };
    QString issue(const Wanted &wanted);
    QString revoke(const QString &file);
    QString listRevoked(); ///< writes revoked.crl

    QString path(const QString &name) const { return m_folder.filePath(name); }
    QByteArray bytes(const QString &name) const;

private:
    QString write(const QString &name, const QByteArray &bytes) const;
    QString call(const QStringList &arguments) const;

    QTemporaryDir m_folder;
};

} // namespace loci::test
