// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/report/planpictures.h"

#include "layers/map/report/documentpages.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace loci::map {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::map::PlanPictures)
};

const QColor kPaper(250, 250, 247), kHouse(222, 216, 206), kEdge(178, 170, 158), kInk(40, 48, 46), kTeal(15, 118, 110),
    kHeritage(178, 58, 46), kQuiet(110, 116, 114), kRed(190, 38, 34);

/// From coordinates to pixels, north up.
class Sheet
{
public:
    Sheet(const Box3 &extent, const QSize &size)
        : m_middle(extent.centre())
        , m_size(size)
        , m_scale(std::min(size.width() / std::max(1.0, extent.max.x - extent.min.x),
                           size.height() / std::max(1.0, extent.max.y - extent.min.y)))
    {}
    QPointF at(const Vec2 &p) const
    {
        return {m_size.width() / 2.0 + (p.x - m_middle.x) * m_scale,
                m_size.height() / 2.0 - (p.y - m_middle.y) * m_scale};
    }
    QPolygonF polygon(const std::vector<Vec2> &ring) const
    {
        QPolygonF points;
        for (const Vec2 &p : ring) {
            points << at(p);
        }
        return points;
    }
    double scale() const { return m_scale; }

private:
    Vec3 m_middle;
    QSize m_size;
    double m_scale;
};

void drawHouses(QPainter &painter, const Sheet &sheet, const std::vector<city::Footprint> &outlines)
{
    painter.setPen(QPen(kEdge, 1));
    painter.setBrush(kHouse);
    for (const city::Footprint &outline : outlines) {
        for (const auto &polygon : outline.polygons) {
            QPainterPath path;
            for (const auto &ring : polygon) {
                path.addPolygon(sheet.polygon(ring));
                path.closeSubpath();
            }
            painter.drawPath(path);
        }
    }
}

