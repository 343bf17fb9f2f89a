// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the cache of a desk costs: opening a workspace on a server with and without it, filling it beside the window,
// a step with and without it, going away, and the way back. `bench_offline [records]`, on a server of its own.
#include "layers/workspace/serverhome.h"
#include "tests/storage/heritage_fixture.h"
#include "tests/storage/offline_desks.h"
#include "tests/support/testenvironment.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <cstdio>

using namespace loci;
using namespace loci::test;
using workspace::Workspace;

namespace {
constexpr int kSteps = 50;
constexpr int kBatch = 2'000;

void say(const char *what, double milliseconds)
{
    std::printf("%-46s %10.1f ms\n", what, milliseconds);
    std::fflush(stdout);
}

bool fill(Workspace &desk, int records)
{
    for (int first = 0; first < records; first += kBatch) {
        workspace::Command command{QStringLiteral("Records from %1").arg(first), {}};
        for (int i = first; i < std::min(records, first + kBatch); ++i) {
            heritage::Asset asset = place(QStringLiteral("园林 %1").arg(i), 100 + i * 0.0001, 30 + i * 0.00005);
            asset.set(QStringLiteral("/description"), QStringLiteral("A garden with a pond, number %1").arg(i));
            command.changes.push_back({QStringLiteral("heritage/asset/") + asset.id(), {}, asset.bytes()});
        }
        if (!desk.commit(std::move(command))) {
            return false;
        }
    }
    return true;
}

double timeOf(const std::function<bool()> &work)
{
    QElapsedTimer timer;
    timer.start();
    return work() ? double(timer.nsecsElapsed()) / 1e6 : -1;
}

double stepOf(Workspace &desk)
{
    return timeOf([&desk] {
               for (int i = 0; i < kSteps; ++i) {
                   if (!desk.commit(put(QStringLiteral("Step"), QStringLiteral("bookmark/a"), QByteArray::number(i)))) {
                       return false;
                   }
               }
               return true;
           }) /
           kSteps;
}
} // namespace

int main(int argc, char **argv)
{
    const TestEnvironment environment;
    const QCoreApplication application(argc, argv);
    const int records = argc > 1 ? std::atoi(argv[1]) : 100'000;
    OfflineDesks desks;
    bool isPossible = false;
    if (const QString problem = desks.begin(isPossible); !problem.isEmpty() || !isPossible) {
        std::printf("No server: %s\n", qPrintable(problem));
        return 1;
    }
    const auto wait = [](const std::function<bool()> &until) { return QTest::qWaitFor(until, 600'000); };
    std::printf("%d records\n", records);
    say("making them on the server", timeOf([&] { return fill(desks.near(), records); }));
    say("opening without a cache", timeOf([&] {
            return Workspace::open(desks.awayAddress(), workspace::Access::ReadWrite, nullptr,
                                   PostgisServer::password())
                .has_value();
        }));
    say("a step without a cache", stepOf(desks.near()));
    say("opening, to begin a cache", timeOf([&] { return desks.openAway().has_value(); }));
    say("until the cache is filled, beside the window", timeOf([&] { return wait([&] { return desks.isReady(); }); }));
    say("a step with a cache", stepOf(desks.away()));
    desks.closeAway();
    say("opening with a cache", timeOf([&] { return desks.openAway().has_value(); }));
    say("until it has caught up", timeOf([&] { return wait([&] { return desks.isReady(); }); }));
    desks.cable().cut();
    say("the first step offline", timeOf([&] {
            return desks.away().commit(put(QStringLiteral("Off"), QStringLiteral("bookmark/b"), "1")).has_value();
        }));
    say("a further step offline", stepOf(desks.away()));
    desks.closeAway();
    say("opening offline", timeOf([&] { return desks.openAway().has_value(); }));
    desks.cable().mend();
    say("until all is on the server", timeOf([&] { return wait([&] { return desks.isReady(); }); }));
    const QFileInfoList files =
        QFileInfo(desks.away().path()).dir().entryInfoList({QStringLiteral("*.desk1.loci")}, QDir::Files);
    std::printf("the cache: %.1f MB\n", files.isEmpty() ? -1 : double(files.front().size()) / 1e6);
    return 0;
}
