// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QThread>
#include <memory>

namespace loci::test {

/// Stands on 127.0.0.1 between a client and a server of this computer, and spoils the line as a test asks. Works in a
/// thread of its own, so that the client may block the test's. What is asked holds for connections that are there and
/// for new ones; one that lost bytes stays lost.
class TcpProxy
{
public:
    explicit TcpProxy(int serverPort);
    ~TcpProxy();
    TcpProxy(const TcpProxy &) = delete;
    TcpProxy &operator=(const TcpProxy &) = delete;

    int port() const { return m_port; } ///< 0: it could not begin
    void pass();                        ///< as if it were not there
    void swallow();                     ///< a pulled cable: nothing arrives on either side, nothing is closed
    void swallowAnswers();              ///< half open: what the client says arrives, what the server says does not
    void slow(int milliseconds, int bytesPerSecond); ///< each way, each connection
    void reset();                                    ///< connections that are there end at once with RST; new ones pass
    /// The connection whose client says `words` is swallowed from then on; `arrives`: they still reach the server.
    /// Once.
    void swallowAt(const QByteArray &words, bool arrives);
    int connections() const; ///< that came so far

private:
    class Worker;
    QThread m_thread;
    std::unique_ptr<Worker> m_worker;
    int m_port = 0;
};

} // namespace loci::test
