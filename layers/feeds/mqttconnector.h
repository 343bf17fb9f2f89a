// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/feeds/backoff.h"
#include "layers/feeds/connector.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

struct mosquitto;
struct mosquitto_message;

namespace loci::feeds {

/// MQTT 3.1.1 and 5 by libmosquitto, on a thread of its own: QoS 1, a session that the broker keeps for a day,
/// certificates checked. The address is mqtt://host[:port] or mqtts://host[:port].
class MqttConnector final : public Connector
{
    Q_OBJECT
public:
    explicit MqttConnector(ConnectorContext context);
    ~MqttConnector() override;
    void start() override;
    void stop() override;

private:
    struct Callbacks;
    struct Ends
    {
        void operator()(mosquitto *client) const;
    };
    void run(); // on the thread
    int connectOnce(bool again);
    bool prepareClient();
    bool isTls() const;
    bool isLasting() const; ///< the broker keeps what comes while we are away; not for a test without a store
    int port() const;
    bool answers() const; ///< within a bounded time: the library's own connecting cannot be ended
    void onConnect(int reason);
    void onMessage(const mosquitto_message &message);
    void tell(Contact contact, const QString &sentence = {});
    /// False when asked to end.
    bool pause(qint64 milliseconds);
    void explainFailure(int code);

    std::unique_ptr<mosquitto, Ends> m_client;
    std::thread m_thread;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::atomic<bool> m_ending = false;
    std::atomic<bool> m_denied = false; ///< name or password: stays until somebody starts it again
    std::atomic<bool> m_connected = false;
    int m_tlsFailures = 0;
    Backoff m_backoff;
};

} // namespace loci::feeds
