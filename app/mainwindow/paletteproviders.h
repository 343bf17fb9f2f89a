// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mainwindow/services.h"
#include "widgets/common/paletteprovider.h"

#include <functional>
#include <memory>
#include <vector>

namespace loci::widgets {
class MapView;
}

namespace loci::app {

/// What the search field finds besides commands: city objects by id or name, layers, attribute values of the visible
/// map layers, and coordinates. `showLayer` makes a layer current in the tree.
std::vector<std::unique_ptr<widgets::PaletteProvider>>
makePaletteProviders(const Services &services, widgets::MapView &map, std::function<void(const QString &)> showLayer);

} // namespace loci::app
