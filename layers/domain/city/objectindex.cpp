// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/objectindex.h"

#include <queue>
#include <algorithm>
#include <numeric>

namespace loci::city {

namespace {

/// Place on the Hilbert curve of a cell of a 65536 x 65536 grid.
std::uint32_t hilbert(std::uint32_t x, std::uint32_t y)
{
    constexpr std::uint32_t kSide = 1U << 16;
    std::uint32_t place = 0;
    for (std::uint32_t s = kSide / 2; s > 0; s /= 2) {
        const std::uint32_t right = (x & s) != 0 ? 1 : 0;
        const std::uint32_t up = (y & s) != 0 ? 1 : 0;
        place += s * s * ((3 * right) ^ up);
        if (up == 0) {
            if (right == 1) {
                x = kSide - 1 - x;
                y = kSide - 1 - y;
            }
            std::swap(x, y);
        }
    }
    return place;
}

std::uint32_t gridCell(double value, double low, double width)
{
    constexpr double kLast = 65535;
    return width > 0 ? static_cast<std::uint32_t>(std::clamp((value - low) / width * kLast, 0.0, kLast)) : 0;
}

Box2 joined(std::span<const Box2> boxes)
{
    Box2 all = boxes.front();
    for (const Box2 &box : boxes) {
        all = {std::min(all.minX, box.minX), std::min(all.minY, box.minY), std::max(all.maxX, box.maxX),
               std::max(all.maxY, box.maxY)};
    }
    return all;
}

double squaredDistance(const Box2 &box, Vec2 p)
{
    const double x = std::max({box.minX - p.x, 0.0, p.x - box.maxX});
    const double y = std::max({box.minY - p.y, 0.0, p.y - box.maxY});
    return x * x + y * y;
}

} // namespace

PackedLevels::PackedLevels(std::uint32_t items) : start{0, items}
{
    for (std::uint32_t count = items; count > 1;) {
        count = (count + kWidth - 1) / kWidth;
        start.push_back(start.back() + count);
    }
}

ObjectIndexTree ObjectIndexTree::build(const CityModel &model)
{
    std::vector<Box2> found;
    std::vector<ObjectIndex> objects;
    for (ObjectIndex o = 0; o < model.objectCount(); ++o) {
        const Box3 box = model.boundsOf(o);
        if (!box.isEmpty()) {
            found.push_back({box.min.x, box.min.y, box.max.x, box.max.y});
            objects.push_back(o);
        }
    }
    ObjectIndexTree tree;
    if (found.empty()) {
        return tree;
    }
    const Box2 all = joined(found);
    std::vector<std::uint64_t> order(found.size()); // place on the curve, then number: one key to sort by
    for (std::uint32_t i = 0; i < found.size(); ++i) {
        const Box2 &b = found[i];
        const std::uint32_t x = gridCell((b.minX + b.maxX) / 2, all.minX, all.maxX - all.minX);
        const std::uint32_t y = gridCell((b.minY + b.maxY) / 2, all.minY, all.maxY - all.minY);
        order[i] = (static_cast<std::uint64_t>(hilbert(x, y)) << 32) | i;
    }
    std::sort(order.begin(), order.end());
    const PackedLevels levels(static_cast<std::uint32_t>(found.size()));
    tree.m_boxes.reserve(levels.boxes());
    tree.m_objects.reserve(found.size());
    for (const std::uint64_t key : order) {
        const auto i = static_cast<std::uint32_t>(key);
        tree.m_boxes.push_back(found[i]);
        tree.m_objects.push_back(objects[i]);
    }
    for (std::size_t level = 0; level + 2 < levels.start.size(); ++level) {
        for (std::uint32_t i = levels.start[level]; i < levels.start[level + 1]; i += PackedLevels::kWidth) {
            const std::uint32_t count = std::min(PackedLevels::kWidth, levels.start[level + 1] - i);
            tree.m_boxes.push_back(joined(std::span(tree.m_boxes).subspan(i, count)));
        }
    }
    return tree;
}

std::optional<ObjectIndexTree> ObjectIndexTree::fromArrays(std::vector<Box2> boxes, std::vector<ObjectIndex> objects,
                                                           std::uint32_t objectCount)
{
    const bool fits = objects.size() <= objectCount &&
                      boxes.size() == PackedLevels(static_cast<std::uint32_t>(objects.size())).boxes() &&
                      std::all_of(objects.begin(), objects.end(), [&](ObjectIndex o) { return o < objectCount; });
    if (!fits) {
        return std::nullopt;
    }
    ObjectIndexTree tree;
    tree.m_boxes = std::move(boxes);
    tree.m_objects = std::move(objects);
    return tree;
}

std::vector<ObjectIndex> ObjectIndexTree::query(const Box3 &window) const
{
    std::vector<ObjectIndex> found;
    if (window.isEmpty()) {
        return found;
    }
    searchPacked(
        static_cast<std::uint32_t>(size()), {window.min.x, window.min.y, window.max.x, window.max.y},
        [this](std::uint32_t first, std::uint32_t count) { return std::span(m_boxes).subspan(first, count); },
        [&](std::uint32_t item) { found.push_back(m_objects[item]); });
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<ObjectIndex> ObjectIndexTree::nearest(Vec2 place, std::size_t count, double farthest) const
{
    struct Waiting
    {
        double distance; // squared
        bool item;
        ObjectIndex object; // of an item
        std::size_t level;
        std::uint32_t index; // in its level
        bool operator>(const Waiting &o) const
        {
            if (distance != o.distance) {
                return distance > o.distance;
            }
            return item != o.item ? item : object > o.object; // nodes first: what they hold may be as near
        }
    };
    std::vector<ObjectIndex> found;
    if (isEmpty() || count == 0) {
        return found;
    }
    const PackedLevels levels(static_cast<std::uint32_t>(size()));
    std::priority_queue<Waiting, std::vector<Waiting>, std::greater<>> queue;
    const auto put = [&](std::size_t level, std::uint32_t index) {
        const double distance = squaredDistance(m_boxes[levels.start[level] + index], place);
        if (distance <= farthest * farthest) {
            queue.push({distance, level == 0, level == 0 ? m_objects[index] : 0, level, index});
        }
    };
    put(levels.start.size() - 2, 0);
    while (!queue.empty() && found.size() < count) {
        const Waiting next = queue.top();
        queue.pop();
        if (next.item) {
            found.push_back(next.object);
            continue;
        }
        const std::uint32_t below = levels.start[next.level] - levels.start[next.level - 1];
        const std::uint32_t first = next.index * PackedLevels::kWidth;
        for (std::uint32_t i = first; i < std::min(first + PackedLevels::kWidth, below); ++i) {
            put(next.level - 1, i);
        }
    }
    return found;
}

} // namespace loci::city
