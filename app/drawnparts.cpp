// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/drawnparts.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace loci::app::drawn {

const QColor kInk(59, 58, 55), kTile(94, 97, 99), kTileLight(122, 125, 126), kWood(126, 76, 54), kWoodDark(84, 52, 39),
    kLime(236, 232, 222), kBrick(158, 158, 152), kRedBrick(168, 106, 84), kStone(200, 193, 178), kLeaf(126, 146, 108),
    kSky(214, 226, 230), kPaper(247, 243, 234);

namespace {

QPen line(double width)
{
    return {kInk, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

QPainterPath roofPath(double middle, double half, double eaves, double height, RoofShape shape)
{
    const double top = eaves - height;
    const double lift = shape == RoofShape::Flush || shape == RoofShape::Lean ? 2 : std::min(26.0, height * 0.28);
    double ridge = half * 0.62;
    if (shape == RoofShape::Flush || shape == RoofShape::Lean) {
        ridge = half * 0.97;
    } else if (shape == RoofShape::Pointed) {
        ridge = 5;
    } else if (shape == RoofShape::Flared) {
        ridge = half * 0.78;
    }
    QPainterPath path(QPointF(middle - ridge, top));
    path.lineTo(middle + ridge, top);
    path.cubicTo(QPointF(middle + ridge + (half - ridge) * 0.3, eaves - height * 0.42),
                 QPointF(middle + half * 0.86, eaves - height * 0.06), QPointF(middle + half, eaves - lift));
    path.quadTo(QPointF(middle + half * 0.9, eaves), QPointF(middle + half * 0.8, eaves + 2));
    path.lineTo(middle - half * 0.8, eaves + 2);
    path.quadTo(QPointF(middle - half * 0.9, eaves), QPointF(middle - half, eaves - lift));
    path.cubicTo(QPointF(middle - half * 0.86, eaves - height * 0.06),
                 QPointF(middle - ridge - (half - ridge) * 0.3, eaves - height * 0.42), QPointF(middle - ridge, top));
    return path;
}

void ridgeLine(QPainter &p, double middle, double ridge, double top)
{
    p.setPen(line(5));
    p.drawLine(QPointF(middle - ridge, top), QPointF(middle + ridge, top));
    p.setPen(line(3));
    for (const double side : {-1.0, 1.0}) {
        QPainterPath end(QPointF(middle + side * ridge, top));
        end.quadTo(QPointF(middle + side * (ridge + 8), top - 3), QPointF(middle + side * (ridge + 6), top - 14));
        p.drawPath(end);
    }
}

} // namespace

double Dice::between(double low, double high)
{
    m_state = m_state * 1664525U + 1013904223U;
    constexpr double kSteps = 1 << 24;
    return low + (high - low) * (m_state >> 8U) / kSteps;
}

int Dice::whole(int low, int high)
{
    return std::min(high, low + static_cast<int>(between(0, high - low + 1)));
}

void roof(QPainter &p, double middle, double half, double eaves, double height, RoofShape shape)
{
    const QPainterPath path = roofPath(middle, half, eaves, height, shape);
    p.setPen(Qt::NoPen);
    QLinearGradient shade(0, eaves - height, 0, eaves);
    shade.setColorAt(0, kTileLight);
    shade.setColorAt(1, kTile);
    p.setBrush(shade);
    p.drawPath(path);
    p.save();
    p.setClipPath(path);
    p.setPen(QPen(QColor(59, 58, 55, 90), 1));
    const double spread = shape == RoofShape::Flush || shape == RoofShape::Lean ? 1.0 : 0.64;
    for (double x = -half; x <= half; x += 9) {
        p.drawLine(QPointF(middle + x * spread, eaves - height), QPointF(middle + x, eaves + 4));
    }
    p.restore();
    p.setBrush(Qt::NoBrush);
    p.setPen(line(1.8));
    p.drawPath(path);
    p.setPen(QPen(kWoodDark, 4));
    p.drawLine(QPointF(middle - half * 0.8, eaves + 3), QPointF(middle + half * 0.8, eaves + 3));
    if (shape == RoofShape::Pointed) {
        p.setBrush(kTile);
        p.setPen(line(1.4));
        p.drawEllipse(QPointF(middle, eaves - height - 8), 6, 9);
    } else if (shape != RoofShape::Lean) {
        const double part = shape == RoofShape::Flush ? 0.97 : (shape == RoofShape::Flared ? 0.78 : 0.62);
        ridgeLine(p, middle, half * part, eaves - height);
    }
}

void platform(QPainter &p, double left, double right, double foot, double height)
{
    wallBlock(p, QRectF(left, foot - height, right - left, height), kStone, height / 2);
    const double middle = (left + right) / 2;
    for (int step = 0; step < 4; ++step) {
        const double y = foot - height + step * height / 4;
        p.setBrush(kStone.lighter(104));
        p.setPen(line(1));
        p.drawRect(QRectF(middle - 44 - step * 3, y, 88 + step * 6, height / 4));
    }
}

void column(QPainter &p, double x, double top, double foot)
{
    p.setPen(line(1.2));
    p.setBrush(kWood);
    p.drawRect(QRectF(x - 5, top, 10, foot - top));
    p.setBrush(kStone);
    p.drawRect(QRectF(x - 8, foot - 8, 16, 8));
}

void stoneColumn(QPainter &p, double x, double top, double foot)
{
    p.setPen(line(1.2));
    p.setBrush(kStone.lighter(108));
    p.drawRect(QRectF(x - 9, top + 10, 18, foot - top - 18));
    p.drawRect(QRectF(x - 14, top, 28, 10));
    p.drawRect(QRectF(x - 13, foot - 9, 26, 9));
    p.setPen(QPen(QColor(59, 58, 55, 70), 1));
    p.drawLine(QPointF(x - 3, top + 12), QPointF(x - 3, foot - 10));
    p.drawLine(QPointF(x + 3, top + 12), QPointF(x + 3, foot - 10));
}

void bays(QPainter &p, double left, double right, double top, double foot, int count)
{
    p.setPen(Qt::NoPen);
    p.setBrush(kWoodDark);
    p.drawRect(QRectF(left, top, right - left, foot - top));
    const double width = (right - left) / count;
    const double beam = std::min(16.0, (foot - top) * 0.16);
    for (int i = 0; i < count; ++i) {
        const QRectF bay(left + i * width + 7, top + beam, width - 14, foot - top - beam);
        p.setBrush(kWood.darker(112));
        p.setPen(line(0.8));
        p.drawRect(bay);
        lattice(p, QRectF(bay.left() + 3, bay.top() + 3, bay.width() / 2 - 5, bay.height() * 0.56));
        lattice(p, QRectF(bay.center().x() + 2, bay.top() + 3, bay.width() / 2 - 5, bay.height() * 0.56));
    }
    p.setBrush(kWood.lighter(112));
    p.setPen(line(1));
    p.drawRect(QRectF(left, top, right - left, beam));
    for (int i = 0; i <= count; ++i) {
        column(p, left + i * width, top, foot);
    }
}

void wallBlock(QPainter &p, const QRectF &rect, const QColor &colour, double course)
{
    QLinearGradient light(rect.topLeft(), rect.topRight());
    light.setColorAt(0, colour.lighter(106));
    light.setColorAt(1, colour.darker(104));
    p.setPen(line(1.4));
    p.setBrush(light);
    p.drawRect(rect);
    if (course <= 0) {
        return;
    }
    p.setPen(QPen(QColor(59, 58, 55, 46), 1));
    bool odd = false;
    for (double y = rect.top() + course; y < rect.bottom(); y += course) {
        p.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y));
        odd = !odd;
        for (double x = rect.left() + (odd ? 1.5 : 3) * course; x < rect.right(); x += 3 * course) {
            p.drawLine(QPointF(x, y - course), QPointF(x, y));
        }
    }
}

