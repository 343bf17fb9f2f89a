// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/sample/plane.h"

#include <vector>

namespace loci::sample {

/// The shape of the land: a river valley with an island and a hill in the north-west. Heights are those of the
/// triangulated grid, so that what stands on ground() stands on the terrain that is written.
class Terrain
{
public:
    static constexpr double kWidth = 3000, kHeight = 2400; ///< metres
    static constexpr double kCell = 20;
    static constexpr int kColumns = 151, kRows = 121; ///< grid points
    static constexpr double kWater = 8.0;
    static constexpr double kPlateau = 12.0; ///< level of the old town

    Terrain();
    double ground(Point p) const; ///< on the triangles
    double gridHeight(int column, int row) const { return m_grid[static_cast<std::size_t>(row) * kColumns + column]; }
    double lowest(const Ring &ring) const; ///< of the ground under the corners and the centre
    static double riverCentre(double x);   ///< y of the middle of the river
    static double fromWater(Point p);      ///< metres from the water's edge; negative in the water
    static bool onIsland(Point p);
    static Ring river(); ///< both banks, counter-clockwise
    static Ring island();
    static Line bank(double offset, bool north, double fromX, double toX); ///< a line along the water

    static constexpr Point kTown{1280, 1480}; ///< middle of the old town
    static constexpr Point kHill{470, 1760};  ///< top of the hill

private:
    static double shape(Point p);
    std::vector<double> m_grid;
};

} // namespace loci::sample
