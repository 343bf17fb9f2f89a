// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/connector.h"

#include <QTimer>

namespace loci::feeds {

/// The rows of one SELECT on a SQLite file as JSON objects, by the feed's mapping. The file is opened for reading, and
/// nothing but reading is allowed to the statement.
class SqliteQuery final : public Connector
{
    Q_OBJECT
public:
    explicit SqliteQuery(ConnectorContext context);
    void start() override;
    void stop() override;
    /// The rows as a JSON array; any thread.
    static Result<QByteArray> rows(const QString &path, const QString &query, qint64 sizeLimit);

private:
    void ask();

    QTimer m_timer;
};

} // namespace loci::feeds
