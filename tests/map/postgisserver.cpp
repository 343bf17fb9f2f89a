// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/map/postgisserver.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <pwd.h>
#include <unistd.h>

namespace loci::test {

namespace {
constexpr char kServerUser[] = "postgres";
}

QString PostgisServer::folder()
{
    // Debian has a folder for every version, none of them in PATH.
    const QDir versions(QStringLiteral("/usr/lib/postgresql"));
    const QStringList names = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed);
    for (const QString &version : names) {
        const bool postgis =
            QFileInfo::exists(QStringLiteral("/usr/share/postgresql/%1/extension/postgis.control").arg(version));
        const QString programs = versions.filePath(version + QStringLiteral("/bin"));
        if (postgis && QFileInfo::exists(programs + QStringLiteral("/initdb"))) {
            return programs;
        }
    }
    return {};
}

bool PostgisServer::isInstalled()
{
    return !folder().isEmpty() && (geteuid() != 0 || getpwnam(kServerUser) != nullptr);
}

QStringList PostgisServer::asServerUser(const QStringList &command)
{
    if (geteuid() != 0) {
        return command;
    }
    return QStringList{QStringLiteral("setpriv"), QStringLiteral("--reuid=") + QLatin1String(kServerUser),
                       QStringLiteral("--regid=") + QLatin1String(kServerUser), QStringLiteral("--clear-groups")} +
           command;
}

QString PostgisServer::makeFolder()
{
    m_folder = std::make_unique<QTemporaryDir>(QDir::tempPath() + QStringLiteral("/loci-pg-XXXXXX"));
    const QString secret = m_folder->filePath(QStringLiteral("password"));
    QFile file(secret);
    if (!file.open(QIODevice::WriteOnly) || file.write(password().toUtf8()) < 0) {
        return file.errorString();
    }
    file.close();
    if (geteuid() == 0) {
        const passwd *server = getpwnam(kServerUser);
        for (const QString &path : {m_folder->path(), secret}) {
            if (chown(QFile::encodeName(path).constData(), server->pw_uid, server->pw_gid) != 0) {
                return QStringLiteral("the folder cannot be given to the server");
            }
        }
    }
    return {};
}

QString PostgisServer::startSomewhere()
{
    QString problem;
    for (int attempt = 0; attempt < 3; ++attempt) { // the free port may be taken by somebody else in between
        m_port = ServerProcess::freePort();
        problem = start();
        if (problem.isEmpty()) {
            break;
        }
    }
    return problem;
}

