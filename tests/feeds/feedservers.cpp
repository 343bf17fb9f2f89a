// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/feeds/feedservers.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QThread>
#include <csignal>
#include <sys/stat.h>

namespace loci::test {

namespace {
const QString kSbin = QStringLiteral("/usr/sbin");

QString writeFile(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
               ? QString()
               : path + QStringLiteral(" cannot be written");
}

constexpr char kWeb[] = R"NGINX(
daemon off;
master_process off;
pid nginx.pid;
error_log error.log;
events { worker_connections 128; }
http {
    log_format short "$uri $status";
    access_log access.log short;
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
    default_type application/octet-stream;
    server {
        listen 127.0.0.1:PORT;
        TLS
        root files;
        location = /busy { add_header Retry-After 1 always; return 503; }
        location /closed/ { auth_basic "town"; auth_basic_user_file users; alias files/; }
        location /stream/ { default_type text/event-stream; alias files/; }
    }
}
)NGINX";
} // namespace

QString Certificates::make()
{
    const QString openssl = ServerProcess::program(QStringLiteral("openssl"));
    const QString problem = runProgram(
        openssl, {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("rsa:2048"),
                  QStringLiteral("-nodes"), QStringLiteral("-keyout"), path(QStringLiteral("authority.key")),
                  QStringLiteral("-out"), path(QStringLiteral("authority.pem")), QStringLiteral("-subj"),
                  QStringLiteral("/CN=Loci test authority"), QStringLiteral("-days"), QStringLiteral("2")});
    if (!problem.isEmpty()) {
        return problem;
    }
    return sign(QStringLiteral("good"), QStringLiteral("IP:127.0.0.1"), QStringLiteral("2")) +
           sign(QStringLiteral("expired"), QStringLiteral("IP:127.0.0.1"), QStringLiteral("-1")) +
           sign(QStringLiteral("other"), QStringLiteral("DNS:other.example"), QStringLiteral("2"));
}

QString Certificates::sign(const QString &name, const QString &host, const QString &days)
{
    const QString openssl = ServerProcess::program(QStringLiteral("openssl"));
    const QString request = path(name + QStringLiteral(".csr"));
    const QString extensions = path(name + QStringLiteral(".ext"));
    const QString problem =
        writeFile(extensions, "subjectAltName=" + host.toLatin1()) +
        runProgram(openssl,
                   {QStringLiteral("req"), QStringLiteral("-newkey"), QStringLiteral("rsa:2048"),
                    QStringLiteral("-nodes"), QStringLiteral("-keyout"), path(name + QStringLiteral(".key")),
                    QStringLiteral("-out"), request, QStringLiteral("-subj"), QStringLiteral("/CN=feed server")});
    if (!problem.isEmpty()) {
        return problem;
    }
    return runProgram(openssl, {QStringLiteral("x509"), QStringLiteral("-req"), QStringLiteral("-in"), request,
                                QStringLiteral("-CA"), path(QStringLiteral("authority.pem")), QStringLiteral("-CAkey"),
                                path(QStringLiteral("authority.key")), QStringLiteral("-CAcreateserial"),
                                QStringLiteral("-days"), days, QStringLiteral("-extfile"), extensions,
                                QStringLiteral("-out"), path(name + QStringLiteral(".pem"))});
}

bool MosquittoServer::isInstalled()
{
    return !ServerProcess::program(QStringLiteral("mosquitto"), {kSbin}).isEmpty();
}

QString MosquittoServer::create(const Wishes &wishes)
{
    QString problem;
    for (int attempt = 0; attempt < 3; ++attempt) {
        m_port = ServerProcess::freePort();
        m_tlsPort = ServerProcess::freePort();
        QByteArray conf = "listener " + QByteArray::number(m_port) + " 127.0.0.1\n";
        if (wishes.certificates) {
            conf += "listener " + QByteArray::number(m_tlsPort) + " 127.0.0.1\ncertfile " +
                    wishes.certificates->path(wishes.certificate + QStringLiteral(".pem")).toUtf8() + "\nkeyfile " +
                    wishes.certificates->path(wishes.certificate + QStringLiteral(".key")).toUtf8() + "\n";
        }
        conf += "persistence true\npersistence_location " + m_folder.path().toUtf8() +
                "/\nmax_queued_messages 0\nmax_inflight_messages 100\nset_tcp_nodelay true\nuser root\n";
        if (wishes.password) {
            const QString users = m_folder.filePath(QStringLiteral("users"));
            problem = runProgram(ServerProcess::program(QStringLiteral("mosquitto_passwd")),
                                 {QStringLiteral("-c"), QStringLiteral("-b"), users, QStringLiteral("ann"),
                                  QStringLiteral("op3n-sesame")});
            conf += "password_file " + users.toUtf8() + "\nallow_anonymous false\n";
        } else {
            conf += "allow_anonymous true\n";
        }
        problem += writeFile(m_folder.filePath(QStringLiteral("t.conf")), conf);
        problem = problem.isEmpty() ? start() : problem;
        if (problem.isEmpty()) {
            break;
        }
    }
    return problem;
}

