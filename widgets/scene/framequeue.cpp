// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/framequeue.h"

#include <chrono>

namespace loci::widgets {

namespace {

constexpr std::size_t kMostWaiting = 2;
constexpr std::chrono::milliseconds kMoment{60};

} // namespace

void FrameQueue::push(Frame frame)
{
    const std::lock_guard lock(m_mutex);
    m_frames.push_back(std::move(frame));
    m_arrived.notify_one();
}

void FrameQueue::close()
{
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    m_arrived.notify_one();
}

std::optional<FrameQueue::Frame> FrameQueue::next()
{
    std::unique_lock lock(m_mutex);
    m_arrived.wait_for(lock, kMoment, [this] { return !m_frames.empty() || m_closed; });
    if (m_frames.empty()) {
        return std::nullopt;
    }
    Frame frame = std::move(m_frames.front());
    m_frames.pop_front();
    return frame;
}

bool FrameQueue::isFinished() const
{
    const std::lock_guard lock(m_mutex);
    return m_closed && m_frames.empty();
}

bool FrameQueue::isFull() const
{
    const std::lock_guard lock(m_mutex);
    return m_frames.size() >= kMostWaiting;
}

} // namespace loci::widgets
