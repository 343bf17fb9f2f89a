// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/scene/camerapath.h"

#include "layers/scene/cameramotion.h"

#include <algorithm>

namespace loci::scene {

namespace {

/// Catmull and Rom's curve between `b` and `c`, with `a` before and `d` after them.
Vec3 between(const Vec3 &a, const Vec3 &b, const Vec3 &c, const Vec3 &d, double t)
{
    const Vec3 linear = (c - a) * t;
    const Vec3 square = (a * 2 - b * 5 + c * 4 - d) * (t * t);
    const Vec3 cube = (b * 3 - a - c * 3 + d) * (t * t * t);
    return (b * 2 + linear + square + cube) * 0.5;
}

double eased(double share)
{
    return share * share * (3 - 2 * share);
}

} // namespace

std::vector<Camera> orbitPath(const Camera &start, const Vec3 &pivot, int frames)
{
    std::vector<Camera> path;
    for (int i = 0; i < frames; ++i) {
        path.push_back(orbited(start, pivot, 360.0 * i / frames, 0));
    }
    return path;
}

std::vector<Camera> pathThrough(std::span<const Camera> stops, int frames)
{
    if (stops.size() < 2 || frames < 2) {
        return stops.empty() || frames < 1 ? std::vector<Camera>() : std::vector<Camera>{stops.front()};
    }
    std::vector<double> along{0}; // way to each stop
    for (std::size_t i = 1; i < stops.size(); ++i) {
        const double way =
            length(stops[i].position - stops[i - 1].position) + length(stops[i].focus - stops[i - 1].focus);
        along.push_back(along.back() + std::max(way, 1e-6));
    }
    std::vector<Camera> path;
    for (int i = 0; i < frames; ++i) {
        const double way = along.back() * eased(static_cast<double>(i) / (frames - 1));
        const auto next = std::clamp<std::size_t>(
            static_cast<std::size_t>(std::upper_bound(along.begin(), along.end(), way) - along.begin()), 1,
            stops.size() - 1);
        const double t = std::clamp((way - along[next - 1]) / (along[next] - along[next - 1]), 0.0, 1.0);
        const Camera &b = stops[next - 1];
        const Camera &c = stops[next];
        const Camera &a = next >= 2 ? stops[next - 2] : b;
        const Camera &d = next + 1 < stops.size() ? stops[next + 1] : c;
        path.push_back({between(a.position, b.position, c.position, d.position, t),
                        between(a.focus, b.focus, c.focus, d.focus, t)});
    }
    return path;
}

} // namespace loci::scene
