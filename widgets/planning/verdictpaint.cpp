// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/planning/verdictpaint.h"

#include <QCoreApplication>
#include <QPainter>

namespace loci::widgets {

using planning::Verdict;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::widgets::VerdictPainter)
};

QPainterPath pathOf(const std::vector<Vec2> &points, bool isClosed, const Vec2 &origin,
                    const VerdictPainter::Place &place)
{
    QPainterPath path;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Vec2 there = place(points[i]);
        const QPointF at(there.x - origin.x, there.y - origin.y);
        i == 0 ? path.moveTo(at) : path.lineTo(at);
    }
    if (isClosed && !path.isEmpty()) {
        path.closeSubpath();
    }
    return path;
}

void drawOne(QPainter &painter, const QPainterPath &path, Verdict verdict, bool isLine, bool isBuilding)
{
    constexpr int kFlat = 150, kFlatParcel = 40, kGround = 60;
    const VerdictLook look = verdictLook(verdict);
    QColor ground = look.ink;
    ground.setAlpha(isBuilding && look.pattern == Qt::SolidPattern ? kFlat : isBuilding ? kGround : kFlatParcel);
    painter.setPen(QPen(look.ink, isBuilding ? 1.2 : 2.0, look.rim));
    painter.setBrush(isLine ? Qt::NoBrush : QBrush(ground));
    painter.drawPath(path);
    if (!isLine && look.pattern != Qt::SolidPattern) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(QBrush(look.ink, look.pattern));
        painter.drawPath(path);
    }
}

} // namespace

VerdictLook verdictLook(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Pass:
        return {tokens().good, Qt::SolidPattern, Qt::SolidLine};
    case Verdict::Fail:
        return {tokens().bad, Qt::BDiagPattern, Qt::SolidLine};
    case Verdict::Unknown:
        break;
    }
    return {tokens().unknown, Qt::Dense6Pattern, Qt::DashLine};
}

QString verdictWord(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Pass:
        return Texts::tr("Pass");
    case Verdict::Fail:
        return Texts::tr("Fail");
    case Verdict::Unknown:
        break;
    }
    return Texts::tr("Unknown");
}

void paintVerdictSwatch(QPainter &painter, const QRectF &box, Verdict verdict)
{
    QPainterPath path;
    path.addRoundedRect(box, 2, 2);
    drawOne(painter, path, verdict, false, true);
}

void VerdictPainter::forget()
{
    m_located.reset();
    m_fresh = false;
}

void VerdictPainter::locate(const Place &place)
{
    m_located = m_desk.verdicts();
    m_shown.clear();
    for (const analysis::JudgedSubject &subject : m_located->subjects) {
        if (!m_desk.passesFilter(subject) || subject.bounds.isEmpty()) {
            continue;
        }
        if (m_shown.empty()) {
            m_origin = place({subject.bounds.min.x, subject.bounds.min.y});
        }
        Shown shown{{}, {}, subject.verdict, subject.isBuilding, subject.polygons.empty()};
        for (const planning::Polygon &polygon : subject.polygons) {
            for (const planning::Ring &ring : polygon) {
                shown.path.addPath(pathOf(ring, true, m_origin, place));
            }
        }
        for (const planning::Line &line : subject.lines) {
            shown.path.addPath(pathOf(line, false, m_origin, place));
        }
        shown.box = shown.path.boundingRect();
        m_shown.push_back(std::move(shown));
    }
}

void VerdictPainter::draw(QPainter &painter, const MapViewport &viewport) const
{
    const QTransform toPixels = viewport.pathTransform(m_origin);
    const QRectF seen(QPointF(0, 0), viewport.size);
    for (const bool buildings : {false, true}) {
        for (const Shown &shown : m_shown) {
            if (shown.isBuilding == buildings && toPixels.mapRect(shown.box).adjusted(-2, -2, 2, 2).intersects(seen)) {
                drawOne(painter, toPixels.map(shown.path), shown.verdict, shown.isLine, shown.isBuilding);
            }
        }
    }
}

void VerdictPainter::paint(QPainter &painter, const MapViewport &viewport, const Place &place)
{
    const VerdictDesk::Verdicts verdicts = m_desk.verdicts();
    if (!verdicts) {
        return;
    }
    if (m_located != verdicts) {
        locate(place);
        m_fresh = false;
    }
    const qreal ratio = painter.device()->devicePixelRatioF();
    const QSize wanted = viewport.size * ratio;
    if (!m_fresh || !(m_drawn == viewport) || m_theme != tokens().mode || m_picture.size() != wanted) {
        m_picture = QImage(wanted, QImage::Format_ARGB32_Premultiplied);
        m_picture.setDevicePixelRatio(ratio);
        m_picture.fill(Qt::transparent);
        QPainter own(&m_picture);
        own.setRenderHint(QPainter::Antialiasing);
        draw(own, viewport);
        m_drawn = viewport;
        m_theme = tokens().mode;
        m_fresh = true;
    }
    painter.drawImage(QPointF(0, 0), m_picture);
}

} // namespace loci::widgets
