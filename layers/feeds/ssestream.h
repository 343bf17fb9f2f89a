// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/httppoller.h"
#include "layers/formats/feeds/ssescanner.h"

namespace loci::feeds {

/// Server-sent events: one long answer; goes on after the last event that came, at the pause that the server wishes.
class SseStream final : public Connector
{
    Q_OBJECT
public:
    explicit SseStream(ConnectorContext context);
    ~SseStream() override;
    void start() override;
    void stop() override;

private:
    void open();
    void onReadyRead();
    void onFinished();

    QNetworkAccessManager m_network;
    QPointer<QNetworkReply> m_reply;
    QTimer m_again;
    QTimer m_silence;
    Backoff m_backoff;
    formats::SseScanner m_scanner;
};

} // namespace loci::feeds
