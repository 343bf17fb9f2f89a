// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/map/maptool.h"

namespace loci::widgets {

/// A room that draws over the map and owns things there that a person may take hold of, whatever tool is chosen. Not
/// asked while somebody draws.
class MapGuest : public MapTool
{
public:
    /// A press here is for the guest: click or drag goes to it and not to the tool.
    virtual bool takes(const MapPointer &pointer) const = 0;
    bool wantsDrag() const override { return true; }
};

} // namespace loci::widgets
