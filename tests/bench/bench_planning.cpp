// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Planning at size: the ceiling of 50 views over 50,000 buildings, a dragged building, sunlight of a million places.
//   bench_planning P1|P1c|P2|E4|E4s|E4c
#include "layers/analysis/rays/modelfaces.h"
#include "layers/analysis/sun/sunlight.h"
#include "tests/bench/planningtown.h"

#include <QCoreApplication>
#include <atomic>
#include <cstring>
#include <thread>

using namespace loci;
using namespace loci::bench;
using analysis::PlanStudy;
using analysis::SunReceiver;

namespace {

constexpr int kTimes = 7, kBuildings = 50'000, kViews = 50;

std::shared_ptr<const PlanStudy> studyOf(int buildings, int views)
{
    auto made = PlanStudy::make(town(buildings), basisOf(views), QDate(2026, 1, 1), {});
    return made ? *made : nullptr;
}

/// Ceiling and headroom of every building, and who rises above: what the list of a whole town takes.
struct Ceilings
{
    std::size_t under = 0, over = 0;
    double sum = 0;
};
Ceilings everyCeiling(const PlanStudy &study)
{
    Ceilings all;
    for (const analysis::Building &building : study.town().buildings()) {
        if (const auto at = study.ceiling().lowestOver(building.outline, study.town().context())) {
            ++all.under;
            all.sum += at->height;
        }
    }
    const auto over = study.overshoots();
    all.over = over ? over->size() : 0;
    return all;
}

bool isRight(const PlanStudy &study)
{
    const auto listed = study.overshoots();
    std::size_t over = 0;
    for (const analysis::Building &building : study.town().buildings()) {
        const auto found = study.ceiling().against(study.town().faces(building));
        over += std::any_of(found.begin(), found.end(),
                            [](const auto &one) { return !one.facet->consultation && !one.eyeInside && one.over > 0; });
    }
    return listed && over > 0 && listed->size() == over;
}

int measureCeiling()
{
    const auto study = studyOf(kBuildings, kViews);
    if (!study || !isRight(*study)) {
        return 1;
    }
    for (int i = 0; i < kTimes; ++i) {
        Ceilings all;
        const Took took = timed([&] { all = everyCeiling(*study); });
        std::fprintf(stderr, "%zu under the views, %zu above; worked %.2f s\n", all.under, all.over, took.worked);
        row("P1", took.wall, 60, "s", "60 s", kBuildings);
    }
    return 0;
}

/// From the wish to the end of the work, at several places of it.
template <class Work>
void measureCancel(const char *goal, double wholeSeconds, Work work)
{
    for (int i = 0; i < kTimes; ++i) {
        const CancelToken cancel;
        std::atomic<bool> ended = false;
        std::thread worker([&] {
            work(cancel);
            ended = true;
        });
        const std::chrono::duration<double> under(wholeSeconds * (i + 0.5) / (2 * kTimes));
        std::this_thread::sleep_for(under); // layout: sleep-in-test the work must be under way when it is stopped
        const bool tooLate = ended;
        const Took took = timed([&] {
            cancel.cancel();
            worker.join();
        });
        if (!tooLate) {
            std::fprintf(stderr, "worked %.1f ms more\n", took.worked * 1e3);
            row(goal, took.wall * 1e3, 100, "ms", "100 ms");
        }
    }
}

int measureCeilingCancel()
{
    const auto study = studyOf(kBuildings, kViews);
    if (!study) {
        return 1;
    }
    const Took whole = timed([&] { (void)study->overshoots(); });
    measureCancel("P1c", whole.wall, [&](const CancelToken &cancel) { (void)study->overshoots(cancel); });
    return 0;
}

int measureDragging()
{
    const auto study = studyOf(kBuildings, kViews);
    if (!study) {
        return 1;
    }
    planning::PlanChange block;
    block.id = QStringLiteral("tower");
    block.floors = 20;
    block.floorHeight = 3;
    block.footprint = {{{4000, 4000}, {4024, 4000}, {4024, 4024}, {4000, 4024}}};
    for (int i = 0; i < kTimes; ++i) {
        std::vector<double> times;
        for (int step = 0; step < 60; ++step) {
            planning::moveBy(block, 7, 3);
            planning::Proposal proposal;
            proposal.changes = {block};
            times.push_back(timed([&] { (void)study->check(proposal, PlanStudy::Depth::Live); }).wall * 1e3);
        }
        std::sort(times.begin(), times.end());
        std::fprintf(stderr, "median %.1f ms, slowest %.1f ms\n", times[30], times.back());
        row("P2", times[57], 100, "ms", "100 ms", kBuildings);
    }
    return 0;
}

/// One in each cell of a grid, anywhere in it: a regular grid would keep step with the houses.
std::vector<SunReceiver> groundSamples(int count)
{
    std::mt19937 random(9);
    const auto share = [&random] { return static_cast<double>(random()) / 4294967296.0; };
    std::vector<SunReceiver> receivers;
    receivers.reserve(static_cast<std::size_t>(count));
    const int side = static_cast<int>(std::ceil(std::sqrt(count)));
    for (int i = 0; i < count; ++i) {
        receivers.push_back({{}, {kSide * (i % side + share()) / side, kSide * (i / side + share()) / side, 0.1}, {}});
    }
    return receivers;
}

analysis::SunCount twelvePositions()
{
    analysis::SunCount count;
    count.latitude = 39.9;
    count.declination = -20.13;
    count.begin = 8;
    count.end = 16;
    count.step = 40;
    return count;
}

int measureSun(const char *goal)
{
    const auto scene = analysis::RayScene::build(analysis::facesOfModel(*town(100'000)));
    if (!scene) {
        return 1;
    }
    const auto run = [&scene](const std::vector<SunReceiver> &receivers, const CancelToken &cancel = {}) {
        return analysis::sunHours(*scene, receivers, twelvePositions(), cancel).has_value();
    };
    const auto few = groundSamples(100'000), many = groundSamples(1'000'000), some = groundSamples(250'000);
    if (std::strcmp(goal, "E4c") == 0) {
        const Took whole = timed([&] { run(some); });
        measureCancel("E4c", whole.wall * 4, [&](const CancelToken &cancel) { run(many, cancel); });
        return 0;
    }
    for (int i = 0; i < kTimes; ++i) {
        if (std::strcmp(goal, "E4") == 0) {
            const Took small = timed([&] { run(few); }), large = timed([&] { run(many); });
            std::fprintf(stderr, "exponent %.3f; a million in %.2f s\n", std::log10(large.worked / small.worked),
                         large.wall);
            row("E4", large.worked / 10, small.worked, "s", "ten times fewer samples", 1e6);
        } else {
            useCores(2);
            const Took two = timed([&] { run(some); });
            useCores(1);
            const Took one = timed([&] { run(some); });
            std::fprintf(stderr, "worked %.3f s on two cores, %.3f s on one\n", two.worked, one.worked);
            row("E4s", two.wall, one.wall, "s", "one core", 250'000);
        }
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const std::string goal = argc > 1 ? argv[1] : "";
    if (goal == "P1") {
        return measureCeiling();
    }
    if (goal == "P1c") {
        return measureCeilingCancel();
    }
    if (goal == "P2") {
        return measureDragging();
    }
    if (goal == "E4" || goal == "E4s" || goal == "E4c") {
        return measureSun(goal.c_str());
    }
    std::fprintf(stderr, "bench_planning P1|P1c|P2|E4|E4s|E4c\n");
    return 2;
}
