// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPainterPath>
#include <QPointF>
#include <QRectF>
#include <cstdint>

class QPainter;

/// The pieces that drawn buildings are put together from: roofs, columns, walls, trees, in one hand and one set of
/// colours (pictures, no part of the interface).
namespace loci::app::drawn {

inline constexpr double kFoot = 470; ///< where the ground is
inline constexpr QRgb kInkRgb = 0xFF3B3A37;
extern const QColor kInk, kTile, kTileLight, kWood, kWoodDark, kLime, kBrick, kRedBrick, kStone, kLeaf, kSky, kPaper;

/// Numbers that follow from a seed alone.
class Dice
{
public:
    explicit Dice(std::uint32_t seed) : m_state(seed * 2654435761U + 97U) {}
    double between(double low, double high);
    int whole(int low, int high); ///< both included

private:
    std::uint32_t m_state;
};

enum class RoofShape { HipGable, Flush, Flared, Pointed, Lean };

/// A tiled roof around `middle`, `half` wide to each side at its eaves.
void roof(QPainter &painter, double middle, double half, double eaves, double height, RoofShape shape);
void platform(QPainter &painter, double left, double right, double foot, double height);
void column(QPainter &painter, double x, double top, double foot);
void stoneColumn(QPainter &painter, double x, double top, double foot);
void bays(QPainter &painter, double left, double right, double top, double foot, int count); ///< columns, lattice doors
void wallBlock(QPainter &painter, const QRectF &rect, const QColor &colour, double course);  ///< course 0: plastered
void steppedGable(QPainter &painter, double left, double top, double foot, double width);
void battlements(QPainter &painter, double left, double right, double top, double width);
void archway(QPainter &painter, double middle, double foot, double half, double height);
void niche(QPainter &painter, double middle, double foot, double half, double height);
void doorway(QPainter &painter, double middle, double foot, double width, double height);
void lattice(QPainter &painter, const QRectF &rect);
void window(QPainter &painter, const QRectF &rect);
void plaque(QPainter &painter, const QRectF &rect);
void railing(QPainter &painter, double left, double right, double top, double height);
void spire(QPainter &painter, double middle, double foot, double height);
void chimney(QPainter &painter, double middle, double top, double foot, double width);
void rose(QPainter &painter, const QPointF &centre, double radius);
void rocks(QPainter &painter, double left, double foot, Dice &dice);
void water(QPainter &painter, const QRectF &rect);
void tree(QPainter &painter, double x, double foot, double height, Dice &dice);
void fillStone(QPainter &painter, const QPainterPath &path);

} // namespace loci::app::drawn
