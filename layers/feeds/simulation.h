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
    /// The feed that reads them from a broker.
    static FeedDescription feed(const QUrl &broker);
};

} // namespace loci::feeds
