// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <utility>
#include <vector>

struct pg_conn;

namespace loci::storage {

/// Words and values of libpq's connection.
using PostGisParameters = std::vector<std::pair<QByteArray, QByteArray>>;

/// Asks beside a connection that is silent, over a second one, whether the server is still there and at work on what
/// the first was asked. Nothing here waits.
class PostGisProbe
{
public:
    static constexpr int kPatience = 3000; ///< milliseconds for the server to say something

    PostGisProbe(const PostGisParameters &parameters, const pg_conn *silent);
    ~PostGisProbe();
    Q_DISABLE_COPY_MOVE(PostGisProbe)

    enum class Answer {
        None,   ///< it may still come
        AtWork, ///< on the question; or the server is there and lets nobody else in
        Idle,   ///< the question did not arrive, or the answer is under way or lost
        Gone    ///< not a byte
    };
    Answer look(); ///< once

private:
    Answer asked();
    Answer said() const; ///< when time is over or signing in failed

    int m_process; ///< of the server, for the silent one
    pg_conn *m_knock;
    int m_wanted; ///< what libpq waits for
    bool m_hasSpoken = false;
    bool m_isAsked = false;
    QElapsedTimer m_clock;
};

} // namespace loci::storage
