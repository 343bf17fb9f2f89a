// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Goal A4: opening a model a second time, from what was kept, against reading it. Wall time, in turns.
//   bench_cache A4 MODEL [N [ROUNDS]]    the whole model
//   bench_cache A4w MODEL [N [ROUNDS]]   a window over one hundredth of its area
//   bench_cache A4i MODEL [N [ROUNDS]]   one object by its id
// With --profile as last argument: only the second opening, with its processor time.
#include "layers/formats/modelcache/cachefile.h"
#include "layers/formats/modelcache/modelwindow.h"
#include "layers/formats/modelcache/openmodel.h"
#include "tests/support/samemodel.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <cmath>
#include <cstdio>
#include <ctime>

namespace {

using namespace loci::formats;

double milliseconds(const QElapsedTimer &clock)
{
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

loci::Box3 hundredth(const loci::Box3 &extent)
{
    const loci::Vec3 c = extent.centre();
    const double w = (extent.max.x - extent.min.x) / 20, d = (extent.max.y - extent.min.y) / 20;
    return {{c.x - w, c.y - d, 0}, {c.x + w, c.y + d, 0}};
}

/// One use of what was kept; the number of objects that came.
std::uint32_t useCache(const QString &goal, const QString &path, const CacheFolder &folder, const OpenedModel &first,
                       loci::city::CityModelPtr &model)
{
    if (goal == QLatin1String("A4")) {
        const auto opened = openModel(path, folder);
        model = opened && opened->fromCache ? opened->loaded.value : nullptr;
    } else if (const auto file = openCache(path, folder)) {
        const loci::city::CityModel &whole = *first.loaded.value;
        modelcache::WindowQuery query;
        query.window = hundredth(whole.extent);
        const auto part = goal == QLatin1String("A4w")
                              ? modelcache::readWindow(*file, query)
                              : modelcache::readObject(*file, whole.objectIds[whole.objectCount() / 2]);
        model = part.value_or(nullptr);
    }
    return model ? model->objectCount() : 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QLoggingCategory::setFilterRules(QStringLiteral("*.debug=false"));
    const QStringList arguments = QCoreApplication::arguments();
    const QString goal = arguments.value(1), path = arguments.value(2);
    const int rounds = arguments.value(4, QStringLiteral("7")).toInt();
    const QTemporaryDir temporary;
    const CacheFolder folder(temporary.path() + QStringLiteral("/kept"), 42);
    const auto first = openModel(path, folder);
    if (!goal.startsWith(QLatin1String("A4")) || !first) {
        std::fprintf(stderr, "usage: bench_cache A4|A4w|A4i MODEL [N [ROUNDS]]\n");
        return 2;
    }
    QElapsedTimer clock;
    clock.start();
    if (const auto kept = keepModel(*first, folder); !kept) {
        std::fprintf(stderr, "%s\n", qPrintable(kept.error().message));
        return 3;
    }
    std::fprintf(stderr, "kept in %.0f ms, model of %.1f MB\n", milliseconds(clock),
                 static_cast<double>(first->loaded.value->memoryBytes()) / 1e6);
    const auto second = openModel(path, folder);
    const QString difference = loci::test::differenceOf(first->loaded, second->loaded);
    if (!second->fromCache || !difference.isEmpty()) {
        std::fprintf(stderr, "the kept model differs: %s\n", qPrintable(difference));
        return 1;
    }
    for (int round = 0; round < rounds; ++round) {
        loci::city::CityModelPtr model;
        clock.start();
        const std::clock_t processor = std::clock();
        const std::uint32_t objects = useCache(goal, path, folder, *first, model);
        const double ours = milliseconds(clock);
        if (objects == 0) {
            return 1;
        }
        if (arguments.last() == QLatin1String("--profile")) {
            std::printf("%u objects in %.2f ms, processor %.2f ms\n", objects, ours,
                        static_cast<double>(std::clock() - processor) * 1e3 / CLOCKS_PER_SEC);
            continue;
        }
        clock.start();
        const auto read = readModel(path);
        const double peer = milliseconds(clock);
        std::printf("{\"goal\":\"%s\",\"ours\":%.3f,\"peer\":%.3f,\"unit\":\"ms\",\"peerName\":\"first reading\","
                    "\"n\":%d,\"objects\":%u}\n",
                    qPrintable(goal), ours, peer, arguments.value(3).toInt(), objects);
    }
    return 0;
}
