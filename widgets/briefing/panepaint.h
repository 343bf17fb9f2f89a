// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/briefing/walllayout.h"

#include <QImage>
#include <QPointF>
#include <QString>
#include <vector>

class QPainter;

namespace loci::widgets {

/// What fills one pane: the picture with what is written into it.
struct PanePicture
{
    QImage image;    ///< of the pane's size; null: it could not be made
    QString problem; ///< for the console; the audience sees a discreet mark
    QString caption;
    struct Label
    {
        QString text;
        QPointF place; ///< pixels in the pane
    };
    std::vector<Label> labels;
    double metresPerPixel = 0; ///< of a map: it gets a scale bar
    QString crs;
};

/// The pane at its place, clipped to it.
void paintPane(QPainter &painter, const QRect &place, const PanePicture &picture, const WallLayout &layout,
               const WallColours &colours);
/// Text with a halo, so that it reads on any picture.
void paintHaloed(QPainter &painter, const QPointF &baseline, const QString &text, const QFont &font,
                 const QColor &colour, const QColor &halo, double width);
/// The shape of a light in the wall's own colours, as the status language draws it.
void paintLight(QPainter &painter, const QRectF &box, briefing::Light light, const QColor &colour);

} // namespace loci::widgets
