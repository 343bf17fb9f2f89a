// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/view/skyline.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <numbers>

namespace loci::analysis {

namespace {

constexpr double kDegree = std::numbers::pi / 180;

class SkylineMaker
{
public:
    SkylineMaker(const Vec3 &eye, std::size_t bins) : m_eye(eye), m_distance(bins, 0) { m_skyline.bins.resize(bins); }

    void add(const Triangle3 &t, std::uint32_t owner)
    {
        std::array<double, 3> azimuth{};
        for (std::size_t i = 0; i < 3; ++i) {
            azimuth[i] = std::atan2(t[i].x - m_eye.x, t[i].y - m_eye.y) / kDegree;
        }
        // The bins between the outermost corners; all of them when the eye stands over the triangle.
        const double first = azimuth[0];
        double low = 0, high = 0;
        for (std::size_t i = 1; i < 3; ++i) {
            const double turn = std::remainder(azimuth[i] - first, 360);
            low = std::min(low, turn);
            high = std::max(high, turn);
        }
        const double width = m_skyline.binWidth();
        const auto count = static_cast<long>(m_skyline.bins.size());
        const bool around = high - low >= 180 || isOver(t);
        const long from = around ? 0 : static_cast<long>(std::floor((first + low) / width)) - 1;
        const long to = around ? count - 1 : static_cast<long>(std::ceil((first + high) / width)) + 1;
        for (long b = from; b <= to; ++b) {
            cut(t, owner, static_cast<std::size_t>(((b % count) + count) % count));
        }
    }

    Skyline take() { return std::move(m_skyline); }

private:
    bool isOver(const Triangle3 &t) const
    {
        int left = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            const Vec3 &a = t[i];
            const Vec3 &b = t[(i + 1) % 3];
            left += (b.x - a.x) * (m_eye.y - a.y) - (b.y - a.y) * (m_eye.x - a.x) >= 0 ? 1 : -1;
        }
        return std::abs(left) == 3;
    }

    void cut(const Triangle3 &t, std::uint32_t owner, std::size_t bin)
    {
        const double azimuth = m_skyline.azimuth(bin) * kDegree;
        const Vec2 along{std::sin(azimuth), std::cos(azimuth)};
        std::array<double, 3> side{}, ahead{};
        for (std::size_t i = 0; i < 3; ++i) {
            const Vec2 p{t[i].x - m_eye.x, t[i].y - m_eye.y};
            side[i] = along.x * p.y - along.y * p.x;
            ahead[i] = along.x * p.x + along.y * p.y;
        }
        for (std::size_t i = 0; i < 3; ++i) {
            const std::size_t j = (i + 1) % 3;
            if ((side[i] >= 0) == (side[j] >= 0)) {
                continue;
            }
            const double s = side[i] / (side[i] - side[j]);
            const double d = ahead[i] + s * (ahead[j] - ahead[i]);
            if (d > 0) {
                raise(bin, d, t[i].z + s * (t[j].z - t[i].z), owner);
            }
        }
    }

    void raise(std::size_t bin, double distance, double z, std::uint32_t owner)
    {
        const double angle = std::atan2(z - m_eye.z, distance) / kDegree;
        Skyline::Bin &known = m_skyline.bins[bin];
        const bool higher = !known.angle || angle > *known.angle;
        if (higher || (angle == *known.angle && distance < m_distance[bin])) {
            known.angle = angle;
            known.owner = owner;
            m_distance[bin] = distance;
        }
    }

    Vec3 m_eye;
    Skyline m_skyline;
    std::vector<double> m_distance;
};

} // namespace

Skyline skylineFrom(const OwnedFaces &faces, const Vec3 &eye, std::size_t bins)
{
    SkylineMaker maker(eye, std::max<std::size_t>(bins, 1));
    if (!std::isfinite(eye.x) || !std::isfinite(eye.y) || !std::isfinite(eye.z)) {
        return maker.take(); // nobody stands there
    }
    for (std::size_t i = 0; i < faces.triangles.size(); ++i) {
        maker.add(faces.triangles[i], faces.owners[i]);
    }
    return maker.take();
}

