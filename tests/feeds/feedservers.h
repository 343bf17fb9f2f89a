// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/serverprocess.h"

#include <QByteArray>
#include <QTemporaryDir>
#include <QUrl>

namespace loci::test {

/// Certificates of an authority that only this test knows: for 127.0.0.1, expired, and for another host.
class Certificates
{
public:
    QString make(); ///< empty, or what went wrong
    QString path(const QString &name) const
    {
        return m_folder.filePath(name);
    } ///< authority.pem, good.pem, good.key, ...

private:
    QString sign(const QString &name, const QString &host, const QString &days);
    QTemporaryDir m_folder;
};

/// A broker of its own with a plain and, with certificates, a TLS port. It keeps its sessions over a restart.
class MosquittoServer
{
public:
    static bool isInstalled();
    struct Wishes
    {
        bool password = false; ///< only "ann" with "op3n-sesame" may come in
        const Certificates *certificates = nullptr;
        QString certificate; ///< good, expired, other
    };
    QString create(const Wishes &wishes);
    QString create() { return create(Wishes()); }
    QString start();
    void stop() { m_process.stop(); }
    void kill() { m_process.kill(); } ///< as a power cut would
    /// Asks it to write what it knows to its file, and waits until it has. Empty, or what went wrong.
    QString save() const;
    void suspend(bool still) { m_process.suspend(still); }
    QUrl address() const;
    QUrl tlsAddress() const;

private:
    QString m_certificate;
    QTemporaryDir m_folder;
    int m_port = 0;
    int m_tlsPort = 0;
    ServerProcess m_process;
};

/// A web server that serves a folder: /..., /closed/... for ann, /busy answers 503, /stream/... as an event stream;
/// over TLS when it has certificates.
class FeedWebServer
{
public:
    static bool isInstalled();
    QString create(const Certificates *certificates = nullptr, const QString &certificate = {});
    bool write(const QString &path, const QByteArray &bytes);
    QUrl address(const QString &path) const;
    QUrl tlsAddress(const QString &path) const;
    QStringList requests() const; ///< so far: "/path status"
    void stop() { m_process.stop(); }

private:
    QTemporaryDir m_folder;
    int m_port = 0;
    int m_tlsPort = 0;
    ServerProcess m_process;
};

} // namespace loci::test
