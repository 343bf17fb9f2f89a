// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/websocketstream.h"

#include "layers/feeds/httppoller.h"

#include <QRandomGenerator>

namespace loci::feeds {

namespace {
constexpr int kPingMs = 25'000;
} // namespace

WebSocketStream::WebSocketStream(ConnectorContext context)
    : Connector(std::move(context))
    , m_backoff([] { return QRandomGenerator::global()->generateDouble(); })
{
    m_again.setSingleShot(true);
    m_ping.setInterval(kPingMs);
    m_socket.setMaxAllowedIncomingMessageSize(static_cast<quint64>(feed().sizeLimit));
    m_socket.setMaxAllowedIncomingFrameSize(static_cast<quint64>(feed().sizeLimit));
    connect(&m_again, &QTimer::timeout, this, &WebSocketStream::open);
    connect(&m_ping, &QTimer::timeout, this, &WebSocketStream::onPing);
    connect(&m_socket, &QWebSocket::connected, this, [this] {
        m_answered = true;
        m_ping.start();
        emit contactChanged(Contact::Connected, {});
    });
    connect(&m_socket, &QWebSocket::pong, this, [this] { m_answered = true; });
    connect(&m_socket, &QWebSocket::textMessageReceived, this, [this](const QString &text) { take(text.toUtf8()); });
    connect(&m_socket, &QWebSocket::binaryMessageReceived, this, [this](const QByteArray &bytes) { take(bytes); });
    connect(&m_socket, &QWebSocket::sslErrors, this, [this] { m_refused = true; });
    connect(&m_socket, &QWebSocket::disconnected, this, &WebSocketStream::onEnd);
}

WebSocketStream::~WebSocketStream()
{
    WebSocketStream::stop();
}

void WebSocketStream::start()
{
    stop();
    m_running = true;
    m_backoff.reset();
    emit contactChanged(Contact::Connecting, {});
    m_again.start(0);
}

void WebSocketStream::stop()
{
    m_running = false;
    m_again.stop();
    m_ping.stop();
    m_socket.abort();
}

void WebSocketStream::open()
{
    m_refused = false;
    m_socket.open(requestOf(context(), feed().address));
}

void WebSocketStream::take(const QByteArray &bytes)
{
    m_backoff.reset();
    Payload payload;
    payload.bytes = bytes;
    payload.topic = feed().address.path();
    payload.arrival = now();
    hand(std::move(payload), false);
}

void WebSocketStream::onPing()
{
    if (!m_answered) {
        m_socket.abort();
        return;
    }
    m_answered = false;
    m_socket.ping();
}

void WebSocketStream::onEnd()
{
    m_ping.stop();
    if (!m_running || m_again.isActive()) {
        return;
    }
    emit contactChanged(m_refused ? Contact::Refused : Contact::Retrying,
                        m_refused ? tr("The certificate of %1 is not valid for it. Nothing was read.").arg(host())
                                  : tr("%1 does not answer; Loci tries again.").arg(host()));
    m_again.start(static_cast<int>(m_backoff.next()));
}

} // namespace loci::feeds
