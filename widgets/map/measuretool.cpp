// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/measuretool.h"

#include "widgets/common/tokens.h"

#include <qgsdistancearea.h>
#include <qgsexception.h>
#include <qgsgeometry.h>
#include <qgsproject.h>

#include <QLocale>
#include <QPainter>
#include <cmath>

namespace loci::widgets {

MeasureTool::MeasureTool(map::MapDocument &document, std::function<void(const QString &)> measured)
    : m_document(document)
    , m_measured(std::move(measured))
{}

void MeasureTool::setMode(Mode mode)
{
    m_mode = mode;
    deactivate();
}

double MeasureTool::measure(const map::MapDocument &document, Mode mode, const std::vector<Vec2> &points)
{
    const QgsProject &project = document.project();
    QgsDistanceArea area;
    area.setSourceCrs(project.crs(), project.transformContext());
    const QString ellipsoid = project.ellipsoid();
    area.setEllipsoid(ellipsoid.isEmpty() || ellipsoid == QLatin1String("NONE") ? QStringLiteral("EPSG:7030")
                                                                                : ellipsoid);
    QVector<QgsPointXY> line;
    for (const Vec2 &point : points) {
        line << QgsPointXY(point.x, point.y);
    }
    try {
        if (mode == Mode::Length) {
            return area.convertLengthMeasurement(area.measureLine(line), Qgis::DistanceUnit::Meters);
        }
        return line.size() < 3 ? 0
                               : area.convertAreaMeasurement(area.measurePolygon(line), Qgis::AreaUnit::SquareMeters);
    } catch (const QgsCsException &) {
        return std::nan("");
    }
}

QString MeasureTool::lengthText(double metres)
{
    const QLocale locale;
    if (!std::isfinite(metres)) {
        return tr("not measurable here");
    }
    if (metres < 1000) {
        return tr("%1 m").arg(locale.toString(metres, 'f', metres < 100 ? 2 : 1));
    }
    return tr("%1 km").arg(locale.toString(metres / 1000, 'f', metres < 100'000 ? 3 : 1));
}

QString MeasureTool::areaText(double squareMetres)
{
    const QLocale locale;
    if (!std::isfinite(squareMetres)) {
        return tr("not measurable here");
    }
    const double area = std::abs(squareMetres);
    if (area < 10'000) {
        return tr("%1 m²").arg(locale.toString(area, 'f', 1));
    }
    if (area < 1'000'000) {
        return tr("%1 ha").arg(locale.toString(area / 10'000, 'f', 2));
    }
    return tr("%1 km²").arg(locale.toString(area / 1'000'000, 'f', 2));
}

std::vector<Vec2> MeasureTool::shape() const
{
    std::vector<Vec2> points = m_points;
    if (!m_done && !points.empty()) {
        points.push_back(m_cursor);
    }
    return points;
}

QString MeasureTool::text() const
{
    const std::vector<Vec2> points = shape();
    if (m_mode == Mode::Length) {
        return lengthText(measure(m_document, Mode::Length, points));
    }
    return points.size() < 3 ? QString() : areaText(measure(m_document, Mode::Area, points));
}

void MeasureTool::click(const MapPointer &pointer)
{
    if (m_done) {
        deactivate();
    }
    m_cursor = pointer.place;
    m_points.push_back(pointer.place);
    if (m_points.size() > 1) {
        m_measured(text());
    }
}

bool MeasureTool::doubleClick(const MapPointer &pointer)
{
    Q_UNUSED(pointer) // its first click has set the point
    finish();
    return true;
}

bool MeasureTool::finish()
{
    if (m_points.size() < 2 || m_done) {
        return false;
    }
    m_done = true;
    m_measured(text());
    return true;
}

void MeasureTool::hovered(const MapPointer &pointer)
{
    m_cursor = pointer.place;
}

bool MeasureTool::stepBack()
{
    if (m_points.empty()) {
        return false;
    }
    m_done = false;
    m_points.pop_back();
    return true;
}

void MeasureTool::deactivate()
{
    m_points.clear();
    m_done = false;
}

void MeasureTool::paint(QPainter &painter, const MapViewport &viewport)
{
    const std::vector<Vec2> points = shape();
    if (points.empty()) {
        return;
    }
    QPolygonF line;
    for (const Vec2 &point : points) {
        line << viewport.toPixel(point);
    }
    const Tokens &t = tokens();
    painter.save();
    if (m_mode == Mode::Area && line.size() > 2) {
        QColor body = t.accent;
        body.setAlpha(40);
        painter.setPen(Qt::NoPen);
        painter.setBrush(body);
        painter.drawPolygon(line);
    }
    painter.setBrush(Qt::NoBrush);
    for (const auto &[colour, width] : {std::pair{t.raised, 4.5}, std::pair{t.accent, 2.0}}) {
        painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        m_mode == Mode::Area &&line.size() > 2 ? painter.drawPolygon(line) : painter.drawPolyline(line);
    }
    painter.setPen(QPen(t.accent, 2));
    painter.setBrush(t.raised);
    for (const QPointF &corner : line) {
        painter.drawEllipse(corner, 3.5, 3.5);
    }
    const QString figure = text();
    if (line.size() > 1 && !figure.isEmpty()) {
        const QFont font = tokenFont(t.fontBody, QFont::DemiBold);
        painter.setFont(font);
        QRectF box = QFontMetricsF(font).boundingRect(figure);
        box = QRectF(0, 0, box.width() + 2 * t.gap, box.height() + t.gap);
        box.moveTopLeft(line.last() + QPointF(14, 10));
        box.moveRight(std::min(box.right(), viewport.size.width() - 4.0));
        box.moveBottom(std::min(box.bottom(), viewport.size.height() - 4.0));
        painter.setPen(QPen(t.hairline, 1));
        painter.setBrush(t.raised);
        painter.drawRoundedRect(box, t.radius, t.radius);
        painter.setPen(t.text);
        painter.drawText(box, Qt::AlignCenter, figure);
    }
    painter.restore();
}

} // namespace loci::widgets
