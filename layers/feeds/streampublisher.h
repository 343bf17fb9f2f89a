// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/result.h"

#include <QByteArray>
#include <QUrl>
#include <memory>

namespace loci::feeds {

/// Publishes messages at QoS 1 to a broker (mqtt:// or mqtts://), for replays. Each method waits; one thread.
class StreamPublisher
{
public:
    static Result<std::unique_ptr<StreamPublisher>> connect(const QUrl &broker, int milliseconds = 10'000);
    ~StreamPublisher();
    Q_DISABLE_COPY_MOVE(StreamPublisher)

    /// Waits while too many are on their way, also over a restart of the broker; fails when nothing moves for too long.
    Result<> publish(const QString &topic, const QByteArray &message);
    /// Until the broker has confirmed all.
    Result<> finish(int milliseconds = 60'000);
    qint64 confirmed() const;

private:
    struct Connection;
    explicit StreamPublisher(std::unique_ptr<Connection> connection);
    std::unique_ptr<Connection> m_connection;
};

} // namespace loci::feeds
