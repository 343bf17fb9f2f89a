// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/mqttconnector.h"

#include "layers/base/logging.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QSysInfo>
#include <QTcpSocket>
#include <mosquitto.h>
#include <mqtt_protocol.h>
#include <sys/socket.h>

namespace loci::feeds {

namespace {
constexpr int kKeepAliveSeconds = 30;
constexpr int kConnectMs = 3000;
constexpr quint32 kSessionSeconds = 86'400;
constexpr int kTlsPatience = 2; // a broker that dies in the handshake looks like a bad certificate once
constexpr qint64 kRefusedPauseMs = 60'000;

/// The library counts how often it was started.
struct Library
{
    Library() { mosquitto_lib_init(); }
    ~Library() { mosquitto_lib_cleanup(); }
    Q_DISABLE_COPY_MOVE(Library)
};

QByteArray clientId(const ConnectorContext &context)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QSysInfo::machineUniqueId());
    hash.addData(context.instance.toUtf8());
    hash.addData(context.feed.id.toUtf8());
    if (context.instance.isEmpty()) { // a test beside the real one must not push it out
        hash.addData(QByteArray::number(QRandomGenerator::global()->generate64()));
    }
    return "loci-" + hash.result().toHex().left(16);
}

bool isDenied(int reason)
{
    return reason == 4 || reason == 5 || reason == MQTT_RC_BAD_USERNAME_OR_PASSWORD ||
           reason == MQTT_RC_NOT_AUTHORIZED || reason == MQTT_RC_BANNED;
}
} // namespace

struct MqttConnector::Callbacks
{
    static void connected(mosquitto *, void *self, int reason, int, const mosquitto_property *)
    {
        static_cast<MqttConnector *>(self)->onConnect(reason);
    }
    static void message(mosquitto *, void *self, const mosquitto_message *message, const mosquitto_property *)
    {
        static_cast<MqttConnector *>(self)->onMessage(*message);
    }
};

void MqttConnector::Ends::operator()(mosquitto *client) const
{
    mosquitto_destroy(client);
}

MqttConnector::MqttConnector(ConnectorContext context)
    : Connector(std::move(context))
    , m_backoff([] { return QRandomGenerator::global()->generateDouble(); })
{
    static const Library library;
}

MqttConnector::~MqttConnector()
{
    MqttConnector::stop();
}

bool MqttConnector::isTls() const
{
    return feed().address.scheme() == QStringLiteral("mqtts");
}

bool MqttConnector::isLasting() const
{
    return !context().instance.isEmpty();
}

int MqttConnector::port() const
{
    constexpr int kPlainPort = 1883;
    constexpr int kTlsPort = 8883;
    return feed().address.port(isTls() ? kTlsPort : kPlainPort);
}

bool MqttConnector::answers() const
{
    QTcpSocket probe;
    probe.connectToHost(feed().address.host(), static_cast<quint16>(port()));
    return probe.waitForConnected(kConnectMs);
}

bool MqttConnector::prepareClient()
{
    m_client.reset(mosquitto_new(clientId(context()).constData(), !isLasting(), this));
    mosquitto *client = m_client.get();
    if (!client) {
        return false;
    }
    const bool version5 = feed().protocol == 5;
    mosquitto_int_option(client, MOSQ_OPT_PROTOCOL_VERSION, version5 ? MQTT_PROTOCOL_V5 : MQTT_PROTOCOL_V311);
    mosquitto_connect_v5_callback_set(client, Callbacks::connected);
    mosquitto_message_v5_callback_set(client, Callbacks::message);
    if (const auto &secret = context().secret) {
        mosquitto_username_pw_set(client, secret->user.toUtf8().constData(), secret->password.toUtf8().constData());
    }
    if (!isTls()) {
        return true;
    }
    const QByteArray authority = feed().authority.toLocal8Bit();
    const int code = authority.isEmpty()
                         ? mosquitto_tls_set(client, nullptr, "/etc/ssl/certs", nullptr, nullptr, nullptr)
                         : mosquitto_tls_set(client, authority.constData(), nullptr, nullptr, nullptr, nullptr);
    return code == MOSQ_ERR_SUCCESS;
}

void MqttConnector::start()
{
    stop();
    m_ending = false;
    m_denied = false;
    m_tlsFailures = 0;
    m_backoff.reset();
    if (!prepareClient()) {
        tell(Contact::Refused, tr("The connection to %1 cannot be prepared: check the certificate file.").arg(host()));
        return;
    }
    tell(Contact::Connecting);
    m_thread = std::thread([this] { run(); });
}

