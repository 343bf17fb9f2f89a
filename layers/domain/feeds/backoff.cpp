// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/feeds/backoff.h"

#include <algorithm>
#include <cmath>

namespace loci::feeds {

qint64 Backoff::next()
{
    constexpr int kMostDoublings = 30;
    constexpr double kLeast = 0.1; // never at once
    const double widest = std::min(static_cast<double>(m_cap),
                                   std::ldexp(static_cast<double>(m_base), std::min(m_failures, kMostDoublings)));
    ++m_failures;
    return std::llround(widest * std::clamp(m_random(), kLeast, 1.0));
}

} // namespace loci::feeds