void steppedGable(QPainter &p, double left, double top, double foot, double width)
{
    wallBlock(p, QRectF(left, top + 44, width, foot - top - 44), kLime, 0);
    for (const double y : {top + 44, top + 18, top - 8}) {
        const double cut = (top + 44 - y) * 0.32;
        p.setPen(line(1.2));
        p.setBrush(kLime);
        p.drawRect(QRectF(left + cut, y, width - 2 * cut, 28));
        p.setBrush(kTile);
        p.drawRect(QRectF(left + cut - 7, y - 7, width - 2 * cut + 14, 8));
    }
}

void battlements(QPainter &p, double left, double right, double top, double width)
{
    for (double x = left; x + width * 0.7 <= right + 1; x += width) {
        wallBlock(p, QRectF(x, top - 18, width * 0.66, 18), kBrick, 9);
    }
}

void archway(QPainter &p, double middle, double foot, double half, double height)
{
    QPainterPath arch(QPointF(middle - half, foot));
    arch.lineTo(middle - half, foot - height + half);
    arch.arcTo(QRectF(middle - half, foot - height, 2 * half, 2 * half), 180, -180);
    arch.lineTo(middle + half, foot);
    arch.closeSubpath();
    p.setPen(QPen(kStone, 12));
    p.setBrush(QColor(52, 48, 45));
    p.drawPath(arch);
    p.setPen(line(1.2));
    p.setBrush(Qt::NoBrush);
    p.drawPath(arch);
}

