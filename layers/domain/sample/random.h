// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace loci::sample {

/// SplitMix64: the same numbers from the same seed with every compiler and standard library.
class Random
{
public:
    explicit Random(std::uint64_t seed) : m_state(seed) {}
    std::uint64_t next()
    {
        m_state += 0x9e3779b97f4a7c15ULL;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    double unit() { return static_cast<double>(next() >> 11) * (1.0 / 9007199254740992.0); } ///< [0, 1)
    double range(double low, double high) { return low + (high - low) * unit(); }
    int integer(int low, int high) ///< both ends included
    {
        return low + static_cast<int>(next() % static_cast<std::uint64_t>(high - low + 1));
    }
    bool chance(double probability) { return unit() < probability; }
    template <class T>
    const T &pick(const std::vector<T> &from)
    {
        return from[static_cast<std::size_t>(next() % from.size())];
    }
    Random fork() { return Random(next()); } ///< an independent stream: one room's draws do not shift another's

private:
    std::uint64_t m_state;
};

} // namespace loci::sample
