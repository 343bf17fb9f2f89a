// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/drawnbuildings.h"
#include "app/drawnparts.h"

#include <QPainter>
#include <array>

namespace loci::app {

using namespace drawn;

namespace {

constexpr int kWidth = 720, kHeight = 540; ///< pixels of a picture
constexpr double kScale = kWidth / 800.0;  ///< from the field that buildings are drawn in

QImage canvas(const QColor &ground)
{
    QImage image(kWidth, kHeight, QImage::Format_RGB32);
    image.fill(ground);
    return image;
}

void begin(QPainter &p)
{
    p.setRenderHint(QPainter::Antialiasing);
    p.scale(kScale, kScale);
}

void sky(QPainter &p, Dice &dice)
{
    QLinearGradient light(0, 0, 0, kFoot);
    light.setColorAt(0, kSky);
    light.setColorAt(1, QColor(244, 241, 232));
    p.fillRect(QRectF(0, 0, 800, 600), light);
    QPainterPath hills(QPointF(0, kFoot));
    for (int i = 0; i <= 4; ++i) {
        hills.quadTo(QPointF(i * 200.0 - 100, dice.between(300, 380)), QPointF(i * 200.0, dice.between(380, 420)));
    }
    hills.lineTo(800, kFoot);
    hills.closeSubpath();
    p.setPen(Qt::NoPen);
    p.setBrush(QColor(196, 208, 206));
    p.drawPath(hills);
}

void ground(QPainter &p)
{
    QLinearGradient paving(0, kFoot, 0, 600);
    paving.setColorAt(0, QColor(206, 199, 184));
    paving.setColorAt(1, QColor(190, 182, 166));
    p.fillRect(QRectF(0, kFoot, 800, 130), paving);
    p.setPen(QPen(QColor(59, 58, 55, 40), 1));
    for (int i = 0; i < 12; ++i) {
        p.drawLine(QPointF(400 + (i - 5.5) * 60, kFoot), QPointF(400 + (i - 5.5) * 150, 600));
    }
    for (const double y : {492.0, 520.0, 556.0}) {
        p.drawLine(QPointF(0, y), QPointF(800, y));
    }
}

/// As an old print: faded, stained, with cracks, and weeds on the roof.
void wear(QPainter &p, Dice &dice)
{
    p.setPen(QPen(QColor(59, 50, 40, 150), 1.6));
    for (int i = 0; i < 5; ++i) {
        QPointF at(dice.between(200, 600), dice.between(300, 360));
        for (int k = 0; k < 6; ++k) {
            const QPointF next = at + QPointF(dice.between(-12, 12), dice.between(8, 22));
            p.drawLine(at, next);
            at = next;
        }
    }
    p.setPen(QPen(QColor(110, 122, 78), 1.8));
    for (int i = 0; i < 26; ++i) {
        const QPointF root(dice.between(230, 570), dice.between(190, 262));
        p.drawLine(root, root + QPointF(dice.between(-5, 5), -dice.between(6, 16)));
    }
    p.setPen(Qt::NoPen);
    for (int i = 0; i < 7; ++i) {
        p.setBrush(QColor(96, 84, 66, 40));
        p.drawEllipse(QPointF(dice.between(160, 640), dice.between(330, 460)), dice.between(16, 52),
                      dice.between(20, 60));
    }
    p.setCompositionMode(QPainter::CompositionMode_Multiply);
    p.fillRect(QRectF(0, 0, 800, 600), QColor(222, 200, 164));
    p.setCompositionMode(QPainter::CompositionMode_SourceOver);
    p.fillRect(QRectF(0, 0, 800, 600), QColor(236, 224, 198, 60));
}

void planHall(QPainter &p, const QRectF &hall, int bays)
{
    p.setPen(QPen(kInk, 5));
    p.setBrush(QColor(233, 227, 214));
    p.drawRect(hall);
    p.setPen(Qt::NoPen);
    p.setBrush(kInk);
    for (int i = 0; i <= bays; ++i) {
        for (const double depth : {0.26, 0.76}) {
            p.drawEllipse(QPointF(hall.left() + hall.width() * i / bays, hall.top() + hall.height() * depth), 3.6, 3.6);
        }
    }
    p.fillRect(QRectF(hall.center().x() - 24, hall.bottom() - 5, 48, 10), QColor(247, 243, 234)); // the door
}

} // namespace

QImage drawnElevation(const Drawn &drawn)
{
    QImage image = canvas(kSky);
    QPainter p(&image);
    begin(p);
    Dice dice(drawn.seed + 11);
    sky(p, dice);
    const bool wet = drawn.kind == BuildingKind::Bridge || drawn.kind == BuildingKind::Pavilion;
    ground(p);
    tree(p, dice.between(40, 90), kFoot, dice.between(170, 240), dice);
    tree(p, dice.between(710, 760), kFoot, dice.between(150, 230), dice);
    paintBuilding(p, drawn);
    if (!wet) {
        p.setPen(QPen(QColor(59, 58, 55, 120), 2));
        p.drawLine(QPointF(0, kFoot), QPointF(800, kFoot));
    }
    if (drawn.worn) {
        wear(p, dice);
    }
    return image;
}

QImage drawnPlan(const Drawn &drawn)
{
    QImage image = canvas(kPaper);
    QPainter p(&image);
    begin(p);
    Dice dice(drawn.seed + 23);
    p.setPen(QPen(QColor(59, 58, 55, 22), 1));
    for (int i = 1; i < 20; ++i) {
        p.drawLine(QPointF(i * 40, 0), QPointF(i * 40, 600));
        p.drawLine(QPointF(0, i * 40), QPointF(800, i * 40));
    }
    const int courts = dice.whole(2, 3);
    const double half = dice.between(150, 190);
    const double depth = 500.0 / courts;
    p.setPen(QPen(kInk, 7));
    p.setBrush(QColor(247, 243, 234));
    p.drawRect(QRectF(400 - half, 50, 2 * half, 500));
    for (int i = 0; i < courts; ++i) {
        const double top = 50 + i * depth;
        planHall(p, QRectF(400 - half + 46, top + 6, 2 * half - 92, depth * 0.4), dice.whole(3, 5));
        for (const double x : {400 - half + 5, 400 + half - 41}) {
            planHall(p, QRectF(x, top + depth * 0.5, 36, depth * 0.42), 2);
        }
        tree(p, 400 + (i % 2 == 0 ? -52 : 52), top + depth * 0.86, 58, dice);
    }
    p.fillRect(QRectF(372, 544, 56, 12), QColor(247, 243, 234)); // the gate to the street
    p.setPen(QPen(kInk, 2));
    p.drawLine(QPointF(60, 560), QPointF(180, 560)); // a scale without figures: it is a drawing
    for (const double x : {60.0, 100.0, 140.0, 180.0}) {
        p.drawLine(QPointF(x, 554), QPointF(x, 560));
    }
    p.setBrush(kInk);
    p.drawPolygon(QPolygonF{QPointF(730, 40), QPointF(738, 76), QPointF(730, 66), QPointF(722, 76)});
    return image;
}

QImage drawnStreet(const Drawn &drawn)
{
    QImage image = canvas(kSky);
    QPainter p(&image);
    begin(p);
    Dice dice(drawn.seed + 37);
    sky(p, dice);
    p.save();
    p.translate(400, 380);
    p.scale(0.46, 0.46);
    p.translate(-400, -kFoot);
    paintBuilding(p, drawn);
    p.restore();
    const QPolygonF lane{QPointF(330, 380), QPointF(470, 380), QPointF(760, 600), QPointF(40, 600)};
    p.setPen(Qt::NoPen);
    p.setBrush(QColor(198, 190, 174));
    p.drawPolygon(lane);
    p.setPen(QPen(QColor(59, 58, 55, 44), 1));
    for (int i = 1; i < 8; ++i) {
        const double t = i / 8.0 * i / 8.0;
        p.drawLine(QPointF(330 - 290 * t, 380 + 220 * t), QPointF(470 + 290 * t, 380 + 220 * t));
    }
    for (const double side : {-1.0, 1.0}) {
        double near = 1;
        for (int house = 0; house < 4; ++house) {
            const double far = near * 0.62;
            const auto at = [side](double t, double height) {
                return QPointF(400 + side * (70 + 350 * t), 380 + 240 * t - height * t);
            };
            const double height = dice.between(400, 520);
            p.setPen(QPen(kInk, 1.4));
            p.setBrush(house % 2 == 0 ? kLime : QColor(214, 204, 186));
            p.drawPolygon(QPolygonF{at(near, 0), at(far, 0), at(far, height), at(near, height)});
            p.setBrush(kTile);
            p.drawPolygon(QPolygonF{at(near, height), at(far, height), at(far * 0.98, height + 66),
                                    at(near * 0.98, height + 66)});
            const double door = (near + far) / 2;
            p.setBrush(kWood);
            p.drawPolygon(
                QPolygonF{at(door * 1.07, 0), at(door * 0.93, 0), at(door * 0.93, 200), at(door * 1.07, 200)});
            p.setBrush(QColor(178, 58, 46));
            p.drawEllipse(at(door, 300), 5 + 12 * door, 6 + 14 * door);
            near = far;
        }
    }
    return image;
}

} // namespace loci::app
