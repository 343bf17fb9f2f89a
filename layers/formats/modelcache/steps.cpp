// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/modelcache/steps.h"

#include <algorithm>
#include <atomic>
#include <new>
#include <system_error>
#include <thread>

namespace loci::formats::modelcache {

namespace {
constexpr std::uint64_t kWorthAThread = std::uint64_t(4) << 20;
constexpr unsigned kMostThreads = 4;
} // namespace

bool Steps::run()
{
    std::uint64_t total = 0;
    for (const Step &step : m_steps) {
        total += step.bytes;
    }
    std::sort(m_steps.begin(), m_steps.end(), [](const Step &a, const Step &b) { return a.bytes > b.bytes; });
    std::atomic<std::size_t> next{0};
    std::atomic<bool> good{true};
    const auto work = [&] {
        for (std::size_t i = next++; i < m_steps.size() && good; i = next++) {
            try {
                if (!m_steps[i].work()) {
                    good = false;
                }
            } catch (const std::bad_alloc &) {
                good = false;
            }
        }
    };
    std::vector<std::thread> helpers;
    const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    const auto wanted = static_cast<unsigned>(std::min<std::uint64_t>(total / kWorthAThread, kMostThreads - 1));
    try {
        for (unsigned i = 0; i < std::min(wanted, cores - 1); ++i) {
            helpers.emplace_back(work);
        }
    } catch (const std::system_error &) { // no more threads: this one does it
    }
    work();
    for (std::thread &helper : helpers) {
        helper.join();
    }
    return good;
}

} // namespace loci::formats::modelcache
