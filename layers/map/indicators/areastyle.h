// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QgsVectorLayer;

namespace loci::map {

struct AreaLook;

/// Rules by class, then the hatching of partial areas over them, then unknown ones; name and number as labels. Needs
/// the fields "colour", "partial", "name" and "text".
void styleAreas(QgsVectorLayer &layer, const AreaLook &look);

} // namespace loci::map
