// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/drawnbuildings.h"

#include "app/drawnparts.h"

#include <QPainter>
#include <QPainterPath>

namespace loci::app {

using namespace drawn;

namespace {

void hall(QPainter &p, Dice &dice, bool tall)
{
    const double half = dice.between(210, 270);
    const double eaves = tall ? 250 : 290;
    platform(p, 400 - half - 20, 400 + half + 20, kFoot, 34);
    bays(p, 400 - half + 24, 400 + half - 24, eaves, kFoot - 34, dice.whole(5, 7));
    if (tall) {
        roof(p, 400, half + 34, eaves, 74, RoofShape::HipGable);
        bays(p, 400 - half + 70, 400 + half - 70, eaves - 118, eaves - 62, 5);
        roof(p, 400, half - 26, eaves - 118, 84, RoofShape::HipGable);
    } else {
        roof(p, 400, half + 40, eaves, 118, RoofShape::HipGable);
    }
}

void gate(QPainter &p, Dice &dice)
{
    const double top = 330;
    wallBlock(p, QRectF(40, top, 720, kFoot - top), kBrick, 22);
    battlements(p, 40, 760, top, 30);
    archway(p, 400, kFoot, 62, 100);
    bays(p, 250, 550, 232, top - 8, dice.whole(3, 5));
    roof(p, 400, 196, 232, 92, RoofShape::HipGable);
}

void pagoda(QPainter &p, Dice &dice)
{
    const int storeys = dice.whole(5, 7);
    platform(p, 280, 520, kFoot, 26);
    double half = 96;
    double foot = kFoot - 26;
    const double step = 340.0 / storeys;
    for (int i = 0; i < storeys; ++i) {
        const double top = foot - step + 18;
        wallBlock(p, QRectF(400 - half, top, 2 * half, foot - top), kLime, 0);
        niche(p, 400, foot - 4, half * 0.24, (foot - top) * 0.62);
        roof(p, 400, half + 24, top, 20, RoofShape::Flared);
        foot = top - 4;
        half *= 0.88;
    }
    spire(p, 400, foot - 16, 54);
}

void dwelling(QPainter &p, Dice &dice)
{
    const double left = dice.between(120, 160);
    const double right = 800 - left;
    wallBlock(p, QRectF(left, 270, right - left, kFoot - 270), kLime, 0);
    roof(p, 400, (right - left) / 2 - 8, 280, 74, RoofShape::Flush);
    steppedGable(p, left, 198, kFoot, 46);
    steppedGable(p, right - 46, 198, kFoot, 46);
    doorway(p, 400, kFoot, 58, 116);
    for (const double x : {left + 90, right - 130}) {
        lattice(p, QRectF(x, 330, 40, 40));
    }
}

void shop(QPainter &p, Dice &dice)
{
    const double half = dice.between(190, 235);
    bays(p, 400 - half, 400 + half, 348, kFoot, dice.whole(4, 6));
    roof(p, 400, half + 26, 348, 34, RoofShape::Lean);
    bays(p, 400 - half + 10, 400 + half - 10, 246, 316, 5);
    roof(p, 400, half + 26, 246, 78, RoofShape::Flush);
    plaque(p, QRectF(340, 352, 120, 30));
}

void pavilion(QPainter &p, Dice &dice)
{
    rocks(p, 150, kFoot, dice);
    rocks(p, 610, kFoot, dice);
    platform(p, 262, 538, kFoot - 6, 30);
    for (const double x : {292.0, 360.0, 440.0, 508.0}) {
        column(p, x, 300, kFoot - 36);
    }
    railing(p, 292, 508, kFoot - 74, 36);
    roof(p, 400, 172, 300, 112, RoofShape::Pointed);
    water(p, QRectF(0, kFoot - 2, 800, 60));
}

void bridge(QPainter &p, Dice &dice)
{
    water(p, QRectF(0, 430, 800, 170));
    const double rise = dice.between(120, 150);
    QPainterPath body(QPointF(60, 440));
    body.quadTo(400, 440 - 2 * rise, 740, 440);
    body.lineTo(740, 474);
    body.lineTo(60, 474);
    body.closeSubpath();
    QPainterPath opening;
    for (const double x : {230.0, 400.0, 570.0}) {
        const double radius = x == 400.0 ? 82 : 56;
        QPainterPath arch;
        arch.addEllipse(QPointF(x, 470), radius, radius);
        opening = opening.united(arch);
    }
    fillStone(p, body.subtracted(opening));
    p.setPen(QPen(kInk, 3));
    QPainterPath rail(QPointF(60, 418));
    rail.quadTo(400, 418 - 2 * rise, 740, 418);
    p.setBrush(Qt::NoBrush);
    p.drawPath(rail);
    constexpr int kPosts = 20;
    for (int i = 0; i <= kPosts; ++i) {
        const double t = static_cast<double>(i) / kPosts;
        const QPointF foot(60 + 680 * t, 440 - 4 * rise * t * (1 - t));
        p.drawLine(foot, foot - QPointF(0, 22));
    }
    water(p, QRectF(0, 474, 800, 126));
}

void mill(QPainter &p, Dice &dice)
{
    const int bays = dice.whole(4, 5);
    const double width = 520.0 / bays;
    const double left = 100;
    wallBlock(p, QRectF(left, 320, 520, kFoot - 320), kRedBrick, 14);
    for (int i = 0; i < bays; ++i) {
        const double x = left + i * width;
        QPainterPath tooth(QPointF(x, 320));
        tooth.lineTo(x, 262);
        tooth.lineTo(x + width, 320);
        tooth.closeSubpath();
        p.setPen(QPen(kInk, 1.6));
        p.setBrush(kTile);
        p.drawPath(tooth);
        for (const double offset : {0.22, 0.62}) {
            window(p, QRectF(x + offset * width - 12, 356, 34, 66));
        }
    }
    chimney(p, 684, 120, kFoot, 22);
}

void church(QPainter &p, Dice &dice)
{
    wallBlock(p, QRectF(230, 290, 340, kFoot - 290), kBrick, 18);
    QPainterPath gable(QPointF(220, 292));
    gable.lineTo(400, 196);
    gable.lineTo(580, 292);
    gable.closeSubpath();
    fillStone(p, gable);
    const double tower = dice.between(58, 68);
    for (const double x : {250.0, 550.0}) {
        wallBlock(p, QRectF(x - tower / 2, 220, tower, kFoot - 220), kBrick, 18);
        QPainterPath cap(QPointF(x - tower / 2 - 5, 221));
        cap.lineTo(x, 108);
        cap.lineTo(x + tower / 2 + 5, 221);
        cap.closeSubpath();
        p.setBrush(kTile);
        p.setPen(QPen(kInk, 1.6));
        p.drawPath(cap);
        niche(p, x, 300, 12, 46);
    }
    rose(p, QPointF(400, 306), 36);
    archway(p, 400, kFoot, 38, 70);
}

void bank(QPainter &p, Dice &dice)
{
    wallBlock(p, QRectF(150, 250, 500, kFoot - 250), kStone, 20);
    wallBlock(p, QRectF(136, 226, 528, 26), kStone, 0);
    QPainterPath pediment(QPointF(290, 226));
    pediment.lineTo(400, 176);
    pediment.lineTo(510, 226);
    pediment.closeSubpath();
    fillStone(p, pediment);
    const int columns = dice.whole(4, 6);
    for (int i = 0; i < columns; ++i) {
        stoneColumn(p, 290 + 220.0 * i / (columns - 1), 256, kFoot - 20);
    }
    for (const double x : {190.0, 232.0, 552.0, 594.0}) {
        window(p, QRectF(x, 286, 26, 58));
        window(p, QRectF(x, 376, 26, 58));
    }
    platform(p, 260, 540, kFoot, 20);
}

void stage(QPainter &p, Dice &dice)
{
    wallBlock(p, QRectF(230, 386, 340, kFoot - 386), kStone, 20);
    for (const double x : {250.0, 340.0, 460.0, 550.0}) {
        column(p, x, 270, 386);
    }
    p.setBrush(kWoodDark);
    p.setPen(Qt::NoPen);
    p.drawRect(QRectF(344, 284, 112, 102));
    roof(p, 400, dice.between(208, 226), 270, 108, RoofShape::HipGable);
    plaque(p, QRectF(356, 288, 88, 26));
}

} // namespace

BuildingKind buildingKindOf(const QString &subcategory, const QString &name)
{
    const auto named = [&](const char *part) { return name.contains(QLatin1String(part), Qt::CaseInsensitive); };
    const auto is = [&](const char *part) { return subcategory.contains(QLatin1String(part), Qt::CaseInsensitive); };
    if (named("pagoda")) {
        return BuildingKind::Pagoda;
    }
    if (is("religious")) {
        return BuildingKind::Church;
    }
    if (named("stage")) {
        return BuildingKind::Stage;
    }
    if (is("gate") || named("drum tower")) {
        return BuildingKind::Gate;
    }
    if (is("bridge") || is("transport")) {
        return BuildingKind::Bridge;
    }
    if (is("industrial")) {
        return BuildingKind::Mill;
    }
    if (is("commercial")) {
        return BuildingKind::Bank;
    }
    if (is("garden")) {
        return BuildingKind::Pavilion;
    }
    if (is("shop")) {
        return BuildingKind::Shop;
    }
    return is("dwelling") ? BuildingKind::Dwelling : BuildingKind::Hall;
}

void paintBuilding(QPainter &painter, const Drawn &drawn)
{
    Dice dice(drawn.seed);
    switch (drawn.kind) {
    case BuildingKind::Hall:
        return hall(painter, dice, drawn.seed % 3 == 0);
    case BuildingKind::Gate:
        return gate(painter, dice);
    case BuildingKind::Pagoda:
        return pagoda(painter, dice);
    case BuildingKind::Dwelling:
        return dwelling(painter, dice);
    case BuildingKind::Shop:
        return shop(painter, dice);
    case BuildingKind::Pavilion:
        return pavilion(painter, dice);
    case BuildingKind::Bridge:
        return bridge(painter, dice);
    case BuildingKind::Mill:
        return mill(painter, dice);
    case BuildingKind::Church:
        return church(painter, dice);
    case BuildingKind::Bank:
        return bank(painter, dice);
    case BuildingKind::Stage:
        return stage(painter, dice);
    }
}

} // namespace loci::app
