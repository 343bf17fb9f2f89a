// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Goal A7: writing CityJSON against our own reading of the same file (A7), and against JSON.stringify of node on the
// same model (A7n). Processor time, so that other programs on the computer do not count; ours includes the file, the
// peer's does not.   bench_export A7|A7n MODEL [N]
#include "layers/formats/export/cityjsonwriter.h"
#include "layers/formats/modelreader.h"

#include <QCoreApplication>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <cstdio>
#include <ctime>
#include <functional>

namespace {

using namespace loci;

constexpr int kRounds = 7;

double secondsOf(const std::function<void()> &work)
{
    const std::clock_t start = std::clock();
    work();
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

city::CityModelPtr read(const QString &path)
{
    auto loaded = formats::readModel(path);
    if (!loaded) {
        std::fprintf(stderr, "%s\n", qPrintable(loaded.error().message));
        std::exit(3);
    }
    return std::move(loaded->value);
}

void write(const city::CityModel &model, const QString &path)
{
    const auto report = formats::writeCityJson(model, path);
    if (!report) {
        std::fprintf(stderr, "%s\n", qPrintable(report.error().message));
        std::exit(3);
    }
}

/// Seconds of node for JSON.stringify of the file's model; negative when there is no node.
double stringify(const QString &node, const QString &path)
{
    static const QString script = QStringLiteral(
        "const m=JSON.parse(require('fs').readFileSync(process.argv[1]));const a=process.cpuUsage();"
        "const t=JSON.stringify(m);const b=process.cpuUsage(a);console.log((b.user+b.system)/1e6,t.length)");
    if (node.isEmpty()) {
        return -1;
    }
    QProcess process;
    process.start(node, {QStringLiteral("--max-old-space-size=12000"), QStringLiteral("-e"), script, path});
    process.waitForFinished(600000);
    bool good = false;
    const double seconds =
        QString::fromLatin1(process.readAllStandardOutput()).section(QLatin1Char(' '), 0, 0).toDouble(&good);
    return good ? seconds : -1;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QString goal = application.arguments().value(1), path = application.arguments().value(2);
    if (path.isEmpty()) {
        std::fprintf(stderr, "usage: bench_export A7|A7n MODEL [N]\n");
        return 2;
    }
    const QTemporaryDir folder;
    const QString out = folder.filePath(QStringLiteral("out.city.json"));
    const city::CityModelPtr model = read(path);
    write(*model, out);
    const city::CityModelPtr again = read(out);
    if (again->objectCount() != model->objectCount() || again->vertices.xyz != model->vertices.xyz ||
        again->geometry.vertexIds != model->geometry.vertexIds) {
        std::fprintf(stderr, "what was written is not what was read\n");
        return 1;
    }
    const bool byNode = goal == QLatin1String("A7n");
    const QString node = byNode ? QStandardPaths::findExecutable(QStringLiteral("node")) : QString();
    for (int round = 0; round < kRounds; ++round) {
        const double ours = secondsOf([&] { write(*model, out); });
        const double peer = byNode ? stringify(node, path) : secondsOf([&] { read(path); });
        std::printf("{\"goal\":\"%s\",\"ours\":%.4f,", qPrintable(goal), ours);
        if (peer > 0) {
            std::printf("\"peer\":%.4f,", peer);
        }
        std::printf("\"unit\":\"s\",\"peerName\":\"%s\",\"n\":%d}\n",
                    byNode ? (node.isEmpty() ? "node is not installed" : "node JSON.stringify") : "our own read",
                    application.arguments().value(3).toInt());
        std::fflush(stdout);
    }
    return 0;
}