QString PostgisServer::create()
{
    if (const QString problem = makeFolder(); !problem.isEmpty()) {
        return problem;
    }
    QStringList make = asServerUser({folder() + QStringLiteral("/initdb"), QStringLiteral("--no-sync"),
                                     QStringLiteral("--auth=scram-sha-256"), QStringLiteral("--encoding=UTF8"),
                                     QStringLiteral("--locale=C.UTF-8"), QStringLiteral("--username=") + user(),
                                     QStringLiteral("--pwfile=") + m_folder->filePath(QStringLiteral("password")),
                                     m_folder->filePath(QStringLiteral("data"))});
    const QString maker = make.takeFirst();
    if (const QString problem = runProgram(maker, make, {}, 180'000); !problem.isEmpty()) { // a busy disk
        return problem;
    }
    const QString problem = startSomewhere();
    return problem.isEmpty()
               ? run("CREATE DATABASE city TEMPLATE template0;\n\\connect city\nCREATE EXTENSION postgis;")
               : problem;
}

QString PostgisServer::follow(const PostgisServer &primary)
{
    if (const QString problem = makeFolder(); !problem.isEmpty()) {
        return problem;
    }
    QStringList copy = asServerUser({folder() + QStringLiteral("/pg_basebackup"), QStringLiteral("--no-sync"),
                                     QStringLiteral("--checkpoint=fast"), QStringLiteral("--write-recovery-conf"),
                                     QStringLiteral("--wal-method=stream"), QStringLiteral("-h"), primary.host(),
                                     QStringLiteral("-p"), QString::number(primary.port()), QStringLiteral("-U"),
                                     user(), QStringLiteral("-D"), m_folder->filePath(QStringLiteral("data"))});
    const QString copier = copy.takeFirst();
    const QString problem = runProgram(copier, copy, {QStringLiteral("PGPASSWORD=") + password()});
    return problem.isEmpty() ? startSomewhere() : problem;
}

QString PostgisServer::start()
{
    m_process.setStopSignal(SIGINT); // SIGTERM would wait for every client to leave
    QStringList command = asServerUser(
        {folder() + QStringLiteral("/postgres"), QStringLiteral("-D"), m_folder->filePath(QStringLiteral("data"))});
    QStringList options = {QStringLiteral("listen_addresses=127.0.0.1"),
                           QStringLiteral("port=%1").arg(m_port),
                           QStringLiteral("unix_socket_directories=") + m_folder->path(),
                           QStringLiteral("fsync=off"),
                           QStringLiteral("full_page_writes=off"),
                           QStringLiteral("shared_buffers=16MB"),
                           QStringLiteral("max_connections=40"),
                           QStringLiteral("jit=off")};
    options += m_options;
    for (const QString &option : std::as_const(options)) {
        command << QStringLiteral("-c") << option;
    }
    const QString program = command.takeFirst();
    if (const QString problem = m_process.start(program, command, m_port); !problem.isEmpty()) {
        return problem;
    }
    // It takes connections a moment before it serves them.
    QString problem;
    for (int attempt = 0; attempt < 40; ++attempt) {
        problem = runProgram(folder() + QStringLiteral("/pg_isready"),
                             {QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("1"), QStringLiteral("-h"),
                              host(), QStringLiteral("-p"), QString::number(m_port)});
        if (problem.isEmpty() || m_process.waitForEnd(100)) {
            break;
        }
    }
    return problem;
}

QString PostgisServer::configure(const QByteArray &settings, const QByteArray &access)
{
    QString place;
    const QString problem = give(QStringLiteral("postgresql.auto.conf"), settings, place);
    return problem.isEmpty() ? give(QStringLiteral("pg_hba.conf"), access, place) : problem;
}

QString PostgisServer::give(const QString &name, const QByteArray &bytes, QString &place)
{
    place = dataFile(name);
    QFile file(place);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() ||
        !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)) {
        return file.errorString();
    }
    const passwd *server = geteuid() == 0 ? getpwnam(kServerUser) : nullptr;
    if (server != nullptr && chown(QFile::encodeName(place).constData(), server->pw_uid, server->pw_gid) != 0) {
        return QStringLiteral("the file cannot be given to the server");
    }
    return {};
}

QString PostgisServer::run(const QByteArray &sql)
{
    const QString script = m_folder->filePath(QStringLiteral("script.sql"));
    QFile file(script);
    if (!file.open(QIODevice::WriteOnly) || file.write(sql) != sql.size()) {
        return file.errorString();
    }
    file.close();
    // The tables of "city", unless that is what the script makes.
    const QString base = sql.startsWith("CREATE DATABASE") ? QStringLiteral("postgres") : database();
    return runProgram(folder() + QStringLiteral("/psql"),
                      {QStringLiteral("-X"), QStringLiteral("-q"), QStringLiteral("-v"),
                       QStringLiteral("ON_ERROR_STOP=1"), QStringLiteral("-h"), host(), QStringLiteral("-p"),
                       QString::number(m_port), QStringLiteral("-U"), user(), QStringLiteral("-d"), base,
                       QStringLiteral("-f"), script},
                      {QStringLiteral("PGPASSWORD=") + password(), QStringLiteral("PGCLIENTENCODING=UTF8")});
}

} // namespace loci::test
