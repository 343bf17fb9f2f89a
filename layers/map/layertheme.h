// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QgsMapLayer;

namespace loci::map {

/// What a layer shows, as far as its name, fields and geometry tell. Decides the quiet style and where in the stack a
/// new layer goes.
enum class LayerTheme {
    Building,
    Road,
    Rail,
    Water,
    Park,
    LandUse,
    District,
    Boundary,
    Parcel,
    Trees,
    Stops,
    Heritage, ///< recognised
    Point,
    Line,
    Polygon,
    Raster,
    Backdrop,
    Table ///< by geometry only
};

LayerTheme themeOf(const QgsMapLayer &layer);
QString themeName(LayerTheme theme); ///< stable, stored with the layer
/// Higher is drawn above: backdrop, raster, areas, land use, green, water, buildings, lines, points.
int themeRank(LayerTheme theme);
int themeRank(const QgsMapLayer &layer);
/// The field that names a feature best for a person; empty when there is none.
QString nameField(const QgsMapLayer &layer);

} // namespace loci::map
