// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/feeds/backoff.h"
#include "layers/feeds/connector.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QTimer>

namespace loci::feeds {

/// The request that a feed's address needs: name and password as a header (never to another host), certificates
/// checked.
QNetworkRequest requestOf(const ConnectorContext &context, const QUrl &address);
/// The sentence for a failed reply, without anything of its address but the host. `refused` tells that trying again
/// makes no sense before somebody does something.
QString explainReply(const QNetworkReply &reply, const QString &host, bool &refused);

/// The address that asks a SensorThings service for what came since `cursor`, with an hour or ten cadences more, oldest
/// first; the feed's own address for every other form and without a cursor.
QUrl backfillAddress(const FeedDescription &feed, std::optional<qint64> cursor);

/// Asks again and again: only for what changed, within a time and a size, following the pages that the source names.
/// After a start and after a failure it asks a SensorThings service for what it missed meanwhile.
class HttpPoller final : public Connector
{
    Q_OBJECT
public:
    explicit HttpPoller(ConnectorContext context);
    ~HttpPoller() override;
    void start() override;
    void stop() override;

private:
    void fetch(const QUrl &address);
    void onFinished(QNetworkReply *reply);
    void onFailure(QNetworkReply *reply, int status);
    void onRead(const PayloadFacts &facts, const QUrl &page);
    void deliver(QNetworkReply *reply);
    void later(qint64 milliseconds);

    QNetworkAccessManager m_network;
    QPointer<QNetworkReply> m_reply;
    QTimer m_timer;
    Backoff m_backoff;
    QByteArray m_entityTag;
    QByteArray m_modified;
    qint64 m_lifetimeMs = 0;
    std::optional<qint64> m_cursor; ///< all before it was handed over
    bool m_behind = true;           ///< the next poll fills the gap since the cursor
    int m_pages = 0;
    bool m_running = false;
    bool m_tooLarge = false;
};

} // namespace loci::feeds
