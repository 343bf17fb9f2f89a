// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/scene/calmflight.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace loci::scene {

namespace {

constexpr int kSamples = 240; // a leg

double angleBetween(const Camera &a, const Camera &b)
{
    const Vec3 x = normalised(a.focus - a.position);
    const Vec3 y = normalised(b.focus - b.position);
    return std::acos(std::clamp(dot(x, y), -1.0, 1.0)) * 180 / std::numbers::pi;
}

/// Largest turn of the sight between two samples of a leg, degrees.
double largestStep(const Flight &leg)
{
    double most = 0;
    Camera last = leg.at(0);
    for (int i = 1; i <= kSamples; ++i) {
        const Camera now = leg.at(static_cast<double>(i) / kSamples);
        most = std::max(most, angleBetween(last, now));
        last = now;
    }
    return most;
}

} // namespace

CalmFlight::CalmFlight(const Camera &from, const Camera &to) : m_legs{Flight(from, to)}, m_only(from)
{
    slowDown();
}

CalmFlight::CalmFlight(std::span<const Camera> stops) : m_only(stops.empty() ? Camera() : stops.front())
{
    m_legs.reserve(stops.size());
    for (std::size_t i = 1; i < stops.size(); ++i) {
        m_legs.emplace_back(stops[i - 1], stops[i]);
    }
    slowDown();
}

void CalmFlight::slowDown()
{
    std::vector<double> seconds;
    seconds.reserve(m_legs.size());
    for (const Flight &leg : m_legs) {
        seconds.push_back(std::max(leg.seconds(), largestStep(leg) * kSamples / kCalmTurn));
        m_seconds += seconds.back();
    }
    double sum = 0;
    m_ends.reserve(seconds.size());
    for (const double leg : seconds) {
        sum += leg;
        m_ends.push_back(sum / m_seconds);
    }
}

Camera CalmFlight::at(double share) const
{
    double begin = 0;
    for (std::size_t i = 0; i < m_legs.size(); ++i) {
        if (share < m_ends[i] || i + 1 == m_legs.size()) {
            return m_legs[i].at((share - begin) / std::max(1e-9, m_ends[i] - begin));
        }
        begin = m_ends[i];
    }
    return m_only;
}

double CalmFlight::fastestTurn() const
{
    double fastest = 0;
    double begin = 0;
    for (std::size_t i = 0; i < m_legs.size(); ++i) {
        const double seconds = (m_ends[i] - begin) * m_seconds;
        fastest = std::max(fastest, largestStep(m_legs[i]) * kSamples / std::max(1e-9, seconds));
        begin = m_ends[i];
    }
    return fastest;
}

} // namespace loci::scene
