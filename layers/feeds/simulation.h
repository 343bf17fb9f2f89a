// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/feeds/feeddescription.h"

namespace loci::feeds {

/// Forty invented sensors of the sample city: air, noise, river, traffic, temperature, visitors. Values follow the hour
/// of the day with a little noise; the same moment gives the same value on every computer.
class Simulation
{
public:
    static constexpr int kStreams = 40;
    static constexpr qint64 kCadenceMs = 5000;
    static StreamDescriptions streams();
    static double value(int stream, qint64 time);
    /// The message as published: JSON with id, sensor, phenomenonTime, value, unit, seq.
    static QByteArray message(const StreamDescription &stream, qint64 time, double value, qint64 sequence);
    static QString topic(const StreamDescription &stream);
    /// All streams at one moment: a list of such messages, the same bytes for the same moment.
    static QByteArray round(qint64 time);
    /// The feed that reads them from a broker.
    static FeedDescription feed(const QUrl &broker);
    /// The feed of the sample city that needs nobody: made inside the program, and said to be.
    static FeedDescription ownFeed();

    static constexpr qint64 kPastMs = 24 * 3'600'000; ///< as much past the loggers of the sensors have
    static constexpr qint64 kDenseMs = 10 * 60'000;   ///< at their cadence; before that every ten minutes
    /// The next moment after `time` that has values, seen from `now`: dense lately, sparse before.
    static qint64 momentAfter(qint64 time, qint64 now);
};

} // namespace loci::feeds
