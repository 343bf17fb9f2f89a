// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <optional>
#include <vector>

namespace loci::formats {

struct ServerSentEvent
{
    QByteArray data;
    QByteArray name;
};

/// Cuts a text/event-stream into events, whatever the pieces it comes in. An event above the limit is passed over.
class SseScanner
{
public:
    explicit SseScanner(qint64 sizeLimit) : m_limit(sizeLimit) {}
    std::vector<ServerSentEvent> add(const QByteArray &piece);
    QByteArray lastId() const { return m_lastId; }         ///< for Last-Event-ID
    std::optional<int> retryMs() const { return m_retry; } ///< the pause that the server wishes
    void restart();                                        ///< a new connection; the last id stays

private:
    void line(const QByteArray &line, std::vector<ServerSentEvent> &events);

    qint64 m_limit;
    QByteArray m_rest;
    ServerSentEvent m_event;
    QByteArray m_lastId;
    std::optional<int> m_retry;
    bool m_hasData = false;
    bool m_tooLarge = false;
};

} // namespace loci::formats
