// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/postgisprobe.h"

#include <memory>
#include <optional>

struct pg_conn;
struct pg_result;

namespace loci::storage {

struct PostGisAnswerDeleter
{
    void operator()(pg_result *answer) const;
};
using PostGisAnswer = std::unique_ptr<pg_result, PostGisAnswerDeleter>;

/// A connection to a server on which no call waits for ever, as the window's thread speaks over it as well:
/// - a call whose server has been silent for kSilence milliseconds asks over a second connection what became of it
///   (PostGisProbe). When that is not answered either, the connection is given up: kLongestSilence in all, whether
///   the cable was pulled, the server stands still, or something between the two swallows everything;
/// - when the server says twice that it is not at work on the call, only this connection was lost, and is given up;
/// - a server that is at work is waited for, up to kLongestCall: it has a time limit of its own;
/// - slow is not silent: as long as bytes go or come, nothing is given up;
/// - a new connection is made in steps (connect()), of which the caller says how long one may take.
class PostGisLink
{
public:
    static constexpr int kSilence = 2000;
    static constexpr int kLongestSilence = kSilence + PostGisProbe::kPatience;
    static constexpr int kLongestCall = 150'000; ///< without a byte in either direction

    /// RefuseOpenPasswords: a server that asks for the password itself, or for MD5 of it, is not answered.
    enum class Guard { None, RefuseOpenPasswords };

    explicit PostGisLink(PostGisParameters parameters, Guard guard = Guard::None)
        : m_parameters(std::move(parameters))
        , m_guard(guard)
    {}
    ~PostGisLink();
    Q_DISABLE_COPY_MOVE(PostGisLink)

    bool isUp() const;
    /// Goes on with making a connection, or begins to. True when it is made, false when it failed (error texts are
    /// those of connection()), nothing when it is not decided after `milliseconds`.
    std::optional<bool> connect(int milliseconds);
    bool isConnecting() const { return m_isConnecting; }
    bool isWeak() const { return m_isWeak; } ///< the last connection was not made because of the guard
    int wanted() const { return m_wanted; }  ///< while it is made: what libpq's socket waits for
    void drop();

    /// Sends and waits; the last answer, or null when the connection was given up.
    PostGisAnswer run(const char *sql);
    PostGisAnswer prepare(const char *name, const char *sql);
    PostGisAnswer runPrepared(const char *name, const std::vector<const char *> &values,
                              const std::vector<int> &lengths, const std::vector<int> &formats);

    pg_conn *connection() const { return m_connection; } ///< null: given up

private:
    PostGisAnswer answer();
    bool waitForResult();

    PostGisParameters m_parameters;
    Guard m_guard;
    bool m_isWeak = false;
    pg_conn *m_connection = nullptr;
    bool m_isConnecting = false;
    int m_wanted = 0;
};

} // namespace loci::storage
