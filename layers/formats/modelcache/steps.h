// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

namespace loci::formats::modelcache {

/// Pieces of work that do not touch each other, done by this thread and, when there is much to do, by a few helpers
/// that end before run() does. A piece that says no, or runs out of memory, ends it all.
class Steps
{
public:
    void add(std::uint64_t bytes, std::function<bool()> work) { m_steps.push_back({bytes, std::move(work)}); }
    bool run();

private:
    struct Step
    {
        std::uint64_t bytes;
        std::function<bool()> work;
    };
    std::vector<Step> m_steps;
};

} // namespace loci::formats::modelcache
