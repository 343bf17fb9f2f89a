// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>
#include <cstdint>

class QPainter;

namespace loci::app {

/// What a drawn building looks like from the street.
enum class BuildingKind { Hall, Gate, Pagoda, Dwelling, Shop, Pavilion, Bridge, Mill, Church, Bank, Stage };
BuildingKind buildingKindOf(const QString &subcategory, const QString &name); ///< both in English, of the sample

struct Drawn
{
    BuildingKind kind = BuildingKind::Dwelling;
    std::uint32_t seed = 1; ///< the same seed gives the same picture
    bool worn = false;      ///< before its repair: faded, cracked, with weeds on the roof
};

/// Invented pictures of invented buildings, drawn with lines and flat colours; no letters in them. Any thread.
QImage drawnElevation(const Drawn &drawn);
QImage drawnPlan(const Drawn &drawn);   ///< halls around courts, as a surveyor draws them
QImage drawnStreet(const Drawn &drawn); ///< the building at the end of its lane

/// The building alone, its feet on y = 470 in a field of 800 by 600; for the other pictures.
void paintBuilding(QPainter &painter, const Drawn &drawn);

} // namespace loci::app
