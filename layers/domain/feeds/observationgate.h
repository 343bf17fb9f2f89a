// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/feeds/observation.h"

#include <QHash>
#include <QSet>
#include <deque>

namespace loci::feeds {

/// How far a source's clock is ahead of ours: the median of the last twenty comparisons.
class ClockSkew
{
public:
    static constexpr qint64 kWrongMs = 5 * 60'000;
    void add(qint64 sourceTime, qint64 ourTime);
    qint64 milliseconds() const;
    bool isWrong() const { return milliseconds() > kWrongMs || milliseconds() < -kWrongMs; }

private:
    std::deque<qint64> m_samples;
};

/// Looks at every observation before it is stored: flags what is late, out of order, from the future or of a wrong
/// clock, and knows by its id what came before. It never changes a time or a value. One thread.
class ObservationGate
{
public:
    enum class Verdict { Accepted, Duplicate };
    static constexpr qint64 kFutureMs = 60'000;
    static constexpr int kRememberedIds = 4096; ///< of one stream; the store knows the rest

    /// `cadenceMs` of the stream, 0 when unknown; `skew` of its source, when one was measured.
    Verdict judge(Observation &observation, qint64 cadenceMs, const ClockSkew *skew = nullptr);
    /// After a restart: what the store has already.
    void remember(const QString &stream, qint64 newest);
    /// The newest trusted time of a stream.
    std::optional<qint64> newest(const QString &stream) const;

private:
    struct Memory
    {
        std::optional<qint64> newest;
        QSet<std::pair<QString, quint64>> ids; // with a number for time and value
        std::deque<std::pair<QString, quint64>> order;
    };
    static bool isRepeated(Memory &memory, const Observation &observation);

    QHash<QString, Memory> m_streams;
};

} // namespace loci::feeds
