// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/sample/townbuilder.h"

namespace loci::sample {

Ring townWall();                ///< outer line of the wall, convex
std::vector<Point> townGates(); ///< on the wall: north, south, east, west

// The set pieces of the town; each fills the ground it is given.
void addMarketSquare(TownBuilder &b, const Ring &cell);
void addConfucianTemple(TownBuilder &b, const Ring &cell);
void addYamen(TownBuilder &b, const Ring &cell);
void addGarden(TownBuilder &b, const Ring &cell);
void addWallAndGates(TownBuilder &b);
void addHillTemple(TownBuilder &b);
void addIslandTemple(TownBuilder &b);
void addChurch(TownBuilder &b, Point at, Point along);
/// A pagoda of `storeys` storeys with eight sides.
Part pagoda(TownBuilder &b, Point at, double radius, int storeys);
Building landmark(Name name, Use use, int year, std::string material);

} // namespace loci::sample