QString MosquittoServer::start()
{
    return m_process.start(ServerProcess::program(QStringLiteral("mosquitto"), {kSbin}),
                           {QStringLiteral("-c"), m_folder.filePath(QStringLiteral("t.conf"))}, m_port);
}

QString MosquittoServer::save() const
{
    const QString file = m_folder.filePath(QStringLiteral("mosquitto.db"));
    const auto node = [&file] {
        struct stat facts = {};
        return ::stat(file.toUtf8().constData(), &facts) == 0 ? facts.st_ino : 0;
    };
    const ino_t before = node();
    if (m_process.processId() <= 0) { // 0 would be this program and those who started it
        return QStringLiteral("the broker is not there");
    }
    ::kill(static_cast<pid_t>(m_process.processId()), SIGUSR1);
    const QDeadlineTimer patience(20'000);
    while (node() == before) {
        if (patience.hasExpired()) {
            return QStringLiteral("the broker does not save");
        }
        QThread::msleep(1);
    }
    return {};
}

QUrl MosquittoServer::address() const
{
    return QUrl(QStringLiteral("mqtt://127.0.0.1:%1").arg(m_port));
}

QUrl MosquittoServer::tlsAddress() const
{
    return QUrl(QStringLiteral("mqtts://127.0.0.1:%1").arg(m_tlsPort));
}

bool FeedWebServer::isInstalled()
{
    return !ServerProcess::program(QStringLiteral("nginx"), {kSbin}).isEmpty();
}

QString FeedWebServer::create(const Certificates *certificates, const QString &certificate)
{
    QString problem;
    for (int attempt = 0; attempt < 3; ++attempt) {
        m_port = ServerProcess::freePort();
        m_tlsPort = ServerProcess::freePort();
        QByteArray tls;
        if (certificates) {
            tls = "listen 127.0.0.1:" + QByteArray::number(m_tlsPort) + " ssl; ssl_certificate " +
                  certificates->path(certificate + QStringLiteral(".pem")).toUtf8() + "; ssl_certificate_key " +
                  certificates->path(certificate + QStringLiteral(".key")).toUtf8() + ";";
        }
        const QByteArray conf = QByteArray(kWeb).replace("PORT", QByteArray::number(m_port)).replace("TLS", tls);
        problem = writeFile(m_folder.filePath(QStringLiteral("nginx.conf")), conf) +
                  writeFile(m_folder.filePath(QStringLiteral("users")), "ann:{PLAIN}op3n-sesame\n");
        QDir(m_folder.path()).mkpath(QStringLiteral("files"));
        if (problem.isEmpty()) {
            problem = m_process.start(ServerProcess::program(QStringLiteral("nginx"), {kSbin}),
                                      {QStringLiteral("-p"), m_folder.path(), QStringLiteral("-c"),
                                       QStringLiteral("nginx.conf"), QStringLiteral("-e"), QStringLiteral("error.log")},
                                      m_port);
        }
        if (problem.isEmpty()) {
            break;
        }
    }
    return problem;
}

bool FeedWebServer::write(const QString &path, const QByteArray &bytes)
{
    return writeFile(m_folder.filePath(QStringLiteral("files/") + path), bytes).isEmpty();
}

QUrl FeedWebServer::address(const QString &path) const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1/%2").arg(m_port).arg(path));
}

QUrl FeedWebServer::tlsAddress(const QString &path) const
{
    return QUrl(QStringLiteral("https://127.0.0.1:%1/%2").arg(m_tlsPort).arg(path));
}

QStringList FeedWebServer::requests() const
{
    QFile log(m_folder.filePath(QStringLiteral("access.log")));
    return log.open(QIODevice::ReadOnly) ? QString::fromUtf8(log.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts)
                                         : QStringList();
}

} // namespace loci::test
