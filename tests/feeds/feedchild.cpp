// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A desk that records until it is killed: feedchild ADDRESS PERSON; the password comes from the environment. Says
// "stored N" when a value is on the server, and ends with "refused" when another desk took over.
#include "layers/feeds/recorderwatch.h"
#include "layers/storage/feeds/observationstore.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimer>
#include <cstdio>

using namespace loci;

namespace {
constexpr int kPaceMs = 100;

void say(const QString &words)
{
    std::printf("%s\n", qPrintable(words));
    std::fflush(stdout);
}
} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const auto address = storage::PostGisAddress::parse(arguments.value(1));
    if (!address) {
        say(address.error().message);
        return 2;
    }
    const storage::ObservationHome home(*address, QString());
    feeds::RecorderWatch watch(home, {arguments.value(2), arguments.value(2), QStringLiteral("pc7")}, true);
    std::unique_ptr<storage::ObservationStore> store;
    double number = 0;
    QTimer pace;
    QObject::connect(&pace, &QTimer::timeout, &pace, [&] {
        if (!store && watch.isKnown() && watch.isOurs()) {
            auto opened = home.openToWrite(watch.us().id);
            store = opened ? std::move(*opened) : nullptr;
            const QString feed = QStringLiteral("f");
            if (store && !store->describe({{QStringLiteral("f/s"), {}, {}, {}, kPaceMs, {}, feed}})) {
                store.reset();
            }
        }
        if (!store) {
            return;
        }
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        const auto done = store->append({{QStringLiteral("f/s"), {}, now, now, ++number, {}, {}}});
        say(done ? QStringLiteral("stored %1").arg(number) : QStringLiteral("refused %1").arg(done.error().detail));
        if (!done) {
            QCoreApplication::quit();
        }
    });
    pace.start(kPaceMs);
    QCoreApplication::exec();
    return 0;
}
