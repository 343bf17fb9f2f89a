// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <memory>

namespace loci {

/// Handed to every long computation; any thread may ask or cancel. Copies share one flag. Work checks it at least
/// every 50 ms, so that cancel takes effect within 100 ms.
class CancelToken
{
public:
    CancelToken() : m_flag(std::make_shared<std::atomic<bool>>(false)) {}
    bool isCancelled() const { return m_flag->load(std::memory_order_relaxed); }
    void cancel() const { m_flag->store(true, std::memory_order_relaxed); }

private:
    std::shared_ptr<std::atomic<bool>> m_flag;
};

/// Progress of a task, 0 to 1; called from the worker's thread; may be empty.
using ProgressFunction = std::function<void(double)>;

} // namespace loci
