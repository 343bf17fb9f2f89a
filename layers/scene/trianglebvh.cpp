// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/scene/trianglebvh.h"

#include <algorithm>
#include <numeric>

namespace loci::scene {

namespace {

constexpr std::uint32_t kLeafSize = 4;
constexpr int kBins = 12;
constexpr int kStackSize = 128;

struct Bounds
{
    float min[3]{std::numeric_limits<float>::max(), std::numeric_limits<float>::max(),
                 std::numeric_limits<float>::max()};
    float max[3]{std::numeric_limits<float>::lowest(), std::numeric_limits<float>::lowest(),
                 std::numeric_limits<float>::lowest()};

    void include(const float *lowest, const float *highest)
    {
        for (int axis = 0; axis < 3; ++axis) {
            min[axis] = std::min(min[axis], lowest[axis]);
            max[axis] = std::max(max[axis], highest[axis]);
        }
    }
    float area() const
    {
        const float x = max[0] - min[0];
        const float y = max[1] - min[1];
        const float z = max[2] - min[2];
        return x < 0 ? 0 : x * y + y * z + z * x;
    }
};

/// Distance at which the ray enters the box, or a negative number when it misses it or the box is farther.
double entry(const float *lowest, const float *highest, const Vec3 &from, const Vec3 &inverse, double farthest)
{
    const double origin[3]{from.x, from.y, from.z};
    const double inverted[3]{inverse.x, inverse.y, inverse.z};
    double nearest = 0;
    double last = farthest;
    for (int axis = 0; axis < 3; ++axis) {
        // A hair wider than the box: a flat box must not be missed by rounding.
        const double a = (lowest[axis] - 1e-4 - origin[axis]) * inverted[axis];
        const double b = (highest[axis] + 1e-4 - origin[axis]) * inverted[axis];
        nearest = std::max(nearest, std::min(a, b));
        last = std::min(last, std::max(a, b));
    }
    return nearest <= last ? nearest : -1;
}

} // namespace

struct TriangleBvh::Builder
{
    TriangleBvh &tree;
    std::vector<Bounds> boxes;
    std::vector<std::array<float, 3>> centres;

    explicit Builder(TriangleBvh &owner) : tree(owner)
    {
        const std::size_t count = tree.m_triangles.size() / 3;
        boxes.resize(count);
        centres.resize(count);
        for (std::size_t t = 0; t < count; ++t) {
            for (int corner = 0; corner < 3; ++corner) {
                const float *p =
                    tree.m_positions.data() + 3 * static_cast<std::size_t>(tree.m_triangles[3 * t + corner]);
                boxes[t].include(p, p);
            }
            for (int axis = 0; axis < 3; ++axis) {
                centres[t][axis] = (boxes[t].min[axis] + boxes[t].max[axis]) / 2;
            }
        }
        tree.m_order.resize(count);
        std::iota(tree.m_order.begin(), tree.m_order.end(), 0U);
        tree.m_nodes.reserve(count / 2 + 1);
    }

    /// Where to cut [begin, end), sorted so that the left part comes first; `begin` when it is better left whole.
    std::uint32_t cut(std::uint32_t begin, std::uint32_t end)
    {
        Bounds middle;
        for (std::uint32_t i = begin; i < end; ++i) {
            middle.include(centres[tree.m_order[i]].data(), centres[tree.m_order[i]].data());
        }
        int axis = 0;
        for (int other = 1; other < 3; ++other) {
            if (middle.max[other] - middle.min[other] > middle.max[axis] - middle.min[axis]) {
                axis = other;
            }
        }
        const float low = middle.min[axis];
        const float extent = middle.max[axis] - low;
        if (extent <= 0) {
            return end - begin <= 4 * kLeafSize ? begin : (begin + end) / 2;
        }
        const auto binOf = [&](std::uint32_t t) {
            return std::min(kBins - 1, static_cast<int>((centres[t][axis] - low) / extent * kBins));
        };
        std::array<Bounds, kBins> bins;
        std::array<std::uint32_t, kBins> counts{};
        for (std::uint32_t i = begin; i < end; ++i) {
            const std::uint32_t t = tree.m_order[i];
            bins[binOf(t)].include(boxes[t].min, boxes[t].max);
            ++counts[binOf(t)];
        }
        const int best = cheapest(bins, counts);
        const auto middleOf = std::partition(tree.m_order.begin() + begin, tree.m_order.begin() + end,
                                             [&](std::uint32_t t) { return binOf(t) <= best; });
        const auto place = static_cast<std::uint32_t>(middleOf - tree.m_order.begin());
        return place == begin || place == end ? (begin + end) / 2 : place;
    }

