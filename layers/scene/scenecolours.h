// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/scene/scenetypes.h"

#include <string_view>

namespace loci::scene {

/// The palette of the city itself, for one theme. (Colours of the interface come from the widgets' tokens and are
/// handed in: the scene knows no Qt6::Gui.)
struct Palette
{
    std::array<Rgb, kSurfaceClassCount> surface;
    Rgb noData;
    Rgb horizonDay, zenithDay, horizonNight, zenithNight, horizonDusk;
    Rgb plain;   ///< the ground beyond the model
    Rgb edge;    ///< lines along the edges of buildings
    Rgb cutFace; ///< where a cut goes through a closed body
    const Rgb &operator[](SurfaceClass c) const { return surface[static_cast<std::size_t>(c)]; }
};
const Palette &palette(Theme theme);

/// Class of a triangle from the semantic surface's type, the object's type and how steep it is (for models without
/// semantics: upward faces of buildings are roofs, downward ones ground).
SurfaceClass classify(std::string_view semanticType, std::string_view objectType, double normalZ);
bool isTerrain(std::string_view objectType);
/// Types on which an attribute's "no data" is worth showing: things that are built. The rest keeps its quiet colour.
bool isBuilt(SurfaceClass c);

/// Colour `position` (0..1) of a ramp: three that grow evenly to every eye, two of ColorBrewer's, one of two ends.
enum class Ramp { Viridis, Cividis, Magma, Greens, Heat, BlueRed };
Rgb rampColour(Ramp ramp, double position);
/// Qualitative colours, distinguishable with colour-blind eyes; seven of them.
Rgb categoryColour(std::size_t number, Theme theme);
Rgb mix(const Rgb &a, const Rgb &b, double share); ///< share 0 is a

} // namespace loci::scene
