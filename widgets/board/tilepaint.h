// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/indicators/outcome.h"
#include "widgets/board/board.h"
#include "widgets/common/status.h"
#include "widgets/common/unittext.h"

#include <QColor>
#include <QList>
#include <QPolygonF>
#include <QRectF>
#include <map>
#include <vector>

class QPainter;

namespace loci::widgets {

struct BoardData;

/// Live streams as they stand, by id.
using Readings = std::map<QString, indicators::StreamNow>;

/// What a tile is painted from.
struct TileContext
{
    const indicators::Outcome &outcome;
    const Board &board;
    int area = 0;                       ///< the one the board looks at
    QString marked;                     ///< code of the area that is pointed at or chosen; empty: none
    QString language;                   ///< "en", "zh_CN"
    const BoardData *data = nullptr;    ///< null: nothing beside the indicators
    const Readings *readings = nullptr; ///< null: nobody tells about live streams
};

/// A place of a tile that answers a click or hover: an area, or an indicator.
struct TileSpot
{
    QRectF box;
    std::vector<QPolygonF> shape; ///< of a map; empty: the box
    QString area, code;
    QString tip;
    QString item = {}; ///< alert or problem
};

/// Paints the content of a tile into `box`; the card around it is the widget's. The same for screen, PNG and PDF.
void paintTile(QPainter &painter, const QRectF &box, const Tile &tile, const TileContext &context);
/// Spots of the tile when it is painted into `box`.
std::vector<TileSpot> tileSpots(const QRectF &box, const Tile &tile, const TileContext &context);
/// What the tile says, in words: for screen readers, tests and the tip.
QString tileWords(const Tile &tile, const TileContext &context);

// Parts that several kinds share
QString tileTitle(const Tile &tile, const TileContext &context);
struct ValueStatus
{
    Status status = Status::Unknown;
    QString word;
    bool hasStatus = true; ///< complete and without a target: nothing to say
};
ValueStatus statusOf(const indicators::Outcome &outcome, const QString &code, int area);
Status statusOf(indicators::Light light);

/// Areas of a ranking or map with their values, best first, unknown last.
struct Ranked
{
    int area = 0;
    const indicators::Calculated *value = nullptr; ///< may be null
    int colour = -1;                               ///< class, -1: no data
};
struct Ranking
{
    std::vector<Ranked> rows;
    std::vector<double> bounds; ///< between the classes, ascending
};
Ranking rankingOf(const Tile &tile, const TileContext &context);
QList<QColor> classColours(bool higherIsBetter);
/// "62 to 68", "80 and over".
QString classLabel(const Ranking &ranking, const indicators::Definition &definition, int index);

// The kinds, one source each
void paintValue(QPainter &painter, const QRectF &box, const Tile &tile, const TileContext &context);
void paintGauge(QPainter &painter, const QRectF &box, const Tile &tile, const TileContext &context);
void paintSeries(QPainter &painter, const QRectF &box, const Tile &tile, const TileContext &context);
void paintRanking(QPainter &painter, const QRectF &box, const Tile &tile, const TileContext &context);
void paintMapTile(QPainter &painter, const QRectF &box, const Tile &tile, const TileContext &context);
void paintTable(QPainter &painter, const QRectF &box, const Tile &tile, const TileContext &context);
void paintDistribution(QPainter &painter, const QRectF &box, const Tile &tile, const TileContext &context);
void paintStates(QPainter &painter, const QRectF &box, const Tile &tile, const TileContext &context);
void paintList(QPainter &painter, const QRectF &box, const Tile &tile, const TileContext &context);
void paintPicture(QPainter &painter, const QRectF &box, const Tile &tile, const TileContext &context);
void paintHeat(QPainter &painter, const QRectF &box, const Tile &tile, const TileContext &context);
std::vector<TileSpot> distributionSpots(const QRectF &box, const Tile &tile, const TileContext &context);
std::vector<TileSpot> listSpots(const QRectF &box, const Tile &tile, const TileContext &context);
std::vector<TileSpot> seriesSpots(const QRectF &box, const Tile &tile, const TileContext &context);
QString statesWords(const Tile &tile, const TileContext &context);
QString listWords(const Tile &tile, const TileContext &context);
QString heatWords(const Tile &tile, const TileContext &context);
std::vector<TileSpot> rankingSpots(const QRectF &box, const Tile &tile, const TileContext &context);
std::vector<TileSpot> mapSpots(const QRectF &box, const Tile &tile, const TileContext &context);
std::vector<TileSpot> tableSpots(const QRectF &box, const Tile &tile, const TileContext &context);
/// Where the half circle of a gauge and its number go; a narrow tile has no room for words beside the arc, and its
/// number stands below it.
struct GaugeFrame
{
    double radius = 0; ///< under 16: there is no room
    QPointF middle;
    bool words = true;
    bool inside = true;
    QRectF number, below;
    QRectF circle() const { return {middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius}; }
};
GaugeFrame gaugeFrame(const QRectF &box);
/// Title, quiet remark and the status at the right of it; returns what is left below.
QRectF paintTileHead(QPainter &painter, const QRectF &box, const QString &title, const QString &remark,
                     const ValueStatus *status = nullptr);

} // namespace loci::widgets
