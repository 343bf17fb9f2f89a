// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/serverprocess.h"

#include <QByteArray>
#include <QTemporaryDir>
#include <memory>

namespace loci::test {

/// A web server of its own on 127.0.0.1 that serves a temporary folder, with:
///   /tiles/…           files as they are
///   /ows?REQUEST=X     the file ows/<service>/<request> (WMS, WMTS and WFS by key and value; case does not matter)
///   /slow/…            the same as /, at 2 kB a second
///   /closed/…          the same, for the user "ann" with the password "op3n-sesame"
class NginxServer
{
public:
    static bool isInstalled();

    QString create(); ///< makes and starts it; empty, or what went wrong
    QString start();  ///< again, on the same port
    void stop() { m_process.stop(); }
    void kill() { m_process.kill(); }

    bool write(const QString &path, const QByteArray &bytes); ///< below its folder
    QString address(const QString &path = {}) const;          ///< http://127.0.0.1:port/path
    QStringList requests() const;                             ///< so far: "path?query status"

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    int m_port = 0;
    ServerProcess m_process;
};

} // namespace loci::test
