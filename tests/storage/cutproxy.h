// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <thread>

namespace loci::test {

/// A cable between a desk and a server on this computer, that a test pulls and plugs in again. It works beside the
/// test's own thread, which may be waiting for an answer.
class CutProxy
{
public:
    explicit CutProxy(int serverPort);
    ~CutProxy();
    CutProxy(const CutProxy &) = delete;
    CutProxy &operator=(const CutProxy &) = delete;

    int port() const { return m_port; }
    void cut() { set(true); } ///< every connection ends, and none is taken
    void mend() { set(false); }

private:
    void set(bool isCut); ///< and waits until it is so
    void run();

    int m_serverPort;
    int m_port = 0;
    std::atomic<bool> m_isWantedCut = false, m_isCut = false, m_isEnding = false;
    std::thread m_thread;
};

} // namespace loci::test
