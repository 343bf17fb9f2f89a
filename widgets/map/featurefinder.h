// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/mapdocument.h"
#include "widgets/models/selection.h"

#include <optional>
#include <vector>

class QgsGeometry;

namespace loci::widgets {

/// The thing of the topmost visible layer at a place (map units); `tolerance` for points and lines. Main thread.
std::optional<SelectedThing> thingAt(const map::MapDocument &document, const Vec2 &place, double tolerance);
/// Everything of the topmost visible layer that meets the shape (project's CRS); at most `limit`.
std::vector<SelectedThing> thingsIn(const map::MapDocument &document, const QgsGeometry &shape, int limit = 50'000);

} // namespace loci::widgets
