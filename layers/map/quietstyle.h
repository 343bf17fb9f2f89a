// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/layertheme.h"

#include <QColor>

class QgsMapLayer;

namespace loci::map {

/// Colours of the quiet map, light and dark: light greys, pale water and green, white roads, warm buildings, so that
/// any thematic colour stands out.
struct QuietPalette
{
    QColor ground, building, buildingEdge, road, roadCasing, rail, water, waterEdge, park, parkEdge;
    QColor area, areaEdge, landUse, line, point, pointEdge, label, labelMuted, labelWater, labelPark, halo;
    QColor heritage; ///< cinnabar, for heritage only
};
const QuietPalette &quietPalette(bool dark);

/// Gives a layer the quiet style of a theme, and marks it so that it follows a change of light and dark for as long as
/// nobody edits its style.
void applyQuietStyle(QgsMapLayer &layer, LayerTheme theme, bool dark);
/// Redraws a layer that still has our style, in the other variant. False when the person styled it.
bool switchQuietStyle(QgsMapLayer &layer, bool dark);

} // namespace loci::map
