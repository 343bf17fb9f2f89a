// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A workspace on a server of this computer, at the size of a bureau. Prints lines of JSON.
//   bench_server desks N SECONDS PAUSE       N desks, each a process, that edit every PAUSE seconds (0: without pause)
//   bench_server streams N RATE SECONDS [replica]    N streams, RATE observations a second; with a streaming replica
//   bench_server assets N                    search, box and count among N records; above a million without full text
//   bench_server observations parts|plain|bulk ROWS...   queries at each of these sizes: parted by month as values
//                                            come, the same in one table, or parted with keys made at the end of a
//                                            month
#include "layers/workspace/serverhome.h"
#include "layers/workspace/workspace.h"
#include "tests/bench/serverbench.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QStandardPaths>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <sys/resource.h>
#include <unistd.h>

namespace loci::bench {

namespace {
struct ProcessTimes
{
    qint64 parent = 0;
    double own = 0;
    double ended = 0; ///< of children that have ended
};

std::optional<ProcessTimes> timesOf(const QString &pid)
{
    constexpr int kParent = 1, kUser = 11, kChildren = 13; // places after the name
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    const QByteArray text = file.readAll();
    const QList<QByteArray> parts = text.mid(text.lastIndexOf(')') + 2).split(' ');
    if (parts.size() <= kChildren + 1) {
        return std::nullopt;
    }
    const auto ticks = double(sysconf(_SC_CLK_TCK));
    return ProcessTimes{parts[kParent].toLongLong(), (parts[kUser].toDouble() + parts[kUser + 1].toDouble()) / ticks,
                        (parts[kChildren].toDouble() + parts[kChildren + 1].toDouble()) / ticks};
}
} // namespace

double serverSeconds(const test::PostgisServer &server)
{
    const qint64 postmaster = server.processId();
    double seconds = 0;
    const QStringList processes = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs);
    for (const QString &pid : processes) {
        const auto times = timesOf(pid);
        if (times && pid.toLongLong() == postmaster) {
            seconds += times->own + times->ended;
        } else if (times && times->parent == postmaster) {
            seconds += times->own;
        }
    }
    return seconds;
}

double ownSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    constexpr double kMicro = 1e-6;
    return double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           kMicro * double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

double loadNow()
{
    double load = 0;
    return getloadavg(&load, 1) == 1 ? load : 0;
}

QJsonObject percentiles(std::vector<double> &values)
{
    if (values.empty()) {
        return {{QStringLiteral("n"), 0}};
    }
    std::sort(values.begin(), values.end());
    const auto at = [&values](double part) {
        return values[std::min(values.size() - 1, std::size_t(part * double(values.size())))];
    };
    return {{QStringLiteral("n"), qint64(values.size())},
            {QStringLiteral("least"), values.front()},
            {QStringLiteral("p50"), at(0.50)},
            {QStringLiteral("p95"), at(0.95)},
            {QStringLiteral("p99"), at(0.99)},
            {QStringLiteral("max"), values.back()}};
}

void print(const QJsonObject &line)
{
    std::printf("%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

void need(const QString &problem, const char *step)
{
    if (!problem.isEmpty()) {
        std::fprintf(stderr, "%s: %s\n", step, qPrintable(problem));
        std::exit(1);
    }
}

void need(const Result<> &done, const char *step)
{
    need(done ? QString() : done.error().message + QLatin1Char(' ') + done.error().detail, step);
}

QStringList serverSettings()
{
    return {QStringLiteral("fsync=on"),
            QStringLiteral("full_page_writes=on"),
            QStringLiteral("shared_buffers=1GB"),
            QStringLiteral("effective_cache_size=4GB"),
            QStringLiteral("work_mem=16MB"),
            QStringLiteral("maintenance_work_mem=256MB"),
            QStringLiteral("max_wal_size=2GB"),
            QStringLiteral("wal_compression=on"),
            QStringLiteral("random_page_cost=1.1"),
            QStringLiteral("max_connections=200")};
}

storage::PostGisAddress addressOf(const test::PostgisServer &server, const QString &schema)
{
    storage::PostGisAddress address;
    address.user = test::PostgisServer::user();
    address.host = server.host();
    address.port = server.port();
    address.database = test::PostgisServer::database();
    address.schema = schema;
    return address;
}

void makeWorkspace(const test::PostgisServer &server, const QString &schema)
{
    need(workspace::makeOnServer(addressOf(server, schema).text(), test::PostgisServer::password()), "workspace");
}

} // namespace loci::bench

int main(int argc, char **argv)
{
    QStandardPaths::setTestModeEnabled(true);
    const QCoreApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments().mid(1);
    const QString goal = arguments.isEmpty() ? QString() : arguments.takeFirst();
    qputenv("PGPASSWORD", loci::test::PostgisServer::password().toUtf8());
    if (goal == QLatin1String("desks")) {
        return loci::bench::benchDesks(arguments);
    }
    if (goal == QLatin1String("desk")) {
        return loci::bench::benchDesk(arguments);
    }
    if (goal == QLatin1String("streams")) {
        return loci::bench::benchStreams(arguments);
    }
    if (goal == QLatin1String("assets")) {
        return loci::bench::benchAssets(arguments);
    }
    if (goal == QLatin1String("observations")) {
        return loci::bench::benchObservations(arguments);
    }
    std::fprintf(stderr, "bench_server desks|streams|assets|observations ...\n");
    return 2;
}
