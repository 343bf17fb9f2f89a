// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/feeds_gaugeboard.h"

#include "layers/feeds/streampublisher.h"
#include "layers/workspace/workspace.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace loci::test {

namespace {
QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}
} // namespace

feeds::FeedDescription gaugeFeed(const QUrl &broker)
{
    feeds::FeedDescription feed;
    feed.id = QStringLiteral("town");
    feed.nameEn = QStringLiteral("Town gauge");
    feed.transport = feeds::Transport::Mqtt;
    feed.address = broker;
    feed.topics = QStringList{QStringLiteral("town/#")};
    feed.mapping.stream = QStringLiteral("/sensor");
    feed.mapping.time = QStringLiteral("/t");
    feed.mapping.value = QStringLiteral("/v");
    feed.mapping.id = QStringLiteral("/id");
    feed.cadenceMs = 600'000;
    feeds::StreamDescription stream;
    stream.id = QStringLiteral("s0");
    stream.nameEn = QStringLiteral("Gauge at the bridge");
    stream.unit = QStringLiteral("m");
    stream.cadenceMs = 600'000;
    stream.place = feeds::GeoPoint{118.4115, 29.7125};
    feed.streams.push_back(stream);
    return feed;
}

Result<> tell(const QUrl &broker, qint64 time, const QByteArray &value)
{
    LOCI_TRY(const auto publisher, feeds::StreamPublisher::connect(broker));
    LOCI_CHECK(publisher->publish(QStringLiteral("town/s0"), "{\"id\":\"m" + QByteArray::number(time) +
                                                                 "\",\"sensor\":\"s0\",\"t\":" +
                                                                 QByteArray::number(time) + ",\"v\":" + value + "}"));
    return publisher->finish();
}

Result<> addGaugeBoard(workspace::Workspace &workspace)
{
    const QJsonObject input{
        {QStringLiteral("name"), QStringLiteral("level")},
        {QStringLiteral("unit"), QStringLiteral("m")},
        {QStringLiteral("from"), QJsonObject{{QStringLiteral("kind"), QStringLiteral("stream")},
                                             {QStringLiteral("source"), kGauge},
                                             {QStringLiteral("measure"), QStringLiteral("mean")},
                                             {QStringLiteral("field"), QStringLiteral("value")},
                                             {QStringLiteral("rowsNeeded"), 0.01},
                                             {QStringLiteral("periodField"), QStringLiteral("day")}}}};
    const QJsonObject definition{{QStringLiteral("code"), QStringLiteral("T-01")},
                                 {QStringLiteral("name"), QJsonObject{{QStringLiteral("en"), QStringLiteral("Level")},
                                                                      {QStringLiteral("zh"), QStringLiteral("水位")}}},
                                 {QStringLiteral("formula"), QStringLiteral("level")},
                                 {QStringLiteral("unit"), QStringLiteral("m")},
                                 {QStringLiteral("level"), QStringLiteral("city")},
                                 {QStringLiteral("framework"), QStringLiteral("Test")},
                                 {QStringLiteral("inputs"), QJsonArray{input}}};
    const QJsonObject tile{{QStringLiteral("kind"), QStringLiteral("gauge")},
                           {QStringLiteral("place"), QJsonArray{0, 0, 4, 4}},
                           {QStringLiteral("code"), QStringLiteral("T-01")}};
    const QJsonObject chart{{QStringLiteral("kind"), QStringLiteral("series")},
                            {QStringLiteral("place"), QJsonArray{4, 0, 8, 4}},
                            {QStringLiteral("stream"), kGauge}};
    const auto live = [](const char *kind, int column) {
        return QJsonObject{{QStringLiteral("kind"), QLatin1String(kind)},
                           {QStringLiteral("place"), QJsonArray{column, 4, 4, 4}},
                           {QStringLiteral("limit"), 12},
                           {QStringLiteral("stream"), kGauge}};
    };
    const QJsonObject states{{QStringLiteral("kind"), QStringLiteral("states")},
                             {QStringLiteral("place"), QJsonArray{8, 4, 4, 4}},
                             {QStringLiteral("stream"), kGauge}};
    const QJsonObject board{
        {QStringLiteral("name"), QJsonObject{{QStringLiteral("en"), QStringLiteral("Live")}}},
        {QStringLiteral("tiles"), QJsonArray{tile, chart, live("value", 0), live("gauge", 4), states}}};
    return workspace.commit({QStringLiteral("gauge"),
                             {{QStringLiteral("indicator/def/T-01"), {}, compact(definition)},
                              {QStringLiteral("board/zz-live"), {}, compact(board)}}});
}

} // namespace loci::test
