// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/board/tilepaint.h"

namespace loci::widgets {

/// How all live streams of a run stood at a moment.
Readings readingsOf(const indicators::Outcome &outcome, const QDateTime &moment);
/// Null: not a live stream, or nobody has told yet.
const indicators::StreamNow *readingOf(const TileContext &context, const QString &stream);
/// Its name in the language of the board; empty: not known.
QString readingName(const TileContext &context, const QString &stream);
/// "late · 25 min" with the shape of it.
ValueStatus readingStatus(const indicators::StreamNow &reading);
/// How the live streams that an indicator is computed from stand in the area: nothing while all are live, or when
/// there are none. A number of late streams is never shown as good.
std::optional<ValueStatus> inputStatus(const TileContext &context, const indicators::Definition &definition);
/// What a tile of an indicator says: that its streams are late, before any verdict.
ValueStatus statusOf(const TileContext &context, const QString &code);
/// Whether a new reading may change what the tile shows.
bool showsStreams(const Tile &tile, const indicators::Outcome &outcome);

void paintStreamValue(QPainter &painter, const QRectF &box, const Tile &tile, const TileContext &context);
void paintStreamGauge(QPainter &painter, const QRectF &box, const Tile &tile, const TileContext &context);
QString streamWords(const Tile &tile, const TileContext &context);

/// The head of a tile of an indicator: its name, and what its streams lack when they are not live.
QRectF paintIndicatorHead(QPainter &painter, const QRectF &box, const Tile &tile, const TileContext &context,
                          const QString &remark);

} // namespace loci::widgets