void niche(QPainter &p, double middle, double foot, double half, double height)
{
    QPainterPath arch(QPointF(middle - half, foot));
    arch.lineTo(middle - half, foot - height + half);
    arch.arcTo(QRectF(middle - half, foot - height, 2 * half, 2 * half), 180, -180);
    arch.lineTo(middle + half, foot);
    arch.closeSubpath();
    p.setPen(line(1.2));
    p.setBrush(QColor(72, 66, 61));
    p.drawPath(arch);
}

void doorway(QPainter &p, double middle, double foot, double width, double height)
{
    p.setPen(line(1.4));
    p.setBrush(kStone);
    p.drawRect(QRectF(middle - width / 2 - 10, foot - height - 10, width + 20, height + 10));
    p.setBrush(kWoodDark);
    p.drawRect(QRectF(middle - width / 2, foot - height, width, height));
    p.drawLine(QPointF(middle, foot - height), QPointF(middle, foot));
    p.setBrush(QColor(196, 160, 96));
    for (const double side : {-9.0, 9.0}) {
        p.drawEllipse(QPointF(middle + side, foot - height / 2), 3.4, 3.4);
    }
    roof(p, middle, width / 2 + 40, foot - height - 14, 28, RoofShape::Flush);
}

void lattice(QPainter &p, const QRectF &rect)
{
    if (rect.width() < 3 || rect.height() < 3) {
        return;
    }
    p.setPen(line(0.8));
    p.setBrush(QColor(232, 220, 190));
    p.drawRect(rect);
    p.setPen(QPen(kWoodDark, 0.9));
    const double step = std::max(6.0, rect.width() / 4);
    for (double x = rect.left() + step; x < rect.right() - 1; x += step) {
        p.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()));
    }
    for (double y = rect.top() + step; y < rect.bottom() - 1; y += step) {
        p.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y));
    }
}

void window(QPainter &p, const QRectF &rect)
{
    p.setPen(line(1));
    p.setBrush(kStone);
    p.drawRect(rect.adjusted(-4, -5, 4, 5));
    p.setBrush(QColor(88, 104, 112));
    p.drawRect(rect);
    p.drawLine(QPointF(rect.center().x(), rect.top()), QPointF(rect.center().x(), rect.bottom()));
    p.drawLine(QPointF(rect.left(), rect.center().y()), QPointF(rect.right(), rect.center().y()));
}

void plaque(QPainter &p, const QRectF &rect)
{
    p.setPen(line(1.2));
    p.setBrush(QColor(52, 70, 66));
    p.drawRect(rect);
    p.setPen(QPen(QColor(206, 172, 104), 2));
    p.drawRect(rect.adjusted(4, 4, -4, -4));
}

void railing(QPainter &p, double left, double right, double top, double height)
{
    p.setPen(QPen(kWood, 3));
    p.drawLine(QPointF(left, top), QPointF(right, top));
    p.drawLine(QPointF(left, top + height * 0.6), QPointF(right, top + height * 0.6));
    p.setPen(QPen(kWood, 1.6));
    for (double x = left; x <= right; x += 14) {
        p.drawLine(QPointF(x, top), QPointF(x, top + height));
    }
}

void spire(QPainter &p, double middle, double foot, double height)
{
    p.setPen(line(1.4));
    p.setBrush(QColor(150, 122, 78));
    for (int i = 0; i < 4; ++i) {
        p.drawEllipse(QPointF(middle, foot - 6 - i * height * 0.2), 9 - i * 1.8, 5);
    }
    p.drawLine(QPointF(middle, foot), QPointF(middle, foot - height));
}

