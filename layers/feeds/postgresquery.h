// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/connector.h"

#include <QThreadPool>
#include <QTimer>
#include <atomic>

namespace loci::feeds {

/// The rows of one SELECT on a PostgreSQL server as JSON objects, by the feed's mapping. The session may only read, for
/// a bounded time. A server that is not this computer must have a valid certificate. It is asked on a thread of its
/// own.
class PostgresQuery final : public Connector
{
    Q_OBJECT
public:
    explicit PostgresQuery(ConnectorContext context);
    ~PostgresQuery() override;
    void start() override;
    void stop() override;
    /// The rows as a JSON array. Any thread; waits.
    static Result<QByteArray> rows(const FeedDescription &feed, const std::optional<Secret> &secret);

private:
    void ask();
    void tell(const Result<QByteArray> &answer);

    QTimer m_timer;
    QThreadPool m_pool;
    int m_round = 0;
    bool m_asking = false;
};

} // namespace loci::feeds
