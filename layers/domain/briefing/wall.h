// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"

#include <QJsonObject>
#include <QRect>
#include <QSize>
#include <vector>

namespace loci::briefing {

/// A wall as people measure it: one screen, or columns x rows of equal panels with frames between.
struct Wall
{
    double height = 1.7; ///< metres, of all that shines
    double distance = 6; ///< metres from the wall to the last row
    int columns = 1, rows = 1;
    double bezelX = 0, bezelY = 0; ///< metres between the pixels of two neighbours
    bool operator==(const Wall &) const = default;

    /// Refused with the reason when it cannot be a wall.
    static Result<Wall> fromJson(const QJsonObject &json);
    static Result<Wall> fromText(const QString &text); ///< "3x3", "3x3 bezel 8mm height 2.1 distance 6"
    QJsonObject toJson() const;
    bool isTiled() const { return columns * rows > 1; }
};

/// What each panel shows of one continuous picture: what lies behind the frames is left out.
struct WallTiles
{
    QSize canvas;             ///< of the whole picture, frames included
    std::vector<QRect> tiles; ///< parts of the canvas, row by row; all of one size
};
/// `panel`: pixels of one panel.
WallTiles wallTiles(const Wall &wall, QSize panel);

/// Heights of letters for a distance: pixels of a font whose capitals are 0.72 of its size.
struct LetterSizes
{
    double text = 0;   ///< least for anything to be read: letters of distance / 200
    double number = 0; ///< least for a key number: distance / 100
};
LetterSizes letterSizes(const Wall &wall, int canvasHeight);

} // namespace loci::briefing
