// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/samplefeeds.h"

#include "layers/domain/indicators/definition.h"
#include "layers/feeds/simulation.h"
#include "layers/workspace/workspace.h"
#include "widgets/board/board.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace loci::app {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::app::SampleFeeds)
};

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// The board with these tiles below its own.
QJsonObject withTiles(const QString &id, const QJsonObject &json, const QJsonArray &tiles)
{
    widgets::Board board = widgets::Board::fromJson(id, json);
    const int below = board.rows();
    for (const QJsonValue &value : tiles) {
        widgets::Tile tile = widgets::Tile::fromJson(value.toObject());
        tile.place.translate(0, below);
        board.tiles.push_back(std::move(tile));
    }
    return board.toJson();
}

} // namespace

Result<> addSampleFeeds(workspace::Workspace &workspace)
{
    QFile file(QStringLiteral(":/templates/sample-live.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::Internal, Texts::tr("The live streams of the sample city are missing in this program."));
    }
    const QByteArray bytes = file.readAll();
    const feeds::FeedDescription feed = feeds::Simulation::ownFeed();
    workspace::Command command;
    command.title = Texts::tr("Add the live streams of the sample city");
    command.changes.push_back({QLatin1String(feeds::kFeedPrefix) + feed.id, {}, compact(feed.toJson())});
    for (const indicators::Definition &definition : indicators::readPack(bytes, QStringLiteral("sample")).value) {
        command.changes.push_back(
            {QLatin1String(workspace::key::kIndicatorPrefix) + definition.code, {}, compact(definition.json)});
    }
    const QJsonObject boards = QJsonDocument::fromJson(bytes).object().value(QStringLiteral("boards")).toObject();
    for (auto board = boards.begin(); board != boards.end(); ++board) {
        const QString key = QLatin1String(workspace::key::kBoardPrefix) + board.key();
        const std::optional<QByteArray> before = workspace.document(key);
        if (before) {
            command.changes.push_back(
                {key, before, compact(withTiles(board.key(), workspace.json(key), board.value().toArray()))});
        }
    }
    return workspace.commit(std::move(command));
}

} // namespace loci::app
