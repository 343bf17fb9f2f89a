// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/map/nginxserver.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace loci::test {

namespace {

constexpr char kConfiguration[] = R"NGINX(
daemon off;
master_process off;
pid nginx.pid;
error_log error.log;
events { worker_connections 128; }
http {
    log_format short "$request_uri $status";
    access_log access.log short;
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
    default_type text/xml;
    types { image/png png; text/xml xml; }
    map $arg_service $service { default wms; ~*wmts wmts; ~*wfs wfs; }
    map $arg_request $answer {
        default nothing;
        ~*getcapabilities capabilities.xml;
        ~*getmap map.png;
        ~*describefeaturetype types.xml;
        ~*getfeature features.xml;
        ~*gettile tile/$arg_tilematrix/$arg_tilecol/$arg_tilerow.png;
    }
    server {
        listen 127.0.0.1:PORT;
        root files;
        location = /ows { rewrite ^ /ows/$service/$answer last; }
        location /slow/ { limit_rate 2k; alias files/; }
        location /closed/ { auth_basic "town"; auth_basic_user_file users; alias files/; }
    }
}
)NGINX";

} // namespace

bool NginxServer::isInstalled()
{
    return !ServerProcess::program(QStringLiteral("nginx"), {QStringLiteral("/usr/sbin")}).isEmpty();
}

QString NginxServer::create()
{
    m_folder = std::make_unique<QTemporaryDir>(QDir::tempPath() + QStringLiteral("/loci-web-XXXXXX"));
    QString problem;
    for (int attempt = 0; attempt < 3; ++attempt) {
        m_port = ServerProcess::freePort();
        const QByteArray conf = QByteArray(kConfiguration).replace("PORT", QByteArray::number(m_port));
        if (!write(QStringLiteral("../nginx.conf"), conf) ||
            !write(QStringLiteral("../users"), "ann:{PLAIN}op3n-sesame\n")) {
            return QStringLiteral("the configuration cannot be written");
        }
        problem = start();
        if (problem.isEmpty()) {
            break;
        }
    }
    return problem;
}

QString NginxServer::start()
{
    return m_process.start(ServerProcess::program(QStringLiteral("nginx"), {QStringLiteral("/usr/sbin")}),
                           {QStringLiteral("-p"), m_folder->path(), QStringLiteral("-c"), QStringLiteral("nginx.conf"),
                            QStringLiteral("-e"), QStringLiteral("error.log")},
                           m_port);
}

bool NginxServer::write(const QString &path, const QByteArray &bytes)
{
    const QString full = QDir::cleanPath(m_folder->filePath(QStringLiteral("files/") + path));
    QDir().mkpath(QFileInfo(full).path());
    QFile file(full);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QString NginxServer::address(const QString &path) const
{
    return QStringLiteral("http://127.0.0.1:%1/%2").arg(m_port).arg(path);
}

QStringList NginxServer::requests() const
{
    QFile log(m_folder->filePath(QStringLiteral("access.log")));
    return log.open(QIODevice::ReadOnly) ? QString::fromUtf8(log.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts)
                                         : QStringList();
}

} // namespace loci::test