    static int cheapest(const std::array<Bounds, kBins> &bins, const std::array<std::uint32_t, kBins> &counts)
    {
        std::array<float, kBins> left{};
        Bounds box;
        std::uint32_t count = 0;
        for (int b = 0; b < kBins - 1; ++b) {
            box.include(bins[b].min, bins[b].max);
            count += counts[b];
            left[b] = box.area() * static_cast<float>(count);
        }
        box = {};
        count = 0;
        int best = kBins / 2;
        float lowest = std::numeric_limits<float>::max();
        for (int b = kBins - 1; b > 0; --b) {
            box.include(bins[b].min, bins[b].max);
            count += counts[b];
            const float cost = left[b - 1] + box.area() * static_cast<float>(count);
            if (cost < lowest) {
                lowest = cost;
                best = b - 1;
            }
        }
        return best;
    }

    void build(std::uint32_t node, std::uint32_t begin, std::uint32_t end, int depth)
    {
        Bounds box;
        for (std::uint32_t i = begin; i < end; ++i) {
            box.include(boxes[tree.m_order[i]].min, boxes[tree.m_order[i]].max);
        }
        std::copy(box.min, box.min + 3, tree.m_nodes[node].min);
        std::copy(box.max, box.max + 3, tree.m_nodes[node].max);
        std::uint32_t middle = begin;
        if (end - begin > kLeafSize) {
            middle = depth < 48 ? cut(begin, end) : (begin + end) / 2; // halving from there on bounds the depth
        }
        if (middle == begin) {
            tree.m_nodes[node].first = begin;
            tree.m_nodes[node].count = end - begin;
            return;
        }
        const auto children = static_cast<std::uint32_t>(tree.m_nodes.size());
        tree.m_nodes.resize(tree.m_nodes.size() + 2);
        tree.m_nodes[node].first = children;
        build(children, begin, middle, depth + 1);
        build(children + 1, middle, end, depth + 1);
    }
};

TriangleBvh::TriangleBvh(std::span<const float> positions, std::span<const std::int32_t> triangles)
    : m_positions(positions)
    , m_triangles(triangles)
{
    if (triangles.empty()) {
        return;
    }
    Builder builder(*this);
    m_nodes.emplace_back();
    builder.build(0, 0, static_cast<std::uint32_t>(m_order.size()), 0);
    m_nodes.shrink_to_fit();
}

std::optional<double> TriangleBvh::meets(const Ray &ray, std::uint32_t triangle) const
{
    const auto corner = [this, triangle](int i) {
        const float *p = m_positions.data() + 3 * static_cast<std::size_t>(m_triangles[3 * triangle + i]);
        return Vec3{p[0], p[1], p[2]};
    };
    const Vec3 a = corner(0);
    const Vec3 ab = corner(1) - a;
    const Vec3 ac = corner(2) - a;
    const Vec3 p = cross(ray.direction, ac);
    const double determinant = dot(ab, p);
    if (std::abs(determinant) < 1e-14) {
        return std::nullopt;
    }
    const Vec3 s = ray.from - a;
    const double u = dot(s, p) / determinant;
    const Vec3 q = cross(s, ab);
    const double v = dot(ray.direction, q) / determinant;
    // The seam between two triangles belongs to both, so that no ray slips through.
    constexpr double kSeam = 1e-9;
    if (u < -kSeam || v < -kSeam || u + v > 1 + kSeam) {
        return std::nullopt;
    }
    const double distance = dot(ac, q) / determinant;
    return distance >= 0 ? std::optional(distance) : std::nullopt;
}

std::optional<TriangleBvh::Answer> TriangleBvh::nearest(const Ray &ray, double farthest,
                                                        const std::function<bool(std::uint32_t)> &ignored) const
{
    if (m_nodes.empty()) {
        return std::nullopt;
    }
    const auto inverted = [](double d) { return 1 / (std::abs(d) > 1e-300 ? d : 1e-300); };
    const Vec3 inverse{inverted(ray.direction.x), inverted(ray.direction.y), inverted(ray.direction.z)};
    std::optional<Answer> best;
    double limit = farthest;
    std::array<std::uint32_t, kStackSize> stack;
    int height = 0;
    stack[height++] = 0;
    while (height > 0) {
        const Node &node = m_nodes[stack[--height]];
        if (entry(node.min, node.max, ray.from, inverse, limit) < 0) {
            continue;
        }
        if (node.count == 0) {
            const Node &a = m_nodes[node.first];
            const Node &b = m_nodes[node.first + 1];
            const double toA = entry(a.min, a.max, ray.from, inverse, limit);
            const double toB = entry(b.min, b.max, ray.from, inverse, limit);
            const bool aFirst = toA <= toB;
            if ((aFirst ? toB : toA) >= 0) {
                stack[height++] = node.first + (aFirst ? 1 : 0);
            }
            if ((aFirst ? toA : toB) >= 0) {
                stack[height++] = node.first + (aFirst ? 0 : 1);
            }
            continue;
        }
        for (std::uint32_t i = node.first; i < node.first + node.count; ++i) {
            const std::uint32_t triangle = m_order[i];
            const auto distance = meets(ray, triangle);
            if (distance && *distance < limit && !(ignored && ignored(triangle))) {
                limit = *distance;
                best = Answer{triangle, *distance};
            }
        }
    }
    return best;
}

bool TriangleBvh::meetsAny(const Ray &ray, double farthest, const std::function<bool(std::uint32_t)> &ignored) const
{
    if (m_nodes.empty()) {
        return false;
    }
    const auto inverted = [](double d) { return 1 / (std::abs(d) > 1e-300 ? d : 1e-300); };
    const Vec3 inverse{inverted(ray.direction.x), inverted(ray.direction.y), inverted(ray.direction.z)};
    std::array<std::uint32_t, kStackSize> stack;
    int height = 0;
    stack[height++] = 0;
    while (height > 0) {
        const Node &node = m_nodes[stack[--height]];
        if (entry(node.min, node.max, ray.from, inverse, farthest) < 0) {
            continue;
        }
        if (node.count == 0) {
            stack[height++] = node.first;
            stack[height++] = node.first + 1;
            continue;
        }
        for (std::uint32_t i = node.first; i < node.first + node.count; ++i) {
            const auto distance = meets(ray, m_order[i]);
            if (distance && *distance < farthest && !(ignored && ignored(m_order[i]))) {
                return true;
            }
        }
    }
    return false;
}

double TriangleBvh::clearance(const Vec3 &place, double limit) const
{
    if (m_nodes.empty()) {
        return limit;
    }
    double best = limit;
    std::array<std::uint32_t, kStackSize> stack;
    int height = 0;
    stack[height++] = 0;
    while (height > 0) {
        const Node &node = m_nodes[stack[--height]];
        const Vec3 out{std::max({node.min[0] - place.x, 0.0, place.x - node.max[0]}),
                       std::max({node.min[1] - place.y, 0.0, place.y - node.max[1]}),
                       std::max({node.min[2] - place.z, 0.0, place.z - node.max[2]})};
        const double distance = length(out);
        if (distance >= best) {
            continue;
        }
        if (node.count > 0) {
            best = distance;
        } else {
            stack[height++] = node.first;
            stack[height++] = node.first + 1;
        }
    }
    return best;
}

} // namespace loci::scene
