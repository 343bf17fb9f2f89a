// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <functional>

namespace loci::feeds {

/// How long to wait before the next attempt: anything up to the base times two to the number of failures, within the
/// cap ("full jitter"), so that a thousand clients do not come back at once.
class Backoff
{
public:
    using Random = std::function<double()>; ///< 0 to 1
    explicit Backoff(Random random, qint64 baseMs = 1000, qint64 capMs = 30'000)
        : m_random(std::move(random))
        , m_base(baseMs)
        , m_cap(capMs)
    {}
    qint64 next(); ///< after one more failure
    void reset() { m_failures = 0; }
    int failures() const { return m_failures; }

private:
    Random m_random;
    qint64 m_base;
    qint64 m_cap;
    int m_failures = 0;
};

} // namespace loci::feeds
