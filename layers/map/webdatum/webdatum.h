// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"
#include "layers/domain/geodesy/gcj02.h"

#include <QString>

class QgsMapLayer;

namespace loci::map {

class MapDocument;

/// What the coordinates of a layer are marked as; None for those of any other layer.
geodesy::WebDatum webDatumOf(const QgsMapLayer &layer);
/// Whether a layer can be marked: vectors with degrees that reach into China, and base maps of XYZ tiles.
bool canHaveWebDatum(const QgsMapLayer &layer);
/// Both for a layer of the document: whether it can be marked so, and is not yet. False for one that is not there.
bool canSetWebDatum(const MapDocument &document, const QString &layerId, geodesy::WebDatum datum);
/// Marks the source of a layer, or takes the mark away (None): an edit of the live project, to be committed as one
/// step. The layer then opens again in the background; a base map is only drawn elsewhere (WebDatumRasters).
Result<> setWebDatum(MapDocument &document, const QString &layerId, geodesy::WebDatum datum);

} // namespace loci::map