void MqttConnector::stop()
{
    if (!m_thread.joinable()) {
        return;
    }
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_all();
    if (!m_connected) { // it may hang in a handshake
        if (const int socket = mosquitto_socket(m_client.get()); socket >= 0) {
            ::shutdown(socket, SHUT_RDWR);
        }
    }
    m_thread.join();
    m_client.reset();
}

int MqttConnector::connectOnce(bool again)
{
    if (!answers()) {
        return MOSQ_ERR_NO_CONN;
    }
    if (again) {
        return mosquitto_reconnect(m_client.get());
    }
    mosquitto_property *properties = nullptr;
    if (feed().protocol == 5) {
        mosquitto_property_add_int32(&properties, MQTT_PROP_SESSION_EXPIRY_INTERVAL, isLasting() ? kSessionSeconds : 0);
        const qint64 largest = std::min<qint64>(feed().sizeLimit + 65'536, 268'435'455);
        mosquitto_property_add_int32(&properties, MQTT_PROP_MAXIMUM_PACKET_SIZE, static_cast<quint32>(largest));
    }
    const int code = mosquitto_connect_bind_v5(m_client.get(), feed().address.host().toUtf8().constData(), port(),
                                               kKeepAliveSeconds, nullptr, properties);
    mosquitto_property_free_all(&properties);
    return code;
}

void MqttConnector::run()
{
    constexpr int kLoopMs = 100;
    bool again = false;
    while (!m_ending && !m_denied) {
        int code = connectOnce(again);
        again =
            again || code == MOSQ_ERR_SUCCESS || code == MOSQ_ERR_ERRNO || code == MOSQ_ERR_EAI || code == MOSQ_ERR_TLS;
        while (code == MOSQ_ERR_SUCCESS && !m_ending && !m_denied) {
            code = mosquitto_loop(m_client.get(), kLoopMs, 1);
        }
        const bool wasConnected = m_connected.exchange(false);
        if (m_ending || m_denied) {
            break;
        }
        if (wasConnected) {
            m_backoff.reset();
        }
        explainFailure(code);
        const bool refused = m_tlsFailures >= kTlsPatience;
        if (!pause(refused ? kRefusedPauseMs : m_backoff.next())) {
            break;
        }
    }
    mosquitto_disconnect(m_client.get());
    m_connected = false;
}

void MqttConnector::explainFailure(int code)
{
    m_tlsFailures = code == MOSQ_ERR_TLS ? m_tlsFailures + 1 : 0;
    if (m_tlsFailures >= kTlsPatience) {
        tell(Contact::Refused,
             tr("The certificate of %1 is not valid for it: expired, of another server, or of an unknown "
                "authority. Nothing was read.")
                 .arg(host()));
        return;
    }
    qCDebug(logFeeds, "The broker of a feed is away: %s", mosquitto_strerror(code));
    tell(Contact::Retrying, tr("%1 does not answer; Loci tries again.").arg(host()));
}

bool MqttConnector::pause(qint64 milliseconds)
{
    std::unique_lock lock(m_mutex);
    return !m_wake.wait_for(lock, std::chrono::milliseconds(milliseconds), [this] { return m_ending.load(); });
}

void MqttConnector::onConnect(int reason)
{
    if (isDenied(reason)) {
        m_denied = true;
        tell(Contact::Refused, tr("%1 refuses the name or the password of this feed.").arg(host()));
        return;
    }
    if (reason != 0) {
        tell(Contact::Retrying, tr("%1 turned the connection down; Loci tries again.").arg(host()));
        return;
    }
    m_connected = true;
    const bool version5 = feed().protocol == 5;
    for (const QString &topic : feed().topics) {
        mosquitto_subscribe_v5(m_client.get(), nullptr, topic.toUtf8().constData(), 1,
                               version5 ? MQTT_SUB_OPT_SEND_RETAIN_NEW : 0, nullptr);
    }
    tell(Contact::Connected);
}

void MqttConnector::onMessage(const mosquitto_message &message)
{
    if (message.payloadlen == 0) { // a retained value was cleared
        return;
    }
    Payload payload;
    payload.bytes = QByteArray(static_cast<const char *>(message.payload), message.payloadlen);
    payload.topic = QString::fromUtf8(message.topic);
    payload.arrival = now();
    payload.retained = message.retain;
    hand(std::move(payload), true);
}

void MqttConnector::tell(Contact contact, const QString &sentence)
{
    emit contactChanged(contact, sentence);
}

} // namespace loci::feeds
