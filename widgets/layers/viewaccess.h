// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/geometry.h"

#include <QJsonObject>
#include <functional>

namespace loci::widgets {

/// What panels may ask of the views without knowing them; the window fills it in. Any function may be empty.
struct ViewAccess
{
    std::function<Box3()> extent;                     ///< of the map, in the project's CRS
    std::function<EpsgCode()> crs;                    ///< of that extent
    std::function<void(const Box3 &, EpsgCode)> show; ///< moves the map there
    std::function<QJsonObject()> camera;              ///< of the 3D view, for bookmarks
    std::function<void(const QJsonObject &)> setCamera;
};

} // namespace loci::widgets
