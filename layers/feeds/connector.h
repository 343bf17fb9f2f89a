// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/clock.h"
#include "layers/domain/feeds/feeddescription.h"
#include "layers/feeds/secrets.h"

#include <QObject>
#include <functional>
#include <memory>

namespace loci::feeds {

/// What reading a payload told of the source itself.
struct PayloadFacts
{
    QString next; ///< address of the following page
    std::optional<qint64> lifetimeMs;
};

/// Bytes as they came in.
struct Payload
{
    QString feed;
    QByteArray bytes;
    QString topic; ///< of MQTT, or the path of the address
    qint64 arrival = 0;
    bool retained = false;
    std::optional<qint64> serverTime;               ///< what the server's clock said
    std::function<void(const PayloadFacts &)> read; ///< called after reading, on the intake's thread; may be empty
};

/// Takes payloads from any thread.
class PayloadSink
{
public:
    virtual ~PayloadSink() = default;
    /// With `mayWait` it holds the caller back while the queue is full (so that a broker keeps the rest); otherwise the
    /// oldest waiting payload of the queue is dropped and counted.
    virtual void take(Payload payload, bool mayWait) = 0;
};

/// How we stand with a source.
enum class Contact { Idle, Connecting, Connected, Retrying, Refused };
QString contactCode(Contact contact);

struct ConnectorContext
{
    FeedDescription feed;
    std::optional<Secret> secret;
    const Clock *clock = nullptr;
    PayloadSink *sink = nullptr;
    std::optional<qint64> newest; ///< time of the newest value that the store has of this feed
    QString instance; ///< tells two programs with the same feed apart: the path of the store; empty: only a test
};

/// Keeps in touch with one source and hands over what it sends. Main thread. A source that turns us away (password,
/// certificate) is Refused; anything else is tried again after a growing, random pause.
class Connector : public QObject
{
    Q_OBJECT
public:
    explicit Connector(ConnectorContext context) : m_context(std::move(context)) {}
    virtual void start() = 0;
    virtual void stop() = 0; ///< nothing is handed over any more when it returns

signals:
    /// `sentence` for the person: never with an address's query, a name or a password.
    void contactChanged(loci::feeds::Contact contact, const QString &sentence);

protected:
    const ConnectorContext &context() const { return m_context; }
    const FeedDescription &feed() const { return m_context.feed; }
    qint64 now() const { return m_context.clock->nowUtc().toMSecsSinceEpoch(); }
    void hand(Payload payload, bool mayWait) const;
    QString host() const; ///< what may be shown of the address

private:
    ConnectorContext m_context;
};

/// The connector that the transport of the feed needs.
Result<std::unique_ptr<Connector>> makeConnector(ConnectorContext context);

} // namespace loci::feeds

Q_DECLARE_METATYPE(loci::feeds::Contact)
