// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/analysis/planning/planstudy.h"
#include "layers/domain/city/citymodelbuilder.h"

#include <QElapsedTimer>
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <random>
#include <sched.h>
#include <string>
#include <vector>

/// What the programs that measure planning share: a town made in code, clocks, cores and lines of figures.
namespace loci::bench {

constexpr double kSide = 10000; // metres of the square

/// Seconds that passed, and seconds that all threads of the process worked: under load only the latter is fair.
struct Took
{
    double wall = 0, worked = 0;
};

template <class Work>
Took timed(Work work)
{
    const auto worked = [] {
        timespec now{};
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
        return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
    };
    QElapsedTimer clock;
    const double before = worked();
    clock.start();
    work();
    return {1e-9 * static_cast<double>(clock.nsecsElapsed()), worked() - before};
}

/// All threads of the process on the first `cores` cores.
inline void useCores(int cores)
{
    cpu_set_t set;
    CPU_ZERO(&set);
    for (int i = 0; i < cores; ++i) {
        CPU_SET(i, &set);
    }
    for (const auto &thread : std::filesystem::directory_iterator("/proc/self/task")) {
        sched_setaffinity(std::stoi(thread.path().filename()), sizeof(set), &set);
    }
}

inline void row(const char *goal, double ours, double peer, const char *unit, const char *peerName, double n = 0)
{
    std::printf(R"({"goal":"%s","ours":%.9g,"peer":%.9g,"unit":"%s","peerName":"%s","n":%.0f})"
                "\n",
                goal, ours, peer, unit, peerName, n);
    std::fflush(stdout);
}

inline void addHouse(city::CityModelBuilder &b, int number, double x, double y, const Vec2 &size, double height)
{
    b.beginObject("h" + std::to_string(number), "Building");
    b.attribute("storeysAboveGround", std::max(1.0, std::round(height / 3)));
    b.beginGeometry(city::GeometryType::Solid, "1");
    b.beginShell();
    const double r = x + size.x, t = y + size.y;
    const Vec3 p[8] = {{x, y, 0},      {r, y, 0},      {r, t, 0},      {x, t, 0},
                       {x, y, height}, {r, y, height}, {r, t, height}, {x, t, height}};
    b.surface({{p[0], p[3], p[2], p[1]}}, "GroundSurface");
    b.surface({{p[4], p[5], p[6], p[7]}}, "RoofSurface");
    for (int i = 0; i < 4; ++i) {
        const int j = (i + 1) % 4;
        b.surface({{p[i], p[j], p[j + 4], p[i + 4]}}, "WallSurface");
    }
}

/// Houses of different size and height in a square of 10 km; the same number gives the same town.
inline city::CityModelPtr town(int buildings)
{
    std::mt19937 random(20260101);
    const auto dice = [&random](double low, double high) {
        return low + (high - low) * static_cast<double>(random()) / 4294967296.0;
    };
    city::CityModelBuilder b;
    b.model().crs = EpsgCode(28992);
    const int side = static_cast<int>(std::ceil(std::sqrt(buildings)));
    const double step = kSide / side;
    for (int i = 0; i < buildings; ++i) {
        const double height = i % 50 == 0 ? dice(30, 90) : dice(6, 24);
        const Vec2 size{step * dice(0.3, 0.6), step * dice(0.3, 0.6)};
        addHouse(b, i, step * (i % side) + dice(0, 0.3) * step, step * (i / side) + dice(0, 0.3) * step, size, height);
    }
    return b.finish();
}

/// Views from all sides to an edge behind the middle of the town, with consultation areas, and the rule for them.
inline planning::PlanBasis basisOf(int views)
{
    planning::PlanBasis basis;
    for (int i = 0; i < views; ++i) {
        const double turn = 2 * M_PI * i / views, width = 120;
        const Vec2 eye{kSide / 2 + 0.49 * kSide * std::cos(turn), kSide / 2 + 0.49 * kSide * std::sin(turn)};
        const Vec2 aim{kSide / 2 - 0.3 * kSide * std::cos(turn), kSide / 2 - 0.3 * kSide * std::sin(turn)};
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

} // namespace loci::bench
