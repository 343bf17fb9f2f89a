// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/briefing/briefing.h"

#include <QColor>
#include <QFont>
#include <QRectF>
#include <QSize>
#include <vector>

namespace loci::widgets {

/// Where everything of a scene lies on a canvas of pixels, and how large its letters are. Pure.
struct WallLayout
{
    QSize canvas;
    double unit = 1;              ///< a hundredth of the height
    briefing::LetterSizes letter; ///< least sizes of fonts, pixels
    QRectF picture, words, footer;
    std::vector<briefing::Pane> panes;
    std::vector<QRect> places; ///< of the panes, whole pixels
    double text() const;       ///< the wall's running text, pixels
    double small() const;      ///< captions and the footer: still readable
};
WallLayout layOutWall(const briefing::Briefing &briefing, const briefing::Scene &scene, QSize canvas);

/// Colours of a wall on a ground; every one is moved towards white or black until its contrast is at least 7.
struct WallColours
{
    QColor picture, panel, footer, hairline;
    QColor text, quiet, accent, heritage;
    QColor good, watch, bad, unknown;
    QColor of(briefing::Light light) const;
};
WallColours wallColours(briefing::Show show);
inline constexpr double kWallContrast = 7;
QColor readable(QColor colour, const QColor &ground); ///< see above

QFont wallFont(double pixels, int weight = QFont::Normal);

} // namespace loci::widgets
