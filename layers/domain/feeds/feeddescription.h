// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"
#include "layers/domain/feeds/alert.h"
#include "layers/domain/feeds/jsonpointer.h"
#include "layers/domain/feeds/observation.h"

#include <QJsonObject>
#include <QUrl>

namespace loci::feeds {

enum class Transport {
    Mqtt,
    Http,
    ServerSentEvents,
    WebSocket,
    File,
    Sqlite,
    Simulation, ///< invented inside the program; never to be taken for measured
    Postgres
};
enum class Format { Json, Csv, GeoJson, SensorThings, Ngsi, Gbfs, GtfsRealtime, Cap };
enum class Sharing { Public, Internal, Restricted };

/// Where the parts of an observation are in an item of JSON (pointers), CSV (column names) or GeoJSON (pointers within
/// the feature).
struct Mapping
{
    JsonPointer items; ///< the list; the whole payload when empty
    QString stream;    ///< empty: the feed has one stream, or the topic names it
    QString time;
    QString value;
    QString id;
    QString unit;
    QString longitude;
    QString latitude;
    bool operator==(const Mapping &other) const;
};

inline constexpr char kFeedPrefix[] = "feed/"; ///< + id: the document of a feed in a workspace

/// A feed as data: all that a connector needs, and no secret. Kept in the workspace as JSON.
struct FeedDescription
{
    QString id;
    QString nameEn;
    QString nameZh;
    Transport transport = Transport::Http;
    Format format = Format::Json;
    QUrl address; ///< never with a user or a password in it
    QStringList topics;
    Mapping mapping;
    QString unit;         ///< of the source, where the payload tells none
    QString targetUnit;   ///< to keep values in; empty: as they come
    qint64 cadenceMs = 0; ///< expected distance between two values of a stream
    qint64 pollMs = 60'000;
    Sharing sharing = Sharing::Internal;
    QString credentials; ///< the name under which this computer's key store knows them; empty: none
    QString authority;   ///< file of the authority that signed the server's certificate; empty: the system's
    QString query;       ///< of SQLite and PostgreSQL: one SELECT
    int protocol = 5;    ///< of MQTT: 5 or 311
    qint64 sizeLimit = 16'777'216;
    int retentionDays = 0; ///< 0: for ever
    bool paused = false;
    AlertLimits limits;         ///< beyond which a stream alerts
    StreamDescriptions streams; ///< what is known beforehand; others appear by themselves

    /// One clear sentence for what does not make sense: an unknown kind, a password in the address, a bad pointer.
    static Result<FeedDescription> fromJson(const QJsonObject &json);
    QJsonObject toJson() const;
    QString name(bool chinese) const;
    bool isSimulated() const { return transport == Transport::Simulation; }
};

QString transportCode(Transport transport); ///< "mqtt", stable
QString formatCode(Format format);          ///< "gtfs-rt", stable
QString sharingCode(Sharing sharing);

} // namespace loci::feeds
