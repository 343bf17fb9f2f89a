// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/workspace/workspace.h"
#include "tests/storage/homes.h"

#include <QElapsedTimer>
#include <QHash>

namespace loci::test {

inline constexpr int kPatience = 30'000; ///< for what has no bound of its own to hold

/// The longer figure when LOCI_LONG_TESTS is set: what the goals ask for, in minutes instead of seconds.
int longOr(int longer, int shorter);

/// Desks at one workspace on a server of the test's own.
class FaultDesks
{
public:
    /// A server and an empty workspace, another one for every test; empty, or what went wrong.
    QString begin(bool &isPossible);
    PostgisServer &server() { return m_homes.server(); }
    Homes &homes() { return m_homes; }
    /// `port` 0: the server itself; else what stands before it.
    QString address(int port = 0) const;
    Result<std::unique_ptr<workspace::Workspace>> open(int port = 0, const Clock *clock = nullptr) const;
    /// A connection of its own, as psql would have, held to nothing.
    Result<std::unique_ptr<storage::PostGisDatabase>> connection(int port = 0) const;

private:
    Homes m_homes;
};

workspace::Command setStep(const QString &key, std::optional<QByteArray> value);
QString sentence(const Error &error); ///< message and detail, for a test that fails
/// How often each key was kept, by the history of a workspace.
Result<QHash<QString, int>> timesKept(storage::Database &database);

/// The longest of several calls.
class LongestCall
{
public:
    template <class Call>
    auto operator()(const Call &call)
    {
        QElapsedTimer clock;
        clock.start();
        auto result = call();
        m_longest = std::max(m_longest, clock.elapsed());
        return result;
    }
    qint64 milliseconds() const { return m_longest; }

private:
    qint64 m_longest = 0;
};

} // namespace loci::test
