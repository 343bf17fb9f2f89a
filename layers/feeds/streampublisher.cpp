// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/streampublisher.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <atomic>
#include <condition_variable>
#include <mosquitto.h>
#include <mutex>

namespace loci::feeds {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::feeds::StreamPublisher)
};

constexpr qint64 kMostOnTheirWay = 1000;
constexpr auto kPatience = std::chrono::seconds(60);
constexpr int kKeepAliveSeconds = 30;
} // namespace

struct StreamPublisher::Connection
{
    explicit Connection(QString shown) : host(std::move(shown))
    {
        mosquitto_lib_init();
        const QByteArray id = "loci-replay-" + QByteArray::number(QRandomGenerator::global()->generate(), 16);
        client = mosquitto_new(id.constData(), false, this);
        mosquitto_connect_callback_set(
            client, [](mosquitto *, void *self, int reason) { static_cast<Connection *>(self)->onConnect(reason); });
        mosquitto_publish_callback_set(
            client, [](mosquitto *, void *self, int) { static_cast<Connection *>(self)->onConfirmed(); });
        mosquitto_reconnect_delay_set(client, 1, 5, true);
        mosquitto_max_inflight_messages_set(client, static_cast<unsigned>(kMostOnTheirWay));
    }
    ~Connection()
    {
        mosquitto_disconnect(client);
        mosquitto_loop_stop(client, true);
        mosquitto_destroy(client);
        mosquitto_lib_cleanup();
    }
    Q_DISABLE_COPY_MOVE(Connection)

    void onConnect(int reason)
    {
        const std::lock_guard lock(mutex);
        connected = connected || reason == 0;
        denied = reason != 0;
        moved.notify_all();
    }
    void onConfirmed()
    {
        const std::lock_guard lock(mutex);
        ++confirmed;
        moved.notify_all();
    }

    QString host;
    mosquitto *client = nullptr;
    std::mutex mutex;
    std::condition_variable moved;
    qint64 sent = 0;
    qint64 confirmed = 0;
    bool connected = false;
    bool denied = false;
};

StreamPublisher::StreamPublisher(std::unique_ptr<Connection> connection) : m_connection(std::move(connection)) {}
StreamPublisher::~StreamPublisher() = default;

Result<std::unique_ptr<StreamPublisher>> StreamPublisher::connect(const QUrl &broker, int milliseconds)
{
    constexpr int kPlainPort = 1883;
    constexpr int kTlsPort = 8883;
    const bool tls = broker.scheme() == QStringLiteral("mqtts");
    auto connection = std::make_unique<Connection>(broker.host());
    if (tls) {
        mosquitto_tls_set(connection->client, nullptr, "/etc/ssl/certs", nullptr, nullptr, nullptr);
    }
    const int code = mosquitto_connect(connection->client, broker.host().toUtf8().constData(),
                                       broker.port(tls ? kTlsPort : kPlainPort), kKeepAliveSeconds);
    const bool started = code == MOSQ_ERR_SUCCESS && mosquitto_loop_start(connection->client) == MOSQ_ERR_SUCCESS;
    std::unique_lock lock(connection->mutex);
    const bool answered = started && connection->moved.wait_for(lock, std::chrono::milliseconds(milliseconds), [&] {
        return connection->connected || connection->denied;
    });
    const bool connected = answered && connection->connected;
    lock.unlock();
    if (!connected) {
        return fail(ErrorCode::NotReadable, Texts::tr("The broker %1 does not take the connection.").arg(broker.host()),
                    QString::fromLatin1(mosquitto_strerror(code)));
    }
    return std::unique_ptr<StreamPublisher>(new StreamPublisher(std::move(connection)));
}

Result<> StreamPublisher::publish(const QString &topic, const QByteArray &message)
{
    Connection &c = *m_connection;
    {
        std::unique_lock lock(c.mutex);
        if (!c.moved.wait_for(lock, kPatience, [&c] { return c.sent - c.confirmed < kMostOnTheirWay; })) {
            return fail(ErrorCode::NotWritable, Texts::tr("The broker %1 does not answer any more.").arg(c.host));
        }
        ++c.sent;
    }
    const int code = mosquitto_publish(c.client, nullptr, topic.toUtf8().constData(), static_cast<int>(message.size()),
                                       message.constData(), 1, false);
    if (code != MOSQ_ERR_SUCCESS && code != MOSQ_ERR_NO_CONN &&
        code != MOSQ_ERR_CONN_LOST) { // those are kept and sent later
        return fail(ErrorCode::NotWritable, Texts::tr("The broker %1 does not answer any more.").arg(c.host),
                    QString::fromLatin1(mosquitto_strerror(code)));
    }
    return {};
}

Result<> StreamPublisher::finish(int milliseconds)
{
    Connection &c = *m_connection;
    std::unique_lock lock(c.mutex);
    if (!c.moved.wait_for(lock, std::chrono::milliseconds(milliseconds), [&c] { return c.sent == c.confirmed; })) {
        return fail(ErrorCode::NotWritable, Texts::tr("The broker %1 did not confirm all messages.").arg(c.host));
    }
    return {};
}

qint64 StreamPublisher::confirmed() const
{
    const std::lock_guard lock(m_connection->mutex);
    return m_connection->confirmed;
}

} // namespace loci::feeds
