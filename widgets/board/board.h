// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/indicators/definition.h"

#include <QJsonObject>
#include <QRect>
#include <QString>
#include <vector>

namespace loci::widgets {

/// One tile of a board: what it shows and where it lies, in cells of a grid of kColumns columns.
struct Tile
{
    enum class Kind {
        Value,
        Gauge,
        Series,
        Ranking,
        Map,
        Table,
        Text,
        Distribution, ///< areas by value
        States,       ///< when streams spoke
        Alerts,
        Problems,
        Picture,
        Scene, ///< the 3D view
        Heat   ///< sensors of one pollutant
    };
    Kind kind = Kind::Value;
    QRect place;                ///< column, row, width, height
    QString code;               ///< of the indicator; a table takes those of the board's framework
    QString stream;             ///< of a series; of states and heat what comes behind the station ("PM2.5")
    QString level;              ///< of a ranking or map: whose areas; empty: below the city
    indicators::Quantity limit; ///< a line in a series
    QString picture;            ///< path of a picture, as stored
    indicators::Words text;     ///< title of its own, or the text of a text tile
    bool operator==(const Tile &other) const { return toJson() == other.toJson(); }
    QJsonObject toJson() const;
    static Tile fromJson(const QJsonObject &json);
};

/// A board: a named arrangement of tiles. Stored as a document "board/<id>".
struct Board
{
    static constexpr int kColumns = 12;
    QString id;
    indicators::Words name;
    QString framework; ///< whose indicators its tables list; empty: all
    std::vector<Tile> tiles;

    QJsonObject toJson() const;
    static Board fromJson(const QString &id, const QJsonObject &json);
    int rows() const; ///< down to the lowest tile
    /// The tile moved or resized to `place`; others that it covers slide down, and nothing overlaps.
    void put(std::size_t tile, QRect place);
    QRect freePlace(QSize size) const; ///< first one from the top that no tile covers
};

} // namespace loci::widgets
