// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/host/packhost.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <cstdio>
#include <sys/resource.h>

using namespace loci::packs;

namespace {

class Nothing final : public loci::plugin::Snapshot
{
public:
    QStringList keys(const QString &) const override { return {}; }
    QByteArray document(const QString &) const override { return {}; }
};

/// Runs every analysis, as a person would who tries what is there.
void use(PackHost &host)
{
    for (const auto &pack : host.packs()) {
        if (!pack->ledger) {
            continue;
        }
        if (const auto run = host.analysis(pack->id(), QStringLiteral("count")); run) {
            host.call(pack->id(), QStringLiteral("it computed"), [&run] { return run({}).outcome; });
        }
    }
}

} // namespace

/// packchild ROOT MEMORY [use]: starts the packs of a folder and prints their states as JSON.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--try-pack")) {
        return runTrial(arguments.value(2));
    }
    const rlimit memory{rlim_t(3) << 30, rlim_t(3) << 30};
    setrlimit(RLIMIT_AS, &memory);
    PackHost::Options options;
    options.roots.push_back({arguments.value(1), true});
    options.memoryFolder = arguments.value(2);
    options.program = QCoreApplication::applicationFilePath();
    options.language = QStringLiteral("en");
    options.trialMilliseconds = 4000;
    PackHost host(options, [](const Manifest &) { return std::make_shared<Nothing>(); });
    QObject::connect(&host, &PackHost::settled, QCoreApplication::instance(), &QCoreApplication::quit,
                     Qt::QueuedConnection);
    host.start();
    QCoreApplication::exec();
    if (arguments.value(3) == QLatin1String("use")) {
        use(host);
    }
    QJsonObject states;
    for (const auto &pack : host.packs()) {
        states.insert(pack->id(), toText(pack->state) + QStringLiteral(": ") + pack->reason);
    }
    std::fprintf(stdout, "%s\n", QJsonDocument(states).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    return 0;
}
