// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Planning at size: the ceiling of many views over a large town, a dragged building, sunlight of many places.
//   bench_planning [BUILDINGS [VIEWS [SAMPLES]]]    50000 buildings, 50 views and 1000000 samples unless said
#include "layers/analysis/planning/planstudy.h"
#include "layers/analysis/rays/modelfaces.h"
#include "layers/analysis/sun/sunlight.h"
#include "layers/domain/city/citymodelbuilder.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QThreadPool>
#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <thread>

using namespace loci;
using analysis::PlanStudy;

namespace {

constexpr double kSide = 10000; // metres of the square

double seconds(const std::function<void()> &work)
{
    QElapsedTimer clock;
    clock.start();
    work();
    return static_cast<double>(clock.nsecsElapsed()) / 1e9;
}

void addHouse(city::CityModelBuilder &b, int number, double x, double y, double size, double height)
{
    b.beginObject("h" + std::to_string(number), "Building");
    b.attribute("storeysAboveGround", std::max(1.0, std::round(height / 3)));
    b.beginGeometry(city::GeometryType::Solid, "1");
    b.beginShell();
    const Vec3 p[8] = {{x, y, 0},      {x + size, y, 0},      {x + size, y + size, 0},      {x, y + size, 0},
                       {x, y, height}, {x + size, y, height}, {x + size, y + size, height}, {x, y + size, height}};
    b.surface({{p[0], p[3], p[2], p[1]}}, "GroundSurface");
    b.surface({{p[4], p[5], p[6], p[7]}}, "RoofSurface");
    for (int i = 0; i < 4; ++i) {
        const int j = (i + 1) % 4;
        b.surface({{p[i], p[j], p[j + 4], p[i + 4]}}, "WallSurface");
    }
}

city::CityModelPtr town(int buildings)
{
    city::CityModelBuilder b;
    b.model().crs = EpsgCode(28992);
    const int side = static_cast<int>(std::ceil(std::sqrt(buildings)));
    const double step = kSide / side;
    for (int i = 0; i < buildings; ++i) {
        const double height = 6 + (i * 7919) % 23;
        addHouse(b, i, step * (i % side), step * (i / side), step * 0.5, height);
    }
    return b.finish();
}

planning::PlanBasis basisOf(int views)
{
    planning::PlanBasis basis;
    for (int i = 0; i < views; ++i) {
        const double turn = 2 * M_PI * i / views;
        const Vec2 eye{kSide / 2 + 0.49 * kSide * std::cos(turn), kSide / 2 + 0.49 * kSide * std::sin(turn)};
        const Vec2 aim{kSide / 2 - 0.3 * kSide * std::cos(turn), kSide / 2 - 0.3 * kSide * std::sin(turn)};
        const double width = 120;
        planning::ProtectedView view;
        view.id = QStringLiteral("V%1").arg(i);
        view.eyes = {{eye.x, eye.y, 2}};
        view.edge = {{aim.x - width * std::sin(turn), aim.y + width * std::cos(turn), 60},
                     {aim.x + width * std::sin(turn), aim.y - width * std::cos(turn), 60}};
        view.consultation = 60;
        basis.views.views.push_back(view);
    }
    planning::Rule rule;
    rule.id = QStringLiteral("view");
    rule.kind = planning::RuleKind::ViewCeiling;
    rule.unit = QStringLiteral("m");
    rule.from = QDate(2000, 1, 1);
    basis.rules.rules.push_back(rule);
    return basis;
}

bool measureCeiling(const std::shared_ptr<const PlanStudy> &study, int buildings, int views)
{
    std::size_t over = 0;
    const double all = seconds([&] { over = study->overshoots()->size(); });
    std::printf("ceiling of %d views over %d buildings: %.2f s, %zu above it\n", views, buildings, all, over);
    const CancelToken cancel;
    double stopped = 0;
    std::atomic<bool> begun = false;
    std::thread worker([&] {
        begun = true;
        const auto answer = study->overshoots(cancel);
        if (answer) {
            std::printf("it ended before it was cancelled\n");
        }
    });
    while (!begun) {
        std::this_thread::yield();
    }
    stopped = seconds([&] {
        cancel.cancel();
        worker.join();
    });
    std::printf("cancelled after %.1f ms\n", stopped * 1e3);
    return over > 0;
}

void measureDragging(const PlanStudy &study)
{
    planning::PlanChange block;
    block.id = QStringLiteral("tower");
    block.floors = 20;
    block.floorHeight = 3;
    block.footprint = {{{4000, 4000}, {4024, 4000}, {4024, 4024}, {4000, 4024}}};
    std::vector<double> times;
    for (int i = 0; i < 60; ++i) {
        planning::moveBy(block, 7, 3);
        planning::Proposal proposal;
        proposal.changes = {block};
        times.push_back(seconds([&] { (void)study.check(proposal, PlanStudy::Depth::Live); }) * 1e3);
    }
    std::sort(times.begin(), times.end());
    std::printf("rules and ceiling of a dragged building: median %.1f ms, 95 %% %.1f ms, slowest %.1f ms\n",
                times[times.size() / 2], times[times.size() * 95 / 100], times.back());
}

std::vector<analysis::SunReceiver> groundSamples(int count)
{
    std::vector<analysis::SunReceiver> receivers;
    receivers.reserve(static_cast<std::size_t>(count));
    const int side = static_cast<int>(std::ceil(std::sqrt(count)));
    for (int i = 0; i < count; ++i) {
        receivers.push_back({{}, {kSide * (i % side + 0.5) / side, kSide * (i / side + 0.5) / side, 0.1}, {}});
    }
    return receivers;
}

void measureSun(const city::CityModel &model, int samples)
{
    const auto scene = analysis::RayScene::build(analysis::facesOfModel(model));
    analysis::SunCount count;
    count.latitude = 39.9;
    count.declination = -20.13;
    count.begin = 8;
    count.end = 16;
    count.step = 40; // twelve positions
    double last = 0;
    for (const int size : {samples / 10, samples}) {
        const auto receivers = groundSamples(size);
        const double time = seconds([&] { (void)analysis::sunHours(*scene, receivers, count); });
        std::printf("sunlight, 12 positions, %d samples: %.2f s\n", size, time);
        if (last > 0) {
            std::printf("exponent in samples: %.3f\n", std::log(time / last) / std::log(10.0));
        }
        last = time;
    }
    const int threads = QThreadPool::globalInstance()->maxThreadCount();
    const auto receivers = groundSamples(samples / 4);
    const double together = seconds([&] { (void)analysis::sunHours(*scene, receivers, count); });
    QThreadPool::globalInstance()->setMaxThreadCount(1);
    const double alone = seconds([&] { (void)analysis::sunHours(*scene, receivers, count); });
    QThreadPool::globalInstance()->setMaxThreadCount(threads);
    std::printf("%d threads against one: %.2f times\n", threads, alone / together);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int buildings = argc > 1 ? std::atoi(argv[1]) : 50'000;
    const int views = argc > 2 ? std::atoi(argv[2]) : 50;
    const int samples = argc > 3 ? std::atoi(argv[3]) : 1'000'000;
    const city::CityModelPtr model = town(buildings);
    std::shared_ptr<const PlanStudy> study;
    const double prepared = seconds([&] {
        auto made = PlanStudy::make(model, basisOf(views), QDate(2026, 1, 1), {});
        study = made ? *made : nullptr;
    });
    if (!study) {
        std::printf("the study could not be made\n");
        return 1;
    }
    std::printf("prepared in %.2f s\n", prepared);
    const bool fine = measureCeiling(study, buildings, views);
    measureDragging(*study);
    measureSun(*model, samples);
    return fine ? 0 : 1;
}
