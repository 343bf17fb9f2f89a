// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/feeds/backoff.h"
#include "layers/feeds/connector.h"

#include <QTimer>
#include <QWebSocket>

namespace loci::feeds {

/// Messages of a WebSocket, with pings so that a dead line is noticed.
class WebSocketStream final : public Connector
{
    Q_OBJECT
public:
    explicit WebSocketStream(ConnectorContext context);
    ~WebSocketStream() override;
    void start() override;
    void stop() override;

private:
    void open();
    void take(const QByteArray &bytes);
    void onEnd();
    void onPing();

    QWebSocket m_socket;
    QTimer m_again;
    QTimer m_ping;
    Backoff m_backoff;
    bool m_running = false;
    bool m_answered = true;
    bool m_refused = false;
};

} // namespace loci::feeds
