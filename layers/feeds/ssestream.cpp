// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/ssestream.h"

#include <QRandomGenerator>

namespace loci::feeds {

namespace {
constexpr int kSilenceMs = 90'000; // servers send a comment at least every minute
} // namespace

SseStream::SseStream(ConnectorContext context)
    : Connector(std::move(context))
    , m_backoff([] { return QRandomGenerator::global()->generateDouble(); })
    , m_scanner(feed().sizeLimit)
{
    m_again.setSingleShot(true);
    m_silence.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &SseStream::open);
    connect(&m_silence, &QTimer::timeout, this, [this] {
        if (m_reply) {
            m_reply->abort();
        }
    });
}

SseStream::~SseStream()
{
    SseStream::stop();
}

void SseStream::start()
{
    stop();
    m_backoff.reset();
    emit contactChanged(Contact::Connecting, {});
    m_again.start(0);
}

void SseStream::stop()
{
    m_again.stop();
    m_silence.stop();
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
        m_reply.clear();
    }
}

void SseStream::open()
{
    m_scanner.restart();
    QNetworkRequest request = requestOf(context(), feed().address);
    request.setTransferTimeout(0);
    request.setRawHeader("Accept", "text/event-stream");
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    if (!m_scanner.lastId().isEmpty()) {
        request.setRawHeader("Last-Event-ID", m_scanner.lastId());
    }
    m_reply = m_network.get(request);
    connect(m_reply, &QNetworkReply::readyRead, this, &SseStream::onReadyRead);
    connect(m_reply, &QNetworkReply::finished, this, &SseStream::onFinished);
    m_silence.start(kSilenceMs);
}

void SseStream::onReadyRead()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status >= 300) {
        return;
    }
    m_silence.start(kSilenceMs);
    m_backoff.reset();
    emit contactChanged(Contact::Connected, {});
    for (const formats::ServerSentEvent &event : m_scanner.add(m_reply->readAll())) {
        Payload payload;
        payload.bytes = event.data;
        payload.topic = QString::fromUtf8(event.name);
        payload.arrival = now();
        hand(std::move(payload), false);
    }
}

void SseStream::onFinished()
{
    m_silence.stop();
    bool refused = false;
    const QString sentence = explainReply(*m_reply, host(), refused);
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_reply->deleteLater();
    m_reply.clear();
    emit contactChanged(refused ? Contact::Refused : Contact::Retrying, sentence);
    if (status != 401 && status != 403) {
        m_again.start(static_cast<int>(std::max<qint64>(m_backoff.next(), m_scanner.retryMs().value_or(0))));
    }
}

} // namespace loci::feeds