void drawAreas(QPainter &painter, const Sheet &sheet, const planning::PlanLayer &areas)
{
    for (const planning::PlanArea &area : areas.areas) {
        const bool heritage =
            area.kind.contains(QLatin1String("protect")) || area.kind.contains(QLatin1String("control"));
        const QColor ink = heritage ? kHeritage : kQuiet;
        painter.setPen(QPen(ink, 2, Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        for (const planning::Polygon &polygon : area.polygons) {
            painter.drawPolygon(sheet.polygon(polygon.front()));
        }
        for (const planning::Line &line : area.lines) {
            painter.drawPolyline(sheet.polygon(line));
        }
        if (area.kind == QLatin1String("height_zone") && !area.polygons.empty()) {
            painter.setPen(kInk);
            painter.drawText(sheet.polygon(area.polygons.front().front()).boundingRect(), Qt::AlignCenter, area.id);
        }
    }
}

void drawScale(QPainter &painter, const Sheet &sheet, const QSize &size)
{
    constexpr double kWanted = 260; // pixels
    const double metres = kWanted / sheet.scale();
    const double decade = std::pow(10, std::floor(std::log10(metres)));
    const double step = metres / decade >= 5 ? 5 * decade : metres / decade >= 2 ? 2 * decade : decade;
    const QPointF left(30, size.height() - 30);
    const QPointF right(30 + step * sheet.scale(), size.height() - 30);
    painter.setPen(QPen(kInk, 4));
    painter.drawLine(left, right);
    painter.drawText(QRectF(left.x(), left.y() - 46, 400, 40), Qt::AlignLeft | Qt::AlignBottom,
                     QStringLiteral("%1 m").arg(step));
}

} // namespace

QImage drawPlan(const PlanPicture &picture, const QSize &size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(kPaper);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont font = documentFont(9);
    font.setPixelSize(size.height() / 34);
    painter.setFont(font);
    const Sheet sheet(picture.extent, size);
    if (picture.outlines != nullptr) {
        drawHouses(painter, sheet, *picture.outlines);
    }
    if (picture.areas != nullptr) {
        drawAreas(painter, sheet, *picture.areas);
    }
    QColor glass = kTeal;
    glass.setAlpha(46);
    painter.setPen(QPen(kTeal, 2));
    painter.setBrush(glass);
    for (const auto &corridor : picture.corridors) {
        painter.drawPolygon(sheet.polygon(corridor));
    }
    for (const planning::PlanChange &change :
         picture.proposal != nullptr ? picture.proposal->changes : std::vector<planning::PlanChange>()) {
        if (!change.footprint.empty()) {
            painter.setPen(QPen(kInk, 3));
            painter.setBrush(kTeal);
            const QPolygonF polygon = sheet.polygon(change.footprint.front());
            painter.drawPolygon(polygon);
            painter.setPen(kInk);
            painter.drawText(QRectF(polygon.boundingRect().right() + 8, polygon.boundingRect().top(), 600, 60),
                             Qt::AlignLeft | Qt::AlignVCenter, change.id);
        }
    }
    drawScale(painter, sheet, size);
    return image;
}

QImage drawSkyline(const SkylinePicture &picture, const QSize &size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont font = documentFont(9);
    font.setPixelSize(std::max(11, size.height() / 16));
    painter.setFont(font);
    const double line = 1.6 * font.pixelSize();
    const QRectF plot(line * 2.2, line * 1.5, size.width() - line * 2.8, size.height() - line * 3.2);
    double highest = 1;
    const auto each = [&](const std::vector<std::optional<double>> &angles, auto take) {
        for (std::size_t i = 0; i < angles.size(); ++i) {
            const double azimuth = (static_cast<double>(i) + 0.5) * 360.0 / static_cast<double>(angles.size());
            if (angles[i] && azimuth >= picture.from && azimuth <= picture.to) {
                take(azimuth, *angles[i]);
            }
        }
    };
    for (const auto *angles : {&picture.before, &picture.after}) {
        each(*angles, [&highest](double, double angle) { highest = std::max(highest, angle); });
    }
    highest = std::ceil(highest * 1.15);
    const auto at = [&](double azimuth, double angle) {
        return QPointF(plot.left() +
                           (azimuth - picture.from) / std::max(1e-9, picture.to - picture.from) * plot.width(),
                       plot.bottom() - std::max(0.0, angle) / highest * plot.height());
    };
    const auto profile = [&](const std::vector<std::optional<double>> &angles) {
        QPolygonF points{plot.bottomLeft()};
        each(angles, [&](double azimuth, double angle) { points << at(azimuth, angle); });
        points << plot.bottomRight();
        return points;
    };
    QColor added = kRed;
    added.setAlpha(190);
    painter.setPen(Qt::NoPen);
    painter.setBrush(added);
    painter.drawPolygon(profile(picture.after));
    painter.setBrush(QColor(186, 190, 188));
    painter.drawPolygon(profile(picture.before));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(kQuiet, 1));
    painter.drawRect(plot);
    painter.setPen(kInk);
    painter.drawText(QRectF(0, plot.top(), plot.left() - 6, line), Qt::AlignRight, QStringLiteral("%1°").arg(highest));
    painter.drawText(QRectF(0, plot.bottom() - line, plot.left() - 6, line), Qt::AlignRight | Qt::AlignBottom,
                     QStringLiteral("0°"));
    painter.drawText(QRectF(plot.left(), plot.bottom() + 4, 300, line), Qt::AlignLeft,
                     QStringLiteral("%1°").arg(picture.from, 0, 'f', 0));
    painter.drawText(QRectF(plot.right() - 300, plot.bottom() + 4, 300, line), Qt::AlignRight,
                     QStringLiteral("%1°").arg(picture.to, 0, 'f', 0));
    painter.drawText(QRectF(plot.left(), plot.bottom() + 4, plot.width(), line), Qt::AlignHCenter,
                     Texts::tr("azimuth from north; grey: today, red: added"));
    if (picture.landmark) {
        painter.setPen(QPen(kHeritage, 2, Qt::DashLine));
        painter.drawLine(QPointF(at(*picture.landmark, 0).x(), plot.top()), at(*picture.landmark, 0));
        painter.setPen(kHeritage);
        painter.drawText(QRectF(at(*picture.landmark, 0).x() - 200, 0, 400, plot.top()),
                         Qt::AlignHCenter | Qt::AlignBottom, Texts::tr("landmark"));
    }
    return image;
}

} // namespace loci::map
