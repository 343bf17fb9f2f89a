// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/citygml/gmlvertices.h"

#include <algorithm>
#include <cmath>

namespace loci::formats {

namespace {

constexpr double kFinest = 10000; ///< steps a metre at the start
constexpr double kFarthest = 1e9; ///< metres; beyond every projected coordinate
constexpr double kLimit = 2147483647.0;
constexpr std::size_t kFewSlots = 256;

std::uint64_t hashed(const std::int32_t *v)
{
    std::uint64_t h = static_cast<std::uint32_t>(v[0]);
    h = (h ^ (static_cast<std::uint64_t>(static_cast<std::uint32_t>(v[1])) << 32U)) * 0x9E3779B97F4A7C15ULL;
    h = (h ^ (h >> 29U) ^ static_cast<std::uint32_t>(v[2])) * 0xBF58476D1CE4E5B9ULL;
    return h ^ (h >> 32U);
}

} // namespace

void GmlVertices::beginObject()
{
    if (m_slots.size() != kFewSlots) {
        m_slots = std::vector<std::uint32_t>(kFewSlots, 0);
    } else if (m_used > 0) {
        std::fill(m_slots.begin(), m_slots.end(), 0);
    }
    m_used = 0;
}

void GmlVertices::start(const Vec3 &world)
{
    m_started = true;
    m_store.scale = {1 / kFinest, 1 / kFinest, 1 / kFinest};
    // Whole kilometres near the data: steps stay small, and numbers with few decimals stay exact.
    m_store.translate = {std::floor(world.x / 1000) * 1000, std::floor(world.y / 1000) * 1000, 0};
}

bool GmlVertices::toSteps(const Vec3 &world, std::array<std::int32_t, 3> &steps) const
{
    const std::array<double, 3> value{world.x, world.y, world.z};
    const double perMetre = std::round(1 / m_store.scale[0]);
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const double moved = value[axis] - m_store.translate[axis];
        const double step = std::round(perMetre >= 1 ? moved * perMetre : moved / m_store.scale[0]);
        if (!(std::abs(step) <= kLimit)) {
            return false;
        }
        steps[axis] = static_cast<std::int32_t>(step);
    }
    return true;
}

void GmlVertices::coarsen()
{
    const double perMetre = std::round(1 / m_store.scale[0]);
    const double scale = perMetre > 1 ? 1 / (perMetre / 10) : m_store.scale[0] * 10;
    m_store.scale = {scale, scale, scale};
    for (std::int32_t &v : m_store.xyz) {
        v = static_cast<std::int32_t>(std::lround(v / 10.0));
    }
    m_slots.assign(kFewSlots, 0); // vertices of the object that became equal stay apart
    m_used = 0;
}

std::uint32_t GmlVertices::add(const Vec3 &world)
{
    const bool sane = std::abs(world.x) < kFarthest && std::abs(world.y) < kFarthest && std::abs(world.z) < kFarthest;
    if (!sane || m_store.size() == city::kNone - 1) {
        return city::kNone;
    }
    if (!m_started) {
        start(world);
    }
    std::array<std::int32_t, 3> steps{};
    while (!toSteps(world, steps)) {
        coarsen();
    }
    return shared(steps);
}

std::uint32_t GmlVertices::shared(const std::array<std::int32_t, 3> &steps)
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = hashed(steps.data()) & mask;
    while (m_slots[slot] != 0) {
        const std::uint32_t vertex = m_slots[slot] - 1;
        if (std::equal(steps.begin(), steps.end(), m_store.xyz.begin() + 3 * static_cast<std::ptrdiff_t>(vertex))) {
            return vertex;
        }
        slot = (slot + 1) & mask;
    }
    const std::uint32_t vertex = m_store.size();
    m_store.xyz.insert(m_store.xyz.end(), steps.begin(), steps.end());
    m_slots[slot] = vertex + 1;
    if (++m_used * 2 > m_slots.size()) {
        growSlots();
    }
    return vertex;
}

void GmlVertices::growSlots()
{
    std::vector<std::uint32_t> larger(m_slots.size() * 2, 0);
    const std::size_t mask = larger.size() - 1;
    for (const std::uint32_t entry : m_slots) {
        if (entry != 0) {
            std::size_t slot = hashed(m_store.xyz.data() + 3 * static_cast<std::size_t>(entry - 1)) & mask;
            while (larger[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            larger[slot] = entry;
        }
    }
    m_slots = std::move(larger);
}

} // namespace loci::formats
