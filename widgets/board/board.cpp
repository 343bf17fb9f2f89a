// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/board/board.h"

#include <QJsonArray>
#include <algorithm>

namespace loci::widgets {

namespace {

const std::pair<const char *, Tile::Kind> kKinds[] = {
    {"value", Tile::Kind::Value},       {"gauge", Tile::Kind::Gauge},
    {"series", Tile::Kind::Series},     {"ranking", Tile::Kind::Ranking},
    {"map", Tile::Kind::Map},           {"table", Tile::Kind::Table},
    {"text", Tile::Kind::Text},         {"distribution", Tile::Kind::Distribution},
    {"states", Tile::Kind::States},     {"alerts", Tile::Kind::Alerts},
    {"problems", Tile::Kind::Problems}, {"picture", Tile::Kind::Picture},
    {"scene", Tile::Kind::Scene},       {"heat", Tile::Kind::Heat}};

QString nameOf(Tile::Kind kind)
{
    for (const auto &[name, value] : kKinds) {
        if (value == kind) {
            return QLatin1String(name);
        }
    }
    return {};
}

Tile::Kind kindOf(const QString &name)
{
    for (const auto &[text, kind] : kKinds) {
        if (name == QLatin1String(text)) {
            return kind;
        }
    }
    return Tile::Kind::Text;
}

QRect inGrid(QRect place)
{
    place.setWidth(std::clamp(place.width(), 2, Board::kColumns));
    place.setHeight(std::clamp(place.height(), 2, 24));
    place.moveLeft(std::clamp(place.left(), 0, Board::kColumns - place.width()));
    place.moveTop(std::clamp(place.top(), 0, 400));
    return place;
}

} // namespace

QJsonObject Tile::toJson() const
{
    QJsonObject json{{QStringLiteral("kind"), nameOf(kind)},
                     {QStringLiteral("place"), QJsonArray{place.x(), place.y(), place.width(), place.height()}}};
    for (const auto &[name, value] :
         {std::pair{"code", code}, {"stream", stream}, {"level", level}, {"picture", picture}}) {
        if (!value.isEmpty()) {
            json.insert(QLatin1String(name), value);
        }
    }
    if (limit) {
        json.insert(QStringLiteral("limit"), *limit);
    }
    if (!text.en.isEmpty() || !text.zh.isEmpty()) {
        json.insert(QStringLiteral("text"), indicators::toJson(text));
    }
    return json;
}

Tile Tile::fromJson(const QJsonObject &json)
{
    Tile tile;
    tile.kind = kindOf(json.value(QStringLiteral("kind")).toString());
    const QJsonArray p = json.value(QStringLiteral("place")).toArray();
    tile.place = inGrid({p.at(0).toInt(), p.at(1).toInt(), p.at(2).toInt(3), p.at(3).toInt(3)});
    tile.code = json.value(QStringLiteral("code")).toString();
    tile.stream = json.value(QStringLiteral("stream")).toString();
    tile.level = json.value(QStringLiteral("level")).toString();
    tile.picture = json.value(QStringLiteral("picture")).toString();
    if (const QJsonValue limit = json.value(QStringLiteral("limit")); limit.isDouble()) {
        tile.limit = limit.toDouble();
    }
    tile.text = indicators::wordsFrom(json.value(QStringLiteral("text")));
    return tile;
}

QJsonObject Board::toJson() const
{
    QJsonArray list;
    for (const Tile &tile : tiles) {
        list.append(tile.toJson());
    }
    return {{QStringLiteral("name"), indicators::toJson(name)},
            {QStringLiteral("framework"), framework},
            {QStringLiteral("tiles"), list}};
}

Board Board::fromJson(const QString &id, const QJsonObject &json)
{
    Board board;
    board.id = id;
    board.name = indicators::wordsFrom(json.value(QStringLiteral("name")));
    board.framework = json.value(QStringLiteral("framework")).toString();
    const QJsonArray list = json.value(QStringLiteral("tiles")).toArray();
    board.tiles.reserve(static_cast<std::size_t>(std::min<qsizetype>(list.size(), 200)));
    for (const QJsonValue &tile : list) {
        if (board.tiles.size() < 200) {
            board.tiles.push_back(Tile::fromJson(tile.toObject()));
        }
    }
    return board;
}

int Board::rows() const
{
    int bottom = 0;
    for (const Tile &tile : tiles) {
        bottom = std::max(bottom, tile.place.y() + tile.place.height());
    }
    return bottom;
}

void Board::put(std::size_t moved, QRect place)
{
    if (moved >= tiles.size()) {
        return;
    }
    tiles[moved].place = inGrid(place);
    std::vector<std::size_t> settled{moved};
    std::vector<std::size_t> others;
    others.reserve(tiles.size());
    for (std::size_t i = 0; i < tiles.size(); ++i) {
        if (i != moved) {
            others.push_back(i);
        }
    }
    std::stable_sort(others.begin(), others.end(),
                     [this](std::size_t a, std::size_t b) { return tiles[a].place.y() < tiles[b].place.y(); });
    for (const std::size_t i : others) {
        for (bool again = true; again;) {
            again = false;
            for (const std::size_t fixed : settled) {
                if (tiles[i].place.intersects(tiles[fixed].place)) {
                    tiles[i].place.moveTop(tiles[fixed].place.y() + tiles[fixed].place.height());
                    again = true;
                }
            }
        }
        settled.push_back(i);
    }
}

QRect Board::freePlace(QSize size) const
{
    for (int y = 0; y <= rows(); ++y) {
        for (int x = 0; x + size.width() <= kColumns; ++x) {
            const QRect place(QPoint(x, y), size);
            if (std::none_of(tiles.begin(), tiles.end(),
                             [&place](const Tile &tile) { return tile.place.intersects(place); })) {
                return place;
            }
        }
    }
    return {QPoint(0, rows()), size};
}

} // namespace loci::widgets
