// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/heritage/heritagelook.h"

class QgsVectorLayer;

namespace loci::map {

/// Styles for the layers of HeritageLayers; the fields are `class` and `category`, or `kind` of a zone, and `name`.
void stylePlaces(QgsVectorLayer &layer, const HeritageLook &look);
void styleAreas(QgsVectorLayer &layer, const HeritageLook &look);
void styleZones(QgsVectorLayer &layer, const HeritageLook &look);

} // namespace loci::map
