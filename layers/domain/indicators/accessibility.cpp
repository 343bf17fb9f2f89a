// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/indicators/accessibility.h"

#include <cmath>
#include <cstdint>
#include <unordered_map>

namespace loci::indicators {

namespace {

/// Finds what lies near a place by cells as wide as the reach.
class Cells
{
public:
    Cells(const std::vector<Located> &things, double side) : m_side(side)
    {
        for (std::size_t i = 0; i < things.size(); ++i) {
            m_cells[key(cell(things[i].place.x), cell(things[i].place.y))].push_back(i);
        }
    }
    template <typename Visit>
    void near(Vec2 place, const Visit &visit) const
    {
        for (std::int64_t y = cell(place.y) - 1; y <= cell(place.y) + 1; ++y) {
            for (std::int64_t x = cell(place.x) - 1; x <= cell(place.x) + 1; ++x) {
                const auto found = m_cells.find(key(x, y));
                if (found != m_cells.end()) {
                    for (const std::size_t index : found->second) {
                        visit(index);
                    }
                }
            }
        }
    }

private:
    std::int64_t cell(double value) const { return static_cast<std::int64_t>(std::floor(value / m_side)); }
    static std::uint64_t key(std::int64_t x, std::int64_t y)
    {
        return (static_cast<std::uint64_t>(x) << 32U) ^ (static_cast<std::uint64_t>(y) & 0xffffffffU);
    }

    double m_side;
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> m_cells;
};

} // namespace

double decayWeight(Decay decay, double distance, double reach)
{
    if (distance > reach || reach <= 0) {
        return 0;
    }
    switch (decay) {
    case Decay::None:
        return 1;
    case Decay::Stepwise:
        return distance <= reach / 3 ? 1 : distance <= 2 * reach / 3 ? 0.68 : 0.22;
    case Decay::Gaussian: {
        const double edge = std::exp(-0.5);
        const double share = distance / reach;
        return (std::exp(-0.5 * share * share) - edge) / (1 - edge);
    }
    }
    return 0;
}

std::vector<double> twoStepCatchment(const std::vector<Located> &demand, const std::vector<Located> &supply,
                                     double reach, Decay decay)
{
    std::vector<double> access(demand.size(), 0);
    if (reach <= 0) {
        return access;
    }
    const Cells cells(demand, reach);
    for (const Located &service : supply) {
        const auto weightOf = [&](std::size_t index) {
            const Vec2 &place = demand[index].place;
            return decayWeight(decay, std::hypot(place.x - service.place.x, place.y - service.place.y), reach);
        };
        double people = 0;
        cells.near(service.place, [&](std::size_t index) { people += demand[index].amount * weightOf(index); });
        if (people > 0) {
            const double ratio = service.amount / people;
            cells.near(service.place, [&](std::size_t index) { access[index] += ratio * weightOf(index); });
        }
    }
    return access;
}

} // namespace loci::indicators
