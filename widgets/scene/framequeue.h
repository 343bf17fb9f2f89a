// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <compare> of libstdc++ 12 when no Qt header comes before it
#include "layers/scene/picture.h"
#endif

#include <QString>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace loci::widgets {

/// Drawn pictures on their way from the main thread, which draws, to a worker, which casts their shadows and writes
/// them. Any thread.
class FrameQueue
{
public:
    struct Frame
    {
        scene::Picture picture;
        std::optional<scene::ShadowRequest> shadows;
        QString path;
    };

    void push(Frame frame);
    void close(); ///< there comes nothing more
    /// The next one; waits a moment for it. Empty when there is none yet, or none any more.
    std::optional<Frame> next();
    bool isFinished() const; ///< closed and empty
    bool isFull() const;     ///< enough pictures wait: drawing more would only fill the memory

    void stop() { m_stopped = true; } ///< the worker wants no more
    bool isStopped() const { return m_stopped; }
    void setDrawn(double share) { m_drawn = share; } ///< of the picture that is being drawn
    double drawn() const { return m_drawn; }

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::deque<Frame> m_frames;
    bool m_closed = false;
    std::atomic<bool> m_stopped = false;
    std::atomic<double> m_drawn = 0;
};

} // namespace loci::widgets
