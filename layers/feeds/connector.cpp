// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/connector.h"

#include "layers/feeds/filewatch.h"
#include "layers/feeds/httppoller.h"
#include "layers/feeds/mqttconnector.h"
#include "layers/feeds/postgresquery.h"
#include "layers/feeds/simulationconnector.h"
#include "layers/feeds/sqlitequery.h"
#include "layers/feeds/ssestream.h"
#include "layers/feeds/websocketstream.h"

#include <array>

namespace loci::feeds {

QString contactCode(Contact contact)
{
    static constexpr std::array kCodes = {"idle", "connecting", "connected", "retrying", "refused"};
    return QLatin1String(kCodes.at(static_cast<std::size_t>(contact)));
}

void Connector::hand(Payload payload, bool mayWait) const
{
    payload.feed = feed().id;
    m_context.sink->take(std::move(payload), mayWait);
}

QString Connector::host() const
{
    return feed().address.isLocalFile() ? feed().address.fileName() : feed().address.host();
}

Result<std::unique_ptr<Connector>> makeConnector(ConnectorContext context)
{
    switch (context.feed.transport) {
    case Transport::Mqtt:
        return std::make_unique<MqttConnector>(std::move(context));
    case Transport::Http:
        return std::make_unique<HttpPoller>(std::move(context));
    case Transport::ServerSentEvents:
        return std::make_unique<SseStream>(std::move(context));
    case Transport::WebSocket:
        return std::make_unique<WebSocketStream>(std::move(context));
    case Transport::File:
        return std::make_unique<FileWatch>(std::move(context));
    case Transport::Sqlite:
        return std::make_unique<SqliteQuery>(std::move(context));
    case Transport::Postgres:
        return std::make_unique<PostgresQuery>(std::move(context));
    case Transport::Simulation:
        return std::make_unique<SimulationConnector>(std::move(context));
    }
    return fail(ErrorCode::Internal, QStringLiteral("unknown transport"));
}

} // namespace loci::feeds
