// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace loci::feeds {

/// What a stream is worth at this moment. Shown as text and colour on map, charts and lists.
enum class StreamState { Waiting, Live, Late, Stale, Broken, Paused };
QString stateCode(StreamState state); ///< "live": stable, never translated
/// The state of a code; waiting when there is no such code.
StreamState stateFrom(const QString &code);
QString stateName(StreamState state); ///< translated

struct StreamFacts
{
    std::optional<qint64> last; ///< end of the newest trusted value, ms since 1970
    qint64 cadenceMs = 0;       ///< 0: unknown
    qint64 skewMs = 0;          ///< how far the source's clock is ahead of ours
    bool paused = false;
    bool refused = false; ///< the source turned us away (password, certificate, another form of data)
};

/// Live up to twice the cadence, late up to five times, then stale; broken after a day or twenty cadences, or when the
/// source refuses us. Without a cadence a value is live for ten minutes and late for an hour.
StreamState stateOf(const StreamFacts &facts, qint64 now);
/// Milliseconds since the newest value, never negative; nothing when there is none.
std::optional<qint64> ageOf(const StreamFacts &facts, qint64 now);
/// When the state may change next, so that a view need not look all the time; nothing when it stays.
std::optional<qint64> nextChange(const StreamFacts &facts, qint64 now);
/// "3 min", "2 h", translated.
QString ageText(qint64 milliseconds);

} // namespace loci::feeds