SkylineFigures figuresOf(const std::vector<std::optional<double>> &angles, double classWidth)
{
    SkylineFigures figures;
    std::vector<double> known;
    known.reserve(angles.size());
    std::map<long, std::size_t> classes;
    for (const auto &angle : angles) {
        if (angle) {
            known.push_back(*angle);
            ++classes[std::lround(*angle / classWidth)];
        }
    }
    figures.empty = angles.size() - known.size();
    figures.classes = classes.size();
    if (known.empty()) {
        return figures;
    }
    const auto count = static_cast<double>(known.size());
    for (const double angle : known) {
        figures.mean += angle / count;
    }
    double squares = 0;
    for (std::size_t i = 0; i < known.size(); ++i) {
        squares += (known[i] - figures.mean) * (known[i] - figures.mean);
        figures.variation += i > 0 ? std::abs(known[i] - known[i - 1]) : 0;
    }
    figures.deviation = std::sqrt(squares / count);
    for (const auto &[number, members] : classes) {
        const double share = static_cast<double>(members) / count;
        figures.entropy -= share * std::log(share);
    }
    return figures;
}

SkylineFigures figuresOf(const Skyline &skyline, double classWidth)
{
    std::vector<std::optional<double>> angles;
    angles.reserve(skyline.bins.size());
    for (const Skyline::Bin &bin : skyline.bins) {
        angles.push_back(bin.angle);
    }
    return figuresOf(angles, classWidth);
}

double changedShare(const Skyline &before, const Skyline &after, double tolerance)
{
    const std::size_t count = std::min(before.bins.size(), after.bins.size());
    std::size_t changed = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const auto &a = before.bins[i].angle;
        const auto &b = after.bins[i].angle;
        changed += a.has_value() != b.has_value() || (a && std::abs(*a - *b) > tolerance) ? 1 : 0;
    }
    return count == 0 ? 0 : static_cast<double>(changed) / static_cast<double>(count);
}

std::optional<double> visibleShare(const RayScene &alone, const RayScene &town, std::uint32_t owner, const Vec3 &eye,
                                   const Box3 &bounds)
{
    constexpr int kSide = 400;
    const Vec3 middle = bounds.centre();
    const double heading = std::atan2(middle.x - eye.x, middle.y - eye.y);
    double half = 0, low = 1, high = -1;
    for (int corner = 0; corner < 8; ++corner) {
        const Vec3 p{(corner & 1) != 0 ? bounds.max.x : bounds.min.x, (corner & 2) != 0 ? bounds.max.y : bounds.min.y,
                     (corner & 4) != 0 ? bounds.max.z : bounds.min.z};
        const double flat = std::hypot(p.x - eye.x, p.y - eye.y);
        half = std::max(half,
                        std::abs(std::remainder(std::atan2(p.x - eye.x, p.y - eye.y) - heading, 2 * std::numbers::pi)));
        const double rise = (p.z - eye.z) / std::hypot(flat, p.z - eye.z);
        low = std::min(low, rise);
        high = std::max(high, rise);
    }
    if (bounds.contains2d({eye.x, eye.y})) { // the corners do not tell: it is all around
        half = std::numbers::pi;
        low = -1;
        high = 1;
    }
    std::size_t whole = 0, free = 0;
    const double far = std::numeric_limits<double>::infinity();
    for (int i = 0; i < kSide; ++i) {
        const double azimuth = heading + half * (2 * (i + 0.5) / kSide - 1);
        for (int j = 0; j < kSide; ++j) {
            // Equal steps of the sine of the elevation are equal solid angles.
            const double up = low + (high - low) * (j + 0.5) / kSide;
            const double flat = std::sqrt(std::max(0.0, 1 - up * up));
            const Vec3 direction{flat * std::sin(azimuth), flat * std::cos(azimuth), up};
            if (alone.nearest(eye, direction, far)) {
                ++whole;
                const auto hit = town.nearest(eye, direction, far);
                free += hit && hit->owner == owner ? 1 : 0;
            }
        }
    }
    return whole == 0 ? std::nullopt : std::optional(static_cast<double>(free) / static_cast<double>(whole));
}

} // namespace loci::analysis
