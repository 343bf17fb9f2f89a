// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/tokens.h"
#include "widgets/map/mapviewport.h"
#include "widgets/planning/verdictdesk.h"

#include <QImage>
#include <QPainterPath>
#include <functional>

namespace loci::widgets {

/// How a verdict looks on the map and in its legend: a colour, and a pattern that stays when colours do not.
struct VerdictLook
{
    QColor ink;
    Qt::BrushStyle pattern = Qt::SolidPattern;
    Qt::PenStyle rim = Qt::SolidLine;
};
VerdictLook verdictLook(planning::Verdict verdict);
QString verdictWord(planning::Verdict verdict); ///< translated: "Pass"
void paintVerdictSwatch(QPainter &painter, const QRectF &box, planning::Verdict verdict);

/// Buildings and parcels of the map by their verdict. Keeps the last picture: it is painted anew when the map moved or
/// the verdicts changed. Main thread.
class VerdictPainter
{
public:
    using Place = std::function<Vec2(const Vec2 &)>; ///< from the model's coordinates to the map's
    explicit VerdictPainter(VerdictDesk &desk) : m_desk(desk) {}

    void forget(); ///< verdicts, filter or the map's system changed
    void paint(QPainter &painter, const MapViewport &viewport, const Place &place);

private:
    struct Shown
    {
        QPainterPath path; ///< relative to `m_origin`
        QRectF box;
        planning::Verdict verdict = planning::Verdict::Unknown;
        bool isBuilding = true, isLine = false;
    };
    void locate(const Place &place);
    void draw(QPainter &painter, const MapViewport &viewport) const;

    VerdictDesk &m_desk;
    VerdictDesk::Verdicts m_located;
    std::vector<Shown> m_shown;
    Vec2 m_origin;
    QImage m_picture;
    MapViewport m_drawn;
    ThemeMode m_theme = ThemeMode::Light;
    bool m_fresh = false;
};

} // namespace loci::widgets