void chimney(QPainter &p, double middle, double top, double foot, double width)
{
    QPainterPath stack(QPointF(middle - width, foot));
    stack.lineTo(middle - width * 0.55, top);
    stack.lineTo(middle + width * 0.55, top);
    stack.lineTo(middle + width, foot);
    stack.closeSubpath();
    p.setPen(line(1.4));
    p.setBrush(kRedBrick);
    p.drawPath(stack);
    p.setBrush(kStone);
    p.drawRect(QRectF(middle - width * 0.75, top - 8, width * 1.5, 10));
}

void rose(QPainter &p, const QPointF &centre, double radius)
{
    p.setPen(line(1.6));
    p.setBrush(QColor(96, 116, 126));
    p.drawEllipse(centre, radius, radius);
    p.setBrush(Qt::NoBrush);
    p.drawEllipse(centre, radius * 0.36, radius * 0.36);
    constexpr int kSpokes = 8;
    for (int i = 0; i < kSpokes; ++i) {
        const double angle = i * M_PI / 4;
        const QPointF out(std::cos(angle), std::sin(angle));
        p.drawLine(centre + out * radius * 0.36, centre + out * radius);
    }
}

void rocks(QPainter &p, double left, double foot, Dice &dice)
{
    p.setPen(line(1.4));
    for (int i = 0; i < 3; ++i) {
        const double x = left + i * 30 + dice.between(-6, 6);
        const double height = dice.between(40, 104);
        QPainterPath stone(QPointF(x - 24, foot));
        stone.cubicTo(QPointF(x - 30, foot - height * 0.6), QPointF(x - 4, foot - height * 0.7),
                      QPointF(x - 6, foot - height));
        stone.cubicTo(QPointF(x + 22, foot - height), QPointF(x + 12, foot - height * 0.5), QPointF(x + 28, foot));
        stone.closeSubpath();
        p.setBrush(QColor(178, 176, 168));
        p.drawPath(stone);
        p.setBrush(QColor(120, 118, 112));
        p.drawEllipse(QPointF(x, foot - height * 0.45), 5, 8);
    }
}

void water(QPainter &p, const QRectF &rect)
{
    QLinearGradient depth(rect.topLeft(), rect.bottomLeft());
    depth.setColorAt(0, QColor(176, 197, 200));
    depth.setColorAt(1, QColor(146, 172, 178));
    p.fillRect(rect, depth);
    p.setPen(QPen(QColor(255, 255, 255, 90), 1.4));
    for (int i = 1; i < 7; ++i) {
        const double y = rect.top() + rect.height() * i / 7;
        for (int k = 0; k < 6; ++k) {
            const double x = rect.left() + std::fmod(k * 151.0 + i * 67.0, rect.width());
            p.drawLine(QPointF(x, y), QPointF(x + 40, y));
        }
    }
}

void tree(QPainter &p, double x, double foot, double height, Dice &dice)
{
    p.setPen(QPen(QColor(104, 86, 70), 6, Qt::SolidLine, Qt::RoundCap));
    p.drawLine(QPointF(x, foot), QPointF(x + dice.between(-6, 6), foot - height * 0.55));
    p.setPen(Qt::NoPen);
    for (int i = 0; i < 9; ++i) {
        QColor leaf = kLeaf;
        leaf.setAlpha(190);
        p.setBrush(leaf.lighter(dice.whole(92, 114)));
        p.drawEllipse(QPointF(x + dice.between(-0.28, 0.28) * height, foot - height * dice.between(0.5, 0.95)),
                      height * dice.between(0.12, 0.22), height * dice.between(0.1, 0.17));
    }
}

void fillStone(QPainter &p, const QPainterPath &path)
{
    p.setPen(line(1.6));
    p.setBrush(kStone);
    p.drawPath(path);
    p.save();
    p.setClipPath(path);
    p.setPen(QPen(QColor(59, 58, 55, 50), 1));
    const QRectF box = path.boundingRect();
    for (double y = box.top(); y < box.bottom(); y += 18) {
        p.drawLine(QPointF(box.left(), y), QPointF(box.right(), y));
    }
    p.restore();
}

} // namespace loci::app::drawn
